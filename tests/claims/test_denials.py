"""What a clause denies in other words than « ne … pas » is no fact."""

from tests.sentences import Passage, cases, check


@cases("""
fr Le Ghana n'a ni condamné ni soutenu le Mali. => ACCUSE GHA>MLI denied; SUPPORT GHA>MLI denied
en Ghana neither condemned nor backed Mali. => ACCUSE GHA>MLI denied; SUPPORT GHA>MLI denied
en Neither Kenya nor Uganda condemned Somalia. => ACCUSE KEN+UGA>SOM denied
""")
def test_neither_nor(passage: Passage, wanted: str) -> None:
    """« ni » and "nor" deny each verb that they join."""
    check(passage, wanted)


@cases("""
fr Loin de condamner le Chili, le Pérou a reçu son président. => ACCUSE PER>CHL denied
fr Au lieu d'attaquer le Tchad, le Soudan a loué la Libye. => ASSAULT SDN>TCD denied; SUPPORT SDN>LBY
en Instead of condemning Mali, Ghana closed its border with Togo. => ACCUSE GHA>MLI denied; SANCTION GHA>TGO
en Rather than recognising Kosovo, Peru praised Serbia. => no SUPPORT PER>XKX; SUPPORT PER>SRB
""")
def test_what_is_done_instead(passage: Passage, wanted: str) -> None:
    """What stands behind « loin de » or "instead of" was not done."""
    check(passage, wanted)


@cases("""
en Had Pakistan attacked, India would have fought back. => no ASSAULT PAK>IND
en Should Chad recall its envoy, Sudan will expel its ambassador. => no SANCTION TCD>SDN
""")
def test_a_condition_without_if(passage: Passage, wanted: str) -> None:
    """An auxiliary before its subject opens a condition."""
    check(passage, wanted)


@cases("""
fr Le Kenya ne s'est pas contenté de condamner la Somalie : il a rappelé son ambassadeur. => ACCUSE KEN>SOM
""")
def test_more_than_that_was_done(passage: Passage, wanted: str) -> None:
    """Who did not content himself with it did it."""
    check(passage, wanted)


@cases("""
fr Le Kenya reproche à l'Ouganda de livrer des armes au Soudan. => ACCUSE KEN>UGA; AID UGA>SDN reported by KEN
fr Il est reproché au Rwanda de soutenir le M23. => SUPPORT RWA>M23 reported
""")
def test_reproaches_are_hearsay(passage: Passage, wanted: str) -> None:
    """What somebody is reproached with is what the other says."""
    check(passage, wanted)


@cases("""
fr Le Pérou a cessé de soutenir le Chili. => SUPPORT PER>CHL denied
fr Le Pérou ne cesse de condamner le Chili. => ACCUSE PER>CHL
fr Le Kenya s'est gardé de condamner l'Ouganda. => ACCUSE KEN>UGA denied
en Peru has stopped backing Chile. => SUPPORT PER>CHL denied
en Peru has not stopped backing Chile. => SUPPORT PER>CHL
en Iran refrained from attacking Israel. => ASSAULT IRN>ISR denied
en Hungary prevented Germany from sending arms to Ukraine. => AID DEU>UKR denied
en Kenya nearly expelled the Somali ambassador. => SANCTION KEN>SOM denied
""")
def test_what_is_left_undone(passage: Passage, wanted: str) -> None:
    """What somebody stops, shuns, is kept from or only nearly does is no fact; what he does not stop goes on."""
    check(passage, wanted)


@cases("""
fr On ignore si l'Inde a bombardé le Népal. => no ASSAULT IND>NPL
en It is not known whether India bombed Nepal. => no ASSAULT IND>NPL
fr Savez-vous que le Népal a envoyé 600 soldats au Bhoutan ? => MOBILIZE NPL>BTN
""")
def test_whether_is_not_that(passage: Passage, wanted: str) -> None:
    """A verb of knowing takes what « que » opens for known, not what « si » or "whether" does."""
    check(passage, wanted)


@cases("""
fr Le président russe a promis de ne pas attaquer la Finlande. => AGREE RUS>FIN; no THREATEN
fr La Turquie exclut de sanctionner la Russie. => SANCTION TUR>RUS denied
en Kyiv says Belarus sent no troops to Moldova. => no REJECT
""")
def test_words_that_a_negation_empties(passage: Passage, wanted: str) -> None:
    """Who promises not to attack threatens nobody, who rules it out does not do it, "no troops" is not "no"."""
    check(passage, wanted)
