"""Markdown (CommonMark, GFM tables, footnotes, front matter): prose is edited, code, links and markup are not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.formats.code import LINE, code_spans, fenced
from pipeline.formats.regions import Mark, links, regions
from pipeline.formats.whole import Whole
from pipeline.model import Region, RegionKind, Span

_END = r"(?:\r\n|\n|\r)"
_FRONT_MATTER = re.compile(
    rf"\A\ufeff?(?P<mark>---|\+\+\+)[ \t]*{_END}(?![ \t]*{_END})(?:.*?{_END})??(?:(?P=mark)|\.\.\.)[ \t]*(?:{_END}|\Z)", re.DOTALL
)
# Attributes stop at the next < and are looked ahead for as a whole: tags that never end must not be scanned again and again.
_HIDDEN_HTML = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|pre|code|ruby|textarea|kbd|samp)\b[^<>]*>.*?(?:</\1\s*>|\Z)"
    r"|<(?!(?:br|hr|img|input|link|meta)\b)(\w+)\b(?=[^<>]*>)[^<>]*?(?<![\w-])(?:lang=[\"']?(?:zh|ja|ko)(?![a-z])|translate=[\"']?no\b)[^<>]*>"
    r".*?(?:</\2\s*>|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"</?[A-Za-z][\w:-]*(?:\s[^<>]*)?/?>|&(?:#\d+|#x[\da-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
_SHORTCODE = re.compile(r"\{\{(?:[^{}\n]|\}(?!\})|\{(?!\{))*\}\}|\{%(?:[^{%\n]|%(?!\}))*%\}|\{[#.:][^{}\n]*\}")
_MATH = re.compile(
    rf"(?:^|(?<=\r))[ \t]*\$\$[ \t]*{_END}.*?{_END}[ \t]*\$\$(?=[ \t]*(?:{_END}|\Z))"
    rf"|\$\$(?:[^$\r\n]|\$(?!\$)|{_END}(?![ \t]*{_END}))+?\$\$|(?<![\\$\w])\$(?![\s$\d])[^$\n]+?(?<![\s\\])\$(?![\w$])",
    re.DOTALL | re.MULTILINE,
)
_DEFINITION = re.compile(r"(?:^|(?<=\r)) {0,3}\[(?!\^)(?P<label>[^\[\]\r\n]+)\]:[ \t]*(?:<[^>\r\n]*>|\S+)", re.MULTILINE)
_SHORTCUT = re.compile(r"\[(?P<label>[^\[\]\r\n]+)\](?![(:\[])")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]+\]:?")
_DESTINATION = re.compile(r"(?<=\])\((?:<[^<>\n]*>|(?:[^()\s\\]|\\.|\([^()\s]*\))*)(?=[ \t]*\)|\s+[\"'(])")
_REFERENCE = re.compile(r"(?<=\])\[[^\]\n]*\]")
_AUTOLINK = re.compile(r"<[a-zA-Z][a-zA-Z0-9+.-]*:[^<>\s]*>|<[\w.+-]+@[\w.-]+>")
_DELIMITER_ROW = re.compile(r"^[ \t]*+\|?(?:[ \t]*+:?-++:?[ \t]*+\|)+(?:[ \t]*+:?-++:?[ \t]*+)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Markdown(Whole):
    """Blocks by line, then the marks inside them; whatever no mark covers is prose."""

    name = "markdown"
    suffixes: tuple[str, ...] = (".md", ".markdown")

    def regions(self, source: str) -> tuple[Region, ...]:
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
        marks += _shortcuts(source, start)
        marks += links(source, start)
        return regions(source, marks)

    def quote(self, text: str, source: str, span: Span) -> str:
        """``text`` with what would become markup here escaped; signs that stood in the source at ``span`` are its markup and stay."""
        own = span.of(source)
        return re.sub(r"(?<!\\)[*_`\[\]<]", lambda m: m[0] if m[0] in own else "\\" + m[0], text)


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


def _shortcuts(source: str, start: int) -> Iterator[Mark]:
    """``[label]`` alone, where the label is defined: its text is also the key, so changing it would cut the link."""
    labels = {_folded(m["label"]) for m in _DEFINITION.finditer(source, start)} if "]:" in source else set()
    if labels:
        yield from ((m.start(), m.end(), "link") for m in _SHORTCUT.finditer(source, start) if _folded(m["label"]) in labels)


def _folded(label: str) -> str:
    return " ".join(label.casefold().split())


_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]{1,4}(?=\S)|[ \t]|$)")


def _indented(source: str, start: int) -> Iterator[Mark]:
    """Code by four blanks more than the text around it has; only after an empty line or other such code."""
    blank, in_code, columns = True, False, [0]
    for line in LINE.finditer(source, start):
        text = line.group().rstrip("\r\n").expandtabs(4)
        body = text.lstrip()
        if body:
            column = len(text) - len(body)
            while blank and column < columns[-1]:
                columns.pop()
            in_code = (in_code or blank) and column - columns[-1] >= 4
            if in_code:
                yield line.start(), line.end(), "code"
            elif item := _ITEM.match(text):
                columns = [*(c for c in columns if c <= column), item.end()]
        blank = not body
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
