"""Where a document's offsets are in its file: an article is its file, a record is a literal in a line of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from pipeline.model import Document
from pipeline.problems.points import Point, points

Quote = Callable[[str], str]


def located(doc: Document, data: bytes, offsets: Iterable[int]) -> tuple[dict[int, Point], Quote | None]:
    """The point in the file ``data`` of each of ``offsets`` of ``doc``, and how text is written there; None where that is not known.

    Records of JSON lines have exact places inside their escapes; those of other formats the place of the whole record.
    """
    # The parts of a document have lines of their own, the paragraphs.
    if not doc.record or doc.format == "docx":
        return points(doc.source, offsets), str
    if doc.format == "jsonl" and data:
        return _in_literal(doc, data, offsets)
    point = Point(doc.record.number, 1, 1, 1)
    return dict.fromkeys(offsets, point), None


def _in_literal(doc: Document, data: bytes, offsets: Iterable[int]) -> tuple[dict[int, Point], Quote]:
    from pipeline.formats.literal import Places, encoded, is_ascii

    start, end, line = doc.envelope.start, doc.envelope.end, doc.record.number if doc.record else 1
    literal = data[start:end].decode("utf-8")
    head = data[data.rfind(b"\n", 0, start) + 1 : start].decode("utf-8-sig")
    places = Places(literal)
    raw = {offset: len(head) + places.raw(offset) for offset in offsets}
    found = points(head + literal, raw.values())
    ascii_only = is_ascii(literal)
    return {offset: replace(found[at], line=line) for offset, at in raw.items()}, lambda text: encoded(text, ascii_only)
