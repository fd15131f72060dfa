"""What a verb of judging says of something is its predicate, and what is judged its object."""

from tests.sentences import Passage, cases, check


@cases("""
fr Varsovie a jugé prématurée la proposition de Minsk. => REJECT POL>BLR
fr Tunis a qualifié de fantaisistes les accusations de Tripoli. => REJECT TUN>LBY
fr Le président chilien a jugé les propos du ministre péruvien scandaleux. => ACCUSE CHL>PER
fr La Thaïlande a trouvé la décision cambodgienne injustifiée. => ACCUSE THA>KHM
fr La Suède a jugé méprisant le ton de Budapest. => ACCUSE SWE>HUN
fr Le Ghana a qualifié la requête du Togo de prématurée. => REJECT GHA>TGO
""")
def test_verdicts(passage: Passage, wanted: str) -> None:
    """The verdict stands before or behind what is judged, bare or after « de »."""
    check(passage, wanted)
