"""How far a run is, for a person who looks: on standard error, and only where that is a terminal."""

from __future__ import annotations

import sys
import time

_EVERY = 0.2
# What is over in a second needs no progress.
_QUIET = 1.0


class Progress:
    """Share, rate and remaining time in one line that is written over."""

    def __init__(self) -> None:
        self._began = self._last = time.monotonic()
        self._shown = False
        self._wanted = sys.stderr.isatty()

    def show(self, done: int, total: int) -> None:
        """``done`` of ``total`` bytes of input are finished."""
        now = time.monotonic()
        if not self._wanted or now - self._last < _EVERY or now - self._began < _QUIET or not done:
            return
        self._last = now
        rate = done / (now - self._began)
        sys.stderr.write(f"\r{100 * done // max(1, total):3d} %  {rate / 1e6:.1f} MB a second  {_clock((total - done) / rate)} left\x1b[K")
        sys.stderr.flush()
        self._shown = True

    def clear(self) -> None:
        """The line away, before anything else is printed."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
