"""Public figures: who is named by what, whom they act for, and what the loader of ``people.yaml`` refuses."""

import shutil
from pathlib import Path

import pytest

from kg.model import BASE, Names, VocabularyError
from kg.model.person_names import person_key
from kg.vocabulary import NameSense, fold, load_gazetteer, ontology_path, read_gazetteer

GAZETTEER = load_gazetteer()
PEOPLE = [profile for profile in GAZETTEER.profiles() if profile.kind == "person"]
SURFACES = [
    (surface, sense)
    for language in ("fr", "en")
    for surface, sense in GAZETTEER.names(language)
    if sense.entity.kind == "Person"
]


def named(name: str) -> set[str]:
    """The English labels of everything that ``name`` finds."""
    return {GAZETTEER.labels(sense.entity.id)["en"] for sense in GAZETTEER.find(name)}


def served(name: str) -> set[str | None]:
    return {sense.entity.acts_for for sense in GAZETTEER.find(name)}


def test_there_are_many_people_of_every_member_of_the_united_nations() -> None:
    """Over two thousand figures; each member of the United Nations has one at least who acts for it."""
    members = {p.entity.iso3 for p in GAZETTEER.profiles() if p.un_member}
    assert len(PEOPLE) >= 2000
    assert members - {profile.entity.acts_for for profile in PEOPLE} == set()


def test_every_surface_finds_its_person_and_nobody_else() -> None:
    """What `names` lists, `find` finds; a name is shared only by people who serve one state."""
    for surface, sense in SURFACES:
        found = {found.entity for found in GAZETTEER.find(surface)}
        assert sense.entity.id in {entity.id for entity in found}, surface
        assert {(entity.kind, entity.acts_for) for entity in found} == {("Person", sense.entity.acts_for)}, surface
        assert sense in GAZETTEER.find(fold(surface)), surface


def test_profiles_are_complete() -> None:
    """A person has labels in both languages, a known state or organisation, and is found by name and by IRI."""
    for profile in PEOPLE:
        entity = profile.entity
        assert entity.kind == "Person"
        assert entity.iso3 is None
        assert set(profile.labels) == {"fr", "en"}
        assert GAZETTEER.entity(entity.id) == GAZETTEER.entity(entity.label) == entity
        assert profile.state or profile.part_of
        for key in filter(None, (profile.state, profile.part_of, entity.acts_for)):
            assert GAZETTEER.entity(key) is not None, key


def test_the_key_of_the_english_name_is_the_identity() -> None:
    """A person's IRI is the one that the English name has anywhere, so no two figures may sound alike."""
    for profile in PEOPLE:
        assert profile.entity.id == Names(BASE).make("person", person_key(profile.labels["en"]))
    assert len({profile.entity.id for profile in PEOPLE}) == len(PEOPLE)


