"""What claims are worth: the six statuses, sources and their independence, reports."""

from dataclasses import replace
from datetime import date

import pytest

from kg.model import Claim, Modality, Quantity
from kg.model.sketch import sketch
from kg.vocabulary import load_gazetteer
from tests.facts.look import facts_of, nodes, only_status, statuses
from tests.strategies import (
    KHARKIV,
    KURSK,
    KYIV,
    NORTH_KOREA,
    RUSSIA,
    UKRAINE,
    article,
    claim,
    on,
    organisation,
    state,
    treaty,
)

PAPER_A = article("Paper A", "2024-06-20")
PAPER_B = article("Paper B", "2024-06-21", "en")
PAPER_C = article("Paper C", "2024-06-22", "en")


def raid(info=PAPER_A, modality: Modality = "asserted", day: str | None = "2024-06-18", **fields) -> Claim:
    """A Russian attack on Ukraine at Kharkiv."""
    roles = {"actor": RUSSIA, "target": UKRAINE, "place": fields.pop("where", KHARKIV)}
    return claim("event", "ASSAULT", roles, info, modality=modality, time=on(day) if day else None, **fields)


def dead(low: int | None, high: int | None, approximate: bool = False) -> tuple[Quantity, ...]:
    return (Quantity(min=low, max=high, of="dead", approximate=approximate),)


def test_one_assertion_is_stated():
    """One source that asserts an event makes it stated, with every role and date of it."""
    assert set(statuses([raid()], "actor").values()) == {"stated"}
    assert only_status([raid()], "Event") == "stated"


def test_two_independent_sources_corroborate():
    """Two papers with words of their own, in two languages, corroborate one event."""
    assert only_status([raid(), raid(PAPER_B)], "Event") == "corroborated"


def test_one_publisher_twice_corroborates_nothing():
    """Two articles of one paper are one source, however its name is written."""
    again = article("the paper a", "2024-06-22")
    assert only_status([raid(), raid(again, quote="Other words about the attack on the city.")], "Event") == "stated"


def test_articles_of_unknown_publisher_are_not_shown_independent():
    """Two articles without publisher or address count as one source."""
    one, other = article(None, "2024-06-20", key="x.txt"), article(None, "2024-06-21", key="y.txt")
    assert only_status([raid(one), raid(other)], "Event") == "stated"


def test_a_copied_text_corroborates_nothing():
    """Two papers that print nearly the same sentence are one source."""
    wire = "Russian aircraft struck the city of Kharkiv on Tuesday, wounding dozens, local officials said."
    first, second = raid(PAPER_B, quote=wire), raid(PAPER_C, quote=wire.replace("dozens", "dozens more"))
    assert only_status([first, second], "Event") == "stated"


def test_a_cut_passage_corroborates_nothing():
    """A paper that prints the first half of a sentence of another's is no second source; a few common words are."""
    wire = (
        "Russian aircraft struck the city of Kharkiv on Tuesday, wounding dozens, local officials said in the morning."
    )
    cut = wire.partition(", local")[0] + "."
    assert only_status([raid(PAPER_B, quote=wire), raid(PAPER_C, quote=cut)], "Event") == "stated"
    short = "Russian aircraft struck the city."
    assert only_status([raid(PAPER_B, quote=wire), raid(PAPER_C, quote=short)], "Event") == "corroborated"


def test_papers_that_carry_one_story_are_one_source():
    """Three papers with one text, under other headlines, cut or with words of their own, quoted in different places."""
    told = [f"Paragraph {n} tells what witness number {n * 7} of the strike saw on street {n * 13}." for n in range(12)]
    texts = ["\n".join(["Strike on Kharkiv", *told]), "\n".join(["A city under fire", *told[:8]])]
    texts.append(
        "\n".join(["Night of fear", *told, *(f"Our reporter adds remark {n} on house {n}." for n in range(6))])
    )
    infos = [replace(info, sketch=sketch(text)) for info, text in zip((PAPER_A, PAPER_B, PAPER_C), texts, strict=True)]
    carried = [raid(replace(info, language="en"), quote=f"{info.publisher} quotes this.") for info in infos]
    assert only_status(carried, "Event") == "stated"
    own = raid(replace(article("Paper D", "2024-06-22", "en"), sketch=sketch("Something quite different. " * 40)))
    assert only_status([*carried, own], "Event") == "corroborated"
    translated = raid(replace(infos[0], id="translated", publisher="Paper E", language="fr"))
    assert only_status([carried[1], translated], "Event") == "corroborated"


