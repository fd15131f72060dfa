"""Reading → claims: what each passage of an article says."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from kg.claims.agreements import ArticleAgreements
from kg.claims.confidence import calibrated
from kg.claims.events import events
from kg.claims.finding import Finding, rule_of
from kg.claims.matching import Firings, firings
from kg.claims.offices import offices
from kg.claims.passage import Passage
from kg.claims.relations import relations
from kg.claims.tellings import completed, sides
from kg.claims.told import Told
from kg.model import Article, Claim, Reading, Rule, Sentence
from kg.reading.tree import Tree
from kg.vocabulary import Weights, load_calibration, load_gazetteer, load_lexicon


def find_claims(article: Article, reading: Reading) -> tuple[Claim, ...]:
    """All claims of ``article`` in the order of their passages; each claim once."""
    passage = Passage.of(article, reading, load_lexicon(), load_gazetteer())
    unique = {finding.claim.id: finding.claim for finding in find(passage) if finding.claim}
    return tuple(sorted(unique.values(), key=lambda claim: (claim.evidence.start, claim.evidence.end, claim.id)))


def find(passage: Passage, calibration: Mapping[str, Weights] | None = None) -> Iterator[Finding]:
    """What becomes of all words of a passage that could report something: a claim or the reason why there is none.

    First the offices, then sentence by sentence. ``calibration`` takes the place of the weights that are installed.
    ClaimError where a quote does not stand in the article.
    """
    weights = load_calibration() if calibration is None else calibration
    matched = {sentence: fire(passage, sentence) for sentence in passage.reading.sentences}
    agreements = ArticleAgreements(passage, {sentence: firings.fired for sentence, firings in matched.items()})
    yield from _weighed(passage, offices(passage), weights)
    found = [f for s in passage.reading.sentences for f in _in_sentence(passage, s, matched[s], agreements)]
    yield from _weighed(passage, completed(passage, found), weights)


def _in_sentence(
    passage: Passage, sentence: Sentence, matched: Firings, agreements: ArticleAgreements
) -> Iterator[Finding]:
    inside = agreements.inside_names(sentence)
    named = [f for f in matched.fired if f.index in inside and f.trigger.category != "stage"]
    fired = [f for f in matched.fired if f not in named]
    waiting = [p for p in matched.passed_over if p.firing.index not in inside]
    told = events(passage, sentence, fired, agreements.parties_of, waiting)
    findings = [*agreements.findings(sentence), *told]
    yield from _once(passage.tree, findings, passage.lexicon.with_trait("mutual"))
    yield from relations(passage, sentence, fired)
    yield from (Finding(rule_of(f), f.words, reason="in a name") for f in named)
    told_of = {(finding.rule.id, finding.words) for finding in findings}
    for passed in matched.passed_over:
        if (passed.firing.trigger.id, passed.firing.words) in told_of:
            continue
        other = Rule(id=passed.other.id, type=passed.other.type, source=passed.other.source)
        yield Finding(rule_of(passed.firing), passed.firing.words, reason=passed.reason, other=other)


def _weighed(passage: Passage, findings: Iterable[Finding], weights: Mapping[str, Weights]) -> Iterator[Finding]:
    """The same, each quote checked against the article and each claim's confidence made a probability."""
    findings = list(findings)
    told = Told(findings)
    for finding in findings:
        if finding.claim:
            finding.claim.evidence.check(passage.article)
        yield calibrated(passage, finding, weights, told)


def fire(passage: Passage, sentence: Sentence) -> Firings:
    """The lexicon entries that fire in a sentence, and those that are passed over."""
    language, lexicon = passage.article.language, passage.lexicon
    return firings(
        passage.syntax,
        lexicon.triggers(language),
        lexicon.false_friends(language),
        sentence.first,
        sentence.last,
        lexicon.with_trait("presupposing"),
    )


def _once(tree: Tree, findings: Sequence[Finding], mutual: Collection[str]) -> Iterator[Finding]:
    """The findings of a sentence; an event that another of the same type tells already, between the same, is none.

    In whatever order where the type is one of ``mutual``: "X broke with Y, which recalled its ambassador" are two.
    "X expelled two diplomats and recalled its ambassador" tells of two deeds.
    """
    kept: list[tuple[Claim, tuple[int, ...]]] = []
    for finding in findings:
        claim, words = finding.claim, finding.words
        if claim and any(
            _tells(other, claim, mutual=claim.type in mutual or _is_guessed(finding))
            and not _are_two(tree, before, words)
            for other, before in kept
        ):
            yield finding.unread("told already")
            continue
        if claim:
            kept.append((claim, words))
        yield finding


def _is_guessed(finding: Finding) -> bool:
    """Whether no words say who does it nor to whom, so that the order of the two tells nothing."""
    sides = [filled for filled in finding.filled if filled.role in ("actor", "target")]
    return bool(sides) and all(filled.inferred for filled in sides)


def _are_two(tree: Tree, words: Sequence[int], others: Sequence[int]) -> bool:
    """Whether two coordinated verbs, each with an object of its own, report two deeds."""
    verbs = sorted((*words[:1], *others[:1]))
    deeds = [at for at in verbs if tree[at].pos == "VERB" and tree.children(at, "obj")]
    return len(deeds) > 1 and deeds[1] in tree.conjuncts(deeds[0])[1:]


def _tells(one: Claim, two: Claim, *, mutual: bool) -> bool:
    if one.kind != "event" or two.kind != "event" or one.type != two.type:
        return False
    overlap = one.evidence.start < two.evidence.end and two.evidence.start < one.evidence.end
    dated_alike = two.time is None or one.time == two.time
    counted_alike = not two.quantities or one.quantities == two.quantities
    alike = sides(one) == sides(two) and (mutual or sides(one, "actor") == sides(two, "actor"))
    return overlap and dated_alike and counted_alike and alike and one.modality == two.modality
