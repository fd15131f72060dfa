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


@cases("""
en Ruto thanked Norway for the $60 million it gave Kenya in September. => AID NOR>KEN of 60000000
fr Les 40 camions que la Norvège a livrés au Kenya sont arrivés. => AID NOR>KEN of 40
en Chinese police retaliated by freezing the assets of 20 American defence firms. => SANCTION CHN>USA of 20
fr Le Kenya a riposté en expulsant dix diplomates ougandais. => * of 10 diplomats
en The 300 soldiers who attacked Togo came from Ghana. => no ASSAULT >TGO any of 300
en The town where Ghana attacked 40 Togolese has 900 people. => no ASSAULT GHA>TGO of 900
""")
def test_what_a_relative_clause_or_a_manner_counts(passage: Passage, wanted: str) -> None:
    """What a relative clause has for its object, and what the verb that says how something was done acts on."""
    check(passage, wanted)


@cases("""
fr Saviez-vous que le Kenya vient d'officialiser l'envoi de 3 000 hommes – 2 500 policiers et 500 médecins – pour participer à la pacification d'Haïti ? => AID KEN>HTI of 3000; AID KEN>HTI of 2500; AID KEN>HTI of 500
en Did you know that Kenya has just announced the dispatch of 3,000 men – 2,500 police officers and 500 medics – to help rebuild Haiti? => AID KEN>HTI of 3000; AID KEN>HTI of 500
en Did Kenya send 3,000 men to Haiti? => no AID KEN>HTI any
""")
def test_what_a_question_takes_for_known(passage: Passage, wanted: str) -> None:
    """Whether one knows is asked; what there is to know stands, with the parts that dashes set apart."""
    check(passage, wanted)
