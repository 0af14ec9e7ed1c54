"""DOCX: the text of body, notes, headers and footers is repaired in its runs. Every other member of the archive stays, byte for byte."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from pipeline.errors import EditError, InputError
from pipeline.formats import wordml, zipped
from pipeline.formats.cells import one_line
from pipeline.formats.regions import links, regions
from pipeline.formats.streamed import LONGEST, Part, Streamed
from pipeline.leftovers import may_hold
from pipeline.model import Document, Envelope, Outcome, Record, Span, Undone

_PARTS = re.compile(r"word/(?:document|footnotes|endnotes|header|footer)\d*\.xml")
_MAIN = re.compile(r"word/document\d*\.xml")


@dataclass(frozen=True, slots=True)
class Archive(Part):
    """All of a file."""

    @property
    def records(self) -> int:
        """A document is one."""
        return 1


@dataclass(frozen=True, slots=True)
class Docx(Streamed):
    """A document is a part of the archive, a paragraph a line of it: text that is split over runs is one sentence."""

    suffixes: tuple[str, ...] = (".docx",)

    def parts(self, file: BinaryIO, name: str, start: int = 0, end: int | None = None) -> Iterator[Part]:
        """The file as one. Raises InputError where it is no DOCX, damaged, protected or larger than any document."""
        data = file.read(LONGEST + 1)
        if len(data) > LONGEST:
            raise InputError(f"{name}: larger than {LONGEST >> 20} MB: no document")
        if not data.startswith(b"PK"):
            raise InputError(f"{name}: not a DOCX: no ZIP archive; a document of an older Word, or one with a password, has to be saved as DOCX first")
        if not any(_MAIN.fullmatch(one) for one in zipped.names(data, name)):
            raise InputError(f"{name}: not a DOCX: the archive holds no word/document.xml")
        yield Archive(data)

    def scan(self, part: Part, name: str) -> Iterator[Document]:
        """The parts that may hold a leftover, the body first; the others are never parsed."""
        members = [one for one in zipped.names(part.data, name) if _PARTS.fullmatch(one)]
        for number, one in enumerate(sorted(members, key=lambda member: not _MAIN.fullmatch(member)), 1):
            found = zipped.member(part.data, one, name)
            if not (may_hold(found.content) or b"&#" in found.content or not found.content.lstrip().startswith(b"<")):
                continue
            identity, record = f"{name}:{number}:{one}", Record(number, one)
            try:
                wordml.check(found.content)
                read = wordml.read(found.content.decode("utf-8-sig"))
            except Exception as error:
                yield Document(identity, "", "docx", error=f"{_reason(error)}; {one} is left as it is", record=record)
                continue
            raw = base64.b64encode(found.stored).decode("ascii")
            marks = (*read.marks(), *links(read.source))
            yield Document(identity, read.source, "docx", regions(read.source, marks), envelope=Envelope("docx", raw=raw), record=record)

    def spliced(self, data: bytes, outcomes: Sequence[Outcome]) -> bytes:
        """The archive with the edits written."""
        made = {}
        for outcome in outcomes:
            if outcome.done() and outcome.doc.record:
                one = outcome.doc.record.field
                was = zipped.member(data, one, outcome.doc.path)
                bom = b"\xef\xbb\xbf" if was.content.startswith(b"\xef\xbb\xbf") else b""
                xml = wordml.spliced(was.content.decode("utf-8-sig"), [(e.span, e.before, e.after) for e in outcome.done()])
                content = bom + xml.encode("utf-8")
                made[one] = was.saying(content)
        return zipped.replaced(data, made, "the input") if made else data

    def restore(self, data: bytes, undone: Sequence[Undone]) -> bytes:
        """The members as they were stored."""
        made = {}
        for one in undone:
            if one.record and one.done:
                try:
                    made[one.record.field] = zipped.member(data, one.record.field, "the output").stored_as(base64.b64decode(one.raw, validate=True))
                except (ValueError, InputError) as error:
                    raise EditError(f"the output or its report was changed since it was made: {error}") from None
        return zipped.replaced(data, made, "the output") if made else data

    def quote(self, text: str, source: str, span: Span) -> str:
        """One line; the escapes are a matter of ``write``."""
        return one_line(text)


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "not in UTF-8"
    if type(error).__module__.startswith("defusedxml"):
        return "declares a document type or entities, which no document does"
    return f"not well-formed XML: {' '.join(str(error).split())}"
