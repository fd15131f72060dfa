"""An explanation in words, for the terminal and for the page alike."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Claim, Dating, Entity, Evidence, Explanation, Figure, Filling, Grounds, Idle, Naming, Title
from kg.views.explanation_words import CLAIM_KINDS, CUES, LABELS, REASONS, ROLES, SENSES
from kg.views.phrases import clean, name_of, plain_words, span_words
from kg.views.words import KINDS, MODALITIES, Wording, day, word


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that is told: what it is, in what words, and the passages of the article that it rests on."""

    label: str
    text: str
    words: tuple[Evidence, ...] = ()
    note: str = ""


def label(name: str, words: Wording) -> str:
    """What a part of an explanation is called."""
    return word(LABELS, name, words.language)


def heading(explanation: Explanation) -> str:
    """The title of the article, else its id."""
    info = explanation.article.info
    return clean(info.title or info.id, 200)


def source(explanation: Explanation, words: Wording) -> str:
    """Who published the article and when, and its id: what is known of it."""
    info = explanation.article.info
    published = day(info.published, words.language) if info.published else None
    return " · ".join(clean(part) for part in (info.publisher, published, info.id, info.language) if part)


def entity_words(entity: Entity, words: Wording) -> str:
    """An entity with its class and, where it is no state itself, whom it acts for."""
    state = words.name(entity.acts_for) or entity.acts_for if entity.acts_for and not entity.iso3 else None
    parts = [word(KINDS, entity.kind, words.language), f"{label('acts_for', words)} {state}" if state else ""]
    return f"{name_of(entity, words)} ({', '.join(filter(None, parts))})"


def naming_line(naming: Naming, words: Wording) -> Line:
    """For whom a name was taken, and how it names them."""
    return Line(
        label=word(SENSES, naming.sense, words.language), text=entity_words(naming.entity, words), words=(naming.words,)
    )


def title_line(title: Title, words: Wording) -> Line:
    """An office as the passage names it: whose, of what, and how it is held."""
    parts = [words.office(title.office)]
    if title.of:
        parts.append(f"{word(ROLES, 'of', words.language)} {name_of(title.of, words)}")
    holder = f": {name_of(title.holder, words)}" if title.holder else ""
    return Line(
        label=word(CLAIM_KINDS, "office", words.language),
        text=clean(" ".join(parts) + holder),
        words=(title.words,),
        note=words.value(title.standing),
    )


def dating_line(dating: Dating, words: Wording) -> Line:
    """The days that an expression of time means."""
    return Line(
        label=label("time", words), text=span_words(dating.span, words.language), words=(dating.words,),
        note=_days(dating),
    )  # fmt: skip


def _days(dating: Dating) -> str:
    span = dating.span
    return "/".join(dict.fromkeys(bound.isoformat() if bound else ".." for bound in (span.start, span.end)))


def figure_line(figure: Figure, words: Wording) -> Line:
    """A figure with what it counts."""
    return Line(
        label=label("figures", words), text=clean(plain_words(figure.quantity.to_json(), words)), words=(figure.words,)
    )


def claim_title(claim: Claim, words: Wording) -> str:
    """What a claim is, in short: « sanction », "defence pact (treaty)", "president"."""
    if claim.kind == "office":
        return clean(words.office(claim.office or claim.type))
    type = words.type(claim.type)
    finer = words.finer(claim.subtype) if claim.subtype else ""
    if claim.label:
        return clean(f"{claim.label} ({type})")
    return clean(f"{type}: {finer}" if finer else type)


def kind_words(claim: Claim, words: Wording) -> str:
    """What kind of claim it is."""
    return word(CLAIM_KINDS, claim.kind, words.language)


def short(entity: Entity, words: Wording) -> str:
    """An entity in a word or two: the code of a state, else its class and the code of whom it acts for."""
    whom = (entity.acts_for or "").rpartition("/")[2]
    return entity.iso3 or " ".join(filter(None, (word(KINDS, entity.kind, words.language), whom)))


def claim_lines(grounds: Grounds, words: Wording) -> Iterator[Line]:
    """What a claim says, line by line, each with the words that it rests on; nothing where there is no claim."""
    yield from role_lines(grounds, words)
    claim = grounds.claim
    if claim is None:
        return
    spans = (("time", claim.time), ("in_force", claim.in_force), ("ended", claim.ended), ("scene", claim.scene))
    for name, span in spans:
        if span is not None:
            at = (grounds.time,) if grounds.time else ()
            yield Line(label=label(name, words), text=span_words(span, words.language), words=at)
    if claim.stage:
        yield Line(label=label("stage", words), text=words.value(claim.stage))
    if claim.standing:
        yield Line(label=label("standing", words), text=words.value(claim.standing))
    if claim.provides:
        yield Line(label=label("provides", words), text=", ".join(map(words.provision, claim.provides)))
    for place, quantity in enumerate(claim.quantities):
        text = clean(plain_words(quantity.to_json(), words))
        yield Line(label=label("quantities", words), text=text, words=grounds.figures[place : place + 1])
    yield from _how(grounds, claim, words)


def role_lines(grounds: Grounds, words: Wording) -> Iterator[Line]:
    """Who fills which role, and by which words; those of one role in one line where they are named alike."""
    alike: dict[tuple[str, str], list[Filling]] = {}
    for filling in grounds.fillings:
        note = "inferred" if filling.words and filling.inferred else "" if filling.words else "context"
        alike.setdefault((filling.role, note), []).append(filling)
    for (role, note), fillings in alike.items():
        yield Line(
            label=word(ROLES, role, words.language),
            text=", ".join(name_of(filling.entity, words) for filling in fillings),
            words=tuple(dict.fromkeys(filling.words for filling in fillings if filling.words)),
            note=label(note, words) if note else "",
        )


def _how(grounds: Grounds, claim: Claim, words: Wording) -> Iterator[Line]:
    """The modality with the cues that made it so, and who is credited."""
    telling = [cue for cue in grounds.cues if cue.modality == claim.modality]
    if telling:
        yield Line(
            label=label("how", words),
            text=word(MODALITIES, claim.modality, words.language),
            words=tuple(cue.words for cue in telling),
            note=", ".join(dict.fromkeys(word(CUES, cue.kind, words.language) for cue in telling)),
        )
    if claim.attribution:
        said = tuple(cue.words for cue in grounds.cues if cue.kind in ("saying", "source"))
        names = ", ".join(name_of(entity, words) for entity in claim.attribution)
        yield Line(label=label("by", words), text=names, words=said)


def why_not(grounds: Grounds, words: Wording) -> str:
    """Why words gave no claim."""
    text = word(REASONS, grounds.reason or "", words.language)
    if grounds.reason == "unsure" and grounds.confidence is not None:
        text += f" ({grounds.confidence:.2f})"
    return text


def reported(grounds: Grounds, words: Wording) -> str:
    """What the rule of the words reports: a type in words, or the stage of an agreement."""
    told = clean(words.value(words.type(grounds.rule.type)))
    return f"{label('stage', words)}: {told}" if grounds.rule.id.startswith("stage:") else told


def idle_words(idle: Idle, words: Wording) -> str:
    """The entries whose conditions are not met, by type."""
    return ", ".join(dict.fromkeys(clean(words.value(words.type(rule.type))) for rule in idle.rules))
