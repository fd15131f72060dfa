"""What follows a date is not the date's."""

# ruff: noqa: E501

from tests.sentences import Passage, cases, check


@cases("""
fr L'ambassadeur kényan a été convoqué lundi par le ministère finlandais des Affaires étrangères. => ACCUSE|REQUEST FIN>KEN
fr Deux soldats boliviens capturés en mars par l'armée péruvienne sont malades. => COERCE|ASSAULT PER>BOL
fr Un pacte a été signé en 2019 par le Ghana avec le Togo. => SUPPORT GHA<>TGO
fr Trois villages tchadiens ont été attaqués dans la nuit de lundi à mardi par l'armée nigériane. => ASSAULT NGA>TCD
fr La Serbie a livré la semaine dernière à la Zambie trente camions. => AID SRB>ZMB
fr Le ministre kényan a été reçu le 3 mai à Oslo par le roi de Norvège. => CONSULT KEN<>NOR
fr Le Laos est en conflit depuis 1990 avec le Togo. => no COERCE
en The Kenyan envoy was summoned on Monday by the Finnish foreign ministry. => ACCUSE|REQUEST FIN>KEN
""")
def test_complements_of_dates(passage: Passage, wanted: str) -> None:
    """Agents, places and other complements after a date are those of the verb beside it."""
    check(passage, wanted)
