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
    from rich.table import Table as Drawn

WIDTH = 120
"""Columns where standard output is no terminal and ``$COLUMNS`` is not set."""
NARROW = 24
"""Columns that a cell takes at most, but for those of the column with the most text."""
LONG = 40
"""Characters from which on a cell is prose, and rows are set apart."""


def print_tables(tables: Iterable[Table], *, empty: str = "nothing found") -> None:
    """Print tables one below the other; ``empty`` goes to standard error where none has a row."""
    shown = [table for table in tables if table.rows]
    if not shown:
        click.echo(empty, err=True)
        return
    from rich.console import Console

    drawn = [_drawn(table) for table in shown]
    if sys.stdout.isatty():
        Console(markup=False, highlight=False, emoji=False).print(*drawn)
        return
    text = io.StringIO()
    width = int(columns) if (columns := os.environ.get("COLUMNS", "")).isdecimal() and columns != "0" else WIDTH
    Console(file=text, width=width, markup=False, highlight=False, emoji=False).print(*drawn)
    click.echo("\n".join(line.rstrip() for line in text.getvalue().strip("\n").split("\n")))


def _drawn(table: Table) -> "Drawn":
    """The table without empty columns: the passages, else the longest column, take what room the others leave."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table as Drawn
    from rich.text import Text

    lengths = [sum(len(row[i].strip()) for row in table.rows) for i in range(len(table.columns))]
    prose = max(len(cell) for row in table.rows for cell in row) > LONG
    title = Text(_line(table.title), style="bold") if table.title else None
    drawn = Drawn(box=SIMPLE_HEAD, title=title, title_justify="left", pad_edge=False, leading=int(prose))
    roomy = table.columns.index("passage") if "passage" in table.columns else lengths.index(max(lengths))
    for i, name in enumerate(table.columns):
        if lengths[i]:
            most = None if i == roomy else NARROW
            drawn.add_column(Text(_line(name)), overflow="fold", max_width=most)
    for row in table.rows:
        drawn.add_row(*(Text(_line(cell)) for cell, length in zip(row, lengths, strict=True) if length))
    return drawn


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
