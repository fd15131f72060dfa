"""Claims → facts: which claims speak of one thing, what they agree on, and what they dispute.

Everything here is a function of a *set* of claims: order and batches cannot matter.

- The **block** of a claim is told from it alone (``block_keys``); only claims of one block can speak of one thing, and
  a triple belongs to one block. So facts are derived block by block (``derive_block``): a new article, a correction or
  a retraction touches the blocks of its claims and no others, and what a block gave before is simply replaced. Where
  block after block is touched again and again it can be kept (``KeptBlock``): then what claims that come do not bear on
  is not looked at again.
- Within a block claims are parted into clusters, one a node (an agreement, event or tenure). Where a merge is not
  certain they stay apart: a wrong merge misleads, a missing one only repeats.
- A node's **status** is that of its having taken place; roles, dates and figures inherit it unless claims differ.
- **Background** (terms of office in reference data) is given with the claims of a block and held against them. It never
  supports a fact: without a claim nothing follows from it.
- **Judgements** (somebody's word that two are the same, or different) bind: they rename entities in claims, bring
  blocks together, join clusters and keep claims apart. They too are a set: when they came does not matter.
- What entities are called and what class they are of is no fact: it follows from each article alone (``describe``)
  and stands as long as an article names the entity.
"""

from kg.facts.blocks import block_keys
from kg.facts.derivation import derive, derive_block, derive_blocks, derive_witnesses
from kg.facts.descriptions import describe
from kg.facts.disputes import disputes
from kg.facts.judging import NOTHING_JUDGED, Judged, prepared
from kg.facts.kept import KeptBlock
from kg.facts.moments import moments
from kg.facts.terms import term_keys
from kg.facts.witnesses import Witness, witness

__all__ = [
    "NOTHING_JUDGED",
    "Judged",
    "KeptBlock",
    "Witness",
    "block_keys",
    "derive",
    "derive_block",
    "derive_blocks",
    "derive_witnesses",
    "describe",
    "disputes",
    "moments",
    "prepared",
    "term_keys",
    "witness",
]
