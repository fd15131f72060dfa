"""Reading → claims: what each passage of an article says."""

from kg.claims.agreements import AgreementFinder
from kg.claims.events import events
from kg.claims.offices import offices
from kg.claims.passage import Passage
from kg.claims.relations import relations
from kg.model import Article, Claim, Reading
from kg.vocabulary import load_gazetteer, load_lexicon


def find_claims(article: Article, reading: Reading) -> tuple[Claim, ...]:
    """All claims of ``article`` in the order of their passages; each claim once."""
    passage = Passage.of(article, reading, load_lexicon(), load_gazetteer())
    agreements = AgreementFinder(passage)
    found = [*offices(passage)]
    for sentence in reading.sentences:
        found += [*agreements.find(sentence), *events(passage, sentence), *relations(passage, sentence)]
    for claim in found:
        claim.evidence.check(article)
    unique = {claim.id: claim for claim in found}
    return tuple(sorted(unique.values(), key=lambda claim: (claim.evidence.start, claim.evidence.end, claim.id)))
