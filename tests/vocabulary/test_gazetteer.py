"""The gazetteer: who is named by what, and what its loader refuses."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Entity, VocabularyError
from kg.vocabulary import NameSense, fold, load_gazetteer, ontology_path, read_gazetteer

GAZETTEER = load_gazetteer()
SURFACES: list[tuple[str, NameSense]] = [pair for language in ("fr", "en") for pair in GAZETTEER.names(language)]
STATES = [profile for profile in GAZETTEER.profiles() if profile.entity.kind == "State"]
UN_MEMBERS = [profile.entity for profile in STATES if profile.un_member]


def codes(name: str) -> set[str | None]:
    return {sense.entity.iso3 for sense in GAZETTEER.find(name)}


def keys(name: str) -> set[str]:
    return {sense.entity.id.rsplit("/", 1)[1] for sense in GAZETTEER.find(name)}


def test_every_surface_form_finds_its_entity() -> None:
    """What `names` lists, `find` finds, with the same sense."""
    for surface, sense in SURFACES:
        assert sense in GAZETTEER.find(surface), surface


@given(st.sampled_from(SURFACES), st.sampled_from([str.upper, str.lower, str.title, fold]))
def test_case_and_accents_do_not_matter(pair: tuple[str, NameSense], change: type[str]) -> None:
    """A name is found in capitals, in lower case and without accents."""
    surface, sense = pair
    assert sense.entity in {found.entity for found in GAZETTEER.find(change(surface))}


@given(st.text(max_size=30))
def test_finding_never_fails(text: str) -> None:
    """Any text gives senses or nothing."""
    assert isinstance(GAZETTEER.find(text), tuple)
    assert GAZETTEER.find(text) == GAZETTEER.find(fold(text))


def test_folding_twice_changes_nothing() -> None:
    """The form that names are compared in is stable."""
    for surface, _sense in SURFACES:
        assert fold(fold(surface)) == fold(surface)


def test_there_are_193_members_of_the_united_nations() -> None:
    """The count that the United Nations gives since 2011."""
    assert len(UN_MEMBERS) == 193


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("entity", UN_MEMBERS, ids=lambda entity: entity.iso3)
def test_every_member_is_covered(entity: Entity, language: str) -> None:
    """Each member has a name, a demonym and a capital in both languages, and a Wikidata item."""
    senses = {sense.sense for _surface, sense in GAZETTEER.names(language) if sense.entity.id == entity.id}
    assert {"name", "capital"} <= senses
    assert senses & {"adjective", "people"}
    assert GAZETTEER.labels(entity.id)[language]
    assert GAZETTEER.wikidata(entity.id)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Corée du Nord", "PRK"), ("RPDC", "PRK"), ("DPRK", "PRK"), ("Nord-Coréens", "PRK"), ("North Koreans", "PRK"),
        ("Pyongyang", "PRK"), ("République de Corée", "KOR"), ("ROK", "KOR"), ("sud-coréenne", "KOR"),
        ("Etats-Unis", "USA"), ("U.S.", "USA"), ("Maison-Blanche", "USA"), ("Washington", "USA"), ("Américains", "USA"),
        ("Royaume-Uni", "GBR"), ("Grande-Bretagne", "GBR"), ("UK", "GBR"), ("Britons", "GBR"),
        ("Downing Street", "GBR"),
        ("Birmanie", "MMR"), ("Myanmar", "MMR"), ("Burma", "MMR"), ("RDC", "COD"), ("Zaïre", "COD"), ("DRC", "COD"),
        ("Swaziland", "SWZ"), ("Eswatini", "SWZ"), ("Kremlin", "RUS"), ("Moscou", "RUS"), ("russes", "RUS"),
        ("Quai d'Orsay", "FRA"), ("l'Élysée", "FRA"), ("Élysée", "FRA"), ("Côte d’Ivoire", "CIV"),
        ("Ivory Coast", "CIV"),
        ("Saint-Siège", "VAT"), ("Palestine", "PSE"), ("Kosovo", "XKX"), ("Taïwan", "TWN"), ("Taipei", "TWN"),
        ("URSS", "SUN"), ("Soviet Union", "SUN"), ("Yougoslavie", "YUG"), ("RDA", "DDR"), ("Abkhazia", "XAB"),
        ("Somaliland", "XSL"), ("Türkiye", "TUR"), ("turque", "TUR"), ("Turks", "TUR"), ("Pékin", "CHN"),
        ("Kiev", "UKR"),
        ("Kyiv", "UKR"), ("néo-zélandaise", "NZL"), ("Hong-Kong", "HKG"), ("Sahara occidental", "ESH"),
        ("nigérien", "NER"), ("nigérian", "NGA"), ("Nigerien", "NER"), ("Nigerian", "NGA"), ("la Russie", "RUS"),
        ("dominicain", "DOM"), ("Dominique", "DMA"), ("the Netherlands", "NLD"), ("Dutch", "NLD"), ("Ouzbeks", "UZB"),
    ],
)  # fmt: skip
def test_usual_names_find_their_state(name: str, code: str) -> None:
    """Names of the press in both languages, with variants, demonyms, capitals and seats of government."""
    assert codes(name) == {code}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("ONU", "UN"), ("Nations unies", "UN"), ("Otan", "NATO"), ("OTAN", "NATO"), ("Cédéao", "ECOWAS"),
        ("AIEA", "IAEA"), ("IAEA", "IAEA"), ("CPI", "ICC"), ("Hamas", "Hamas"), ("M23", "M23"), ("FSR", "RSFSudan"),
        ("KCNA", "KCNA"), ("Daech", "IslamicState"), ("Koursk", "Kursk"), ("Kursk", "Kursk"), ("Goma", "Goma"),
        ("Cisjordanie", "WestBank"), ("West Bank", "WestBank"), ("Haut-Karabagh", "NagornoKarabakh"),
        ("détroit de Taïwan", "TaiwanStrait"), ("Occidentaux", "West"), ("Amérique du Sud", "SouthAmerica"),
    ],
)  # fmt: skip
def test_usual_names_find_their_organisation_or_place(name: str, key: str) -> None:
    """Acronyms and names of organisations, armed groups, media and places."""
    assert keys(name) == {key}


def test_a_name_of_two_states_finds_both() -> None:
    """« congolais » is said of both Congos; which one the context must say."""
    assert codes("congolais") == {"COD", "COG"}


def test_labels_follow_the_language() -> None:
    """The entity of a sense is labelled in the language of the sense, its IRI is the same."""
    (french,) = {s.entity for s in GAZETTEER.find("Russie")}
    (english,) = {s.entity for s in GAZETTEER.find("Russia")}
    assert (french.label, english.label) == ("Russie", "Russia")
    assert french.id == english.id == "https://w3id.org/factkg/id/state/RUS"
    assert GAZETTEER.labels("RUS") == {"fr": "Russie", "en": "Russia"}
    assert GAZETTEER.wikidata("RUS") == "Q159"


def test_an_entity_is_found_by_code_key_and_iri() -> None:
    """All three give the same entity; an unknown one gives None."""
    state = GAZETTEER.entity("PRK")
    assert state is not None
    assert state.iso3 == "PRK"
    assert GAZETTEER.entity(state.id) == state
    assert GAZETTEER.entity("NATO") is not None
    assert GAZETTEER.entity("XXX") is None
    assert GAZETTEER.find("Syldavie") == ()


def test_a_misspelt_name_has_neighbours() -> None:
    """The nearest names are offered, the best first; nonsense has none."""
    assert GAZETTEER.nearest("Corée du Nrod")[0] == "Corée du Nord"
    assert GAZETTEER.nearest("Rusia", limit=1) == ("Russia",)
    assert GAZETTEER.nearest("zzzzqqqqxxxx") == ()


def test_media_bodies_and_places_know_whom_they_belong_to() -> None:
    """Credit to a medium is told from an organisation; bodies act for a state, places lie in one."""
    assert GAZETTEER.is_media("AFP")
    assert not GAZETTEER.is_media("UN")
    assert {s.entity.acts_for for s in GAZETTEER.find("Mossad")} == {"ISR"}
    assert {s.entity.organisation for s in GAZETTEER.find("European Commission")} == {GAZETTEER.entity("EU").id}
    assert GAZETTEER.state_of("Kursk") == "RUS"
    assert GAZETTEER.state_of("BlackSea") is None
    council = GAZETTEER.profile("UNSC")
    assert council is not None
    assert council.part_of == "UN"


def test_members_of_alliances() -> None:
    """NATO has 32 members since 2024, the European Union 27 since 2020."""
    nato, union = GAZETTEER.profile("NATO"), GAZETTEER.profile("EU")
    assert nato is not None
    assert union is not None
    assert (len(nato.members), len(union.members)) == (32, 27)


def test_ambiguous_names_need_their_capitals() -> None:
    """What is also a common word counts only as it is written."""
    (turkey,) = [sense for surface, sense in GAZETTEER.names("en") if surface == "Turkey"]
    assert turkey.ambiguous
    assert turkey.case_sensitive


@pytest.mark.parametrize(
    ("language", "phrase", "title"),
    [
        ("fr", "secrétaire à la défense", "defence minister"), ("fr", "chef de la diplomatie", "foreign minister"),
        ("en", "secretary of defense", "defence minister"), ("fr", "présidente de la commission européenne",
         "president of the European Commission"), ("fr", "secrétaire du conseil de sécurité",
         "secretary of the Security Council"), ("fr", "première ministre", "prime minister"),
        ("en", "head of state", "head of state"), ("fr", "ambassadrice", "ambassador"), ("en", "foreign minister",
         "foreign minister"), ("en", "secretary general", "secretary-general"),
    ],
)  # fmt: skip
def test_offices_have_one_canonical_title(language: str, phrase: str, title: str) -> None:
    """Masculine, feminine, American and British phrases give the British title."""
    assert GAZETTEER.offices(language)[phrase].title_en == title


def test_standings_and_bodies() -> None:
    """Adjectives of standing and nouns that act for a state, in both languages."""
    assert GAZETTEER.standings("fr")["ancien"] == GAZETTEER.standings("en")["former"] == "former"
    assert GAZETTEER.standings("fr")["par intérim"] == "acting"
    assert GAZETTEER.bodies("fr")["armée"] == GAZETTEER.bodies("en")["army"]
    assert GAZETTEER.bodies("en")["troops"].kind == "military"


def test_prefixes_of_compounds() -> None:
    """« russo-ukrainien » and "Sino-Russian" begin with prefixes of their states, in lower case."""
    french, english = GAZETTEER.prefixes("fr"), GAZETTEER.prefixes("en")
    assert french["russo"].iso3 == "RUS"
    assert french["franco"].iso3 == "FRA"
    assert english["sino"].iso3 == "CHN"
    assert all(prefix == prefix.lower() for prefix in (*french, *english))


def test_sizes() -> None:
    """The gazetteer is as wide as it promises."""
    kinds = [profile.entity.kind for profile in GAZETTEER.profiles()]
    assert kinds.count("Organisation") + kinds.count("Group") >= 250
    assert kinds.count("Place") >= 300
    assert len({office.key for office in GAZETTEER.offices("fr").values()}) >= 80


def test_loading_is_deterministic() -> None:
    """Reading twice gives the same names in the same order."""
    again = read_gazetteer(ontology_path() / "gazetteer")
    assert list(again.names("fr")) == list(GAZETTEER.names("fr"))
    assert list(again.profiles()) == list(GAZETTEER.profiles())


def test_another_base_changes_the_iris_only() -> None:
    """The base goes before every IRI; codes and keys stay."""
    other = load_gazetteer("http://example.org/")
    assert other.entity("RUS") is not None
    assert [e.id for e in (other.entity("RUS"), other.entity("UN")) if e] == [
        "http://example.org/state/RUS",
        "http://example.org/organisation/UN",
    ]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the gazetteer to break."""
    return Path(shutil.copytree(ontology_path() / "gazetteer", tmp_path / "gazetteer"))


