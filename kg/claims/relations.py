"""Relations: lasting ties between two entities, from the lexicon's relation triggers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.claims.finding import Filled, Finding, rule_of
from kg.claims.matching import Firing
from kg.claims.passage import Passage
from kg.model import Claim, Sentence


def relations(passage: Passage, sentence: Sentence, fired: Sequence[Firing]) -> Iterator[Finding]:
    """What becomes of the relations that ``fired``, a sentence's lexicon entries, tell: both sides must be named."""
    for firing in fired:
        if firing.trigger.category != "relation":
            continue
        judgement = passage.judge.judge(firing.index, sentence.first, sentence.last)
        sides = {
            role: [
                r
                for slot in firing.trigger.roles.get(role, ())
                for r in passage.referents.actors(passage.syntax.slot(firing.index, slot))
            ]
            for role in ("subject", "object")
        }
        subjects = sides["subject"]
        objects = [r for r in sides["object"] if r.entity.id not in {s.entity.id for s in subjects}]
        filled = tuple(
            one
            for role, side in (("subject", subjects[:1]), ("object", objects))
            for one in Filled.by(role, side, firing.index)
        )
        finding = Finding(rule_of(firing), firing.words, filled=filled, cues=judgement.cues)
        if judgement.hypothetical or not subjects or not objects:
            yield finding.unread(
                "hypothetical" if judgement.hypothetical else "no object" if subjects else "no subject"
            )
            continue
        words = {*firing.words, *(i for r in (*subjects, *objects) for i in range(r.first, r.last))}
        claim = Claim(
            kind="relation",
            article=passage.article.info,
            type=firing.trigger.type,
            roles={
                "subject": (subjects[0].entity,),
                "object": tuple({r.entity.id: r.entity for r in objects}.values()),
            },
            modality=judgement.modality,
            attribution=judgement.attribution,
            evidence=passage.evidence(i for i in words if sentence.first <= i < sentence.last),
            confidence=firing.trigger.confidence,
            rule=firing.trigger.id,
        )
        yield replace(finding, claim=claim)
