"""The JSON routes on a real server: what they give fits the contracts, and what is wrong is told."""

from typing import Any

import pytest

from kg.knowledge_graph import named_queries
from kg.server.api import ROUTES
from kg.server.openapi import document
from tests.server.conftest import Server

RUSSIA = "https://w3id.org/factkg/id/state/RUS"
EXAMPLES: dict[str, dict[str, str]] = {
    "/api/ask": {"question": "Which agreements tie Russia to North Korea?"},
    "/api/graph": [("name", "PRK"), ("limit", "5")],
    "/api/search": {"text": "corée"},
    "/api/entity": {"name": "Russie"},
    "/api/facts": {"entity": "RUS", "limit": "3"},
    "/api/claims": {"article": "northwood.en"},
    "/api/timeline": {"entity": "RUS", "with": "PRK"},
    "/api/disputes": {},
    "/api/articles": {"limit": "2", "offset": "1"},
    "/api/article": {"id": "northwood.en"},
    "/api/statistics": {},
    "/api/queries": {},
}


def fits(value: Any, schema: dict[str, Any], schemas: dict[str, Any]) -> None:
    """Assert that a value fits a JSON Schema, of which as much is known here as the document uses."""
    if "$ref" in schema:
        schema = schemas[schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema:
        (schema,) = [one for one in schema["anyOf"] if (one.get("type") == "null") == (value is None)]
        fits(value, schema, schemas)
        return
    if "enum" in schema:
        assert value in schema["enum"]
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool}
    wanted = schema.get("type", [])
    wanted = [wanted] if isinstance(wanted, str) else wanted
    if wanted:
        assert any(value is None if kind == "null" else isinstance(value, kinds[kind]) for kind in wanted), (
            value,
            schema,
        )  # type: ignore[arg-type]
    if isinstance(value, dict):
        assert set(schema.get("required", ())) <= set(value), (schema, value)
        if "properties" in schema and "additionalProperties" not in schema:
            assert set(value) <= set(schema["properties"]), (schema, value)  # nothing comes that is not described
        for name, one in value.items():
            if name in schema.get("properties", {}):
                fits(one, schema["properties"][name], schemas)
            elif isinstance(schema.get("additionalProperties"), dict):
                fits(one, schema["additionalProperties"], schemas)
    if isinstance(value, list):
        for one in value:
            fits(one, schema.get("items", {}), schemas)


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.path)
def test_every_route_gives_what_its_description_says(server: Server, route: Any) -> None:
    """JSON in UTF-8 that fits the schema."""
    answered = server.get(route.path, EXAMPLES[route.path])
    assert (answered.status, answered.headers["content-type"]) == (200, "application/json")
    described = server.get("/openapi.json").json
    content = described["paths"][route.path]["get"]["responses"]["200"]["content"]["application/json"]
    fits(answered.json, content["schema"], described["components"]["schemas"])


def test_all_that_there_is_fits_the_description(server: Server) -> None:
    """Every moment, dispute, fact and claim of the graph, the cards of what they name, and answers of every kind."""
    described = server.get("/openapi.json").json
    schemas = described["components"]["schemas"]

    def checked(path: str, fields: dict[str, str]) -> Any:
        found = server.get(path, fields)
        content = described["paths"][path]["get"]["responses"][str(found.status)]["content"]["application/json"]
        fits(found.json, content["schema"], schemas)
        return found.json

    for path in ("/api/timeline", "/api/disputes", "/api/facts", "/api/claims", "/api/articles"):
        assert checked(path, {"limit": "1000"})["items"]
    for name in ("PRK", "Vladimir Poutine", "Northwood Declaration", "Open Nothing"):
        checked("/api/entity", {"name": name})
    for question in (
        "Who is the prime minister of India?",
        "How many people did India kill in Pakistan?",
        "Did Iran deliver missiles to Russia?",
        "When did the treaty between Russia and North Korea enter into force?",
        "Which agreements tie Kenya to Japan?",
        "Who attacked Pakistan?",
        "Blorp the glork?",
    ):
        checked("/api/ask", {"question": question})
    checked("/health", {})


def test_the_timeline_tells_the_last_first(server: Server) -> None:
    """A page at a time, each moment once; what has no date comes after all that has."""
    whole = server.get("/api/timeline", {"limit": "1000"}).json["items"]
    ends = [one["time"]["end"] or one["time"]["start"] for one in whole if one["time"]]
    assert ends == sorted(ends, reverse=True)
    assert [one["time"] is None for one in whole] == [False] * len(ends) + [True] * (len(whole) - len(ends))
    pages = [server.get("/api/timeline", {"limit": "20", "offset": str(start)}).json for start in (0, 20, 40)]
    assert [one for page in pages for one in page["items"]] == whole
    stated = server.get("/api/timeline", {"limit": "1000", "status": "stated"}).json["items"]
    assert stated == [one for one in whole if one["status"] == "stated"]


