"""Questions about agreements: between whom, of which kind, since when, and what they provide."""

from dataclasses import dataclass

from kg.model import AnswerKind
from kg.questions.agreement_names import is_of_date, label_words_of, own_words, phrase_start, signers
from kg.questions.asking import asked_noun, question_verb, unopened, use_link
from kg.questions.clause import Clause
from kg.questions.form import Constraint, Named, QueryForm
from kg.questions.pieces import ANY_KIND, Pieces
from kg.questions.placing import Placed
from kg.questions.provisions import provisions
from kg.questions.text import Text
from kg.questions.titles import Noun
from kg.questions.triggers import best_triggers, preposition_of
from kg.vocabulary import Trigger, load_gazetteer

_PARTY_SLOTS = ("subject", "object", "between", "with", "avec", "à", "to", "de", "of", "possessor", "adjective", "by")
LASTING = ("signed", "ratified", "in force")
_POSSESSIVES = ("leur", "leurs", "son", "sa", "ses", "their", "its")
_PLACE_SLOTS = ("in", "at", "en", "dans")
STAGE_DATES: dict[str, str] = {"signed": "signed", "ratified": "ratified", "in force": "inForce"}
STAGE_DATES |= {
    "agreed": "signed",
    "ended": "ended",
    "suspended": "suspended",
    "announced": "announced",
    "proposed": "proposed",
}


@dataclass(frozen=True, slots=True)
class AgreementDeed:
    """What the question says of the agreement: that it exists, what it provides, or the stage it reaches."""

    meaning: str
    stage: str | None = None
    trigger: Trigger | None = None
    negotiates: bool = False


def agreement_form(pieces: Pieces, clause: Clause) -> QueryForm | None:
    """The form of a question about agreements; ``None`` where it is about something else."""
    if not pieces.agreements:
        return None
    noun = pieces.agreements[0]
    for other in pieces.agreements[1:]:
        if other.iris or other.meaning != noun.meaning:
            pieces.text.release(range(other.first, other.last))
    provides = provisions(pieces, noun)
    deed = _deed(pieces, clause, binding=bool(provides))
    if deed is None or (deed.meaning == "state" and pieces.span is not None):
        return None  # « en vigueur en 2023 » asks for a stretch of time, not for a date
    before = preposition_of(pieces.text, phrase_start(pieces, noun))
    if deed.meaning == "exist" and any(pieces.text.key(index) in ("dans", "in") for index in before):
        deed = AgreementDeed("provide")
    pieces.text.use([*before, *range(noun.first, noun.last)])
    if noun.first and clause.names and pieces.text.key(noun.first - 1) in _POSSESSIVES:
        pieces.text.use([noun.first - 1])
    constraints, sources = party_constraints(pieces, clause, deed)
    wanted, column, count, class_of = _wanted(pieces, clause, deed, noun)
    content = deed.meaning == "provide" and not provides
    stage = deed.stage if column != "mediator" else None
    if pieces.still and wanted != "boolean":
        return None
    still = (("in force",) if stage == "in force" else LASTING) if pieces.still else ()
    label_words = label_words_of(pieces, noun)
    parties = sum("party" in one.roles for one in constraints)
    return QueryForm(
        each=pieces.each and column == "party" and parties > 1 and not count,
        node="agreement",
        wanted=wanted,
        column=column,
        count=count,
        class_of=class_of if class_of != "party" else None,
        inclusive=class_of == "party",
        types=() if noun.meaning == ANY_KIND else (noun.meaning,),
        constraints=constraints,
        stage=None if still else stage,
        nodes=noun.iris,
        still=still,
        provides=provides,
        with_provisions=content,
        label_words=label_words,
        noun=own_words(pieces, noun) if label_words or noun.last - noun.first > 1 else (),
        time=pieces.span,
        time_of="signed" if is_of_date(pieces, noun) else STAGE_DATES.get(deed.stage or "signed", "signed"),
        sources=sources,
        said=signers(constraints) if wanted == "boolean" else (),
        verb=deed.trigger.words if deed.trigger and len(deed.trigger.words) == 1 and not deed.trigger.needs else (),
    )


