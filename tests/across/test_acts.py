"""A timeline tells each act on an agreement once, however many claims and papers report it."""

from tests.across.papers import COURIER, HARBOUR, MATIN, QUOTIDIEN, graph_of, paper

SIGNED = paper(
    COURIER, "2025-05-06", "France and Kenya signed a defence cooperation agreement on 3 May 2025 in Nairobi."
)
PLANNED = paper(
    QUOTIDIEN, "2025-04-20", "La France et le Kenya signeront un accord de coopération de défense le 3 mai 2025."
)
IN_OTHER_WORDS = paper(
    HARBOUR, "2025-05-08", "French President Emmanuel Macron and Kenyan President William Ruto signed it on 3 May 2025."
)


def test_a_signature_is_a_stage_of_its_agreement() -> None:
    """Not an event of support as well; nor is its plan."""
    with graph_of(PLANNED, SIGNED, IN_OTHER_WORDS) as graph:
        (moment,) = graph.timeline("France", "Kenya")
        assert (moment.kind, moment.what, moment.status) == ("agreement", "signed", "corroborated")
        assert {claim.article.publisher for claim in moment.claims} == {QUOTIDIEN, COURIER, HARBOUR}
    with graph_of(PLANNED) as graph:
        (moment,) = graph.timeline("France", "Kenya")
        assert (moment.kind, moment.what, moment.status) == ("agreement", "signed", "expected")


def test_a_ceasefire_that_begins_is_told_once() -> None:
    """The agreement and the deed, planned and come about."""
    planned = paper(COURIER, "2025-05-02", "A ceasefire between Armenia and Azerbaijan will take effect on 5 May 2025.")
    begun = paper(
        MATIN, "2025-05-06", "Le cessez-le-feu entre l'Arménie et l'Azerbaïdjan est entré en vigueur le 5 mai 2025."
    )
    with graph_of(planned, begun) as graph:
        (moment,) = graph.timeline("Arménie")
        assert (moment.kind, moment.what, moment.status) == ("agreement", "in force", "stated")


def test_a_ratification_has_its_day_and_who_ratified() -> None:
    """The agreement's stage without a day gives way to the act of the parliament; the signature stays."""
    ratified = paper(
        MATIN,
        "2025-06-06",
        "Le parlement kényan a ratifié le 5 juin 2025 l'accord de coopération de défense avec la France.",
    )
    with graph_of(SIGNED, ratified) as graph:
        told = [(one.what, one.span.start.isoformat()) for one in graph.timeline("France", "Kenya") if one.span]
        assert told == [("signed", "2025-05-03"), ("ratified", "2025-06-05")]
        assert len([*graph.timeline("France", "Kenya")]) == 2


def test_other_deeds_of_the_day_stay() -> None:
    """A meeting at which something is signed is another moment."""
    met = paper(
        COURIER, "2025-05-06", "On 3 May 2025 France and Kenya signed a defence agreement. Macron met Ruto in Nairobi."
    )
    talks = paper(MATIN, "2025-05-06", "Le 3 mai 2025, la France a condamné le Kenya.")
    with graph_of(met, talks) as graph:
        assert {"signed"} < {one.what or one.type for one in graph.timeline("France")}


def test_the_course_of_an_agreement_has_its_days() -> None:
    """Five papers, two languages: signed, ratified, in force and suspended, each with its day and once."""
    course = [
        SIGNED,
        paper(
            MATIN,
            "2025-06-06",
            "Le parlement kényan a ratifié le 5 juin 2025 l'accord de coopération de défense avec la France.",
        ),
        paper(
            HARBOUR,
            "2025-08-02",
            "The defence cooperation agreement between France and Kenya entered into force on 1 August 2025.",
        ),
        paper(
            QUOTIDIEN,
            "2025-09-12",
            "Le Kenya a suspendu l'accord de coopération de défense avec la France le 11 septembre 2025.",
        ),
    ]
    with graph_of(*course) as graph:
        told = [(one.what, str(one.span and one.span.start)) for one in graph.timeline("France", "Kenya") if one.what]
        assert told == [
            ("signed", "2025-05-03"),
            ("ratified", "2025-06-05"),
            ("in force", "2025-08-01"),
            ("suspended", "2025-09-11"),
        ]


def test_a_signature_that_one_side_denies_is_in_dispute_throughout() -> None:
    """The agreement, the stage and its day; the dispute has the side that denied first."""
    denied = paper(QUOTIDIEN, "2025-02-03", "Le Mali nie avoir signé un accord militaire avec la Turquie.")
    signed = paper(COURIER, "2025-03-03", "Mali and Turkey signed a military agreement on 1 February 2025.")
    with graph_of(denied, signed) as graph:
        assert {one.status for one in graph.timeline("Mali")} == {"disputed"}
        (dispute,) = graph.disputes()
        assert [position.denied for position in dispute.positions] == [True, False]
