"""`kg same` and `kg different`: judgements are given, listed, refused and withdrawn, and survive what is read again."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, one_line

ARTICLES = (
    ("a1", "2024-06-20", "en", "Sergei Shoigu, the Russian defence minister, visited Pyongyang on 19 June 2024."),
    ("a2", "2024-06-21", "fr", "Sergueï Choïgou s'est rendu à Pyongyang le 19 juin 2024."),
    ("a3", "2024-06-22", "en", "Serge Shoygoo visited Pyongyang on 19 June 2024."),
    ("a4", "2024-06-22", "en", "Russia and North Korea signed a treaty on mutual defence on 19 June 2024."),
    ("a5", "2024-07-22", "en", "Russia and North Korea signed a partnership pact in July 2024."),
    ("a6", "2024-07-22", "en", "Jean Martin met Sergei Shoigu in Moscow on 20 July 2024."),
    ("a7", "2024-07-23", "en", "Jean Martin met Vladimir Putin in Moscow on 21 July 2024."),
)


@pytest.fixture
def store(run: Run, tmp_path: Path) -> Path:
    """A store with a few articles."""
    source, path = tmp_path / "articles.jsonl", tmp_path / "store"
    with source.open("w") as lines:
        for identifier, day, language, text in ARTICLES:
            info = {"id": identifier, "published": day, "language": language, "publisher": f"Paper {identifier}"}
            lines.write(json.dumps({**info, "text": text}) + "\n")
    assert run("ingest", str(source), store=path).exit_code == 0
    return path


def facts(run: Run, store: Path, *args: str) -> list[dict]:  # type: ignore[type-arg]
    """Facts as JSON."""
    return [json.loads(line) for line in run("facts", *args, "--format", "jsonl", store=store).stdout.splitlines()]


def things(run: Run, store: Path, kind: str) -> set[str]:
    """The IRIs of all things of a kind."""
    found = facts(run, store, "--predicate", "a")
    return {fact["subject"]["id"] for fact in found if fact["subject"]["kind"] == kind}


def dump(run: Run, store: Path, path: Path) -> list[str]:
    """All that a store holds, as sorted lines."""
    assert run("export", "-f", "nquads", "-o", str(path), store=store).exit_code == 0
    return sorted(path.read_text().splitlines())


def test_two_names_of_a_person_become_one_and_part_again(run: Run, store: Path, tmp_path: Path) -> None:
    """Both names show one person, an earlier day too; the judgement is listed in both languages, and withdrawn."""
    before = dump(run, store, tmp_path / "before.nq")
    given = ("--by", "Anna", "--on", "2025-06-30", "--reason", "the photo")
    done = run("same", "Serge Shoygoo", "Sergei Shoigu", *given, store=store)
    assert done.exit_code == 0
    assert done.stdout.startswith("judged ")
    shown = [
        json.loads(run("show", name, "--format", "json", store=store).stdout)
        for name in ("Serge Shoygoo", "Sergei Shoigu")
    ]
    assert shown[0] == shown[1]
    assert shown[0]["entity"]["label"] == "Sergei Shoigu"
    visits = [fact for fact in facts(run, store, "--predicate", "a") if fact["subject"]["label"].startswith("visit")]
    assert [fact["status"] for fact in visits] == ["corroborated"]
    assert len(visits[0]["supported_by"]) == 3
    early = facts(run, store, "--predicate", "a", "--as-of", "2024-06-22")
    assert len([fact for fact in early if fact["subject"]["label"].startswith("visit")]) == 1
    assert run("claims", "--entity", "Serge Shoygoo", "--format", "jsonl", store=store).stdout.count("\n") >= 4
    listed = json.loads(run("same", "--format", "json", store=store).stdout)
    assert [(one["by"], one["on"], one["reason"]) for one in listed] == [("Anna", "2025-06-30", "the photo")]
    assert "30 June 2025" in run("same", store=store).stdout
    french = run("same", "--language", "fr", store=store).stdout
    assert "un seul" in french
    assert "motif" in french
    assert run("different", store=store).stderr == "no such judgement was given\n"
    assert run("validate", store=store).exit_code == 0
    assert run("same", "--withdraw", "Sergei Shoigu", "Serge Shoygoo", store=store).stdout.startswith("withdrawn ")
    assert dump(run, store, tmp_path / "after.nq") == before


def test_a_judgement_survives_retraction_and_reading_again(run: Run, store: Path, tmp_path: Path) -> None:
    """It stays when its articles go, and holds when they come back; a key withdraws it at any time."""
    assert run("same", "treaty on mutual defence", "partnership pact", store=store).exit_code == 0
    whole = dump(run, store, tmp_path / "whole.nq")
    assert len(things(run, store, "Agreement")) == 1
    for identifier in ("a4", "a5"):
        assert run("retract", identifier, store=store).exit_code == 0
    assert not things(run, store, "Agreement")
    assert run("ingest", str(tmp_path / "articles.jsonl"), store=store).exit_code == 0
    assert dump(run, store, tmp_path / "again.nq") == whole
    assert run("retract", "a4", store=store).exit_code == 0
    key = json.loads(run("same", "--format", "json", store=store).stdout)[0]["key"]
    assert run("same", "--withdraw", key[:8], store=store).exit_code == 0
    assert run("ingest", str(tmp_path / "articles.jsonl"), store=store).exit_code == 0
    assert len(things(run, store, "Agreement")) == 2


def test_the_iri_of_what_was_merged_goes_on_resolving(run: Run, store: Path) -> None:
    """A merged agreement takes the smaller IRI, and its other one and its other name show it still."""
    both = sorted(things(run, store, "Agreement"))
    assert run("same", *both, store=store).exit_code == 0
    assert things(run, store, "Agreement") == {both[0]}
    shown = [json.loads(run("show", iri, "--format", "json", store=store).stdout) for iri in both]
    assert shown[0] == shown[1]


def test_one_node_is_parted_by_words_of_passages(run: Run, store: Path) -> None:
    """What the rules took for one visit are two when two of its passages are judged different."""
    before = things(run, store, "Event")
    done = run(
        "different", "Sergueï Choïgou s'est rendu", "Sergei Shoigu, the Russian defence minister, visited", store=store
    )
    assert done.exit_code == 0, done.stderr
    assert len(things(run, store, "Event")) == len(before) + 1


def test_two_people_of_one_name(run: Run, store: Path) -> None:
    """NAME@ARTICLE is whom one article means; he gets an IRI of his own, and the other facts are the other's."""
    assert run("different", "Jean Martin", "Jean Martin@a7", store=store).exit_code == 0
    assert {
        fact["object"]["id"][-5:]
        for fact in facts(run, store, "--predicate", "actor")
        if "artin" in fact["object"]["label"]
    } == {
        "artin",
        "in/a7",
    }
    labels = [fact["subject"]["label"] for fact in facts(run, store, "--entity", "Jean Martin")]
    assert labels
    assert not any("Putin" in label for label in labels)


