"""Writes full-width marks as English has them: ``volume，so`` -> "volume, so", ``２０２３`` -> "2023", 《》 -> double quotes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model import Candidate, Document, Origin, Span

# Mark -> (text, takes a blank before a word on its right, takes a blank after a word on its left).
_TABLE = {
    "，": (",", True, False), "。": (".", True, False), "、": (",", True, False), "；": (";", True, False), "：": (":", True, False),
    "？": ("?", True, False), "！": ("!", True, False), "（": ("(", False, True), "）": (")", True, False), "【": ("[", False, True),
    "】": ("]", True, False), "〔": ("[", False, True), "〕": ("]", True, False), "《": ('"', False, True), "》": ('"', True, False),
    "〈": ('"', False, True), "〉": ('"', True, False), "「": ('"', False, True), "」": ('"', True, False), "『": ('"', False, True),
    "』": ('"', True, False), "．": (".", False, False), "·": (" ", False, False), "丨": ("|", True, True), "｜": ("|", True, True),
    "～": ("~", False, False), "￥": ("¥", False, True), "\u3000": (" ", False, False), "＆": ("&", True, True),
    "—": ("-", True, True),
}  # fmt: skip
_WORD = re.compile(r"[^\W_]")
_BARS = "丨｜"
_CLOSED = ".,;:!?"


@dataclass(frozen=True, slots=True)
class ProposeMarks:
    """A mark that stands by Chinese which is kept, or in a name with a middle dot, is the business of that stage."""

    def __call__(self, doc: Document) -> Document:
        spans = [f.span for f in doc.open() if f.kind == "punctuation"]
        return doc.proposing(candidate for span in spans for candidate in _proposed(doc, span))


def _proposed(doc: Document, span: Span) -> Iterator[Candidate]:
    text = _english(doc.source, span)
    yield Candidate(span, text, Origin("rule", "punctuation"), ("punctuation",), 1.0)
    before = doc.source[max(0, span.start - 2) : span.start]
    if text[:1] in tuple(_CLOSED) and before[-1:] == " " and _WORD.match(before[:1]) and doc.segment(span).start < span.start:
        # "Maven 、Docker": no blank before the comma.
        yield Candidate(Span(span.start - 1, span.end), text, Origin("rule", "punctuation"), ("punctuation",), 1.1)


def _english(source: str, span: Span) -> str:
    """The marks of ``span`` one by one, blanks only where they are missing."""
    text = ""
    for at in range(span.start, span.end):
        left = (source[: span.start] + text)[-1:]
        right = source[at + 1 : at + 2]
        text += _mark("—" if source[at] in _BARS and _in_table(source, at) else source[at], left, right)
    return text


def _in_table(source: str, at: int) -> bool:
    """True in a row of a Markdown table, where a bar would start another cell."""
    line = source[source.rfind("\n", 0, at) + 1 : at]
    return line.lstrip().startswith("|")


def _mark(mark: str, left: str, right: str) -> str:
    if mark == "～" and left.isdigit() and right.isdigit():
        return "-"
    if mark not in _TABLE:
        return unicodedata.normalize("NFKC", mark)
    english, blank_right, blank_left = _TABLE[mark]
    if english == "," and left in (",", ".") or english == "." and left == ".":
        return ""
    if english in (",", ":", ".") and left.isdigit() and right.isdigit() and mark in "，：．":
        return english if mark != "，" else ", "
    before = " " if blank_left and left and (_WORD.match(left) or left in _CLOSED + "%)") else ""
    after = " " if blank_right and right and (_WORD.match(right) or right in "($€£“‘" and english != '"') else ""
    return before + english + after