def test_a_translation_is_no_copy():
    """Near-copies are told within one language only."""
    words = "Kharkiv 2024 bombardement attaque Russie Ukraine"
    assert only_status([raid(PAPER_A, quote=words), raid(PAPER_B, quote=words)], "Event") == "corroborated"


def test_a_bridge_between_copies_joins_them():
    """A copy of A and of B makes A and B no more independent than they are: only texts apart count."""
    one, two = "w" * 40 + " a b c d", "w" * 40 + " a b x y"
    claims = [
        raid(PAPER_B, quote=one),
        raid(PAPER_C, quote=two),
        raid(article("Paper D", "2024-06-22", "en"), quote=one),
    ]
    assert only_status(claims, "Event") == "stated"


def test_credit_to_an_agency_makes_it_the_source():
    """Two papers that credit the same agency are one source, and so is the agency itself."""
    gazetteer = load_gazetteer()
    media = sorted(profile.entity.id for profile in gazetteer.profiles() if profile.kind == "media")
    if not media:
        pytest.skip("the gazetteer knows no media")
    agency = gazetteer.entity(media[0])
    assert agency
    credited = [raid(PAPER_A, attribution=(agency,)), raid(PAPER_B, attribution=(agency,))]
    assert only_status(credited, "Event") == "stated"
    assert only_status([*credited, raid(article(agency.label, "2024-06-19", "en"))], "Event") == "stated"
    assert only_status([*credited, raid(PAPER_C)], "Event") == "corroborated"


def test_credit_by_the_whole_article_makes_an_agency_the_source():
    """Two papers whose dateline or end names one agency are one source; a name that is no medium changes nothing."""
    one, other = replace(PAPER_A, credits=("AFP",)), replace(PAPER_B, credits=("Agence France-Presse", "Jane Doe"))
    assert only_status([raid(one), raid(other)], "Event") == "stated"
    assert only_status([raid(one), raid(article("AFP", "2024-06-19", "en"))], "Event") == "stated"
    assert only_status([raid(one), raid(replace(PAPER_B, credits=("Jane Doe",)))], "Event") == "corroborated"


def test_hearsay_is_alleged():
    """What is only reported, by however many papers, is alleged."""
    assert only_status([raid(modality="reported"), raid(PAPER_B, "reported")], "Event") == "alleged"


@pytest.mark.parametrize("modality", ["planned", "possible"])
def test_what_may_come_is_expected(modality):
    """What is only planned or possible is expected."""
    assert only_status([raid(modality=modality)], "Event") == "expected"


def test_denied_only_is_denied():
    """What is only denied is denied, in all its parts, and rests on the denial."""
    denial = raid(modality="denied", attribution=(RUSSIA,))
    assert set(statuses([denial], "actor").values()) == {"denied"}
    (fact,) = facts_of([denial], "a", "Event")
    assert (fact.status, fact.supported_by, fact.denied_by) == ("denied", (), (denial.id,))
    assert fact.first_report == date(2024, 6, 20)


def test_a_denial_disputes_an_assertion():
    """An event that a paper asserts and another denies is disputed, and both are kept."""
    said, denied = raid(), raid(PAPER_B, "denied")
    (fact,) = facts_of([said, denied], "a", "Event")
    assert (fact.status, fact.supported_by, fact.denied_by) == ("disputed", (said.id,), (denied.id,))


def test_a_quoted_denial_disputes_its_own_article():
    """An article that asserts an event and quotes a denial shows a dispute between two voices."""
    assert only_status([raid(), raid(modality="denied", attribution=(RUSSIA,), start=5)], "Event") == "disputed"


