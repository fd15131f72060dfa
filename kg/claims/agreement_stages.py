"""How an agreement stands by what some of its passages say: stage, dates, modality and source."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kg.claims.agreement_acts import STAGES, Act
from kg.claims.agreement_clusters import Agreement
from kg.claims.agreement_mentions import AgreementMention
from kg.claims.modality import Judgement
from kg.model import Entity, Modality, Stage, TimeSpan

_POSITIVE: tuple[Modality, ...] = ("asserted", "reported")
_LONG_AGO = 60  # days after which a deal that was struck counts as concluded
_ORDER: tuple[Modality, ...] = (*_POSITIVE, "denied", "planned", "possible")


@dataclass(frozen=True, slots=True)
class Standing:
    """What is said of an agreement; ``act`` is the act that says so, ``None`` where it is only named."""

    act: Act | None
    modality: Modality
    attribution: tuple[Entity, ...]
    stage: Stage | None
    signed: TimeSpan | None
    in_force: TimeSpan | None
    ended: TimeSpan | None


def standing(agreement: Agreement, mentions: Sequence[AgreementMention]) -> Standing:
    """How ``agreement`` stands by ``mentions`` of it; where it came about, with the latest stage and dates of all."""
    act = main_act(mentions, _may_presuppose(mentions))
    judgement = act.judgement if act else mentions[0].judgement
    modality = act.modality if act else _of_bare(mentions, judgement)
    whole = modality in _POSITIVE
    acts = [a for a in (agreement.acts if whole else _acts(mentions)) if a.modality != "denied" and not a.is_extension]
    return Standing(
        act=act,
        modality=modality,
        attribution=judgement.attribution,
        stage=_stage(agreement, act, modality),
        signed=_signed(agreement, mentions, acts) if modality != "denied" else None,
        in_force=_time(acts, "in force"),
        ended=_time([act for act in acts if act.modality != "possible"], "ended"),
    )


def main_act(mentions: Iterable[AgreementMention], without_presupposing: bool = False) -> Act | None:
    """The act that says most surely how the agreement stands, if wanted of those alone that bear on whether it does."""
    acts = [act for act in _plain(_acts(mentions)) if not (without_presupposing and act.presupposes)]
    return min(acts, key=_rank, default=None)


def signed_before(mention: AgreementMention) -> Act | None:
    """The dated signature of an agreement that is said to have ended since: « la fin du pacte signé en 2015 »."""
    main = main_act([mention])
    if main is None or main.stage != "ended" or main.modality not in _POSITIVE:
        return None
    signed = [act for act in mention.acts if act.stage == "signed" and act.time and act.modality in _POSITIVE]
    return min(_plain(signed), key=_rank, default=None)


def _may_presuppose(mentions: Sequence[AgreementMention]) -> bool:
    """Whether what is said of a later stage takes the agreement as given: "will keep a truce" does not."""
    return any(m.definite or m.time or any(a.stage in ("suspended", "ended") for a in m.acts) for m in mentions)


def _rank(act: Act) -> tuple[int, int]:
    """The surest first; of what came about the latest, of what did not the earliest."""
    stage = STAGES.index(act.stage)
    return _ORDER.index(act.modality), stage if act.modality == "denied" else -stage


def news(mentions: Iterable[AgreementMention]) -> set[tuple[Stage, bool]]:
    """The stages that are plainly said to be reached (``True``) or refused (``False``)."""
    return {
        (act.stage, act.modality in _POSITIVE)
        for act in _acts(mentions)
        if act.modality in (*_POSITIVE, "denied") and act.is_plain
        if act.stage not in ("proposed", "in force") or act.time or act.modality == "denied"
    }


def _acts(mentions: Iterable[AgreementMention]) -> list[Act]:
    return [act for mention in mentions for act in mention.acts if not act.is_extension]


def _plain(acts: Iterable[Act]) -> list[Act]:
    """The acts that leave no doubt about the stage; all where none does."""
    acts = list(acts)
    return [act for act in acts if act.is_plain] or acts


def _of_bare(mentions: Sequence[AgreementMention], judgement: Judgement) -> Modality:
    """The modality where the agreement is only named: whatever is planned or denied beside it, it is there.

    But for one that somebody denies without its being known: « nie tout accord avec l'Iran ».
    """
    if any(m.lacking for m in mentions) or (_is_denied(judgement) and not any(m.definite for m in mentions)):
        return "denied"
    return judgement.modality if judgement.modality in _POSITIVE else "asserted"


def _is_denied(judgement: Judgement) -> bool:
    return any(cue.kind == "governor" and cue.modality == "denied" for cue in judgement.cues)


def _stage(agreement: Agreement, act: Act | None, modality: Modality) -> Stage | None:
    if act is None and modality == "denied":
        return "proposed"
    if modality not in _POSITIVE:
        return act.stage if act else None
    reached = [a.stage for a in _plain(a for a in _acts(agreement.mentions) if a.modality == modality)]
    if {*reached} <= {"signed", "proposed"} and any(m.under for m in agreement.mentions):
        return "in force"
    return max(reached, key=STAGES.index, default=None)


def stage_now(agreement: Agreement, said: Standing, published: date | None) -> Stage | None:
    """The stage as of the day of publication; a deal that was struck long ago was concluded by then."""
    since = said.signed.end if said.signed else None
    is_old = bool(published and since and (published - since).days > _LONG_AGO)
    is_struck = said.act is not None and not (said.act.is_made_known or agreement.is_news)
    if is_old and is_struck and said.stage == "announced" and said.modality == "asserted":
        return "signed"
    return said.stage


def _signed(agreement: Agreement, mentions: Sequence[AgreementMention], acts: Sequence[Act]) -> TimeSpan | None:
    """When it was signed or reached, as an act says or the noun itself (« le traité de 1961 »)."""
    reached = {a.modality in _POSITIVE for a in acts}
    acts = [a for a in acts if a.modality in _POSITIVE or not any(reached)]
    said = _time(acts, "signed")
    named = next((m.time.span for m in (*mentions, *agreement.mentions) if m.time), None)
    return said or named or _time(acts, "announced")


def _time(acts: Sequence[Act], stage: Stage) -> TimeSpan | None:
    times = [act.time.span for act in acts if act.stage == stage and act.time and act.begins]
    return min(times, key=_width, default=None)


def _width(span: TimeSpan) -> int:
    return (span.end - span.start).days if span.start and span.end else 10**6
