"""Markdown (CommonMark, GFM tables, footnotes, front matter): prose is edited, code, links and markup are not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.formats.code import LINE, code_spans, fenced
from pipeline.formats.regions import Mark, links, regions
from pipeline.model import Region, RegionKind, Span

_FRONT_MATTER = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n.*?(?:\r\n|\n|\r)\1[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_HIDDEN_HTML = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|pre|code|ruby|textarea|kbd|samp)\b[^>]*>.*?(?:</\1\s*>|\Z)"
    r"|<(\w+)\b[^>]*?\b(?:lang=[\"']?(?:zh|ja|ko)[^>]*|translate=[\"']?no\b[^>]*)>.*?(?:</\2\s*>|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"</?[A-Za-z][\w:-]*(?:\s[^<>]*)?/?>|&(?:#\d+|#x[\da-fA-F]+|\w+);")
_SHORTCODE = re.compile(r"\{\{[<%]?.*?[>%]?\}\}|\{%.*?%\}|\{[#.:][^{}\n]*\}")
_MATH = re.compile(r"\$\$.+?\$\$|(?<![\\$\w])\$(?![\s$\d])[^$\n]+?(?<![\s\\])\$(?![\w$])", re.DOTALL)
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]*(?:<[^>\n]*>|\S+)", re.MULTILINE)
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:?")
_DESTINATION = re.compile(r"(?<=\])\((?:<[^<>\n]*>|(?:[^()\s\\]|\\.|\([^()\s]*\))*)")
_REFERENCE = re.compile(r"(?<=\])\[[^\]\n]*\]")
_AUTOLINK = re.compile(r"<[a-zA-Z][a-zA-Z0-9+.-]*:[^<>\s]*>|<[\w.+-]+@[\w.-]+>")
_DELIMITER_ROW = re.compile(r"^[ \t]*\|?(?:[ \t]*:?-{1,}:?[ \t]*\|)+(?:[ \t]*:?-{1,}:?[ \t]*)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Markdown:
    """Blocks by line, then the marks inside them; whatever no mark covers is prose."""

    suffixes: tuple[str, ...] = (".md", ".markdown")

    def read(self, source: str) -> tuple[Region, ...]:
        """Regions that cover ``source``; never raises, in linear time."""
        marks: list[Mark] = []
        front = _FRONT_MATTER.match(source)
        start = front.end() if front else 0
        if start:
            marks.append((0, start, "front-matter"))
        marks += fenced(source, start)
        marks += _indented(source, start)
        marks = _outer(marks)
        marks += _outside(marks, _spans(source, start, _HIDDEN_HTML, "off", "<"))
        marks = _outer(marks)
        marks += _outside(marks, code_spans(source, start))
        for pattern, kind, sign in _INLINE:
            marks += _spans(source, start, pattern, kind, sign)
        marks += links(source, start)
        return regions(source, marks)

    def quote(self, text: str, source: str, span: Span) -> str:
        """``text`` with what would become markup here escaped; plain words come back as they are."""
        return re.sub(r"(?<!\\)([*_`\[\]<])", r"\\\1", text) if re.search(r"[*_`\[\]<]", text) else text


_INLINE: tuple[tuple[re.Pattern[str], RegionKind, str], ...] = (
    (_TAG, "off", ""),
    (_SHORTCODE, "code", "{"),
    (_MATH, "code", "$"),
    (_DEFINITION, "link", "]:"),
    (_FOOTNOTE, "off", "[^"),
    (_DESTINATION, "link", "]("),
    (_REFERENCE, "link", "]["),
    (_AUTOLINK, "link", "<"),
    (_DELIMITER_ROW, "off", "--"),
)


def _spans(source: str, start: int, pattern: re.Pattern[str], kind: RegionKind, sign: str) -> Iterator[Mark]:
    """Matches of ``pattern``, not looked for where ``sign``, which each of them holds, is missing."""
    if sign in source:
        yield from ((m.start(), m.end(), kind) for m in pattern.finditer(source, start) if m.end() > m.start())


def _indented(source: str, start: int) -> Iterator[Mark]:
    """Code by four blanks: only after an empty line, and not inside a list."""
    blank, in_list, in_code = True, False, False
    for line in LINE.finditer(source, start):
        text = line.group()
        if not text.strip():
            blank = True
        else:
            if re.match(r" {0,3}(?:[-*+]|\d{1,9}[.)])(?:\s|$)", text):
                in_list = True
            elif blank and not text[0].isspace():
                in_list = False
            in_code = (in_code or blank) and not in_list and re.match(r"(?: {4}| {0,3}\t)", text) is not None
            if in_code:
                yield line.start(), line.end(), "code"
            blank = False
        if line.end() == len(source):
            break


def _outer(marks: list[Mark]) -> list[Mark]:
    """Without the marks that lie inside an earlier one."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m[0], -m[1])):
        if not kept or mark[0] >= kept[-1][1]:
            kept.append(mark)
    return kept


def _outside(marks: list[Mark], candidates: Iterator[Mark]) -> list[Mark]:
    """The candidates that start inside none of ``marks``, which are in order and apart."""
    found, index = [], 0
    for mark in candidates:
        while index < len(marks) and marks[index][1] <= mark[0]:
            index += 1
        if index == len(marks) or mark[0] < marks[index][0]:
            found.append(mark)
    return found
