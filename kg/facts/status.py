"""What claims are worth together: the status of a fact."""

from collections.abc import Iterable, Sequence

from kg.facts.witnesses import Witness, are_independent, sources, witness
from kg.model import ASSERTED, STATUSES, Claim, Modality, Status

_DECISIVE: dict[Status, tuple[Modality, ...]] = {
    "disputed": ("asserted",),
    "corroborated": ("asserted",),
    "stated": ("asserted",),
    "alleged": ("reported",),
    "expected": ("planned", "possible"),
    "denied": (),
}
Weighed = Sequence[tuple[Witness, Modality]]


def weigh(supports: Weighed, denials: Sequence[Witness] = ()) -> Status:
    """The status of what ``supports`` say, each with the modality it says it in, and ``denials`` deny.

    The first that fits: disputed, corroborated, stated, alleged, expected, denied. A denial disputes what another
    voice asserts; a voice that contradicts itself disputes nothing.
    """
    asserted = [one for one, modality in supports if modality == "asserted"]
    if asserted and denials and len({one.voice for one in (*asserted, *denials)}) > 1:
        return "disputed"
    if asserted:
        return "corroborated" if are_independent(asserted) else "stated"
    return _unasserted(supports)


def _unasserted(supports: Weighed) -> Status:
    modalities = {modality for _, modality in supports}
    if "reported" in modalities:
        return "alleged"
    return "expected" if modalities else "denied"


def rank(supports: Weighed) -> int:
    """How surely something is said: 0 where it is asserted, else the place of its status among ``STATUSES``."""
    asserted = any(modality == "asserted" for _, modality in supports)
    return 0 if asserted else STATUSES.index(_unasserted(supports))


def is_asserted(status: Status) -> bool:
    """Whether ``status`` is one of the default graph's."""
    return status in ASSERTED


def no_better(status: Status, limit: Status) -> Status:
    """``status``, or ``limit`` where that is further from asserted: a part is never surer than its whole."""
    if is_asserted(status) and is_asserted(limit):
        return status
    return STATUSES[max(STATUSES.index(status), STATUSES.index(limit))]


def of_part(whole: Status, own: Status, *, differ: bool = False, contradicted: bool = False) -> Status:
    """The status of one role, date or figure of a ``whole`` (an event, or a stage of an agreement).

    It is the whole's, unless by their ``own`` status the claims that give this value are only hearsay or plans, or they
    ``differ`` from others that give another value, or are ``contradicted`` by them.
    """
    if is_asserted(own) and is_asserted(whole):
        if contradicted or whole == "disputed":
            return "disputed"
        return own if differ else whole
    return no_better(own, whole)


def decisive(status: Status, supports: Weighed) -> list[Witness]:
    """The witnesses whose modality makes ``status``; all where none does."""
    found = [one for one, modality in supports if modality in _DECISIVE[status]]
    return found or [one for one, _ in supports]


def deciding_sources(status: Status, claims: Iterable[Claim]) -> int:
    """How many independent sources say what has a ``status``: of what took place not those who only foresaw it."""
    said = map(witness, claims)
    return sources(decisive(status, [(one, one.modality) for one in said]))
