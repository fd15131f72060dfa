"""Questions about what sources contradict each other on: « qu'est-ce qui est contesté entre A et B ? »."""

from kg.model import AnswerKind
from kg.questions.asking import asked_noun
from kg.questions.clause import Clause
from kg.questions.form import Constraint, Node, QueryForm
from kg.questions.pieces import Pieces

_ROLES: dict[Node, tuple[str, ...]] = {
    "event": ("actor", "target", "place"),
    "agreement": ("party",),
    "tenure": ("of", "holder"),
}
_WANTED: dict[Node, AnswerKind] = {"event": "events", "agreement": "agreements", "tenure": "entities"}
_ASKED = ("what", "who", "which", "show", "exists")


def dispute_form(pieces: Pieces, clause: Clause) -> QueryForm | None:
    """The form of a question about disputed facts, of events where it says of nothing else; else ``None``."""
    text = pieces.text
    words = [i for i in range(len(text)) if i not in text.used and text.is_lemma(i, text.words.disputed)]
    copular = clause.verb is None or clause.verb in words
    if not words or not copular or (pieces.ask is not None and pieces.ask.kind not in _ASKED):
        return None
    noun = asked_noun(pieces)
    if noun not in (None, "event", "office"):
        return None
    text.use(words)
    node: Node = "agreement" if pieces.agreements else "tenure" if noun == "office" or pieces.offices else "event"
    text.use(i for one in (*pieces.agreements, *pieces.offices) for i in range(one.first, one.last))
    for placed in pieces.names:
        text.use(placed.marks)
    return QueryForm(
        node=node,
        wanted=_WANTED[node],
        column="holder" if node == "tenure" else None,
        constraints=tuple(Constraint(roles=_ROLES[node], named=one.name.named) for one in pieces.names),
        titles=tuple(one.meaning for one in pieces.offices) if node == "tenure" else (),
        time=pieces.span,
        disputed=True,
    )
