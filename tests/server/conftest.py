"""A real server, ``kg serve`` as a process on loopback, and a plain client."""

import http.client
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

TOKEN = "a token: é%"
KG = [sys.executable, "-c", "from kg.cli import main; main()"]


@dataclass(frozen=True)
class Answered:
    """An answer: status, headers in small letters, body."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Server:
    """A server that runs, and the store that it serves."""

    address: str
    store: Path
    process: "subprocess.Popen[str]"

    @property
    def place(self) -> tuple[str, int]:
        host, _, port = self.address.removeprefix("http://").rstrip("/").rpartition(":")
        return host, int(port)

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Answered:
        """What the server answers to a request; ``content_type=…`` and the like are headers."""
        connection = http.client.HTTPConnection(*self.place, timeout=120)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body, named)
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            return Answered(response.status, found, response.read())
        finally:
            connection.close()

    def get(self, path: str, fields: Any = (), **headers: str) -> Answered:
        """What it answers to a GET with ``fields`` in the address."""
        return self.ask("GET", path + (f"?{urlencode(fields)}" if fields else ""), **headers)

    def query(self, sparql: str, **headers: str) -> Answered:
        """What it answers to a query."""
        return self.get("/sparql", [("query", sparql)], **headers)

    def update(self, sparql: str, fields: Any = (), token: str | None = TOKEN, **headers: str) -> Answered:
        """What it answers to an update."""
        path = "/sparql" + (f"?{urlencode(fields)}" if fields else "")
        if token is not None:
            headers["Authorization"] = f"Bearer {token}".encode().decode("latin-1")
        return self.ask("POST", path, sparql.encode(), content_type="application/sparql-update", **headers)


@contextmanager
def serving(store: Path, *options: str, **env: str) -> Iterator[Server]:
    """A server on a free port, until the end of the block."""
    words = [*KG, "--store", str(store), "serve", "--port", "0", *options]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env={**os.environ, **env})
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert " at http://" in line, line
        yield Server(line.split(" at ")[1].split()[0], store, process)
    finally:
        process.terminate()
        process.wait(30)


@pytest.fixture(scope="session")
def server(examples_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server over the examples, which takes updates."""
    store = shutil.copytree(examples_store, tmp_path_factory.mktemp("served") / "store")
    with serving(store, "--cors", "https://friend.example", KG_TOKEN=TOKEN) as running:
        yield running


@pytest.fixture(scope="session")
def narrow(examples_store: Path) -> Iterator[Server]:
    """A server that lets little through and takes no updates."""
    options = ("--timeout", "2", "--limit", "5", "--max-body", "2000", "--max-size", "200000")
    with serving(examples_store, *options) as running:
        yield running


Get = Callable[..., Answered]
