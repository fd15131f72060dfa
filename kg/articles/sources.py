"""Sources: files, folders, addresses and standard input, read one article at a time."""

import io
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from kg.articles.draft import Draft, Given, Unread, finish
from kg.articles.formats import (
    SUFFIXES,
    Format,
    format_of_media_type,
    is_address,
    markup_of,
    refuse_binary,
    refuse_json,
    sniff,
    stem_of,
    suffix_of,
    unknown_suffix,
)
from kg.articles.limits import MAX_BYTES, read_all
from kg.model import LANGUAGES, Article, ArticleError

STDIN = "standard input"


def read_sources(
    sources: Iterable[str | Path],
    *,
    stdin: BinaryIO | None = None,
    id: str | None = None,
    published: date | None = None,
    publisher: str | None = None,
    url: str | None = None,
    language: str | None = None,
    languages: tuple[str, ...] = LANGUAGES,
) -> Iterator[Article | Unread]:
    """The articles of ``sources`` in their order, and in its place what could not be read; nothing is raised for that.

    A source is a file, a folder (read recursively in the order of its names; hidden files, links to folders and
    suffixes that kg does not know are passed over), an ``http`` or ``https`` address, or ``-`` for ``stdin``
    (JSON lines, HTML, a feed, a web archive or plain text, by its content). One article is in memory at a time.

    What is given here goes before what an article says of itself; ``languages`` are those that are read. ``id`` names
    one article: a second one is Unread. The id of an article is its record's, else the file's name without its last
    suffix, else the address, else a digest of the text. Of two files of one name and different content the second is
    Unread: it would replace the first.
    """
    given = Given(id=id, published=published, publisher=publisher, url=url, language=language, languages=languages)
    named = False
    files: dict[str, tuple[str, int]] = {}
    for source in sources:
        for item in _read_source(source, stdin):
            if isinstance(item, Draft):
                if id and named:
                    yield Unread(
                        item.source, item.line, f"the id {id!r} is already that of another article; give each its own"
                    )
                    continue
                result = finish(item, given)
                named = named or isinstance(result, Article)
                yield _sole(result, item, files)
            else:
                yield item


def read_one(
    source: str | Path,
    *,
    stdin: BinaryIO | None = None,
    published: date | None = None,
    language: str | None = None,
    languages: tuple[str, ...] = LANGUAGES,
) -> Article:
    """The one article of a source; ArticleError where it cannot be read, or holds more than one."""
    articles: list[Article] = []
    for item in read_sources([source], stdin=stdin, published=published, language=language, languages=languages):
        if isinstance(item, Unread):
            raise ArticleError(f"not read: {item}")
        articles.append(item)
        if len(articles) > 1:
            raise ArticleError(f"{source}: holds several articles; ingest it, then give the id of one")
    return articles[0]


def _sole(result: Article | Unread, draft: Draft, files: dict[str, tuple[str, int]]) -> Article | Unread:
    """``result``, but Unread where it is named by its file and another of ``files`` has this name and other content."""
    if isinstance(result, Unread) or draft.line is not None or result.id != stem_of(Path(draft.source).name):
        return result
    first, content = files.setdefault(result.id, (draft.source, hash(result.text)))
    if content == hash(result.text):
        return result
    return Unread(draft.source, None, f"has the id {result.id!r}, as {first} has; rename it, or read it with --id")


Items = Iterator[Draft | Unread]


def _read_source(source: str | Path, stdin: BinaryIO | None) -> Items:
    label = str(source)
    if label == "-":
        return _guarded(STDIN, lambda: _read_unnamed(stdin or sys.stdin.buffer, STDIN))
    if not label:
        return iter([Unread("''", None, "names no source; give a file, a folder, an address or -")])
    if isinstance(source, str) and is_address(source):
        return _guarded(label, lambda: _read_address(label))
    return _guarded(label, lambda: _read_path(Path(source), label))


def _guarded(source: str, read: Callable[[], Items]) -> Items:
    """What ``read`` gives, and Unread in place of the error that ends it or of nothing at all."""
    count = 0
    try:
        for item in read():
            count += 1
            yield item
    except ArticleError as error:
        yield Unread(source, None, str(error))
    except OSError as error:
        yield Unread(source, None, _reason(error))
    except ValueError as error:  # a path with a NUL
        yield Unread(source, None, f"cannot be opened: {error}")
    else:
        if not count:
            yield Unread(source, None, "holds no articles")


