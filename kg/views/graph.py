"""Facts as a networkx graph: who and what as nodes, each fact that links two of them as an edge of its own."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from kg.model import STATUSES, Claim, Entity, Fact
from kg.views.phrases import local_name
from kg.views.words import Language, Wording, moment, unfold, wording

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.MultiDiGraph[str]

_CONCEPTS = frozenset({"a", "type", "subtype", "sameAs"})  # what a thing is: an attribute, not an edge
_WHEN = {
    "time": ("timeFrom", "timeUntil"),
    "signed": ("signedFrom", "signedUntil"),
    "inForce": ("inForceFrom", "inForceUntil"),
    "ended": ("endedFrom", "endedUntil"),
}


def build_graph(
    facts: Iterable[Fact],
    claims: Mapping[str, Claim],
    *,
    language: Language = "fr",
    words: Wording | None = None,
) -> "Graph":
    """A directed multigraph of the facts, nodes and edges sorted, so that the same facts give the same graph.

    A node is the IRI of a state, person, organisation, group, place, agreement or event, with ``kind``, ``label``,
    ``short`` (the words to draw), ``type`` (``ASSAULT``, ``treaty`` …), ``status`` (empty for what exists anyway),
    ``since`` and ``until`` (ISO days, empty where unknown) and ``facts``, the IRIs of the facts about it alone. An edge
    bears the IRI of its fact as key, and ``predicate``, ``label``, ``status`` and ``facts``; an office held is one edge
    from its holder, with all facts of the tenure; who acts for another is linked to it without a fact or status.
    ``graph.graph["facts"]`` maps each IRI to its :class:`~kg.model.Fact`. ``words`` are those of ``ontology/`` unless
    others are given. No facts give an empty graph.
    """
    import networkx as nx

    words = words or wording(language)
    kept = sorted(facts, key=lambda fact: fact.id)
    entities, by_subject = _things(kept)
    graph: Graph = nx.MultiDiGraph(language=words.language, facts={fact.id: fact for fact in kept})
    things = {iri: entity for iri, entity in sorted(entities.items()) if entity.kind not in ("Tenure", "Quantity")}
    for iri, entity in things.items():
        own = [fact for fact in by_subject[iri] if iri_of(fact) not in things]
        graph.add_node(iri, **_node(entity, by_subject[iri], own, claims, words))
    for fact in kept:
        if fact.subject.id in things and isinstance(fact.object, Entity) and fact.object.id in things:
            label = words.type(fact.predicate)
            _link(graph, fact.subject.id, fact.object.id, fact.predicate, label, fact.status, (fact,))
    for iri in sorted(entities):
        if entities[iri].kind == "Tenure":
            _tenure(graph, by_subject[iri], words)
    _link_to_states(graph, things, words)
    for iri, data in graph.nodes(data=True):
        if data["kind"] == "Event" or not data["label"]:
            data["label"] = _composed(graph, iri)
    return graph


def _things(facts: Iterable[Fact]) -> tuple[dict[str, Entity], dict[str, list[Fact]]]:
    """Every entity of the facts, best with whom it acts for, and the facts by their subject."""
    entities: dict[str, Entity] = {}
    by_subject: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_subject[fact.subject.id].append(fact)
        linked = fact.predicate not in _CONCEPTS and isinstance(fact.object, Entity)
        for entity in (fact.subject, fact.object) if linked else (fact.subject,):
            if isinstance(entity, Entity) and (entity.acts_for or entity.id not in entities):
                entities[entity.id] = entity
    return entities, by_subject


def neighbourhood(graph: "Graph", entity_iri: str, hops: int = 1) -> "Graph":
    """The part of the graph within ``hops`` steps of an entity, whatever the direction; KeyError where it is not there.

    An event or agreement is no step of its own: with one hop, what an actor did shows to whom.
    """
    if entity_iri not in graph:
        raise KeyError(entity_iri)
    reached, edge = {entity_iri}, [entity_iri]
    for _ in range(min(hops, len(graph))):  # no way is longer than there are nodes
        edge = _step(graph, edge, reached)
        edge += _step(graph, [iri for iri in edge if graph.nodes[iri]["kind"] in ("Event", "Agreement")], reached)
    return part_of(graph, reached)


def between(graph: "Graph", since: date | None = None, until: date | None = None) -> "Graph":
    """The events and agreements that may have taken place from ``since`` to ``until`` (included), and who took part.

    What has no date is left out, and so is whoever is linked to nothing that is left. No bounds give the whole graph.
    """
    if since is None and until is None:
        return part_of(graph, set(graph))
    first, last = (since or date.min).isoformat(), (until or date.max).isoformat()
    dated = {
        iri
        for iri, data in graph.nodes(data=True)
        if data["kind"] in ("Event", "Agreement")
        and (data["since"] or data["until"])
        and (data["since"] or "0001-01-01") <= last
        and (data["until"] or "9999-12-31") >= first
    }
    reached = set(dated)
    for iri in sorted(dated):
        reached.update(
            other
            for other in (*graph.successors(iri), *graph.predecessors(iri))
            if graph.nodes[other]["kind"] not in ("Event", "Agreement")
        )
    return part_of(graph, reached)


def plain(graph: "Graph") -> "Graph":
    """The same graph with texts only, as GraphML and GEXF need them: IRIs of facts are joined by a space."""
    import networkx as nx

    copy: Graph = nx.MultiDiGraph(language=graph.graph["language"])
    for iri, data in graph.nodes(data=True):
        copy.add_node(iri, **{**data, "facts": " ".join(data["facts"])})
    for source, target, key, data in graph.edges(keys=True, data=True):
        copy.add_edge(source, target, key=key, **{**data, "facts": " ".join(data["facts"])})
    return copy


def part_of(graph: "Graph", nodes: set[str]) -> "Graph":
    """The graph of these nodes and the edges between them, in the order of ``graph``."""
    import networkx as nx

    part: Graph = nx.MultiDiGraph(**graph.graph)
    part.add_nodes_from((iri, dict(data)) for iri, data in graph.nodes(data=True) if iri in nodes)
    for source, target, key, data in graph.edges(keys=True, data=True):
        if source in nodes and target in nodes:
            part.add_edge(source, target, key=key, **data)
    return part


def _step(graph: "Graph", start: Iterable[str], reached: set[str]) -> list[str]:
    """What is new one step further, which is added to ``reached``."""
    new = sorted({n for iri in start for n in (*graph.successors(iri), *graph.predecessors(iri))} - reached)
    reached.update(new)
    return new


def _link(graph: "Graph", a: str, b: str, predicate: str, label: str, status: str, facts: tuple[Fact, ...]) -> None:
    graph.add_edge(
        a, b, key=facts[0].id, predicate=predicate, label=label, status=status, facts=tuple(fact.id for fact in facts)
    )


def _tenure(graph: "Graph", facts: list[Fact], words: Wording) -> None:
    """An office held: an edge from its holder to the state or organisation, or, without one, facts of the holder."""
    holders = [f for f in facts if f.predicate == "holder" and isinstance(f.object, Entity) and f.object.id in graph]
    bodies = [f for f in facts if f.predicate == "of" and isinstance(f.object, Entity) and f.object.id in graph]
    label = words.office(text_of(facts, "office") or words.type("tenure"))
    standing = text_of(facts, "standing")
    if standing and standing != "current":
        label = f"{label} ({words.value(standing)})"
    for holder in holders:
        rest = tuple(fact for fact in facts if fact is not holder)
        for body in bodies:
            ends = (iri_of(holder), iri_of(body))
            _link(graph, *ends, "tenure", label, _weakest(holder, body), (holder, *rest))
        if not bodies:
            data: dict[str, Any] = graph.nodes[iri_of(holder)]
            data["facts"] = (*data["facts"], holder.id, *(fact.id for fact in rest))


def _link_to_states(graph: "Graph", things: Mapping[str, Entity], words: Wording) -> None:
    """Whoever acts for another of the graph is linked to it; that rests on who they are, so on no fact of its own."""
    states = {entity.iso3 or iri: iri for iri, entity in things.items()}
    for iri, entity in things.items():
        state = states.get(entity.acts_for) if entity.acts_for else None
        if state and state != iri and "actsFor" not in _predicates(graph, iri, state):
            label = words.type("actsFor")
            graph.add_edge(iri, state, key=f"{iri} actsFor", predicate="actsFor", label=label, status="", facts=())


def _predicates(graph: "Graph", source: str, target: str) -> set[str]:
    return {data["predicate"] for data in (graph.get_edge_data(source, target) or {}).values()}


def _node(
    entity: Entity, about: list[Fact], own: list[Fact], claims: Mapping[str, Claim], words: Wording
) -> dict[str, str | tuple[str, ...]]:
    """The attributes of one node: ``about`` are all facts with it as subject, ``own`` those that make no edge."""
    kind: str = entity.kind
    name = words.name(entity.iso3 or entity.id) if kind not in ("Event", "Agreement") else None
    label = name or _said_label(about, words.language, entity.label)
    behind = (claims[iri].type for fact in about for iri in fact.supported_by if iri in claims)
    type_name = unfold(text_of(about, "type")) or next(behind, "")
    happens = kind in ("Event", "Agreement")
    since, until, when = when_of(about, words.language)
    plainly = words.type(type_name or kind) if kind == "Event" or not label else label
    return {
        "kind": kind,
        "label": label,
        "short": f"{plainly}\n{when}" if when else plainly,
        "type": type_name if happens else "",
        "status": _status(about) if happens else "",
        "since": since,
        "until": until,
        "facts": tuple(fact.id for fact in own),
    }


def _said_label(about: list[Fact], language: str, usual: str) -> str:
    """What articles call a thing, best in ``language``: ``usual`` without any label, empty where it is made up."""
    labels = [fact for fact in about if fact.predicate == "label"]
    said = [fact for fact in labels if getattr(fact.object, "language", None)]
    return text_of(said, "label", language) or ("" if labels else usual)


def _status(facts: list[Fact]) -> str:
    """The status of a thing: of the fact that says what it is, else the first that fits among its facts."""
    what = [fact.status for fact in facts if fact.predicate in ("a", "type")]
    return min(what or [fact.status for fact in facts], key=STATUSES.index, default="")


def _weakest(*facts: Fact) -> str:
    return max((fact.status for fact in facts), key=STATUSES.index)


def when_of(facts: Sequence[Fact], language: str) -> tuple[str, str, str]:
    """The first day, the last day and the time in words; empty where unknown. A signature goes before the rest."""
    for predicate, (first, last) in _WHEN.items():
        shown = text_of(facts, predicate)
        since, until = text_of(facts, first) or _bound(shown, False), text_of(facts, last) or _bound(shown, True)
        if since or until:
            bounds = (moment(bound, language) or "…" for bound in (since, until))
            return since, until, moment(shown, language) or " – ".join(dict.fromkeys(bounds))
    return "", "", ""


def _bound(text: str, last: bool) -> str:
    """The first or last day of an ISO day, month or year; empty for an empty text.

    >>> _bound("2024", True), _bound("2024-06", True), _bound("2024-06", False), _bound("", True)
    ('2024-12-31', '2024-06-30', '2024-06-01', '')
    """
    year, _, month = text.partition("-")
    if not text or not year.isdecimal() or len(month) > 2:
        return text
    month = month or ("12" if last else "01")
    return f"{year}-{month}-{monthrange(int(year), int(month))[1] if last else 1:02}"


def _composed(graph: "Graph", iri: str) -> str:
    """« mobilisation · Corée du Nord → Russie · juin 2025 », « traité · Russie, Corée du Nord »."""
    roles: dict[str, list[str]] = {"actor": [], "party": [], "target": []}
    for _, other, data in graph.out_edges(iri, data=True):
        if data["predicate"] in roles:
            roles[data["predicate"]].append(graph.nodes[other]["label"])
    who = ", ".join(sorted({*roles["actor"], *roles["party"]}))
    whom = ", ".join(sorted(set(roles["target"])))
    actors = f"{who} → {whom}" if whom else who
    type_name, _, when = graph.nodes[iri]["short"].partition("\n")
    return " · ".join(filter(None, (type_name, actors, when)))


def text_of(facts: Iterable[Fact], predicate: str, language: str | None = None) -> str:
    """The text, or the local name of the IRI, that facts give for a predicate, the best status first; empty if none."""
    found = [fact for fact in facts if fact.predicate == predicate]
    found.sort(key=lambda fact: (getattr(fact.object, "language", None) != language, STATUSES.index(fact.status)))
    if not found:
        return ""
    value = found[0].object
    return local_name(value.id if isinstance(value, Entity) else value.text)


def iri_of(fact: Fact) -> str:
    """The IRI that is the fact's object; empty where that is a literal."""
    return fact.object.id if isinstance(fact.object, Entity) else ""
