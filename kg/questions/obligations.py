"""Questions about what binds states, whichever agreement says so: "are they bound to defend each other?"."""

from kg.questions.agreements import LASTING, AgreementDeed, party_constraints
from kg.questions.asking import question_verb, unopened
from kg.questions.clause import Clause
from kg.questions.form import QueryForm
from kg.questions.pieces import Pieces
from kg.questions.provisions import provisions

_BINDING = frozenset({"tie", "bind"})


def obligation_form(pieces: Pieces, clause: Clause) -> QueryForm | None:
    """The form of a question that names a provision and whom it binds, but no agreement; else ``None``."""
    if pieces.agreements or clause.verb is None or not question_verb(pieces, clause.verb) & _BINDING:
        return None
    provides = provisions(pieces, None)
    kind = pieces.ask.kind if pieces.ask else unopened(pieces, clause)
    if not provides or kind not in ("who", "whether"):
        return None
    pieces.text.use([clause.verb])
    constraints, sources = party_constraints(pieces, clause, AgreementDeed("tie"))
    return QueryForm(
        node="agreement",
        wanted="boolean" if kind == "whether" else "entities",
        column=None if kind == "whether" else "party",
        constraints=constraints,
        provides=provides,
        time=pieces.span,
        time_of="signed",
        sources=sources,
        still=LASTING if kind == "whether" else (),
    )
