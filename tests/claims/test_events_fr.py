"""French press idiom: light verbs, measures, commands, obligation in reported speech, people who stay or leave."""

from tests.sentences import Passage, cases, check


@cases("""
fr Le ministre congolais a déclaré que le Rwanda devait retirer ses troupes. => REQUEST COD>RWA; no RETREAT any
fr Le Niger a déclaré que la visite devait durer deux jours. => no REQUEST any
fr La Norvège est opposée à une médiation suédoise. => REJECT NOR>SWE
fr Le conflit oppose le Tchad au Soudan. => no REJECT any
fr L'archevêque de Lima a appelé à des sanctions contre le Venezuela. => no COERCE any
fr Le Maroc a mis en demeure l'Algérie de libérer les pêcheurs. => THREATEN|REQUEST MAR>DZA
""")
def test_demands_and_refusals(passage: Passage, wanted: str) -> None:
    """« devoir » with an actor in what is said demands; « être opposé à » refuses."""
    check(passage, wanted)


@cases("""
fr La Suède a remis 700 kg de médicaments au Liban. => AID SWE>LBN
fr Le Kenya a livré dix tonnes de riz à la Somalie. => AID KEN>SOM
fr La Turquie a lancé l'invasion de Chypre. => ASSAULT TUR>CYP
fr Le Ghana a mené une campagne de bombardements contre le Togo. => ASSAULT GHA>TGO
fr Des forces sous commandement ougandais ont attaqué le Rwanda. => ASSAULT UGA>RWA
fr Les États-Unis ont achevé le retrait d'Irak d'une partie de leurs forces. => RETREAT USA>
""")
def test_who_does_what_a_noun_names(passage: Passage, wanted: str) -> None:
    """Measures and groups stand for what they are of; the subject of a light verb does what its object names."""
    check(passage, wanted)


@cases("""
fr Une ressortissante chilienne fait l'objet d'une enquête en Argentine. => ACCUSE ARG>CHL
fr La Pologne fait l'objet de sanctions européennes. => SANCTION >POL
fr L'armée syrienne retient des villageois turcs comme boucliers humains. => COERCE SYR>TUR
fr Les vice-ministres du Laos et de la Thaïlande se sont retrouvés à Vientiane. => CONSULT LAO<>THA
fr Lula a passé vingt heures en Bolivie. => no ASSAULT any
fr Les troupes grecques sont restées en état d'alerte. => MOBILIZE GRC>
""")
def test_idiom(passage: Passage, wanted: str) -> None:
    """« faire l'objet de », « retenir comme boucliers », « se retrouver », « rester en état d'alerte »."""
    check(passage, wanted)


@cases("""
fr Des navires de guerre grecs et chypriotes ont quitté Toulon. => no ASSAULT any
fr Le Danemark a prévenu de nouvelles violences. => no THREATEN any
fr Les observateurs danois surveillent la trêve. => no COERCE any
""")
def test_words_that_are_no_event(passage: Passage, wanted: str) -> None:
    """A ship of war is no war, to prevent violence no threat, to watch a truce no coercion."""
    check(passage, wanted)
