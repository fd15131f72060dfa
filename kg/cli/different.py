"""``kg different``: two names are of two things."""

from kg.cli.verdicts import verdict_command

command = verdict_command(
    "different",
    """Judge that A and B are different, or list what was.

    Whatever the rules find, they are two from now on: passages that were taken for one event or agreement part, and
    another bearer of a name gets an IRI of his own. The judgement is kept: articles that are read again or come later
    follow it, and so do graphs as of an earlier day. It keeps the passages that it names, even when their article is
    retracted. With --withdraw the graph is again as if it had never been given.

    A and B are names in French or English, ISO codes or IRIs; NAME@ARTICLE is whom one article means by a name; what
    the rules took for one event or agreement is given by words of two passages, or the IRIs that kg why shows. Where
    nothing but a judgement would have joined the two, that is said.

    \b
      kg different "Jean Martin" "Jean Martin@lyon-2025-06-30"
      kg different "visited Pyongyang on Monday" "arrived in Pyongyang at night"
      kg different --withdraw 3f2a91c0
    """,
)
