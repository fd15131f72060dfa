"""Common nouns that act for a state: « l'armée ukrainienne », « les renseignements sud-coréens », "US troops"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.model import Entity, Mention, Names
from kg.reading.tree import Tree
from kg.vocabulary import Body, load_gazetteer

_LEADING = ("lead", "run", "control", "command")
_OWNERS = ("name", "people", "capital", "seat", "body", "description")


def acting(state: Entity) -> Entity:
    """``state`` named through something that acts for it."""
    return replace(state, acts_for=state.iso3) if state.iso3 else state


def owners(tree: Tree, head: int, by_head: Mapping[int, Sequence[Mention]]) -> Iterator[Mention]:
    """The mentions that say whose ``head`` is: adjectives, genitives, possessors and compounds, in the text's order."""
    for child in sorted(tree.children(head)):
        dep = tree[child].dep
        related = dep in ("amod", "compound", "nmod:poss", "flat", "flat:name", "appos", "dep") or (
            dep.startswith(("nmod", "obl")) and tree.case(child) in tree.words.genitive | tree.words.origin
        )
        relative = bool(_antecedent(tree, child))
        bare = dep == "nmod" and not tree.case(child) and not relative  # « l'armée sri-lankaise »
        if not related and not bare and not (relative and dep == "nmod"):
            continue
        for part in (*tree.conjuncts(child), *_inner(tree, child, by_head), *_antecedent(tree, child)):
            for mention in by_head.get(part, ()):
                adjective = mention.sense == "adjective"
                state = mention.entity.kind == "State" and dep == "amod"  # "a Saudi businessman"
                if bare and not adjective:
                    continue
                if adjective or state or (mention.sense in _OWNERS and dep not in ("amod", "dep")):
                    yield mention


def _antecedent(tree: Tree, child: int) -> list[int]:
    """The noun whose "whose coastguard" or « dont les garde-côtes » tells."""
    if tree[child].text.lower() not in tree.words.relatives:
        return []
    return [tree[at].head for at in tree.ancestors(child) if tree[at].dep == "acl:relcl"][:1]


def _inner(tree: Tree, child: int, by_head: Mapping[int, Sequence[Mention]]) -> list[int]:
    """What a compound says within: the state of a "Kenya Teachers Union official", of "Russian-led forces"."""
    token = tree[child]
    if token.dep == "compound" and child not in by_head:
        return tree.children(child, "compound", "amod", "nmod:poss")
    if token.dep == "amod" and token.lemma in _LEADING:
        return tree.children(child, "obl", "compound", "npadvmod", "amod")
    return []


def bodies(tree: Tree, mentions: Sequence[Mention], nouns: Mapping[str, Body]) -> list[Mention]:
    """A mention for each noun of ``nouns`` (by lemma) that says whom it acts for, one for each state of several.

    An adjective or a possessor says so before a genitive does (« les soldats français du Mali »), and that before a
    place. Nouns of people who act for no state are left to :func:`kg.reading.groups.groups`.
    """
    by_head: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_head.setdefault(mention.head, []).append(mention)
    found = []
    for token in tree.tokens:
        if token.pos not in ("NOUN", "PROPN") or token.index in by_head:
            continue
        body = nouns.get(token.lemma) or nouns.get(token.text.lower())
        if body is None or body.kind == "group":
            continue
        seen: set[str] = set()
        own = list(owners(tree, token.index, by_head))
        beside = [m for m in own if not _case(tree, m.head)]
        beside = beside or [m for m in own if _case(tree, m.head) not in tree.words.origin]
        for owner in beside or own:
            if owner.entity.id in seen:
                continue
            seen.add(owner.entity.id)
            first, last = min(token.index, owner.first), max(token.index + 1, owner.last)
            found.append(
                Mention(
                    first,
                    last,
                    token.index,
                    acting(owner.entity if body.key == "state" else _peopled(owner.entity)),
                    "body",
                )
            )
    return found


def _peopled(entity: Entity) -> Entity:
    """The states of a region that lies in several, where its people act: "West African leaders"."""
    profile = load_gazetteer().profile(entity.id) if entity.kind == "Place" else None
    if profile is None or profile.state or entity.state:
        return entity
    return Entity(id=Names().make("group", entity.id.rsplit("/", 1)[-1]), kind="Group", label=entity.label)


def _case(tree: Tree, head: int) -> str:
    """The preposition before a noun, or before the first of those with which it is coordinated."""
    while tree[head].dep == "conj" and not tree.case(head):
        head = tree[head].head
    return tree.case(head)


def of_states(tree: Tree, mentions: Sequence[Mention]) -> list[Mention]:
    """``mentions`` with the names of United Nations organs that a state owns replaced by that state, acting.

    "Russia's Security Council", « le Conseil de sécurité iranien ».
    """
    gazetteer = load_gazetteer()
    ending = {m.last: m for m in mentions if m.entity.kind == "State" and m.sense in ("name", "adjective")}
    starting = {m.first: m for m in mentions if m.entity.kind == "State" and m.sense == "adjective"}
    found = []
    for mention in mentions:
        profile = gazetteer.profile(mention.entity.id)
        if profile is not None and profile.part_of == "UN":
            at = mention.first - 1 if mention.first and tree[mention.first - 1].text in ("'s", "’s") else mention.first
            owner = ending.get(at) or starting.get(mention.last)
            if owner is not None:
                first, last = min(owner.first, mention.first), max(owner.last, mention.last)
                mention = Mention(first, last, mention.head, acting(owner.entity), "body")
        found.append(mention)
    return found
