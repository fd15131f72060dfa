"""The bundled list of office holders: whether it agrees with itself, and with how articles name people."""

from collections import defaultdict
from itertools import combinations

import pytest

from kg.facts.terms import is_sole
from kg.facts.times import first_day, last_day
from kg.model import Names, OfficeTerm, Reference
from kg.model.person_names import person_key
from kg.store.reference_files import read_reference
from kg.vocabulary import load_gazetteer, ontology_path

NAMES = Names()
STATES = (
    "USA RUS CHN PRK KOR JPN FRA GBR DEU ITA ESP POL UKR TUR IRN ISR IND PAK BRA MEX CAN AUS SAU ZAF EGY DZA MAR MLI "
    "NER SEN RWA COD BLR HUN SYR TWN ARG"
)


@pytest.fixture(scope="module")
def reference() -> Reference:
    return read_reference(ontology_path() / "reference" / "office-holders.ttl", "office-holders", NAMES)


def _known_as(name: str) -> set[str]:
    """The IRIs under which a claim may have who is called so."""
    people = {sense.entity.id for sense in load_gazetteer().find(name) if sense.entity.kind == "Person"}
    return people or {NAMES.make("person", person_key(name))}


def test_thirty_states_have_their_heads_and_ministers(reference: Reference) -> None:
    """Each has a head of state or government; nearly all have a foreign and a defence minister."""
    offices: dict[str, set[str]] = defaultdict(set)
    for term in reference.terms:
        offices[term.of.rsplit("/", 1)[1]].update(term.offices)
    heads = {"president", "prime minister", "chancellor", "king", "queen", "emperor", "supreme leader"}
    for state in STATES.split():
        assert offices[state] & heads, state
    assert sum("foreign minister" in offices[state] for state in STATES.split()) >= 30
    assert sum("defence minister" in offices[state] for state in STATES.split()) >= 28
    assert len(reference.terms) > 300


def test_terms_run_forwards_and_touch_the_days_of_which_the_file_speaks(reference: Reference) -> None:
    """No term ends before it starts, before the first day, or starts after the last; an end is not beyond it."""
    for term in reference.terms:
        assert first_day(term.start) <= reference.last_day, term
        if term.end:
            assert last_day(term.start) <= last_day(term.end), term
            assert reference.first_day <= last_day(term.end) <= reference.last_day, term


def test_one_person_at_a_time_holds_an_office(reference: Reference) -> None:
    """Every office of the file is one of those; two terms in it share no more than the day or month of the change."""
    by_office: dict[tuple[str, str], list[OfficeTerm]] = defaultdict(list)
    for term in reference.terms:
        for office in term.offices:
            assert is_sole(office) or office == "leader", office
            by_office[term.of, office].append(term)
    for terms in by_office.values():
        for one, other in combinations(sorted(terms, key=lambda term: first_day(term.start)), 2):
            assert one.end is not None, (one.names, other.names)
            assert first_day(one.end) <= last_day(other.start), (one.names, other.names)


@pytest.mark.parametrize(
    ("state", "office", "names"),
    [
        ("USA", "defence minister", ["Lloyd Austin", "Lloyd J. Austin", "Pete Hegseth"]),
        ("RUS", "president", ["Vladimir Poutine", "Vladimir Putin"]),
        ("RUS", "defence minister", ["Sergueï Choïgou", "Sergei Shoigu", "Andreï Belooussov", "Andrei Belousov"]),
        ("RUS", "foreign minister", ["Sergueï Lavrov", "Sergey Lavrov"]),
        ("UKR", "president", ["Volodymyr Zelensky", "Volodymyr Zelenskyy"]),
        ("UKR", "foreign minister", ["Dmytro Kuleba", "Andrii Sybiha"]),
        ("PRK", "foreign minister", ["Choe Son-hui", "Choe Son Hui"]),
        ("ISR", "prime minister", ["Benyamin Netanyahou", "Benjamin Netanyahu", "Benyamin Nétanyahou"]),
        ("TUR", "president", ["Recep Tayyip Erdogan", "Recep Tayyip Erdoğan"]),
        ("EGY", "president", ["Abdel Fattah al-Sissi", "Abdel Fattah el-Sisi"]),
        ("IRN", "foreign minister", ["Abbas Araghchi", "Hossein Amir-Abdollahian"]),
        ("GBR", "foreign minister", ["David Lammy"]),
        ("DEU", "chancellor", ["Olaf Scholz", "Friedrich Merz"]),
    ],
)
def test_articles_names_are_those_of_the_file(reference: Reference, state: str, office: str, names: list[str]) -> None:
    """French, English and transliterated names lead to the holder of the term."""
    terms = [term for term in reference.terms if term.of == NAMES.state(state) and office in term.offices]
    for name in names:
        assert any(_known_as(name) & {*term.holders} for term in terms), name


def test_a_name_that_two_holders_share_is_one_person(reference: Reference) -> None:
    """Whoever stands in several terms stands under one IRI in all of them."""
    bearers: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for term in reference.terms:
        for _, name in term.names:
            bearers[name].add(term.holders)
    assert {name: holders for name, holders in bearers.items() if len(holders) > 1} == {}


def test_every_term_has_a_page_to_check_it_against(reference: Reference) -> None:
    """An address on the web, that of the holder."""
    assert all(term.source.startswith("https://") for term in reference.terms)
