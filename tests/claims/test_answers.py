"""An answer is given to whoever the text was just about."""

from tests.sentences import Passage, cases, check


@cases("""
fr Manille exige le retrait des navires. Pékin juge cette exigence irrecevable. => REJECT CHN>PHL
fr La Zambie accuse l'Angola d'avoir déplacé les bornes. Luanda dément. => REJECT AGO>ZMB
fr Le Laos accuse le Vietnam de pillage. Hanoï s'en défend. => REJECT VNM>LAO
fr L'Égypte dément toute livraison d'armes à Haftar. => no REJECT EGY>
""")
def test_answers(passage: Passage, wanted: str) -> None:
    """A refusal or denial that does not say whose words it answers; what is denied by name is no refusal beside it."""
    check(passage, wanted)


@cases("""
fr Le Chili accuse la Bolivie et le Pérou. Le Paraguay et l'Uruguay sont d'accord. Quito dément. => no REJECT ECU>
""")
def test_unclear_answers(passage: Passage, wanted: str) -> None:
    """Where several are about as present, nobody is the other side."""
    check(passage, wanted)


@cases("""
fr Une rencontre prévue entre le Népal et le Bhoutan a été annulée. => CONSULT NPL<>BTN any
fr La visite du ministre kényan à Kampala a été annulée. => CONSULT KEN>UGA denied
fr L'armée péruvienne a dépêché 200 soldats en renfort à Iquitos. => MOBILIZE PER>
""")
def test_other_readings(passage: Passage, wanted: str) -> None:
    """Where the entry that fits best has nobody to act, the next or the noun in it tells the event."""
    check(passage, wanted)


@cases("""
fr Le Kenya et l'Éthiopie ont négocié par l'entremise de l'Ouganda. => CONSULT UGA>KEN+ETH
fr Une trêve a été conclue sous l'égide de l'Inde entre le Népal et le Bhoutan. => CONSULT IND>NPL+BTN
fr Le Tadjikistan et le Kirghizistan se sont serré la main. => CONSULT TJK<>KGZ
fr Trois douaniers rwandais ont été tués par des tirs venus du Burundi. => ASSAULT BDI>RWA
fr Gustavo Petro compte appeler Nicolas Maduro. => CONSULT COL>VEN any
""")
def test_sides(passage: Passage, wanted: str) -> None:
    """Who mediates deals with those between whom it is; deeds have whoever they came from behind them."""
    check(passage, wanted)
