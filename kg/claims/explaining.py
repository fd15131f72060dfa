"""Reading → explanation: what each sentence was taken to say and why, from the very run that finds the claims."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from kg.claims.find import find
from kg.claims.finding import CueWord, Filled, Finding
from kg.claims.passage import Passage
from kg.model import (
    Article,
    Cue,
    Dating,
    Entity,
    Evidence,
    Explanation,
    Figure,
    Filling,
    Grounds,
    Idle,
    Naming,
    OfficeMention,
    Reading,
    ReadSentence,
    Rule,
    Sentence,
    Title,
)
from kg.vocabulary import load_gazetteer, load_lexicon, ontology_path

T = TypeVar("T")


def explain(article: Article, reading: Reading) -> Explanation:
    """What was read in each sentence of ``article``, by which rule, and what was not read for which reason.

    Its claims are those of :func:`kg.claims.find_claims`.
    """
    passage = Passage.of(article, reading, load_lexicon(), load_gazetteer())
    return _Explainer(passage).explain(_each_once([*find(passage)]))


def _each_once(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The same; of findings with one and the same claim the last keeps it, as it does among the article's claims."""
    last = {finding.claim.id: number for number, finding in enumerate(findings) if finding.claim}
    for number, finding in enumerate(findings):
        told = finding.claim and last[finding.claim.id] != number
        yield finding.unread("told already") if told else finding


