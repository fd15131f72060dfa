"""One event told twice in an article: when, where and how many the fuller telling says holds for the shorter."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from kg.claims.finding import Filled, Finding
from kg.claims.passage import Passage
from kg.model import Claim, Entity, TimeMention
from kg.vocabulary import fold

_OPENING = 3  # sentences
_STEM = 4  # letters
_STAGES = {"signed", "ratified"}
_NEWS = timedelta(days=60)
_HAPPENED = ("asserted", "reported")


def completed(passage: Passage, findings: Sequence[Finding]) -> list[Finding]:
    """The findings; a headline's event, or one only named again (« cette attaque »), has what a fuller telling gives.

    Only what all the other tellings agree on, and nothing that its own words say otherwise. Who meet or sign in the
    sentence after they came together do so in the same place.
    """
    tellings = Tellings(passage, findings)
    return [tellings.complete(finding) for finding in findings]


class Tellings:
    """The events of one article as their passages tell them."""

    def __init__(self, passage: Passage, findings: Sequence[Finding]) -> None:
        self._passage = passage
        self._starts = [sentence.first for sentence in passage.reading.sentences]
        self._told = [
            (f, f.claim) for f in findings if f.claim and f.claim.kind == "event" and f.claim.modality in _HAPPENED
        ]

    def complete(self, finding: Finding) -> Finding:
        """The finding with what other tellings of its event add."""
        claim = finding.claim
        if claim is None or claim.kind != "event" or claim.modality not in _HAPPENED or len(sides(claim)) < 2:
            return finding
        others = [
            (f, c) for f, c in self._told if c is not claim and _is_of_class(c, claim) and sides(c) == sides(claim)
        ]
        again = [(f, c) for f, c in others if self._stem(f) == self._stem(finding)]
        opens = self._sentence(finding.words[0]) < _OPENING
        if opens or self._is_known(finding):
            same = others if opens else again
            finding = self._timed(finding, claim, same, news=opens and not self._is_known(finding))
            finding = _counted(finding, [c for _, c in again])
            finding = _placed(finding, [c.filling("place") for _, c in same])
        if not claim.filling("place") and self._is_encounter(finding, claim):
            near = [c for f, c in self._told if self._is_just_before(f, finding) and self._is_encounter(f, c)]
            met = [c for c in near if c is not claim and sides(c) == sides(claim)]
            finding = _placed(finding, [c.filling("place") for c in met])
        return finding

    def _is_known(self, finding: Finding) -> bool:
        """Whether a noun names what was told: « cette attaque », "their talks"."""
        tree, index = self._passage.tree, finding.words[0]
        known = {tree[c].text.lower() for c in tree.children(index, "det", "nmod:poss")}
        return tree[index].pos == "NOUN" and bool(known & self._passage.syntax.words.known_by)

    def _stem(self, finding: Finding) -> str:
        """What « attaque » and « attaquer » share."""
        return fold(self._passage.tree[finding.words[0]].lemma)[:_STEM]

    def _timed(self, finding: Finding, claim: Claim, others: Sequence[tuple[Finding, Claim]], *, news: bool) -> Finding:
        """The finding at the one time that the others give, if it has none; what is ``news`` is of these weeks."""
        times: list[TimeMention] = [f.time for f, _ in others if f.time]
        if claim.time or not times or any(t.span != times[0].span for t in times):
            return finding
        if news and not self._is_recent(times[0]):
            return finding
        return replace(finding, time=times[0], claim=replace(claim, time=times[0].span))

    def _is_recent(self, time: TimeMention) -> bool:
        published, known = self._passage.article.info.published, time.span.end or time.span.start
        return published is None or known is None or known >= published - _NEWS

    def _is_encounter(self, finding: Finding, claim: Claim) -> bool:
        signing = self._passage.tree[finding.words[0]].lemma in self._passage.syntax.grammar.signing
        return signing or claim.type in self._passage.lexicon.with_trait("encounter")

    def _is_just_before(self, one: Finding, two: Finding) -> bool:
        sentences = self._passage.reading.sentences
        before, here = self._sentence(one.words[0]), self._sentence(two.words[0])
        return before in (here, here - 1) and sentences[before].paragraph == sentences[here].paragraph

    def _sentence(self, index: int) -> int:
        return max(0, bisect_right(self._starts, index) - 1)


def _is_of_class(one: Claim, other: Claim) -> bool:
    """Whether two events are of one type, and not a signature and a ratification."""
    return one.type == other.type and (one.subtype == other.subtype or not {one.subtype, other.subtype} <= _STAGES)


def _placed(finding: Finding, places: Sequence[tuple[Entity, ...]]) -> Finding:
    """The finding in the one place that the others name, if it has none."""
    claim, found = finding.claim, {p.id: p for each in places for p in each}
    if claim is None or claim.filling("place") or len(found) != 1:
        return finding
    [place] = found.values()
    at = finding.words[0]
    roles = {**claim.roles, "place": (place,)}
    return replace(
        finding,
        claim=replace(claim, roles=roles),
        filled=(*finding.filled, Filled("place", place, at, at, inferred=True)),
    )


def _counted(finding: Finding, others: Sequence[Claim]) -> Finding:
    """The finding with the figures that one other telling gives, if it has none."""
    claim, figures = finding.claim, {c.quantities for c in others if c.quantities}
    if claim is None or claim.quantities or len(figures) != 1:
        return finding
    [quantities] = figures
    return replace(finding, claim=replace(claim, quantities=quantities))


def sides(claim: Claim, *roles: str) -> set[str]:
    """On whose behalf somebody acts or suffers in an event, or only in these roles."""
    return {entity.principal for entity in claim.filling(*(roles or ("actor", "target")))}
