"""`kg why`: what made two one, or keeps them apart, sign by sign."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run, one_line
from tests.cli.test_verdicts import store

__all__ = ["store"]

FIRST, SECOND, THIRD = (
    "Sergei Shoigu, the Russian defence minister, visited",
    "s'est rendu à Pyongyang",
    "Serge Shoygoo visited",
)


def why(run: Run, store: Path, *names: str) -> dict[str, Any]:
    """The reasons as JSON."""
    done = run("why", *names, "--format", "json", store=store)
    assert done.exit_code == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_two_passages_that_were_joined(run: Run, store: Path) -> None:
    """The two are one by the weight of what they share, which is more than is needed; it is shown sign by sign."""
    found = why(run, store, FIRST, SECOND)
    assert (found["same"], found["rule"]) == (True, "compared")
    (step,) = found["steps"]
    assert step["how"] == "linked"
    assert step["strength"] == sum(sign["points"] for sign in step["signs"]) >= step["enough"]
    weights = {sign["name"]: sign["points"] for sign in step["signs"]}
    assert (weights["time"], weights["participants"], weights["place"]) == (3, 2, 1)
    assert {step[side]["article"]["id"] for side in ("one", "other")} == {"a1", "a2"}
    english = run("why", FIRST, SECOND, store=store).stdout
    assert f"«{SECOND}» are one: their passages were compared" in english
    assert "19 June 2024" in english
    french = run("why", FIRST, SECOND, "--language", "fr", store=store).stdout
    assert "ne font qu'un : leurs passages ont été comparés" in french
    assert "19 juin 2024" in french


def test_two_passages_that_are_never_compared(run: Run, store: Path) -> None:
    """What all reports of one event must share is shown, and in what these two differ."""
    found = why(run, store, SECOND, THIRD)
    assert (found["same"], found["rule"], found["steps"][0]["how"]) == (False, "apart", "block")
    differ = {sign["name"] for sign in found["steps"][0]["signs"] if sign["points"] is None}
    assert differ == {"actors"}
    assert "never compared" in run("why", SECOND, THIRD, store=store).stdout


def test_two_agreements_that_their_dates_keep_apart(run: Run, store: Path) -> None:
    """The sign that rules it out is named."""
    found = why(run, store, "treaty on mutual defence", "partnership pact")
    assert (found["same"], found["steps"][0]["how"]) == (False, "forbidden")
    assert "time" in {sign["name"] for sign in found["steps"][0]["signs"] if sign["points"] is None}
    assert (
        "exclut" in run("why", "treaty on mutual defence", "partnership pact", "--language", "fr", store=store).stdout
    )


def test_judgements_are_named_where_they_decided(run: Run, store: Path) -> None:
    """What is one, or two, by judgement says whose; a chain leads over passages that nobody judged."""
    assert run("same", SECOND, THIRD, "--by", "Anna", store=store).exit_code == 0
    found = why(run, store, THIRD, FIRST)
    assert found["same"]
    assert "judged" in {step["how"] for step in found["steps"]}
    assert [one["by"] for one in found["judgements"]] == ["Anna"]
    assert "Anna" in run("why", THIRD, FIRST, store=store).stdout
    assert "judged" in {step["how"] for step in why(run, store, FIRST)["steps"]}
    assert run("same", "--withdraw", SECOND, THIRD, store=store).exit_code == 0
    assert run("different", FIRST, SECOND, "--reason", "two visits", store=store).exit_code == 0
    found = why(run, store, FIRST, SECOND)
    assert (found["same"], found["rule"], found["steps"][0]["how"]) == (False, "judged", "judged")
    assert found["judgements"][0]["reason"] == "two visits"


def test_what_one_thing_was_made_of(run: Run, store: Path) -> None:
    """Of one name every passage is shown, beside which other it joined, and that the first began it."""
    found = why(run, store, FIRST)
    assert found["same"] is None
    assert [step["how"] for step in found["steps"]] == ["first", "linked"]
    told = " ".join(run("why", FIRST, store=store).stdout.split())
    assert "the first" in told
    assert "date +3" in told
    assert "no." in told
    early = json.loads(run("why", FIRST, "--as-of", "2024-06-20", "--format", "json", store=store).stdout)
    assert [step["how"] for step in early["steps"]] == ["first"]


def test_the_names_of_a_person(run: Run, store: Path) -> None:
    """Each name with the rule by which it is his, the key that its spellings share, and the articles that use it."""
    found = why(run, store, "Sergueï Choïgou", "Sergei Shoigu")
    assert found["same"]
    assert found["rule"] in ("known", "spelling")
    assert {use["name"]: use["articles"] for use in found["names"]} == {
        "Sergei Shoigu": ["a1", "a6"],
        "Sergueï Choïgou": ["a2"],
    }
    assert len({use["key"] for use in found["names"]}) == 1
    apart = why(run, store, "Serge Shoygoo", "Sergei Shoigu")
    assert (apart["same"], apart["rule"]) == (False, "apart")
    assert len({use["key"] for use in apart["names"]}) == 2
    assert run("same", "Serge Shoygoo", "Sergei Shoigu", "--by", "Anna", store=store).exit_code == 0
    judged = why(run, store, "Serge Shoygoo", "Sergei Shoigu")
    assert (judged["same"], judged["rule"], judged["judgements"][0]["by"]) == (True, "judged", "Anna")
    assert {use["name"] for use in why(run, store, "Sergei Shoigu")["names"]} >= {"Serge Shoygoo", "Sergueï Choïgou"}
    assert (
        "il en a été jugé ainsi" in run("why", "Serge Shoygoo", "Sergei Shoigu", "--language", "fr", store=store).stdout
    )


def test_an_office_and_a_state(run: Run, store: Path) -> None:
    """A state is known by name and code; what is of no claim has no passages; kinds that differ are refused."""
    assert why(run, store, "Russie", "RUS")["rule"] == "known"
    line = one_line(run("why", "treaty on mutual defence", "Russia", store=store).stderr)
    assert "of class Agreement" in line
    assert "nothing is known" in one_line(run("why", "Nobody At All", store=store).stderr)


@pytest.mark.parametrize("name", ["[red]\x1b[31m", "</b>", "@", "a@", ""])
def test_names_may_hold_anything(run: Run, store: Path, name: str) -> None:
    """What is no name is told in one line."""
    done = run("why", name, store=store)
    assert done.exit_code == 1
    assert "\x1b" not in one_line(done.stderr)
