"""An explanation as one HTML page that needs no network and no script: style alone shows what belongs together."""

from collections.abc import Iterator
from typing import Any

from kg.model import Evidence, Explanation, Grounds, ReadSentence
from kg.views import explaining as say
from kg.views.explanation_words import CUES, INTERFACE, LABELS, ROLES, TAGS
from kg.views.marks import Mark, Node, nested
from kg.views.phrases import clean
from kg.views.templates import static_page
from kg.views.words import MODALITIES, Language, Wording, word, wording

CARDS = 24
"""So many cards of a sentence at most can be pointed at to see their words."""
_ORDER = ("trigger", "unread", "time", "figure", "title", "name", "cue")


def explanation_page(explanation: Explanation, *, language: Language = "fr", words: Wording | None = None) -> str:
    """The HTML of a page that shows how each sentence was read, in French or English.

    Every sentence has its highlights, its claims and what gave none beside it, each with an anchor (``#s3``, ``#c12``).
    The same explanation gives the same page.
    """
    words = words or wording(language)
    sentences = [*_sentences(explanation, words)]
    return static_page(
        "explanation.html",
        "base.css",
        "explanation.css",
        rules=_pointing(),
        language=language,
        title=say.heading(explanation),
        source=say.source(explanation, words),
        say=INTERFACE[language],
        label={name: entry[language] for name, entry in LABELS.items()},
        tags=[(kind, TAGS[kind][language]) for kind in TAGS],
        sentences=sentences,
        contents=[card for sentence in sentences for card in sentence["claims"]],
        unread=sum(len(sentence["unread"]) for sentence in sentences),
    )


def _pointing() -> str:
    """The rules by which a card that is pointed at shows its words, and words show their cards."""
    rules = []
    for k in range(CARDS):
        chosen = f".card.k{k}:is(:hover, :focus-within, :target)"
        rules += [
            f".sentence:has({chosen}) .m.k{k} {{ outline: 2px solid var(--ink); background-color: #fff; z-index: 1; }}",
            f".sentence:has({chosen}) .m[data-k{k}]::after {{ content: attr(data-k{k}); color: var(--ink); }}",
            f".sentence:has(.m.k{k}:is(:hover, :focus-visible)) .card.k{k} {{ border-color: var(--ink); }}",
        ]
    return "\n".join(rules) + "\n"


def _sentences(explanation: Explanation, words: Wording) -> Iterator[dict[str, Any]]:
    """What the template needs of each sentence."""
    text = explanation.article.text
    paragraph, claims = -1, 0
    for number, sentence in enumerate(explanation.sentences, 1):
        cards = [_card(one, k, words) for k, one in enumerate((*sentence.read, *sentence.unread))]
        read = len(sentence.read)
        for place, card in enumerate(cards[:read], claims + 1):
            card["id"] = f"c{place}"
        claims += read
        span = sentence.words
        yield {
            "number": number,
            "first": sentence.paragraph != paragraph,
            "tree": _drawn(nested(text, span.start, span.end, _marks(sentence, words))),
            "claims": cards[:read],
            "unread": cards[read:],
            "idle": [(clean(one.lemma), say.idle_words(one, words), _sources(one.rules)) for one in sentence.idle],
        }
        paragraph = sentence.paragraph


def _sources(rules: Any) -> str:
    return ", ".join(rule.source for rule in rules)


def _card(grounds: Grounds, k: int, words: Wording) -> dict[str, Any]:
    """A claim, or words that gave none, as the template shows it."""
    claim = grounds.claim
    lines = say.claim_lines(grounds, words) if claim else say.role_lines(grounds, words)
    return {
        "k": f"k{k}" if k < CARDS else "",
        "title": say.claim_title(claim, words) if claim else say.reported(grounds, words),
        "kind": " · ".join(dict.fromkeys((say.kind_words(claim, words), clean(claim.type)))) if claim else "",
        "modality": claim.modality if claim else "",
        "modality_words": word(MODALITIES, claim.modality, words.language) if claim else "",
        "confidence": f"{grounds.confidence:.2f}" if grounds.confidence is not None else "",
        "lines": [
            (line.label, line.text, [clean(" ".join(one.quote.split())) for one in line.words], line.note)
            for line in lines
        ],
        "why": say.why_not(grounds, words) if not claim else "",
        "words": [clean(" ".join(one.quote.split())) for one in grounds.words],
        "rule": grounds.rule,
        "other": grounds.other,
        "iri": claim.id if claim else "",
    }


