"""How long a page takes to draw, beside what vis-network itself needs: 200 and 5,000 things whose places are known.

``python benchmarks/drawing.py [CHROMIUM]`` makes pages as ``kg view`` does, opens each several times in Chromium, and
takes the time from the start of the page to the first frame with the picture in it. Beside it stands a page that holds
vis-network alone, with an empty picture and with as many bare dots and lines in the same places, so that the ratio
tells what is ours. The status is 1 where a picture takes longer than the limit.
"""

import json
import shutil
import statistics
import sys
import tempfile
from importlib.resources import files
from pathlib import Path
from typing import Any

from machine import machine
from playwright.sync_api import sync_playwright

from kg.views import build_graph, page
from kg.views.payload import vis_edges, vis_nodes

sys.path.insert(0, str(Path(__file__).parent.parent))
from tests.views.sample import crowd

LIMITS = {200: 1.0, 5000: 4.0}  # seconds
TIMES = 5
_BARE = """<!doctype html><meta charset="utf-8"><style>html, body, #graph {{ height: 100%; margin: 0; }}</style>
<div id="graph"></div><script>{library}</script><script>
const network = new vis.Network(document.getElementById("graph"), {{ nodes: {nodes}, edges: {edges} }},
  {{ physics: false, layout: {{ improvedLayout: false }}, edges: {{ smooth: false }} }});
network.once("afterDrawing", () => {{ document.documentElement.dataset.drawn = Math.round(performance.now()); }});
</script>"""


def bare(nodes: list[dict[str, Any]], edges: list[dict[str, Any]]) -> str:
    """A page that holds vis-network, and these things as dots and lines."""
    library = sorted(Path(str(files("pyvis"))).glob("templates/lib/vis-*/vis-network.min.js"))[-1]
    dots = [{"id": one["id"], "x": one["x"], "y": one["y"], "shape": "dot"} for one in nodes]
    lines = [{"from": one["from"], "to": one["to"]} for one in edges]
    return _BARE.format(library=library.read_text("utf-8"), nodes=json.dumps(dots), edges=json.dumps(lines))


def seconds(tab: Any, html: str, folder: Path) -> float:
    """The median time to the first frame."""
    path = folder / "page.html"
    path.write_text(html, "utf-8")
    found = []
    for _ in range(TIMES):
        tab.goto(path.as_uri())
        tab.wait_for_selector("html[data-drawn]", state="attached")
        found.append(int(tab.get_attribute("html", "data-drawn")) / 1000)
    return statistics.median(found)


def main() -> int:
    """Print the table."""
    program = sys.argv[1] if len(sys.argv) > 1 else shutil.which("chromium")
    late = False
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        tab = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        print(f"Chromium {browser.version}. {machine()}\n")
        print(f"{'things':>6} {'relations':>9} {'page s':>7} {'limit':>6} {'bare s':>7} {'ratio':>6} {'empty s':>8}")
        empty = seconds(tab, bare([], []), Path(folder))
        for things, limit in LIMITS.items():
            facts, claims = crowd(things)
            graph = build_graph(facts, claims)
            ours = seconds(tab, page(graph, claims, title="Crowd", limit=things), Path(folder))
            theirs = seconds(tab, bare(vis_nodes(graph), vis_edges(graph)), Path(folder))
            late |= ours > limit
            counts = f"{len(graph):>6} {graph.number_of_edges():>9}"
            print(f"{counts} {ours:>7.2f} {limit:>6.1f} {theirs:>7.2f} {ours / theirs:>6.2f} {empty:>8.2f}")
        browser.close()
    return int(late)


if __name__ == "__main__":
    sys.exit(main())
