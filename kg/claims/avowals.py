"""What somebody does by saying it, or has decided himself and announces, is done: nobody needs to be believed."""

from collections.abc import Sequence

from kg.claims.modality import Judgement
from kg.claims.syntax import Syntax
from kg.model import Entity, Modality


def avowed(
    syntax: Syntax, judgement: Judgement, doers: Sequence[Entity], others: Sequence[Entity] = (), *, spoken: bool
) -> Modality:
    """The modality of what ``doers`` do with ``others``: ``asserted`` where the text has it from those who know.

    That is from the doers alone what is ``spoken`` (« a dit qu'il rejetait l'offre », "said it will not sign"), from
    all together what they announce ("both announced that they had agreed"); what else one tells of himself stays
    hearsay.
    """
    tellers = {source.principal for source in judgement.attribution}
    reporting = [cue for cue in judgement.cues if cue.modality == "reported"]
    if judgement.modality != "reported" or not tellers or any(cue.kind != "saying" for cue in reporting):
        return judgement.modality
    own = {doer.principal for doer in doers}
    announced = any(syntax.tree[cue.index].lemma in syntax.grammar.announcing for cue in reporting)
    together = {other.principal for other in others} | own
    known = (spoken and tellers <= own) or (announced and len(together) > 1 and tellers == together)
    return "asserted" if known else "reported"
