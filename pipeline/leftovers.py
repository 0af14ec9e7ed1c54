"""Bytes that cannot hold a leftover, told before anything is decoded or parsed: searches for single bytes, at the speed of memory."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

Find = Callable[[bytes, int, int], int]

# In UTF-8 every character that a find stage notes for repair starts with one of these bytes: E3 to E9 and EF cover Han and
# full-width marks of the first plane, F0 the planes beyond. Kana and Hangul are noted but never repaired; they share E3.
_LEADS = tuple(bytes([lead]) for lead in (*range(0xE3, 0xEA), 0xEF, 0xF0))
# What starts with a byte that English uses too: the radicals of E2 (quotes and dashes), the dot between names of C2.
_RADICAL = re.compile(rb"\xe2[\xba-\xbf]")
_SECOND = tuple(bytes([second]) for second in range(0xBA, 0xC0))
_TRIES = 200
_DOT = re.compile(rb"[a-z]\xc2\xb7[A-Z]")
# The same characters as escapes of JSON: U+2E80 to U+9FFF, U+D8xx (half of a pair), U+F9xx to U+FFxx, U+00B7.
_ESCAPED = re.compile(rb"\\u(?:2[eEfF]|[3-9]|[dD][89aAbB]|[fF][9a-fA-F]|00[bB]7)")


def may_hold(data: bytes, start: int = 0, end: int | None = None) -> bool:
    """False where ``data[start:end]``, if it is UTF-8, holds no character that any find stage would note for repair."""
    end = len(data) if end is None else end
    if data.isascii():
        return False
    # In a loop, not by way of _FINDS: a corpus is mostly articles of ten kilobytes, for which the calls cost more than the searches.
    for lead in _LEADS:
        if data.find(lead, start, end) >= 0:
            return True
    return _find_radical(data, start, end) >= 0 or _find_dot(data, start, end) >= 0


def may_hold_escaped(data: bytes, start: int = 0, end: int | None = None) -> bool:
    """False where ``data[start:end]`` holds no such character as an escape of JSON."""
    return _find_escaped(data, start, len(data) if end is None else end) >= 0


def suspects(data: bytes) -> Iterator[tuple[int, int]]:
    """The lines, as ``(start, end)`` without their line feed, that may hold a leftover, plain or as an escape of JSON; in order."""
    finds = (_find_escaped,) if data.isascii() else (*_FINDS, _find_escaped)
    places = [find(data, 0, len(data)) for find in finds]
    while True:
        at = min((place for place in places if place >= 0), default=-1)
        if at < 0:
            return
        end = data.find(b"\n", at)
        end = len(data) if end < 0 else end
        yield data.rfind(b"\n", 0, at) + 1, end
        places = [find(data, end, len(data)) if 0 <= place < end else place for place, find in zip(places, finds, strict=True)]


# A single byte is found some twenty times as fast as two: each search below starts at the first place of its first byte.
def _find_lead(lead: bytes) -> Find:
    return lambda data, start, end: data.find(lead, start, end)


def _find_radical(data: bytes, start: int, end: int) -> int:
    at = data.find(b"\xe2", start, end)
    if at < 0:
        return -1
    # Quotes and dashes are E2 80, too, and English is full of them: the second byte of a radical is rare.
    tries, found = 0, end
    for second in _SECOND:
        place = data.find(second, at, found)
        while place >= 0 and data[place - 1] != 0xE2:
            tries += 1
            if tries > _TRIES:
                match = _RADICAL.search(data, at, end)
                return match.start() if match else -1
            place = data.find(second, place + 1, found)
        found = place - 1 if place >= 0 else found
    return found if found < end else -1


def _find_dot(data: bytes, start: int, end: int) -> int:
    at = data.find(b"\xc2", start, end)
    match = _DOT.search(data, start, end) if at >= 0 and data.find(b"\xc2\xb7", at, end) >= 0 else None
    return match.start() if match else -1


def _find_escaped(data: bytes, start: int, end: int) -> int:
    at = data.find(b"\\", start, end)
    match = _ESCAPED.search(data, at, end) if at >= 0 else None
    return match.start() if match else -1


_FINDS = (*(_find_lead(lead) for lead in _LEADS), _find_radical, _find_dot)
