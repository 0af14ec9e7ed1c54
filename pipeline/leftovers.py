"""Bytes that cannot hold a leftover, told before anything is decoded or parsed: searches for single bytes, at the speed of memory."""

from __future__ import annotations

import re

# In UTF-8 every character that a find stage notes for repair starts with one of these bytes: E3 to E9 and EF cover Han and
# full-width marks of the first plane, F0 the planes beyond. Kana and Hangul are noted but never repaired; they share E3.
_LEADS = tuple(bytes([lead]) for lead in (*range(0xE3, 0xEA), 0xEF, 0xF0))
# What starts with a byte that English uses too: the radicals of E2 (quotes and dashes), the dot between names of C2.
_RADICAL = re.compile(rb"\xe2[\xba-\xbf]")
_DOT = re.compile(rb"[a-z]\xc2\xb7[A-Z]")
# The same characters as escapes of JSON: U+2E80 to U+9FFF, U+D8xx (half of a pair), U+F9xx to U+FFxx, U+00B7.
_ESCAPED = re.compile(rb"\\u(?:2[eEfF]|[3-9]|[dD][89aAbB]|[fF][9a-fA-F]|00[bB]7)")


def may_hold(data: bytes, start: int = 0, end: int | None = None) -> bool:
    """False where ``data[start:end]``, if it is UTF-8, holds no character that any find stage would note for repair."""
    end = len(data) if end is None else end
    return (
        any(data.find(lead, start, end) >= 0 for lead in _LEADS)
        or (data.find(b"\xe2", start, end) >= 0 and _RADICAL.search(data, start, end) is not None)
        or (data.find(b"\xc2\xb7", start, end) >= 0 and _DOT.search(data, start, end) is not None)
    )


def may_hold_escaped(data: bytes, start: int = 0, end: int | None = None) -> bool:
    """False where ``data[start:end]`` holds no such character as an escape of JSON."""
    end = len(data) if end is None else end
    return data.find(b"\\u", start, end) >= 0 and _ESCAPED.search(data, start, end) is not None
