"""Comments that speak to hanmend: ``<!-- hanmend: ignore -->`` and its variants, and what each of them covers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.model import Document, Span
from pipeline.plugins import suggestion

WORDS = ("ignore", "ignore-next-line", "ignore-start", "ignore-end", "ignore-file")
SIGN = "hanmend:"
_HTML = r"<!--[ \t]*hanmend:(?P<html>[^\n]*?)-->"
_LINE = r"(?:^|(?<=\r))[ \t]*(?:\#|//|%|;)+[ \t]*hanmend:(?P<line>[^\r\n]*)"
# Markdown would show a line that starts with # as a heading; plain text has no comments of its own, so both forms are taken there.
_COMMENTS = {"html": re.compile(_HTML), "markdown": re.compile(_HTML)}
_ANY_COMMENT = re.compile(f"{_HTML}|{_LINE}", re.MULTILINE)
_BODY = re.compile(r"\s*(?P<word>[^\s(（:]*)\s*(?:[(（](?P<terms>[^)）]*)[)）])?\s*(?P<reason>.*?)\s*$", re.DOTALL)
_NEXT_LINE = re.compile(r"[^\n]*\n(?:[ \t\r]*\n)*(?P<next>[^\n]*)")


@dataclass(frozen=True, slots=True)
class Directive:
    """One comment: its ``place``, what it ``covers`` (nothing where it is not understood), and ``fault``, what is wrong with it.

    With ``terms`` only leftovers that consist of them are covered.
    """

    place: Span
    word: str
    line: int
    covers: Span | None = None
    terms: tuple[str, ...] = ()
    reason: str = ""
    fault: str = ""


def directives(doc: Document) -> list[Directive]:
    """The comments of ``doc`` in order; those inside code, links and front matter are only quoted there."""
    if SIGN not in doc.source:
        return []
    found = list(_read(doc))
    return [_with_end(one, found, len(doc.source)) for one in found]


def _read(doc: Document) -> Iterator[Directive]:
    quoted = [r.span for r in doc.regions if r.kind in ("code", "link", "front-matter")]
    for match in _COMMENTS.get(doc.format, _ANY_COMMENT).finditer(doc.source):
        place = Span(match.start(), match.end())
        body = _BODY.match(match[match.lastgroup or 0])
        if body and not any(span.overlaps(place) for span in quoted):
            terms = tuple(filter(None, (t.strip() for t in re.split(r"[,，、]", body["terms"] or ""))))
            reason = body["reason"].lstrip(":-— ")
            yield _covering(doc.source, Directive(place, body["word"], doc.source.count("\n", 0, place.start) + 1, None, terms, reason))


def _covering(source: str, one: Directive) -> Directive:
    start = source.rfind("\n", 0, one.place.start) + 1
    end = source.find("\n", one.place.end)
    line = Span(start, len(source) if end < 0 else end)
    alone = not (source[line.start : one.place.start] + source[one.place.end : line.end]).strip()
    if one.word not in WORDS:
        return replace(one, fault=f"unknown word '{one.word}'{suggestion(one.word, WORDS)}; known are {', '.join(WORDS)}")
    if one.word == "ignore-file":
        return replace(one, covers=Span(0, len(source)))
    if one.word == "ignore-next-line" or one.word == "ignore" and alone:
        match = _NEXT_LINE.match(source, one.place.end)
        return replace(one, covers=Span(match.start("next"), match.end("next")) if match else None, fault="" if match else "no line follows")
    return replace(one, covers=line) if one.word == "ignore" else one


def _with_end(one: Directive, found: list[Directive], length: int) -> Directive:
    """A block with its end: the next ``ignore-end``, or the end of the text, which is a fault."""
    if one.word == "ignore-end":
        before = [d for d in found if d.place < one.place and d.word in ("ignore-start", "ignore-end")]
        return one if before and before[-1].word == "ignore-start" else replace(one, fault="ends a block that was never started")
    if one.word != "ignore-start":
        return one
    end = next((d for d in found if d.place > one.place and d.word == "ignore-end"), None)
    fault = "" if end else "is never ended; add a comment 'hanmend: ignore-end'"
    return replace(one, covers=Span(one.place.end, end.place.start if end else length), fault=fault)
