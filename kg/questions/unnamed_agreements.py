"""Questions about what is signed or ratified, without a word for the agreement."""

from kg.questions.agreements import STAGE_DATES, AgreementDeed, party_constraints, stage_by_noun, stage_by_verb
from kg.questions.asking import asked_noun, question_verb
from kg.questions.clause import Clause
from kg.questions.form import QueryForm
from kg.questions.pieces import Pieces
from kg.questions.triggers import preposition_of

_CONCLUDED = ("signed", "ratified")
_EXCHANGED = (("instrument", "exchange", "swap", "échange", "échanger", "papers", "deposit", "déposer"),)


def unnamed_form(pieces: Pieces, clause: Clause) -> QueryForm | None:
    """« Qu'ont signé A et B ? », "when did A finish ratifying?", "where were the ratification papers exchanged?":
    what is signed or ratified is an agreement, named or not."""
    ask = pieces.ask
    if (
        ask is None
        or ask.kind not in ("what", "when", "where", "which")
        or (ask.kind == "what" and clause.asked != "object")
    ):
        return None
    if clause.verb is None:
        return None
    meanings = question_verb(pieces, clause.verb)
    deed = None if ask.kind == "what" or meanings - {"happen"} else _by_instruments(pieces, clause)
    deed = deed or (None if meanings else stage_by_verb(pieces, clause))
    if deed is None or deed.stage not in _CONCLUDED or not (clause.names or deed.meaning == "instruments"):
        return None
    noun_class = asked_noun(pieces) if ask.kind == "which" else None
    if ask.kind == "which" and noun_class not in ("date", "Place"):
        return None
    when = ask.kind == "when" or noun_class == "date"
    constraints, sources = party_constraints(pieces, clause, deed)
    return QueryForm(
        node="agreement",
        wanted="agreements" if ask.kind == "what" else "date" if when else "entities",
        column=None if ask.kind == "what" else STAGE_DATES[deed.stage] if when else "place",
        constraints=constraints,
        stage=deed.stage,
        time=pieces.span,
        time_of=STAGE_DATES.get(deed.stage, "signed"),
        sources=sources,
        said=_EXCHANGED if deed.meaning == "instruments" else (),
    )


def _by_instruments(pieces: Pieces, clause: Clause) -> AgreementDeed | None:
    """« l'échange des instruments de ratification »: the stage that the noun says, whatever is done with the papers."""
    text = pieces.text
    papers = [i for i in range(len(text)) if text.is_lemma(i, text.words.instruments)]
    nominal = stage_by_noun(pieces) if papers else None
    if nominal is None or nominal.stage is None or clause.verb is None:
        return None
    text.use([*papers, clause.verb, *(i for at in papers for i in preposition_of(text, at))])
    return AgreementDeed("instruments", nominal.stage, nominal.trigger)