def _read_path(path: Path, label: str) -> Items:
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        yield from _read_folder(path)
        return
    suffix = suffix_of(path.name)
    with path.open("rb") as stream:
        if suffix in SUFFIXES:
            yield from _read_stream(SUFFIXES[suffix], stream, label, path.name)
        elif suffix and stat.S_ISREG(mode):
            refuse_binary(stream.read(64))
            raise ArticleError(unknown_suffix(suffix))
        else:
            yield from _read_unnamed(stream, label, path.name)


def _read_folder(folder: Path) -> Items:
    """The articles below ``folder``, found folder by folder; ArticleError where there is no file that kg reads."""
    found = False
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if path is not folder and not path.is_dir():
            found = True
            yield from _guarded(str(path), lambda path=path: _read_path(path, str(path)))  # type: ignore[misc]
            continue
        try:
            waiting.extend(sorted(_entries(path), key=lambda entry: entry.name, reverse=True))
        except OSError as error:
            if path is folder:
                raise
            found = True
            yield Unread(str(path), None, _reason(error))
    if not found:
        raise ArticleError(f"holds no file that kg reads; it reads {', '.join(SUFFIXES)}")


def _entries(folder: Path) -> Iterator[Path]:
    """The folders and the readable files directly in ``folder``."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False) or (suffix_of(entry.name) in SUFFIXES and entry.is_file()):
                yield Path(entry.path)


def _read_address(address: str) -> Items:
    from kg.articles.web import fetch

    page = fetch(address)
    name = unquote(urlsplit(page.address).path).rpartition("/")[2]
    format = format_of_media_type(page.media_type, name, page.data[:4096])
    stream = io.BytesIO(page.data)
    yield from _read_stream(format, stream, address, id=address, url=page.address, charset=page.charset)


def _read_unnamed(stream: BinaryIO, source: str, name: str | None = None) -> Items:
    """What is read where no suffix tells the format: the first line that is not blank does."""
    head = b""
    while len(head) < MAX_BYTES and (line := stream.readline(MAX_BYTES)):
        head += line
        if line.strip():
            break
    whole = io.BufferedReader(_Rejoined(head, stream))
    yield from _read_stream(sniff(head), whole, source, name)


def _read_stream(
    format: Format,
    stream: BinaryIO,
    source: str,
    name: str | None = None,
    *,
    id: str | None = None,
    url: str | None = None,
    charset: str | None = None,
) -> Items:
    """The drafts that ``stream`` holds; each format's module is imported when it is first needed."""
    if format == "json lines":
        from kg.articles.json_lines import read_json_lines

        yield from read_json_lines(stream, source=source)
        return
    if format == "warc":
        from kg.articles.warc import read_warc

        yield from read_warc(stream, source=source)
        return
    data = read_all(stream)
    if format == "feed" and markup_of(data[:4096]) != "html":
        from kg.articles.feed import read_feed

        yield from read_feed(data, source=source, url=url)
    elif format in ("html", "feed"):
        from kg.articles.html import read_html

        yield read_html(data, source=source, id=id or (stem_of(name) if name else None), url=url, charset=charset)
    else:
        from kg.articles.text import read_text

        if suffix_of(name or "") not in SUFFIXES:
            refuse_json(data)
        draft = read_text(data, source=source, name=name, markdown=format == "markdown", charset=charset)
        yield draft if not url else _placed(draft, id, url)


def _placed(draft: Draft, id: str | None, url: str) -> Draft:
    from dataclasses import replace

    return replace(draft, id=draft.id or id, url=draft.url or url)


class _Rejoined(io.RawIOBase):
    """A stream of which the first bytes were read already."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._read = getattr(rest, "read1", rest.read)  # what is there, without waiting for more

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        chunk = self._head[: len(buffer)] or self._read(len(buffer))
        self._head = self._head[len(chunk) :]
        buffer[: len(chunk)] = chunk
        return len(chunk)


def _reason(error: OSError) -> str:
    """What the system says, in the user's words, with what to do."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder; check the path"
    if isinstance(error, PermissionError):
        return "cannot be opened: permission denied; make it readable"
    return f"cannot be read: {error.strerror or error}"
