"""What short articles of several papers contradict each other on, as an analyst sees it, and what they do not."""

from kg import KnowledgeGraph
from kg.model import Article, Dispute
from kg.views.dispute_tables import dispute_tables
from tests.across.papers import COURIER, HARBOUR, MATIN, QUOTIDIEN, graph_of, paper, sides

FOURTEEN = paper(QUOTIDIEN, "2025-03-13", "Le 12 mars 2025, la Russie a bombardé Kharkiv, tuant 14 civils.")
THIRTY_ONE = paper(COURIER, "2025-03-13", "Russia bombed Kharkiv on 12 March 2025, killing 31 civilians.")
AGAIN = paper(HARBOUR, "2025-03-14", "Russia bombed Kharkiv on 12 March 2025, killing 14 civilians.")


def the_one(graph: KnowledgeGraph, kind: str) -> Dispute:
    """The only dispute of a kind, and the only one there is."""
    (one,) = graph.disputes()
    assert one.kind == kind
    return one


def none_between(*articles: Article) -> bool:
    with graph_of(*articles) as graph:
        return not [*graph.disputes()]


def test_a_count_that_grows_is_a_development() -> None:
    """6,000 soldiers first, 11,000 in later reports of the same month, in two languages; both figures stay."""
    first = paper(
        QUOTIDIEN, "2024-10-28", "La Corée du Nord a déployé 6 000 soldats dans la région de Koursk en octobre 2024."
    )
    later = paper(
        COURIER, "2024-11-20", "North Korea deployed 11,000 soldiers in the Kursk region of Russia in October 2024."
    )
    with graph_of(first, later) as graph:
        assert [*graph.disputes()] == []
        (moment,) = graph.timeline("PRK")
        assert (moment.status, moment.figures) == ("corroborated", ("6000 soldiers", "11000 soldiers"))


def test_figures_of_one_day_exclude_each_other_until_one_is_retracted() -> None:
    """Three papers on one strike: two figures, told once though the strike is told of a state and of its people."""
    with graph_of(FOURTEEN, THIRTY_ONE, AGAIN) as graph:
        assert sides(the_one(graph, "figure")) == [
            ("14 civilians killed", [f"{QUOTIDIEN} 2025-03-13", f"{HARBOUR} 2025-03-14"]),
            ("31 civilians killed", [f"{COURIER} 2025-03-13"]),
        ]
        graph.retract(THIRTY_ONE.id)
        assert [*graph.disputes()] == []


def test_a_correction_resolves_a_dispute() -> None:
    """The paper takes its figure back; what it said before stays in the history."""
    corrected = paper(
        COURIER,
        "2025-03-13",
        "Russia bombed Kharkiv on 12 March 2025, killing 14 civilians. An earlier count was wrong.",
    )
    with graph_of(FOURTEEN, THIRTY_ONE) as graph:
        assert the_one(graph, "figure").status == "disputed"
        graph.ingest_articles([corrected])
        assert [*graph.disputes()] == []
        assert any(one.corrections for one in graph.history("Russie"))


def test_two_days_of_one_signature() -> None:
    """An agreement of one name in two languages, dated two days apart, is one agreement with a dispute."""
    french = paper(
        QUOTIDIEN,
        "2025-05-07",
        "La France et le Kenya ont signé un accord de coopération de défense le 5 mai 2025 à Nairobi.",
    )
    english = paper(
        COURIER, "2025-05-06", "France and Kenya signed a defence cooperation agreement on 3 May 2025 in Nairobi."
    )
    with graph_of(french, english) as graph:
        assert sides(the_one(graph, "date")) == [
            ("3 May 2025", [f"{COURIER} 2025-05-06"]),
            ("5 May 2025", [f"{QUOTIDIEN} 2025-05-07"]),
        ]


def test_two_lists_of_parties_of_one_agreement() -> None:
    """One paper knows three parties, the other two: neither list is dropped, and either state leads to the dispute."""
    three = paper(
        COURIER, "2025-06-03", "Armenia, Georgia and Azerbaijan signed a transport agreement in Tbilisi on 2 June 2025."
    )
    two = paper(
        QUOTIDIEN,
        "2025-06-04",
        "L'Arménie et l'Azerbaïdjan ont signé un accord sur les transports à Tbilissi le 2 juin 2025.",
    )
    with graph_of(three, two) as graph:
        told = the_one(graph, "parties")
        assert sides(told) == [
            ("Armenia, Azerbaijan, Georgia", [f"{COURIER} 2025-06-03"]),
            ("Armenia, Azerbaijan", [f"{QUOTIDIEN} 2025-06-04"]),
        ]
        assert [one.id for one in graph.disputes("Géorgie")] == [told.id]
        assert len(told.others) == 1
        graph.retract(two.id)
        assert [*graph.disputes()] == []


