# ruff: noqa: E501
"""Who concludes agreements: ministers of several states, firms that nothing else names, and those of an earlier one."""

from tests.sentences import Passage, cases, check


@cases("""
fr Un accord a été signé lundi par les ministres de l'Intérieur du Togo et du Ghana. => agreement agreement TGO+GHA stage signed
fr Les ministres des Finances suédois et norvégien ont signé un accord lundi. => agreement agreement SWE+NOR stage signed
fr Le protocole a été signé par les ministres de l'Élevage du Paraguay et du Brésil. => agreement protocol PRY+BRA stage signed
en A treaty was signed on Monday by the Togolese and Ghanaian presidents. => agreement treaty TGO+GHA stage signed
en The finance ministers of Sweden and Norway signed a treaty. => agreement treaty SWE+NOR stage signed
""")
def test_ministers_of_two_states(passage: Passage, wanted: str) -> None:
    """Ministers of two states sign for both, whatever stands between them and the names."""
    check(passage, wanted)


@cases("""
fr La Bolivie a conclu mercredi avec Lithium Two, filiale d'un géant russe, un contrat de vente. => agreement contract BOL+Lithium_Two stage signed
fr Le Ghana a signé un contrat avec le consortium chinois CBC. => agreement contract GHA+CBC stage signed
fr La Guinée a conclu avec le groupe Rio Tinto une convention minière. => agreement convention GIN+Rio_Tinto stage signed
en Guinea has concluded a mining contract with Rio Tinto. => agreement contract GIN+Rio_Tinto stage signed; no agreement contract GIN+BRA
en Ghana's government signed a contract with the Chinese firm Sinohydro. => agreement contract GHA+Sinohydro stage signed
en Chile signed a contract with Canadian miner Teck Resources. => agreement contract CHL+Teck_Resources stage signed
en Djibouti cancelled the port concession it had awarded to DP World in 2006. => agreement contract DJI+DP_World stage ended on 2006
""")
def test_firms_are_parties(passage: Passage, wanted: str) -> None:
    """A firm is a party by its name, known or not: neither its state nor a city in its name is."""
    check(passage, wanted)


@cases("""
fr La Suède et la Norvège ont signé lundi un accord de pêche. Il se substitue à celui de 2009. => agreement agreement SWE+NOR stage signed; agreement agreement SWE+NOR stage ended on 2009
fr La Suède et la Norvège ont signé lundi un accord de pêche. Le précédent, conclu en 2009, avait expiré. => agreement agreement SWE+NOR stage signed; agreement agreement SWE+NOR stage ended on 2009
en Peru and Chile have signed an extradition treaty. It replaces one of 1932. => agreement treaty PER+CHL stage signed; agreement treaty PER+CHL stage ended on 1932
fr Les ministres du Kenya et de l'Ouganda ont signé un protocole. Le précédent ministre était absent. => agreement protocol KEN+UGA stage signed; no agreement * any stage ended
""")
def test_the_agreement_before(passage: Passage, wanted: str) -> None:
    """« le précédent » and what the new one replaces are another agreement of the same parties."""
    check(passage, wanted)


@cases("""
fr En Zambie, un accord minier a été signé mardi avec la Chine. => agreement agreement ZMB+CHN stage signed
en In Laos, a hydropower deal was signed with Thailand in May. => agreement agreement LAO+THA stage signed
fr En Suisse, un accord a été signé entre l'Inde et le Népal. => agreement agreement IND+NPL; no agreement * CHE
""")
def test_the_state_where_a_passive_opens(passage: Passage, wanted: str) -> None:
    """Where a passive names one partner, the state that it opens with is the other; between two, no third."""
    check(passage, wanted)


@cases("""
en Ghana signed a contract with a Chinese firm on Monday. => agreement contract GHA+Chinese_firm stage signed; no agreement contract GHA+CHN
fr Le Togo a signé lundi un contrat avec un groupement turc. => agreement contract TGO+groupement_turc stage signed
en Left hanging is the memorandum that Laos signed with Thailand, and which Hanoi calls null and void. => agreement memorandum LAO+THA any; no agreement * LAO+THA+VNM any
fr Le traité signé lundi entre l'Estonie et la Lettonie se substitue à une convention de 1996. => agreement treaty EST+LVA stage signed; agreement convention EST+LVA stage ended on 1996
en Peru let its treaty with Chile expire. => agreement treaty PER+CHL stage ended
fr La Bolivie a laissé expirer son contrat gazier avec l'Argentine. => agreement contract BOL+ARG stage ended
""")
def test_who_is_no_party(passage: Passage, wanted: str) -> None:
    """A nameless firm is not its state, nor who calls the agreement of others void; what is replaced has the same ones."""
    check(passage, wanted)
