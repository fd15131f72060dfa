"""Who fills which role of a deed, by the places in which a question names them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.questions.clause import Clause
from kg.questions.form import Constraint, Named
from kg.questions.pieces import Pieces
from kg.questions.placing import Placed
from kg.questions.words import load_questions
from kg.vocabulary import Slot, load_gazetteer

_PLACES = ("à", "en", "dans", "in", "at", "on", "sur", "chez", "near", "inside", "over")
_TOWARDS = ("to", "toward", "into", "vers")
_DIRECTED = ("object", "on", "sur", "contre", "against")
_WITH = ("with", "avec")
_FROM = ("de", "from", "of")
_NEAR = 3
_WITHIN = ("en", "dans", "in", "inside")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What happened, as asked: types (any where empty), subtypes, the slots of the roles, whether it is mutual.

    ``objects`` are the things or people with which it is done, each with the words that say the same,
    ``counted`` is what its figures count, ``verb`` the one that says it of its object alone,
    ``word`` the one that says it.
    """

    types: tuple[str, ...]
    subtypes: tuple[str, ...] = ()
    named_subtypes: tuple[str, ...] = ()
    roles: dict[str, Sequence[Slot]]
    mutual: bool = False
    harm: str | None = None
    noun: int | None = None
    objects: tuple[tuple[str, ...], ...] = ()
    counted: tuple[str, ...] = ()
    verb: tuple[str, ...] = ()
    word: str = ""


def role_constraints(
    pieces: Pieces, clause: Clause, deed: Deed, *, loose: bool = False
) -> tuple[tuple[Constraint, ...], tuple[Named, ...], bool]:
    """The names in their roles; the preposition of one that fills no role stays unaccounted for."""
    found: list[Constraint] = []
    sources: list[Named] = []
    asked: list[Constraint] = []
    mutual = False
    for group in _groups(clause.names):
        first = group[0]
        if first.slot == "source":
            sources += [placed.name.named for placed in group]
        elif first.slot == "between" and clause.asked == "subject" and _mediates(deed):
            found += [Constraint(roles=("target",), named=placed.name.named) for placed in group]
        elif deed.mutual and len(group) > 2 and first.slot in ("subject", "de", "of", "between"):
            mutual = True  # « le sommet de A, B et C »: whoever of them is said to have met the others
            found += [Constraint(roles=("actor", "target"), named=placed.name.named) for placed in group]
        elif (first.slot == "between" and (deed.mutual or not loose)) or (
            deed.mutual and len(group) == 2 and first.slot in ("subject", "de", "of", "adjective", "possessor")
        ):
            mutual = True
            found += [
                Constraint(roles=(role,), named=placed.name.named)
                for role, placed in zip(("actor", "target", "target", "target"), group, strict=False)
            ]
        else:
            taken = {role for one in found for role in one.roles if one not in asked}
            roles = _roles_of(_as_subject(first, clause, deed), deed, taken=taken)
            if clause.passive and roles == ("target",) and first.slot in _FROM and _asks_target(pieces, clause, deed):
                roles = ("actor", "place")  # « Qui a été expulsé de Grèce »
            if whose := _is_of_asked(pieces, first):
                roles = (asked_role(clause, deed),)
            if not roles and first.slot in ("adjective", "de", "of") and _follows_counted(pieces, first):
                roles = ("actor", "target")
            if loose and (not roles or first.slot in ("adjective", "possessor", "de", "of", "between")):
                asks_actor = asked_role(clause, deed) == "actor" and pieces.ask is not None
                roles = ("target", "place") if asks_actor else ("actor", "target", "place")
            if not roles:
                for placed in group:
                    pieces.text.release(range(placed.name.first, placed.name.last))
                continue
            found += [Constraint(roles=roles, named=placed.name.named) for placed in group]
            asked += found[-1:] if whose else []
        for placed in group:
            pieces.text.use(placed.marks)
    return tuple(found), tuple(sources), mutual or deed.mutual


def is_titled(pieces: Pieces) -> bool:
    """« Quel ministre … », "which foreign minister": a person is asked for, of whom the passage says the title."""
    ask, text = pieces.ask, pieces.text
    if ask is None or ask.kind != "which":
        return False
    phrases = [phrase.lower().split() for phrase in load_gazetteer().offices(text.language)]
    words = {word for phrase in phrases for word in (phrase[0], phrase[-1])}
    near = range(ask.last, min(len(text), ask.last + _NEAR))
    head = next((i for i in near if text.tokens[i].pos in ("NOUN", "VERB", "AUX")), None)
    return head is not None and text.tokens[head].pos == "NOUN" and text.is_lemma(head, words)


