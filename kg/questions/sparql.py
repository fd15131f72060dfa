"""A query form → SPARQL that a person can read, with names in it only as IRIs and words only as escaped strings.

The query runs over the default graph and those of what is alleged, expected or denied as one; the graph of facts says
which is which. A state stands for whoever acts for it (``kg:actsFor?``).
"""

import re
from collections.abc import Iterable, Sequence

from kg.model import LANGUAGES, ONTOLOGY, Names, concept_name
from kg.questions.form import Constraint, Named, QueryForm
from kg.questions.terms import iri_of, literal
from kg.vocabulary import load_gazetteer, load_lexicon
from kg.vocabulary.merging import load_merging_rules

_CLASSES = {"agreement": "Agreement", "event": "Event", "tenure": "Tenure"}
NOT_CONCLUDED = ("proposed", "announced")
AFTER_SIGNATURE = ("signed", "ratified", "in force", "suspended", "ended")
AFTER = {"signed": AFTER_SIGNATURE, "agreed": ("announced", *AFTER_SIGNATURE)}
"""The stages at which an agreement has been signed, or agreed on."""
_PREFIXES = (
    f"PREFIX kg: <{ONTOLOGY}>",
    "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>",
    "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>",
    "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>",
)
_DATES = ("signed", "inForce", "ended", "time")
_CLASS_OF = {"Group": "?value a ?class . VALUES ?class { kg:Organisation kg:Group }"}
_MIRROR = {"actor": "target", "target": "actor"}


def to_sparql(form: QueryForm, names: Names, graphs: Iterable[str]) -> str:
    """The query for ``form`` in the store whose IRIs ``names`` makes; ``graphs`` are the names of its status graphs.

    Its rows have ``?node``, the ``?fact`` that answers and its ``?status``, and where values are asked for ``?value``.
    """
    body = _body(form)
    froms = [f"FROM <{names.graph(graph)}>" for graph in ("asserted", *graphs)]
    facts = names.graph("facts")
    columns = "?node ?value ?fact ?status" if form.column else "?node ?fact ?status"
    lines = [
        *_PREFIXES,
        f"SELECT DISTINCT {columns}",
        *froms,
        f"FROM NAMED <{facts}>",
        "WHERE {",
        *(f"  {line}" for line in body),
        f"  GRAPH <{facts}> {{",
        "    ?fact rdf:subject ?node ; rdf:predicate ?property ; rdf:object ?said ; kg:status ?status .",
        "  }",
        *(['  FILTER(?status = "disputed")'] if form.disputed else []),
        "}",
        f"ORDER BY ?node{' ?value' if form.column else ''} ?fact",
    ]
    return "\n".join(lines) + "\n"


def _body(form: QueryForm) -> list[str]:
    cls = f"kg:{_CLASSES[form.node]}"
    lines = [f"?node a {cls} ."]
    if form.nodes:
        lines.append(f"VALUES ?node {{ {' '.join(map(iri_of, form.nodes))} }}")
    if form.types:
        lines += _types(form)
    if form.subtypes:
        lines.append(f"?node kg:subtype ?subtype . VALUES ?subtype {{ {' '.join(map(literal, form.subtypes))} }}")
    elif form.node == "event" and form.types:  # Only who asks for signatures asks for those.
        stages = ", ".join(map(literal, sorted(load_lexicon().stage_events)))
        lines.append(f"FILTER NOT EXISTS {{ ?node kg:subtype ?signing . FILTER(?signing IN ({stages})) }}")
    if form.titles:
        lines.append(f"?node kg:office ?office . VALUES ?office {{ {' '.join(map(literal, form.titles))} }}")
    if form.standings:
        lines += _standing(form.standings)
    lines += _stage(form)
    for provision in form.provides:
        lines.append(f"?node kg:provides {literal(provision)} .")
    if form.with_provisions:
        lines.append("?node kg:provides ?provision .")
    lines += _label(form.label_words)
    if form.figure is not None:
        lines.append(
            f"?node kg:quantity ?figure . {{ ?figure kg:min {form.figure} }} UNION {{ ?figure kg:max {form.figure} }}"
        )
        lines += _counted(form.counted, "?figure")
    lines += _sides(form)
    if any(not (one.named.iris or one.named.places or "called" in one.roles) for one in form.constraints):
        lines.append("FILTER(false)")  # The graph knows nobody of that name.
    if form.time is not None:
        lines += _time(form)
    return lines


