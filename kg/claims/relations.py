"""Relations: lasting ties between two entities, from the lexicon's relation triggers."""

from collections.abc import Iterator, Sequence

from kg.claims.matching import Firing
from kg.claims.passage import Passage
from kg.model import Claim, Sentence


def relations(passage: Passage, sentence: Sentence, fired: Sequence[Firing]) -> Iterator[Claim]:
    """The relation claims of a sentence: both subject and object are named. ``fired`` are its lexicon entries."""
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
        if judgement.hypothetical or not subjects or not objects:
            continue
        words = {*firing.words, *(i for r in (*subjects, *objects) for i in range(r.first, r.last))}
        yield Claim(
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
