"""CSV and TSV: the first row names the columns, chosen ones are repaired. Quotes, delimiter, line ends and encoding stay."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

from pipeline import edits
from pipeline.encodings import decode, decode_as
from pipeline.errors import EditError, InputError, OutputError
from pipeline.formats.cells import cells, delimiter_of, doubtful, line_ends, one_line, open_quote, rows, shape, spliced, value_of, whole_rows
from pipeline.formats.compressed import kind_of, reader, reading
from pipeline.formats.streamed import IDS, LONGEST, PART, Part, Streamed, no_field
from pipeline.formats.text import Text
from pipeline.leftovers import may_hold
from pipeline.model import Document, Envelope, Outcome, Record, Span, Undone


@dataclass(frozen=True, slots=True)
class Rows(Part):
    """Whole rows, with what the first one says of them all."""

    delimiter: bytes = b","
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Csv(Streamed):
    """Options: ``fields``, the names of the columns whose text is repaired, or ``*`` for all. A record is numbered by the line in which it begins."""

    suffixes: tuple[str, ...] = (".csv", ".csv.gz", ".csv.zst", ".tsv", ".tsv.gz", ".tsv.zst")
    fields: tuple[str, ...] = ("text",)

    def parts(self, file: BinaryIO, name: str, start: int = 0, end: int | None = None) -> Iterator[Part]:
        """The rows of the file, a few at a time; what is not UTF-8 is decoded as a whole. Raises InputError as ``read`` does."""
        kind = kind_of(file.read(4))
        file.seek(0)
        with reading(name):
            stream = reader(file, kind)
            head = stream.read(PART)
            if _is_utf8(head):
                yield from self._stretches(head, stream, name, Envelope())
                return
            data = head + stream.read(LONGEST)
            if len(data) > LONGEST:
                raise InputError(f"{name}: larger than {LONGEST >> 20} MB and not UTF-8; convert it first")
            text, envelope = decode(data, name)
            yield from self._stretches(text.encode("utf-8"), io.BytesIO(), name, envelope)

    def _stretches(self, head: bytes, file: BinaryIO, name: str, envelope: Envelope) -> Iterator[Part]:
        if not head:
            return
        delimiter = delimiter_of(head)
        columns: tuple[str, ...] = ()
        data, at, number, bom = head, 0, 1, envelope.bom
        while data:
            # As much again as could not be cut: a row that goes on and on is looked at a few times, not once a part.
            more = file.read(max(PART, len(data)))
            cut = whole_rows(data, delimiter) if more else len(data)
            if cut:
                columns = columns or self._columns(data[:cut], delimiter, name)
                part = Rows(data[:cut], at, number, envelope.encoding, bom, delimiter=delimiter, columns=columns)
                yield part
                at, number, bom = at + cut, number + line_ends(part.data, 0, cut), b""
            elif len(data) > LONGEST:
                raise InputError(f"{name}:{number}: a row is longer than {LONGEST >> 20} MB; is a quote never closed?")
            data = data[cut:] + more

    def _columns(self, data: bytes, delimiter: bytes, name: str) -> tuple[str, ...]:
        columns = _header(data, delimiter)
        if "*" not in self.fields and not set(self.fields) & set(columns):
            raise no_field(name, "column", self.fields, columns)
        return columns

    def scan(self, part: Part, name: str) -> Iterator[Document]:
        """The documents of ``part`` of the file ``name``."""
        assert isinstance(part, Rows)
        for number, start, end in doubtful(part.data, part.delimiter, part.number):
            if number > 1:
                yield from self._documents(part, start, end, name, number)

    def _documents(self, part: Rows, start: int, end: int, name: str, number: int) -> Iterator[Document]:
        data = part.data
        found = list(zip(part.columns, cells(data, start, end, part.delimiter), strict=False))
        try:
            own = next((value_of(data[a:b].decode("utf-8")) for wanted in IDS for column, (a, b) in found if column == wanted), "")
            texts = [(column, a, b, data[a:b].decode("utf-8")) for column, (a, b) in found if self._takes(column) and may_hold(data, a, b)]
        except UnicodeDecodeError as error:
            why = f"byte 0x{error.object[error.start]:02x} is not UTF-8; the row is left as it is"
            yield Document(f"{name}:{number}", "", "csv", error=why, record=Record(number))
            return
        for column, a, b, cell in texts:
            source = value_of(cell)
            envelope = Envelope(part.encoding, b"", a, b, cell if cell != source else "")
            yield Document(f"{name}:{number}:{column}", source, "csv", Text().regions(source), envelope=envelope, record=Record(number, column, own))

    def _takes(self, column: str) -> bool:
        return "*" in self.fields or column in self.fields

    def written(self, part: Part, outcomes: Sequence[Outcome]) -> Part:
        """``part`` with the edits written."""
        assert isinstance(part, Rows)
        return replace(part, data=_spliced(part.data, outcomes, part.delimiter, part.number))

    def spliced(self, data: bytes, outcomes: Sequence[Outcome]) -> bytes:
        """The uncompressed content of a file, in its encoding, with the edits written."""
        encoding = next((o.doc.envelope.encoding for o in outcomes if o.done()), "")
        content, envelope = _as_utf8(data, encoding)
        return Part(_spliced(content, outcomes, delimiter_of(content)), encoding=envelope.encoding, bom=envelope.bom).stored

    def restore(self, data: bytes, undone: Sequence[Undone]) -> bytes:
        """The cells of the input, as they stood."""
        wanted = {(u.record.number, u.record.field): u for u in undone if u.record and u.done}
        if not wanted:
            return data
        content, envelope = _as_utf8(data, next(iter(wanted.values())).encoding)
        delimiter = delimiter_of(content)
        columns = _header(content, delimiter)
        numbers = {number for number, _ in wanted}
        parts: list[bytes] = []
        at = 0
        for number, start, end in rows(content, delimiter):
            for column, (a, b) in zip(columns, cells(content, start, end, delimiter), strict=False) if number in numbers else ():
                if one := wanted.pop((number, column), None):
                    source = edits.undo(value_of(content[a:b].decode("utf-8")), one.done)
                    parts += (content[at:a], (one.raw or source).encode("utf-8"))
                    at = b
        if wanted:
            number, column = min(wanted)
            raise EditError(f"the output was changed since it was made: line {number} has no column '{column}'")
        return Part(b"".join((*parts, content[at:])), encoding=envelope.encoding, bom=envelope.bom).stored

    def quote(self, text: str, source: str, span: Span) -> str:
        """With the line ends that stand there and no others, or the rows below would move; the quotes are a matter of ``write``."""
        before = span.of(source)
        blanks = before[: len(before) - len(before.lstrip())]
        if _ends(blanks) and not _ends(text):
            return blanks + one_line(text).lstrip()
        return text if _ends(text) == _ends(before) else one_line(text)


def _ends(text: str) -> int:
    data = text.encode("utf-8", "surrogatepass")
    return line_ends(data, 0, len(data))


def _spliced(data: bytes, outcomes: Sequence[Outcome], delimiter: bytes, number: int = 1) -> bytes:
    parts: list[bytes] = []
    at = 0
    for outcome in sorted((o for o in outcomes if o.done()), key=lambda o: o.doc.envelope.start):
        start, end = outcome.doc.envelope.start, outcome.doc.envelope.end
        cell = spliced(data[start:end].decode("utf-8"), [(e.span, e.after) for e in outcome.done()], delimiter.decode())
        parts += (data[at:start], cell.encode("utf-8"))
        at = end
    made = b"".join((*parts, data[at:]))
    # A quote that is never closed is closed by the next one that is written: the cells between them would become one.
    if at and (line := open_quote(data, delimiter)) and shape(made, delimiter) != shape(data, delimiter):
        place = f"{outcomes[0].doc.path}:{number + line - 1}"
        raise OutputError(f"{place}: a cell begins with a quote that is never closed, and what is written would close it; close it, or put the cell into quotes")
    return made


def _header(data: bytes, delimiter: bytes) -> tuple[str, ...]:
    """The names of the columns, the first row that is there; the second of the same name is called ``name#2``."""
    _, start, end = next(rows(data, delimiter), (1, 0, 0))
    names: list[str] = []
    for a, b in cells(data, start, end, delimiter):
        name = value_of(data[a:b].decode("utf-8", "replace")).strip()
        same = sum(other == name or other.rpartition("#")[0] == name for other in names)
        names.append(f"{name}#{same + 1}" if same else name)
    return tuple(names)


def _is_utf8(head: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return b"\x00" not in head


def _as_utf8(data: bytes, encoding: str) -> tuple[bytes, Envelope]:
    """``data``, which is in ``encoding`` by what was read before."""
    if encoding in ("", "utf-8"):
        return data, Envelope()
    text, envelope = decode_as(data, encoding, "the file")
    return text.encode("utf-8"), envelope
