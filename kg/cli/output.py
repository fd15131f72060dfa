"""Printing: tables for people, JSON, JSON lines and CSV for programs. Programs get UTF-8 whatever the locale."""

import csv
import io
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from kg.views.tables import Table

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

WIDTH = 120
"""Columns where standard output is no terminal and ``$COLUMNS`` is not set."""
NARROW = 20
"""Columns that a cell takes at most, but for those of the roomiest column."""
ROOMY = 30
"""Columns that passages take at least."""
LONG = 60
"""Characters from which on a cell is prose, and rows are set apart."""


def print_tables(tables: Iterable[Table], *, empty: str = "nothing found") -> None:
    """Print tables one below the other; ``empty`` goes to standard error where none has a row."""
    shown = [table for table in tables if table.rows]
    if not shown:
        click.echo(empty, err=True)
        return
    from rich.console import Console

    if sys.stdout.isatty():
        console = Console(markup=False, highlight=False, emoji=False)
        for table in shown:
            console.print(_drawn(table, console.width))
        return
    width = int(columns) if (columns := os.environ.get("COLUMNS", "")).isdecimal() and columns != "0" else WIDTH
    for table in shown:
        text = io.StringIO()
        Console(file=text, width=width, markup=False, highlight=False, emoji=False).print(_drawn(table, width))
        lines = [line.rstrip() for line in text.getvalue().strip("\n").split("\n")]
        click.echo("\n".join(lines).strip("\n") + ("\n" if table is not shown[-1] else ""))


def _drawn(table: Table, width: int) -> "RenderableType":
    """The table without empty columns, ``width`` wide; a block a row where there are too many columns for that."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table as Drawn
    from rich.text import Text

    kept = [i for i in range(len(table.columns)) if any(row[i].strip() for row in table.rows)] or [0]
    names = [_line(table.columns[i]) for i in kept]
    rows = [[_line(row[i]) for i in kept] for row in table.rows]
    title = Text(_line(table.title), style="bold") if table.title else None
    widths = column_widths(names, rows, width)
    if widths is None:
        return _blocks(names, rows, title)
    prose = max(len(cell) for row in rows for cell in row) > LONG
    drawn = Drawn(box=SIMPLE_HEAD, title=title, title_justify="left", pad_edge=False, leading=int(prose))
    for name, room in zip(names, widths, strict=True):
        drawn.add_column(Text(name), overflow="fold", width=room)
    for row in rows:
        drawn.add_row(*map(Text, row))
    return drawn


def _blocks(names: list[str], rows: list[list[str]], title: "Text | None") -> "RenderableType":
    from rich.console import Group
    from rich.padding import Padding
    from rich.table import Table as Drawn
    from rich.text import Text

    parts: list[RenderableType] = [Padding(title, (1, 0, 0, 0))] if title else []
    for row in rows:
        block = Drawn.grid(padding=(0, 2))
        block.add_column(overflow="fold")
        block.add_column(overflow="fold")
        for name, cell in zip(names[1:], row[1:], strict=True):
            if cell:
                block.add_row(Text(f"  {name}", style="dim"), Text(cell))
        parts += [Padding(Text(row[0], style="bold", overflow="fold"), (1, 0, 0, 0)), block]
    return Group(*parts)


def column_widths(names: list[str], rows: list[list[str]], width: int) -> list[int] | None:
    """How wide each column is for a table to be ``width`` wide at most; ``None`` where words would have to be broken.

    Passages, else the longest column, take what room the others leave.

    >>> column_widths(["who", "passage"], [["Russia", "so it is said of old"]], 40)
    [6, 20]
    >>> column_widths(["who", "passage"], [["Russia", "so it is said of old"]], 12) is None
    True
    """
    from rich.cells import cell_len

    columns = [[name, *(row[i] for row in rows)] for i, name in enumerate(names)]
    lengths = [sum(map(cell_len, cells)) for cells in columns]
    roomy = names.index("passage") if "passage" in names else lengths.index(max(lengths))
    least = [min(NARROW, max(cell_len(word) for cell in cells for word in cell.split())) for cells in columns]
    widths = [max(map(cell_len, cells)) for cells in columns]
    least[roomy] = min(ROOMY, widths[roomy])
    widths = [room if i == roomy else min(room, NARROW) for i, room in enumerate(widths)]
    while (over := sum(widths) + 3 * len(names) - 1 - width) > 0:
        slack = [room - few for room, few in zip(widths, least, strict=True)]
        i = slack.index(max(slack))
        if slack[i] <= 0:
            return None
        others = sorted(slack)[-2] if len(slack) > 1 else 0
        widths[i] -= max(1, min(over, slack[i] - max(others, 0)))
    return widths


def print_json(value: Any) -> None:
    """Print a value as one JSON document, indented."""
    _write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def print_json_lines(values: Iterable[Any]) -> None:
    """Print a value a line, each as soon as it is there."""
    for value in values:
        _write(json.dumps(value, ensure_ascii=False) + "\n")
        standard_output().flush()


def print_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """Print a header line and a row a line; a missing value or ``None`` is empty."""
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, columns, lineterminator="\n")
    table.writeheader()
    for row in rows:
        table.writerow(row)
        _write(text.getvalue())
        text.seek(0)
        text.truncate()
    _write(text.getvalue())


def standard_output() -> BinaryIO:
    """Standard output, for bytes."""
    return sys.stdout.buffer


def _write(text: str) -> None:
    standard_output().write(text.encode("utf-8", "backslashreplace"))


def _line(text: str) -> str:
    return " ".join(text.split())
