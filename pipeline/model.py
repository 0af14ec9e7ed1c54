"""The types that flow through the pipeline. Frozen, slotted, picklable; the standard library only."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Literal, NamedTuple, Protocol, cast

from pipeline.once import once

RegionKind = Literal["prose", "code", "link", "front-matter", "off", "markup", "break"]
FindingKind = Literal["han", "punctuation", "number", "kana"]
RemarkKind = Literal["wording", "calque"]
Tier = Literal["glossary", "memory", "article", "dictionary", "mt", "model", "rule", "none"]


class Span(NamedTuple):
    """Half-open range of code points of ``Document.source``: the only coordinates in the program.

    A tuple, because spans are compared, hashed and sorted by the hundred for every fragment; its length is that of the range.
    """

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The part of ``text`` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """True where ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True where the two share a code point; spans that only touch do not overlap."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the source and what it is. Only ``prose`` may be edited.

    A sentence goes on across ``markup`` (an inline tag, a line end inside a cue) as if it were not there, and ends at a ``break``.
    """

    span: Span
    kind: RegionKind


@dataclass(frozen=True, slots=True)
class Finding:
    """A place that may need repair: a run of Chinese, a full-width mark, full-width digits; or kana, which is only noted."""

    span: Span
    kind: FindingKind


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a wording came from, so that it can be looked up again: ``entry`` is a row, rule or model; ``version`` its digest."""

    tier: Tier
    entry: str = ""
    version: str = ""


@once(1 << 14)
def rounded(fit: float) -> float:
    """``fit`` to the four decimals that it is compared by: the same few thousand come again and again, and to look one up takes a fifth of the time."""
    return round(fit, 4)


class Candidate(NamedTuple):
    """A wording that could stand in place of ``span``; the span may take in a neighbour (``a 优势`` -> ``an advantage``).

    ``evidence`` names what speaks for it, as ``key`` or ``key:value``; ``fit`` in [0, 1] says how well its form suits
    the slot; ``confidence`` is the measured chance that a careful editor lets it pass (0 until the arbiter looks it up).
    A tuple, because a place has some twenty.
    """

    span: Span
    text: str
    origin: Origin
    evidence: tuple[str, ...] = ()
    fit: float = 0.0
    confidence: float = 0.0


# Twice as fast as the constructor, of which a place needs twenty.
candidate_of = cast("Callable[[tuple[Span, str, Origin, tuple[str, ...], float, float]], Candidate]", functools.partial(tuple.__new__, Candidate))


