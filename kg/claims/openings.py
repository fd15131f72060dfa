"""Which main verb a time dates that opens its clause: « Jeudi, peu après avoir reçu X, le gouvernement a rompu … »."""

from collections.abc import Iterator, Mapping

from kg.model import Reading, Sentence, TimeMention
from kg.reading.tree import Tree

_VERBAL = ("VERB", "AUX")
_SMALL = ("ADP", "DET", "CCONJ", "PUNCT")
_PARTING = (";", ":", "—", "–")
_LONGEST = 3


def openings(reading: Reading, tree: Tree) -> Mapping[int, int]:
    """For the first token of each time that opens a clause, the main verb of that clause, whatever stands between."""
    found: dict[int, int] = {}
    times = iter(reading.times)
    time = next(times, None)
    for sentence in reading.sentences:
        while time is not None and time.first < sentence.last:
            verb = _opened(tree, sentence, time) if time.first >= sentence.first else None
            if verb is not None:
                found[time.first] = verb
            time = next(times, None)
    return found


def _opened(tree: Tree, sentence: Sentence, time: TimeMention) -> int | None:
    start = time.first
    while start > sentence.first and tree[start - 1].text not in _PARTING:
        start -= 1
        if tree[start].pos not in _SMALL or time.first - start > _LONGEST:
            return None
    return next(_main_verbs(tree, sentence, time), None)


def _main_verbs(tree: Tree, sentence: Sentence, time: TimeMention) -> Iterator[int]:
    """The finite verbs after the time, up to where its clause ends, that open no clause below another."""
    for token in tree.tokens[time.last : sentence.last]:
        if token.text in _PARTING[:2]:
            return
        if token.pos not in _VERBAL or token.dep.startswith(("acl", "aux", "cop", "amod")):
            continue
        if _is_below(tree, token.index) or not tree.is_finite(token.index):
            continue
        yield token.index


def _is_below(tree: Tree, verb: int) -> bool:
    """Whether the verb, or one that it goes on from, opens a clause of another: « après avoir reçu », « qui »."""
    for at in (verb, *tree.ancestors(verb)):
        if tree.children(at, "mark") or tree[at].dep.startswith("acl"):
            return True
        if tree[at].dep not in ("conj", "parataxis"):
            return False
    return False