def _marks(sentence: ReadSentence, words: Wording) -> Iterator[Mark]:
    """Everything to highlight in a sentence, with the cards that it plays a part in."""
    parts = _parts(sentence, words)

    def mark(at: Evidence, kind: str, tag: str, *lines: str) -> Mark:
        own = parts.pop((at.start, at.end), {})
        return Mark(start=at.start, end=at.end, kind=kind, tag=clean(tag, 40), lines=lines, parts=tuple(own.items()))

    for naming in sentence.names:
        line = say.naming_line(naming, words)
        yield mark(naming.words, "name", say.short(naming.entity, words), f"{line.text} · {line.label}")
    for title in sentence.titles:
        line = say.title_line(title, words)
        yield mark(title.words, "title", words.office(title.office), f"{line.label}: {line.text} · {line.note}")
    for dating in sentence.times:
        line = say.dating_line(dating, words)
        yield mark(dating.words, "time", line.note, f"{line.label}: {line.text} · {line.note}")
    for figure in sentence.figures:
        line = say.figure_line(figure, words)
        yield mark(figure.words, "figure", line.text, f"{line.label}: {line.text}")
    for grounds in sentence.grounds:
        kind = "trigger" if grounds.claim else "unread"
        told = say.claim_title(grounds.claim, words) if grounds.claim else say.why_not(grounds, words)
        for at in grounds.words if grounds.rule.type != "office" else ():
            yield mark(at, kind, say.reported(grounds, words), f"{told} · {grounds.rule.id}")
        for cue in grounds.cues if grounds.claim else ():
            tag = word(MODALITIES, cue.modality, words.language) if cue.modality else word(LABELS, "by", words.language)
            yield mark(cue.words, "cue", tag, f"{word(CUES, cue.kind, words.language)}: {tag}")
    for start, end in [*parts]:
        own = parts.pop((start, end))
        yield Mark(start=start, end=end, kind="part", tag="", parts=tuple(own.items()))


def _parts(sentence: ReadSentence, words: Wording) -> dict[tuple[int, int], dict[int, str]]:
    """The part that passages play in the cards, by the cards' numbers."""
    parts: dict[tuple[int, int], dict[int, str]] = {}

    def play(at: Evidence | None, k: int, part: str) -> None:
        if at is not None and k < CARDS:
            parts.setdefault((at.start, at.end), {}).setdefault(k, part)

    for k, grounds in enumerate((*sentence.read, *sentence.unread)):
        for filling in grounds.fillings:
            play(filling.words, k, word(ROLES, filling.role, words.language))
        play(grounds.time, k, say.label("time", words))
        for figure in grounds.figures:
            play(figure, k, say.label("figures", words))
        for at in grounds.words:
            play(at, k, say.reported(grounds, words))
        for cue in grounds.cues:
            play(cue.words, k, word(CUES, cue.kind, words.language))
    return parts


def _drawn(node: Node, outer: frozenset[str] = frozenset()) -> list[Any]:
    """The children of a node for the template: texts, and mappings for what is highlighted.

    What lies inside a highlight does not repeat a tag of it; ``outer`` are those tags.
    """
    drawn: list[Any] = []
    for child in node.children:
        if isinstance(child, str):
            drawn.append(child)
            continue
        marks = sorted(child.marks, key=lambda mark: _ORDER.index(mark.kind) if mark.kind in _ORDER else len(_ORDER))
        parts = {k: part for mark in marks for k, part in mark.parts}
        tag = " ".join(dict.fromkeys(mark.tag for mark in marks if mark.kind == marks[0].kind))
        drawn.append(
            {
                "kinds": " ".join(dict.fromkeys(mark.kind for mark in marks)),
                "cards": " ".join(f"k{k}" for k in parts),
                "parts": parts,
                "tag": "" if tag in outer else tag,
                "lines": [clean(line) for line in dict.fromkeys(line for mark in marks for line in mark.lines)],
                "children": _drawn(child, outer | {tag}),
            }
        )
    return drawn