class Safety(IntEnum):
    """How far an edit may be trusted: LEAVE is never written, REVIEW is written and listed, AUTO needs no reader."""

    LEAVE = 0
    REVIEW = 1
    AUTO = 2


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement. ``before`` is compared on apply, so that a wrong offset is a loud error, never a damaged article.

    ``id`` is a hash of the Chinese and its surroundings: the same on every machine and run, and after edits elsewhere.
    """

    span: Span
    before: str
    after: str
    origin: Origin
    confidence: float
    safety: Safety
    alternatives: tuple[Candidate, ...] = ()
    notes: tuple[str, ...] = ()
    kind: FindingKind = "han"
    id: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """Chinese that stands there on purpose, or that nothing can be done about, and why."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A fragment that a backend was asked for: ``kind`` and ``why`` say what went wrong, and are empty where it answered."""

    span: Span
    backend: str
    kind: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something in the article's own English that an editor should see and that nothing ever applies.

    ``kind`` is wording (the term stands elsewhere in other words) or calque (a literal translation); ``says`` is one sentence,
    ``suggested`` are wordings for ``span``, best first.
    """

    span: Span
    kind: RemarkKind
    says: str
    suggested: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Envelope:
    """What is needed to write the bytes back as they were: the encoding and its byte order mark.

    For a document that is a part of a file: ``start`` and ``end``, the half-open range of bytes in which it stands in the data
    that was read, and ``raw``, how it was written there where encoding ``source`` again would give something else.
    """

    encoding: str = "utf-8"
    bom: bytes = b""
    start: int = 0
    end: int = 0
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """Where a document stands in a file of many: line or row ``number`` from 1, the ``field``, and the record's own ``id`` if it has one."""

    number: int
    field: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for one article alone: domains that are on, further glossaries and keep lists (paths), terms and Chinese that stays.

    ``ignored``: nothing of it is repaired.
    """

    domains: tuple[str, ...] = ()
    glossaries: tuple[str, ...] = ()
    keep_lists: tuple[str, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()
    keep: tuple[str, ...] = ()
    ignored: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One article on its way through the stages. ``source`` never changes; every step returns a new Document."""

    id: str
    source: str
    format: str = "text"
    regions: tuple[Region, ...] = ()
    findings: tuple[Finding, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    edits: tuple[Edit, ...] = ()
    kept: tuple[Kept, ...] = ()
    decided: tuple[Edit, ...] = ()
    asked: tuple[Asked, ...] = ()
    remarks: tuple[Remark, ...] = ()
    error: str = ""
    envelope: Envelope = field(default_factory=Envelope)
    record: Record | None = None
    settings: Settings = Settings()
    file: str = ""

    @property
    def path(self) -> str:
        """The file in which it stands, as reports name it: its id without the place in the file. ``file`` is where it was read."""
        return self.id.removesuffix(_place(self.record)) if self.record else self.id

    def after(self, records: int) -> Document:
        """The same, where ``records`` others stand in the file before the part of it that was read."""
        if not (self.record and records):
            return self
        moved = replace(self.record, number=self.record.number + records)
        return replace(self, id=self.path + _place(moved), record=moved)

    def prose(self) -> tuple[Span, ...]:
        """The spans that may be edited, in order."""
        return tuple(r.span for r in self.regions if r.kind == "prose")

    def open(self) -> tuple[Finding, ...]:
        """The findings that neither a keep stage nor a decision has answered, in order; kana is never open."""
        answered = (*(k.span for k in self.kept), *(e.span for e in self.decided))
        if not answered:
            return tuple(f for f in self.findings if f.kind != "kana")
        kept = {at for span in answered for at in range(span.start, span.end)}
        return tuple(f for f in self.findings if f.kind != "kana" and not kept.issuperset(range(f.span.start, f.span.end)))

    def segment(self, span: Span) -> Span:
        """The prose region in which ``span`` lies, or ``span`` itself where it lies in none."""
        return next((p for p in self.prose() if p.covers(span)), span)

    def noting(self, findings: Iterable[Finding]) -> Document:
        """With further findings, kept in order of place."""
        more = tuple(findings)
        return replace(self, findings=tuple(sorted((*self.findings, *more), key=lambda f: f.span))) if more else self

    def keeping(self, kept: Iterable[Kept]) -> Document:
        """With further answers of "leave it"."""
        more = tuple(kept)
        return replace(self, kept=(*self.kept, *more)) if more else self

    def deciding(self, decided: Iterable[Edit]) -> Document:
        """With what people have decided: the arbiter takes it over as it is, and LEAVE keeps the Chinese."""
        return replace(self, decided=(*self.decided, *decided))

    def proposing(self, candidates: Iterable[Candidate]) -> Document:
        """With further candidates."""
        more = tuple(candidates)
        return replace(self, candidates=(*self.candidates, *more)) if more else self

    def asking(self, asked: Iterable[Asked]) -> Document:
        """With what backends were asked for it, and what came of that."""
        return replace(self, asked=(*self.asked, *asked))

    def remarking(self, remarks: Iterable[Remark]) -> Document:
        """With further remarks, kept in order of place."""
        return replace(self, remarks=tuple(sorted((*self.remarks, *remarks), key=lambda r: r.span)))

    def settling(self, edits: Iterable[Edit]) -> Document:
        """With the edits that the arbiter made, in order of place."""
        return replace(self, edits=tuple(sorted(edits, key=lambda e: e.span)))

    def demoting(self, edit: Edit, to: Safety, why: str) -> Document:
        """With ``edit`` lowered to ``to`` and the reason noted; never raised, never deleted."""
        lowered = replace(edit, safety=min(edit.safety, to), notes=(*edit.notes, why))
        return replace(self, edits=tuple(lowered if e is edit else e for e in self.edits))

    def failing(self, why: str) -> Document:
        """Untouched, with the reason: no edit of a failed document is ever applied."""
        return replace(self, edits=(), error=why)


class Stage(Protocol):
    """One step. May also offer ``many(docs) -> list[Document]`` where a batch pays."""

    def __call__(self, doc: Document) -> Document: ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run made of one input: the document, the text that was written, and the level that was applied."""

    doc: Document
    text: str
    applied: Safety

    def done(self) -> Sequence[Edit]:
        """The edits that were written."""
        return [e for e in self.doc.edits if e.safety >= self.applied]


@dataclass(frozen=True, slots=True)
class Undone:
    """What the ledger knows of one repaired document: enough to write the input's bytes in place of the output's."""

    done: tuple[tuple[Span, str, str], ...]
    record: Record | None = None
    encoding: str = ""
    raw: str = ""


class Format(Protocol):
    """How bytes become documents and go back. A frozen dataclass that holds options only; ``docs/formats.md`` shows how to add one."""

    suffixes: tuple[str, ...]

    def read(self, data: bytes, name: str) -> Iterable[Document]:
        """The documents of a file, in order; those that cannot hold a leftover may be left out.

        A record that cannot be read is a Document with an ``error``. Raises InputError, starting with ``name``, where nothing can be read.
        """
        ...

    def write(self, data: bytes, outcomes: Sequence[Outcome]) -> bytes:
        """``data``, as it was read, with the edits of ``outcomes`` written; every byte outside of them stays."""
        ...

    def restore(self, data: bytes, undone: Sequence[Undone]) -> bytes:
        """What ``write`` was given, from what it returned and the ledger. Raises EditError or InputError where they do not fit."""
        ...

    def quote(self, text: str, source: str, span: Span) -> str:
        """``text`` as it has to be written at ``span`` of ``source``, escapes included."""
        ...


def _place(record: Record) -> str:
    return f":{record.number}:{record.field}" if record.field else f":{record.number}"
