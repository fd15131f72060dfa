"""Files, folders, standard input, and all that can be wrong with them."""

import gzip
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.articles import SUFFIXES, Unread, limits, read_sources
from kg.model import Article
from tests.articles.conftest import ENGLISH, FEED, FRENCH, PAGE, read, read_bytes, read_one, reason


def test_importing_the_room_imports_no_parser() -> None:
    """Each library is imported when its first source is read."""
    heavy = ["trafilatura", "lxml", "htmldate", "feedparser", "warcio", "py3langid", "numpy", "yaml", "http.client"]
    code = f"import sys, kg.articles; print([m for m in {heavy!r} if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "[]"


def test_a_folder_is_read_in_order(tmp_path: Path) -> None:
    """Recursively, by name; hidden files, pictures and links to folders are passed over."""
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "c.md", ".hidden.txt", ".git/x.txt", "pic.png", "notes"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(ENGLISH)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert [item.id for item in read(tmp_path) if isinstance(item, Article)] == ["c", "z", "b", "c"]
    assert not [item for item in read(tmp_path) if isinstance(item, Unread)]


def test_reading_is_lazy(tmp_path: Path) -> None:
    """The first article comes before the second file is opened."""
    (tmp_path / "a.txt").write_text(ENGLISH)
    (tmp_path / "b.txt").write_text(ENGLISH)
    items = read_sources([tmp_path])
    assert isinstance(next(items), Article)
    (tmp_path / "b.txt").unlink()
    assert "no such file" in str(next(items))


def test_json_lines_are_streamed() -> None:
    """An article is given before the line after it has been written."""
    receiver, sender = os.pipe()
    with os.fdopen(receiver, "rb") as stdin, os.fdopen(sender, "wb", buffering=0) as pipe:
        items = read_sources(["-"], stdin=stdin)
        for number in range(3):
            pipe.write(b'{"id": "%d", "text": "The ministers met in Oslo."}\n' % number)
            article = next(items)
            assert isinstance(article, Article)
            assert article.id == str(number)


def test_one_bad_source_does_not_stop_the_others(tmp_path: Path) -> None:
    """Everything else is read, in order, and each failure has its own line."""
    (tmp_path / "good.txt").write_text(ENGLISH)
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "blank.txt").write_text(" \n\t\n")
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "paper.txt").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "pic.md").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    (tmp_path / "table.csv").write_text("a,b\n")
    (tmp_path / "nul.txt").write_bytes(b"The ministers\x00met in Oslo.")
    (tmp_path / "nothing").mkdir()
    names = [
        "missing.txt",
        "empty.txt",
        "blank.txt",
        "paper.pdf",
        "paper.txt",
        "pic.md",
        "table.csv",
        "nul.txt",
        "nothing",
    ]
    *items, last = read(*(tmp_path / name for name in [*names, "good.txt"]))
    assert isinstance(last, Article)
    says = [
        "no such file",
        "is empty",
        "holds no text",
        "a PDF",
        "a PDF",
        "a picture",
        "JSON lines",
        "NUL",
        "holds no file that kg reads",
    ]
    for name, item, word in zip(names, items, says, strict=True):
        assert str(item).startswith(str(tmp_path / name))
        assert word in str(item)
        assert "\n" not in str(item)


def test_standard_input_by_its_content() -> None:
    """Plain text, JSON lines, a page, a feed; ``--id`` names the one article."""
    (text,) = read_bytes(FRENCH.encode(), id="mine")
    assert isinstance(text, Article)
    assert (text.id, text.text, text.published) == ("mine", FRENCH, date(2024, 3, 12))
    (line,) = read_bytes(b'\n {"id": "j", "text": "They met in Oslo."}\n')
    assert isinstance(line, Article)
    assert line.id == "j"
    (page,) = read_bytes(PAGE.encode())
    assert isinstance(page, Article)
    assert page.info.title == "Cod quotas agreed"
    assert [type(item) for item in read_bytes(FEED.encode())] == [Article, Unread]
    assert "is empty" in str(read_bytes(b"")[0])
    (fragment,) = read_bytes(b"<p>The ministers met in Oslo on Tuesday.</p>")
    assert isinstance(fragment, Article)
    assert fragment.text == "The ministers met in Oslo on Tuesday."


@pytest.mark.parametrize(
    "data",
    [b'{\n "text": "They met."\n}', b'[{"text": "They met."}]', '{"text": "They met."}'.encode("utf-16")],
)
def test_json_that_is_no_json_lines_is_no_text(data: bytes) -> None:
    """An object over several lines, a list, or another encoding is refused with what to do."""
    assert "one object a line" in str(read_bytes(data)[0])


def test_compressed_standard_input() -> None:
    """Only a web archive is read compressed."""
    assert "decompress it first" in str(read_bytes(gzip.compress(ENGLISH.encode()))[0])