class _Explainer:
    """Turns token indices of one article into passages of its text."""

    def __init__(self, passage: Passage) -> None:
        self._article = passage.article
        self._reading = passage.reading
        self._root = str(ontology_path())
        self._tree = passage.tree
        self._lexicon = passage.lexicon.triggers(passage.article.language)
        self._starts = [sentence.first for sentence in passage.reading.sentences]

    def explain(self, findings: Iterable[Finding]) -> Explanation:
        grounds: dict[int, list[Grounds]] = {}
        fired: set[int] = set()
        for finding in findings:
            fired |= {*finding.words}
            grounds.setdefault(self._sentence(min(finding.words)), []).append(self._grounds(finding))
        return Explanation(article=self._article, sentences=tuple(self._sentences(grounds, fired)))

    def _sentence(self, index: int) -> int:
        """The number of the sentence that holds the token."""
        return max(0, bisect_right(self._starts, index) - 1)

    def _sentences(self, grounds: dict[int, list[Grounds]], fired: Collection[int]) -> Iterator[ReadSentence]:
        reading = self._reading
        names = self._by_sentence(
            (m.first, Naming(words=self._words(m.first, m.last), entity=m.entity, sense=m.sense))
            for m in reading.mentions
        )
        titles = self._by_sentence((title.first, self._title(title)) for title in reading.offices)
        times = self._by_sentence(
            (t.first, Dating(words=self._words(t.first, t.last), span=t.span)) for t in reading.times
        )
        figures = self._by_sentence(
            (q.first, Figure(words=self._words(q.first, q.last), quantity=q.quantity)) for q in reading.quantities
        )
        for number, sentence in enumerate(reading.sentences):
            if sentence.first < sentence.last:
                yield ReadSentence(
                    words=self._words(sentence.first, sentence.last),
                    paragraph=sentence.paragraph,
                    names=names.get(number, ()),
                    titles=titles.get(number, ()),
                    times=times.get(number, ()),
                    figures=figures.get(number, ()),
                    grounds=tuple(sorted(grounds.get(number, ()), key=lambda one: one.words[0].start)),
                    idle=tuple(self._idle(sentence, fired)),
                )

    def _idle(self, sentence: Sentence, fired: Collection[int]) -> Iterator[Idle]:
        """The words of a sentence that made nothing fire: verbs, and others that the lexicon knows."""
        for token in self._reading.tokens[sentence.first : sentence.last]:
            if token.index not in fired and token.pos in ("VERB", "NOUN", "ADJ"):
                entries = [t for t in self._lexicon.get(token.lemma, ()) if token.pos.lower().startswith(t.pos[:3])]
                if entries or token.pos == "VERB":
                    rules = tuple(self._rule(Rule(id=t.id, type=t.type, source=t.source)) for t in entries)
                    yield Idle(words=self._words(token.index, token.index + 1), lemma=token.lemma, rules=rules)

    def _by_sentence(self, found: Iterable[tuple[int, T]]) -> Mapping[int, tuple[T, ...]]:
        """What was found, each with its first token, by the number of its sentence and in the order of the text."""
        groups: dict[int, list[tuple[int, T]]] = {}
        for first, one in found:
            groups.setdefault(self._sentence(first), []).append((first, one))
        return {
            number: tuple(one for _, one in sorted(group, key=lambda pair: pair[0])) for number, group in groups.items()
        }

    def _title(self, title: OfficeMention) -> Title:
        return Title(
            words=self._words(title.first, title.last),
            office=title.office,
            holder=title.holder,
            of=title.of,
            standing=title.standing,
        )

    def _grounds(self, finding: Finding) -> Grounds:
        time = finding.time
        return Grounds(
            rule=self._rule(finding.rule),
            words=tuple(self._stretches(finding.words)),
            claim=finding.claim,
            reason=finding.reason,
            other=self._rule(finding.other) if finding.other else None,
            fillings=tuple(map(self._filling, self._filled(finding))),
            cues=tuple(map(self._cue, finding.cues)),
            time=self._words(time.first, time.last) if time else None,
            figures=tuple(self._words(first, last) for first, last in finding.figures),
            confidence=finding.claim.confidence if finding.claim else finding.confidence,
        )

    def _filled(self, finding: Finding) -> Sequence[Filled]:
        """Who fills the roles: of a claim just its own, each with the words that were found for that entity."""
        if finding.claim is None:
            return finding.filled
        known = {(filled.role, filled.entity.id): filled for filled in finding.filled}
        others = {filled.entity.id: filled for filled in finding.filled}
        return [
            replace(known.get((role, entity.id)) or others.get(entity.id) or self._named(entity, finding), role=role)
            for role, entities in finding.claim.roles.items()
            for entity in entities
        ]

    def _named(self, entity: Entity, finding: Finding) -> Filled:
        """The entity with the words of the finding's sentence that name it; none where only the context does."""
        sentence = self._reading.sentences[self._sentence(min(finding.words))]
        for mention in self._reading.mentions:
            if sentence.first <= mention.first < sentence.last:
                words = self._words(mention.first, mention.last).quote
                if mention.entity.id == entity.id or words == entity.label:
                    return Filled("", entity, mention.first, mention.last)
        return Filled("", entity, sentence.first, sentence.first, inferred=True)

    def _filling(self, filled: Filled) -> Filling:
        words = self._words(filled.first, filled.last) if filled.first < filled.last else None
        return Filling(role=filled.role, entity=filled.entity, words=words, inferred=filled.inferred)

    def _cue(self, cue: CueWord) -> Cue:
        """The cue; who is credited together with the preposition that does so."""
        before = self._tree.children(cue.index, "case") if cue.kind == "source" else []
        first = min([cue.index, *before])
        return Cue(words=self._words(first, cue.index + 1), kind=cue.kind, modality=cue.modality)

    def _rule(self, rule: Rule) -> Rule:
        """The rule with its source told from the folder that holds ``ontology/``."""
        source = rule.source.replace(self._root, "ontology", 1) if rule.source.startswith(self._root) else rule.source
        return replace(rule, source=source)

    def _words(self, first: int, last: int) -> Evidence:
        """The passage of half-open token indices."""
        tokens = self._reading.tokens
        return Evidence.of(self._article, tokens[first].start, tokens[last - 1].end)

    def _stretches(self, indices: Iterable[int]) -> Iterator[Evidence]:
        """The passages that tokens make up: those that follow each other are one."""
        runs: list[list[int]] = []
        for index in sorted(set(indices)):
            if runs and runs[-1][-1] == index - 1:
                runs[-1].append(index)
            else:
                runs.append([index])
        return (self._words(run[0], run[-1] + 1) for run in runs)
