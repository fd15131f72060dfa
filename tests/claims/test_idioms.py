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


@cases("""
fr Le Pérou fait planer sur le Chili une surtaxe de 20 %. => THREATEN PER>CHL any
fr La Zambie emprisonne un journaliste du Malawi. => COERCE ZMB>MWI
fr Le Bénin sollicite du Ghana deux hélicoptères. => REQUEST BEN>GHA
fr La Norvège a écarté la Suède de ses instances. => SANCTION NOR>SWE
fr Le Laos desserre l'étau sur la Thaïlande. => CONCEDE LAO>THA
en Peru rounded on Chile. => ACCUSE PER>CHL
en Ghana shrugged off Togo's warnings. => REJECT GHA>TGO
en Norway gave Sweden a week to free the hostages. => THREATEN NOR>SWE any
en Laos is ready to lend money to Thailand. => AGREE LAO>THA any
en Zambia scrambled jets to intercept Malawian drones. => MOBILIZE ZMB>MWI
en Benin throttled Togo's economy. => COERCE BEN>TGO
en Warships may call in Peru to refuel. => no REQUEST any
""")
def test_turns_of_the_press(passage: Passage, wanted: str) -> None:
    """Turns of phrase that reporters use beside the plain verb."""
    check(passage, wanted)