def test_contradictions_and_what_cannot_be_judged_are_refused(run: Run, store: Path, tmp_path: Path) -> None:
    """One line says why, names the earlier judgement and what to do, and nothing is changed."""
    assert run("different", "Serge Shoygoo", "Jean Martin", "--by", "Anna", store=store).exit_code == 0
    assert run("same", "Sergei Shoigu", "Serge Shoygoo", store=store).exit_code == 0
    before = dump(run, store, tmp_path / "before.nq")
    refused = run("same", "Sergei Shoigu", "Jean Martin", store=store)
    assert refused.exit_code == 1
    line = one_line(refused.stderr)
    assert "by Anna" in line
    assert "are different, with " in line
    assert "withdraw it first: kg different --withdraw " in line
    assert "are the same" in one_line(run("different", "Serge Shoygoo", "Sergei Shoigu", store=store).stderr)
    agreements = ("treaty on mutual defence", "partnership pact")
    assert run("same", *agreements, store=store).exit_code == 0
    assert "kg same --withdraw " in one_line(run("different", *agreements, store=store).stderr)
    assert run("same", "--withdraw", *agreements, store=store).exit_code == 0
    for args, said in (
        (("same", "Jean Martin", "Russia"), "of one class"),
        (("same", "Serge Shoygoo", "Sergei Shoigu"), "are one already"),
        (("different", "Jean Martin", "Jean Martin"), "«Jean Martin@ARTICLE»"),
        (("different", "Jean Martin", "Jean Martin@a1"), "names nobody"),
        (("same", "Nobody At All", "Jean Martin"), "nothing is known by the name"),
        (("same", "--withdraw", "Jean Martin", "Vladimir Putin"), "no judgement says"),
        (("same", "--withdraw", "ffffffff"), "no judgement says"),
    ):
        done = run(*args, store=store)
        assert done.exit_code == 1, args
        assert said in one_line(done.stderr)
    assert run("same", "Jean Martin", store=store).exit_code == 2
    assert dump(run, store, tmp_path / "after.nq") == before


def test_the_same_judgement_again_changes_nothing(run: Run, store: Path, tmp_path: Path) -> None:
    """Who judged first stays who judged."""
    assert run("different", "Serge Shoygoo", "Jean Martin", "--by", "Anna", store=store).exit_code == 0
    before = dump(run, store, tmp_path / "before.nq")
    assert run("different", "Jean Martin", "Serge Shoygoo", "--by", "Bert", store=store).exit_code == 0
    assert dump(run, store, tmp_path / "after.nq") == before