def _deed(pieces: Pieces, clause: Clause, *, binding: bool) -> AgreementDeed | None:
    """What is said of the agreement; ``None`` where the verb is none that says something of agreements."""
    text = pieces.text
    meanings = question_verb(pieces, clause.verb) if clause.verb is not None else frozenset[str]()
    passed = meanings == {"happen"} and _asks_for(pieces) and not clause.reflexive  # « l'accord que A a passé avec B »
    verbal = None if meanings & {"provide", "happen", "tie", "bind"} and not passed else stage_by_verb(pieces, clause)
    nominal = stage_by_noun(pieces)
    if clause.verb is None:
        copular = [
            i
            for i in range(len(text))
            if (text.is_lemma(i, text.words.be) and not text.is_function(i)) or _is_copula(pieces, i)
        ]
        for index in copular:
            for trigger in best_triggers(pieces, index, "verb", "stage", open_object=False, reflexive=False):
                return AgreementDeed("state", trigger.stage, trigger)
        return nominal or AgreementDeed("exist")
    if "provide" in meanings:
        return AgreementDeed("provide")
    if "happen" in meanings and nominal is not None:
        return nominal
    if "bind" in meanings and binding and clause.verb is not None:
        pieces.text.use([clause.verb])
        return AgreementDeed("tie")
    if "tie" in meanings:
        _use_relations(text)
        return nominal or AgreementDeed("tie")
    return verbal


def _asks_for(pieces: Pieces) -> bool:
    """Whether the noun of the opening is the agreement, which those named do something with."""
    noun = pieces.ask.noun if pieces.ask else None
    asked = noun is not None and any(one.first <= noun < one.last for one in pieces.agreements)
    return asked and any(one.slot in ("", "avec", "with", "by") for one in pieces.names)


def _use_relations(text: Text) -> None:
    """« régir les relations entre A et B »: the noun says nothing beside the verb."""
    for index in range(len(text)):
        if index not in text.used and any(text.words.nouns.get(one) == "relation" for one in text.lemmas(index)):
            text.use([index])


def stage_by_verb(pieces: Pieces, clause: Clause) -> AgreementDeed | None:
    """« a ratifié », « a mis fin à »: the stage that the verb says, before its words are taken for nouns."""
    if clause.verb is None:
        return None
    negotiates = any("negotiate" in pieces.text.words.verbs.get((one,), ()) for one in pieces.text.lemmas(clause.verb))
    for trigger in best_triggers(pieces, clause.verb, "verb", "stage", open_object=False, reflexive=clause.reflexive):
        if not trigger.refused:
            return AgreementDeed("stage", _stage_said(trigger), trigger, negotiates)
    return None


def _stage_said(trigger: Trigger) -> str | None:
    """The stage; "agreed" where the words say that one was reached, not that it was made known."""
    reached = trigger.stage == "announced" and trigger.subtype is None
    return "agreed" if reached else trigger.stage


def _is_copula(pieces: Pieces, index: int) -> bool:
    return pieces.text.is_lemma(index, pieces.text.words.be) and index not in pieces.text.used


def stage_by_noun(pieces: Pieces) -> AgreementDeed | None:
    """« la signature du traité », "the entry into force of the treaty", « les clauses de l'accord »."""
    text = pieces.text
    for index in range(len(text)):
        if index in text.used or index in text.nominal or text.tokens[index].pos not in ("NOUN", "PROPN", "ADJ"):
            continue
        if any(text.words.nouns.get(lemma) == "content" for lemma in text.lemmas(index)):
            text.use([index, *preposition_of(text, index)])
            use_link(pieces, index)
            return AgreementDeed("provide")
        for trigger in best_triggers(pieces, index, "noun", "stage", open_object=False, reflexive=False):
            text.use(preposition_of(text, index))
            use_link(pieces, index)
            return AgreementDeed("stage", trigger.stage, trigger)
    return None


def party_constraints(
    pieces: Pieces, clause: Clause, deed: AgreementDeed
) -> tuple[tuple[Constraint, ...], tuple[Named, ...]]:
    """Whom the question names as a party, place or mediator, and those according to whom; others are free again."""
    found: list[Constraint] = []
    sources: list[Named] = []
    _use_signing(pieces, clause)
    for placed in clause.names:
        if placed.slot == "source":
            sources.append(placed.name.named)
        elif role := _role(placed, deed) or _copular_party(placed, clause):
            roles = _wider(role, placed, pieces)
            found.append(Constraint(roles=roles, named=placed.name.named))
        else:
            pieces.text.release(range(placed.name.first, placed.name.last))
            continue
        pieces.text.use(placed.marks)
    return tuple(found), tuple(sources)


def _wider(role: str, placed: Placed, pieces: Pieces) -> tuple[str, ...]:
    """The roles that a party of the question may fill in the graph: a city names the agreement, a state may be where it
    holds."""
    if role != "party":
        return (role,)
    if calls_agreement(pieces, placed):
        return ("called", "place", "party")
    return ("place", "party") if _is_where(placed) else ("party",)


