"""Groups of people who act for no state: "Afghan rebels", « agriculteurs français », "Iran-backed militia"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.model import Entity, Mention, Names
from kg.reading.bodies import owners
from kg.reading.tree import Tree
from kg.vocabulary import Body, Grammar

_LONGEST = 9
_STATES = ("State", "Group", "Place")
_DROPPED = ("DET", "NUM", "PRON", "PUNCT", "ADP", "PART")


@dataclass(frozen=True, slots=True)
class _Tie:
    """How a mention is tied to the noun of a group: ``plain``, ``pro``, or led or backed by the state."""

    mention: Mention
    kind: str


def groups(
    tree: Tree, text: str, mentions: Sequence[Mention], nouns: Mapping[str, Body], grammar: Grammar
) -> list[Mention]:
    """A mention for each noun of people, by lemma, whose words say of which state or people they are.

    The entity is a group of its own, labelled by the phrase as the text has it, and acts for no state unless one
    leads it; what belongs to an organisation ("Hamas militants") is the organisation.
    """
    by_head: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_head.setdefault(mention.head, []).append(mention)
    found: list[Mention] = []
    for token in tree.tokens:
        key = _key(tree, token.index, nouns, grammar)
        if key is None or any(m.sense != "adjective" for m in by_head.get(token.index, ())):
            continue
        ties = _ties(tree, token.index, by_head, grammar)
        if nouns[key].kind != "group" and all(tie.kind == "plain" for tie in ties):
            continue
        found += _mentions(tree, text, token.index, nouns[key].key, ties)
    return found


def _key(tree: Tree, index: int, nouns: Mapping[str, Body], grammar: Grammar) -> str | None:
    """The noun of people that a token is, or that says of whom a band or its leader is made ("rebel leaders")."""
    token = tree[index]
    if token.pos not in ("NOUN", "PROPN") or (token.text[:1].isupper() and index > 0 and tree[index - 1].text != "."):
        return None
    lemma = token.lemma.lower()
    if lemma in grammar.bands:
        for child in tree.children(index, "compound", "amod"):
            inner = nouns.get(tree[child].lemma.lower())
            if inner is not None and inner.kind == "group":
                return tree[child].lemma.lower()
    body = nouns.get(lemma)
    return lemma if body is not None and body.kind in ("group", "military") else None


def _ties(tree: Tree, noun: int, by_head: Mapping[int, Sequence[Mention]], grammar: Grammar) -> list[_Tie]:
    deeper = [c for c in tree.children(noun, "amod", "nmod", "appos") if not tree.case(c)]
    own = [m for at in (noun, *deeper) for m in owners(tree, at, by_head)]
    if tree[noun].lemma.lower() in grammar.movements:
        if any(tree.case(c) in tree.words.against for c in tree.children(noun)):
            return []
        own = [m for m in own if m.sense == "adjective"]
    ties = [_Tie(m, kind) for m, kind in _participles(tree, noun, by_head, grammar)]
    ties += [_Tie(m, _kind(tree, m, grammar)) for m in own]
    kept: dict[str, _Tie] = {}
    for tie in ties:
        kept.setdefault(tie.mention.entity.id, tie)
    return list(kept.values())


def _kind(tree: Tree, mention: Mention, grammar: Grammar) -> str:
    """``pro`` for « pro-russe » and "pro-Russian", else ``plain``."""
    first = tree[mention.first]
    before = tree[mention.first - 2].text.lower() if mention.first > 1 and tree[mention.first - 1].text in "-‑" else ""
    side = first.text.lower().split("-", 1)[0] if "-" in first.text else before
    return side if side in grammar.stances else "plain"


def _participles(
    tree: Tree, noun: int, by_head: Mapping[int, Sequence[Mention]], grammar: Grammar
) -> list[tuple[Mention, str]]:
    """The states that lead or back: "Saudi-led", « soutenus par l'Iran », "backed by Rwanda"."""
    found = []
    for child in tree.children(noun):
        lemma = tree[child].lemma.lower()
        text = tree[child].text.lower()
        kind = "led" if lemma in grammar.leading or text in grammar.leading else ""
        kind = kind or ("backed" if lemma in grammar.backing or text in grammar.backing else "")
        if not kind:
            continue
        for below in [child - 2, *tree.subtree(child)]:
            hyphened = below == child - 2 and tree[child - 1].text in "-‑"
            if below == child - 2 and not hyphened:
                continue
            found += [(m, kind) for m in by_head.get(below, ()) if m.entity.kind in ("State", "Organisation")]
    return found


def _mentions(tree: Tree, text: str, noun: int, key: str, ties: Sequence[_Tie]) -> list[Mention]:
    """One group for all that says of which people it is; one for each of several states ("Iranian and Iraqi")."""
    found = []
    joined = {i for tie in ties for i in tree.conjuncts(tie.mention.head)[1:]}
    several = any(tie.mention.head in joined for tie in ties)
    for part in [[tie] for tie in ties] if several else [list(ties)] if ties else []:
        heads = [tie.mention for tie in part]
        first, last = min(noun, *(m.first for m in heads)), max(noun + 1, *(m.last for m in heads))
        organisation = next((m.entity for m in heads if m.entity.kind not in _STATES), None)
        kind = next((tie.kind for tie in part if tie.kind != "plain"), "plain")
        if organisation is not None and kind == "plain":
            found.append(Mention(first, last, noun, organisation, "body"))
            continue
        home = "-".join(sorted(m.entity.iso3 or m.entity.id.rsplit("/", 1)[-1] for m in heads))
        parts = [home, key.replace(" ", "-"), *([] if kind == "plain" else [kind])]
        led = next((m.entity.iso3 for m in heads if kind == "led"), None)
        label = _label(tree, text, noun, (first, last), heads if several else ())
        entity = Entity(id=Names().make("group", "-".join(parts)), kind="Group", label=label, acts_for=led)
        found.append(Mention(first, last, noun, entity, "body"))
    return found


def _label(tree: Tree, text: str, noun: int, span: tuple[int, int], apart: Sequence[Mention]) -> str:
    """The words of the group's phrase; of one of several states the noun and that state's name only."""
    first, last = span
    if apart or last - first > _LONGEST:
        words = sorted({noun, *(i for m in apart for i in range(m.first, m.last))})
        return " ".join(tree[i].text for i in words)
    while first > 0 and _qualifies(tree, first - 1, noun):
        first -= 1
    while first < noun and tree[first].pos in _DROPPED:
        first += 1
    return " ".join(text[tree[first].start : tree[last - 1].end].split())


def _qualifies(tree: Tree, at: int, noun: int) -> bool:
    token = tree[at]
    return token.head == noun and token.dep in ("amod", "compound") and token.pos in ("ADJ", "NOUN", "PROPN")
