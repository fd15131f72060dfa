"""The server as a process."""

import socket
from collections.abc import Callable

from kg.model import StoreError
from kg.server.settings import ServerSettings

LONGEST_ADDRESS = 1 << 18
"""Bytes of a request's head."""


def serve(settings: ServerSettings, ready: Callable[[str], None]) -> None:
    """Serve until the process is told to stop; ``ready`` is called with the address when requests are taken.

    StoreError where the store cannot be opened, or the address is taken.
    """
    import uvicorn

    from kg.server.application import application

    app = application(settings)
    with _bound(settings) as listening:
        config = uvicorn.Config(
            app,
            log_level="critical",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=5,
            h11_max_incomplete_event_size=LONGEST_ADDRESS,
            limit_concurrency=1000,
        )
        ready(_address(settings.host, listening.getsockname()[1]))
        uvicorn.Server(config).run(sockets=[listening])


def _bound(settings: ServerSettings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family, backlog=512)
    except (OSError, OverflowError) as error:
        where = f"{settings.host}:{settings.port}"
        raise StoreError(f"{where} cannot be served ({error}); name another --host or --port") from error


def _address(host: str, port: int) -> str:
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
