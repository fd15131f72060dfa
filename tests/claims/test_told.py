"""The other events of an article, as grounds for one."""

from datetime import date

from kg.claims.finding import Finding
from kg.claims.told import Told
from kg.model import ArticleInfo, Claim, Entity, Evidence, Rule

ARTICLE = ArticleInfo(id="a", language="fr", published=date(2025, 6, 19))
RULE = Rule(id="r", type="AID", source="x.yaml:1")


def state(code: str) -> Entity:
    return Entity(id=f"https://example.org/state/{code}", kind="State", label=code, iso3=code)


def claim(type: str, actor: str, target: str, start: int, end: int) -> Claim:
    """An event between two states, told by the words from ``start`` to ``end``."""
    return Claim(
        kind="event",
        article=ARTICLE,
        type=type,
        roles={"actor": (state(actor),), "target": (state(target),)},
        evidence=Evidence(quote="x" * (end - start), start=start, end=end),
        confidence=0.8,
    )


def told(*claims: Claim) -> Told:
    return Told([Finding(RULE, (), claim) for claim in claims])


def test_an_event_alone_has_nothing_beside_it() -> None:
    """Nor what stands elsewhere and is of another type."""
    one, far = claim("AID", "PER", "CHL", 0, 10), claim("ASSAULT", "PER", "CHL", 50, 60)
    assert told(one).features(one) == {}
    assert told(one, far).features(one) == {}


def test_events_of_the_same_words_are_counted() -> None:
    """Three at most; one of the same type and one between the same sides are told apart."""
    one = claim("AID", "PER", "CHL", 0, 10)
    turned, other = claim("ACCUSE", "CHL", "PER", 5, 15), claim("AID", "PER", "BOL", 8, 12)
    assert told(one, turned).features(one) == {"beside": 1.0, "same sides beside": 1.0}
    assert told(one, other).features(one) == {"beside": 1.0, "same type beside": 1.0}
    many = [claim("ACCUSE", "BOL", "ECU", at, 10) for at in range(5)]
    assert told(one, *many).features(one) == {"beside": 3.0}


def test_what_is_told_twice() -> None:
    """The same deed of the same sides, anywhere in the article."""
    one, again = claim("AID", "PER", "CHL", 0, 10), claim("AID", "PER", "CHL", 90, 99)
    assert told(one, again).features(one) == {"told elsewhere": 1.0}
