"""Questions to ask instead of one that was refused: only such as the graph answers."""

from collections.abc import Callable, Iterator

from kg.questions.form import Refusal
from kg.questions.wording import load_wording, with_article
from kg.store import Store

_SHOWN = 3
_BETWEEN = (
    "SELECT ?a ?b { ?node a kg:Agreement ; kg:party ?a , ?b . ?a a kg:State . ?b a kg:State FILTER(STR(?a) < STR(?b)) }"
    " ORDER BY ?node ?a ?b LIMIT 1",
    "SELECT ?a ?b { ?node a kg:Event ; kg:actor ?a ; kg:target ?b . ?a a kg:State . ?b a kg:State FILTER(?a != ?b) }"
    " ORDER BY ?node ?a ?b LIMIT 1",
)


def suggestions(refusal: Refusal, store: Store, language: str, is_answered: Callable[[str], bool]) -> tuple[str, ...]:
    """Up to three questions that are answered, about what the refused one names, else about what the graph holds.

    The refused question with a known name in place of one that is misspelt comes first, answered or not. Where nothing
    is answered, as in an empty graph, they are questions that are understood.
    """
    found = list(refusal.corrected[:_SHOWN])
    for candidate in (*_about(refusal, language), *_of_graph(store, language)):
        if len(found) < _SHOWN and candidate not in found and is_answered(candidate):
            found.append(candidate)
    return tuple(found) or tuple(load_wording()[language].suggested["none"])


def _about(refusal: Refusal, language: str) -> Iterator[str]:
    """Questions about those whom the refused one names."""
    known = load_wording()[language].suggested
    named = list(dict.fromkeys((one.label, one.kind) for one in refusal.names))
    states = [with_article(label, language) for label, kind in named if kind in ("State", "Organisation")]
    people = [label for label, kind in named if kind == "Person"]
    if len(states) >= 2:
        yield from (text.format(*states[:2]) for text in known["two"])
    for person in people:
        yield from (text.format(person) for text in (*known["office"], *known["one"][1:]))
    for state in states[:2]:
        yield from (text.format(state) for text in known["one"])


def _of_graph(store: Store, language: str) -> Iterator[str]:
    """What ties two states of which the graph knows an agreement, and what happened between two of an event."""
    shapes = load_wording()[language].suggested["two"]
    for query, shape in zip(_BETWEEN, shapes, strict=True):
        for pair in store.query(query).rows:
            labels = [store.entity(str(iri), language=language).label for iri in pair]
            yield shape.format(*(with_article(label, language) for label in labels))
