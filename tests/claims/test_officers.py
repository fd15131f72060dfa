# ruff: noqa: E501
"""Whoever speaks for an organisation acts for it: in an event both fill the role, in an agreement the organisation."""

from tests.sentences import Passage, cases, check


@cases("""
fr Antonio Guterres a condamné mardi l'expulsion de trois diplomates par le Népal. => ACCUSE ONU|Organisation_des_Nations_unies>NPL
en The secretary-general of the Arab League, Ahmed Aboul Gheit, met the Cypriot president in Nicosia. => CONSULT Arab_League<>CYP
fr La porte-parole du Polisario, Nabila Sahrawi, a accusé la Mauritanie. Nabila Sahrawi a ensuite rencontré le président algérien. => CONSULT ESH<>DZA
fr Le porte-parole du M23, Lawrence Kanyuka, a accusé l'Ouganda d'espionnage. => ACCUSE M23>UGA
en Ursula von der Leyen threatened Serbia with sanctions. => THREATEN European_Union>SRB
en The European Commission accused Brazil of dumping. => ACCUSE European_Union>BRA
""")
def test_officers_act_for_their_organisation(passage: Passage, wanted: str) -> None:
    """A secretary-general, the head of a commission, a spokesman, and the organ that decides for a union."""
    check(passage, wanted)
