# ruff: noqa: E501
"""Agreements in short stories: the latest stage, its dates, and no party that nobody names."""

from tests.sentences import Passage, cases, check


@cases("""
fr La Birmanie a suspendu jeudi l'accord commercial signé en 2017 avec le Bangladesh. => agreement trade_agreement MMR+BGD stage suspended on 2017
en Ecuador has withdrawn from the fishing agreement it concluded with Peru in 1954. => agreement agreement ECU+PER stage ended on 1954
en Ecuador has withdrawn from the fishing convention it concluded with Peru in 1954. => agreement convention ECU+PER stage ended on 1954
fr Le Chili a ratifié le traité avec l'Indonésie, signé à Santiago en décembre 2017. => agreement treaty CHL+IDN stage ratified on 2017-12
en India and Pakistan have held talks on the river treaty. The 1960 pact was suspended by New Delhi in April. => agreement treaty|pact IND+PAK stage suspended on 1960
en Nepal's pact with Bhutan, which dates from 1990, expired last year. => agreement pact NPL+BTN stage ended on 1990
fr Signé en 1975 par l'Iran et l'Irak, l'accord de pêche a été abrogé en 1980. => agreement agreement IRN+IRQ stage ended on 1975
fr Alger dénonce le traité d'amitié de 2002 avec Madrid. => agreement treaty DZA+ESP stage ended on 2002
en Ghana would keep sending notices under an accord with Togo that dates from 1988. => agreement agreement GHA+TGO stage in force on 1988
""")
def test_an_older_stage_beside_the_latest(passage: Passage, wanted: str) -> None:
    """The signature gives its date, whatever befalls the agreement later, and is not denied with it."""
    check(passage, wanted)


@cases("""
fr L'accord commercial que le Népal et l'Inde ont conclu en mars 2022 entrera en vigueur le 3 mai. => agreement trade_agreement NPL+IND stage signed on 2022-03
en Chad and Niger have yet to sign the treaty. => agreement treaty TCD+NER denied
fr Le Kazakhstan et l'Ouzbékistan sont convenus de partager les eaux du fleuve. Les deux pays signeront le texte en septembre. => no agreement * KAZ+UZB on 2025-09
en Egypt's deal with the IMF, announced in March 2024, expires next year. => agreement agreement EGY+International_Monetary_Fund stage announced on 2024-03
""")
def test_what_is_still_to_come(passage: Passage, wanted: str) -> None:
    """A stage that lies ahead is not reached, and its date is not that of the signature."""
    check(passage, wanted)


@cases("""
fr Bamako a signé en 2015 un accord de paix avec des groupes armés du Nord, au grand dam de l'Algérie. => no agreement * MLI+DZA any
fr Le gouvernement philippin et les hommes du maquis ont rompu la trêve conclue en mars. La Malaisie a réagi. => no agreement * PHL+MYS any
fr L'accord tripartite de novembre 2020 est en vigueur. La Russie et l'Arménie en discutent. => no agreement * RUS+ARM any
fr Le cessez-le-feu entre le Tchad et le Soudan, conclu sous l'égide de l'Union africaine en 2022, tient toujours. => agreement ceasefire TCD+SDN on 2022
fr Le président péruvien a rappelé que les traités doivent être respectés. Il recevait une délégation de Colombie. => no agreement * any
en Mongolia's president said peace agreements should be respected everywhere. He met envoys of France and Germany. => no agreement * any
""")
def test_no_party_is_made_up(passage: Passage, wanted: str) -> None:
    """Where the text names somebody unknown as a party, a state nearby does not take the place; nor does a mediator."""
    check(passage, wanted)


@cases("""
fr Colombie : accord de paix signé entre Bogota et l'ELN. => agreement peace_agreement COL+ELN stage signed
en Laos denied having signed any defence agreement with Cambodia. => agreement defence_agreement LAO+KHM denied
fr Le Sénégal et la Gambie ont signé hier à Banjul un accord de pêche. => agreement * SEN+GMB stage signed on 2025-06-18
en Fiji, Samoa and Tonga signed a security pact in Suva on 3 May 2025. Australia praised the deal. => agreement * FJI+WSM+TON stage signed on 2025-05-03
""")
def test_who_says_so(passage: Passage, wanted: str) -> None:
    """A place before the colon of a headline is no source; those who only praise a pact are no parties."""
    check(passage, wanted)
