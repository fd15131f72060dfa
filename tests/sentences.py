"""Sentences for tests: each is read once, all that a session's tests have named in one stream."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import pytest

from kg.claims import find_claims
from kg.model import Article, ArticleInfo, Claim, Entity, Mention, Reading
from kg.reading import read_many

PUBLISHED = date(2025, 6, 19)


@dataclass(frozen=True)
class Passage:
    """A text in a language, as an article of Thursday 19 June 2025."""

    text: str
    language: str = "fr"

    @property
    def article(self) -> Article:
        key = f"{self.language} {self.text}"
        return Article(info=ArticleInfo(id=key, language=self.language, published=PUBLISHED), text=self.text)


_named: dict[Passage, None] = {}
_read: dict[Passage, Reading] = {}


def named(passage: Passage) -> Passage:
    """``passage``, which will be read with all others that were named before the first is looked at."""
    _named.setdefault(passage)
    return passage


def reading(passage: Passage) -> Reading:
    """What is found in ``passage``."""
    named(passage)
    if passage not in _read:
        waiting = sorted((p for p in _named if p not in _read), key=lambda p: p.language)
        for one, (_, found) in zip(waiting, read_many([p.article for p in waiting]), strict=True):
            _read[one] = found
    return _read[passage]


@cache
def claims(passage: Passage) -> tuple[Claim, ...]:
    """What ``passage`` says."""
    return find_claims(passage.article, reading(passage))


def who(entity: Entity | None) -> str:
    """The code of the state that an entity is or acts for, else its label without the acronym; ``-`` for nobody."""
    return (entity.state or entity.label.split(" (")[0]) if entity else "-"


def words(passage: Passage, first: int, last: int) -> str:
    """The words of half-open token indices as the text has them."""
    tokens = reading(passage).tokens
    return passage.text[tokens[first].start : tokens[last - 1].end]


def mentions(passage: Passage, *senses: str) -> list[tuple[str, str]]:
    """The head word of each mention of these senses (all where none is given) with whom it means, in text order."""
    found = reading(passage)
    return [(found.tokens[m.head].text, who(m.entity)) for m in found.mentions if not senses or m.sense in senses]


def mention(passage: Passage, head: str) -> list[Mention]:
    """The mentions that the word ``head`` heads."""
    found = reading(passage)
    return [m for m in found.mentions if found.tokens[m.head].text == head]


def rows(table: str) -> list[tuple[Passage, str]]:
    """The lines ``fr A sentence. => what is expected`` of a table; blank lines and lines from ``#`` on are none."""
    found = []
    for line in table.splitlines():
        match = re.fullmatch(r"\s*(fr|en) (.*\S)\s+=>\s*(.*)", line)
        if match:
            language, text, expected = match.groups()
            found.append((named(Passage(text.replace("¶", "\n\n"), language)), expected.strip()))
        elif line.strip() and not line.lstrip().startswith("#"):
            raise ValueError(f"no line of a table of sentences: {line!r}")
    return found


@dataclass(frozen=True)
class Wanted:
    """One expectation: ``ASSAULT RUS>UKR reported by KOR+AFP at kyiv on 2024-06 of 600 soldiers``.

    ``agreement treaty RUS+PRK stage signed provides mutual defence`` and ``allyOf BLR>RUS`` are written likewise.
    ``no`` before it wants that nothing of the kind is said. Of a side only what is written is compared: ``RUS>`` wants
    a Russian actor whatever the target, ``->UKR`` wants none. An expectation without a modality wants ``asserted``,
    ``any`` takes each.
    """

    wording: str

    def found_in(self, passage: Passage) -> bool:
        text = self.wording.removeprefix("no ")
        found = [claim for claim in claims(passage) if self._fits(claim, text)]
        return bool(found) != self.wording.startswith("no ")

    def _fits(self, claim: Claim, text: str) -> bool:
        head, *options = re.split(r" (?=(?:by|at|on|of|stage|provides|subtype|label|since|until) )", text)
        names = head.split()
        modality = names.pop() if names[-1] in _MODALITIES else "asserted"
        if modality not in ("any", claim.modality):
            return False
        types = names[1:2] if names[0] == "agreement" else names[:1]
        if names[0] == "*":
            return True
        kind_fits = (claim.kind == "agreement") == (names[0] == "agreement")
        if not kind_fits or (types and types[0] != "*" and claim.type.replace(" ", "_") not in types[0].split("|")):
            return False
        sides = names[-1] if len(names) > 1 + (names[0] == "agreement") else ""
        return self._sides_fit(claim, sides) and all(_option_fits(claim, option) for option in options)

    def _sides_fit(self, claim: Claim, sides: str) -> bool:
        if claim.kind == "agreement":
            return not sides or _are(claim.filling("party"), sides)
        first, second = ("actor", "target") if claim.kind == "event" else ("subject", "object")
        one, mark, two = sides.partition("<>" if "<>" in sides else ">")
        pairs = [(one, two), (two, one)] if mark == "<>" else [(one, two)]
        return any(_side_fits(claim, first, a) and _side_fits(claim, second, b) for a, b in pairs)


