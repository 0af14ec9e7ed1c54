"""Text in the columns of a terminal: Chinese takes two, marks on a letter none, and nothing in an article steers the terminal."""

from __future__ import annotations

import re
import unicodedata

# An article may hold escape sequences, or marks that turn the order of the letters round.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
_WIDE = ("W", "F")


def visible(text: str) -> str:
    """``text`` with what a terminal would obey written as ``<U+202E>``; line ends and tabs stay."""
    return _STEERING.sub(lambda m: f"<U+{ord(m[0]):04X}>", text)


def width(text: str) -> int:
    """The columns that ``text`` takes."""
    if text.isascii():
        return len(text)
    return sum(_width(c) for c in text)


def clipped(text: str, columns: int) -> str:
    """``text`` on one line of at most ``columns``, with an ellipsis where something is left out."""
    line = " ".join(text.split("\n"))
    if width(line) <= columns:
        return line
    kept, used = [], 1
    for character in line:
        used += _width(character)
        if used > columns:
            break
        kept.append(character)
    return "".join(kept) + "…"


def padded(text: str, columns: int) -> str:
    """``text`` clipped and filled with blanks to exactly ``columns``."""
    line = clipped(text, columns)
    return line + " " * (columns - width(line))


def wrapped(text: str, columns: int) -> list[str]:
    """``text`` as lines of at most ``columns``, broken at blanks, and inside what has none."""
    lines = [""]
    for piece in re.findall(r"\s+|\S+", text):
        if piece.isspace():
            piece = " " if lines[-1] and width(lines[-1]) < columns else ""
        elif lines[-1] and width(lines[-1]) + width(piece) > columns:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        for character in piece:
            if width(lines[-1]) + _width(character) > columns:
                lines.append("")
            lines[-1] += character
    return [line.rstrip() for line in lines]


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1
