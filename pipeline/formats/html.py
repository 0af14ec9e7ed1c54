"""HTML: the text that a reader sees is edited, and ``alt`` and ``title``; tags, entities, scripts, styles and comments are not.

A sentence goes on across inline tags and entities and ends at the tag of a block.
"""

from __future__ import annotations

import functools
import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.formats.regions import LINE_END, Mark, covering, links
from pipeline.formats.whole import Whole
from pipeline.model import Document, Kept, Region, RegionKind, Span
from pipeline.script import HAN, WIDE_MARKS
from pipeline.spans import SpanIndex

REFERENCE = "written as a character reference; write the character itself to have it repaired"
UNQUOTED = "in an attribute without quotes; put quotes around its value to have it repaired"

# Every pattern takes what it began with to its end, or to the end of the text: nothing is scanned twice.
_ATTRIBUTE = r"[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+|(?=>)))?+"
_TAG = re.compile(rf"<(?P<end>/?)(?P<name>[A-Za-z][^\s/>]*+)(?P<rest>(?:[\s/]++|{_ATTRIBUTE})*+)(?:>|\Z)")
_DECLARATION = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))|<!\[CDATA\[.*?(?:\]\]>|\Z)|<[!?][^>]*+(?:>|\Z)|</(?![A-Za-z])[^>]*+(?:>|\Z)", re.DOTALL)
_VALUE = re.compile(r"(?P<name>[^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)(?:\"|\Z)|'(?P<single>[^']*+)(?:'|\Z)|(?P<bare>[^\s>\"'][^\s>]*+)))?+")
_WORTH = re.compile(r"(?i)\b(?:lang|translate|alt|title)\b|notranslate")
_ENTITY = r"&(?:#\d+;?|#[xX][\da-fA-F]+;?|[A-Za-z][A-Za-z0-9]*;)"
_INLINE = re.compile(rf"{_ENTITY}|{LINE_END.pattern}")
_REFERENCES = re.compile(rf"(?:[{HAN}]|&#(?:\d+|[xX][\da-fA-F]+);?)+")
_LEFTOVER = re.compile(f"[{HAN}{re.escape(WIDE_MARKS)}]")
_FAR_REFERENCE = re.compile(rb"&#(?:[xX]0*(?:2[eEfF][89a-fA-F]|[3-9a-fA-F])[\da-fA-F]{2}|0*[1-9]\d{4})")
_BARE = re.compile(r"&(?!#\d|#[xX][\da-fA-F]|[A-Za-z][A-Za-z0-9]*;)|[<\"']")
_NAMES = {"&": "&amp;", "<": "&lt;", '"': "&quot;", "'": "&#39;"}

_IN_SENTENCE = frozenset("a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rb ruby s samp small span strike strong sub sup "
                         "time tt u var wbr".split())  # fmt: skip
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_RAW = frozenset("script style textarea iframe noembed noframes xmp".split())
_KEPT = frozenset("code kbd samp ruby pre math".split())
# An element that is closed by the next of its kind, where its end tag is left out.
_SIBLINGS = {name: frozenset(group.split()) for group in ("li", "dt dd", "td th", "option", "p") for name in group.split()} | {
    "tr": frozenset(("td", "th", "tr"))
}
# Translated pages go on to call themselves Chinese: what the whole page says of its language proves nothing.
_PAGE = frozenset(("html", "body"))
_CHINESE = re.compile(r"(?i)(?:zh|ja|ko|yue|wuu|lzh|cmn)(?![a-z])")


@dataclass(frozen=True, slots=True)
class Html(Whole):
    """What is marked as Chinese (``lang``), as not to be translated (``translate="no"``), as ruby or as code stays."""

    name = "html"
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def may_hold(self, data: bytes) -> bool:
        """A character may be written as ``&#20048;``."""
        return Whole.may_hold(self, data) or b"&#" in data and _FAR_REFERENCE.search(data) is not None

    def read(self, data: bytes, name: str) -> list[Document]:
        """The one document, with the reason for what cannot be repaired as it is written."""
        (doc,) = Whole.read(self, data, name)
        return [replace(doc, kept=tuple(_kept(doc)))]

    def regions(self, source: str) -> tuple[Region, ...]:
        """Regions that cover ``source``."""
        return covering(source, _page(source).marks)

    def quote(self, text: str, source: str, span: Span) -> str:
        """What would be markup here as an entity; the signs that stand in the source at ``span`` stay."""
        value = _page(source).values.covering(span)
        signs = {"&", "<", *(source[one.start - 1] for one in value)} - set(span.of(source))
        return _BARE.sub(lambda m: _NAMES[m[0]] if m[0] in signs else m[0], text)


@dataclass(frozen=True, slots=True)
class _Page:
    """What stands where in a text: the marks of its regions, the attribute values that are prose, and those that would be if they had quotes."""

    marks: tuple[Mark, ...]
    values: SpanIndex[Span]
    bare: tuple[Span, ...]


@functools.lru_cache(maxsize=2)
def _page(source: str) -> _Page:
    reader = _Reader(source)
    marks = tuple(reader.marks())
    return _Page(marks, SpanIndex(reader.values, lambda span: span), tuple(reader.bare))


@dataclass(frozen=True, slots=True)
class _Open:
    """An element: whether its language is Chinese, whether it is not to be translated."""

    name: str
    foreign: bool = False
    fixed: bool = False

    @property
    def kept(self) -> bool:
        """True where its text stays as it is."""
        return self.foreign or self.fixed