def test_the_description_is_openapi(server: Server) -> None:
    """Every reference leads somewhere, every operation has a name of its own, every route stands in it."""
    described = server.get("/openapi.json").json
    assert described == document()
    assert described["openapi"].startswith("3.1.")
    operations = [operation for path in described["paths"].values() for operation in path.values()]
    assert len({operation["operationId"] for operation in operations}) == len(operations)
    paths = {route.path for route in ROUTES} | {f"/api/queries/{name}" for name in named_queries()} | {"/health"}
    assert set(described["paths"]) == paths

    def references(value: Any) -> set[str]:
        if isinstance(value, dict):
            return {value["$ref"]} if "$ref" in value else set().union(*map(references, value.values()))
        return set().union(*map(references, value)) if isinstance(value, list) else set()

    names = {f"#/components/schemas/{name}" for name in described["components"]["schemas"]}
    assert references(described) <= names


def test_an_answer_has_its_evidence(server: Server) -> None:
    """The contract of kg ask."""
    answer = server.get("/api/ask", EXAMPLES["/api/ask"]).json
    assert (answer["status"], answer["rows"][0]["signed"]) == ("answered", "2024-06-19")
    assert answer["rows"][0]["evidence"][0]["quote"]
    assert server.get("/api/ask", {"question": "Blorp the glork?"}).json["status"] == "not understood"


def test_what_is_looked_for_is_found_by_any_name(server: Server) -> None:
    """Whole names first, then parts of names, whatever case and accents."""

    def labels(text: str) -> list[str]:
        return [item["id"].rpartition("/")[2] for item in server.get("/api/search", {"text": text}).json["items"]]

    assert labels("RUSSIE")[0] == "RUS"
    assert {"PRK", "KOR"} <= set(labels("coree"))
    assert labels("emanuel macron")[0] == "emanuelmakron"
    assert labels("zzzzqqqq") == []
    few, all_found = (server.get("/api/search", {"text": "a", "limit": limit}).json for limit in ("3", "1000"))
    assert few["items"] == all_found["items"][:3]
    assert (few["more"], all_found["more"]) == (True, False)


def test_lists_come_a_page_at_a_time(server: Server) -> None:
    """All pages together are the whole, and the last one says so."""
    whole = server.get("/api/articles", {"limit": "1000"}).json
    assert (len(whole["items"]), whole["more"]) == (15, False)
    pages = [server.get("/api/articles", {"limit": "6", "offset": str(start)}).json for start in (0, 6, 12)]
    assert [page["more"] for page in pages] == [True, True, False]
    assert [item for page in pages for item in page["items"]] == whole["items"]


def test_an_article_comes_with_its_claims(server: Server) -> None:
    """Each quote stands in the text where it says."""
    found = server.get("/api/article", {"id": "northwood.en"}).json
    assert found["claims"]
    for claim in found["claims"]:
        words = claim["evidence"]
        assert found["text"][words["start"] : words["end"]] == words["quote"]


def test_named_queries_are_routes(server: Server) -> None:
    """In any form of a table."""
    path = "/api/queries/agreements-between"
    answered = server.get(path, {"a": "RUS", "b": "Corée du Nord", "language": "fr"})
    (row,) = answered.json["results"]["bindings"]
    assert row["label"]["value"] == "traité de partenariat stratégique global"
    table = server.get(path, {"a": "RUS", "b": "PRK"}, accept="text/csv").text.splitlines()
    assert table[0] == "agreement,label,signed,inForce,status"


@pytest.mark.parametrize(
    ("path", "fields", "status", "told"),
    [
        ("/api/ask", {}, 400, "question is missing"),
        ("/api/ask", {"question": "x", "colour": "y"}, 400, "unknown parameter 'colour'; use question"),
        ("/api/ask", [("question", "x"), ("question", "y")], 400, "question is given twice"),
        ("/api/facts", {"limit": "-1"}, 400, "limit is '-1'; it must be a number from 1 to 1000"),
        ("/api/facts", {"limit": "1001"}, 400, "it must be a number from 1 to 1000"),
        ("/api/facts", {"limit": "٣"}, 400, "it must be a number from 1 to 1000"),
        ("/api/facts", {"status": "sure"}, 400, "status is 'sure'; it must be one of disputed"),
        ("/api/facts", {"since": "monday"}, 400, "since is 'monday'; it must be a date like 2025-06-19"),
        ("/api/facts", {"entity": "Ruritania"}, 404, "nothing is known by the name 'Ruritania'"),
        ("/api/facts", {"article": "none"}, 404, "the graph holds no article 'none'"),
        ("/api/entity", {"name": "<script>"}, 404, "nothing is known by the name '<script>'"),
        ("/api/article", {"id": "\x00"}, 404, "the graph holds no article"),
        ("/api/queries/none", {}, 400, "no query is called 'none'"),
        ("/api/queries/agreements-between", {"a": "RUS"}, 400, "agreements-between needs b"),
        ("/api/queries/timeline-of", {"who": "RUS", "since": "x"}, 400, "is no date"),
        ("/api/nowhere", {}, 404, "there is no such page"),
    ],
)
def test_what_is_wrong_is_told_as_json(server: Server, path: str, fields: Any, status: int, told: str) -> None:
    """One line with the value and the remedy."""
    answered = server.get(path, fields)
    assert answered.status == status
    assert told in answered.json["error"]
    assert "\n" not in answered.json["error"]


def test_only_get_is_taken(server: Server) -> None:
    """The JSON routes read."""
    assert server.ask("POST", "/api/ask", b"{}").status == 405
