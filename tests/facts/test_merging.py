"""Which claims speak of one thing, across articles and languages, and which do not."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kg.facts import derive
from kg.facts.labels import name_link
from kg.facts.nodes import concept
from kg.model import ArticleInfo, Claim, Entity, Quantity, TimeSpan
from kg.vocabulary import load_gazetteer
from kg.vocabulary.agreement_names import content
from tests.facts.look import facts_of, nodes, only_status, pick, statuses
from tests.strategies import (
    IRAN,
    KIM,
    KURSK,
    NORTH_KOREA,
    PUTIN,
    RUSSIA,
    SHOIGU,
    UKRAINE,
    article,
    claim,
    on,
    person,
    place,
    state,
    treaty,
)

FRENCH = article("Paper A", "2024-06-20", "fr")
ENGLISH = article("Paper B", "2024-12-05", "en")
LATER = article("Paper C", "2025-06-19", "fr")
GLOBAL = "traité de partenariat stratégique global"
COMPREHENSIVE = "comprehensive strategic partnership treaty"


def soldiers(number: int) -> tuple[Quantity, ...]:
    return (Quantity(min=number, max=number, of="soldiers"),)


def agreements(*claims: Claim) -> int:
    return len(nodes(claims, "Agreement"))


def events(*claims: Claim) -> int:
    return len(nodes(claims, "Event"))


def visit(info=FRENCH, who=SHOIGU, day: str | None = "2024-06-18", **fields) -> Claim:
    fields.setdefault("subtype", "visit")
    roles = {"actor": who, "target": fields.pop("whom", NORTH_KOREA)}
    return claim("event", "CONSULT", roles, info, time=on(day) if day else None, **fields)


def promise(deed: str) -> Claim:
    roles = {"actor": SHOIGU, "target": NORTH_KOREA}
    info = article("Paper A", "2024-06-10")
    return claim("event", "AGREE", roles, info, time=on("2024-06-18"), subtype=deed, modality="planned")


class TestAgreements:
    def test_one_treaty_in_two_languages(self):
        """A French and an English name, a month and a day: one treaty with the day, both labels, and both claims."""
        claims = [
            treaty(LATER, label=GLOBAL, time=on("2024-06"), stage="signed", provides=("mutual defence",)),
            treaty(FRENCH, time=on("2024-06-19"), stage="signed", type_="pact"),
            treaty(ENGLISH, label=COMPREHENSIVE, in_force=on("2024-12-04"), stage="in force"),
        ]
        assert only_status(claims, "Agreement") == "corroborated"
        assert statuses(claims, "signed") == {"2024-06-19": "stated"}
        assert statuses(claims, "inForce") == {"2024-12-04": "stated"}
        assert set(statuses(claims, "label")) == {GLOBAL, COMPREHENSIVE}
        assert set(statuses(claims, "stage")) == {"signed", "in force"}
        assert set(statuses(claims, "provides")) == {"mutual defence"}
        (fact,) = facts_of(claims, "a", "Agreement")
        assert len(fact.supported_by) == 3

    def test_the_smallest_iri_stays(self):
        """The merged node has the smallest IRI of its claims; the others lead to it."""
        claims = [treaty(FRENCH, time=on("2024-06-19")), treaty(LATER, time=on("2024-06"))]
        alone = {fact.subject.id for one in claims for fact in facts_of([one], "a")}
        derivation = derive(claims)
        assert {fact.subject.id for fact in pick(derivation, "a")} == {min(alone)}
        assert dict(derivation.merged_into) == {max(alone): min(alone)}

    def test_two_signature_dates_are_two_agreements(self):
        """The treaty of 2000 is not that of 2024."""
        assert agreements(treaty(time=on("2000-02-09")), treaty(time=on("2024-06-19"))) == 2

    def test_names_that_contradict_are_two_agreements(self):
        """An agreement on movement of 1968 is no strategic partnership."""
        one = treaty(label="accord de 1968 sur la circulation", type_="agreement")
        assert agreements(one, treaty(label=GLOBAL)) == 2
        assert agreements(one, treaty(label="accord de 1972 sur la circulation", type_="agreement")) == 2

    def test_a_bare_mention_joins_the_only_candidate(self):
        """« le traité » is the one treaty that these parties are known to have."""
        assert agreements(treaty(FRENCH, time=on("2024-06-19")), treaty(LATER)) == 1

    def test_a_bare_mention_stands_alone_among_several(self):
        """Where two treaties are known, « le traité » of another article is neither."""
        known = [treaty(FRENCH, time=on("2000-02-09")), treaty(FRENCH, time=on("2024-06-19"))]
        assert agreements(*known, treaty(LATER)) == 3

    def test_a_bare_mention_is_of_its_own_article(self):
        """Where the article itself speaks of one of the two, « le traité » is that one."""
        known = [treaty(FRENCH, time=on("2000-02-09")), treaty(LATER, time=on("2024-06-19"))]
        assert agreements(*known, treaty(LATER, start=7)) == 2

    def test_a_ceasefire_is_no_treaty(self):
        """Kinds of different families are never one agreement; alike kinds are."""
        assert agreements(treaty(time=on("2024-06")), treaty(type_="ceasefire", time=on("2024-06"))) == 2
        assert agreements(treaty(time=on("2024-06")), treaty(type_="memorandum", time=on("2024-06"))) == 2
        assert agreements(treaty(time=on("2024-06")), treaty(type_="agreement", time=on("2024-06"))) == 1

    def test_other_parties_other_agreement(self):
        """The parties are part of what an agreement is."""
        assert agreements(treaty(time=on("2024-06")), treaty(parties=(RUSSIA, IRAN), time=on("2024-06"))) == 2

    def test_who_signs_for_a_state_is_no_further_party(self):
        """Putin and Kim sign for their states."""
        claims = [treaty(FRENCH, time=on("2024-06-19")), treaty(LATER, parties=(PUTIN, KIM), time=on("2024-06"))]
        assert set(statuses(claims, "party")) == {"RUS", "PRK"}

    def test_a_deal_and_its_signature_are_one(self):
        """Reached in one paper, signed in another: one agreement that both tell of, its stages beside each other."""
        plan = treaty(article("Paper A", "2024-06-01"), stage="announced", label=GLOBAL)
        done = treaty(article("Paper B", "2024-06-20"), stage="signed", label=GLOBAL, time=on("2024-06-19"))
        assert only_status([plan, done], "Agreement") == "corroborated"
        assert statuses([plan, done], "stage") == {"announced": "stated", "signed": "stated"}
        assert only_status([plan], "Agreement") == "stated"

    def test_news_of_a_coming_treaty_is_not_of_the_last_one(self):
        """A treaty proposed in 2025 is not the one signed in 2024."""
        assert agreements(treaty(FRENCH, time=on("2024-06-19")), treaty(LATER, stage="proposed")) == 2

    def test_a_report_cannot_precede_the_signature(self):
        """A treaty that was in force in 2023 is not the one signed in 2024."""
        old = treaty(article("Paper A", "2023-03-01"), stage="in force")
        assert agreements(old, treaty(FRENCH, time=on("2024-06-19"))) == 2

    def test_to_deny_ratification_leaves_the_treaty(self):
        """A stage is denied by itself."""
        claims = [treaty(FRENCH, time=on("2024-06-19"), stage="signed")]
        claims.append(treaty(article("Paper B", "2024-07-01"), stage="ratified", modality="denied"))
        assert only_status(claims, "Agreement") == "stated"
        assert statuses(claims, "stage") == {"signed": "stated", "ratified": "denied"}

    def test_a_refused_treaty_is_denied(self):
        """A treaty that one side refused to sign is no agreement."""
        claims = [treaty(FRENCH, stage="signed", modality="denied")]
        assert only_status(claims, "Agreement") == "denied"
        assert statuses(claims, "stage") == {"signed": "denied"}

    def test_a_contested_signature_is_disputed(self):
        """One paper reports the signature, the other that there was none."""
        no = treaty(article("Paper B", "2024-06-21", "en"), stage="signed", modality="denied", time=on("2024-06-19"))
        claims = [treaty(FRENCH, stage="signed", time=on("2024-06-19")), no]
        assert only_status(claims, "Agreement") == "disputed"
        assert statuses(claims, "stage") == {"signed": "disputed"}

    def test_an_entry_into_force_to_come_is_expected(self):
        """Signed in June, to enter into force in December: the date is expected."""
        claims = [treaty(FRENCH, time=on("2024-06-19"), stage="signed", in_force=on("2024-12-04"))]
        assert statuses(claims, "inForce") == {"2024-12-04": "expected"}
        assert statuses(claims, "stage") == {"signed": "stated", "in force": "expected"}
        assert statuses(claims, "signed") == {"2024-06-19": "stated"}

    def test_two_days_of_one_entry_into_force_are_in_dispute(self):
        """Two papers that date one stage of a treaty of one name differently: one treaty, both dates, disputed."""
        one = treaty(ENGLISH, in_force=on("2024-12-04"), label=GLOBAL)
        other = treaty(LATER, in_force=on("2025-01-10"), label=GLOBAL)
        assert agreements(one, other) == 1
        assert statuses([one, other], "inForce") == {"2024-12-04": "disputed", "2025-01-10": "disputed"}
        assert agreements(one, treaty(LATER, in_force=on("2025-05-10"), label=GLOBAL)) == 2

    def test_two_days_of_one_signature_are_in_dispute(self):
        """A day or two apart whatever the treaty is called, a month apart under one name; one article means two."""
        one = treaty(FRENCH, time=on("2024-06-18"))
        other = treaty(ENGLISH, time=on("2024-06-19"))
        assert statuses([one, other], "signed") == {"2024-06-18": "disputed", "2024-06-19": "disputed"}
        assert only_status([one, other], "Agreement") == "corroborated"
        assert agreements(one, treaty(ENGLISH, time=on("2024-06-28"))) == 2
        named = [
            treaty(LATER, time=on("2024-06-18"), label=GLOBAL),
            treaty(ENGLISH, time=on("2024-07-01"), label=GLOBAL),
        ]
        assert set(statuses(named, "signed").values()) == {"disputed"}
        assert agreements(one, treaty(FRENCH, time=on("2024-06-19"), start=9)) == 2

    def test_two_places_of_one_signature_are_in_dispute(self):
        """Cities of two states exclude each other, a city and its state do not; each stage has its place."""
        geneva, versailles = (load_gazetteer().find(name)[0].entity for name in ("Geneva", "Versailles"))

        def signed(where, info, stage="signed") -> Claim:
            roles = {"party": (RUSSIA, NORTH_KOREA), "place": where}
            return claim("agreement", "treaty", roles, info, time=on("2024-06-19"), stage=stage)

        both = [signed(geneva, FRENCH), signed(versailles, ENGLISH)]
        assert statuses(both, "place") == {"Geneva": "disputed", "Versailles": "disputed"}
        assert "disputed" not in statuses([signed(geneva, FRENCH), signed(state("CHE"), ENGLISH)], "place").values()
        moscow, moscou = place("Moscow"), place("Moscou")
        assert set(statuses([signed(geneva, FRENCH), signed(moscow, ENGLISH)], "place").values()) == {"disputed"}
        assert "disputed" not in statuses([signed(moscou, FRENCH), signed(moscow, ENGLISH)], "place").values()
        later = signed(versailles, ENGLISH, stage="ratified")
        assert "disputed" not in statuses([signed(geneva, FRENCH), later], "place").values()


@pytest.mark.parametrize(
    ("one", "other", "link"),
    [
        (GLOBAL, COMPREHENSIVE, 3),
        (GLOBAL, "traité de partenariat stratégique", 2),
        ("accord fiscal", "agreement on taxes", 3),
        ("accord de coopération militaire", "accord de coopération nucléaire", None),
        ("military cooperation agreement", "accord de coopération économique", None),
        ("traité", COMPREHENSIVE, 0),
        ("accord de Minsk", "strategic partnership", 0),
        ("accord de Minsk", "accord d'Astana", None),
        ("traité d'amitié de 2000", "traité d'amitié de 2024", None),
    ],
)
def test_names_of_agreements(one, other, link):
    """Names agree, tell nothing, or contradict, in one language and between the two."""

    def named(label: str) -> Claim:
        return treaty(ENGLISH if "treaty" in label or "agreement" in label or "ship" in label else FRENCH, label=label)

    assert name_link(named(one), named(other)) == link
    assert name_link(named(other), named(one)) == link


def test_a_name_may_say_what_the_treaty_provides():
    """« traité de défense mutuelle » contradicts no partnership that provides mutual defence."""
    one = treaty(FRENCH, label="traité de défense mutuelle")
    assert name_link(one, treaty(LATER, label=GLOBAL)) is None
    assert name_link(one, treaty(LATER, label=GLOBAL, provides=("mutual defence",))) == 0
    assert content("traité") == frozenset()


def test_a_description_is_no_other_name():
    """A mutual defence pact is what the partnership provides, not another: signed together they are one."""
    plain = treaty(ENGLISH, type_="pact", label="mutual defence pact", provides=("mutual defence",))
    trade = treaty(ENGLISH, type_="trade agreement", label="free trade agreement", provides=("free trade",))
    dated = treaty(
        ENGLISH, type_="pact", label="mutual defence pact", provides=("mutual defence",), time=on("2024-06-19")
    )
    named = treaty(FRENCH, label=GLOBAL, time=on("2024-06-19"))
    assert name_link(plain, named) == -1
    assert name_link(trade, treaty(ENGLISH, label=COMPREHENSIVE)) is None
    assert agreements(dated, named) == 1
    assert agreements(plain, named) == 2


def test_a_bare_subject_needs_somebody_who_ties_it_to_the_name():
    """A headline's "defence pact" is the treaty of its own article that provides defence, and no other of that day."""
    headline = treaty(ENGLISH, type_="pact", label="defence pact", time=None)
    told = treaty(ENGLISH, label=COMPREHENSIVE, time=on("2024-06-19"), provides=("mutual defence",))
    later = treaty(article("Paper D", "2024-12-06"), label=COMPREHENSIVE)
    energy = treaty(ENGLISH, type_="agreement", label="energy agreement", time=on("2024-06-19"))
    assert agreements(headline, told, later) == 1
    assert agreements(energy, told) == 2


