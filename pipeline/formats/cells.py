"""Rows and cells of delimited text as RFC 4180 has them, in bytes of UTF-8: where each stands, what it says, and splicing edits into it.

A cell is quoted where it begins with a quote and ends with one before the next delimiter or line end; anything else stands for itself.
"""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.formats.regions import lines
from pipeline.leftovers import may_hold, suspects
from pipeline.model import Span

DELIMITERS = (b",", b"\t", b";", b"|")
BOM = b"\xef\xbb\xbf"
_QUOTED = rb'"(?:[^"]++|"")*+"'


@dataclass(frozen=True, slots=True)
class Patterns:
    """How the cells of a file are told apart; ``rows`` takes all rows that are whole, wherever the data was cut."""

    cell: re.Pattern[bytes]
    row: re.Pattern[bytes]
    rows: re.Pattern[bytes]


@functools.cache
def patterns(delimiter: bytes) -> Patterns:
    """The patterns for one delimiter; all of them linear."""
    sign = re.escape(delimiter)
    bare = rb"[^%b\r\n]*+" % sign
    cell = rb"(?:%b(?=[%b\r\n]|\Z)|%b)" % (_QUOTED, sign, bare)
    # A quote that is open where the data was cut may be closed in what follows.
    whole = rb'(?:%b(?=[%b\r\n]|\Z)|(?!"(?:[^"]++|"")*+\Z)%b)' % (_QUOTED, sign, bare)
    row = rb"%b(?:%b%b)*+"
    return Patterns(
        re.compile(cell), re.compile((row % (cell, sign, cell)) + rb"(?P<end>\r\n|\n|\r|\Z)"),
        re.compile(rb"(?:%b(?:\r\n|\n|\r(?!\Z)))*+" % (row % (whole, sign, whole)))
    )  # fmt: skip


def delimiter_of(data: bytes) -> bytes:
    """The delimiter that stands most often in the first line, outside of quotes; a comma where there is none."""
    first = re.match(rb"[^\r\n]*+", data.removeprefix(BOM))
    line = re.sub(_QUOTED, b"", first[0] if first else b"")
    return max(DELIMITERS, key=line.count)


def whole_rows(data: bytes, delimiter: bytes) -> int:
    """Where the last row of ``data`` ends that is whole, 0 where none is."""
    if b'"' not in data and b"\n" in data:
        return data.rindex(b"\n") + 1
    match = patterns(delimiter).rows.match(data, _after_bom(data))
    return match.end() if match else 0


def rows(data: bytes, delimiter: bytes, start: int = 0, number: int = 1) -> Iterator[tuple[int, int, int]]:
    """``(number, start, end)`` of every row without its line end; ``number`` is that of the line in which it begins."""
    pattern = patterns(delimiter).row
    start = start or _after_bom(data)
    while start < len(data) and (match := pattern.match(data, start)):
        yield number, start, match.start("end")
        number += line_ends(data, start, match.end())
        start = match.end()


def doubtful(data: bytes, delimiter: bytes, number: int) -> Iterator[tuple[int, int, int]]:
    """The same of the rows that may hold a leftover; where a row is a line they are found without looking at the others."""
    if b'"' in data or data.count(b"\r") != data.count(b"\r\n"):
        yield from (row for row in rows(data, delimiter, 0, number) if may_hold(data, row[1], row[2]))
        return
    at = 0
    for start, end in suspects(data):
        number += data.count(b"\n", at, start)
        at = start
        yield number, start, end - data.endswith(b"\r", start, end)


def _after_bom(data: bytes) -> int:
    return len(BOM) if data.startswith(BOM) else 0


def line_ends(data: bytes, start: int, end: int) -> int:
    """The line ends in ``data[start:end]``, which ends in no half of one."""
    return data.count(b"\n", start, end) + data.count(b"\r", start, end) - data.count(b"\r\n", start, end)


def cells(data: bytes, start: int, end: int, delimiter: bytes) -> Iterator[tuple[int, int]]:
    """Where the cells of the row ``data[start:end]`` stand, quotes included."""
    pattern = patterns(delimiter).cell
    end = min(end, len(data))
    while match := pattern.match(data, start, end):
        yield match.start(), match.end()
        if match.end() >= end:
            return
        start = match.end() + 1


def is_quoted(cell: str) -> bool:
    """True where ``cell`` stands in quotes that are not part of what it says."""
    return len(cell) > 1 and cell[0] == '"' == cell[-1] and '"' not in cell[1:-1].replace('""', "")


def value_of(cell: str) -> str:
    """What ``cell`` says."""
    return cell[1:-1].replace('""', '"') if is_quoted(cell) else cell


def open_quote(data: bytes, delimiter: bytes) -> int:
    """The line of the first cell that begins with a quote and does not end with one, from 1 in ``data``; 0 where there is none."""
    for number, start, end in rows(data, delimiter) if b'"' in data else ():
        for a, b in cells(data, start, end, delimiter):
            if data[a : a + 1] == b'"' and not is_quoted(data[a:b].decode("utf-8", "replace")):
                return number + line_ends(data, start, a)
    return 0


def shape(data: bytes, delimiter: bytes) -> list[int]:
    """How many cells each row has."""
    return [sum(1 for _ in cells(data, start, end, delimiter)) for _, start, end in rows(data, delimiter)]


def places(cell: str, offsets: Iterable[int]) -> list[int]:
    """Where the code points of the value of ``cell`` stand in it, for each of ``offsets``."""
    if not is_quoted(cell):
        return list(offsets)
    doubled = [m.start() - number for number, m in enumerate(re.finditer('""', cell[1:-1]))]
    return [at + 1 + bisect.bisect_left(doubled, at) for at in offsets]


def spliced(cell: str, edits: Iterable[tuple[Span, str]], delimiter: str) -> str:
    """``cell`` with ``(span, text)`` written in, spans in code points of its value. It is put into quotes only where it would fall apart without."""
    quoted = is_quoted(cell)
    parts: list[str] = []
    at = 0
    for span, text in sorted(edits):
        start, end = places(cell, (span.start, span.end))
        parts += (cell[at:start], text.replace('"', '""') if quoted else text)
        at = end
    made = "".join((*parts, cell[at:]))
    if quoted or not (delimiter in made or "\r" in made or "\n" in made or made[:1] == '"'):
        return made
    return '"' + made.replace('"', '""') + '"'


def one_line(text: str) -> str:
    """``text`` without line ends: they would move the lines below it."""
    return " ".join(text[start:end].strip() if start else text[start:end] for start, end in lines(text))
