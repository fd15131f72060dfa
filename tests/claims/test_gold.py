"""The article that the main job was made for is read as its annotators read it (skipped where it is not at hand)."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from kg.claims import find_claims
from kg.model import Article, ArticleInfo
from kg.reading import read

SHARED = Path(__file__).parents[3] / "shared"
RECORD = "seed-2025-06-19"


@pytest.mark.skipif(not (SHARED / "gold" / "score.py").exists(), reason="the gold annotations are not at hand")
def test_the_seed_article_is_read_as_annotated(tmp_path: Path) -> None:
    """Agreements and offices without error or gap, events with precision 0.75 and recall 0.6 at least."""
    gold = SHARED / "gold" / "articles.dev.jsonl"
    score = [sys.executable, str(SHARED / "gold" / "score.py"), str(gold)]
    source, said = tmp_path / "articles.jsonl", tmp_path / "claims.jsonl"
    subprocess.run([*score, str(source), "--only", RECORD, "--write-articles"], check=True)
    (record,) = map(json.loads, source.read_text(encoding="utf-8").splitlines())
    text, published = record.pop("text"), record.pop("published")
    article = Article(info=ArticleInfo(**record, published=date.fromisoformat(published)), text=text)
    lines = [json.dumps(claim.to_json()) for claim in find_claims(article, read(article))]
    said.write_text("\n".join(lines), encoding="utf-8")
    done = subprocess.run([*score, str(said), "--only", RECORD, "--json"], check=True, capture_output=True, text=True)
    found = json.loads(done.stdout)
    kinds = {kind.rstrip("s"): result for kind, result in found.items()}
    for kind, precision, recall in (("agreement", 1.0, 1.0), ("event", 0.75, 0.6), ("office", 1.0, 1.0)):
        assert kinds[kind]["precision"] >= precision, kind
        assert kinds[kind]["recall"] >= recall, kind
