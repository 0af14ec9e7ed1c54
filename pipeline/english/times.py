"""Words that tell when something is."""

from __future__ import annotations

_TIMES = frozenset("today yesterday tomorrow tonight".split())
_TIME_NOUNS = frozenset("year month week day night morning evening afternoon weekend quarter summer winter spring autumn".split())


def names_time(en: str) -> bool:
    """True for "weekend", "late night": a time, and nothing else."""
    return en.rpartition(" ")[2] in _TIME_NOUNS


def is_time(en: str) -> bool:
    """True for "tomorrow", "last year": when something is."""
    first, _, last = en.rpartition(" ")
    return en in _TIMES or last in _TIME_NOUNS and first.split(" ")[0] in ("this", "last", "next", "that", "the", "yesterday", "tomorrow")
