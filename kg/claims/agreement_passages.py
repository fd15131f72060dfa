"""Which passages of an article a claim on an agreement rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.claims.agreement_clusters import Agreement
from kg.claims.agreement_mentions import AgreementMention
from kg.claims.agreement_stages import news
from kg.model import Sentence

_WEIGHTS = {"asserted": 1.0, "reported": 0.9, "denied": 0.8, "planned": 0.5, "possible": 0.4}
_OF_STAGE = {"signed": 3.0, "announced": 2.0, "ratified": 2.0, "in force": 1.0, "suspended": 2.0, "ended": 2.0}
_LONGEST = 4  # sentences of one passage


@dataclass(frozen=True, slots=True)
class Passages:
    """The passage that says most of an agreement, and those that add a stage to it."""

    main: tuple[AgreementMention, ...]
    others: tuple[tuple[AgreementMention, ...], ...]

    @staticmethod
    def of(agreement: Agreement, order: Mapping[Sentence, int]) -> "Passages":
        """The passages of ``agreement``; ``order`` counts the sentences of the article.

        Neighbouring sentences of a paragraph that each say something of it are one passage.
        """
        runs = _runs(agreement, order)
        main = max(runs, key=lambda run: (_weight(run), -run[0].noun.first))
        told = news(main)
        others = []
        for run in runs:
            if run is not main and news(run) - told:
                told |= news(run)
                others.append(run)
        return Passages(main, tuple(others))


def _weight(run: Sequence[AgreementMention]) -> float:
    """How much a run of mentions says of their agreement: each stage, date and provision once."""
    stages: dict[str, float] = {}
    for act in (act for mention in run for act in mention.acts):
        said = _WEIGHTS[act.modality] * _OF_STAGE.get(act.stage, 1.0) * (1.0 if act.is_plain else 0.5) + bool(act.time)
        stages[act.stage] = max(said, stages.get(act.stage, 0.0))
    provided = {key for m in run for key, first, last in m.provisions if first >= m.noun.last}
    named = max(min(2, len(m.own) + len(m.noun.parties)) + (not m.is_bare) + len(m.provisions) for m in run)
    plain = any(mention.time for mention in run) + 2.0 * any(mention.lacking for mention in run)
    return sum(stages.values()) + plain + 1.5 * min(2, len(provided)) + 0.5 * named


def _runs(agreement: Agreement, order: Mapping[Sentence, int]) -> list[tuple[AgreementMention, ...]]:
    runs: list[list[AgreementMention]] = []
    for mention in agreement.mentions:
        if runs and _follows(runs[-1], mention, order):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return [tuple(run) for run in runs]


def _follows(run: Sequence[AgreementMention], mention: AgreementMention, order: Mapping[Sentence, int]) -> bool:
    first, last, here = run[0].sentence, run[-1].sentence, mention.sentence
    near = order[here] - order[last] <= 1 and order[here] - order[first] < _LONGEST
    return near and here.paragraph == last.paragraph and (_weight([mention]) >= 1 or here == last)