def test_there_must_be_a_store(run: Run, tmp_path: Path) -> None:
    """No store is made for a judgement."""
    done = run("same", "A", "B", store=tmp_path / "none")
    assert done.exit_code == 1
    assert not (tmp_path / "none").exists()


def test_reasons_may_hold_anything(run: Run, store: Path) -> None:
    """Markup and control characters are shown as text."""
    assert (
        run("different", "Serge Shoygoo", "Jean Martin", "--reason", "[red]\x1b[31m</b>\n", store=store).exit_code == 0
    )
    assert "\x1b" not in run("different", store=store).stdout
    assert json.loads(run("different", "--format", "json", store=store).stdout)[0]["reason"] == "[red]\x1b[31m</b>\n"


def test_show_and_history_name_the_judgement(run: Run, store: Path) -> None:
    """Where a judgement decided who is who, or which passages are of one thing, it stands below."""
    assert run("same", "Serge Shoygoo", "Sergei Shoigu", "--by", "Anna", store=store).exit_code == 0
    assert run("same", "treaty on mutual defence", "partnership pact", "--by", "Bert", store=store).exit_code == 0
    for command in ("show", "history"):
        told = run(command, "Sergei Shoigu", store=store).stdout
        assert "Anna" in told, command
        assert "Bert" not in told
        assert "Jugements" in run(command, "treaty on mutual defence", "--language", "fr", store=store).stdout
        assert "Bert" in run(command, "partnership pact", store=store).stdout
    shown = json.loads(run("show", "Sergei Shoigu", "--format", "json", store=store).stdout)
    assert [one["by"] for one in shown["judgements"]] == ["Anna"]
    (told,) = json.loads(run("history", "partnership pact", "--format", "json", store=store).stdout)
    assert [one["by"] for one in told["judgements"]] == ["Bert"]


def test_words_that_tell_of_an_agreement_and_its_signature_mean_what_both_tell_of(run: Run, store: Path) -> None:
    """Of two passages the agreements, of a passage and a signature's IRI the signatures; else there is a list."""
    words = ("North Korea signed a treaty on mutual defence", "North Korea signed a partnership pact")
    assert run("same", *words, store=store).exit_code == 0
    assert len(things(run, store, "Agreement")) == 1
    (given,) = json.loads(run("same", "--format", "json", store=store).stdout)
    assert "/agreement/" in given["one"]["id"]
    assert run("same", "--withdraw", *words, store=store).exit_code == 0
    line = one_line(run("why", words[0], store=store).stderr)
    assert "give more of the words, or one of these IRIs: " in line
    choices = [part.split()[0] for part in line.split("IRIs: ")[1].split("; ") if "/claim/" in part]
    assert "agreement: treaty on mutual defence; " in line
    assert "article a4" in line
    assert {run("why", choice, store=store).exit_code for choice in choices} == {0}


def test_whom_one_article_means_is_shown(run: Run, store: Path) -> None:
    """NAME@ARTICLE, before and after he is told apart; of an article that names nobody so, one line says it."""
    shown = run("show", "Jean Martin@a7", "--format", "json", store=store)
    assert json.loads(shown.stdout)["entity"]["label"] == "Jean Martin"
    assert run("different", "Jean Martin", "Jean Martin@a7", store=store).exit_code == 0
    apart = json.loads(run("show", "Jean Martin@a7", "--format", "json", store=store).stdout)
    assert apart["entity"]["id"].endswith("/a7")
    assert {claim["article"]["id"] for claim in apart["claims"]} == {"a7"}
    assert "names nobody" in one_line(run("show", "Jean Martin@a1", store=store).stderr)
    assert "nothing is known by the name" in one_line(run("show", "Jean Martin@nowhere", store=store).stderr)


def test_who_would_never_be_one_is_told_so(run: Run, store: Path) -> None:
    """The judgement is kept all the same; of what the rules joined nothing is said."""
    strangers = run("different", "Jean Martin", "Vladimir Putin", store=store)
    assert strangers.exit_code == 0
    assert one_line(strangers.stderr) == "nothing but a judgement would have joined them; this one is kept"
    assert len(json.loads(run("different", "--format", "json", store=store).stdout)) == 1
    assert run("different", "Jean Martin", "Jean Martin@a7", store=store).stderr == ""
    visits = ("Sergueï Choïgou s'est rendu", "Sergei Shoigu, the Russian defence minister, visited")
    assert run("different", *visits, store=store).stderr == ""
