"""Reference data: from Turtle to values, and from values to the store and back."""

from datetime import date
from pathlib import Path

import pytest

from kg.model import BackgroundError, Names, TimeSpan
from kg.store import ReferenceRecord, Store
from kg.store import reference_files as files

HEAD = """@prefix kg: <https://w3id.org/factkg/ontology#> . @prefix schema: <https://schema.org/> .
@prefix dcterms: <http://purl.org/dc/terms/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
SELF = '[] a kg:Reference ; dcterms:title "Ministers"@en ; kg:timeFrom "2020-01-01"^^xsd:date ; ' + (
    'kg:timeUntil "2025-06-30"^^xsd:date .\n'
)
TERM = (
    '[] a kg:OfficeTerm ; kg:named "Lloyd Austin" ; kg:office "secretary of defense" ; kg:of "USA" ;\n'
    'schema:startDate "2021-01-22"^^xsd:date ; schema:endDate "2025-01"^^xsd:gYearMonth ;\n'
    "dcterms:source <https://example.org/list> .\n"
)


def written(folder: Path, text: str | bytes, name: str = "ministers") -> Path:
    path = folder / f"{name}.ttl"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_file_becomes_terms(tmp_path: Path) -> None:
    """Office and state are the vocabulary's, dates as precise as they are typed, the holder's IRI that of claims."""
    reference = files.read_reference(written(tmp_path, HEAD + SELF + TERM), "ministers", Names())
    (term,) = reference.terms
    assert (reference.name, reference.titles, reference.last_day) == (
        "ministers",
        {"en": "Ministers"},
        date(2025, 6, 30),
    )
    assert term.offices == ("defence minister",)
    assert term.of == Names().state("USA")
    assert term.holders == (Names().make("person", "loidaustin"),)
    assert term.end == TimeSpan(start=date(2025, 1, 1), end=date(2025, 1, 31), precision="month")
    assert (term.speaks_from, term.source) == (date(2020, 1, 1), "https://example.org/list")


def test_a_reference_comes_back_equal_and_stands_in_its_own_graph_alone(tmp_path: Path) -> None:
    """Nothing is in the default graph, no entity is known by it, and what is not there is passed over."""
    path = written(tmp_path, HEAD + SELF + TERM.replace('"Lloyd Austin"', '"Lloyd Austin"@en , "Lloyd Austin III"'))
    with Store.open() as store:
        before = set(store.backend.quads())
        reference = files.read_reference(path, "m", store.names)
        record = ReferenceRecord(reference=reference, keys={reference.terms[0].id: ["office/1"]})
        assert store.write_reference("m", record, [])
        assert not store.write_reference("m", record, [])
        assert list(store.references()) == [reference]
        assert store.background("office/1").terms == reference.terms == store.office_terms([reference.terms[0].id])
        assert store.background("office/2").terms == store.office_terms(["https://example.org/x"]) == ()
        assert store.reference_block_keys("m") == ("office/1",)
        graphs = {quad.graph_name.value for quad in set(store.backend.quads()) - before}
        assert graphs == {store.names.reference("m")}
        assert store.find_entities("Lloyd Austin") == ()
        assert store.statistics().facts == store.statistics().claims == 0
        assert store.write_reference("m", None, [])
        assert set(store.backend.quads()) == before


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("USA", "Atlantis"), "the term of 'Lloyd Austin' is of 'Atlantis', no state or organisation that is known"),
        (("secretary of defense", "grand vizier"), "has the unknown office 'grand vizier'; did you mean"),
        (("2021-01-22", "2021-02-30"), "has the schema:startDate '2021-02-30'; write \"2025-01-20\"^^xsd:date"),
        (("2021-01-22", "2026-01-22"), "ends on 2025-01-31, before it starts, 2026-01-22; exchange the dates"),
        (("<https://example.org/list>", '"a book"'), "has the source 'a book'; give the address of a page"),
        (("<https://example.org/list>", "<file:///etc/passwd>"), "give the address of a page, http or https"),
        (('"Lloyd Austin"', '"a\\u0007b"'), "a text of one line and up to 300 characters is wanted"),
        (('"Lloyd Austin"', '"…"'), "has the name '…', which has no letter"),
        (('"Lloyd Austin"', f'"{"a" * 400}"'), "is wanted; correct it"),
        (("kg:of", "kg:party"), "has the unknown property <https://w3id.org/factkg/ontology#party>; use kg:named,"),
        (("a kg:OfficeTerm", "a kg:State"), "is neither a kg:Reference nor a kg:OfficeTerm"),
        ((TERM, ""), "holds no kg:OfficeTerm"),
        ((SELF, ""), "has 0 nodes of the class kg:Reference; describe the file in exactly one"),
        (("kg:timeUntil", "kg:timeFrom"), "has 2 values of kg:timeFrom; keep one"),
        (("2025-06-30", "2019-06-30"), "speaks of days until 2019-06-30, before the first"),
        (("[] a kg:Ref", "[ a kg:Ref"), "ministers.ttl:3: malformed Turtle"),
        (("<https://example.org/list>", "<https://example.org/a b>"), "ministers.ttl:6: malformed Turtle"),
        (('kg:of "USA"', "kg:of (1 2)"), "a node without an IRI is neither"),
        (('kg:of "USA"', "kg:of [ a kg:OfficeTerm ]"), "where a text of one line and up to 300 characters is wanted"),
    ],
)
def test_what_is_wrong_is_told_with_its_remedy(tmp_path: Path, change: tuple[str, str], told: str) -> None:
    """File, line or node, value, and what to do; in one line."""
    path = written(tmp_path, (HEAD + SELF + TERM).replace(*change))
    with pytest.raises(BackgroundError) as caught:
        files.read_reference(path, "m", Names())
    assert told in str(caught.value)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    """Some editors put one before the first line."""
    path = written(tmp_path, b"\xef\xbb\xbf" + (HEAD + SELF + TERM).encode())
    assert len(files.read_reference(path, "m", Names()).terms) == 1


def test_files_that_are_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Missing, a folder, no UTF-8, too large, too many: each its line."""
    for path, told in (
        (tmp_path / "none.ttl", "No such file"),
        (tmp_path, "directory"),
        (written(tmp_path, b"\xff\xfe\x00", "bad"), "bad.ttl:1: malformed Turtle"),
    ):
        with pytest.raises(BackgroundError, match=told):
            files.read_reference(path, "m", Names())
    path = written(tmp_path, HEAD + SELF + TERM)
    with pytest.raises(BackgroundError, match="is no name for reference data"):
        files.read_reference(path, "../m", Names())
    monkeypatch.setattr(files, "MOST_TERMS", 1)
    with pytest.raises(BackgroundError, match="more than 1 nodes"):
        files.read_reference(path, "m", Names())
    monkeypatch.setattr(files, "LARGEST_FILE", 100)
    with pytest.raises(BackgroundError, match="larger than"):
        files.read_reference(path, "m", Names())
