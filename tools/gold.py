"""Annotated articles: reading them, and telling whether a claim says what an annotation says.

The format is that of ``tests/gold/README.md``.
"""

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from kg.model import Article, ArticleInfo, Claim, Entity

Annotation = Mapping[str, Any]


def records(path: Path, texts: Path | None = None) -> Iterator[tuple[Article, Annotation]]:
    """Each article of a file with its annotations. A record without a text names a file in the folder ``texts``.

    SystemExit with the file and line where it names one and no folder is given.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        record = json.loads(line)
        if "text" not in record and texts is None:
            raise SystemExit(f"{path}:{number}: the text is in {record['file']}; give its folder with --texts")
        text = record.get("text") or (texts or Path()).joinpath(record["file"]).read_text(encoding="utf-8")
        published = record.get("published")
        info = ArticleInfo(
            id=record["id"],
            title=None if "file" in record else record.get("title"),
            publisher=record.get("publisher"),
            published=date.fromisoformat(published) if published else None,
            language=record["lang"],
        )
        yield Article(info=info, text=text), record


def is_right(claim: Claim, article: Article, record: Annotation) -> bool:
    """Whether an annotation of the article says what the claim says: kind, type, who, and overlapping words."""
    return any(
        overlaps(claim.evidence.start, claim.evidence.end, article, annotation)
        and _AGREE[claim.kind](claim, annotation)
        for annotation in record.get(f"{claim.kind}s") or ()
    )


def overlaps(first: int, last: int, article: Article, annotation: Annotation) -> bool:
    """Whether a passage that carries the annotation shares a character with the half-open span."""
    for quote in (annotation["quote"], *annotation.get("also", ())):
        start = article.text.find(quote)
        while start >= 0:
            if first < start + len(quote) and start < last:
                return True
            start = article.text.find(quote, start + 1)
    return False


def _event(claim: Claim, annotation: Annotation) -> bool:
    if claim.type not in annotation["types"]:
        return False
    actors, targets = claim.filling("actor"), claim.filling("target")
    who, whom = annotation["actor"], annotation["target"]
    if _some(who, actors) and _some(whom, targets):
        return True
    both = (*actors, *targets)
    turned = _some(who, targets) and _some(whom, actors)
    return bool(annotation.get("reciprocal")) and (turned or (_some(who[:1], both) and _some(whom[:1], both)))


def _agreement(claim: Claim, annotation: Annotation) -> bool:
    parties, wanted = claim.filling("party"), annotation["parties"]
    every = all(any(_names(party, one) for party in parties) for one in wanted)
    none_else = all(any(_names(party, one) for one in wanted) for party in parties)
    return every and none_else and _plain(claim.type) in map(_plain, annotation["kinds"])


def _office(claim: Claim, annotation: Annotation) -> bool:
    holders = [_plain(holder.label).split()[-1] for holder in claim.filling("holder")]
    known = any(_plain(name).split()[-1] in holders for name in annotation["person"].split("|"))
    said = _plain(claim.office or "")
    named = any(_plain(name) in said or said in _plain(name) for name in annotation["office"].split("|"))
    return known and named and _some([annotation["of"]] if annotation.get("of") else [], claim.filling("of"))


_AGREE = {"event": _event, "agreement": _agreement, "office": _office}


def is_named(wanted: Sequence[str], entities: Sequence[Entity]) -> bool:
    """Whether one of the entities is one of those wanted: codes of states, or names that ``|`` parts."""
    return any(_names(entity, one) for one in wanted for entity in entities)


def _some(wanted: Sequence[str], entities: Sequence[Entity]) -> bool:
    return not wanted or is_named(wanted, entities)


def _names(entity: Entity, wanted: str) -> bool:
    """Whether the entity is, or acts for, the state of a code, or bears one of the names that ``|`` parts."""
    label = _plain(entity.label)
    return any(
        name in (entity.iso3, entity.acts_for) or f" {_plain(name)} " in f" {label} " or label in _plain(name)
        for name in wanted.split("|")
    )


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text)
    kept = (c if c.isalnum() else " " for c in letters if not unicodedata.combining(c))
    return " ".join("".join(kept).lower().split())
