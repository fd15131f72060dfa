"""Bare years beside agreements: "dates from 1988"."""

from datetime import date

from kg.model import TimeMention, TimeSpan
from kg.reading.tree import Tree

_DIGITS = 4


def year_at(tree: Tree, at: int) -> TimeMention | None:
    """The year that the token at ``at`` is, where it is one."""
    text = tree[at].text
    if tree[at].pos != "NUM" or len(text) != _DIGITS or not text.isdigit() or not "1" <= text[0] <= "2":
        return None
    return TimeMention(at, at + 1, TimeSpan(start=date(int(text), 1, 1), end=date(int(text), 12, 31), precision="year"))