def test_agreements_that_a_state_signs_with_two_others_on_one_day_are_two() -> None:
    """Of one name and day, but in two cities; and two that one article tells of."""
    paris = paper(COURIER, "2025-06-03", "Ukraine and France signed a security agreement in Paris on 2 June 2025.")
    berlin = paper(
        QUOTIDIEN, "2025-06-03", "L'Ukraine et l'Allemagne ont signé un accord de sécurité à Berlin le 2 juin 2025."
    )
    assert none_between(paris, berlin)


def test_two_holders_of_an_office_at_one_time() -> None:
    """Two papers of one day name two foreign ministers."""
    rusu = paper(
        COURIER, "2025-04-05", "The Foreign Minister of Moldova, Ion Rusu, met his Romanian counterpart in Bucharest."
    )
    munteanu = paper(
        QUOTIDIEN, "2025-04-05", "La ministre moldave des Affaires étrangères, Elena Munteanu, est arrivée à Bucarest."
    )
    with graph_of(rusu, munteanu) as graph:
        assert sides(the_one(graph, "holder")) == [
            ("Elena Munteanu", [f"{QUOTIDIEN} 2025-04-05"]),
            ("Ion Rusu", [f"{COURIER} 2025-04-05"]),
        ]


def test_what_is_asserted_and_denied_is_told_once() -> None:
    """A paper reports a signature, the state denies it: the agreement and the act of signing are one dispute."""
    signed = paper(COURIER, "2025-07-09", "Chad and Sudan signed a peace agreement on 8 July 2025.")
    denied = paper(MATIN, "2025-07-10", "Le Soudan nie avoir signé un accord de paix avec le Tchad le 8 juillet 2025.")
    with graph_of(signed, denied) as graph:
        assert sides(the_one(graph, "denial")) == [
            ("concluded", [f"{COURIER} 2025-07-09"]),
            ("denied", ["Soudan 2025-07-10"]),
        ]
        graph.retract(denied.id)
        assert [*graph.disputes()] == []


def test_what_is_told_of_old_is_no_dispute_over_who_holds_an_office() -> None:
    """The president of 2003, in two languages, with the day in the sentence, before it or far before it."""
    told = [
        paper(QUOTIDIEN, "2025-03-21", "En mars 2003, le président américain George W. Bush a lancé la guerre."),
        paper(
            COURIER,
            "2025-03-20",
            "The war began in March 2003. Crowds marched in London. US President George W. Bush ignored them.",
        ),
        paper(HARBOUR, "2025-03-20", "President Donald Trump of the United States met his advisers on Tuesday."),
        paper(MATIN, "2025-03-20", "Le président russe Vladimir Poutine a servi à Dresde de 1985 à 1990."),
    ]
    with graph_of(*told) as graph:
        graph.import_bundled("office-holders")
        assert [*graph.disputes()] == []


def test_a_minister_of_old_in_the_news_of_the_day_is_disputed_by_the_reference() -> None:
    """Lloyd Austin's term ended in January; a paper of June that calls him secretary in its news is contradicted."""
    news = paper(COURIER, "2025-06-19", "US Defence Secretary Lloyd Austin warned North Korea on Thursday.")
    with graph_of(news) as graph:
        graph.import_bundled("office-holders")
        assert the_one(graph, "holder").status == "disputed"


def test_news_of_one_day_told_on_two() -> None:
    """Two presidents on the day of a visit, in papers of the next day and of the one after."""
    vega = paper(COURIER, "2025-04-05", "The president of Peru, Carlos Ruiz Vega, was in Lima on 4 April 2025.")
    quispe = paper(
        QUOTIDIEN, "2025-04-06", "Le 4 avril 2025, la présidente péruvienne Marta Quispe a reçu le président chilien."
    )
    with graph_of(vega, quispe) as graph:
        assert the_one(graph, "holder").since.isoformat() == "2025-04-06"


def test_a_plan_that_comes_about_with_other_figures_is_no_dispute() -> None:
    """500 soldiers were to come, 450 came: one deployment, the plan beside the deed."""
    planned = paper(COURIER, "2025-05-02", "Germany will send 500 soldiers to Lithuania in June 2025.")
    done = paper(QUOTIDIEN, "2025-07-01", "L'Allemagne a envoyé 450 soldats en Lituanie en juin 2025.")
    with graph_of(planned, done) as graph:
        (moment,) = graph.timeline("DEU")
        assert (moment.status, moment.figures) == ("stated", ("500 soldiers", "450 soldiers"))
        assert {fact.object.label: fact.status for fact in graph.facts(predicate="quantity")} == {
            "500 soldiers": "expected",
            "450 soldiers": "stated",
        }
        assert [*graph.disputes()] == []


def test_a_dispute_is_headed_in_the_readers_language() -> None:
    """Who did what to whom and when, whichever paper's words came first."""
    with graph_of(THIRTY_ONE, FOURTEEN) as graph:
        for language, head in (("fr", "agression · Russie → Ukraine, 12 mars 2025 — "), ("en", "assault · Russia → ")):
            (table,) = dispute_tables(graph.disputes(), language=language)
            assert table.title.startswith(head)
