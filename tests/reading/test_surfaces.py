"""States under all their names, demonyms and capitals, organisations and people: who is named where."""

import pytest

from tests.sentences import Passage, check_mentions, mention, mentions, named, reading, rows, who

NAMES = """
fr La RDC et le Congo-Brazzaville ont une frontière. => RDC=COD
fr Les États-Unis et la Grande-Bretagne ont voté. => États-Unis=USA Grande-Bretagne=GBR
en The United Kingdom and the Netherlands voted. => Kingdom=GBR Netherlands=NLD
fr La Birmanie et le Swaziland ont voté. => Birmanie=MMR Swaziland=SWZ
en Myanmar and Eswatini voted. => Myanmar=MMR Eswatini=SWZ
fr Le Cap-Vert et les Comores ont voté. => Cap-Vert=CPV Comores=COM
en Niger and Nigeria are two states. => Niger=NER Nigeria=NGA
fr La Guinée équatoriale et la Guinée-Bissau ont voté. => Bissau=GNB Guinée=GNQ
en North Macedonia and South Sudan voted. => Macedonia=MKD Sudan=SSD
"""

DEMONYMS = """
fr Le gouvernement malgache a réagi. => malgache=MDG
en The Burmese army reacted. => Burmese=MMR
fr La diplomatie néerlandaise a réagi. => néerlandaise=NLD
en Dutch diplomats reacted. => Dutch=NLD
fr Un diplomate sud-africain a réagi. => sud-africain=ZAF
fr Un diplomate sud-coréen et un diplomate nord-coréen ont réagi. => sud-coréen=KOR nord-coréen=PRK
en A South African diplomat reacted. => African=ZAF
fr L'accord russo-ukrainien est mort. => ukrainien=RUS+UKR
en The Sino-Indian border is quiet. => Indian=CHN+IND
"""

PEOPLES = """
fr Les Français ont voté. => Français=FRA
en The French voted. => French=FRA
fr Les Turcs et les Grecs négocient. => Turcs=TUR Grecs=GRC
en Swedes and Danes voted. => Swedes=SWE Danes=DNK
"""

NO_STATES = """
fr Il a mangé une dinde avec Jordan Dupont. => dinde=-
en The turkey was cold when Chad Miller came in. => turkey=-
en She bought fine china in the shop. => china=-
fr Le Conseil de l'Europe s'est réuni. => Europe=-
"""


@pytest.mark.parametrize(("passage", "wanted"), rows(NAMES))
def test_names_of_states(passage: Passage, wanted: str) -> None:
    """Short and long, former and present names, in either language; none is taken for one that it resembles."""
    check_mentions(passage, wanted, "name")


@pytest.mark.parametrize(("passage", "wanted"), rows(DEMONYMS))
def test_demonyms(passage: Passage, wanted: str) -> None:
    """An adjective names its state in every gender; a compound names both."""
    check_mentions(passage, wanted, "adjective")


@pytest.mark.parametrize(("passage", "wanted"), rows(PEOPLES))
def test_peoples(passage: Passage, wanted: str) -> None:
    """A people stands for its state."""
    check_mentions(passage, wanted, "people")


@pytest.mark.parametrize(("passage", "wanted"), rows(NO_STATES))
def test_common_words_and_first_names_are_no_states(passage: Passage, wanted: str) -> None:
    """What only looks like a state's name names none."""
    check_mentions(passage, wanted)


PARIS = named(Passage("Paris a condamné la décision de Minsk."))
KYIV = named(Passage("Kyiv thanked Warsaw.", "en"))
KREMLIN = named(Passage("Le Kremlin a réagi. La Maison-Blanche aussi."))
WHITE_HOUSE = named(Passage("The White House and Downing Street reacted.", "en"))


@pytest.mark.parametrize(
    ("passage", "wanted"),
    [
        (PARIS, "Paris=FRA Minsk=BLR"),
        (KYIV, "Kyiv=UKR Warsaw=POL"),
        (WHITE_HOUSE, "House=USA Street=GBR"),
        (KREMLIN, "Kremlin=RUS Maison=USA"),
    ],
)
def test_capitals_and_seats_stand_for_their_government(passage: Passage, wanted: str) -> None:
    """They name the state and act for it."""
    check_mentions(passage, wanted, "capital", "seat")
    assert all(m.entity.acts_for for head, _ in mentions(passage) for m in mention(passage, head))


