"""String literals of JSON: where each one stands, what it says, and splicing edits into it without touching the rest."""

from __future__ import annotations

import bisect
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from json.decoder import JSONDecodeError
from typing import Any

from pipeline.model import Span

# A pair of escaped surrogates is one code point; every other escape is one, too.
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)
_BLANK = re.compile(r"[ \t\n\r]*")
# A number of thousands of digits is JSON; to Python it is an error, and nobody here reckons with it.
_DECODER = json.JSONDecoder(parse_int=lambda digits: int(digits) if len(digits) < 400 else digits)
# Deeper than any record that a person or a tool writes; what lies below is read by the standard decoder, which has its own limit.
_DEEPEST = 40

Literal = tuple[tuple[str, ...], int, int, str]


def literals(line: str) -> tuple[dict[str, Any] | None, list[Literal]]:
    """The record of ``line``, None where it is no object, and its strings: ``(path, start, end, value)``, the quotes included in the range.

    Raises ValueError where ``line`` is not JSON, RecursionError where it is nested too deep for the standard decoder.
    """
    start = _skip(line, 0)
    if line[start : start + 1] != "{":
        _DECODER.decode(line)
        return None, []
    found: list[Literal] = []
    record, end = _object(line, start, (), found)
    if _skip(line, end) != len(line):
        raise JSONDecodeError("Extra data", line, end)
    return record, found


def _object(line: str, at: int, path: tuple[str, ...], found: list[Literal]) -> tuple[dict[str, Any], int]:
    made: dict[str, Any] = {}
    at = _skip(line, at + 1)
    while line[at : at + 1] != "}":
        if made:
            at = _skip(line, _expect(line, at, ","))
        _expect(line, at, '"')
        key, at = _text(line, at + 1)
        at = _skip(line, _expect(line, _skip(line, at), ":"))
        made[key], at = _value(line, at, (*path, key), found)
        at = _skip(line, at)
    return made, at + 1


def _array(line: str, at: int, path: tuple[str, ...], found: list[Literal]) -> tuple[list[Any], int]:
    made: list[Any] = []
    at = _skip(line, at + 1)
    while line[at : at + 1] != "]":
        if made:
            at = _skip(line, _expect(line, at, ","))
        value, at = _value(line, at, (*path, str(len(made))), found)
        made.append(value)
        at = _skip(line, at)
    return made, at + 1


def _value(line: str, at: int, path: tuple[str, ...], found: list[Literal]) -> tuple[Any, int]:
    sign = line[at : at + 1]
    if sign == '"':
        value, end = _text(line, at + 1)
        found.append((path, at, end, value))
        return value, end
    if sign in ("{", "[") and len(path) < _DEEPEST:
        return (_object if sign == "{" else _array)(line, at, path, found)
    return _DECODER.raw_decode(line, at)


def _text(line: str, at: int) -> tuple[str, int]:
    made: tuple[str, int] = _DECODER.parse_string(line, at, True)  # type: ignore[attr-defined]
    return made


def _skip(line: str, at: int) -> int:
    match = _BLANK.match(line, at)
    return match.end() if match else at


def _expect(line: str, at: int, sign: str) -> int:
    if line[at : at + 1] != sign:
        raise JSONDecodeError(f"Expecting '{sign}'", line, at)
    return at + 1


def is_ascii(literal: str) -> bool:
    """True where the literal was written with every character beyond ASCII escaped, and holds one."""
    return literal.isascii() and "\\u" in literal


def encoded(text: str, ascii_only: bool) -> str:
    """``text`` as it stands between the quotes of a literal."""
    return json.dumps(text, ensure_ascii=ascii_only)[1:-1]


def spliced(literal: str, rows: Iterable[tuple[Span, str]]) -> str:
    """``literal`` (quotes included) with ``(span, text)`` written in, the spans in code points of its value; all else as it was."""
    places = Places(literal)
    ascii_only = is_ascii(literal)
    parts: list[str] = []
    at = 0
    for span, text in sorted(rows):
        parts += (literal[at : places.raw(span.start)], encoded(text, ascii_only))
        at = places.raw(span.end)
    return "".join((*parts, literal[at:]))


class Places:
    """Where the code points of a value stand in its literal."""

    def __init__(self, literal: str) -> None:
        self._values: list[int] = []
        self._shifts: list[int] = []
        shift = 1
        for match in _ESCAPE.finditer(literal, 1, len(literal) - 1):
            self._values.append(match.start() - shift + 1)
            shift += match.end() - match.start() - 1
            self._shifts.append(shift)

    def raw(self, at: int) -> int:
        """The offset in the literal of code point ``at`` of the value."""
        index = bisect.bisect_right(self._values, at) - 1
        return at + (self._shifts[index] if index >= 0 else 1)


def matching(found: Sequence[Literal], fields: Sequence[str]) -> Iterator[tuple[str, Literal]]:
    """The literals that a field names, each with its path as text; of a key that stands twice in an object the last, as readers of JSON do."""
    last = {literal[0]: literal for literal in found}
    for path, literal in last.items():
        name = ".".join(path)
        if any(name == field or _fits(path, field.split(".")) for field in fields):
            yield name, literal


def _fits(path: Sequence[str], field: Sequence[str]) -> bool:
    return len(path) == len(field) and all(wanted in ("*", part) for part, wanted in zip(path, field, strict=True))
