"""Offices: who holds which, as the words beside a name say."""

from collections.abc import Iterator
from dataclasses import replace

from kg.claims.finding import Filled, Finding
from kg.claims.passage import Passage
from kg.model import Claim, Entity, OfficeMention, Rule, TimeSpan

_SOURCE = "ontology/gazetteer/offices.yaml"


def offices(passage: Passage) -> Iterator[Finding]:
    """What becomes of each title: a claim where it is a named person's and the text says or shows of what, once."""
    seen: set[tuple[str, str, str]] = set()
    ranks = {o.title_en for o in passage.gazetteer.offices(passage.reading.language).values() if o.rank}
    for mention in passage.reading.offices:
        if mention.office in ranks:  # « le général X » names no office
            continue
        rule = Rule(id=f"office/{mention.office}", type="office", source=_SOURCE)
        finding = Finding(rule, tuple(range(mention.first, mention.last)))
        if mention.holder is None or mention.of is None:
            yield finding.unread("no state" if mention.holder else "no holder")
            continue
        key = (mention.holder.id, mention.office, mention.of.id)
        if key in seen:
            yield finding.unread("told already")
            continue
        seen.add(key)
        claim = Claim(
            kind="office",
            article=passage.article.info,
            type="office",
            label=mention.office,
            roles={"holder": (mention.holder,), "of": (mention.of,)},
            office=mention.office,
            scene=_scene(passage, mention),
            standing=mention.standing,
            evidence=passage.evidence(range(mention.first, mention.last)),
            confidence=0.9,
            rule=rule.id,
        )
        filled = tuple(
            _filled(passage, role, entity, mention) for role, entity in (("holder", mention.holder), ("of", mention.of))
        )
        yield replace(finding, claim=claim, filled=filled)


def _scene(passage: Passage, title: OfficeMention) -> TimeSpan | None:
    """When that took place which the clause of a title tells as past; ``None`` where the text does not say."""
    told = passage.circumstances.scene(title.head)
    return told.span if told else None


def _filled(passage: Passage, role: str, entity: Entity, title: OfficeMention) -> Filled:
    """The role with the words in or beside the title that name who fills it; none where only the context does."""
    named = [
        (m.first, m.last)
        for i in range(title.first, title.last)
        for m in passage.referents.mentions(i)
        if m.sense != "office" and m.entity.id == entity.id
    ]
    first, last = named[0] if named else (title.first, title.first)
    return Filled(role, entity, first, last, inferred=not named)