def test_a_paper_that_contradicts_itself_disputes_nothing():
    """A denial in the paper's own voice does not dispute what it asserts elsewhere."""
    assert only_status([raid(), raid(modality="denied")], "Event") == "stated"


def test_a_denial_says_nothing_of_the_place():
    """To deny that X attacked Y at Z denies the attack, not the place."""
    (fact,) = facts_of([raid(), raid(PAPER_B, "denied")], "place")
    assert fact.denied_by == ()


def test_denied_hearsay_is_alleged():
    """A dispute needs somebody who asserts: hearsay that is denied stays alleged, with the denial at hand."""
    (fact,) = facts_of([raid(modality="reported"), raid(PAPER_B, "denied")], "a", "Event")
    assert fact.status == "alleged"
    assert len(fact.denied_by) == 1


def test_a_plan_that_happens_becomes_a_fact():
    """The plan stays visible as support, and the first report is that of the fact."""
    plan = raid(article("Paper A", "2024-06-10"), "planned")
    (fact,) = facts_of([plan, raid()], "a", "Event")
    assert fact.status == "stated"
    assert plan.id in fact.supported_by
    assert (fact.first_report, fact.last_report) == (date(2024, 6, 20), date(2024, 6, 20))


def test_hearsay_that_is_asserted_later_becomes_a_fact():
    """One assertion is enough, and the hearsay stays as support."""
    (fact,) = facts_of([raid(modality="reported"), raid(PAPER_B)], "a", "Event")
    assert fact.status == "stated"
    assert len(fact.supported_by) == 2


def test_nobody_asserts_what_is_still_to_come():
    """A claim dated after its article's publication is a plan, whatever its grammar."""
    assert only_status([raid(article(published="2024-06-01"))], "Event") == "expected"


def test_a_figure_from_hearsay_stays_alleged():
    """An event that two papers state keeps a figure that only hearsay gives out of the facts."""
    claims = [raid(), raid(PAPER_B), raid(PAPER_C, "reported", quantities=dead(600, 600, True))]
    assert only_status(claims, "Event") == "corroborated"
    assert set(statuses(claims, "quantity").values()) == {"alleged"}
    assert statuses(claims, "min") == {"600": "alleged"}


def test_figures_that_exclude_each_other_are_disputed():
    """Two papers of one day with 600 and 4,000 dead in one attack: both figures stand, disputed."""
    other = article("Paper B", "2024-06-20", "en")
    claims = [raid(quantities=dead(600, 600)), raid(other, quantities=dead(4000, 4000))]
    assert only_status(claims, "Event") == "corroborated"
    assert statuses(claims, "min") == {"600": "disputed", "4000": "disputed"}


def test_a_later_higher_count_is_a_development():
    """A figure that grows from one day to the next disputes nothing."""
    claims = [raid(quantities=dead(600, 600)), raid(PAPER_B, quantities=dead(700, 700))]
    assert "disputed" not in statuses(claims, "min").values()
    claims = [raid(quantities=dead(700, 700)), raid(PAPER_B, quantities=dead(600, 600))]
    assert set(statuses(claims, "min").values()) == {"disputed"}


def test_what_an_agreement_lays_down_does_not_grow():
    """A later, higher figure for what is agreed is a dispute, not a development."""

    def loan(info, amount: int) -> Claim:
        money = (Quantity(min=amount, max=amount, of=None, unit="USD"),)
        return treaty(info, time=on("2024-06-19"), quantities=money)

    claims = [loan(PAPER_A, 3_000_000), loan(PAPER_B, 5_000_000)]
    assert set(statuses(claims, "quantity").values()) == {"disputed"}


def test_one_deed_that_two_papers_date_a_day_apart_has_two_days_in_dispute():
    """The same place, target and telling figure make it one; without the figure, or two days apart, they are two."""
    one = raid(quantities=dead(26, 26))
    next_day = raid(PAPER_B, day="2024-06-19", quantities=dead(26, 26))
    assert only_status([one, next_day], "Event") == "corroborated"
    assert statuses([one, next_day], "time") == {"2024-06-18": "disputed", "2024-06-19": "disputed"}
    assert len(nodes([raid(), raid(PAPER_B, day="2024-06-19")], "Event")) == 2
    assert len(nodes([one, raid(PAPER_B, day="2024-06-20", quantities=dead(26, 26))], "Event")) == 2