class TestEvents:
    def test_one_visit_in_two_languages(self):
        """The same visitor, host and day in two papers: one visit."""
        assert events(visit(), visit(article("Paper B", "2024-06-20", "en"), who=person("Sergueï Choïgou", "RUS"))) == 1

    def test_different_visitors_different_visits(self):
        """Two people of one state who go to the same host are two visits."""
        assert events(visit(), visit(who=PUTIN, start=3)) == 2

    def test_a_state_may_stand_for_its_visitor(self):
        """ "Russia's visit" of that day is the minister's."""
        assert events(visit(), visit(article("Paper B", "2024-06-20"), who=RUSSIA)) == 1

    def test_different_days_different_visits(self):
        """Visits of March and June are two."""
        assert events(visit(), visit(day="2024-03-21", start=3)) == 2

    def test_who_met_whom_does_not_matter(self):
        """ "Putin met Kim" and "Kim and Putin met" are one meeting."""
        one = visit(who=PUTIN, whom=KIM, subtype=None)
        other = claim(
            "event", "CONSULT", {"actor": (KIM, PUTIN)}, article("Paper B", "2024-06-19"), time=on("2024-06-18")
        )
        assert events(one, other) == 1

    def test_reports_without_time_join_when_close_and_specific(self):
        """The same two people in reports of one week met once; in reports of different months nobody knows."""
        one = visit(article("Paper A", "2024-06-19"), who=PUTIN, whom=KIM, day=None)
        near = visit(article("Paper B", "2024-06-20", "en"), who=PUTIN, whom=KIM, day=None)
        far = visit(article("Paper B", "2024-08-20", "en"), who=PUTIN, whom=KIM, day=None)
        assert events(one, near) == 1
        assert events(one, far) == 2

    def test_vague_reports_of_states_stay_apart(self):
        """Two papers of one week that say no more than "Russia attacked Ukraine" may mean two attacks."""
        roles = {"actor": RUSSIA, "target": UKRAINE}
        one = claim("event", "ASSAULT", roles, article("Paper A", "2024-06-19"))
        other = claim("event", "ASSAULT", roles, article("Paper B", "2024-06-20"))
        assert events(one, other) == 2

    def test_an_article_comes_back_to_its_event(self):
        """Two mentions of one deployment in one article are one event, unless the figures exclude each other."""
        roles = {"actor": NORTH_KOREA, "target": RUSSIA}
        sent = (Quantity(min=6000, max=6000, of="soldiers"),)
        other = (Quantity(min=10000, max=12000, of="soldiers"),)
        first, second = (
            claim("event", "AID", roles, LATER, quantities=sent),
            claim("event", "AID", roles, LATER, start=9),
        )
        third = claim("event", "AID", roles, LATER, start=20, quantities=other)
        assert events(first, second) == 1
        assert events(first, third) == 2

    def test_an_event_without_anybody_stays_alone(self):
        """Where neither actor nor target is known nothing can be joined."""
        one = claim("event", "ASSAULT", {"place": KURSK}, FRENCH, time=on("2024-06-18"))
        assert events(one, claim("event", "ASSAULT", {"place": KURSK}, LATER, time=on("2024-06-18"))) == 2

    def test_other_types_are_other_events(self):
        """A visit is no attack."""
        assert (
            events(visit(), claim("event", "AID", {"actor": SHOIGU, "target": NORTH_KOREA}, time=on("2024-06-18"))) == 2
        )

    def test_another_target_is_another_event(self):
        """Aid to one state is not aid to another."""
        one = claim("event", "AID", {"actor": IRAN, "target": RUSSIA}, time=on("2024-06-18"))
        other = claim("event", "AID", {"actor": IRAN, "target": state("LBN")}, time=on("2024-06-18"))
        assert events(one, other) == 2

    def test_a_missing_target_needs_the_day_and_the_place(self):
        """With the target left open, day and place must agree."""
        roles = {"actor": RUSSIA, "place": place("odesa")}
        one = claim("event", "ASSAULT", {**roles, "target": UKRAINE}, FRENCH, time=on("2024-06-18"))
        same_day = claim("event", "ASSAULT", roles, ENGLISH, time=on("2024-06-18"))
        same_month = claim("event", "ASSAULT", roles, ENGLISH, time=on("2024-06"))
        assert events(one, same_day) == 1
        assert events(one, same_month) == 2

    def test_a_city_lies_in_its_state(self):
        """An attack at a place and one in its state may be one; in another state it cannot be."""
        kursk = load_gazetteer().find("Koursk")[0].entity
        roles = {"actor": UKRAINE, "target": RUSSIA}
        one = claim("event", "ASSAULT", {**roles, "place": kursk}, FRENCH, time=on("2024-06-18"))
        in_russia = claim("event", "ASSAULT", {**roles, "place": RUSSIA}, ENGLISH, time=on("2024-06-18"))
        in_iran = claim("event", "ASSAULT", {**roles, "place": IRAN}, ENGLISH, time=on("2024-06-18"))
        assert events(one, in_russia) == 1
        assert events(one, in_iran) == 2

    def test_what_each_side_does_on_one_day_is_told_from_either(self):
        """Instruments of ratification are exchanged once; that one ratifies and the other ratifies later are two."""
        there = claim("event", "SUPPORT", {"actor": RUSSIA, "target": NORTH_KOREA}, FRENCH, time=on("2024-06-18"))
        there = replace(there, subtype="ratified")
        back = replace(there, roles={"actor": (NORTH_KOREA,), "target": (RUSSIA,)}, article=ENGLISH)
        assert events(there, back) == 1
        assert events(there, replace(back, time=on("2024-06-19"))) == 2
        assert events(there, replace(back, time=on("2024-06"))) == 2

    def test_fewer_may_come_than_were_to_come(self):
        """A deployment of 500 that was planned is that of 450 that came about in its month."""
        roles = {"actor": RUSSIA, "target": IRAN, "place": KURSK}
        planned = claim("event", "MOBILIZE", roles, article("Paper A", "2024-05-20"), time=on("2024-06"))
        planned = replace(planned, modality="planned", quantities=soldiers(500))
        done = claim("event", "MOBILIZE", roles, article("Paper B", "2024-07-02"), time=on("2024-06"))
        assert events(planned, replace(done, quantities=soldiers(450))) == 1

    def test_soldiers_in_one_place_and_month_are_one_deployment(self):
        """While their number grows; fewer later, or as many more elsewhere, are others."""
        roles = {"actor": NORTH_KOREA, "target": RUSSIA, "place": KURSK}
        one, later = (
            claim("event", "MOBILIZE", roles, info, time=on("2024-06"), quantities=soldiers(number))
            for info, number in ((article("Paper A", "2024-07-01"), 6000), (article("Paper B", "2024-07-20"), 11000))
        )
        assert events(one, later) == 1
        assert events(one, replace(later, quantities=soldiers(600))) == 2
        assert events(one, replace(later, roles={**later.roles, "place": (place("Kazan"),)})) == 2
        strike, toll = (replace(each, type="ASSAULT") for each in (one, later))
        assert events(strike, toll) == 2

    def test_a_denial_answers_no_plan(self):
        """Who has not done it may still be ready to: nothing but the sides is in common."""
        roles = {"actor": RUSSIA, "target": UKRAINE}
        denied = claim("event", "COOPERATE", roles, article("Paper A", "2024-06-19"))
        ready = claim("event", "COOPERATE", roles, article("Paper B", "2024-06-20"))
        assert events(replace(denied, modality="denied"), replace(ready, modality="planned")) == 2
        assert events(replace(denied, modality="denied"), ready) == 1


