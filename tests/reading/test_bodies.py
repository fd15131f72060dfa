"""Armies, governments, services: common nouns that act for the state that the words beside them name."""

import pytest

from tests.sentences import Passage, check_mentions, mention, named, rows

BODIES = """
fr L'armée ukrainienne avance. => armée=UKR
fr L'armée de l'Érythrée avance. => armée=ERI
en The Ethiopian army withdrew. => army=ETH
en US troops landed. => troops=USA
fr Les renseignements sud-coréens ont réagi. => renseignements=KOR
fr Le gouvernement de Madagascar est tombé. => gouvernement=MDG
en The government of Peru fell. => government=PER
en Japan's navy sailed. => navy=JPN
fr Les troupes russes et nord-coréennes avancent. => troupes=RUS+PRK
fr La marine chinoise et l'aviation indienne s'exercent. => marine=CHN aviation=IND
"""


@pytest.mark.parametrize(("passage", "wanted"), rows(BODIES))
def test_a_body_acts_for_its_state(passage: Passage, wanted: str) -> None:
    """By adjective, genitive, possessive or compound; for several states where several are named."""
    check_mentions(passage, wanted, "body")


ARMY = named(Passage("L'armée turque a riposté."))


def test_a_body_is_its_state_acting() -> None:
    """The mention spans noun and adjective, and says for whom it acts."""
    (army,) = mention(ARMY, "armée")
    assert (army.last - army.first, army.entity.iso3, army.entity.acts_for) == (2, "TUR", "TUR")


REGIONS = """
en West African leaders condemned the coup. => leaders=WestAfrica
fr Les dirigeants ouest-africains ont condamné le putsch. => dirigeants=WestAfrica
en Southeast Asian ministers met. => ministers=SoutheastAsia
"""


@pytest.mark.parametrize(("passage", "wanted"), rows(REGIONS))
def test_those_who_act_for_a_region_are_its_states(passage: Passage, wanted: str) -> None:
    """A region of several states acts as their group, not as a place."""
    word, region = wanted.split("=")
    (found,) = mention(named(passage), word)
    assert (found.entity.kind, found.entity.id.rsplit("/", 1)[-1]) == ("Group", region)
