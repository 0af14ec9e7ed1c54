"""Edits as data: which of them stand together, writing them, taking them back, and naming them."""

from __future__ import annotations

import functools
import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.errors import EditError
from pipeline.model import Document, Edit, Safety, Span
from pipeline.script import HAN_CHARACTER
from pipeline.spans import Taken

# How much of the article on either side goes into an id. 24 characters survive an edit in the next clause and still
# tell two places of one term apart (measured over random source edits).
ID_CONTEXT = 24
# What folding takes out of ASCII, far faster than a pattern does.
_UNFOLDED = bytes(code for code in range(128) if not chr(code).isalnum())


def select(edits: Iterable[Edit]) -> list[Edit]:
    """The edits that can stand together, in order of place: of two that overlap the safer wins, then the longer, then the first."""
    chosen: list[Edit] = []
    taken = Taken()
    for edit in sorted(edits, key=lambda e: (-e.safety, -len(e.span), e.span)):
        if not taken.clashes(edit.span):
            taken.take(edit.span)
            chosen.append(edit)
    return sorted(chosen, key=lambda e: e.span)


def apply(source: str, edits: Sequence[Edit]) -> str:
    """``source`` with each edit's span replaced; everything else as it was.

    Raises EditError where two edits overlap or the text at a span is not the edit's ``before``.
    """
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda e: e.span):
        if edit.span.start < at:
            raise EditError(f"edit {edit.id or edit.before!r} at {edit.span.start} overlaps the edit before it")
        if edit.span.of(source) != edit.before:
            raise EditError(f"at {edit.span.start}: expected {edit.before!r}, found {edit.span.of(source)!r}")
        parts += (source[at : edit.span.start], edit.after)
        at = edit.span.end
    return "".join((*parts, source[at:]))


def undo(output: str, done: Iterable[tuple[Span, str, str]]) -> str:
    """The source again, from the output and the ledger's ``(span, before, after)`` of what was applied.

    Raises EditError where the output does not hold an ``after`` at its place: it was changed since.
    """
    parts: list[str] = []
    at = shift = 0
    for span, before, after in sorted(done, key=lambda row: row[0]):
        start = span.start + shift
        if output[start : start + len(after)] != after or start < at:
            found = output[start : start + len(after)]
            raise EditError(f"the output was changed since it was made: at {start} expected {after!r}, found {found!r}")
        parts += (output[at:start], before)
        at = start + len(after)
        shift += len(after) - len(before)
    return "".join((*parts, output[at:]))


def applied(doc: Document, level: Safety) -> list[Edit]:
    """The edits of ``doc`` that a run at ``level`` writes: none of a document that failed, none that is LEAVE."""
    return [] if doc.error else [e for e in doc.edits if e.safety >= max(level, Safety.REVIEW)]


def identified(source: str, edits: Iterable[Edit]) -> list[Edit]:
    """The same edits, in order of place, with the ids of their places."""
    places = places_of(source)
    return [replace(edit, id=places.id_of(edit.span)) for edit in sorted(edits, key=lambda e: e.span)]


@functools.lru_cache(maxsize=2)
def places_of(source: str) -> Places:
    """The names of the places of ``source``, worked out once by whoever asks first: the arbiter, then the report."""
    return Places(source)


class Places:
    """Names places of one text: hash of the Chinese, what stands around it, and the ordinal among equal ones.

    What an edit takes in beside the Chinese (a blank, the article before it) makes no difference, so that a better
    proposal for a place does not give it another name.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._known: dict[str, dict[int, tuple[str, int]]] = {}
        self._around: dict[Span, tuple[str, str]] = {}
        self._counts: Counter[str] = Counter()

    def id_of(self, span: Span) -> str:
        """``e1-`` and 16 hexadecimal digits: the same on every machine and after changes elsewhere in the text."""
        key, ordinal = self._named(span)
        return "e1-" + _digest(f"{key}\x1f{ordinal}")[:16]

    def copies(self, span: Span) -> int:
        """How many places have the same Chinese and the same surroundings: 1 but for repeated passages."""
        return max(1, self._counts[self._named(span)[0]])

    def surroundings(self, span: Span) -> tuple[str, str]:
        """The letters and digits before and after ``span``, folded: what an id is made of, besides the Chinese."""
        if span not in self._around:
            source = self._source
            left = folded(source[max(0, span.start - 4 * ID_CONTEXT) : span.start])[-ID_CONTEXT:]
            self._around[span] = left, folded(source[span.end : span.end + 4 * ID_CONTEXT])[:ID_CONTEXT]
        return self._around[span]

    def _named(self, span: Span) -> tuple[str, int]:
        inner = core(self._source, span)
        text = inner.of(self._source)
        if not text:
            return self._key(inner), 0
        if text not in self._known:
            self._known[text] = self._occurrences(text)
        return self._known[text][inner.start]

    def _occurrences(self, text: str) -> dict[int, tuple[str, int]]:
        found: dict[int, tuple[str, int]] = {}
        at = self._source.find(text)
        while at >= 0:
            key = self._key(Span(at, at + len(text)))
            found[at] = (key, self._counts[key])
            self._counts[key] += 1
            at = self._source.find(text, at + 1)
        return found

    def _key(self, inner: Span) -> str:
        return "\x1f".join((inner.of(self._source), *self.surroundings(inner)))


def core(source: str, span: Span) -> Span:
    """From the first to the last Chinese character of ``span``; where there is none, ``span`` without the blanks around it."""
    text = span.of(source)
    places = [m.start() for m in HAN_CHARACTER.finditer(text)]
    if places:
        return Span(span.start + places[0], span.start + places[-1] + 1)
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip()))


def term(text: str) -> str:
    """The Chinese of ``text`` alone, NFC: what edits are grouped by. The whole text where it holds no Chinese."""
    return unicodedata.normalize("NFC", "".join(HAN_CHARACTER.findall(text)) or text.strip() or text)


def folded(text: str) -> str:
    """``text`` as it is compared: NFKC, no case, letters and digits only."""
    if text.isascii():
        return text.lower().encode("ascii").translate(None, _UNFOLDED).decode("ascii")
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