class TestTenures:
    OFFICE = "defence minister"

    def tenure(self, who, info=FRENCH, **fields) -> Claim:
        fields = {"office": self.OFFICE, "standing": "current", **fields}
        return claim("office", "office", {"holder": who, "of": RUSSIA}, info, **fields)

    def test_one_holder_one_tenure(self):
        """Two spellings of one holder's name, two papers: one tenure, corroborated."""
        claims = [self.tenure(SHOIGU), self.tenure(person("Sergueï Choïgou", "RUS"), ENGLISH)]
        assert only_status(claims, "Tenure") == "corroborated"
        assert set(statuses(claims, "office", "Tenure")) == {self.OFFICE}

    def test_two_holders_at_one_time_are_disputed(self):
        """Two papers of one day that give the office to two people contradict each other."""
        other = self.tenure(person("Andrei Belousov", "RUS"), article("Paper B", "2024-06-20", "en"))
        claims = [self.tenure(SHOIGU), other]
        assert sorted(nodes(claims, "Tenure").values()) == ["disputed", "disputed"]
        assert set(statuses(claims, "holder").values()) == {"disputed"}

    def test_a_late_report_within_the_successors_term_is_disputed(self):
        """A holder named between two reports of the successor is disputed, and so is the successor."""
        successor = person("Andrei Belousov", "RUS")
        claims = [
            self.tenure(successor, article("Paper B", "2025-03-01")),
            self.tenure(successor, article("Paper B", "2025-08-01")),
            self.tenure(SHOIGU, LATER),
        ]
        assert set(nodes(claims, "Tenure").values()) == {"disputed"}

    def test_a_change_of_office_is_no_dispute(self):
        """Who held the office before and who holds it now agree."""
        claims = [self.tenure(SHOIGU), self.tenure(person("Andrei Belousov", "RUS"), LATER)]
        assert set(nodes(claims, "Tenure").values()) == {"stated"}

    def test_a_former_holder_disputes_nothing(self):
        """The former minister and the minister stand beside each other."""
        now = self.tenure(person("Andrei Belousov", "RUS"), article("Paper B", "2024-06-20"))
        assert set(nodes([self.tenure(SHOIGU, standing="former"), now], "Tenure").values()) == {"stated"}

    def test_a_term_that_lasts_is_held_on_all_its_days(self):
        """In office since January, says one paper of March; the other, of February, names another holder."""
        successor = person("Andrei Belousov", "RUS")
        since = TimeSpan(start=date(2025, 1, 20), end=None, precision="range")
        lasting = self.tenure(successor, article("Paper B", "2025-03-01"), time=since)
        assert set(nodes([lasting, self.tenure(SHOIGU, article("Paper A", "2025-02-10"))], "Tenure").values()) == {
            "disputed"
        }
        before = self.tenure(SHOIGU, article("Paper A", "2025-01-10"))
        assert set(nodes([lasting, before], "Tenure").values()) == {"stated"}

    def test_a_year_in_the_past_leaves_the_days_open(self):
        """Two holders in 2024 may have followed each other."""
        claims = [
            self.tenure(SHOIGU, article("Paper A", "2025-02-10"), time=on("2024")),
            self.tenure(person("Andrei Belousov", "RUS"), article("Paper B", "2025-02-10"), time=on("2024")),
        ]
        assert set(nodes(claims, "Tenure").values()) == {"stated"}

    def test_the_day_of_a_handover_has_two_holders(self):
        """The outgoing and the new minister, named by two papers on the day on which the one follows the other."""
        new = self.tenure(person("Andrei Belousov", "RUS"), article("Paper B", "2024-06-20"), standing="new")
        assert set(nodes([self.tenure(SHOIGU), new], "Tenure").values()) == {"stated"}

    def test_many_may_be_ambassador(self):
        """Only offices with one holder can be disputed."""
        claims = [self.tenure(SHOIGU, office="ambassador"), self.tenure(PUTIN, ENGLISH, office="ambassador")]
        assert set(nodes(claims, "Tenure").values()) == {"stated"}


