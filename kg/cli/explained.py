"""An explanation as lines for a terminal."""

from collections.abc import Iterable, Iterator

import click

from kg.cli.settings import Language
from kg.model import Evidence, Explanation, Grounds, ReadSentence
from kg.views import explaining as say
from kg.views.phrases import clean
from kg.views.words import Wording, wording


def explained(explanation: Explanation, language: Language) -> Iterator[str]:
    """The lines that tell how an article was read, with the codes of colours."""
    words = wording(language)
    yield click.style(say.heading(explanation), bold=True)
    yield _dim(say.source(explanation, words))
    for number, sentence in enumerate(explanation.sentences, 1):
        yield ""
        yield click.style(f"[{number}] ", fg="blue", bold=True) + " ".join(clean(sentence.words.quote).split())
        yield from _found(sentence, words)
        for grounds in sentence.read:
            yield from _claim(grounds, words)
        for grounds in sentence.unread:
            yield from _unread(grounds, words)
        yield from _idle(sentence, words)


def _found(sentence: ReadSentence, words: Wording) -> Iterator[str]:
    """Names, offices, dates and figures, a line for each kind."""
    kinds = (
        ("names", [say.naming_line(one, words) for one in sentence.names]),
        ("titles", [say.title_line(one, words) for one in sentence.titles]),
        ("times", [say.dating_line(one, words) for one in sentence.times]),
        ("figures", [say.figure_line(one, words) for one in sentence.figures]),
    )
    for name, lines in kinds:
        for place, line in enumerate(lines):
            head = f"{say.label(name, words) if not place else '':<12}"
            note = f"{line.label}" if name == "names" else line.note
            yield f"    {_dim(head)} {_quoted(line.words)} = {line.text}{_dim(f'  {note}') if note else ''}"


def _claim(grounds: Grounds, words: Wording) -> Iterator[str]:
    claim = grounds.claim
    if claim is None:
        return
    yield (
        "  "
        + click.style(f"+ {say.claim_title(claim, words)}", fg="green", bold=True)
        + _dim(f"  {claim.type}  {claim.confidence:.2f}")
    )
    yield from _indented(say.claim_lines(grounds, words))
    head = f"{say.label('rule', words):<10}"
    yield f"      {_dim(head)} {_quoted(grounds.words)} {_rule(grounds)}"


def _unread(grounds: Grounds, words: Wording) -> Iterator[str]:
    head = click.style(f"- {_quoted(grounds.words)}", fg="yellow")
    yield f"  {head} {say.reported(grounds, words)}: {say.why_not(grounds, words)}"
    yield from _indented(say.role_lines(grounds, words))
    other = f"  ← {grounds.other.id}  {grounds.other.source}" if grounds.other else ""
    yield f"      {_rule(grounds)}{_dim(other)}"


def _idle(sentence: ReadSentence, words: Wording) -> Iterator[str]:
    known = [f"{one.lemma} ({say.idle_words(one, words)})" for one in sentence.idle if one.rules]
    unknown = [one.lemma for one in sentence.idle if not one.rules]
    for name, found in (("idle", known), ("unknown", unknown)):
        if found:
            yield _dim(f"  · {say.label(name, words)}: {', '.join(dict.fromkeys(found))}")


def _indented(lines: Iterable[say.Line]) -> Iterator[str]:
    for line in lines:
        head, note = _dim(f"{line.label:<10}"), _dim(f"  {line.note}") if line.note else ""
        yield f"      {head} {line.text}{'  ' + _quoted(line.words) if line.words else ''}{note}"


def _rule(grounds: Grounds) -> str:
    return _dim(f"{grounds.rule.id}  {grounds.rule.source}")


def _quoted(passages: Iterable[Evidence]) -> str:
    return "«" + " … ".join(" ".join(clean(one.quote).split()) for one in passages) + "»"


def _dim(text: str) -> str:
    return click.style(text, dim=True)
