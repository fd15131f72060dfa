"""JSON lines."""

import json
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles import Unread, limits
from kg.articles.draft import Draft, fit
from kg.articles.json_lines import read_json_lines
from kg.model import Article
from tests.articles.conftest import ENGLISH, FRENCH, read

RECORD = {
    "id": "n-1",
    "title": "Norway and Canada agree",
    "text": ENGLISH,
    "published": "2024-03-13",
    "publisher": "The Harbour Post",
    "url": "https://harbour.example/cod",
    "language": "en",
    "mood": "calm",
}


def drafts(data: bytes) -> list[Draft | Unread]:
    return list(read_json_lines(BytesIO(data), source="a.jsonl"))


def test_a_record_is_an_article(tmp_path: Path) -> None:
    """Each key is taken as it is, unknown ones are passed over; the date is the record's, not the text's."""
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(RECORD) + "\n")
    (article,) = read(path)
    assert isinstance(article, Article)
    assert article.info.to_json() == {key: RECORD[key] for key in RECORD if key not in ("text", "mood")}
    assert article.text == ENGLISH


def test_bad_lines_are_named_and_the_others_read(tmp_path: Path) -> None:
    """One line each, with the file and the number of the line."""
    lines = [json.dumps({"id": "a", "text": ENGLISH}), '{"id": "b", "text": ', "", "[1]", '{"title": "x"}']
    lines += [
        '{"text": 5}',
        '{"text": "x", "title": []}',
        '{"text": "x", "published": "soon"}',
        '{"text": "x", "id": {}}',
    ]
    lines += [json.dumps({"id": "z", "text": FRENCH})]
    path = tmp_path / "n.ndjson"
    path.write_text("\n".join(lines))
    items = read(path)
    assert [item.id for item in items if isinstance(item, Article)] == ["a", "z"]
    unread = [item for item in items if isinstance(item, Unread)]
    assert [item.line for item in unread] == [2, 4, 5, 6, 7, 8, 9]
    assert str(unread[0]).startswith(f"{path}:2: is malformed JSON: ")
    for item, word in zip(unread[1:], ["a list", 'no "text"', "a number", '"title"', "'soon'", '"id"'], strict=True):
        assert word in item.reason


@pytest.mark.parametrize(
    "line", [b"[" * 100_000, b'{"id": ' + b"1" * 5000 + b"}", b'{"text": "\xff"}', b"\xff\xfe{\x00", b"nul"]
)
def test_hostile_lines_give_a_reason(line: bytes) -> None:
    """Nesting, endless numbers and broken characters end in one Unread each."""
    first, second = drafts(line + b'\n{"text": "x"}')
    assert isinstance(first, Unread)
    assert first.line == 1
    assert isinstance(second, Draft)


@given(st.text())
def test_the_text_is_kept_exactly(text: str) -> None:
    """Only NUL and lone surrogates become U+FFFD, one for one; escaped or not."""
    for ascii_only in (True, False):
        line = json.dumps({"text": text}, ensure_ascii=ascii_only)
        (draft,) = drafts(line.encode("utf-8", "surrogatepass" if ascii_only else "replace"))
        if isinstance(draft, Draft) and ascii_only:
            assert len(fit(draft.text)) == len(text)
            for kept, original in zip(fit(draft.text), text, strict=True):
                assert kept == original or (kept == "\ufffd" and (original == "\0" or "\ud800" <= original <= "\udfff"))


def test_a_lone_surrogate_and_a_nul_become_replacement_characters() -> None:
    """So that offsets stay exact and every text can stand in RDF."""
    (article,) = read("-", stdin=BytesIO(b'{"id": "s", "text": "The \\ud83d ministers\\u0000 met in Oslo."}'))
    assert isinstance(article, Article)
    assert article.text == "The \ufffd ministers\ufffd met in Oslo."


def test_ids_without_an_id() -> None:
    """The address, else a digest: the same wherever the record stands, another for another text."""

    def ids(*records: dict[str, object]) -> list[str]:
        data = "\n".join(json.dumps(record) for record in records)
        return [item.id for item in read("-", stdin=BytesIO(data.encode())) if isinstance(item, Article)]

    assert ids({"text": ENGLISH, "url": "https://h.example/1"}) == ["https://h.example/1"]
    assert ids({"text": ENGLISH, "id": 12}) == ["12"]
    first, second = ids({"text": ENGLISH}, {"text": FRENCH})
    assert first != second
    assert ids({"text": FRENCH}, {"text": ENGLISH}) == [second, first]


def test_a_line_that_is_too_long_does_not_end_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named, and the line after it read."""
    monkeypatch.setattr(limits, "MAX_BYTES", 1000)
    long, short = drafts(b'{"text": "%s"}\n{"text": "x"}\n' % (b"a" * 5000))
    assert isinstance(long, Unread)
    assert "0.001 MB" in long.reason
    assert isinstance(short, Draft)
    assert short.line == 2


def test_a_date_line_counts_where_the_record_has_no_date() -> None:
    """The text's own date of publication."""
    (draft,) = drafts(json.dumps({"text": ENGLISH}).encode())
    assert isinstance(draft, Draft)
    assert draft.published == date(2024, 3, 12)


def test_dates_with_a_time_and_empty_values() -> None:
    """The day as written counts; null and empty strings are as good as absent."""
    (draft,) = drafts(b'{"text": "x", "published": "2024-03-12T23:30:00-05:00", "title": "", "url": null, "id": ""}')
    assert isinstance(draft, Draft)
    assert (draft.published, draft.title, draft.url, draft.id) == (date(2024, 3, 12), None, None, None)