class TestPromises:
    """A promise or threat names, as its finer class, what is promised."""

    def test_a_promised_visit_that_takes_place_is_one_event(self):
        """The promise stays visible beside the deed, each type with its own status."""
        claims = [promise("visit"), visit(article("Paper B", "2024-06-19"))]
        assert only_status(claims, "Event") == "stated"
        assert statuses(claims, "type") == {concept("AGREE").text: "expected", concept("CONSULT").text: "stated"}

    def test_a_promise_of_another_deed_is_another_event(self):
        """Arms that are promised are no visit."""
        assert events(promise("AID"), visit(article("Paper B", "2024-06-19"))) == 2


def test_a_visit_and_its_reception_are_one():
    """On one day, told from either side or as a meeting; another day or guest is another visit."""
    fidan, mudavadi = person("Hakan Fidan", acts_for="TUR"), person("Musalia Mudavadi", acts_for="KEN")

    def told(subtype: str, actor, target, day: str = "2025-02-10", paper: str = "Paper A"):
        time, roles = on(day), {"actor": actor, "target": target}
        return claim("event", "CONSULT", roles, article(paper, "2025-02-11"), subtype=subtype, time=time)

    received = told("host", fidan, mudavadi)
    met, came = (
        told("meeting", mudavadi, fidan, paper="Paper B"),
        told("visit", mudavadi, state("TUR"), paper="Paper C"),
    )
    assert len(nodes([received, met], "Event")) == 1
    assert len(nodes([received, came], "Event")) == 1
    assert len(nodes([received, told("meeting", mudavadi, fidan, "2025-02-12", "Paper B")], "Event")) == 2
    assert len(nodes([received, told("visit", fidan, state("KEN"), paper="Paper C")], "Event")) == 2
    other = person("Alfred Mutua", acts_for="KEN")
    assert len(nodes([received, told("meeting", other, fidan, paper="Paper B")], "Event")) == 2


