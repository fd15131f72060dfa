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
