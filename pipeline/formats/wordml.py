"""WordprocessingML: the text of the paragraphs, where each character stands in the XML, and splicing edits into the runs."""

from __future__ import annotations

import bisect
import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from xml.sax.handler import ContentHandler

from pipeline.formats.regions import Mark
from pipeline.model import Span
from pipeline.script import HAN_CHARACTER

_SPACES = ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
_NAMED = re.compile(r"xmlns(?::(?P<prefix>[^\s=]+))?\s*=\s*[\"'](?P<uri>[^\"']*)[\"']")
# The text has been found to be well-formed: no tag is left open.
_TOKEN = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<(?P<end>/?)(?P<name>[^\s/>]+)(?P<rest>(?:[^>\"']|\"[^\"]*\"|'[^']*')*?)(?P<empty>/?)>", re.DOTALL
)
_ENCODING = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)")
_ENTITY = re.compile(r"&[^;]*;|\r\n|\r")
_PRESERVED = re.compile(r"xml:space\s*=\s*[\"']preserve[\"']")
# What stands in the text for elements that are no text; Word itself uses these characters.
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\x0b", "cr": "\x0b", "noBreakHyphen": "\u2011"}
_HIDDEN = frozenset(("moveFrom", "rt", "del"))
_UNTEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one run: its place in the source, in the XML, and the offset in the XML of each character where it is not one for one.

    ``tag`` is where the tag before it ends, which may say that blanks are ``preserved``; text that is ``kept`` stays.
    """

    start: int
    text: str
    first: int
    last: int
    places: tuple[int, ...]
    tag: int
    preserved: bool
    kept: bool

    @property
    def end(self) -> int:
        """The end of its place in the source."""
        return self.start + len(self.text)

    def raw(self, at: int) -> int:
        """The offset in the XML of the place ``at`` of the source."""
        return self.places[at - self.start] if self.places else self.first + at - self.start


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document: its paragraphs, a line each, and its runs in order of the source."""

    source: str
    runs: tuple[Run, ...]

    def marks(self) -> Iterator[Mark]:
        """What is no prose, beside what plain text has: signs that stand for elements, and ruby."""
        at = 0
        for run in self.runs:
            if run.start > at:
                yield at, run.start, "off"
            if run.kept:
                yield run.start, run.end, "code"
            at = run.end
        if at < len(self.source):
            yield at, len(self.source), "off"


@dataclass(slots=True)
class _Paragraph:
    items: list[Run] = field(default_factory=list)
    in_run: bool = False


def check(data: bytes) -> None:
    """Raises ValueError or a SAXException where ``data`` is not well-formed XML in UTF-8, or declares entities or a document type."""
    from defusedxml import sax

    encoding = _ENCODING.match(data)
    if encoding and encoding[1].lower() not in (b"utf-8", b"us-ascii"):
        raise ValueError(f"written in {encoding[1].decode('ascii', 'replace')}, not in UTF-8")
    sax.parseString(data, ContentHandler(), forbid_dtd=True)


def read(xml: str) -> Part:
    """The text of a part, which has been checked."""
    done: list[_Paragraph] = []
    stack: list[_Paragraph] = []
    hidden = ruby = 0
    text_from, preserved = -1, False
    names = _names(xml)
    at = 0
    for token in _TOKEN.finditer(xml):
        if text_from >= 0 and token.start() > at and stack and not hidden:
            stack[-1].items.append(_run(xml, at, token.start(), text_from - 1, preserved, ruby > 0))
        at = token.end()
        name = names.get(token["name"] or "", "")
        if not name:
            continue
        opens, closes = not token["end"], bool(token["end"] or token["empty"])
        if name == "p":
            if opens:
                stack.append(_Paragraph())
            if closes and stack:
                done.append(stack.pop())
        elif name == "r" and stack:
            stack[-1].in_run = opens and not closes
        elif name in _HIDDEN:
            hidden += opens - closes
        elif name == "ruby":
            ruby += opens - closes
        elif name == "t":
            text_from, preserved = (at if opens and not closes else -1), bool(_PRESERVED.search(token["rest"] or ""))
        elif opens and stack and stack[-1].in_run and not hidden:
            stack[-1].items.append(Run(0, _SIGNS[name], -1, -1, (), -1, False, True))
    return _part(done)


def spliced(xml: str, edits: Iterable[tuple[Span, str, str]]) -> str:
    """``xml`` with ``(span, before, after)`` written into its runs; a run that would lose a blank at its end says that it keeps it."""
    part = read(xml)
    starts = [run.start for run in part.runs]
    rows: dict[int, list[tuple[int, int, str]]] = {}
    for edit in edits:
        for span, text in _shared(part, starts, *edit):
            for index, row in _placed(part, starts, span, text):
                rows.setdefault(index, []).append(row)
    pieces: list[tuple[int, int, str]] = []
    for index, own in rows.items():
        run = part.runs[index]
        pieces += own
        text = _joined(xml, run.first, run.last, own)
        if text != text.strip() and not run.preserved:
            pieces.append((run.tag, run.tag, ' xml:space="preserve"'))
    return _joined(xml, 0, len(xml), set(pieces))


def _names(xml: str) -> dict[str, str]:
    """The names of the elements that matter, as they are written here, with what they are called."""
    wanted = ("p", "r", "t", "ruby", *_HIDDEN, *_SIGNS)
    found = {match["prefix"] or "" for match in _NAMED.finditer(xml) if match["uri"] in _SPACES}
    return {f"{prefix}:{name}" if prefix else name: name for prefix in found for name in wanted}


def _run(xml: str, start: int, end: int, tag: int, preserved: bool, kept: bool) -> Run:
    """The text that ``xml[start:end]`` says; its place in the source is not known yet."""
    raw = xml[start:end]
    if "&" not in raw and "\r" not in raw:
        return Run(0, raw, start, end, (), tag, preserved, kept)
    text: list[str] = []
    places: list[int] = []
    at = start
    for match in _ENTITY.finditer(xml, start, end):
        said = html.unescape(match[0]) if match[0][0] == "&" else "\n"
        text += (xml[at : match.start()], said)
        places += (*range(at, match.start()), *[match.start()] * len(said))
        at = match.end()
    text.append(xml[at:end])
    return Run(0, "".join(text), start, end, (*places, *range(at, end + 1)), tag, preserved, kept)


def _part(paragraphs: Iterable[_Paragraph]) -> Part:
    source: list[str] = []
    runs: list[Run] = []
    at = 0
    for paragraph in paragraphs:
        for run in paragraph.items:
            if run.first >= 0:
                runs.append(replace(run, start=at))
            source.append(run.text)
            at += len(run.text)
        source.append("\n")
        at += 1
    return Part("".join(source), tuple(runs))


def _shared(part: Part, starts: list[int], span: Span, before: str, after: str) -> Iterator[tuple[Span, str]]:
    """An edit, divided where its first words stand in another run than its Chinese: each run keeps its own look."""
    han = HAN_CHARACTER.search(before)
    words = before[: han.start()] if han else ""
    cut = span.start + len(words)
    if words.strip() and words[-1].isspace() and _at(part, starts, cut) != _at(part, starts, span.start):
        same = re.match(rf"(?:\S+\s+){{{len(words.split())}}}", after)
        if same:
            yield Span(span.start, cut), same[0]
            yield Span(cut, span.end), after[same.end() :]
            return
    common = len(words) if words and after.startswith(words) else 0
    yield Span(span.start + common, span.end), after[common:]


def _placed(part: Part, starts: list[int], span: Span, text: str) -> Iterator[tuple[int, tuple[int, int, str]]]:
    """The pieces of XML that ``span`` covers, by run; the text goes into the first of them."""
    for index in range(_at(part, starts, span.start), len(part.runs)):
        run = part.runs[index]
        if run.start >= span.end:
            return
        start, end = max(span.start, run.start), min(span.end, run.end)
        if start < end:
            yield index, (run.raw(start), run.raw(end), _escaped(text))
            text = ""


def _at(part: Part, starts: list[int], place: int) -> int:
    """The run in which the character at ``place`` stands."""
    return max(0, bisect.bisect_right(starts, place) - 1)


def _escaped(text: str) -> str:
    return html.escape(_UNTEXT.sub("", text), quote=False)


def _joined(xml: str, start: int, end: int, pieces: Iterable[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    for first, last, text in sorted(pieces):
        parts += (xml[start:first], text)
        start = last
    return "".join((*parts, xml[start:end]))