class _Reader:
    """Goes through the tags once. It knows as much of HTML as is needed to tell where an element ends."""

    def __init__(self, source: str) -> None:
        self.values: list[Span] = []
        self.bare: list[Span] = []
        self._source = source
        self._stack = [_Open("")]
        self._opened: Counter[str] = Counter()
        self._kept_from = -1
        self._kept_kind: RegionKind = "code"

    def marks(self) -> Iterator[Mark]:
        """Everything that is not prose; what is kept overlaps the marks inside it and begins before them."""
        source, at, length = self._source, 0, len(self._source)
        while at < length:
            start = source.find("<", at)
            start = length if start < 0 else start
            tag = _TAG.match(source, start)
            other = None if tag else _DECLARATION.match(source, start)
            end = tag.end() if tag else other.end() if other else min(start + 1, length)
            yield from self._text(at, start if tag or other else end)
            at = end
            if tag:
                yield from self._tag(tag)
                at = self._after(tag)
                if at > end and self._kept_from < 0:
                    yield end, at, "break"
            elif other and self._kept_from < 0:
                yield start, end, "markup"
        if self._kept_from >= 0:
            yield self._kept_from, length, self._kept_kind

    def _text(self, start: int, end: int) -> Iterator[Mark]:
        if self._kept_from < 0 and start < end:
            yield from ((m.start(), m.end(), "markup") for m in _INLINE.finditer(self._source, start, end))
            yield from links(self._source, start, end)

    def _tag(self, tag: re.Match[str]) -> Iterator[Mark]:
        name = tag["name"].lower()
        kind: RegionKind = "markup" if name in _IN_SENTENCE else "break"
        before = self._stack[-1].kept
        values: list[tuple[Span, bool]] = []
        if tag["end"]:
            self._close(name)
        else:
            values = self._begin(name, tag)
        now = self._stack[-1].kept
        if before and not now:
            yield self._kept_from, tag.end() if tag["end"] else tag.start(), self._kept_kind
            self._kept_from = -1
        if now and not before:
            self._kept_from, self._kept_kind = tag.start(), "code" if name in _IN_SENTENCE else "break"
        elif not (now or before and tag["end"]):
            yield from self._pieces(tag, kind, values)
        if not tag["end"] and (name in _VOID or tag[0].endswith("/>")):
            yield from self._empty(tag)

    def _empty(self, tag: re.Match[str]) -> Iterator[Mark]:
        """An element without content is closed where it begins."""
        before = self._stack[-1].kept
        self._pop()
        if before and not self._stack[-1].kept:
            yield self._kept_from, tag.end(), self._kept_kind
            self._kept_from = -1

    def _begin(self, name: str, tag: re.Match[str]) -> list[tuple[Span, bool]]:
        """The element opened; the spans of the values in it that a reader sees, and whether each has quotes."""
        while self._stack[-1].name in _SIBLINGS.get(name, ()):
            self._pop()
        above = self._stack[-1]
        foreign, fixed = above.foreign, above.fixed or name in _KEPT
        values: list[tuple[Span, bool]] = []
        if _WORTH.search(tag["rest"]):
            for one in _VALUE.finditer(self._source, tag.start("rest"), tag.end("rest")):
                key = one["name"].lower()
                group = next((g for g in ("double", "single", "bare") if one[g]), "")
                said = one[group] if group else ""
                if key in ("lang", "xml:lang") and name not in _PAGE:
                    foreign = _CHINESE.match(said) is not None
                elif key == "translate":
                    fixed = said.lower() == "no" or fixed and said.lower() != "yes"
                elif key == "class" and "notranslate" in said.split():
                    fixed = True
                elif key in ("alt", "title") and group:
                    values.append((Span(*one.span(group)), group != "bare"))
        self._stack.append(_Open(name, foreign, fixed))
        self._opened[name] += 1
        return values

    def _after(self, tag: re.Match[str]) -> int:
        """Where to go on: behind the content of an element that holds no tags."""
        name = tag["name"].lower()
        if tag["end"] or name not in _RAW or self._stack[-1].name != name:
            return tag.end()
        end = re.compile(rf"</{name}(?=[\s/>]|\Z)", re.IGNORECASE).search(self._source, tag.end())
        return end.start() if end else len(self._source)

    def _close(self, name: str) -> None:
        if self._opened[name]:
            while self._pop() != name:
                pass

    def _pop(self) -> str:
        name = self._stack.pop().name
        self._opened[name] -= 1
        return name

    def _pieces(self, tag: re.Match[str], kind: RegionKind, values: list[tuple[Span, bool]]) -> Iterator[Mark]:
        """A tag, cut at the values that may hold something; a sentence does not go on across such a one."""
        at = tag.start()
        for span, quoted in values:
            if span.of(self._source).isascii():
                continue
            if not quoted:
                self.bare.append(span)
                continue
            self.values.append(span)
            yield at, span.start, "break"
            yield from ((m.start(), m.end(), "markup") for m in _INLINE.finditer(self._source, span.start, span.end))
            at, kind = span.end, "break"
        yield at, tag.end(), kind


def _kept(doc: Document) -> Iterator[Kept]:
    """What is left with a reason; a reference with the Chinese that it touches, because half a word is none."""
    source = doc.source
    if "&#" in source:
        read = (r.span for r in doc.regions if r.kind == "prose" or r.kind == "markup" and source[r.span.start] == "&")
        prose = SpanIndex(read, lambda span: span)
        for match in _REFERENCES.finditer(source):
            span = Span(match.start(), match.end())
            if "&" in match[0] and _LEFTOVER.search(html.unescape(match[0])) and prose.overlapping(span):
                yield Kept(span, REFERENCE)
    yield from (Kept(span, UNQUOTED) for span in _page(source).bare if _LEFTOVER.search(span.of(source)))
