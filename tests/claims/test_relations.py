"""Lasting ties between two: allies, members, capitals."""

from tests.sentences import Passage, cases, check


@cases("""
fr La Biélorussie est l'alliée de la Russie. => ally_of BLR>RUS
en Belarus is an ally of Russia. => ally_of BLR>RUS
fr La Suède est membre de l'Otan. => member_of SWE>
en Sweden is a member of NATO. => member_of SWE>
fr La Serbie n'est pas membre de l'Otan. => no member_of SRB>
en Serbia is not a member of NATO. => no member_of SRB>; member_of SRB> denied
en Is Serbia a member of NATO? => no member_of any
""")
def test_ties(passage: Passage, wanted: str) -> None:
    """A tie is claimed where the sentence says it; denied where it says the contrary."""
    check(passage, wanted)
