"""gettext PO: the translations (``msgstr``, plural forms too) are edited; ``msgid``, comments, obsolete entries and the header are not."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.errors import InputError
from pipeline.formats.regions import LINE_END, Mark, covering, lines, links
from pipeline.formats.whole import Whole
from pipeline.model import Document, Region, RegionKind, Span
from pipeline.spans import SpanIndex

_LINE = re.compile(r"[ \t]*+(?P<key>msgid_plural|msgid|msgctxt|msgstr(?:\[\d+\])?|)[ \t]*+\"(?P<text>(?:[^\"\\\r\n]|\\[^\r\n])*+)\"[ \t]*+\Z")
_KNOWN = re.compile(r"(?:^|(?<=\r))[ \t]*+(?:#~[ \t]*+)?msgid[ \t]*+\"", re.MULTILINE)
_CHINESE = re.compile(r"(?:^|\\n)Language:[ \t]*(?:zh|ja|ko|yue)(?![a-z])", re.IGNORECASE)
# Flags of languages in whose formats a percent sign of its own is written twice.
_FORMATTED = re.compile(r"#,.*?(?<!no-)\b(?:c|objc|python|php|perl|awk|pascal|ycp|tcl|boost|lua|gcc-internal|gfc-internal|object-pascal|ruby|kde)-format\b")
_ESCAPE = re.compile(r"\\(?:x[\da-fA-F]{1,2}|[0-7]{1,3}|.)")
_PLACEHOLDER = re.compile(
    r"%%|%(?:\(\w+\)|\d+\$)?[-+#0]*\d*(?:\.\d+)?(?:hh|ll|[hlLqjzt])?[diouxXeEfFgGcrsa](?![A-Za-z])|%\(\w+\)[a-z]"
    r"|\{[\w.!:\[\]-]*\}|\$\{\w+\}|</?[A-Za-z][^<>\"]*>|&(?:#\d+|[A-Za-z][A-Za-z0-9]*);"
)
_TO_ESCAPE = re.compile(r"\\[abfnrtv\\\"]|\\(?:x[\da-fA-F]|[0-7])|[\\\"]|\r\n|[\n\r\t]")
_ESCAPES = {"\n": "\\n", "\r": "\\n", "\r\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


@dataclass(frozen=True, slots=True)
class Po(Whole):
    """A text written over many lines is one text, as for gettext; ``\\n`` ends a sentence, a placeholder stands for a word."""

    name = "po"
    suffixes: tuple[str, ...] = (".po",)

    def read(self, data: bytes, name: str) -> list[Document]:
        """The one document. Raises InputError where ``data`` is no text or has no entry."""
        docs = Whole.read(self, data, name)
        if docs[0].source.strip() and not _KNOWN.search(docs[0].source):
            raise InputError(f"{name}: no line begins with msgid: not a PO file")
        return docs

    def regions(self, source: str) -> tuple[Region, ...]:
        """Regions that cover ``source``."""
        texts = _texts(source)
        marks: list[Mark] = []
        at, entry = 0, -1
        for text in texts:
            marks.append((at, text.span.start, "markup" if text.entry == entry else "break"))
            marks += _within(source, text.span)
            at, entry = text.span.end, text.entry
        return covering(source, (*marks, (at, len(source), "break")))

    def quote(self, text: str, source: str, span: Span) -> str:
        """Escaped as in a literal of C; a percent sign is doubled in a text that is a format."""
        text = _TO_ESCAPE.sub(lambda m: _ESCAPES.get(m[0], m[0]), text)
        own = next(iter(_index(source).covering(span)), None)
        return re.sub(r"(?<!%)%(?!%)", "%%", text) if own and own.formatted else text


@dataclass(frozen=True, slots=True)
class _Text:
    """What stands between the quotes on one line; the lines of one ``msgstr`` have the same ``entry``."""

    span: Span
    entry: int
    formatted: bool


@functools.lru_cache(maxsize=2)
def _index(source: str) -> SpanIndex[_Text]:
    return SpanIndex(_texts(source), lambda text: text.span)


def _texts(source: str) -> list[_Text]:
    """The texts of the translations, in order; none where the header says that they are Chinese."""
    found: list[_Text] = []
    entry, said, key, identity, header = 0, "", "", "", ""
    formatted = flagged = False
    for start, end in lines(source):
        if source[start : start + 1] == "#":
            flagged = flagged or _FORMATTED.match(source, start, end) is not None
            key = ""
            continue
        match = _LINE.match(source, start, end)
        if not match:
            key = ""
            continue
        if match["key"]:
            key, entry = match["key"], entry + 1
            if key == "msgctxt" or key == "msgid" and said != "msgctxt":
                formatted, flagged, identity = flagged, False, ""
            said = key
        if key in ("msgid", "msgctxt", "msgid_plural"):
            identity += match["text"]
        elif key.startswith("msgstr") and identity:
            found.append(_Text(Span(*match.span("text")), entry, formatted))
        elif key == "msgstr":
            header += match["text"]
    return [] if _CHINESE.search(header) else found


def _within(source: str, span: Span) -> Iterator[Mark]:
    for match in _ESCAPE.finditer(source, span.start, span.end):
        kind: RegionKind = "break" if match[0] in ("\\n", "\\r") else "markup"
        yield match.start(), match.end(), kind
    yield from ((m.start(), m.end(), "markup" if m[0][0] in "<&" else "code") for m in _PLACEHOLDER.finditer(source, span.start, span.end))
    yield from ((m.start(), m.end(), "off") for m in LINE_END.finditer(source, span.start, span.end))
    yield from links(source, span.start, span.end)
