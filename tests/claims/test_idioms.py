"""The noun of an idiom counts though the parser hangs it on another word; sentences through the whole engine."""

from tests.sentences import Passage, cases, check

CASES = """
fr Le Kenya rappelle la Somalie à l'ordre. => REQUEST KEN>SOM
fr Les dockers péruviens ont croisé les bras mardi. => PROTEST dockers_péruviens>
fr La marine omanaise et la marine pakistanaise patrouillent de conserve. => COOPERATE OMN<>PAK
fr Le Ghana a fermé le robinet au Togo. => SANCTION GHA>TGO
fr Tunis prend la défense d'Alger. => SUPPORT TUN>DZA
fr Le Ghana a relâché des pêcheurs ivoiriens. => RETREAT GHA>CIV
fr Lusaka dialogue avec Harare. => CONSULT ZMB<>ZWE
fr Le Laos masse des troupes à la frontière de la Thaïlande. => MOBILIZE LAO>THA
fr La Zambie arrose de roquettes le Malawi. => ASSAULT ZMB>MWI
en Rwanda released Ugandan fishermen. => RETREAT RWA>UGA
"""


@cases(CASES)
def test_idioms(passage: Passage, wanted: str) -> None:
    """Each sentence makes the claim that stands beside it."""
    check(passage, wanted)
