"""Capitals at the start of a sentence and in headings."""

from __future__ import annotations

import re

from pipeline.once import once


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SMALL = _words("a an the and but or nor for of in on at to by from with as via vs vs. per over into than if up onto")
_START = re.compile(r"[\s\"'“‘«(\[*_]*([^\W\d_])")
_PIECE = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@once(1 << 12)
def capitalize(text: str) -> str:
    """``text`` with its first letter in upper case, opening quotes skipped; "iPhone" and what starts with a digit stay."""
    found = _START.match(text)
    if not found or text[found.end() : found.end() + 1].isupper():
        return text
    at = found.start(1)
    return text[:at] + text[at].upper() + text[at + 1 :]


@once(1 << 12)
def title_case(text: str) -> str:
    """``text`` as a heading: capitals on all but small words inside it; words with a capital of their own stay."""
    parts = re.split(r"(\s+)", text)
    return "".join(_heading_word(part, index == 0 or parts[index - 2].endswith((":", "?", "!"))) for index, part in enumerate(parts))


def _heading_word(word: str, leads: bool) -> str:
    if any(c.isupper() for c in word) or word.strip(",.;:") in _SMALL and not leads:
        return word
    pieces = _PIECE.split(word)
    names = _PIECE.findall(word)
    raised = [capitalize(n) if index == 0 or n not in _SMALL else n for index, n in enumerate(names)]
    return pieces[0] + "".join(name + gap for name, gap in zip(raised, pieces[1:], strict=True))
