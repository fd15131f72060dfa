"""Those named beside an agreement who are no known party: the unknown ones, and who only sees it concluded."""

from collections.abc import Iterable, Iterator, Sequence

from kg.claims.passage import Passage
from kg.claims.referents import Referent
from kg.claims.syntax import VERBAL
from kg.model import Entity, Names, Token
from kg.reading.names import fold

_FAR, _LONGEST = 20, 5
_ENDS = {".", ";", ":", "!", "?"}
_DASHES = {"-", "–", "‑"}


def is_unknown(passage: Passage, at: int) -> bool:
    """Whether the noun is of somebody who might be a party, without its being known who that is."""
    token, sides = passage.tree[at], passage.syntax.grammar.sides
    is_side = token.lemma in sides or not token.dep.startswith(("nsubj", "obl", "nmod", "conj"))
    owned = any(
        "Poss=Yes" in passage.tree[c].morph for c in passage.tree.children(at)
    )  # « son hôte »: spoken of before
    return (
        token.pos == "NOUN"
        and not (is_side or owned)
        and not passage.referents.actors([at])
        and not any(fighters(passage, [at]))
        and at not in passage.syntax.times
    )


def fighters(passage: Passage, heads: Iterable[int]) -> Iterator[Referent]:
    """The armed groups without a name that these nouns stand for: « quatorze groupes armés », "the rebels".

    Each is a group of its own, called what the text calls it, of the state that the sentence names first; where it
    names none, there is none.
    """
    for head in heads:
        if not _is_armed(passage, head) or passage.referents.actors([head]):
            continue
        first, last = _phrase(passage, head)
        sentence = next(s for s in passage.reading.sentences if s.first <= head < s.last)
        beside = [m.entity for m in passage.reading.mentions if sentence.first <= m.head < sentence.last]
        state = next((code for e in beside if (code := e.state)), None)
        if state:
            label = passage.article.text[passage.tree[first].start : passage.tree[last - 1].end]
            key = f"{state}-{fold(label).replace(' ', '-')}"
            yield Referent(Entity(id=Names().make("group", key), kind="Group", label=label), head, first, last)


def paired_names(passage: Passage, noun: int) -> list[Referent]:
    """« l'accord UE-Mercosur », « le traité Chine–Laos »: the two names that a dash joins right after the noun."""
    tree, referents = passage.tree, passage.referents
    for at in range(noun + 1, min(len(tree) - 1, noun + _LONGEST)):
        before, after = (m for side in (at - 1, at + 1) for m in [next(iter(referents.mentions(side)), None)])
        if tree[at].text in _DASHES and before and after and before.last == at and after.first == at + 1:
            found = referents.actors([before.head, after.head])
            return found if before.first > noun and len(found) > 1 and not tree.case(before.head) else []
        if tree[at].pos == "VERB" or tree[at].text in _ENDS:
            break
    return []


def _is_armed(passage: Passage, head: int) -> bool:
    tree, grammar = passage.tree, passage.syntax.grammar
    if tree[head].pos != "NOUN":
        return False
    described = {tree[c].lemma for c in tree.children(head, "amod", "compound", "nmod") if not tree.case(c)}
    banded = tree[head].lemma in grammar.bands | grammar.organisations
    return tree[head].lemma in grammar.armed or (banded and bool(described & grammar.armed))


def _phrase(passage: Passage, head: int) -> tuple[int, int]:
    """The noun with the adjectives and nouns right beside it, as half-open indices."""
    tree = passage.tree
    own = {head, *tree.children(head, "amod", "compound", "nmod")}
    own = {at for at in own if tree[at].pos in ("NOUN", "ADJ", "PROPN", "VERB") and not tree.case(at)} | {head}
    first, last = head, head + 1
    while first - 1 in own and last - first < _LONGEST:
        first -= 1
    while last in own and last - first < _LONGEST:
        last += 1
    return first, last


def bystanders(passage: Passage) -> Iterator[int]:
    """The words between « avec … pour témoin », "with … as witnesses": who sees an agreement concluded is no party."""
    tree = passage.tree
    for token in tree.tokens:
        if token.lemma not in passage.syntax.grammar.bystanders:
            continue
        before = range(token.index - 1, max(-1, token.index - _FAR), -1)
        role = next((at for at in before if tree[at].pos not in ("DET", "ADJ", "NUM")), -1)
        if role < 0 or tree[role].pos not in ("ADP", "SCONJ"):
            continue
        for at in range(role - 1, max(-1, role - _FAR), -1):
            if tree[at].text in _ENDS or (tree[at].pos in VERBAL and "VerbForm=Fin" in tree[at].morph):
                break
            if tree[at].lemma.lower() in tree.words.company:
                yield from range(at, token.index + 1)
                break


def go_betweens(passage: Passage) -> Iterator[Entity]:
    """Those whom the article has bring others together: who hosts the talks, brokers the truce or stands surety."""
    grammar = passage.syntax.grammar
    for token in passage.tree.tokens:
        if token.lemma in grammar.brokering:
            heads: Sequence[int] = _brokers(passage, token)
        elif token.lemma in grammar.negotiating:
            agents = passage.syntax.slot(token.index, ("by",))
            heads = agents if len(passage.referents.actors(agents)) == 1 else []
        elif token.lemma in grammar.bystanders and token.pos == "NOUN":
            heads = _standing_by(passage, token.index)
        else:
            continue
        for referent in passage.referents.actors(heads):
            yield referent.entity


def _brokers(passage: Passage, token: Token) -> Sequence[int]:
    syntax, at = passage.syntax, token.index
    if token.pos == "NOUN":
        return [head for slot in ("possessor", "adjective", "by") for head in syntax.slot(at, (slot,))]
    if token.pos not in VERBAL:
        return []
    objects = syntax.objects(at)
    if objects and not any(_is_meeting(passage, passage.tree[found].lemma) for found in objects):
        return []  # « accueille une base »
    return syntax.slot(at, ("by",)) if syntax.is_passive(at) else syntax.slot(at, ("subject",))


def _is_meeting(passage: Passage, lemma: str) -> bool:
    """Whether the noun is of talks, of an agreement or of a step towards one."""
    triggers = passage.lexicon.triggers(passage.article.language).get(lemma, ())
    talks = any(t.pos == "noun" and (t.type == "CONSULT" or t.category == "stage") for t in triggers)
    return talks or (lemma,) in passage.lexicon.agreement_nouns(passage.article.language)


def _standing_by(passage: Passage, at: int) -> Sequence[int]:
    """Who is called so: « Cuba et la Norvège sont garants », "Kenya, a mediator in the talks"."""
    tree, token = passage.tree, passage.tree[at]
    if tree.children(at, "cop"):
        return passage.syntax.slot(at, ("subject",))
    return tree.conjuncts(token.head) if token.dep == "appos" else tree.children(at, "appos")
