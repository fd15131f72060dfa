"""The library of named queries over a store: what users' words mean as values, and the query with them in it."""

from collections.abc import Callable, Mapping
from datetime import date

from kg.lookup import find_entity, require_article
from kg.model import ONTOLOGY, NamedQuery, Parameter, QueryError, concept_name
from kg.model.named_query import KNOWN_VALUES, ParameterKind
from kg.store import PREFIXES, Store, Term, bind, is_iri


def named_query(name: str) -> NamedQuery:
    """The query of the library that is called ``name``; QueryError, with what is near, where there is none."""
    from kg.vocabulary.queries import load_queries

    queries = load_queries()
    if name in queries:
        return queries[name]
    from difflib import get_close_matches

    near = get_close_matches(name, queries, n=1)
    hint = f"did you mean {near[0]}?" if near else f"use one of {', '.join(queries)}"
    raise QueryError(f"no query is called {name!r}; {hint}")


def bound(store: Store, query: NamedQuery, values: Mapping[str, str], language: str) -> str:
    """The SPARQL of ``query`` with ``values`` (users' words by parameter) in it; labels are shown in ``language``.

    QueryError for a value that is missing, unknown or of another kind, UnknownEntityError for a name of nothing.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    if wrong := sorted(set(values) - set(known)):
        has = f"it has {', '.join(known)}" if known else "it has none"
        raise QueryError(f"{query.name} has no parameter {wrong[0]!r}; {has}")
    terms = _known_values(store, language)
    for name, parameter in known.items():
        words = values.get(name, parameter.default)
        if words is None:
            raise QueryError(f"{query.name} needs {name} ({parameter.description['en']}); give --param {name}=…")
        terms[name] = _term(store, parameter, words)
    return bind(query.sparql, terms)


def _known_values(store: Store, language: str) -> dict[str, Term]:
    graphs = [name for name in KNOWN_VALUES if name != "language"]
    return {
        "language": Term("literal", language),
        **{graph: Term("iri", store.names.graph(graph)) for graph in graphs},
    }


def _term(store: Store, parameter: Parameter, words: str) -> Term:
    return _KINDS[parameter.kind](store, words)


def _entity(store: Store, words: str) -> Term:
    return Term("iri", find_entity(store, words).id)


def _type(category: str, what: str) -> Callable[[Store, str], Term]:
    def term(_store: Store, words: str) -> Term:
        from kg.vocabulary import fold, load_lexicon

        infos = [info for info in load_lexicon().types.values() if info.category == category]
        for info in infos:
            if fold(words) in map(fold, (info.name, *info.label.values())):
                return Term("iri", ONTOLOGY + concept_name(info.name))
        raise QueryError(f"{words!r} is no {what}; use one of {', '.join(info.name for info in infos)}")

    return term


def _date(_store: Store, words: str) -> Term:
    try:
        return Term("literal", date.fromisoformat(words).isoformat(), PREFIXES["xsd"] + "date")
    except ValueError as error:
        raise QueryError(f"{words!r} is no date; write 2025-06-19") from error


def _article(store: Store, words: str) -> Term:
    require_article(store, words)
    return Term("iri", store.names.article(words))


def _text(_store: Store, words: str) -> Term:
    return Term("literal", words)


def _iri(_store: Store, words: str) -> Term:
    if not is_iri(words):
        raise QueryError(f"{words!r} is no absolute IRI; write it whole, as kg facts prints it")
    return Term("iri", words)


_KINDS: Mapping[ParameterKind, Callable[[Store, str], Term]] = {
    "entity": _entity,
    "event type": _type("event", "event type"),
    "agreement kind": _type("agreement", "kind of agreement"),
    "date": _date,
    "article": _article,
    "text": _text,
    "iri": _iri,
}