_MODALITIES = ("asserted", "reported", "planned", "possible", "denied", "any")


def _side_fits(claim: Claim, role: str, wanted: str) -> bool:
    return not wanted or _are(claim.filling(role), wanted)


def _are(entities: Sequence[Entity], wanted: str) -> bool:
    """Whether the entities are those of ``A+B|C`` (C where the name is written in another way), no more and no less.

    Of an organisation and whoever acts for it beside it either may be left out, so of nationals and their state.
    """
    served = {entity.organisation for entity in entities} & {entity.id for entity in entities}
    beside = {who(e).replace(" ", "_") for e in entities if e.organisation in served or e.id in served}
    beside |= {name for state in entities for name in _nationals(state, entities)}
    names = {who(entity).replace(" ", "_") for entity in entities}
    ways = [] if wanted == "-" else [set(one.split("|")) for one in wanted.split("+")]
    return all(names & way for way in ways) and all(any(name in way for way in ways) for name in names - beside)


def _nationals(state: Entity, entities: Sequence[Entity]) -> list[str]:
    """The names of a state and of the groups of its people that stand beside it."""
    groups = [e for e in entities if e.kind == "Group" and f"/group/{state.state}-" in e.id]
    return [who(e).replace(" ", "_") for e in (state, *groups)] if groups and state.state else []


def _option_fits(claim: Claim, option: str) -> bool:
    name, _, value = option.partition(" ")
    if name == "by":
        return _are(claim.attribution, value)
    if name == "at":
        return value in {who(e) for e in claim.filling("place")} | {e.label for e in claim.filling("place")}
    if name in ("on", "since", "until"):
        span = {"on": claim.time, "since": claim.in_force, "until": claim.ended}[name]
        first, _, last = value.partition("..")
        if span is None or value == "-":
            return span is None and value == "-"
        return str(span.start).startswith(first) and str(span.end).startswith(last or first)
    if name == "of":
        number, _, noun = value.partition(" ")
        return any(number in (str(q.min), str(q.max)) and noun in (q.of or "") for q in claim.quantities)
    if name == "provides":
        return value in claim.provides
    return value == str(getattr(claim, name))


def expectations(table: str) -> list[tuple[Passage, str]]:
    """Each expectation of a table of sentences by itself; they are parted by ``;``."""
    return [(passage, one.strip()) for passage, expected in rows(table) for one in expected.split(";") if one.strip()]


def shown(passage: Passage) -> str:
    """The claims of a passage in short, for the message of a test that fails."""
    return "\n".join(
        f"{c.kind} {c.type} {c.stage or ''} { {r: [who(e) for e in es] for r, es in c.roles.items()} } {c.modality} "
        f"by {[who(e) for e in c.attribution]} {c.time.to_json() if c.time else ''} "
        f"{[q.to_json() for q in c.quantities]} «{c.evidence.quote}»"
        for c in claims(passage)
    )


def cases(table: str) -> pytest.MarkDecorator:
    """Runs a test with each expectation of a table of sentences."""
    found = expectations(table)
    return pytest.mark.parametrize(
        ("passage", "wanted"), found, ids=[f"{passage.text[:60]}=>{wanted}" for passage, wanted in found]
    )


def check(passage: Passage, wanted: str) -> None:
    """Fails, with what was claimed, unless ``passage`` says what is wanted of it."""
    assert Wanted(wanted).found_in(passage), shown(passage)


def check_mentions(passage: Passage, wanted: str, *senses: str) -> None:
    """Fails unless of each ``word=CODE`` the word means just that; ``word=-`` wants that it means nobody.

    ``word=A+B`` wants both. Only mentions of ``senses`` count, of any where none is given.
    """
    found = mentions(passage, *senses)
    for one in wanted.split():
        word, _, codes = one.partition("=")
        meant = {code.replace(" ", "_") for head, code in found if head == word}
        assert meant == (set() if codes == "-" else set(codes.split("+"))), found
