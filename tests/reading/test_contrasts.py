"""Whom a sentence sets apart takes no part in what it tells."""

from tests.sentences import Passage, cases, check


@cases("""
fr La Norvège a livré des chars à l'Ukraine, pas à la Géorgie. => AID NOR>UKR; no AID NOR>GEO
fr La Pologne, et non la Lituanie, a expulsé l'ambassadeur russe. => SANCTION POL>RUS; no SANCTION LTU>RUS
en Poland, not Lithuania, expelled the Russian ambassador. => SANCTION POL>RUS; no SANCTION LTU>RUS
en Norway delivered tanks to Ukraine, not to Georgia. => AID NOR>UKR; no AID NOR>GEO
""")
def test_who_is_not_meant(passage: Passage, wanted: str) -> None:
    """« pas », « et non » and "not" before a name take it out; the other keeps its part."""
    check(passage, wanted)


@cases("""
fr Ce n'est pas le Pérou mais le Chili qui a expulsé l'ambassadeur bolivien. => SANCTION CHL>BOL; no SANCTION PER>BOL
en It was not Peru but Chile that expelled the Bolivian ambassador. => SANCTION CHL>BOL; no SANCTION PER>BOL
fr Ce n'est pas le Pérou qui a expulsé l'ambassadeur bolivien. => SANCTION PER>BOL denied
en It was not Peru that expelled the Bolivian ambassador. => SANCTION PER>BOL denied
en It was Peru that expelled the Bolivian ambassador. => SANCTION PER>BOL
fr Le Tchad dément que ses soldats aient attaqué le Soudan. => ASSAULT TCD>SDN denied
en Chad denies having supplied arms to Sudan. => AID TCD>SDN denied; no SANCTION
""")
def test_denials_that_the_parsers_miss(passage: Passage, wanted: str) -> None:
    """« dément que », "denies having" and clefts."""
    check(passage, wanted)