def _types(form: QueryForm) -> list[str]:
    """Of one of the types; an event also where another one promises it or threatens with it, an agreement where its
    name has the noun of the question."""
    lines = [f"?node kg:type ?type . VALUES ?type {{ {_concepts(form.types)} }}"]
    if form.noun:
        return [f"{{ {lines[0]} }} UNION {{ {' '.join(_label(form.noun, '?named'))} }}"]
    lexicon = load_lexicon()
    infos = [lexicon.types[name] for name in form.types if name in lexicon.types]
    others = sorted({info.becomes["announced"] for info in infos if "announced" in info.becomes})
    if form.node != "event" or not others:
        return lines
    deeds = sorted({deed for info in infos for deed in lexicon.deeds(info.name)})
    return [
        f"{{ {lines[0]} }} UNION {{",
        f"  ?node kg:type ?act ; kg:subtype ?deed . VALUES ?act {{ {_concepts(others)} }}",
        f"  VALUES ?deed {{ {' '.join(map(literal, deeds))} }}",
        "}",
    ]


def _concepts(types: Iterable[str]) -> str:
    return " ".join("kg:" + concept_name(name) for name in types)


def _standing(standings: Sequence[str]) -> list[str]:
    return [
        "OPTIONAL { ?node kg:standing ?standing . }",
        f"FILTER(!BOUND(?standing) || ?standing IN ({', '.join(map(literal, standings))}))",
    ]


def _stage(form: QueryForm) -> list[str]:
    if form.stage is None:
        return []
    if form.stage in AFTER:
        after = ", ".join(map(literal, AFTER[form.stage]))
        before = ", ".join(literal(one) for one in NOT_CONCLUDED if one not in AFTER[form.stage])
        return [
            f"FILTER(EXISTS {{ ?node kg:stage ?later . FILTER(?later IN ({after})) }} ||",
            f"  NOT EXISTS {{ ?node kg:stage ?earlier . FILTER(?earlier IN ({before})) }})",
        ]
    return [f"?node kg:stage {literal(form.stage)} ."]


def _label(words: Sequence[str], variable: str = "?label") -> list[str]:
    lines = []
    for number, word in enumerate(words):
        pattern = "|".join(re.escape(one) for one in _same_word(word))
        label = f"{variable}{number}"
        lines.append(f'?node rdfs:label {label} . FILTER(REGEX(STR({label}), {literal(pattern)}, "i"))')
    return lines


def _same_word(word: str) -> tuple[str, ...]:
    """The word, and those that mean the same in an agreement's name in either language."""
    words = load_merging_rules().words
    meaning = words.get(word)
    return tuple(sorted({word, *(other for other, same in words.items() if meaning and same == meaning)}))


def _sides(form: QueryForm) -> list[str]:
    """Who fills the roles, and the property that is asked for; either way round where the event is mutual."""
    if form.each:
        return _with_each(form)
    turnable = form.mutual and (
        form.column in ("actor", "target") or any(set(one.roles) & {"actor", "target"} for one in form.constraints)
    )
    plain = [*_roles(form.constraints), *_asked(form, form.column)]
    if not turnable:
        return plain
    turned = [
        Constraint(roles=tuple(_MIRROR.get(role, role) for role in one.roles), named=one.named)
        for one in form.constraints
    ]
    column = _MIRROR.get(form.column, form.column) if form.column else None
    other = [*_roles(turned), *_asked(form, column)]
    return ["{", *(f"  {line}" for line in plain), "} UNION {", *(f"  {line}" for line in other), "}"]


def _with_each(form: QueryForm) -> list[str]:
    """The values of agreements with one of the parties that have another agreement with each other one."""
    lines: list[str] = []
    parties = [one for one in form.constraints if "party" in one.roles]
    rest = [one for one in form.constraints if one not in parties]
    for number, one in enumerate(parties):
        lines += ["} UNION {" if number else "{", *(f"  {line}" for line in _roles([one, *rest]))]
        lines += [f"  {line}" for line in _asked(form, form.column)]
        for other in (two for two in parties if two is not one):
            (filled,) = _filled("party", other.named, "?beside")[:1]
            lines.append(
                f"  FILTER EXISTS {{ ?other a kg:Agreement ; kg:party ?same . ?same kg:actsFor? ?value . "
                f"{filled.replace('?node', '?other')} }}"
            )
    return [*lines, "}"]


def _roles(constraints: Sequence[Constraint]) -> list[str]:
    lines = []
    for number, one in enumerate(constraints, start=1):
        patterns = [pattern for role in one.roles for pattern in _filled(role, one.named, f"?{role}{number}")]
        if len(patterns) == 1:
            lines += patterns
        else:
            lines.append(" UNION ".join(f"{{ {pattern} }}" for pattern in patterns))
    return lines


