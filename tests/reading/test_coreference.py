"""Who is meant by pronouns, « les deux pays », « ces soldats » and bare « le régime »."""

import pytest

from tests.sentences import Passage, check_mentions, rows

PAIRS = """
fr La Russie a reçu l'Iran. Les deux pays ont signé un accord. => pays=RUS+IRN
en Russia hosted Iran. The two countries signed a deal. => countries=RUS+IRN
en Kenya talked to Uganda. Both sides agreed. => sides=KEN+UGA
fr Berlin a reçu Varsovie. Les deux capitales se sont entendues. => capitales=DEU+POL
fr Les deux pays ont signé un accord. => pays=-
"""

PRONOUNS = """
fr La Norvège a voté. Elle a soutenu le texte. => Elle=NOR
fr Le Japon a voté. Il a soutenu le texte. => Il=JPN
en Norway voted. It backed the text. => It=NOR
fr La Norvège et la Suède ont voté. Elles ont soutenu le texte. => Elles=NOR+SWE
en Norway and Sweden voted. They backed the text. => They=NOR+SWE
fr Il pleut sur la ville. => Il=-
en Norway withdrew its troops. => its=NOR
fr Le Mali a retiré ses troupes. => ses=MLI
"""

BARE = """
fr La Corée du Nord a envoyé 6 000 soldats. Ces soldats combattent. => soldats=PRK
fr La Birmanie a réagi. Le régime a condamné la décision. => régime=MMR
en Myanmar reacted. The regime condemned the ruling. => regime=MMR
"""


@pytest.mark.parametrize(("passage", "wanted"), rows(PAIRS))
def test_two_countries_are_the_last_two_named(passage: Passage, wanted: str) -> None:
    """« les deux pays » means both; nobody where none was named before."""
    check_mentions(passage, wanted, "description")


@pytest.mark.parametrize(("passage", "wanted"), rows(PRONOUNS))
def test_pronouns_mean_the_subject_before_that_agrees(passage: Passage, wanted: str) -> None:
    """Gender and number agree; a plural means all that were coordinated; « il pleut » means nobody."""
    check_mentions(passage, wanted, "pronoun")


@pytest.mark.parametrize(("passage", "wanted"), rows(BARE))
def test_a_bare_body_is_of_the_state_spoken_of(passage: Passage, wanted: str) -> None:
    """« ces soldats », « le régime » and "the regime" are those of the state that acted last."""
    check_mentions(passage, wanted, "description")
