"""A form that finds nothing → forms that answer the same question from other facts."""

from collections.abc import Iterator

from kg.questions.form import Constraint, QueryForm

_REFUSABLE = ("signed", "ratified")


def refusal_to(form: QueryForm) -> QueryForm | None:
    """Where a question is whether two parties signed (or ratified) an agreement: that one of them refused to.

    ``None`` for any other question. What is found answers no.
    """
    parties = [one for one in form.constraints if one.roles == ("party",)]
    asked = (form.node, form.wanted) == ("agreement", "boolean") and form.stage in _REFUSABLE and not form.sources
    if not asked or form.stage is None or len(parties) != 2 or len(form.constraints) != 2:
        return None
    roles = ("actor", "target")
    return QueryForm(
        node="event",
        wanted="boolean",
        types=("REJECT",),
        subtypes=(form.stage,),
        constraints=tuple(Constraint(roles=(role,), named=one.named) for role, one in zip(roles, parties, strict=True)),
        mutual=True,
        time=form.time,
        against=True,
    )


def unsigned(form: QueryForm) -> QueryForm:
    """The same agreements at whatever stage: what is refused must have been on the table."""
    return form.but(stage=None, time=None)


def alternatives(form: QueryForm) -> Iterator[tuple[QueryForm, QueryForm | None]]:
    """Each other form with what must be found too for it to answer (``None`` where nothing must)."""
    refusal = refusal_to(form)
    if refusal is not None:
        yield refusal, unsigned(form)
