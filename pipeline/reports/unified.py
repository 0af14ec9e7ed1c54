"""A unified diff in bytes, made from the ledger: ``patch`` and ``git apply`` turn the input into the output with it, byte for byte."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.encodings import encode
from pipeline.model import Document, Edit, Envelope

_CONTEXT = 3
_ESCAPES = {ord("\\"): "\\\\", ord('"'): '\\"', ord("\t"): "\\t", ord("\n"): "\\n", ord("\r"): "\\r"}


@dataclass(frozen=True, slots=True)
class _Replaced:
    """Bytes ``[start, end)`` of the input and what stands there in the output."""

    start: int
    end: int
    after: bytes


@dataclass(frozen=True, slots=True)
class _Change:
    """Lines ``[start, end)`` of the input, counted from 0, and the lines that stand there in the output."""

    start: int
    end: int
    after: tuple[bytes, ...]


def unified_diff(doc: Document, done: Iterable[Edit], data: bytes) -> bytes:
    """What ``done`` changes in ``data``, the bytes of ``doc``; nothing where that is nothing.

    A line ends with the byte 0x0A, as it does for ``patch``, whatever the encoding: a lone CR and the CR of CRLF are
    part of their line. The names are ``a/ID`` and ``b/ID``: ``patch -p1``.
    """
    lines = _lines(data)
    changes = list(_changes(data, lines, list(_replaced(doc, done, data))))
    if not changes:
        return b""
    return b"--- %s\n+++ %s\n" % (_name(f"a/{doc.id}"), _name(f"b/{doc.id}")) + b"".join(_hunks(lines, changes))


def _lines(data: bytes) -> list[bytes]:
    """Not ``splitlines``: that one cuts at a lone CR too."""
    parts = data.split(b"\n")
    return [*(part + b"\n" for part in parts[:-1]), *filter(None, parts[-1:])]


def _replaced(doc: Document, done: Iterable[Edit], data: bytes) -> Iterator[_Replaced]:
    bare = Envelope(doc.envelope.encoding)
    offset, at = len(doc.envelope.bom), 0
    for edit in sorted(done, key=lambda e: e.span):
        offset += len(encode(doc.source[at : edit.span.start], bare))
        end, after = offset + len(encode(edit.before, bare)), encode(edit.after, bare)
        if after != data[offset:end]:
            yield _Replaced(offset, end, after)
        offset, at = end, edit.span.end


def _changes(data: bytes, lines: Sequence[bytes], replaced: Sequence[_Replaced]) -> Iterator[_Change]:
    """Whole lines: edits that share a line are one change."""
    starts = [0, *itertools.accumulate(map(len, lines))]
    at = 0
    while at < len(replaced):
        first = bisect.bisect_right(starts, replaced[at].start, hi=len(lines)) - 1 if lines else 0
        place = starts[first]
        parts: list[bytes] = []
        while True:
            parts += (data[place : replaced[at].start], replaced[at].after)
            place = replaced[at].end
            last = bisect.bisect_right(starts, place, hi=len(lines))
            at += 1
            if at == len(replaced) or (last < len(lines) and replaced[at].start >= starts[last]):
                break
        parts.append(data[place : starts[last]])
        yield _Change(first, last, tuple(_lines(b"".join(parts))))


def _hunks(lines: Sequence[bytes], changes: Sequence[_Change]) -> Iterator[bytes]:
    """Changes with three lines around them; those whose lines around would meet share a hunk."""
    shift = 0
    group: list[_Change] = []
    for change, following in zip(changes, (*changes[1:], None), strict=True):
        group.append(change)
        if following is None or following.start - change.end > 2 * _CONTEXT:
            yield _hunk(lines, group, shift)
            shift += sum(len(c.after) - (c.end - c.start) for c in group)
            group = []


def _hunk(lines: Sequence[bytes], group: Sequence[_Change], shift: int) -> bytes:
    start, end = max(0, group[0].start - _CONTEXT), min(len(lines), group[-1].end + _CONTEXT)
    rows: list[bytes] = []
    at = start
    for change in group:
        rows += (_row(b" ", line) for line in lines[at : change.start])
        rows += (_row(b"-", line) for line in lines[change.start : change.end])
        rows += (_row(b"+", line) for line in change.after)
        at = change.end
    rows += (_row(b" ", line) for line in lines[at:end])
    after = end - start + sum(len(c.after) - (c.end - c.start) for c in group)
    return b"@@ -%s +%s @@\n" % (_range(start, end - start), _range(start + shift, after)) + b"".join(rows)


def _row(sign: bytes, line: bytes) -> bytes:
    return sign + line + (b"" if line.endswith(b"\n") else b"\n\\ No newline at end of file\n")


def _range(start: int, count: int) -> bytes:
    """``start,count`` from 1; no lines at all are said to stand after the line before them."""
    return b"%d,%d" % (start + (count > 0), count)


def _name(name: str) -> bytes:
    """The name as ``patch`` and ``git`` read it: quoted where a blank or a control character would end it."""
    escaped = name.translate(_ESCAPES)
    return (f'"{escaped}"' if escaped != name else f"{name}\t" if " " in name else name).encode()
