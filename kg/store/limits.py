"""At most so many rows: the query cut short, and whether that left any out."""

from collections.abc import Sequence

from kg.store.sparql import Token, form

_MARKS = {"json": b"},{", "xml": b"<result>", "csv": b"\r\n", "tsv": b"\n"}


def cut_short(words: Sequence[Token], limit: int) -> tuple[list[Token], list[Token] | None]:
    """The words of a SELECT with at most ``limit`` rows, and those of one that finds the row after these.

    The second is ``None`` where the query itself asks for no more.
    """
    at, skipped = _clause(words, "LIMIT"), _clause(words, "OFFSET")
    asked = int(words[at + 1].text) if at is not None else None
    if asked is not None and asked <= limit:
        return list(words), None
    offset = int(words[skipped + 1].text) if skipped is not None else 0
    dropped = {index for clause in (at, skipped) if clause is not None for index in (clause, clause + 1)}
    values = _clause(words, "VALUES")
    end = len(words) if values is None else values
    before = [word for index, word in enumerate(words[:end]) if index not in dropped]
    after = list(words[end:])
    return (
        [*before, *_modifiers(words[-1], limit, offset), *after],
        [*before, *_modifiers(words[-1], 1, offset + limit), *after],
    )


def _modifiers(last: Token, limit: int, offset: int) -> list[Token]:
    pairs = (("word", "LIMIT"), ("number", str(limit)), ("word", "OFFSET"), ("number", str(offset)))
    return [Token(kind, text, last.start) for kind, text in pairs]  # type: ignore[arg-type]


def _clause(words: Sequence[Token], keyword: str) -> int | None:
    """The index of a word that belongs to the outermost query, after its pattern; ``None`` where there is none."""
    depth, seen = 0, False
    for index in range(form(words), len(words)):
        text = words[index].text
        if text in ("{", "(", "["):
            depth, seen = depth + 1, seen or text == "{"
        elif text in ("}", ")", "]"):
            depth -= 1
        elif depth == 0 and seen and words[index].says(keyword):
            following = words[index + 1] if index + 1 < len(words) else None
            return index if keyword == "VALUES" or (following and following.text.isdecimal()) else None
    return None


class RowCounter:
    """Counts the rows of what is written through it: exactly, or (text may hold the mark too) a few too many."""

    def __init__(self, format: str) -> None:
        self._mark = _MARKS[format]
        self._tail = b""
        self.rows = 1 if format == "json" else 0 if format == "xml" else -1  # CSV and TSV begin with a line of names

    def add(self, data: bytes) -> None:
        """Count what is written next."""
        whole = self._tail + data
        self.rows += whole.count(self._mark)
        self._tail = whole[len(whole) - len(self._mark) + 1 :] if len(self._mark) > 1 else b""