def asks_person(pieces: Pieces) -> bool:
    """Whether the noun of the opening is of a person: a title, or a word like « responsable »."""
    ask, text = pieces.ask, pieces.text
    noun = ask.noun if ask is not None and ask.kind == "which" else None
    named = noun is not None and any(text.words.nouns.get(one) == "Person" for one in text.lemmas(noun))
    return named or is_titled(pieces)


def _is_of_asked(pieces: Pieces, placed: Placed) -> bool:
    """« Quel responsable russe », "which Russian official": for whom the person acts."""
    ask = pieces.ask
    near = ask is not None and ask.last <= placed.name.first <= ask.last + _NEAR
    return near and placed.slot == "adjective" and asks_person(pieces)


def _asks_target(pieces: Pieces, clause: Clause, deed: Deed) -> bool:
    ask = pieces.ask
    return ask is not None and ask.kind in ("who", "whom", "which") and asked_role(clause, deed) == "target"


def _as_subject(placed: Placed, clause: Clause, deed: Deed) -> Placed:
    """ "Indian strikes killed", « des soldats russes ont été tués »: whose the subject is acts or suffers."""
    attributive = placed.slot in ("adjective", "possessor") and deed.noun is None
    if not attributive or clause.verb is None or placed.name.first > clause.verb or clause.asked == "subject":
        return placed
    return replace(placed, slot="object" if clause.passive else "subject")


def _mediates(deed: Deed) -> bool:
    """Whether somebody else acts between those named."""
    return "mediation" in deed.named_subtypes


def _follows_counted(pieces: Pieces, placed: Placed) -> bool:
    """« Combien de soldats russes »: whose they are, whatever befell them."""
    ask = pieces.ask
    near = 1 if placed.slot == "adjective" else 2
    return ask is not None and ask.noun is not None and abs(placed.name.first - ask.noun) <= near


def _groups(names: Iterable[Placed]) -> list[list[Placed]]:
    groups: dict[tuple[int, str], list[Placed]] = {}
    for placed in names:
        groups.setdefault((placed.group, placed.slot), []).append(placed)
    return list(groups.values())


def _roles_of(placed: Placed, deed: Deed, taken: set[str]) -> tuple[str, ...]:
    """The roles that a name in this slot may fill; none where the event opens no such slot."""
    slot = placed.slot
    city = placed.name.sense == "capital" or placed.name.named.kind == "Place"
    found = [role for role in ("actor", "target") if opens(deed, role, slot)]
    free = [role for role in found if role not in taken]
    located = slot in _PLACES and (("place" in deed.roles and opens(deed, "place", slot)) or "place" not in deed.roles)
    if city and located:
        return ("place", "target") if "target" in free and placed.name.named.kind != "Place" else ("place",)
    if located and free[:1] == ["target"] and slot in _WITHIN:
        return ("target", "place")
    if not found and slot in _WITH and deed.mutual:
        return ("target",)
    if not found and slot in _PLACES:
        return ("place",)
    if not found and slot in _TOWARDS:
        return ("target", "place")
    if not found and slot == "object":  # "gave Bangladesh money"
        free = [role for role in ("target",) if opens(deed, role, "to") or opens(deed, role, "à")]
    if city and free[:1] == ["target"]:
        physical = set(deed.types) <= load_questions().physical and slot in _DIRECTED
        if placed.name.named.kind == "Place" or not physical:
            return ("target", "place")
        return ("place",)
    return tuple(free[:1])


def opens(deed: Deed, role: str, slot: str) -> bool:
    """Whether the role may stand in the slot, at the verb itself or at a noun beside it."""
    wide = {"de": ("possessor",), "of": ("possessor",), "possessor": ("de", "of", "possessor"), "by": ("by", "subject")}
    slots = deed.roles.get(role, ())
    alike = (slot, *wide.get(slot, ()))
    if any(path[-1] in alike for path in slots if path):
        return True
    return slot == "object" and role == "target" and any(path[0] in ("clause", "clause.subject") for path in slots)


def asked_role(clause: Clause, deed: Deed) -> str:
    """The role that the opening asks for."""
    slot = clause.asked or "subject"
    for role in ("actor", "target"):
        if opens(deed, role, slot):
            return role
    return "actor" if slot in ("subject", "by") else "target"
