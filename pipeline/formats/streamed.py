"""What the formats of many records share: read in parts, spliced, compressed as they were; nothing grows with the size of a file."""

from __future__ import annotations

import io
import pathlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import BinaryIO

from pipeline.encodings import encode
from pipeline.errors import InputError
from pipeline.formats.compressed import kind_of, reader, reading, writer
from pipeline.model import Document, Envelope, Outcome, Span

# One part is read, repaired and written at a time; its size never shows in the output.
PART = 1 << 20
LONGEST = 64 << 20
IDS = ("id", "uuid", "doc_id", "_id", "url")
"""The fields in which records have a name of their own, the first that is there."""


@dataclass(frozen=True, slots=True)
class Part:
    """Whole records of a file: their bytes, where the first byte stands in the content, and the number of the first line.

    Where the file is not UTF-8 the bytes are, and ``encoding`` and ``bom`` say how they stand in it. ``feeds`` are the places
    of the line feeds, where the reader has looked for them.
    """

    data: bytes
    start: int = 0
    number: int = 1
    encoding: str = "utf-8"
    bom: bytes = b""
    feeds: Sequence[int] = ()

    @property
    def records(self) -> int:
        """The lines."""
        return (len(self.feeds) or self.data.count(b"\n")) + (not self.data.endswith(b"\n"))

    @property
    def stored(self) -> bytes:
        """The bytes as they stand in the file. Raises OutputError where its encoding has no place for a character."""
        return self.data if self.encoding == "utf-8" else encode(self.data.decode("utf-8"), Envelope(self.encoding, self.bom))


@dataclass(frozen=True, slots=True)
class Sink:
    """An output being written."""

    file: BinaryIO

    def add(self, part: Part) -> None:
        """The next part."""
        self.file.write(part.stored)


class Streamed:
    """A format says how a file is cut into ``parts``, how a part is scanned, and how edits are spliced into bytes."""

    __slots__ = ()

    def parts(self, file: BinaryIO, name: str, start: int = 0, end: int | None = None) -> Iterator[Part]:
        """The records that start in ``[start, end)`` of the uncompressed content, a few at a time, in order. Raises InputError as ``read`` does."""
        raise NotImplementedError

    def scan(self, part: Part, name: str) -> Iterator[Document]:
        """The documents of ``part`` of the file ``name``; their envelopes count from the first byte of the part."""
        raise NotImplementedError

    def spliced(self, data: bytes, outcomes: Sequence[Outcome]) -> bytes:
        """``data``, a part or all of the uncompressed content, with the edits written; every byte outside of them stays."""
        raise NotImplementedError

    def read(self, data: bytes, name: str) -> Iterator[Document]:
        """A document a chosen field that may hold a leftover; a document with an error for each record that cannot be read.

        Raises InputError where nothing can be read, and where no record has a chosen field.
        """
        for part in self.parts(io.BytesIO(data), name):
            # The parts of a file count from their own first byte, the documents of a file from its.
            yield from (_moved(doc, part.start) for doc in self.scan(part, name))

    def write(self, data: bytes, outcomes: Sequence[Outcome]) -> bytes:
        """``data``, compressed or not, with the edits written."""
        if not any(o.done() for o in outcomes):
            return data
        return self.packed(self.spliced(self.unpacked(data, "the input"), outcomes), data) if kind_of(data[:4]) else self.spliced(data, outcomes)

    def written(self, part: Part, outcomes: Sequence[Outcome]) -> Part:
        """``part`` with the edits written."""
        return replace(part, data=self.spliced(part.data, outcomes), feeds=())

    def content(self, part: Part) -> Iterable[bytes]:
        """What the digest of a file is made of: its uncompressed bytes."""
        return (part.stored,)

    def unpacked(self, data: bytes, name: str) -> bytes:
        """The content of a file that may be compressed. Raises InputError where that is damaged."""
        with reading(name):
            return reader(io.BytesIO(data), kind_of(data[:4])).read()

    def packed(self, content: bytes, like: bytes) -> bytes:
        """``content`` compressed as ``like`` is."""
        file = io.BytesIO()
        kind = kind_of(like[:4])
        stream = writer(file, kind)
        stream.write(content)
        if kind:
            stream.close()
        return file.getvalue()

    @contextmanager
    def sink(self, source: pathlib.Path, target: pathlib.Path) -> Iterator[Sink]:
        """Takes parts and writes them to ``target``, compressed as ``source`` is."""
        with open(source, "rb") as head:
            kind = kind_of(head.read(4))
        with open(target, "wb") as file:
            stream = writer(file, kind)
            yield Sink(stream)
            if kind:
                stream.close()

    @contextmanager
    def sink_of_range(self, target: pathlib.Path) -> Iterator[Sink]:
        """The same for the parts of one range of a file, as ``joined`` takes them up again; what has ranges is not compressed."""
        with open(target, "wb") as file:
            yield Sink(file)

    def joined(self, file: BinaryIO, ranges: Sequence[tuple[int, pathlib.Path | None]], target: BinaryIO | None) -> Iterator[tuple[bytes, bytes]]:
        """Writes ``file`` to ``target`` with its changed ranges: where each begins, and what was written of it, or None where nothing changed.

        Gives what the digests of input and output are made of, piece by piece.
        """
        begins = list(_first_lines(file, [start for start, _ in ranges]))
        for (_, changed), here, there in zip(ranges, begins, [*begins[1:], None], strict=True):
            file.seek(here)
            for piece in _pieces(file, None if there is None else there - here):
                yield piece, b"" if changed else piece
                if target and not changed:
                    target.write(piece)
            for piece in _of(changed) if changed else ():
                yield b"", piece
                if target:
                    target.write(piece)

    def quote(self, text: str, source: str, span: Span) -> str:
        """The source is the decoded text; escapes are a matter of ``write``."""
        return text


def next_line(file: BinaryIO, at: int, end: int | None = None) -> int:
    """Where the first line begins that begins at or after ``at``, and where ``file`` then stands; ``end`` or more where none begins before it."""
    if not at:
        return 0
    here = at - 1
    file.seek(here)
    while (end is None or here < end) and (piece := file.readline(PART)):
        here += len(piece)
        if piece.endswith(b"\n"):
            break
    return here


def _pieces(file: BinaryIO, size: int | None = None) -> Iterator[bytes]:
    while (size is None or size > 0) and (piece := file.read(PART if size is None else min(PART, size))):
        yield piece
        size = None if size is None else size - len(piece)


def _of(path: pathlib.Path) -> Iterator[bytes]:
    with open(path, "rb") as file:
        yield from _pieces(file)


def _first_lines(file: BinaryIO, starts: Sequence[int]) -> Iterator[int]:
    """Where the first line of each range begins; a line that goes on through several of them is read past once."""
    at = 0
    for start in starts:
        if at < start:
            at = next_line(file, start)
        yield at


def no_field(name: str, what: str, fields: Sequence[str], there: Sequence[str]) -> InputError:
    """The error for a file in which no record has a chosen field."""
    wanted = " or ".join(f"'{f}'" for f in fields)
    return InputError(f"{name}: no {what} {wanted}; there are {', '.join(there[:12])}; choose with --field")


def _moved(doc: Document, by: int) -> Document:
    envelope = doc.envelope
    return replace(doc, envelope=replace(envelope, start=envelope.start + by, end=envelope.end + by)) if by and envelope.end else doc