def test_open_and_rounded_figures_agree():
    """« plus de 600 » agrees with 4,000, and about 600 with 630."""
    claims = [raid(quantities=dead(600, None)), raid(PAPER_B, quantities=dead(4000, 4000))]
    assert "disputed" not in statuses(claims, "quantity").values()
    claims = [raid(quantities=dead(600, 600, True)), raid(PAPER_B, quantities=dead(560, 560))]
    assert "disputed" not in statuses(claims, "quantity").values()


def test_a_coarser_date_supports_but_does_not_corroborate():
    """June and 18 June agree: the day stands, supported by both, stated by one."""
    coarse = raid(PAPER_B, day="2024-06")
    claims = [raid(), coarse]
    assert only_status(claims, "Event") == "corroborated"
    assert statuses(claims, "time") == {"2024-06-18": "stated"}
    assert coarse.id in facts_of(claims, "time")[0].supported_by
    assert statuses([*claims, raid(PAPER_C)], "time") == {"2024-06-18": "corroborated"}


def test_a_finer_date_from_hearsay_leaves_the_coarser_fact():
    """The month is a fact, the day only alleged."""
    claims = [raid(day="2024-06"), raid(PAPER_B, "reported")]
    assert statuses(claims, "time") == {"2024-06": "stated", "2024-06-18": "alleged"}


def test_dates_have_a_type_and_bounds():
    """A month is an xsd:gYearMonth with its first and last day."""
    claims = [raid(day="2024-06", info=article(published="2024-07-02"))]
    (fact,) = facts_of(claims, "time")
    assert (fact.object.text, fact.object.datatype) == ("2024-06", "gYearMonth")
    assert statuses(claims, "timeFrom") == {"2024-06-01": "stated"}
    assert statuses(claims, "timeUntil") == {"2024-06-30": "stated"}


def test_relations_have_a_status_each():
    """Each triple of a relation claim is a fact of its own."""
    both = claim("relation", "allyOf", {"subject": (RUSSIA, UKRAINE), "object": NORTH_KOREA}, PAPER_A)
    one = claim("relation", "allyOf", {"subject": RUSSIA, "object": NORTH_KOREA}, PAPER_B)
    no = claim("relation", "allyOf", {"subject": UKRAINE, "object": NORTH_KOREA}, PAPER_B, modality="denied")
    found = {fact.subject.label: fact.status for fact in facts_of([both, one, no], "allyOf")}
    assert found == {"RUS": "corroborated", "UKR": "disputed"}


def test_different_places_are_different_events():
    """Attacks on two cities on one day are two."""
    assert len(nodes([raid(), raid(PAPER_B, where=KYIV), raid(PAPER_C, where=KURSK)], "Event")) == 3


def test_no_claim_no_fact():
    """Of nothing nothing follows."""
    assert facts_of([], "a") == []


def test_organisations_stand_for_themselves():
    """An organisation that acts for no state is no state's."""
    nato = claim("event", "SUPPORT", {"actor": organisation("NATO"), "target": UKRAINE}, PAPER_A)
    france = claim("event", "SUPPORT", {"actor": state("FRA"), "target": UKRAINE}, PAPER_A)
    assert len(nodes([nato, france], "Event")) == 2


def test_an_announced_deal_is_there():
    """A deal that was reached is an agreement, though nobody is said to have signed it."""
    deal = treaty(stage="announced")
    assert only_status([deal], "Agreement") == "stated"
    assert statuses([deal], "stage") == {"announced": "stated"}


def test_a_proposed_treaty_is_no_agreement_yet():
    """Proposed or planned: expected in all its parts."""
    for fields in ({"stage": "proposed"}, {"stage": "signed", "modality": "planned"}):
        found = {
            fact.status for predicate in ("a", "party", "stage") for fact in facts_of([treaty(**fields)], predicate)
        }
        assert found == {"expected"}