@pytest.mark.parametrize(
    ("name", "english", "code"),
    [
        ("Poutine", "Vladimir Putin", "RUS"), ("Vladimir Poutine", "Vladimir Putin", "RUS"),
        ("Putin", "Vladimir Putin", "RUS"), ("Choïgou", "Sergei Shoigu", "RUS"), ("Shoigu", "Sergei Shoigu", "RUS"),
        ("Sergueï Shoïgou", "Sergei Shoigu", "RUS"), ("Lavrov", "Sergei Lavrov", "RUS"),
        ("Sergueï Riabkov", "Sergei Ryabkov", "RUS"), ("Belooussov", "Andrei Belousov", "RUS"),
        ("Peskov", "Dmitry Peskov", "RUS"), ("Gorbatchev", "Mikhail Gorbachev", "SUN"),
        ("Zelensky", "Volodymyr Zelensky", "UKR"), ("Zelenskyy", "Volodymyr Zelensky", "UKR"),
        ("Volodymyr Zelenskiy", "Volodymyr Zelensky", "UKR"), ("Iermak", "Andriy Yermak", "UKR"),
        ("Syrsky", "Oleksandr Syrsky", "UKR"), ("Macron", "Emmanuel Macron", "FRA"), ("Merz", "Friedrich Merz", "DEU"),
        ("Mitterrand", "François Mitterrand", "FRA"), ("François Hollande", "François Hollande", "FRA"),
        ("Netanyahou", "Benjamin Netanyahu", "ISR"), ("Nétanyahou", "Benjamin Netanyahu", "ISR"),
        ("Benjamin Netanyahu", "Benjamin Netanyahu", "ISR"), ("Arafat", "Yasser Arafat", "PSE"),
        ("Kadhafi", "Muammar Gaddafi", "LBY"), ("Gadhafi", "Muammar Gaddafi", "LBY"),
        ("Milosevic", "Slobodan Milošević", "SRB"), ("Bachar al-Assad", "Bashar al-Assad", "SYR"),
        ("Bashar Assad", "Bashar al-Assad", "SYR"), ("Ahmed al-Charaa", "Ahmed al-Sharaa", "SYR"),
        ("MBS", "Mohammed bin Salman", "SAU"), ("Mohammed ben Salmane", "Mohammed bin Salman", "SAU"),
        ("Xi", "Xi Jinping", "CHN"), ("Wang Yi", "Wang Yi", "CHN"), ("Kim Jong-un", "Kim Jong-un", "PRK"),
        ("Kim Jong Un", "Kim Jong-un", "PRK"), ("Choe Son Hui", "Choe Son-hui", "PRK"),
        ("Kim Yong-bok", "Kim Yong-bok", "PRK"), ("Erdogan", "Recep Tayyip Erdoğan", "TUR"),
        ("Trump", "Donald Trump", "USA"), ("Lloyd Austin", "Lloyd Austin", "USA"), ("Blinken", "Antony Blinken", "USA"),
        ("Hegseth", "Pete Hegseth", "USA"), ("pape François", "Pope Francis", "VAT"), ("Léon XIV", "Leo XIV", "VAT"),
        ("Kagame", "Paul Kagame", "RWA"), ("Tshisekedi", None, None),
    ],
)  # fmt: skip
def test_usual_names_find_who_acts_for_which_state(name: str, english: str | None, code: str | None) -> None:
    """Names of the press in both languages; a surname of two figures finds neither."""
    assert named(name) == ({english} if english else set())
    assert served(name) == ({code} if english else set())


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Guterres", "UN"), ("Grossi", "IAEA"), ("Rutte", "NATO"), ("Stoltenberg", "NATO"), ("Borrell", "EU"),
        ("Kaja Kallas", "EU"), ("von der Leyen", "EuropeanCommission"), ("Nasrallah", "Hezbollah"),
        ("Haniyeh", "Hamas"), ("Ben Laden", "AlQaida"), ("Hemedti", "RSFSudan"), ("Prigojine", "Wagner"),
    ],
)  # fmt: skip
def test_heads_of_organisations_belong_to_them(name: str, key: str) -> None:
    """Who speaks for an organisation that no state owns acts for it, or for the union that it speaks for."""
    (iri,) = {sense.entity.id for sense in GAZETTEER.find(name)}
    profile = GAZETTEER.profile(iri)
    assert profile is not None
    whole = GAZETTEER.entity("EU" if key == "EuropeanCommission" else key)
    assert whole is not None
    assert (profile.part_of, profile.entity.acts_for, profile.entity.state) == (key, whole.id, None)


def test_the_opposition_is_known_but_does_not_act_for_the_state() -> None:
    """« Navalny » is Russian, and what he does is no act of Russia."""
    profile = GAZETTEER.profile("Alexei Navalny")
    assert profile is not None
    assert (profile.state, profile.entity.acts_for) == ("RUS", None)


@pytest.mark.parametrize(
    "word",
    ["May", "Brown", "Johnson", "Austin", "Li", "Major", "King", "Rice", "Hollande", "Borne", "Baker", "Gates", "Hunt",
     "Cook", "Straw", "Fox", "Power", "Key", "English", "Bolton", "Lam", "Han", "Begin", "Sharon", "Bar", "Dar",
     "Petit", "Le maire", "Cleverly", "Pence", "Store", "Grandi", "Bach", "Paz", "Santos", "Lagos", "Meta",
     "Haqqani", "Sadr", "Waltz", "Gore", "Kim", "Lee", "Park", "Wang", "Chapo", "Azhar", "Franco", "Costa"],
)  # fmt: skip
def test_surnames_that_are_words_or_places_name_nobody_alone(word: str) -> None:
    """A common word, a place or a common family name needs its given name."""
    assert not [sense for sense in GAZETTEER.find(word) if sense.entity.kind == "Person"]


