"""English words that tell when something is, how long it lasts and how often it happens."""

from __future__ import annotations

# Of a clock, and of a calendar.
_CLOCK = frozenset("second minute hour".split())
UNITS = _CLOCK | frozenset("day week month quarter year decade century".split())
PARTS_OF_A_DAY = frozenset("dawn daytime morning noon midday afternoon dusk evening night midnight".split())
SEASONS = frozenset("spring summer autumn winter".split())
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset("january february march april may june july august september october november december".split())
# What has a beginning and an end.
PERIODS = UNITS | PARTS_OF_A_DAY | SEASONS | {"weekend", "season"}
_CALENDAR = PERIODS - _CLOCK
# One of them or several: how long something takes.
LASTING = PERIODS | {"time", "times", "moment", "moments", "while", "centuries", *(f"{one}s" for one in PERIODS if one != "century")}
# Of these it is told that something happens as a rule.
USUALLY = frozenset(
    "every each always usually often sometimes rarely never seldom normally generally typically regularly frequently if when whenever once unless until while whoever whatever".split()
)
_WHEN = frozenset("today yesterday tomorrow tonight".split())


def names_time(en: str) -> bool:
    """True for "weekend", "late night": a time, and nothing else."""
    return en.rpartition(" ")[2] in _CALENDAR


def is_time(en: str) -> bool:
    """True for "tomorrow", "last year": when something is."""
    first, _, last = en.rpartition(" ")
    return en in _WHEN or last in _CALENDAR and first.split(" ")[0] in ("this", "last", "next", "that", "the", "yesterday", "tomorrow")
