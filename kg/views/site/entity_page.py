"""The page of an entity: what it had a part in; of an agreement, an event or an office held, what is known of it."""

from collections.abc import Iterable, Mapping, Sequence

from kg.model import Entity, Fact, Moment, OfficeTerm
from kg.views.payload import SKIPPED, in_order
from kg.views.phrases import name_of, span_words
from kg.views.site.frame import Site
from kg.views.tables import Table, facts_table
from kg.views.timeline import sides, what_words
from kg.views.timeline_page import timeline_page
from kg.views.words import Wording, wording

_THINGS = ("Agreement", "Event", "Tenure")


def entity_page(
    site: Site,
    entity: Entity,
    facts: Iterable[Fact],
    terms: Mapping[str, OfficeTerm],
    moments: Sequence[Moment],
    *,
    note: str = "",
) -> str:
    """The moments of an entity in order; first its own ``facts``, with what of references (``terms``) has against them.

    Of a thing that happens the passages are shown at once.
    """
    words = wording(site.language)
    links = [
        (site.say["graph"], site.href("/graph", name=entity.id)),
        (site.say["timeline"], site.href("/timeline", name=entity.id)),
        (site.say["disputes"], site.href("/disputes", name=entity.id)),
        ("JSON", f"/api{site.href('/entity', name=entity.id)}"),
    ]
    return timeline_page(
        moments,
        title=_title(entity, moments, words),
        language=site.language,
        site=site,
        links=links,
        note=note or (site.say["thing"] if entity.kind in _THINGS else ""),
        tables=_known(site, facts, terms, words),
        opened=entity.kind in _THINGS,
    )


def _title(entity: Entity, moments: Sequence[Moment], words: Wording) -> str:
    """What it is called; what is called after its type has its sides and its day in the reader's words."""
    if entity.kind not in _THINGS or not moments:
        return name_of(entity, words)
    first = moments[0]
    if entity.kind == "Agreement":
        return name_of(first.subject, words)
    when = span_words(first.span, words.language) if first.span else ""
    return " · ".join(filter(None, (what_words(first, words), sides(first, words), when)))


def _known(site: Site, facts: Iterable[Fact], terms: Mapping[str, OfficeTerm], words: Wording) -> list[Table]:
    """The facts with the entity as their subject, without what the heading says already."""
    own = in_order([fact for fact in facts if fact.predicate not in SKIPPED])
    table = facts_table(own, terms, language=site.language, words=words)
    kept = [place for place in range(1, len(table.columns)) if any(row[place] for row in table.rows)]
    rows = tuple(tuple(row[place] for place in kept) for row in table.rows)
    columns = tuple(table.columns[place] for place in kept)
    return [Table(title=site.say["known"], columns=columns, rows=rows)] if rows else []
