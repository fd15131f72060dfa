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


@cases("""
fr La Première ministre lettone, Evika Silina, a reçu Alexander Stubb. Il a salué la Norvège. => SUPPORT FIN>NOR
fr Le président Gabriel Boric a reçu l'ambassadrice suédoise, Ana Berg. Elle a accusé le Pérou. => ACCUSE SWE>PER
fr La ministre kényane Awa Mutua a vu son homologue Lin Berg. Elle a accusé le Tchad. => ACCUSE KEN>TCD
en Uruguay's president, Ana Frias, visited Quito. She met her counterpart Daniel Noboa. He thanked Peru. => SUPPORT ECU>PER
en Bulgaria's spokeswoman, Nina Petrova, met the Serbian minister, Ivan Ivanov. She accused Kosovo. => ACCUSE BGR>XKX
""")
def test_pronouns_fit_the_person(passage: Passage, wanted: str) -> None:
    """A title's gender, and who was "she" before, tell who "he" and « elle » are; « son homologue » tells nothing."""
    check(passage, wanted)
