"""Reading → claims: what each passage of an article says."""

from collections.abc import Iterator, Sequence

from kg.claims.agreements import AgreementFinder
from kg.claims.events import events
from kg.claims.matching import Firing, firings
from kg.claims.offices import offices
from kg.claims.passage import Passage
from kg.claims.relations import relations
from kg.model import Article, Claim, Reading, Sentence
from kg.vocabulary import load_gazetteer, load_lexicon


def find_claims(article: Article, reading: Reading) -> tuple[Claim, ...]:
    """All claims of ``article`` in the order of their passages; each claim once."""
    passage = Passage.of(article, reading, load_lexicon(), load_gazetteer())
    agreements = AgreementFinder(passage)
    found = [*offices(passage)]
    for sentence in reading.sentences:
        inside = agreements.modifiers(sentence)
        fired = [f for f in fire(passage, sentence) if f.index not in inside or f.trigger.category == "stage"]
        said = [*agreements.find(sentence, fired), *events(passage, sentence, fired, agreements.parties_of)]
        found += [*_once(said), *relations(passage, sentence, fired)]
    for claim in found:
        claim.evidence.check(article)
    unique = {claim.id: claim for claim in found}
    return tuple(sorted(unique.values(), key=lambda claim: (claim.evidence.start, claim.evidence.end, claim.id)))


def fire(passage: Passage, sentence: Sentence) -> tuple[Firing, ...]:
    """The lexicon entries that fire in a sentence, in the order of the text."""
    language, lexicon = passage.article.language, passage.lexicon
    return tuple(
        firings(
            passage.syntax,
            lexicon.triggers(language),
            lexicon.false_friends(language),
            sentence.first,
            sentence.last,
            [name for name, info in lexicon.types.items() if "presupposing" in info.traits],
        )
    )


def _once(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of a sentence without events that another of the same type tells already, between the same."""
    kept: list[Claim] = []
    for claim in claims:
        if not any(_tells(other, claim) for other in kept):
            kept.append(claim)
            yield claim


def _tells(one: Claim, two: Claim) -> bool:
    if one.kind != "event" or two.kind != "event" or one.type != two.type:
        return False
    overlap = one.evidence.start < two.evidence.end and two.evidence.start < one.evidence.end
    return overlap and _sides(one) == _sides(two) and one.modality == two.modality


def _sides(claim: Claim) -> set[str]:
    return {entity.acts_for or entity.iso3 or entity.id for entity in claim.filling("actor", "target")}