def test_who_kills_people_strikes_where_they_are():
    """A raid on a town and the killing of civilians there are one assault where day and place are one."""
    nyala, people = (
        place("nyala"),
        Entity(id="https://w3id.org/factkg/id/group/SDN-people", kind="Group", label="civils"),
    )
    where = {"actor": state("CHL"), "place": nyala}
    killed = claim(
        "event", "ASSAULT", {**where, "target": people}, article("Paper A", "2025-06-02"), time=on("2025-06-01")
    )
    struck = claim(
        "event", "ASSAULT", {**where, "target": state("SDN")}, article("Paper B", "2025-06-02"), time=on("2025-06-01")
    )
    assert list(nodes([killed, struck], "Event").values()) == ["corroborated"]


def test_a_toll_is_compared_whatever_its_word():
    """Nineteen deaths and twelve people killed of one strike exclude each other; soldiers killed are others."""

    def strike(number: int, of: str, paper: str) -> Claim:
        roles = {"actor": RUSSIA, "target": UKRAINE, "place": KURSK}
        toll = (Quantity(min=number, max=number, of=of),)
        return claim("event", "ASSAULT", roles, article(paper, "2025-06-02"), time=on("2025-06-01"), quantities=toll)

    excluding = [strike(12, "people killed", "Paper A"), strike(19, "deaths", "Paper B")]
    assert set(statuses(excluding, "quantity").values()) == {"disputed"}
    agreeing = [strike(12, "people killed", "Paper A"), strike(12, "deaths", "Paper B")]
    assert list(statuses(agreeing, "quantity").values()) == ["corroborated"]
    others = [strike(12, "soldiers killed", "Paper A"), strike(19, "deaths", "Paper B")]
    assert "disputed" not in statuses(others, "quantity").values()