def test_a_text_without_a_name_is_named_by_its_content() -> None:
    """The same text has the same id, another text another."""
    first, again, other = (read_bytes(text.encode())[0] for text in (FRENCH, FRENCH, ENGLISH))
    assert isinstance(first, Article)
    assert first == again
    assert first.id.startswith("text-")
    assert first.id != other.id  # type: ignore[union-attr]


def test_blank_lines_before_a_text_are_kept() -> None:
    """Offsets count from the first character of the input."""
    (article,) = read_bytes(b"\r\n\n  " + ENGLISH.encode())
    assert isinstance(article, Article)
    assert article.text == "\r\n\n  " + ENGLISH
    assert article.info.title == ENGLISH.split("\n")[0]


def test_the_id_names_one_article(tmp_path: Path) -> None:
    """A second article under the same id would replace the first: it is refused."""
    (tmp_path / "a.txt").write_text("")
    (tmp_path / "b.txt").write_text(ENGLISH)
    (tmp_path / "c.txt").write_text(ENGLISH)
    empty, article, unread = read(tmp_path, id="x")
    assert isinstance(empty, Unread)
    assert isinstance(article, Article)
    assert article.id == "x"
    assert "'x' is already that of another article" in str(unread)


def test_two_files_of_one_name_do_not_replace_each_other(tmp_path: Path) -> None:
    """The second is refused by name, unless it says the same."""
    for folder, text in (("a", ENGLISH), ("b", FRENCH), ("c", ENGLISH)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "index.txt").write_text(text)
    first, unread, same = read(tmp_path)
    assert isinstance(first, Article)
    assert first == same
    assert isinstance(unread, Unread)
    assert f"the id 'index', as {tmp_path / 'a' / 'index.txt'} has" in unread.reason


def test_what_is_given_goes_before_what_the_article_says(tmp_path: Path) -> None:
    """Date, publisher, address and language."""
    path = tmp_path / "a.txt"
    path.write_text(FRENCH)
    article = read_one(path, published=date(2020, 1, 2), publisher="P", url="https://p.example/ü b", language="fr")
    assert (article.published, article.info.publisher, article.info.url) == (
        date(2020, 1, 2),
        "P",
        "https://p.example/ü%20b",
    )


def test_an_unnamed_file_is_read_by_its_content(tmp_path: Path) -> None:
    """A file without a suffix, given by name, is sniffed."""
    path = tmp_path / "article"
    path.write_text(PAGE)
    assert (read_one(path).info.title, read_one(path).id) == ("Cod quotas agreed", "article")


def test_a_pipe_is_read(tmp_path: Path) -> None:
    """As ``kg ingest <(command)`` gives one."""
    receiver, sender = os.pipe()
    os.write(sender, ENGLISH.encode())
    os.close(sender)
    assert read_one(f"/dev/fd/{receiver}").text == ENGLISH
    os.close(receiver)


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file over the limit is refused with what to do, and no more than the limit is read."""
    monkeypatch.setattr(limits, "MAX_BYTES", 1000)
    path = tmp_path / "a.txt"
    path.write_text("a" * 1001)
    assert "holds more than 0.001 MB; split it" in reason(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_permission(tmp_path: Path) -> None:
    """A file that may not be read is named."""
    path = tmp_path / "a.txt"
    path.write_text(ENGLISH)
    path.chmod(0)
    assert "permission denied" in reason(path)


def test_paths_that_cannot_be(tmp_path: Path) -> None:
    """A NUL, a name without end, a file used as a folder, a link that leads nowhere."""
    (tmp_path / "a.txt").write_text(ENGLISH)
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    for path in ("a\0b.txt", "x" * 5000, str(tmp_path / "a.txt" / "b.txt"), str(tmp_path / "b.txt")):
        assert isinstance(read(path)[0], Unread)
    assert "names no source" in reason("")
    assert "cannot be opened" in reason("a\0b.txt")


def test_names_of_files_stay_on_one_line(tmp_path: Path) -> None:
    """A line break or an escape sequence in a name does not reach the terminal."""
    path = tmp_path / "a\n\x1b[31m.txt"
    path.write_text("")
    assert r"a\n\x1b[31m.txt: is empty" in reason(path)


def test_a_file_name_that_is_no_utf8(tmp_path: Path) -> None:
    """Its id can be written."""
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(path).write_text(ENGLISH)
    assert read_one(path).id == "caf\ufffd"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300), suffix=st.sampled_from(["", *SUFFIXES]))
def test_any_bytes_never_raise(tmp_path: Path, data: bytes, suffix: str) -> None:
    """Whatever a file holds and is called, it is an article or a reason of one line."""
    path = tmp_path / f"any{suffix}"
    path.write_bytes(data)
    items = read(path)
    assert items
    for item in items:
        assert isinstance(item, Article) or "\n" not in str(item)
