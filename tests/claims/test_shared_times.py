# ruff: noqa: E501
"""What a clause takes from the one above where its own words name no time. Published on Thursday 19 June 2025."""

from tests.sentences import Passage, cases, check


@cases("""
en On Monday the Norwegian minister announced that Norway and Iceland had agreed on fishing quotas. => AGREE NOR<>ISL any on 2025-06-16
fr Lundi, le ministre norvégien a annoncé que la Norvège et l'Islande s'étaient entendues sur les quotas de pêche. => AGREE NOR<>ISL any on 2025-06-16
en The Norwegian minister said on Monday that Norway and Iceland had agreed on fishing quotas. => AGREE NOR<>ISL any on -
fr Le président kényan a déclaré lundi qu'il regrettait la décision de l'Ouganda. => ACCUSE KEN>UGA any on 2025-06-16
en Kenyan President William Ruto said on Monday that he regretted Uganda's decision. => ACCUSE KEN>UGA any on 2025-06-16
fr Le Kenya ne signera pas le pacte avec la Somalie, a annoncé mardi le ministre kényan de la Défense. => REJECT KEN>SOM any on 2025-06-17
fr Le Pérou a rompu mardi les discussions. Lima ne signera pas l'accord avec le Chili, a annoncé le président péruvien. => REJECT PER>CHL any on 2025-06-17
""")
def test_what_is_done_by_saying_it(passage: Passage, wanted: str) -> None:
    """A refusal, a blame and news just broken are of the day on which they were told; what was done before is not."""
    check(passage, wanted)


@cases("""
en Kenyan ministers flew to Kampala on Tuesday to sign a defence agreement with Uganda. => agreement defence_agreement KEN+UGA on 2025-06-17
fr Des ministres kényans se sont rendus mardi à Kampala pour y signer un accord de défense avec l'Ouganda. => agreement defence_agreement KEN+UGA planned on 2025-06-17
en The pact took effect on Wednesday once Chad and Niger had swapped ratification papers. => SUPPORT TCD<>NER on 2025-06-18
""")
def test_what_happens_together(passage: Passage, wanted: str) -> None:
    """What people came together for, and what had to be done first, is of the same day."""
    check(passage, wanted)


@cases("""
fr Cette rupture intervient un mois après l'attaque du Tchad contre le Soudan qui a tué douze soldats. => ASSAULT TCD>SDN on 2025-05
fr Le Togo pleure ses morts : l'attaque béninoise de dimanche, qui a tué neuf soldats togolais, a choqué Lomé. => ASSAULT BEN>TGO on 2025-06-15
en The break comes two months after the attack by Rwandan troops on Burundi, which killed twelve soldiers. => ASSAULT RWA>BDI on 2025-04
""")
def test_a_relative_clause_tells_of_the_deed(passage: Passage, wanted: str) -> None:
    """Whom a deed killed, it killed when it was done."""
    check(passage, wanted)


@cases("""
fr Après sa visite à Kampala, le président kényan a promis mardi d'aider l'Ouganda. => CONSULT KEN>UGA on 2025-06-10..2025-06-17
en Kenya's president spoke on Tuesday after his visit to Uganda. => CONSULT KEN>UGA on 2025-06-10..2025-06-17
""")
def test_what_has_just_been(passage: Passage, wanted: str) -> None:
    """A visit or talks that the text takes for known were in the days before what is told beside them."""
    check(passage, wanted)


@cases("""
fr C'est mardi que le Pérou a expulsé l'ambassadeur du Chili. => SANCTION PER>CHL on 2025-06-17
en It was on Tuesday that Peru expelled the Chilean ambassador. => SANCTION PER>CHL on 2025-06-17
fr C'est à Lima que le Pérou et le Chili ont signé mardi un pacte. => SUPPORT PER<>CHL on 2025-06-17
en It was in Lima that Peru and Chile signed a pact on Tuesday. => SUPPORT PER<>CHL on 2025-06-17
""")
def test_a_cleft_brings_the_date_forward(passage: Passage, wanted: str) -> None:
    """« C'est mardi que … » dates what the clause tells, and nobody is said to tell it."""
    check(passage, wanted)
