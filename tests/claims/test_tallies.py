# ruff: noqa: E501
"""The figures of a claim: its own, those that its list goes on with, and those of the harm that it did."""

from tests.sentences import Passage, cases, check


@cases("""
en Israeli strikes hit southern Lebanon on Sunday, killing 26 people and wounding 40 others. => ASSAULT ISR>LBN of 26 people killed
fr Une frappe israélienne sur Beyrouth a fait trois morts et une vingtaine de blessés. => ASSAULT ISR>LBN of 3 deaths; ASSAULT ISR>LBN of 20 wounded
fr La Libye a bombardé le Tchad, tuant douze soldats. => ASSAULT LBY>TCD of 12 soldiers killed
fr Le Pérou rappelle le bombardement d'une école kényane par la Somalie, qui avait fait quatre morts. => ASSAULT SOM>KEN of 4 deaths
en A Sudanese attack on Chad left 14 soldiers dead. => ASSAULT SDN>TCD of 14 soldiers
""")
def test_the_harm_done_is_counted(passage: Passage, wanted: str) -> None:
    """Participles, relatives and the verb that an attack is the subject of bring its dead and wounded."""
    check(passage, wanted)


@cases("""
fr La Chine a envoyé 2 000 soldats au Soudan – 1 500 fantassins et 500 ingénieurs. => AID|MOBILIZE CHN> of 2000 soldiers; AID|MOBILIZE CHN> of 1500; AID|MOBILIZE CHN> of 500 engineers
en Ghana counts more than 13,000 containers of shells and arms shipped by Togo to Benin. => AID TGO>BEN reported by GHA of 13000 containers
""")
def test_a_list_of_figures_is_taken_whole(passage: Passage, wanted: str) -> None:
    """What follows a figure with nothing but a joint between, and what measures out a thing."""
    check(passage, wanted)


@cases("""
en Rebels killed two Malian soldiers and wounded five others. => ASSAULT >MLI of 5 people wounded; ASSAULT >MLI of 2 soldiers killed
fr Le raid, mené par 14 avions israéliens, a coûté la vie à 23 civils syriens. => ASSAULT ISR>SYR of 23 civilians killed; ASSAULT ISR>SYR of 14 aircraft
fr Trois soldats tchadiens ont été tués par une dizaine de combattants. => ASSAULT >TCD of 10 fighters; ASSAULT >TCD of 3 soldiers killed
""")
def test_each_figure_suffers_what_its_own_verb_does(passage: Passage, wanted: str) -> None:
    """Of killed and wounded each has its verb; who does it is counted and suffers nothing."""
    check(passage, wanted)


@cases("""
fr Le Niger a signé avec la Turquie un contrat portant sur 6 drones. => agreement contract NER+TUR of 6 drones
en Ghana and Togo signed a $200 million loan agreement. => agreement agreement GHA+TGO of 200000000 money
""")
def test_what_an_agreement_is_about_is_counted(passage: Passage, wanted: str) -> None:
    """The figures beside the noun are those of the agreement."""
    check(passage, wanted)


@cases("""
en At least 48 people died in May in five days of fighting between Kenya and Somalia. => ASSAULT any of 48 people
fr Vingt soldats ont été blessés dans une attaque éthiopienne contre l'Érythrée. => ASSAULT ETH>ERI of 20 soldiers wounded
en Twelve soldiers were killed in an Ethiopian raid on Eritrea. => ASSAULT ETH>ERI of 12 soldiers killed
""")
def test_those_who_died_in_it_count(passage: Passage, wanted: str) -> None:
    """The subject of dying is the figure of what people died in."""
    check(passage, wanted)
