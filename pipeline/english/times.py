"""Words that tell when something is."""

from __future__ import annotations

from pipeline.english.place import Place

_TIMES = frozenset("today yesterday tomorrow tonight".split())
_TIME_NOUNS = frozenset("year month week day night morning evening afternoon weekend quarter summer winter spring autumn".split())


def names_time(en: str) -> bool:
    """True for "weekend", "late night": a time, and nothing else."""
    return en.rpartition(" ")[2] in _TIME_NOUNS


def is_time(en: str) -> bool:
    """True for "tomorrow", "last year": when something is."""
    first, _, last = en.rpartition(" ")
    return en in _TIMES or last in _TIME_NOUNS and first.split(" ")[0] in ("this", "last", "next", "that", "the", "yesterday", "tomorrow")


_SPANS = (("in", "recent"), ("over", "the", "past"), ("over", "the", "last"), ("in", "the", "past"), ("in", "the", "last"), ("for", "the", "past"), ("for", "the", "last"), ("so", "far"), ("to", "date"), ("over", "the", "years"))


def lasts_till_now(place: Place) -> bool:
    """ "... since 2019", "... in recent years": what has gone on up to now follows."""
    right = [t.lower for t in place.right[:7]]
    if right[:1] == ["since"] or right[1:2] == ["since"] and place.right[0].tag == "r":
        return not place.clause.verb_right or place.after(1).lower not in ("it", "they", "he", "she", "we")
    return any(tuple(right[at : at + len(span)]) == span for at in (0, 1) for span in _SPANS)
