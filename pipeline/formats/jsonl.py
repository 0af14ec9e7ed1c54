"""JSON lines: a record a line, chosen fields repaired. The string literal is spliced; every other byte of the line stays."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from pipeline import edits
from pipeline.errors import EditError, InputError
from pipeline.formats.compressed import kind_of, reader, reading
from pipeline.formats.literal import Literal, encoded, is_ascii, literals, matching, spliced
from pipeline.formats.streamed import IDS, LONGEST, PART, Part, Streamed, next_line, no_field
from pipeline.formats.text import Text
from pipeline.leftovers import may_hold, may_hold_escaped, suspects
from pipeline.model import Document, Envelope, Outcome, Record, Undone

_BOM = b"\xef\xbb\xbf"
_SAMPLE = 20
_JOINT, _JOINT_CR = b"}\n{", b"}\r\n{"
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Jsonl(Streamed):
    """Options: ``fields``, the keys whose text is repaired; ``a.b`` looks inside an object, ``a.*.b`` into every item of a list."""

    suffixes: tuple[str, ...] = (".jsonl", ".jsonl.gz", ".jsonl.zst", ".ndjson", ".ndjson.gz", ".ndjson.zst")
    fields: tuple[str, ...] = ("text",)

    def parts(self, file: BinaryIO, name: str, start: int = 0, end: int | None = None) -> Iterator[Part]:
        """The lines that start in ``[start, end)`` of the uncompressed content, a few at a time, in order. Raises InputError as ``read`` does."""
        kind = kind_of(file.read(4)) if not start else ""
        file.seek(0)
        with reading(name):
            yield from self._stretches(reader(file, kind), name, start, end)

    def _stretches(self, file: BinaryIO, name: str, start: int, end: int | None) -> Iterator[Part]:
        at = next_line(file, start, end)
        number = 1
        while end is None or at < end:
            data = file.read(PART if end is None else min(PART, end - at))
            if data and not data.endswith(b"\n"):
                data += _rest(file, name)
            if not data:
                return
            if at == 0:
                self._check_head(data, name)
            feeds = _feeds(data)
            yield Part(data, at, number, feeds=feeds)
            at += len(data)
            number += len(feeds)

    def scan(self, part: Part, name: str) -> Iterator[Document]:
        """The documents of ``part`` of the file ``name``; their envelopes count from the first byte of the part."""
        data = part.data
        at = len(_BOM) if not part.start and data.startswith(_BOM) else 0
        for start, end in suspects(data) if _well_formed(data, at, part.feeds) else _doubtful(data, at):
            start = max(start, at)
            yield from self.documents(data, start, end, name, part.number + bisect.bisect_left(part.feeds, start))

    def documents(self, data: bytes, start: int, end: int, name: str, number: int) -> Iterator[Document]:
        """The documents of the line ``data[start:end]``, which is record ``number`` of ``name``."""
        try:
            line = data[start:end].decode("utf-8")
            record, found = literals(line)
        except (ValueError, RecursionError) as error:
            yield Document(f"{name}:{number}", "", "jsonl", error=f"{_reason(error)}; the line is left as it is", record=Record(number))
            return
        own = next((str(record[key]) for key in IDS if isinstance(record.get(key), str | int)), "") if record else ""
        for field, literal in matching(found, self.fields):
            yield _document(line, start, literal, f"{name}:{number}:{field}", Record(number, field, own))

    def spliced(self, data: bytes, outcomes: Sequence[Outcome]) -> bytes:
        """``data`` with the edits written into their literals."""
        parts: list[bytes] = []
        at = 0
        for outcome in sorted((o for o in outcomes if o.done()), key=lambda o: o.doc.envelope.start):
            envelope = outcome.doc.envelope
            literal = data[envelope.start : envelope.end].decode("utf-8")
            written = spliced(literal, [(e.span, e.after) for e in outcome.done()])
            parts += (data[at : envelope.start], written.encode("utf-8"))
            at = envelope.end
        return b"".join((*parts, data[at:]))

    def restore(self, data: bytes, undone: Sequence[Undone]) -> bytes:
        """The literals of the input, where they are not what encoding their text again gives, from ``raw``."""
        rows = {(u.record.number, u.record.field): u for u in undone if u.record and u.done}
        wanted = {number for number, _ in rows}
        parts: list[bytes] = []
        at = 0
        for number, start, end in _lines(data):
            if number in wanted:
                line = data[start:end].decode("utf-8")
                chosen = dict(matching(literals(line)[1], [field for n, field in rows if n == number]))
                for field, (_, first, last, value) in sorted(chosen.items(), key=lambda row: row[1][1]):
                    one = rows.pop((number, field))
                    source = edits.undo(value, one.done)
                    raw = one.raw or f'"{encoded(source, one.encoding == "json-ascii")}"'
                    begin = start + len(line[:first].encode("utf-8"))
                    parts += (data[at:begin], raw.encode("utf-8"))
                    at = begin + len(line[first:last].encode("utf-8"))
        if rows:
            number, field = min(rows)
            raise EditError(f"the output was changed since it was made: line {number} has no field '{field}'")
        return b"".join((*parts, data[at:]))

    def _check_head(self, data: bytes, name: str) -> None:
        if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:2] in (b"{\0", b"\0{"):
            raise InputError(f"{name}: JSON lines are UTF-8; this file is UTF-16 or UTF-32; convert it first")
        seen: dict[str, None] = {}
        for number, start, end in itertools.islice(_lines(data), _SAMPLE):
            try:
                record, found = literals(data[start:end].decode("utf-8"))
            except (ValueError, RecursionError):
                continue
            if any(True for _ in matching(found, self.fields)) or number > 1 and not record:
                return
            seen.update(dict.fromkeys(".".join(path) for path, *_ in found))
        if seen:
            raise no_field(name, "record has a text in the field", self.fields, list(seen))


def _feeds(data: bytes) -> list[int]:
    """Where the line feeds stand: one by one this is faster than counting, but for lines of less than 200 bytes."""
    found: list[int] = []
    at = data.find(b"\n")
    while at >= 0:
        found.append(at)
        at = data.find(b"\n", at + 1)
    return found


def _well_formed(data: bytes, start: int, feeds: Sequence[int]) -> bool:
    """True where every line begins and ends like a record; ``feeds`` are the line feeds of ``data``."""
    if not data.startswith(b"{", start) or data[-3:].rstrip(b"\r\n")[-1:] != b"}":
        return False
    inner = feeds[:-1] if feeds and feeds[-1] == len(data) - 1 else feeds
    return all(data.startswith(_JOINT, at - 1) or data.startswith(_JOINT_CR, at - 2) for at in inner)


def _doubtful(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    """The lines that may hold a leftover or that cannot be records by their first and last character."""
    for _, first, last in _lines(data, start):
        text = data[first:last].strip()
        if text and not (text[:1] == b"{" and text[-1:] == b"}" and not may_hold(text) and not may_hold_escaped(text)):
            yield first, last


def _lines(data: bytes, start: int | None = None) -> Iterator[tuple[int, int, int]]:
    """``(number, start, end)`` of every line without its line feed; a line may end in a carriage return, which JSON takes for a blank."""
    start = (len(_BOM) if data.startswith(_BOM) else 0) if start is None else start
    number = 1
    while start < len(data):
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        yield number, start, end
        start, number = end + 1, number + 1


def _rest(file: BinaryIO, name: str) -> bytes:
    """The rest of a line. Raises InputError where it is longer than any record."""
    rest = file.readline(LONGEST)
    if len(rest) == LONGEST and not rest.endswith(b"\n"):
        raise InputError(f"{name}: a line is longer than {LONGEST >> 20} MB: no file of records")
    return rest


def _document(line: str, start: int, literal: Literal, name: str, record: Record) -> Document:
    _, first, last, value = literal
    raw = line[first:last]
    ascii_only = is_ascii(raw)
    begin = start + len(line[:first].encode("utf-8"))
    kept = "" if raw == f'"{encoded(value, ascii_only)}"' else raw
    envelope = Envelope("json-ascii" if ascii_only else "json", b"", begin, begin + len(raw.encode("utf-8")), kept)
    # Half a surrogate pair is no text, and no table can be asked for it; one code point stands for it, so that all offsets hold.
    source = _SURROGATE.sub("\ufffd", value)
    return Document(name, source, "jsonl", Text().regions(source), envelope=envelope, record=record)


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"byte 0x{error.object[error.start]:02x} at {error.start} is not UTF-8"
    return "nested too deep" if isinstance(error, RecursionError) else f"not JSON: {error}"
