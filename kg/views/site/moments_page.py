"""The page of the timeline: what happened, the last things first to be shown, a page at a time."""

from collections.abc import Mapping, Sequence
from datetime import date

from kg.model import Entity, Moment
from kg.views.phrases import name_of
from kg.views.site.frame import Site
from kg.views.timeline_page import timeline_page
from kg.views.words import wording


def moments_page(
    site: Site,
    who: Sequence[Entity],
    moments: Sequence[Moment],
    *,
    asked: Mapping[str, str | date | None],
    offset: int,
    limit: int,
    more: bool,
) -> str:
    """The moments in order, with a form to choose whose, with whom and when (``asked`` are its values), and the ways to
    those before and after.
    """
    say, words = site.say, wording(site.language)
    names = [name_of(one, words) for one in who]
    return timeline_page(
        moments,
        title=" – ".join([say["timeline"], *names]) if names else say["timeline"],
        language=site.language,
        site=site,
        links=[(name, site.entity(one)) for name, one in zip(names, who, strict=True)],
        note=say["timeline_part"].format(limit) if more and not offset else "",
        form=[
            {"name": "name", "type": "search", "label": say["whose"], "value": _shown(asked["name"])},
            {"name": "with", "type": "search", "label": say["with"], "value": _shown(asked["with"])},
            {"name": "since", "type": "date", "label": say["since"], "value": _shown(asked["since"])},
            {"name": "until", "type": "date", "label": say["until"], "value": _shown(asked["until"])},
        ],
        pages=_pages(site, {name: _shown(value) for name, value in asked.items() if value}, offset, limit, more),
    )


def _shown(value: str | date | None) -> str:
    return "" if value is None else str(value)


def _pages(site: Site, asked: Mapping[str, str], offset: int, limit: int, more: bool) -> list[tuple[str, str, str]]:
    """The pages of what was before and after."""

    def way(start: int) -> str:
        return site.href("/timeline", **asked, **({"offset": str(start)} if start else {}))

    earlier = [(site.say["earlier"], way(offset + limit), "prev")] if more else []
    later = [(site.say["later"], way(max(offset - limit, 0)), "next")] if offset else []
    return [*earlier, *later]
