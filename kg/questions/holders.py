"""« le président russe », "the Malawian defence minister": a title with its owner, for whoever holds it."""

from dataclasses import replace
from functools import cache

from kg.questions.form import Named
from kg.questions.names import Name
from kg.questions.pieces import Pieces
from kg.questions.placing import Placed, preposition_before
from kg.questions.terms import literal
from kg.questions.titles import ARTICLES, Noun
from kg.questions.words import load_questions
from kg.reading.names import NameMatcher, singular
from kg.store import Store
from kg.vocabulary import load_gazetteer

_OWNERS = ("adjective", "de", "of", "possessor")


def with_holders(pieces: Pieces, store: Store) -> Pieces:
    """The pieces with a name in place of each title that stands beside a state or organisation but no person.

    The name is of whoever the graph knows to hold the office; where it knows nobody, the title is left as it is.
    """
    names = _spoken_for(pieces)
    for title in pieces.offices:
        owner = next((one for one in names if _owns(one, title)), None)
        if owner is None or any(_beside(one, title) for one in names if one.name.named.kind == "Person"):
            continue
        holders = _holders(store, title.meaning, owner.name.named)
        if holders:
            names[names.index(owner)] = _named(pieces, title, owner, holders)
    if names == pieces.names:
        return pieces
    return replace(pieces, names=sorted(names, key=lambda one: one.name.first), offices=[])


def _spoken_for(pieces: Pieces) -> list[Placed]:
    """The names, where « les présidents de A et de B » and "the foreign ministers of A and B" are A and B."""
    text, names = pieces.text, list(pieces.names)
    for match in _plural_titles(text.language).find(text.question):
        first, last = text.tokens_in(match.start, match.end)
        owners = [one for one in names if one.slot in _OWNERS and first < last <= one.name.first <= last + 2]
        if (
            not owners
            or not text.free(first, last)
            or "Number=Plur" not in text.tokens[last - 1].morph + text.tokens[first].morph
        ):
            continue
        left = first
        while left > 0 and text.raw(left - 1) in ARTICLES and left - 1 not in text.used:
            left -= 1
        before = preposition_before(text, left)
        marks = tuple(range(before[1], left)) if before else ()
        of = [one for one in names if one.group == owners[0].group]
        text.use([*range(first, last), *(i for one in of for i in one.marks)])
        names = [replace(one, slot=before[0] if before else "", marks=marks) if one in of else one for one in names]
    return names


@cache
def _plural_titles(language: str) -> NameMatcher[str]:
    titles = [(phrase, phrase) for phrase in load_gazetteer().offices(language)]
    bodies = [(noun, noun) for noun in load_questions().words[language].bodies]
    return NameMatcher([*titles, *bodies], key=singular)


def _owns(placed: Placed, title: Noun) -> bool:
    inside = title.first <= placed.name.first and placed.name.last <= title.last
    before = placed.name.last == title.first or placed.name.last + 1 == title.first
    after = title.last <= placed.name.first <= title.last + 2 and placed.slot in ("de", "of", "adjective")
    owning = placed.slot in _OWNERS and placed.name.named.kind in ("State", "Organisation")
    return owning and (inside or after or (before and placed.slot in ("adjective", "possessor")))


def _beside(placed: Placed, title: Noun) -> bool:
    return placed.name.first in range(title.first - 1, title.last + 3) or placed.name.last == title.first


def _holders(store: Store, title: str, owner: Named) -> tuple[str, ...]:
    """The IRIs of those who hold the office, asserted; in their order."""
    owners = " ".join(f"<{iri}>" for iri in owner.iris)
    query = (
        f"SELECT DISTINCT ?holder {{ VALUES ?of {{ {owners} }} ?tenure a kg:Tenure ; kg:of ?of ; kg:holder ?holder ;"
        f" kg:office ?office . FILTER(?office = {literal(title)})"
        ' FILTER NOT EXISTS { ?tenure kg:standing "former" } } ORDER BY ?holder'
    )
    return tuple(str(row[0]) for row in store.query(query).rows)


def _named(pieces: Pieces, title: Noun, owner: Placed, holders: tuple[str, ...]) -> Placed:
    """The whole phrase as the name of a person, in the slot of its first word."""
    text = pieces.text
    first, last = min(title.first, owner.name.first), max(title.last, owner.name.last)
    text.use(range(first, last))
    text.use(owner.marks)
    left = first
    while left > 0 and text.raw(left - 1) in ARTICLES and left - 1 not in text.used:
        left -= 1
    before = preposition_before(text, left)
    written = text.question_part(first, last)
    return Placed(
        name=Name(
            first=first,
            last=last,
            sense="name",
            named=Named(label=written, iris=holders, kind="Person", places=holders, written=written),
        ),
        slot=before[0] if before else "",
        marks=tuple(range(before[1], left)) if before else (),
        group=owner.group,
    )
