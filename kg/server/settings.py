"""What a server is told when it starts."""

from dataclasses import dataclass, field
from pathlib import Path

LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerSettings:
    """Which store is served, where, to whom, and how much of it at once.

    ``hosts`` are names by which it may be called beside its own: one that is bound to loopback answers to no other, so
    that a page of another site cannot reach it by giving its name a new address. ``origins`` are the sites whose pages
    may read from it (CORS); none unless given. ``timeout`` is in seconds, ``body`` and ``size`` in bytes.
    """

    store: Path
    base: str | None = None
    host: str = "127.0.0.1"
    port: int = 8000
    token: str | None = field(default=None, repr=False)
    origins: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    timeout: float = 30.0
    rows: int = 100_000
    body: int = 1 << 20
    size: int = 1 << 28

    @property
    def is_local(self) -> bool:
        """Whether only this machine reaches it."""
        return self.host in LOOPBACK

    @property
    def allowed_hosts(self) -> tuple[str, ...]:
        """The names by which it answers; empty where it answers to all."""
        return (*LOOPBACK, *self.hosts) if self.is_local or self.hosts else ()