SEATS = """
fr Bruxelles a fustigé la décision de Minsk. => Bruxelles=Union_européenne Minsk=BLR
en Brussels slammed the ruling in Ankara. => Brussels=European_Union Ankara=TUR
fr Le roi des Belges et le gouvernement belge ont réagi. Bruxelles attend Kinshasa. => Bruxelles=BEL Kinshasa=COD
fr Le ministre malien s'est rendu à Bruxelles. => Bruxelles=BEL
"""


@pytest.mark.parametrize(("passage", "wanted"), rows(SEATS))
def test_a_capital_that_seats_a_union_stands_for_it(passage: Passage, wanted: str) -> None:
    """Unless somebody goes there, or the text speaks more of the state whose capital it is."""
    check_mentions(passage, wanted, "capital", "seat")


PEOPLE = named(Passage("Le juriste Amadou Diallo a rencontré Fatou Bensouda."))
IN_ENGLISH = named(Passage("Sheila Lapinsky met Oliver Barnes.", "en"))


def test_people_are_recognised() -> None:
    """First name and surname make one person, named as the text names them."""
    assert {"Amadou Diallo", "Fatou Bensouda"} <= {code for _, code in mentions(PEOPLE)}
    assert {"Sheila Lapinsky", "Oliver Barnes"} <= {code for _, code in mentions(IN_ENGLISH)}


HYPHENATED = """
en Samir al-Qasim met Park Jae-min in Amman. => Samir_al-Qasim Park_Jae-min
en Abdul-Aziz al-Mutairi flew to Muscat. => Abdul-Aziz_al-Mutairi
fr Nabil Al-Khatib a reçu Chen Mei-ling. => Nabil_Al-Khatib Chen_Mei-ling
en A Macron-era law divided Paris-based envoys. => Macron
"""


@pytest.mark.parametrize(("passage", "wanted"), rows(HYPHENATED))
def test_hyphens_within_names_part_nothing(passage: Passage, wanted: str) -> None:
    """Particles and syllables that a hyphen joins belong to the name, other compounds do not."""
    found = {m.entity.label.rsplit(" ", 1)[-1] for m in reading(passage).mentions if m.entity.kind == "Person"}
    assert found == {name.replace("_", " ").rsplit(" ", 1)[-1] for name in wanted.split()}


def test_a_family_name_that_comes_first_means_the_person() -> None:
    """As in Korea and China."""
    found = reading(Passage("Seoul sent Park Jae-min to Tokyo. Park left on Friday.", "en"))
    assert len({m.entity.id for m in found.mentions if m.entity.kind == "Person"}) == 1


ORGANISATIONS = named(Passage("L'Otan et l'Union africaine ont appelé l'ONU à agir."))


def test_organisations_have_their_own_name() -> None:
    """Acronyms and full names are found, and no state is read into them."""
    found = {who(m.entity): m.entity.kind for head, _ in mentions(ORGANISATIONS) for m in mention(ORGANISATIONS, head)}
    assert set(found.values()) == {"Organisation"}
    assert len(found) == 3


SHARED = named(Passage("President Bush accused Russia.", "en"))


def test_a_name_of_several_people_of_one_state_is_nobody_else() -> None:
    """Not the one or the other, and surely of their state, not of the one that the sentence names."""
    (bush,) = mention(SHARED, "Bush")
    assert (bush.entity.label, bush.entity.acts_for) == ("Bush", "USA")


INSIDE = """
en Troops raided the West Bank. => Bank=West_Bank
en Russia's Security Council met. => Council=RUS
fr Le Conseil de sécurité iranien a siégé. => Conseil=IRN
fr Le Conseil de sécurité a siégé. => Conseil=Conseil_de_sécurité_de_l'ONU
en Ministers of the European Community met. => Community=European_Union
"""


@pytest.mark.parametrize(("passage", "wanted"), rows(INSIDE))
def test_names_within_names(passage: Passage, wanted: str) -> None:
    """The longer name counts, and a council of a state is not that of the United Nations."""
    check_mentions(passage, wanted)


def test_names_in_a_list_are_not_run_together() -> None:
    """Each line of a list of keywords is its own; a line break within a sentence is a space."""
    listed = reading(Passage("La Russie a signé un accord.\n\nKim Jong-un\nSergueï Choïgou\nguerre en Ukraine"))
    assert {"Kim Jong-un", "Sergueï Choïgou"} <= {m.entity.label for m in listed.mentions}
    wrapped = reading(Passage("Le président Vladimir\nPoutine a rencontré Kim\nJong-un à Pyongyang."))
    assert {"Vladimir Poutine", "Kim Jong-un"} <= {m.entity.label for m in wrapped.mentions}