def test_a_surname_alone_is_marked_as_needing_the_context() -> None:
    """The full name is certain; the surname is also that of others, and Xi also a Roman numeral in capitals."""
    by_surface: dict[str, NameSense] = dict(SURFACES)
    assert not by_surface["Vladimir Poutine"].ambiguous
    assert by_surface["Poutine"].ambiguous
    assert not by_surface["Poutine"].case_sensitive
    assert by_surface["Xi"].case_sensitive


def test_labels_follow_the_language() -> None:
    """One IRI, two labels."""
    (french,) = {sense.entity for sense in GAZETTEER.find("Vladimir Poutine")}
    (english,) = {sense.entity for sense in GAZETTEER.find("Vladimir Putin")}
    assert (french.label, english.label, french.id) == ("Vladimir Poutine", "Vladimir Putin", english.id)
    assert GAZETTEER.wikidata("Vladimir Putin") == "Q7747"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the gazetteer to break."""
    return Path(shutil.copytree(ontology_path() / "gazetteer", tmp_path / "gazetteer"))


def with_lines(folder: Path, text: str) -> int:
    """Adds ``text`` to the file of people; the number of its last line."""
    path = folder / "people.yaml"
    path.write_text(path.read_text(encoding="utf-8") + text + "\n", encoding="utf-8")
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Zed Zzyz: {state: QQQ}", "unknown state 'QQQ'"),
        ("Zed Zzyz: {state: NATO}", "unknown state 'NATO'"),
        ("Zed Zzyz: {organisation: QQQ}", "unknown organisation 'QQQ'"),
        ("Zed Zzyz: {organisation: RUS}", "unknown organisation 'RUS'"),
        ("Zed Zzyz: {fr: Zède Zzyz}", "either a state or an organisation"),
        ("Zed Zzyz: {state: RUS, organisation: UN}", "either a state or an organisation"),
        ("Zed Zzyz: {state: RUS, office: king}", "unknown key 'office'"),
        ("Zed Zzyz: {state: RUS, also: [Macron]}", "'Macron' of 'Zed Zzyz' already names 'Emmanuel Macron'"),
        ("Zed Zzyz: {state: RUS, also: [Paris]}", "'Paris' of 'Zed Zzyz' already names something else"),
        ("Zed Bush: {state: USA, surname: true}", "'Bush' is also the name of 'George H. W. Bush'"),
        ("Zed Zzyz: {state: RUS, ambiguous: [Zzyz]}", "'Zzyz' is no name of this entry"),
        ("Zed Zzyz: {state: RUS, wikidata: 17}", "no Wikidata item"),
        ("Vladimir Putin: {state: RUS}", "stands twice"),
        ("Kim Jong Un: {state: PRK}", "sounds like 'Kim Jong-un'"),
        ("Zed Zzyz: {state: RUS, surname: perhaps}", "true or false"),
    ],
)
def test_wrong_data_is_refused_with_its_line(copy: Path, line: str, says: str) -> None:
    """Every defect is an error with the file and the line."""
    number = with_lines(copy, line)
    with pytest.raises(VocabularyError, match=says) as caught:
        read_gazetteer(copy)
    assert f"people.yaml:{number}: " in str(caught.value)


def test_a_shared_name_finds_both_where_they_serve_one_state(copy: Path) -> None:
    """A name of two people is allowed only when both entries say so and one state is meant."""
    with_lines(
        copy,
        "Zed Zzyz: {state: RUS, also: [Old Zzyz], shared: [Old Zzyz]}\n"
        "Zad Zzyz: {state: RUS, also: [Old Zzyz], shared: [Old Zzyz]}",
    )
    senses = read_gazetteer(copy).find("old zzyz")
    assert {sense.entity.label for sense in senses} == {"Zed Zzyz", "Zad Zzyz"}
    with_lines(copy, "Zod Zzyz: {state: FRA, also: [Old Zzyz], shared: [Old Zzyz]}")
    with pytest.raises(VocabularyError, match="already names 'Zed Zzyz'"):
        read_gazetteer(copy)
