"""What the server counts, in Prometheus's text format."""

import threading
from collections import Counter, defaultdict

BOUNDS = (0.005, 0.025, 0.1, 0.5, 2.5, 10.0, 60.0)
"""Seconds: the upper bounds of the classes into which answers are sorted by how long they took."""


class Metrics:
    """Counts of requests, of how long they took, and of what was ended or cut. Threads may share it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: Counter[tuple[str, str, int]] = Counter()
        self._classes: dict[str, Counter[float]] = defaultdict(Counter)
        self._seconds: dict[str, float] = defaultdict(float)
        self._events: Counter[str] = Counter()

    def answered(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count an answer."""
        with self._lock:
            self._requests[route, method, status] += 1
            self._seconds[route] += seconds
            for bound in BOUNDS:
                self._classes[route][bound] += seconds <= bound

    def count(self, event: str) -> None:
        """Count a query that was ``ended`` or a result that was ``cut``."""
        with self._lock:
            self._events[event] += 1

    def text(self) -> str:
        """All of it."""
        with self._lock:
            return "\n".join([*self._of_requests(), *self._of_seconds(), *self._of_events()]) + "\n"

    def _of_requests(self) -> list[str]:
        lines = ["# HELP kg_requests_total Requests answered.", "# TYPE kg_requests_total counter"]
        for (route, method, status), number in sorted(self._requests.items()):
            lines.append(f'kg_requests_total{{route="{route}",method="{method}",status="{status}"}} {number}')
        return lines

    def _of_seconds(self) -> list[str]:
        lines = ["# HELP kg_request_seconds Time that answers took.", "# TYPE kg_request_seconds histogram"]
        totals = Counter[str]()
        for (route, _, _), number in self._requests.items():
            totals[route] += number
        for route, number in sorted(totals.items()):
            for bound in BOUNDS:
                lines.append(f'kg_request_seconds_bucket{{route="{route}",le="{bound}"}} {self._classes[route][bound]}')
            lines.append(f'kg_request_seconds_bucket{{route="{route}",le="+Inf"}} {number}')
            lines.append(f'kg_request_seconds_sum{{route="{route}"}} {self._seconds[route]:.6f}')
            lines.append(f'kg_request_seconds_count{{route="{route}"}} {number}')
        return lines

    def _of_events(self) -> list[str]:
        told = {"ended": "Queries ended because their time was over.", "cut": "Results cut by the limit of rows."}
        lines = []
        for event, help in told.items():
            name = f"kg_results_{event}_total" if event == "cut" else f"kg_queries_{event}_total"
            lines += [f"# HELP {name} {help}", f"# TYPE {name} counter", f"{name} {self._events[event]}"]
        return lines
