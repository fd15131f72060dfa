"""Offices: who holds which, as the words beside a name say."""

from collections.abc import Iterator

from kg.claims.passage import Passage
from kg.model import Claim


def offices(passage: Passage) -> Iterator[Claim]:
    """An office claim for each title that the text gives to a named person, where it says or shows of what."""
    seen: set[tuple[str, str, str]] = set()
    for mention in passage.reading.offices:
        if mention.holder is None or mention.of is None:
            continue
        key = (mention.holder.id, mention.office, mention.of.id)
        if key in seen:
            continue
        seen.add(key)
        yield Claim(
            kind="office",
            article=passage.article.info,
            type="office",
            label=mention.office,
            roles={"holder": (mention.holder,), "of": (mention.of,)},
            office=mention.office,
            standing=mention.standing,
            evidence=passage.evidence(range(mention.first, mention.last)),
            confidence=0.9,
            rule=f"office/{mention.office}",
        )
