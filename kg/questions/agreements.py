"""Questions about agreements: between whom, of which kind, since when, and what they provide."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kg.model import AnswerKind, Stage
from kg.questions.agreement_names import is_of_date, label_words_of, own_words
from kg.questions.asking import asked_noun, question_verb, unopened, use_link
from kg.questions.clause import Clause
from kg.questions.form import Constraint, Named, QueryForm
from kg.questions.pieces import ANY_KIND, Pieces, Placed
from kg.questions.titles import Noun
from kg.questions.triggers import best_triggers, preposition_of
from kg.questions.words import load_questions
from kg.reading.names import NameMatcher, singular
from kg.vocabulary import Trigger, load_lexicon

_PARTY_SLOTS = ("subject", "object", "between", "with", "avec", "à", "to", "de", "of", "possessor", "adjective", "by")
CONCLUDED = ("signed", "ratified")
LASTING = ("signed", "ratified", "in force")
_POSSESSIVES = ("leur", "leurs", "son", "sa", "ses", "their", "its")
_EXCHANGED = (("instrument", "exchange", "swap", "échange", "échanger", "papers", "deposit", "déposer"),)
_AGAINST = ("contre", "against", "on", "sur", "one", "either", "party")
_PLACE_SLOTS = ("in", "at", "en", "dans")
_DATES: dict[Stage, str] = {"signed": "signed", "ratified": "ratified", "in force": "inForce"}
_DATES |= {"ended": "ended", "suspended": "suspended", "announced": "announced", "proposed": "proposed"}


@dataclass(frozen=True, slots=True)
class AgreementDeed:
    """What the question says of the agreement: that it exists, what it provides, or the stage it reaches."""

    meaning: str
    stage: Stage | None = None
    trigger: Trigger | None = None


def agreement_form(pieces: Pieces, clause: Clause) -> QueryForm | None:
    """The form of a question about agreements; ``None`` where it is about something else."""
    if not pieces.agreements:
        return _signed_what(pieces, clause)
    noun = pieces.agreements[0]
    for other in pieces.agreements[1:]:
        if other.iris or other.meaning != noun.meaning:
            pieces.text.release(range(other.first, other.last))
    provides = provisions(pieces, noun)
    deed = _deed(pieces, clause, binding=bool(provides))
    if deed is None or (deed.meaning == "state" and pieces.span is not None):
        return None  # « en vigueur en 2023 » asks for a stretch of time, not for a date
    before = preposition_of(pieces.text, noun.first)
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
        time_of="signed" if is_of_date(pieces, noun) else _DATES.get(deed.stage or "signed", "signed"),
        sources=sources,
        verb=deed.trigger.words if deed.trigger and len(deed.trigger.words) == 1 and not deed.trigger.needs else (),
    )


def _signed_what(pieces: Pieces, clause: Clause) -> QueryForm | None:
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
    deed = deed or (None if meanings else _by_verb(pieces, clause))
    if deed is None or deed.stage not in CONCLUDED or not (clause.names or deed.meaning == "instruments"):
        return None
    noun_class = asked_noun(pieces) if ask.kind == "which" else None
    if ask.kind == "which" and noun_class not in ("date", "Place"):
        return None
    when = ask.kind == "when" or noun_class == "date"
    constraints, sources = party_constraints(pieces, clause, deed)
    return QueryForm(
        node="agreement",
        wanted="agreements" if ask.kind == "what" else "date" if when else "entities",
        column=None if ask.kind == "what" else _DATES[deed.stage] if when else "place",
        constraints=constraints,
        stage=deed.stage,
        time=pieces.span,
        time_of=_DATES.get(deed.stage, "signed"),
        sources=sources,
        said=_EXCHANGED if deed.meaning == "instruments" else (),
    )


def _by_instruments(pieces: Pieces, clause: Clause) -> AgreementDeed | None:
    """« l'échange des instruments de ratification »: the stage that the noun says, whatever is done with the papers."""
    text = pieces.text
    papers = [i for i in range(len(text)) if text.is_lemma(i, text.words.instruments)]
    nominal = _by_noun(pieces) if papers else None
    if nominal is None or nominal.stage is None or clause.verb is None:
        return None
    text.use([*papers, clause.verb, *(i for at in papers for i in preposition_of(text, at))])
    return AgreementDeed("instruments", nominal.stage, nominal.trigger)


def _deed(pieces: Pieces, clause: Clause, *, binding: bool) -> AgreementDeed | None:
    """What is said of the agreement; ``None`` where the verb is none that says something of agreements."""
    text = pieces.text
    meanings = question_verb(pieces, clause.verb) if clause.verb is not None else frozenset[str]()
    verbal = None if meanings & {"provide", "happen", "tie", "bind"} else _by_verb(pieces, clause)
    nominal = _by_noun(pieces)
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
        return nominal or AgreementDeed("tie")
    return verbal


