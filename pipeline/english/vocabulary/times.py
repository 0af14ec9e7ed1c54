"""English words that tell when something is, how long it lasts and how often it happens."""

from __future__ import annotations

import re

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
_NAMES = "|".join(sorted(name.capitalize() for name in MONTHS | WEEKDAYS))
# "in May", "at the end of 2019", "on March 5", "in early 2020", "early next year".
_DAY_OR_YEAR = re.compile(
    rf"(?:in|on|by|since|at the end of|at the beginning of|by the end of|in early|in late|in mid-)(?: (?:the )?(?:early |late |mid-)?)?(?:{_NAMES}|\d{{4}}s?|\d{{1,2}}(?:st|nd|rd|th) century|(?:first|second|third|fourth) quarter|(?:this|next|last) (?:year|month|week))"
    r"(?:,? \d{1,4}| (?:this|next|of last|of next) year)?|(?:early|late) (?:this|next|last) (?:year|month|week)"
)


def names_time(en: str) -> bool:
    """True for "weekend", "late night": a time, and nothing else."""
    return en.rpartition(" ")[2] in _CALENDAR


def is_time(en: str) -> bool:
    """True for "tomorrow", "last year": when something is."""
    first, _, last = en.rpartition(" ")
    if _DAY_OR_YEAR.fullmatch(en):
        return True
    return en in _WHEN or last in _CALENDAR and first.split(" ")[0] in ("this", "last", "next", "that", "the", "yesterday", "tomorrow")