def test_a_name_joins_the_agreement_of_that_name_before_one_that_is_short_for_it():
    """Who ratifies the maritime border treaty means that one, whoever else tells of a maritime agreement."""
    named = [
        ("maritime border treaty", {"time": on("2025-02-12"), "stage": "signed", "modality": "planned"}, "2025-02-04"),
        ("treaty", {"time": on("2025-02-12"), "stage": "signed"}, "2025-02-13"),
        ("border pact", {"time": on("2025-02"), "stage": "in force"}, "2025-09-03"),
        ("maritime border treaty", {"stage": "ratified"}, "2025-05-20"),
        ("border treaty", {"stage": "in force"}, "2025-09-02"),
        ("maritime agreement", {"stage": "suspended"}, "2025-10-01"),
    ]
    told = [
        treaty(article(f"Paper {n}", day, "en"), label=label, parties=(IRAN, UKRAINE), **fields)
        for n, (label, fields, day) in enumerate(named)
    ]
    assert sorted(len(fact.supported_by) for fact in pick(derive(told), "a", "Agreement")) == [1, 5]


def test_other_words_tell_of_another_sanction():
    """Who recalls the ambassador and suspends talks does two things on one day; another paper joins its own."""
    recall = {"subtype": "recall of ambassador", "rule": "SANCTION:fr:verb:rappeler"}
    suspension = {"rule": "SANCTION:fr:verb:suspendre"}

    def deed(info: ArticleInfo, start: int, **fields: Any) -> Claim:
        roles = {"actor": RUSSIA, "target": UKRAINE, "place": KURSK}
        return claim("event", "SANCTION", roles, info, time=on("2025-04-01"), start=start, end=start + 40, **fields)

    one, other = article("Paper A", "2025-04-02"), article("Paper B", "2025-04-02")
    told = [deed(one, 0, **suspension), deed(one, 100, **recall), deed(other, 0, **recall)]
    assert sorted(nodes(told, "Event").values()) == ["corroborated", "stated"]


def test_an_article_does_not_foresee_what_it_tells_as_done():
    """Presidents who met and will meet again meet twice, unless both are of one day."""
    rule = {"done": "CONSULT:en:verb:meet", "ahead": "CONSULT:en:verb:see"}

    def meeting(start: int, which: str, **fields: Any) -> Claim:
        roles = {"actor": PUTIN, "target": KIM}
        fields = {"subtype": "meeting", "rule": rule[which], "start": start, "end": start + 40, **fields}
        return claim("event", "CONSULT", roles, article("Paper A", "2024-06-20"), **fields)

    done = meeting(0, "done", time=on("2024-06-19"))
    assert len(nodes([done, meeting(100, "ahead", modality="planned")], "Event")) == 2
    assert len(nodes([done, meeting(100, "ahead", modality="planned", time=on("2024-06-19"))], "Event")) == 1
