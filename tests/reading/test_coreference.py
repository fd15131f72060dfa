"""Who is meant by pronouns, « les deux pays », « ces soldats » and bare « le régime »."""

import pytest

from tests.sentences import Passage, check_mentions, rows

PAIRS = """
fr La Russie a reçu l'Iran. Les deux pays ont signé un accord. => pays=RUS+IRN
en Russia hosted Iran. The two countries signed a deal. => countries=RUS+IRN
en Kenya talked to Uganda. Both sides agreed. => sides=KEN+UGA
fr Berlin a reçu Varsovie. Les deux capitales se sont entendues. => capitales=DEU+POL
fr Les deux pays ont signé un accord. => pays=-
fr L'Algérie et le Maroc se parlent. La Chine s'en félicite. Les deux voisins signeront. => voisins=DZA+MAR
en Kenya and Uganda signed a deal. China noticed it. The two will meet. => two=KEN+UGA
fr Le Togo, le Ghana et le Bénin ont signé. Le Mali a protesté. Les trois pays répondent. => pays=TGO+GHA+BEN
fr L'armée congolaise affronte le M23. Le Qatar s'inquiète. Les belligérants ont fui. => belligérants=COD+M23
fr L'Algérie et le Maroc se parlent. La première a félicité le second. => première=DZA second=MAR
en Kenya and Uganda met. The former thanked the latter. => former=KEN latter=UGA
"""

PRONOUNS = """
en After its ambassador was expelled from Lima, Chile closed a port. => its=CHL
fr Malgré son traité avec la Russie, l'Arménie hésite. => son=ARM
en In their first meeting, Xi Jinping and Lula smiled. => their=CHN+BRA
fr La Norvège a voté. Elle a soutenu le texte. => Elle=NOR
fr Le Japon a voté. Il a soutenu le texte. => Il=JPN
en Norway voted. It backed the text. => It=NOR
fr La Norvège et la Suède ont voté. Elles ont soutenu le texte. => Elles=NOR+SWE
en Norway and Sweden voted. They backed the text. => They=NOR+SWE
fr Il pleut sur la ville. => Il=-
en Norway withdrew its troops. => its=NOR
fr Le Mali a retiré ses troupes. => ses=MLI
fr La Ligue arabe a condamné le raid. Elle a demandé une enquête. => Elle=Ligue_arabe
fr Les Casques bleus quittent le Mali. Elle promet un vote. => Elle=-
en Choe Son Hui came. Oslo met her envoy. => her=PRK
en Peru blamed Chile. Its navy seized a boat. => Its=PER
fr Le ministre péruvien a reçu son homologue chilien avant de lui remettre une lettre. => lui=CHL
"""

BARE = """
fr La Corée du Nord a envoyé 6 000 soldats. Ces soldats combattent. => soldats=PRK
fr La Birmanie a réagi. Le régime a condamné la décision. => régime=MMR
en Myanmar reacted. The regime condemned the ruling. => regime=MMR
en Peru blamed Chile. Peru recalled its envoy. The foreign ministry summoned a diplomat. => ministry=PER
fr Le Mali accuse la France. Bamako a rompu. Le ministère des mines a confirmé. => ministère=MLI
fr Le Pérou refuse. En Inde, l'armée a ouvert le feu. => armée=IND
fr Le Mali refuse de recourir à la force. => force=-
fr NAIROBI, 3 janvier — L'armée a refusé. => armée=-
"""

NOUNS = """
fr La Suède a saisi l'Union africaine. Celle-ci a refusé. => Celle=Union_africaine
fr Berlin a reçu Malik Agar. Ce dernier a remercié ses hôtes. => dernier=Malik_Agar
fr Le Mali a retiré ses troupes. => troupes=MLI
en Peru blamed Chile. Its navy seized a boat. => navy=PER
fr Bogota discute avec l'ELN. La guérilla a refusé. => guérilla=ELN
fr Le M23 a pris Goma. Le mouvement avance. => mouvement=M23
en The IAEA visited Iran. The agency warned of delays. => agency=International_Atomic_Energy_Agency
fr Le Niger a quitté la Ligue arabe. L'organisation a pris acte. => organisation=Ligue_arabe
fr Le Pakistan accuse l'Inde. Son voisin refuse. => voisin=IND
en Spain and Italy recalled their envoys. The kingdom closed its port. => kingdom=ESP
fr La Thaïlande accuse le Laos. Le royaume a fermé un pont. => royaume=THA
en Cuba and Mexico signed. The island sent doctors. => island=CUB
fr L'Iran a reçu le ministre du Qatar. L'émirat est prudent. => émirat=QAT
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


@pytest.mark.parametrize(("passage", "wanted"), rows(NOUNS))
def test_a_common_noun_means_the_actor_of_its_kind(passage: Passage, wanted: str) -> None:
    """« celle-ci », « ses troupes », « la guérilla », "the agency" and « son voisin » are those named before."""
    check_mentions(passage, wanted, "description")
