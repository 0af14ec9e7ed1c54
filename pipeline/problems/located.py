"""Where a document's offsets are in its file: an article is its file, a record is a literal in a line of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from pipeline.model import Document
from pipeline.problems.points import Point, points

Quote = Callable[[str], str]


def located(doc: Document, data: bytes, offsets: Iterable[int]) -> tuple[dict[int, Point], Quote | None]:
    """The point in the file ``data`` of each of ``offsets`` of ``doc``, and how text is written there; None where that is not known.

    Records of JSON lines have exact places inside their escapes, cells those in their quotes; others have the place of the whole record.
    """
    # The parts of a document have lines of their own, the paragraphs.
    if not doc.record or doc.format == "docx":
        return points(doc.source, offsets), str
    if doc.format == "jsonl" and data:
        return _in_literal(doc, data, offsets)
    if doc.format == "csv" and (found := _in_cell(doc, data, doc.record.number, list(offsets))):
        return found, None
    point = Point(doc.record.number, 1, 1, 1)
    return dict.fromkeys(offsets, point), None


def _in_literal(doc: Document, data: bytes, offsets: Iterable[int]) -> tuple[dict[int, Point], Quote]:
    from pipeline.formats.literal import Places, encoded, is_ascii

    start, end, line = doc.envelope.start, doc.envelope.end, doc.record.number if doc.record else 1
    literal = data[start:end].decode("utf-8")
    head = data[data.rfind(b"\n", 0, start) + 1 : start].decode("utf-8-sig")
    places = Places(literal)
    raw = {offset: len(head) + places.raw(offset) for offset in offsets}
    found = points(head + literal, raw.values(), line)
    ascii_only = is_ascii(literal)
    return {offset: found[at] for offset, at in raw.items()}, lambda text: encoded(text, ascii_only)


def _in_cell(doc: Document, data: bytes, line: int, offsets: Sequence[int]) -> dict[int, Point]:
    """Nothing where the row begins in a line above the cell, or ``data`` is not what the places count from: a file that is not UTF-8."""
    from pipeline.formats.cells import DELIMITERS, cells, places, value_of

    start, end = doc.envelope.start, doc.envelope.end
    begin = max(data.rfind(b"\n", 0, start), data.rfind(b"\r", 0, start)) + 1
    sign = data[start - 1 : start] if start > begin else b","
    if sign not in DELIMITERS:
        return {}
    row = list(cells(data, begin, end, sign))
    # A quote in a cell without quotes may be the end of one that began in a line above.
    if (start, end) not in row or any(b'"' in data[a:b] and data[a : a + 1] != b'"' for a, b in row[:-1]):
        return {}
    try:
        head, cell = data[begin:start].decode("utf-8-sig"), data[start:end].decode("utf-8")
    except UnicodeDecodeError:
        return {}
    if value_of(cell) != doc.source:
        return {}
    raw = [len(head) + at for at in places(cell, offsets)]
    found = points(head + cell, raw, line)
    return {offset: found[at] for offset, at in zip(offsets, raw, strict=True)}