def _is_where(placed: Placed) -> bool:
    """« le cessez-le-feu au Soudan », "the truce in Gaza": where it holds, whoever concluded it."""
    return placed.slot in (*_PLACE_SLOTS, "à") and placed.name.named.kind == "State"


def _use_signing(pieces: Pieces, clause: Clause) -> None:
    """« les présidents de A et de B », "Kenya's foreign minister": whoever signs for a state that is named."""
    text = pieces.text
    titles = {word for phrase in load_gazetteer().offices(text.language) for word in phrase.lower().split()[:1]}
    for placed in clause.names:
        beside = [*range(max(0, placed.name.first - 3), placed.name.first), *range(placed.name.last, len(text))[:2]]
        owner = placed.slot in ("de", "of", "possessor", "adjective") and placed.name.named.acting
        text.use(
            i
            for i in beside
            if owner and i not in text.used and (text.is_lemma(i, text.words.bodies) or text.is_lemma(i, titles))
        )


def _copular_party(placed: Placed, clause: Clause) -> str | None:
    """« Le Mali est-il partie à … », "is Mali bound by …": the subject of a clause that has no full verb."""
    return "party" if clause.verb is None and placed.slot == "" else None


def calls_agreement(pieces: Pieces, placed: Placed) -> bool:
    """« l'accord d'Alger », "the Minsk agreement": a single city beside the noun may be what it is called after."""
    city = placed.name.sense == "capital" or placed.name.named.kind == "Place"
    beside = any(one.name is not placed.name and one.group == placed.group for one in pieces.names)
    near = any(
        placed.name.last == noun.first or noun.last <= placed.name.first <= noun.last + 1 for noun in pieces.agreements
    )
    known = placed.name.named.kind != ""
    return (city or not known) and not beside and near and placed.slot in ("de", "of", "adjective")


def _role(placed: Placed, deed: AgreementDeed) -> str | None:
    kind, slot = placed.name.named.kind, placed.slot
    city = placed.name.sense in ("capital", "seat") or kind == "Place"
    if slot in _PLACE_SLOTS or (slot == "à" and city and deed.meaning != "tie"):
        return "place"
    if deed.trigger and slot == "subject" and ("subject",) in deed.trigger.roles.get("mediator", ()):
        return "mediator"
    return "party" if slot in _PARTY_SLOTS else None


def _wanted(
    pieces: Pieces, clause: Clause, deed: AgreementDeed, noun: Noun
) -> tuple[AnswerKind, str | None, bool, str | None]:
    """The kind of the answer, the property asked for, whether to count, and the class of the values."""
    ask, text = pieces.ask, pieces.text
    kind = ask.kind if ask else unopened(pieces, clause)
    own = ask is not None and ask.noun is not None and noun.first <= ask.noun < noun.last
    noun_class = None if own else asked_noun(pieces) or _party_noun(pieces)
    if kind == "when" or noun_class == "date":
        return "date", STAGE_DATES.get(deed.stage or "signed", "signed"), False, None
    if kind == "where" or noun_class == "Place":
        return "entities", "place", False, None
    if kind == "whether":
        return "boolean", None, False, None
    if kind in ("who", "whom") or noun_class in ("State", "Organisation", "Person", "party", "mediator"):
        mediates = deed.negotiates or (
            deed.trigger is not None and ("subject",) in deed.trigger.roles.get("mediator", ())
        )
        column = "mediator" if noun_class == "mediator" or (mediates and clause.asked == "subject") else "party"
        class_of = noun_class if noun_class in ("State", "Organisation", "Person", "party") else None
        return ("number" if kind == "how many" else "entities"), column, kind == "how many", class_of
    if kind == "how many" and ask is not None and ask.noun is not None and noun.first <= ask.noun < noun.last:
        return "number", None, True, None
    if kind == "how many":
        text.used.discard(ask.noun if ask and ask.noun is not None else -1)
    return "agreements", None, False, None


def _party_noun(pieces: Pieces) -> str | None:
    """« Qui sont les signataires », "who are the parties": what the noun asks for."""
    text = pieces.text
    for index in range(len(text)):
        if index in text.nominal or text.tokens[index].pos not in ("NOUN", "PROPN", "ADJ"):
            continue
        for lemma in text.lemmas(index):
            if text.words.nouns.get(lemma) in ("party", "mediator"):
                text.use([index])
                use_link(pieces, index)
                return text.words.nouns[lemma]
    return None
