"""``kg`` itself: its options, its commands, and how what goes wrong is told."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import Any, NoReturn, cast

import click

from kg.cli.settings import Settings

COMMANDS = (
    "ingest", "ask", "query", "claims", "facts", "show", "timeline", "disputes", "diff", "history", "stats",
    "why", "same", "different", "explain", "view", "export", "validate", "import", "retract", "serve",
)  # fmt: skip
"""Each command is the value ``command`` of the module of its name, imported when it is first needed.

A name that Python keeps for itself has an underscore after it there.
"""


class Failure(click.ClickException):
    """What went wrong, in one line on standard error; the process ends with status 1."""

    def __init__(self, message: str) -> None:
        super().__init__("".join(c if c.isprintable() else " " for c in " ".join(message.split())))


class Interruption(Failure):
    """Ctrl-C; the process ends with the status of SIGINT."""

    exit_code = 130


class Commands(click.Group):
    """A group that imports a command when it is asked for."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = f"{name}_" if iskeyword(name) else name
        return cast(click.Command, import_module(f"kg.cli.{module}").command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            ctx.fail(_no_command(args[0]))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        with _told():
            return super().invoke(ctx)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--store",
    envvar="KG_STORE",
    default="kg-store",
    show_default="$KG_STORE, else kg-store",
    type=click.Path(path_type=Path),
    help="The folder that holds the graph.",
)
@click.option("--base", metavar="IRI", help="Where the IRIs of a new store begin.")
@click.version_option(package_name="factkg", message="kg %(version)s")
@click.pass_context
def kg(ctx: click.Context, store: Path, base: str | None) -> None:
    """A knowledge graph that tracks facts: who did what to whom, who says so, since when, and who disagrees.

    \b
      kg ingest articles/        read articles into the graph
      kg ask "Which agreements tie Russia to North Korea?"
      kg view -o graph.html      draw it
    """
    _replace_closed_streams()
    for stream in (sys.stdout, sys.stderr):  # a terminal that lacks a letter shows its code instead
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    ctx.obj = Settings(store, base)


def _replace_closed_streams() -> None:
    """Open what the caller has closed (``>&-``) on nothing, so that no file of the store takes its number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 (open until the process ends)


@contextmanager
def _told() -> Iterator[None]:
    """What goes wrong inside is told in one line: errors of kg and of the system, Ctrl-C, a reader that went away."""
    from kg.model import KgError

    try:
        yield
        sys.stdout.flush()
    except KgError as error:
        if _is_broken_pipe(error):
            _leave_quietly()
        raise Failure(str(error)) from error
    except BrokenPipeError:
        _leave_quietly()
    except OSError as error:
        _silence()
        where = f"{error.filename}: " if error.filename else ""
        raise Failure(
            f"{where}{error.strerror or error}; check the path, its permissions and the space left"
        ) from error
    except KeyboardInterrupt as stop:
        raise Interruption("interrupted; what was written before is kept") from stop


def _is_broken_pipe(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, BrokenPipeError):
            return True
        error = error.__cause__
    return False


def _leave_quietly() -> NoReturn:
    """End as a program does that is cut off by its reader (``| head``): with the status of SIGPIPE, saying nothing."""
    _silence()
    raise click.exceptions.Exit(141)


def _silence() -> None:
    """Send what is still to be flushed nowhere, so that the interpreter does not fail on it when it ends."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # standard output is no file
        return


def _no_command(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, COMMANDS, n=1)
    return f"no command {name!r}; " + (f"did you mean {near[0]}?" if near else f"use one of {', '.join(COMMANDS)}")
