"""``kg same``: two names are of one thing."""

from kg.cli.verdicts import verdict_command

command = verdict_command(
    "same",
    """Judge that A and B are the same, or list what was judged so.

    Whatever the rules find, they are one from now on: two names of a person or organisation get one IRI, two events,
    agreements or terms of office become one. The judgement is kept: articles that are read again or come later follow
    it, and so do graphs as of an earlier day, for it is about who is who and no report. It keeps the passages that it
    names, even when their article is retracted. With --withdraw the graph is again as if it had never been given.

    A and B are names in French or English, ISO codes or IRIs; NAME@ARTICLE is whom one article means by a name; an
    event or agreement may be given by words of a passage, which mean the agreement where both tell of an agreement and
    of its signature. kg why tells what they are now, and why.

    \b
      kg same "S. Choigou" "Sergei Shoigu" --by Anna --on 2025-06-30 --reason "the captions say so"
      kg same --withdraw "S. Choigou" "Sergei Shoigu"
    """,
)
