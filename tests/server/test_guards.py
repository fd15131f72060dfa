"""Who may call the server and read from it, and what it tells of itself."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.server.conftest import KG, Server, serving


def test_it_listens_on_loopback_alone(server: Server) -> None:
    """Unless it is told otherwise."""
    assert server.place[0] == "127.0.0.1"
    table = Path("/proc/net/tcp").read_text().splitlines()
    port = f"{server.place[1]:04X}"
    listening = {line.split()[1] for line in table if line.split()[1].endswith(f":{port}") and line.split()[3] == "0A"}
    assert listening == {f"0100007F:{port}"}


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("LOCALHOST:80", 200),
        ("127.0.0.1:1", 200),
        ("[::1]:8000", 200),
        ("evil.example", 421),
        ("localhost.evil.example", 421),
        ("127.0.0.1.evil.example:80", 421),
        ("", 421),
    ],
)
def test_it_answers_to_its_own_names_alone(server: Server, host: str, status: int) -> None:
    """So that a page cannot reach it by giving its own name a new address."""
    assert server.get("/health", Host=host).status == status


def test_no_page_of_another_site_may_read_unless_it_is_named(server: Server, narrow: Server) -> None:
    """CORS is off; where it is on, it is for the sites that were named."""
    friend, other = "https://friend.example", "https://other.example"
    assert server.get("/health", Origin=friend).headers["access-control-allow-origin"] == friend
    assert "access-control-allow-origin" not in server.get("/health", Origin=other).headers
    assert "access-control-allow-origin" not in narrow.get("/health", Origin=friend).headers
    asked = {
        "Origin": friend,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    assert (
        server.ask("OPTIONS", "/sparql", **{name.replace("-", "_"): value for name, value in asked.items()}).status
        == 200
    )
    asked["Origin"] = other
    assert (
        server.ask("OPTIONS", "/sparql", **{name.replace("-", "_"): value for name, value in asked.items()}).status
        == 400
    )


def test_every_answer_is_safe_in_a_browser(server: Server) -> None:
    """Errors too: no guessing of types, no script, nothing to frame."""
    for path in ("/health", "/sparql?query=%3Cscript%3E", "/nowhere", "/api/entity?name=%3Cscript%3E"):
        headers = server.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["content-type"].split(";")[0] in ("text/plain", "application/json")


def test_metrics_are_in_prometheus_s_format(server: Server) -> None:
    """Counts go up; a route is one, whatever is asked of it, and an unknown one has no name of its own."""
    before = server.get("/metrics").text
    server.get("/sparql?query=ASK%7B%7D")
    server.get('/no"where\n'.replace("\n", "%0A"))
    server.ask("FOO", "/sparql")
    after = server.get("/metrics").text
    name = 'kg_requests_total{route="/sparql",method="GET",status="200"} '

    def value(text: str) -> int:
        return next((int(line.removeprefix(name)) for line in text.splitlines() if line.startswith(name)), 0)

    assert value(after) == value(before) + 1
    assert 'route="other"' in after
    assert 'method="other"' in after
    assert "where" not in after
    for line in after.splitlines():
        assert line.startswith(("# HELP kg_", "# TYPE kg_", "kg_"))
        assert line.startswith("#") or float(line.rpartition(" ")[2]) >= 0


def test_health_tells_whether_the_graph_can_be_read(server: Server) -> None:
    """As JSON."""
    answered = server.get("/health")
    assert (answered.status, answered.json) == (200, {"status": "ok"})


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_when_it_is_told(examples_store: Path, number: int) -> None:
    """At once, with all its processes, leaving nothing behind and saying nothing."""
    before = set((examples_store / "readers").iterdir()) if (examples_store / "readers").exists() else set()
    with serving(examples_store) as running:
        assert running.query("ASK {}").status == 200
        start = time.monotonic()
        running.process.send_signal(number)
        running.process.wait(20)
        assert time.monotonic() - start < 15
    assert set((examples_store / "readers").iterdir()) == before


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--port", "PORT"], "cannot be served"),
        (["--host", "no.such.host.example"], "cannot be served"),
        (["--port", "70000"], "--port"),
    ],
)
def test_what_cannot_be_served_is_told(server: Server, options: list[str], told: str) -> None:
    """In one line; so is a store that is not there."""
    words = [word.replace("PORT", str(server.place[1])) for word in options]
    done = subprocess.run(
        [*KG, "--store", str(server.store), "serve", *words], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode in (1, 2), told in done.stderr, "Traceback" in done.stderr) == (True, True, False)
    missing = subprocess.run(
        [*KG, "--store", "/none", "serve"], capture_output=True, text=True, check=False, timeout=60
    )
    assert (missing.returncode, "there is no store at /none" in missing.stderr) == (1, True)


def test_the_framework_is_loaded_by_this_command_alone() -> None:
    """Others start as fast as before."""
    code = (
        "import sys, kg.cli.group, kg.cli.serve, kg.cli.query, kg.knowledge_graph\n"
        "print([name for name in ('starlette', 'uvicorn', 'anyio', 'asyncio') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
