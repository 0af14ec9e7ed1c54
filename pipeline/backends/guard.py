"""What keeps a run polite and within its means: a token bucket, a circuit breaker, a budget. All may be shared by threads."""

from __future__ import annotations

import threading
import time
from typing import Any

from pipeline.backends.contract import Auth, BackendError, OverBudget, Quota, Unavailable
from pipeline.backends.settings import Allowance

# After so many requests in a row that failed in all their attempts nothing is asked for COOL_DOWN seconds; then one tries again.
TRIPS_AT = 3
COOL_DOWN = 30.0


class Bucket:
    """At most ``rate`` calls a second, ``burst`` of them at once; 0 is no limit. Also holds all calls while a server asked to wait."""

    def __init__(self, rate: float, burst: int) -> None:
        self._interval = 1 / rate if rate else 0.0
        self._tolerance = self._interval * max(0, burst - 1)
        self._full_at = self._held_until = 0.0
        self._lock = threading.Lock()

    def reserve(self) -> float:
        """Take a place in the line; returns the seconds until it is due."""
        with self._lock:
            now = time.monotonic()
            full_at = max(self._full_at, now)
            self._full_at = full_at + self._interval
            return max(0.0, full_at - self._tolerance - now, self._held_until - now)

    def hold(self, seconds: float) -> None:
        """Let nobody go for ``seconds``."""
        with self._lock:
            self._held_until = max(self._held_until, time.monotonic() + seconds)


class Breaker:
    """Opens where TRIPS_AT requests in a row failed for good, or one because of the key or the allowance: then nothing is asked."""

    def __init__(self) -> None:
        self._failures = 0
        self._last = ""
        self._closed_at = 0.0
        self._lock = threading.Lock()

    def check(self) -> None:
        """Raises Unavailable while it is open; after the cool-down one caller is let through."""
        with self._lock:
            if not self._closed_at:
                return
            if time.monotonic() < self._closed_at:
                raise Unavailable(f"not asked, because the backend failed before: {self._last}")
            self._closed_at = time.monotonic() + COOL_DOWN

    def note(self, error: BackendError | None) -> None:
        """What came of a request in the end: ``None`` for an answer."""
        with self._lock:
            if error is None:
                self._failures, self._closed_at = 0, 0.0
            elif isinstance(error, (Auth, Quota)):
                self._open(error, float("inf"))
            elif error.kind in ("retryable", "timeout"):
                self._failures += 1
                if self._failures >= TRIPS_AT:
                    self._open(error, time.monotonic() + COOL_DOWN)

    def _open(self, error: BackendError, until: float) -> None:
        self._last, self._closed_at = str(error), until


class Budget:
    """What was spent, and whether a call is still allowed. Checked before the call; a call that fails was still made."""

    def __init__(self, allowance: Allowance) -> None:
        self.allowance = allowance
        self.requests = self.characters = 0
        self.cost = 0.0
        self._lock = threading.Lock()

    def take(self, characters: int, cost: float) -> None:
        """Count one call. Raises OverBudget, and counts nothing, where it would cross a limit."""
        with self._lock:
            for name, spent, limit in self._after(characters, cost):
                if limit and spent > limit:
                    raise OverBudget(f"not asked, because the run's budget is {limit:g} {name}")
            self.requests += 1
            self.characters += characters
            self.cost += cost

    def _after(self, characters: int, cost: float) -> list[tuple[str, float, Any]]:
        may = self.allowance
        return [
            ("requests", self.requests + 1, may.requests),
            ("characters", self.characters + characters, may.characters),
            ("of money", round(self.cost + cost, 9), may.cost),
        ]