def _filled(role: str, named: Named, variable: str) -> list[str]:
    if role == "called":
        words = "|".join(re.escape(word) for word in called_words(named))
        return [f'?node rdfs:label {variable} . FILTER(REGEX(STR({variable}), {literal(words)}, "i"))']
    if role == "place":
        return [f"?node kg:place {iri_of(iri)} ." for iri in named.places or named.iris]
    if role == "party" and named.kind == "Person":  # Whoever signs makes the state acted for a party.
        return [f"{iri_of(iri)} kg:actsFor? {variable} . ?node kg:party {variable} ." for iri in named.iris]
    if named.acting:
        return [f"?node kg:{role} {variable} . {variable} kg:actsFor? {iri_of(iri)} ." for iri in named.iris]
    return [f"?node kg:{role} {iri_of(iri)} ." for iri in named.iris]


def called_words(named: Named) -> tuple[str, ...]:
    """What an agreement that is called after a place has in its name: each name of the place."""
    iris = {*named.iris, *named.places}
    surfaces = {
        surface
        for language in LANGUAGES
        for surface, sense in load_gazetteer().names(language)
        if sense.sense == "capital" and sense.entity.id in iris
    }
    return tuple(sorted({named.written, named.label, *surfaces} - {""}))


def _asked(form: QueryForm, column: str | None) -> list[str]:
    """The pattern of the asked property; it binds ``?property`` and ``?said``, by which the fact is found."""
    if column is None and form.disputed:
        return []  # Any fact of the node: it, a role, a date or a figure.
    if column is None:
        return [f"BIND(rdf:type AS ?property) BIND(kg:{_CLASSES[form.node]} AS ?said)"]
    if column == "source":
        return [f"BIND(rdf:type AS ?property) BIND(kg:{_CLASSES[form.node]} AS ?said) BIND(?node AS ?value)"]
    if column in _DATES:
        return [
            f"VALUES ?property {{ kg:{column} kg:{column}From kg:{column}Until }} ?node ?property ?said .",
            "BIND(?said AS ?value)",
        ]
    if column == "office":
        return ["?node kg:office ?said . BIND(kg:office AS ?property) BIND(?node AS ?value)"]
    lines = [f"?node kg:{column} ?said . BIND(kg:{column} AS ?property)"]
    if column == "quantity":
        lines += _counted(form.counted)
        return [*lines, "BIND(?said AS ?value)"]
    if form.class_of == "State":
        lines.append("?said kg:actsFor? ?value . ?value a kg:State .")
    else:
        lines.append("BIND(?said AS ?value)")
        if form.class_of:
            lines.append(_CLASS_OF.get(form.class_of, f"?value a kg:{form.class_of} ."))
    named = (
        []
        if form.inclusive
        else [
            iri
            for one in form.constraints
            if column in one.roles or (form.mutual and "place" not in one.roles) or column == "party"
            for iri in one.named.iris
        ]
    )
    if named:
        iris = ", ".join(map(iri_of, dict.fromkeys(named)))
        lines.append(f"FILTER(?value NOT IN ({iris}))")
        lines.append(f"FILTER NOT EXISTS {{ ?said kg:actsFor ?own . FILTER(?own IN ({iris})) }}")
    return lines


def _counted(nouns: Sequence[str], figure: str = "?said") -> list[str]:
    """What a figure counts: one of the nouns, of which "* killed" is whoever was killed."""
    if not nouns:
        return []
    exact = [literal(noun) for noun in nouns if not noun.startswith("*")]
    tests = [f"?counted IN ({', '.join(exact)})"] if exact else []
    tests += [f"STRENDS(?counted, {literal(noun[1:])})" for noun in nouns if noun.startswith("*")]
    return [f"{figure} kg:of ?counted . FILTER({' || '.join(tests)})"]


def _time(form: QueryForm) -> list[str]:
    """The bounds of the node's time within those asked for; an office must have been held at some time between them, or
    have no dates: then the rows tell from the days of its articles."""
    time, of = form.time, form.time_of
    if time is None:
        return []
    lines = []
    if form.node == "tenure":
        lines = [
            "OPTIONAL { ?node kg:timeFrom ?from . } OPTIONAL { ?node kg:timeUntil ?until . }",
        ]
        if time.end is not None:
            lines.append(f'FILTER(!BOUND(?from) || ?from <= "{time.end.isoformat()}"^^xsd:date)')
        if time.start is not None:
            lines.append(f'FILTER(!BOUND(?until) || ?until >= "{time.start.isoformat()}"^^xsd:date)')
        return lines
    if time.start is not None:
        lines.append(f'?node kg:{of}From ?from . FILTER(?from >= "{time.start.isoformat()}"^^xsd:date)')
    if time.end is not None:
        lines.append(f'?node kg:{of}Until ?until . FILTER(?until <= "{time.end.isoformat()}"^^xsd:date)')
    return lines
