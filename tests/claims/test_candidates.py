# ruff: noqa: E501
"""Who fills a role that no rule fills: the party that the article most likely means, or nobody."""

from kg.claims import explain
from tests.sentences import Passage as Text
from tests.sentences import cases, check, reading

_QUARREL = "Le Pérou et le Chili se disputent une île. Le Chili accuse le Pérou de pêcher ses thons. Lima a rappelé son ambassadeur à Santiago."


@cases(f"""
fr {_QUARREL} Le Chili a placé son armée en alerte mardi. => MOBILIZE CHL>PER
fr {_QUARREL} Lima a dénoncé une provocation. => ACCUSE PER>CHL
fr {_QUARREL} Le Chili a fermé la frontière. => SANCTION CHL>PER any
en Peru and Chile quarrel over an island. Chile accuses Peru of poaching there. On Monday Lima rejected the claim. => REJECT PER>CHL
en Kenya and Uganda have been at odds for a year. Uganda expelled the Kenyan envoy. Nairobi has voiced concern. => ACCUSE KEN>UGA
""")
def test_the_adversary_goes_without_saying(passage: Text, wanted: str) -> None:
    """Whom the article has the actor deal with is meant where the sentence names nobody."""
    check(passage, wanted)


@cases("""
fr L'Ukraine a été bombardée. => no ASSAULT UKR>UKR any
en Lebanon was bombed overnight. => no ASSAULT LBN>LBN any
fr À Bruxelles, le ministre letton a accusé un dirigeant. => no ACCUSE LVA>BEL any
en Gabon will sue the country before the International Court of Justice, Equatorial Guinea said. => no ACCUSE GAB>International_Court_of_Justice any
en France hosted a Libyan general accused of war crimes. => no ACCUSE FRA> any
""")
def test_who_is_no_candidate(passage: Text, wanted: str) -> None:
    """Nobody does it to himself, a scene and a forum do nothing, and a host is no accuser."""
    check(passage, wanted)


def test_the_explanation_says_who_was_inferred() -> None:
    """A party that was chosen is marked, without words where the sentence does not name it."""
    passage = Text(f"{_QUARREL} Lima a dénoncé une provocation.")
    last = explain(passage.article, reading(passage)).sentences[-1]
    targets = [f for grounds in last.read for f in grounds.fillings if f.role == "target"]
    assert targets
    assert all(filling.inferred and filling.words is None for filling in targets)
