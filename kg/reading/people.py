"""One person through an article: a surname alone means the one who was named in full."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.model import Entity, Mention, OfficeMention
from kg.reading.names import fold
from kg.vocabulary import load_gazetteer


def unite(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with each part of a name replaced by the one full name of the article that holds it."""
    full = {m.entity.label: m.entity for m in mentions if m.entity.kind == "Person" and " " in m.entity.label}
    owner: dict[str, set[str]] = {}
    for name in full:
        for part in fold(name).replace("-", " ").split():
            owner.setdefault(part, set()).add(name)
    united = []
    for mention in mentions:
        name = mention.entity.label
        if mention.entity.kind == "Person" and name not in full:
            candidates = owner.get(fold(name).replace("-", " ").split()[-1], set())
            if len({full[c].id for c in candidates}) == 1:
                mention = replace(mention, entity=full[min(candidates, key=len)])
        elif mention.entity.kind in ("Organisation", "Place") and not _is_known(mention.entity):
            owners = owner.get(fold(name), set())
            ends = {c for c in owners if fold(name) in (fold(c.split()[0]), fold(c.split()[-1]))}
            if len({full[c].id for c in ends}) == 1:  # the recogniser takes "Wang" for a company
                mention = replace(mention, entity=full[min(ends, key=len)])
        united.append(mention)
    return united


def _is_known(entity: Entity) -> bool:
    return load_gazetteer().profile(entity.id) is not None


def affiliations(offices: Sequence[OfficeMention]) -> Mapping[str, str]:
    """For each person's IRI whose office the text gives them: an ISO 3166 code, else the IRI of an organisation.

    The first one counts, and a state's before that of an organisation.
    """
    states: dict[str, str] = {}
    organisations: dict[str, str] = {}
    for office in offices:
        if office.holder is None or office.of is None or office.standing == "former":
            continue
        if office.of.state:
            states.setdefault(office.holder.id, office.of.state)
        elif office.of.kind == "Organisation" and not load_gazetteer().is_media(office.of.id):
            organisations.setdefault(office.holder.id, office.of.organisation or office.of.id)
    return organisations | states


def affiliate(entity: Entity, by_person: Mapping[str, str]) -> Entity:
    """``entity`` with the state or organisation that it acts for, where it is a person with one."""
    whom = by_person.get(entity.id) if entity.kind == "Person" and entity.state is None else None
    return replace(entity, acts_for=whom) if whom else entity
