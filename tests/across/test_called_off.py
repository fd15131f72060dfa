"""Visits that papers announce, and that are cancelled, put off or made: what a reader of all of them is told."""

import pytest

from tests.across.papers import COURIER, HARBOUR, MATIN, QUOTIDIEN, graph_of, paper

ANNOUNCED = paper(QUOTIDIEN, "2025-03-03", "Le président brésilien Lula se rendra à Bogota le 12 mars 2025.")
EXPECTED = paper(COURIER, "2025-04-01", "Peru's Foreign Minister Elmer Schialer plans to travel to Chile in April.")


@pytest.mark.parametrize(
    ("publisher", "text"),
    [
        (COURIER, "Brazil's President Lula da Silva cancelled his visit to Colombia, planned for 12 March, on Monday."),
        (MATIN, "Lula a annulé lundi la visite qu'il devait effectuer à Bogota."),
        (HARBOUR, "Brazil's President Lula da Silva called off his trip to Colombia."),
        (MATIN, "Le président brésilien Lula ne se rendra pas à Bogota."),
        (HARBOUR, "President Lula da Silva's visit to Colombia, planned for Wednesday, has been cancelled."),
    ],
)
def test_a_visit_is_called_off(publisher: str, text: str) -> None:
    """In either language, by whatever words; it was expected as of the day before."""
    with graph_of(ANNOUNCED, paper(publisher, "2025-03-11", text)) as graph:
        (visit,) = [one for one in graph.timeline("Lula", "Colombia") if ANNOUNCED.id in articles(one.claims)]
        assert (visit.status, str(visit.span.start)) == ("denied", "2025-03-12")
        assert articles(visit.denials) == {paper(publisher, "2025-03-11", text).id}
        graph.retract(paper(publisher, "2025-03-11", text).id)
        (visit,) = graph.timeline("Lula", "Colombia")
        assert visit.status == "expected"


def test_a_visit_that_was_planned_in_a_word_of_its_own_takes_place() -> None:
    """Who plans to travel and who arrives make one visit, of which the plan stays visible."""
    done = paper(MATIN, "2025-04-21", "Le ministre péruvien Elmer Schialer s'est rendu dimanche à Santiago.")
    with graph_of(EXPECTED, done) as graph:
        (visit,) = graph.timeline("Chile")
        assert visit.status == "stated"
        assert articles(visit.claims) == {EXPECTED.id, done.id}


def articles(claims) -> set[str]:
    return {claim.article.id for claim in claims}
