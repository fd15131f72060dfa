"""Mends sentences whose verb of saying stands between what is said and who says it: « … », a dénoncé Bakou."""

from collections.abc import Iterator
from dataclasses import replace

from kg.model import Token
from kg.reading.tree import Tree
from kg.reading.verb_repairs import VERBAL

_OPENING, _CLOSING = {"«", "“"}, {"»", "”"}
_STRAIGHT = '"'
_AUXILIARIES = ("aux", "aux:tense", "aux:pass", "expl", "expl:comp", "expl:subj", "expl:pass", "advmod")
_LOOSE = ("advcl", "parataxis", "conj", "dep", "obl:mod")
_NOMINAL = ("NOUN", "PROPN")


def speakers_after_quotes(tree: Tree) -> Iterator[Token]:
    """Who stands behind a verb right after a quotation says it; what was quoted is no subject."""
    for verb in tree.tokens:
        if verb.pos not in VERBAL or verb.dep not in ("root", "parataxis", "ccomp"):
            continue
        start = min([verb.index, *(c for c in tree.children(verb.index, *_AUXILIARIES) if c < verb.index)])
        quote = _quote_before(tree, start)
        if quote is None:
            continue
        behind = (at for at in tree.children(verb.index, "nsubj", "obj") if _is_speaker(tree, verb.index, at))
        speaker = next(behind, None)
        subjects = [at for at in tree.children(verb.index, "nsubj", "nsubj:pass") if at < verb.index]
        if speaker is None or any(at < quote for at in subjects):
            continue
        yield replace(tree[speaker], dep="nsubj")
        said = [at for at in tree.children(verb.index, *_LOOSE) if quote <= at < start and tree[at].pos in VERBAL]
        for at in (*subjects, *said):
            yield replace(tree[at], dep="ccomp")


def asides_behind_nouns(tree: Tree) -> Iterator[Token]:
    """« A et B ont signé un accord, rapporte X »: X says so; no finite verb without a pronoun describes a noun."""
    for verb in tree.tokens:
        if verb.dep != "acl" or verb.head > verb.index or not tree.is_finite(verb.index):
            continue
        start = min([verb.index, *(c for c in tree.children(verb.index, *_AUXILIARIES) if c < verb.index)])
        speakers = [at for at in tree.children(verb.index, "obj", "nsubj") if _is_speaker(tree, verb.index, at)]
        above = next((at for at in tree.ancestors(verb.index) if tree[at].pos in VERBAL), None)
        if above is None or len(speakers) != 1 or not tree.is_finite(above) or tree[start - 1].text != ",":
            continue
        if above < verb.head and min(tree.children(verb.index), default=start) >= start - 1:
            yield replace(verb, head=above, dep="parataxis")
            yield replace(tree[speakers[0]], dep="nsubj")


def asides_before_verbs(tree: Tree) -> Iterator[Token]:
    """« X, assure Y, a violé la trêve »: what Y says in passing; the verb behind it is that of X."""
    for verb in tree.tokens:
        subjects = [at for at in tree.children(verb.index, "nsubj") if at < verb.index]
        told = _told_behind(tree, verb) if verb.pos in VERBAL and subjects and tree.is_finite(verb.index) else None
        if told is None or any(at < told for at in tree.children(told, "nsubj")):
            continue
        between = [at for at in tree.children(verb.index) if verb.index < at < told and tree[at].pos in _NOMINAL]
        if len(between) != 1 or tree.case(between[0]) or not _stands_between_commas(tree, verb.index, between[0]):
            continue
        if tree[told].head == verb.index:
            above = told if verb.head == verb.index else verb.head
            yield replace(tree[told], head=above, dep=verb.dep)
        yield replace(verb, head=told, dep="parataxis")
        yield replace(tree[between[0]], dep="nsubj")
        yield from (replace(tree[at], head=told) for at in subjects)
        later = [at for at in tree.children(told, "nsubj") if at > told and not tree.children(told, "obj")]
        yield from (replace(tree[at], dep="obj") for at in later)


def _told_behind(tree: Tree, verb: Token) -> int | None:
    """The finite verb behind an aside that the parser hung on its verb, or hung that verb on."""
    if verb.dep in _LOOSE and verb.head > verb.index and tree[verb.head].pos in VERBAL:
        return verb.head
    return next((at for at in tree.children(verb.index, *_LOOSE) if at > verb.index and tree.is_finite(at)), None)


def inverted_asides(tree: Tree) -> Iterator[Token]:
    """« X a attaqué Y, a annoncé mardi Z » where the aside was taken for the main clause: Z says, X attacked."""
    for aside in tree.tokens:
        if aside.pos != "VERB" or aside.dep != "root" or tree.children(aside.index, "nsubj", "mark"):
            continue
        start = min([aside.index, *tree.children(aside.index, "aux", "expl")])
        told = next((c for c in tree.children(aside.index, "advcl", "ccomp") if _is_told(tree, c, start)), None)
        speakers = [c for c in tree.children(aside.index, "obj", "nmod") if c > aside.index and not tree.case(c)]
        if told is None or not speakers:
            continue
        yield replace(tree[told], head=told, dep="root")
        yield replace(aside, head=told, dep="parataxis")
        yield replace(tree[speakers[-1]], dep="nsubj")


def _is_told(tree: Tree, verb: int, end: int) -> bool:
    """Whether the clause of ``verb`` stands by itself before the comma that ends just before ``end``."""
    return (
        verb < end
        and tree[end - 1].text == ","
        and bool(tree.children(verb, "nsubj"))
        and not tree.children(verb, "mark")
        and tree.is_finite(verb)
    )


def _stands_between_commas(tree: Tree, verb: int, speaker: int) -> bool:
    """Whether the verb and the one behind it are all that stands between two commas."""
    end = max(tree.subtree(speaker)) + 1
    parted = verb > 0 and tree[verb - 1].text == "," and end < len(tree) and tree[end].text == ","
    return parted and min(tree.subtree(speaker)) == verb + 1


def _is_speaker(tree: Tree, verb: int, at: int) -> bool:
    return at > verb and tree[at].pos in _NOMINAL and not tree.case(at)


def _quote_before(tree: Tree, start: int) -> int | None:
    """Where the quotation begins that ends right before the token, with or without a comma."""
    last = start - 1
    while last >= 0 and tree[last].text == "," and last >= start - 2:
        last -= 1
    if last < 1 or last == start:
        return None
    if tree[last].text in _CLOSING:
        return next((at for at in range(last - 1, -1, -1) if tree[at].text in _OPENING), 0)
    if tree[last].text == _STRAIGHT:
        return next((at for at in range(last - 1, -1, -1) if tree[at].text == _STRAIGHT), None)
    return None
