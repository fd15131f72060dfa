"""People who act for no state: rebels, farmers, peoples within states."""

import pytest

from tests.sentences import Passage, mention, named, reading, rows

GROUPS = """
# a demonym, a possessor or a genitive and people
en Afghan rebels attacked Kabul. => rebels=Afghan rebels/AFG-rebels/-
fr Des rebelles afghans ont attaqué Kaboul. => rebelles=rebelles afghans/AFG-rebels/-
en A Saudi businessman was arrested. => businessman=Saudi businessman/SAU-businesspeople/-
fr L'Ouganda a indemnisé 67 ressortissants britanniques. => ressortissants=ressortissants britanniques/GBR-citizens/-
fr Des ouvriers papetiers français ont bloqué un pont. => ouvriers=ouvriers papetiers français/FRA-workers/-
fr L'opposition vénézuélienne a protesté. => opposition=opposition vénézuélienne/VEN-opposition/-
# bands of people
en Afghan rebel leaders met diplomats. => leaders=Afghan rebel leaders/AFG-rebels/-
# one people of another state
en Bosnian Serbs shelled the town. => Serbs=Bosnian Serbs/BIH-SRB/-
fr Les Serbes de Bosnie ont bombardé la ville. => Serbes=Serbes de Bosnie/BIH-SRB/-
en Kosovo Albanians rejected the plan. => Albanians=Kosovo Albanians/XKX-ALB/-
en The Albanians of southern Serbia want autonomy. => Albanians=Albanians of southern Serbia/SRB-ALB/-
en Iraqi Kurds attacked the post. => Kurds=Iraqi Kurds/IRQ-Kurds/-
en The army killed Sri Lankan Tamils. => Tamils=Sri Lankan Tamils/LKA-Tamils/-
en Ethnic Albanians clashed with police. => Albanians=Ethnic Albanians/ethnic-ALB/-
en Ethnic Albanian rebels attacked the post. => rebels=Ethnic Albanian rebels/ethnic-ALB-rebels/-
en Turkey's Kurdish rebels declared a ceasefire. => rebels=Turkey's Kurdish rebels/Kurds-TUR-rebels/-
# led, backed, on the side of a state
en Iran-backed militias attacked troops. => militias=Iran-backed militias/IRN-militia-backed/-
fr Les rebelles soutenus par le Rwanda ont pris Goma. => rebelles=rebelles soutenus par le Rwanda/RWA-rebels-backed/-
en Vietnamese-led forces have retaken a village. => forces=Vietnamese-led forces/VNM-forces-led/VNM
fr Des rebelles pro-russes ont attaqué l'armée. => rebelles=rebelles pro-russes/RUS-rebels-pro/-
# what belongs to an organisation is the organisation
en Hamas militants attacked Israel. => militants=Hamas/Hamas/-
"""


@pytest.mark.parametrize(("passage", "wanted"), rows(GROUPS))
def test_people_who_act_for_no_state_are_a_group(passage: Passage, wanted: str) -> None:
    """Labelled by their own words, with an IRI that is the same in both languages, and acting for nobody."""
    word, entity = wanted.split("=")
    label, key, acts_for = entity.split("/")
    (found,) = mention(passage, word)
    group = found.entity
    assert (group.label, group.id.rsplit("/", 1)[-1], group.acts_for or "-") == (label, key, acts_for)


STUDENTS = named(Passage("Iranian and Iraqi students protested.", "en"))
AGAINST = named(Passage("L'opposition de la France à la guerre a duré."))
POLICE = named(Passage("Serbian police in Pristina fired.", "en"))


def test_people_of_two_states_are_two_groups() -> None:
    """Each with the name of its own state."""
    labels = [m.entity.label for m in reading(STUDENTS).mentions if m.entity.kind == "Group"]
    assert labels == ["Iranian students", "Iraqi students"]


def test_what_people_do_is_no_group() -> None:
    """« l'opposition à la guerre » is no opposition party."""
    assert [m for m in reading(AGAINST).mentions if m.entity.kind == "Group"] == []


def test_where_a_body_is_does_not_say_whose_it_is() -> None:
    """The adjective does."""
    assert [m.entity.iso3 for m in mention(POLICE, "police")] == ["SRB"]
