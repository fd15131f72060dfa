# ruff: noqa: E501
"""What is asked for, refused, threatened or promised is no event of its own; what is taken as given is."""

from tests.sentences import Passage, cases, check


@cases("""
fr Le Mali a refusé de livrer des armes au Niger. => REJECT MLI>NER; no AID any
en Mali refused to supply weapons to Niger. => REJECT MLI>NER; no AID any
fr Le Chili a demandé à la Bolivie de libérer trois soldats. => REQUEST CHL>BOL; no RETREAT any
fr Le Chili a demandé que la Bolivie libère trois soldats. => REQUEST CHL>BOL; no RETREAT any
en Chile urged Bolivia to release three soldiers. => REQUEST CHL>BOL; no RETREAT any
fr L'Iran a menacé d'attaquer le Koweït. => THREATEN IRN>KWT; no ASSAULT any
en Iran threatened to attack Kuwait. => THREATEN IRN>KWT; no ASSAULT any
fr Le Pérou a rejeté un ultimatum colombien exigeant la libération des otages. => REJECT PER>COL; no REQUEST any; no RETREAT any
""")
def test_what_is_spoken_of_is_no_event(passage: Passage, wanted: str) -> None:
    """The complement of a request, refusal or threat says what it is about, not that it happens."""
    check(passage, wanted)


@cases("""
fr Le Chili a refusé de recevoir le ministre et a condamné la Bolivie. => ACCUSE CHL>BOL
en Chile refused to host the talks and condemned Bolivia. => ACCUSE CHL>BOL
fr Le Chili a demandé au Pérou de condamner l'attaque de la Bolivie contre l'Équateur. => ASSAULT BOL>ECU any
fr Le Chili, qui a attaqué la Bolivie en 2020, a refusé de négocier. => ASSAULT CHL>BOL
""")
def test_what_stands_beside_or_is_given_stays(passage: Passage, wanted: str) -> None:
    """A further predicate, a relative clause and an attack that is to be condemned are events."""
    check(passage, wanted)


@cases("""
fr Le Chili va livrer dix camions au Pérou en juillet. => AGREE CHL>PER planned subtype AID
en Chile plans to deliver ten trucks to Peru in July. => AGREE CHL>PER planned subtype AID
en Chile will deliver ten trucks to Peru in July. => AGREE CHL>PER planned subtype AID
fr Le Mali a refusé de livrer des armes au Niger. => REJECT MLI>NER subtype AID
""")
def test_a_plan_or_refusal_names_the_deed(passage: Passage, wanted: str) -> None:
    """By its finer class or its type, so that it can be told that it came true or was called off."""
    check(passage, wanted)
