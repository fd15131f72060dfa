"""A tour of kg from Python: read the examples, ask, query, look at the claims, draw and hand on.

Run it anywhere with ``python examples/tour.py [FOLDER]``; it writes ``tour.html`` and ``tour.ttl`` to FOLDER, which is
the working directory where it is left out.
"""

import sys
from pathlib import Path

from kg import KnowledgeGraph

EXAMPLES = Path(__file__).parent


def tour(folder: Path) -> None:
    """Walk through the main functions, with a graph in memory."""
    with KnowledgeGraph() as graph:
        report = graph.ingest(EXAMPLES)
        print(
            f"{report.articles} articles, {report.claims} claims, {report.facts} facts, {len(report.unread)} not read"
        )

        answer = graph.ask("Which agreements tie Russia to North Korea?")
        print(f"\n{answer.status}: {answer.understood}")
        for row in answer.rows:
            print(f"- {row.columns['value']['label']}, signed {row.columns['signed']} ({row.status})")
            for claim in row.evidence:
                print(f"    «{claim.evidence.quote}» {claim.article.publisher}, {claim.article.published}")

        print("\nWho imposed sanctions on whom")
        sanctions = graph.query("""
            SELECT DISTINCT ?actor ?target {
              ?event kg:type kg:SANCTION ; kg:actor/rdfs:label ?actor ; kg:target/rdfs:label ?target
              FILTER(LANG(?actor) = "en" && LANG(?target) = "en")
            } ORDER BY ?actor ?target""")
        for actor, target in sanctions.rows:
            print(f"- {actor} → {target}")

        print("\nWhat the articles do not agree on")
        for fact in graph.facts(status="disputed", predicate="a"):
            print(f"- {fact.subject.label}: {len(fact.supported_by)} for, {len(fact.denied_by)} against")

        print("\nWhat is only hearsay")
        for claim in graph.claims(modality="reported"):
            print(
                f"- «{claim.evidence.quote}» according to {', '.join(e.label for e in claim.attribution) or 'others'}"
            )

        network = graph.to_networkx(focus="Russie", hops=2)
        print(f"\n{network.number_of_nodes()} things are within two steps of Russia")

        print(f"wrote {graph.view(folder / 'tour.html', focus='Russia', language='en').name}")
        graph.export("turtle", folder / "tour.ttl")
        print("wrote tour.ttl")


if __name__ == "__main__":
    tour(Path(sys.argv[1]) if len(sys.argv) > 1 else Path())