def _by_verb(pieces: Pieces, clause: Clause) -> AgreementDeed | None:
    """« a ratifié », « a mis fin à »: the stage that the verb says, before its words are taken for nouns."""
    if clause.verb is None:
        return None
    for trigger in best_triggers(pieces, clause.verb, "verb", "stage", open_object=False, reflexive=clause.reflexive):
        if not trigger.refused:
            return AgreementDeed("stage", trigger.stage, trigger)
    return None


def _is_copula(pieces: Pieces, index: int) -> bool:
    return pieces.text.is_lemma(index, pieces.text.words.be) and index not in pieces.text.used


def _by_noun(pieces: Pieces) -> AgreementDeed | None:
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


def provisions(pieces: Pieces, noun: Noun | None) -> tuple[str, ...]:
    """The keys of what the question says that an agreement provides, or of the case that it names."""
    text = pieces.text
    found = [*_cases(pieces)]
    for match in _provision_matcher(text.language).find(text.question):
        first, last = text.tokens_in(match.start, match.end)
        if first < last and text.free(first, last) and (noun is None or last <= noun.first or noun.last <= first):
            text.use([*range(first, last), *preposition_of(text, first)])
            _use_content_noun(pieces)
            found.append(match.senses[0])
    return tuple(dict.fromkeys(found))


def _cases(pieces: Pieces) -> Iterable[str]:
    """« en cas de guerre contre une des parties »: the keys, and the words for whom it is said of."""
    text = pieces.text
    for match in _case_matcher(text.language).find(text.question):
        first, last = text.tokens_in(match.start, match.end)
        if first == last or not text.free(first, last):
            continue
        text.use(range(first, last))
        at = last
        while at < len(text) and (text.is_function(at) or text.key(at) in _AGAINST):
            at += 1
        of_whom = at
        while at < len(text) and any(text.words.nouns.get(one) in ("party", "State") for one in text.lemmas(at)):
            at += 1
        if last < of_whom < at:
            text.use(range(last, at))
            text.nominal.update(range(of_whom, at))
        yield match.senses[0]


@cache
def _case_matcher(language: str) -> NameMatcher[str]:
    return NameMatcher(load_questions().words[language].cases.items())


def _use_content_noun(pieces: Pieces) -> None:
    """« une clause d'assistance »: the noun that only says that it is a provision."""
    text = pieces.text
    for at in range(len(text)):
        if at not in text.used and any(text.words.nouns.get(lemma) == "content" for lemma in text.lemmas(at)):
            text.use([at])


@cache
def _provision_matcher(language: str) -> NameMatcher[str]:
    phrases = load_lexicon().provisions(language)
    return NameMatcher(((" ".join(words), key) for words, key in phrases.items()), key=singular)


def party_constraints(
    pieces: Pieces, clause: Clause, deed: AgreementDeed
) -> tuple[tuple[Constraint, ...], tuple[Named, ...]]:
    """Whom the question names as a party, place or mediator, and those according to whom; others are free again."""
    found: list[Constraint] = []
    sources: list[Named] = []
    for placed in clause.names:
        if placed.slot == "source":
            sources.append(placed.name.named)
        elif role := _role(placed, deed) or _copular_party(placed, clause):
            roles = ("called", "place", "party") if role == "party" and _calls(pieces, placed) else (role,)
            found.append(Constraint(roles=roles, named=placed.name.named))
        else:
            pieces.text.release(range(placed.name.first, placed.name.last))
            continue
        pieces.text.use(placed.marks)
    return tuple(found), tuple(sources)


def _copular_party(placed: Placed, clause: Clause) -> str | None:
    """« Le Mali est-il partie à … », "is Mali bound by …": the subject of a clause that has no full verb."""
    return "party" if clause.verb is None and placed.slot == "" else None


def _calls(pieces: Pieces, placed: Placed) -> bool:
    """« l'accord d'Alger », "the Minsk agreement": a single city beside the noun may be what it is called after."""
    city = placed.name.sense == "capital" or placed.name.named.kind == "Place"
    beside = any(one is not placed and one.group == placed.group for one in pieces.names)
    near = any(
        placed.name.last == noun.first or noun.last <= placed.name.first <= noun.last + 1 for noun in pieces.agreements
    )
    return city and not beside and near and placed.slot in ("de", "of", "adjective")


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
        return "date", _DATES.get(deed.stage or "signed", "signed"), False, None
    if kind == "where" or noun_class == "Place":
        return "entities", "place", False, None
    if kind == "whether":
        return "boolean", None, False, None
    if kind in ("who", "whom") or noun_class in ("State", "Organisation", "Person", "party", "mediator"):
        mediates = deed.trigger is not None and ("subject",) in deed.trigger.roles.get("mediator", ())
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
