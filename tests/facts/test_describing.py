"""What entities are called and of what class they are."""

from kg.facts import describe
from kg.model import BASE, ONTOLOGY
from kg.model.rebasing import rebased
from kg.vocabulary import load_gazetteer
from tests.strategies import NORTH_KOREA, RUSSIA, article, claim, person


def test_known_entities_have_both_labels_and_wikidata():
    """A state of the gazetteer is described in both languages, whatever the article's."""
    one = claim("event", "AID", {"actor": NORTH_KOREA, "target": RUSSIA}, article(language="en"))
    found = {(t.predicate, t.object.text, t.object.language) for t in describe([one]) if t.subject == RUSSIA.id}
    assert found == {
        ("a", ONTOLOGY + "State", None),
        ("label", "Russie", "fr"),
        ("label", "Russia", "en"),
        ("iso3", "RUS", None),
        ("sameAs", "http://www.wikidata.org/entity/Q159", None),
    }


def test_people_keep_every_spelling():
    """A person has the names that the article gives, in its language, and the state, which is described too."""
    who = person("Arkadi Zvontsov", "RUS")
    found = describe([claim("event", "CONSULT", {"actor": who}, article(language="fr"))])
    own = {(t.predicate, t.object.text, t.object.language) for t in found if t.subject == who.id}
    assert own == {
        ("a", ONTOLOGY + "Person", None),
        ("label", "Arkadi Zvontsov", "fr"),
        ("actsFor", RUSSIA.id, None),
    }
    assert any(t.subject == RUSSIA.id and t.predicate == "iso3" for t in found)


def test_an_officer_is_linked_to_the_organisation():
    """Whoever acts for an organisation is linked to its IRI below the claim's own base, and it is described too."""
    union = load_gazetteer().entity("AU")
    who = person("Awa Delacroix-Ndiaye", union.id)
    one = rebased(claim("event", "CONSULT", {"actor": who}, article(language="fr")), "https://example.org/")
    found = describe([one])
    (served,) = {t.object.text for t in found if t.predicate == "actsFor"}
    assert served == union.id.replace(BASE, "https://example.org/")
    assert ("label", "Union africaine") in {(t.predicate, t.object.text) for t in found if t.subject == served}