@pytest.mark.parametrize(
    ("file", "line", "says"),
    [
        ("organisations.yaml", "Zzz: {fr: [a]}", "'en' is missing"),
        ("organisations.yaml", "Zzz: {fr: [Aa], en: [Aa], colour: red}", "unknown key 'colour'"),
        ("organisations.yaml", "Zzz: {fr: [Aa], en: [Aa], acts_for: QQQ}", "unknown state or organisation 'QQQ'"),
        ("organisations.yaml", "Zzz: {kind: club, fr: [Aa], en: [Aa]}", "unknown kind 'club'"),
        ("organisations.yaml", "Zzz: {wikidata: 17, fr: [Aa], en: [Aa]}", "no Wikidata item"),
        ("organisations.yaml", "Zzz: {fr: [Aa], en: [Aa], ambiguous: [Bb]}", "'Bb' is no name of this entry"),
        ("organisations.yaml", "RUS: {fr: [Aa], en: [Aa]}", "already in use"),
        ("places.yaml", "Zzz: {fr: [Aa], en: [Aa]}", "'kind' is missing"),
        ("places.yaml", "Zzz: {kind: city, fr: [], en: [Aa]}", "the list is empty"),
        ("bodies.yaml", "zzz: {class: navy, fr: [a], en: [b]}", "unknown class 'navy'"),
        ("bodies.yaml", "zzz: {class: military, fr: [armée], en: [b]}", "already stands for 'army'"),
        ("states-extra.yaml", "France: {fr: {name: a}, en: {name: b}}", "no key of a state"),
        ("states-extra.yaml", "XZZ: {fr: {name: a, demonyms: [[b, c]]}, en: {name: b}}", "4 forms"),
    ],
)
def test_wrong_data_is_refused_with_its_line(copy: Path, file: str, line: str, says: str) -> None:
    """Every defect is an error with the file and the line."""
    path = copy / file
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}{line}\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match=says) as caught:
        read_gazetteer(copy)
    assert f"{file}:{len(text.splitlines()) + 1}: " in str(caught.value)
