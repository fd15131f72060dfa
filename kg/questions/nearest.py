"""A form that finds nothing → the nearest thing that the graph does hold, said in words."""

from collections.abc import Iterator

from kg.model import AnswerKind, Names
from kg.questions.form import QueryForm
from kg.questions.sparql import to_sparql
from kg.questions.wording import in_words, load_wording
from kg.store import Store


def nearest(form: QueryForm, store: Store, graphs: tuple[str, ...], language: str) -> str | None:
    """What is known nearest to what was asked: names that nothing bears and those like them, else the same question
    with a condition fewer, and how much it finds. ``None`` where nothing near is known."""
    words = load_wording()[language].words
    called = [one for one in form.constraints if one.named.iris or one.named.places or "called" in one.roles]
    unknown = [one.named for one in form.constraints if one not in called]
    if unknown:
        names = ", ".join(dict.fromkeys(one.label for one in unknown))
        return words["nobody"].format(names)
    for wider in _wider(form):
        found = {str(row[0]) for row in store.query(_counting(wider, store.names, graphs)).rows}
        if found:
            return words["nearest"].format(in_words(wider, language), len(found))
    return None


def _counting(form: QueryForm, names: Names, graphs: tuple[str, ...]) -> str:
    return to_sparql(form, names, graphs)


def _wider(form: QueryForm) -> Iterator[QueryForm]:
    """The form without its time, without what narrows its kind, then of all that is said between those named."""
    plain = form.but(wanted=_whole(form), column=None, count=False, each=False, order=None, still=(), sources=())
    plain = plain.but(counted=(), figure=None, class_of=None, said=(), beside=(), quoted=())
    if form.node == "tenure":
        yield form.but(time=None, standings=())
        return
    if form.time is not None:
        yield plain.but(time=None)
    if form.stage is not None or form.provides or form.label_words or form.with_provisions or form.column:
        yield plain.but(stage=None, provides=(), label_words=(), with_provisions=False)
    bare = plain.but(stage=None, provides=(), label_words=(), noun=(), with_provisions=False, types=(), subtypes=())
    if form.constraints:
        yield bare
        yield bare.but(time=None)


def _whole(form: QueryForm) -> AnswerKind:
    return "agreements" if form.node == "agreement" else "events"
