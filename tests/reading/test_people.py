"""One person through an article, and the state that a person acts for."""

from kg.model import Entity, Mention, Names, OfficeMention
from kg.reading.people import affiliate, affiliations, unite
from kg.reading.surfaces import person

_FRANCE = Entity(id=Names().state("FRA"), kind="State", label="France", iso3="FRA")


def _named(*names: str) -> list[Mention]:
    return [Mention(i, i + 1, i, person(name, Names()), "name") for i, name in enumerate(names)]


def _labels(*names: str) -> list[str]:
    return [mention.entity.label for mention in unite(_named(*names))]


def test_a_surname_means_the_one_named_in_full() -> None:
    """Before or after the full name."""
    assert _labels("Emmanuel Macron", "Macron") == ["Emmanuel Macron", "Emmanuel Macron"]
    assert _labels("Macron", "Emmanuel Macron") == ["Emmanuel Macron", "Emmanuel Macron"]


def test_a_surname_that_two_share_stays_as_it_is() -> None:
    """Nobody can tell which Castro is meant."""
    assert _labels("Fidel Castro", "Raul Castro", "Castro")[2] == "Castro"


def test_other_people_are_not_drawn_in() -> None:
    """A name that is no part of another stays."""
    assert _labels("Emmanuel Macron", "Scholz") == ["Emmanuel Macron", "Scholz"]


def test_an_accent_does_not_hide_a_surname() -> None:
    """« Choigou » is the Choïgou named above."""
    assert _labels("Sergueï Choïgou", "Choigou")[1] == "Sergueï Choïgou"


def _office(who: Entity, of: Entity | None, standing: str = "current") -> OfficeMention:
    return OfficeMention(0, 2, 0, "president", who, of, standing)  # type: ignore[arg-type]


def test_an_office_makes_its_holder_act_for_the_state() -> None:
    """The president of France acts for France wherever he is named."""
    macron = person("Emmanuel Macron", Names())
    by_person = affiliations([_office(macron, _FRANCE)])
    assert affiliate(macron, by_person).acts_for == "FRA"


_LEAGUE = Entity(id=Names().make("organisation", "league"), kind="Organisation", label="Arab League")


def test_an_office_makes_its_holder_act_for_the_organisation() -> None:
    """A secretary-general acts for his organisation; a minister who also chairs one acts for his state."""
    envoy = person("Ahmed Gheit", Names())
    assert affiliate(envoy, affiliations([_office(envoy, _LEAGUE)])).organisation == _LEAGUE.id
    assert affiliate(envoy, affiliations([_office(envoy, _LEAGUE), _office(envoy, _FRANCE)])).state == "FRA"


def test_a_former_holder_acts_for_nobody() -> None:
    """« l'ancien président » speaks for himself."""
    hollande = person("François Hollande", Names())
    assert affiliate(hollande, affiliations([_office(hollande, _FRANCE, "former")])).acts_for is None


def test_who_already_acts_for_a_state_keeps_it() -> None:
    """The first that is known of a person counts."""
    envoy = person("John Doe", Names(), acts_for="USA")
    assert affiliate(envoy, affiliations([_office(envoy, _FRANCE)])).acts_for == "USA"
