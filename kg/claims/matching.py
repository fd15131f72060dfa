"""Which lexicon entries fire at which words."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from kg.claims.idioms import beside
from kg.claims.syntax import VERBAL, Syntax
from kg.model import Reason
from kg.vocabulary import ACT, ACTOR, ANYTHING, DESIGNATION, KINDS, Trigger, parse_slot

_POS = {
    "verb": VERBAL,
    "noun": ("NOUN", "PROPN", "VERB", "X"),
    "adjective": ("ADJ", "VERB", "NOUN"),
}
_REACH = 4
_STOPS = (".", "!", "?", "…")
_DESIGNATION = re.compile(r"[A-Z][A-Za-z]{0,4}-\d{1,4}[A-Za-z]{0,3}")


@dataclass(frozen=True, slots=True)
class Firing:
    """An entry that fires at a word; ``words`` are all the tokens that make it fire."""

    trigger: Trigger
    index: int
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PassedOver:
    """An entry that would have fired, why it does not, and the entry that forbids it or takes its words.

    ``taker`` is where that entry fires, if it takes them or is the stronger one.
    """

    firing: Firing
    reason: Reason
    other: Trigger
    taker: Firing | None = None


@dataclass(frozen=True, slots=True)
class Firings:
    """The entries that fire in a span, and those that were passed over; both in the order of the text."""

    fired: tuple[Firing, ...]
    passed_over: tuple[PassedOver, ...]


def firings(
    syntax: Syntax,
    triggers: Mapping[str, Sequence[Trigger]],
    false_friends: Mapping[str, Sequence[Trigger]],
    first: int,
    last: int,
    presupposing: Collection[str] = (),
) -> Firings:
    """The best entry of each category at each word of the half-open span.

    An entry with more conditions and more words beats one with fewer, then the more confident one, then the earlier
    in the lexicon. A word that another entry needs (the « attaque » of « mener une attaque ») fires alone no more, but
    where that entry is of a type in ``presupposing``: who condemns an attack takes it as given.
    """
    found: list[Firing] = []
    passed: list[PassedOver] = []
    for index in range(first, last):
        lemma = syntax.tree[index].lemma
        candidates = triggers.get(lemma, ())
        if not candidates:
            continue
        fired = [
            Firing(trigger, index, words)
            for trigger in candidates
            if (words := _fires(syntax, trigger, index)) is not None
        ]
        friends = {f.type: f for f in false_friends.get(lemma, ()) if fired and _fires(syntax, f, index) is not None}
        by_category: dict[str, Firing] = {}
        for firing in sorted(fired, key=_strength, reverse=True):
            trigger = firing.trigger
            if trigger.type in friends:
                passed.append(PassedOver(firing, "false friend", friends[trigger.type]))
            elif (best := by_category.setdefault(trigger.category, firing)) is not firing:
                passed.append(PassedOver(firing, "weaker", best.trigger, best))
        found += by_category.values()
    kept = []
    for firing in found:
        taker = next((other for other in found if _takes(other, firing, presupposing)), None)
        if taker is None:
            kept.append(firing)
        else:
            passed.append(PassedOver(firing, "part", taker.trigger, taker))
    return Firings(tuple(kept), tuple(sorted(passed, key=lambda one: one.firing.index)))


def _takes(one: Firing, other: Firing, presupposing: Collection[str]) -> bool:
    """Whether the word of ``other`` is but a part of what ``one`` says."""
    part = other.index in one.words and other.index != one.index and one.trigger.category == other.trigger.category
    return part and (one.trigger.type not in presupposing or one.trigger.type == other.trigger.type)


def _strength(firing: Firing) -> tuple[int, float]:
    trigger = firing.trigger
    return len(trigger.words) + 2 * len(trigger.needs) + (trigger.reflexive is not None), trigger.confidence


def _fires(syntax: Syntax, trigger: Trigger, index: int) -> tuple[int, ...] | None:
    """The tokens that make ``trigger`` fire at ``index``, or ``None``."""
    token = syntax.tree[index]
    if token.pos not in _POS[trigger.pos] or token.dep == "aux:pass":
        return None
    if trigger.pos == "adjective" and token.pos == "NOUN" and syntax.tree.children(index, "det"):
        return None  # « leurs proches »
    if trigger.pos == "noun" and token.pos in VERBAL and token.dep in ("root", "ccomp", "acl:relcl"):
        return None
    if trigger.category == "event" and trigger.pos == "noun" and _only_modifies(syntax, index):
        return None
    if trigger.category == "event" and trigger.pos == "noun" and index in syntax.times:
        return None
    if trigger.category == "event" and _is_hyphenated(syntax, index):
        return None
    if trigger.reflexive is not None and syntax.is_reflexive(index) != trigger.reflexive:
        return None
    words = _further_words(syntax, trigger.words[1:], index)
    if words is None:
        return None
    for slot, lemmas in trigger.unless.items():
        if _filled(syntax, slot, lemmas, index, trigger.language):
            return None
    for slot, lemmas in trigger.needs.items():
        filled = _filled(syntax, slot, lemmas, index, trigger.language)
        if not filled and trigger.pos == "verb":
            filled = beside(syntax, slot, lemmas, index)
        if not filled:
            return None
        words += filled[:1]
    return (index, *words)


def _is_hyphenated(syntax: Syntax, index: int) -> bool:
    """Whether the word ends a compound with a hyphen: who is "long-threatened" or "UN-backed" is not so just now."""
    if index < 2 or syntax.tree[index].dep not in ("amod", "compound"):
        return False
    before, hyphen = syntax.tree[index - 1], syntax.tree[index]
    return before.text == "-" and before.end == hyphen.start and before.start == syntax.tree[index - 2].end


def _only_modifies(syntax: Syntax, index: int) -> bool:
    """Whether the noun but says what kind of thing another is: an "invasion force", but not a "mediation effort"."""
    token = syntax.tree[index]
    head = syntax.tree[token.head]
    modifies = token.dep == "compound" and head.pos in ("NOUN", "PROPN") and token.head > index
    return modifies and head.lemma not in syntax.grammar.light_nouns


def _further_words(syntax: Syntax, wanted: Sequence[str], index: int) -> list[int] | None:
    """The tokens of a particle or of a fixed phrase after the word, near it or depending on it."""
    found: list[int] = []
    if not wanted:
        return found
    near = list(range(index + 1, min(len(syntax.tree), index + 1 + _REACH + len(wanted))))
    near = near[: next((i for i, at in enumerate(near) if syntax.tree[at].text in _STOPS), len(near))]
    around = [at for at in (*near, *syntax.tree.children(index)) if syntax.tree[at].head not in syntax.times]
    for word in wanted:
        match = next(
            (
                at
                for at in around
                if at not in found
                and word in (syntax.tree[at].lemma, syntax.tree[at].text.lower())
                and _is_its_own(syntax, at, (index, *found), wanted)
            ),
            None,
        )
        if match is None:
            return None
        found.append(match)
    return found


def _is_its_own(syntax: Syntax, at: int, phrase: Sequence[int], wanted: Sequence[str]) -> bool:
    """Whether the token may belong to the phrase: a preposition of another noun's complement does not.

    In "signed a memorandum on fisheries" nobody signs on.
    """
    token = syntax.tree[at]
    noun = syntax.tree[token.head]
    if token.dep == "det" and token.head not in phrase and noun.lemma not in wanted:
        return False  # "Kyiv says Belarus sent no troops": nobody says no
    if token.dep != "case" or at - 1 in phrase:
        return True
    return noun.head in phrase or noun.lemma in wanted


def _filled(syntax: Syntax, slot: str, lemmas: frozenset[str], index: int, language: str) -> list[int]:
    path = parse_slot(slot, language, in_needs=True)
    if path is None:
        return []
    if path == ("clause",):
        heads = syntax.predicates(index)
    elif path == ("infinitive",):
        heads = [at for at in syntax.clauses(index) if not syntax.is_finite(at)]
    else:
        heads = [*syntax.counted(syntax.slot(index, path)), *syntax.marked_clauses(index, path)]
    if path in (("clause",), ("infinitive",)) and not lemmas & {ANYTHING, ACT}:
        heads = [at for at in heads if not _is_negated(syntax, at)]  # who promises not to attack threatens nobody
    return [at for at in heads if _is_one_of(syntax, at, lemmas)]


def _is_negated(syntax: Syntax, at: int) -> bool:
    return any(
        syntax.tree[c].text.lower() in syntax.grammar.contrasting for c in syntax.tree.children(at, "advmod", "neg")
    )


def _is_one_of(syntax: Syntax, at: int, lemmas: frozenset[str]) -> bool:
    token = syntax.tree[at]
    if ANYTHING in lemmas or token.lemma in lemmas or token.text.lower() in lemmas:
        return True
    if kind := syntax.kinds.get(at):
        return KINDS[kind] in lemmas or (ACTOR in lemmas and at in syntax.actors)
    if ACT in lemmas and token.pos in VERBAL:
        return True
    return DESIGNATION in lemmas and _DESIGNATION.fullmatch(token.text) is not None
