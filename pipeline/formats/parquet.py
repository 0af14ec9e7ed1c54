"""Parquet: chosen text columns are repaired, a row group at a time. Schema, nulls, metadata, row groups and compression stay.

The bytes of such a file depend on the program that writes it: what is compared, and what undo brings back, is what the file says.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import pathlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, BinaryIO

from pipeline import edits
from pipeline.errors import EditError, InputError
from pipeline.formats.columns import canonical, doubtful, is_text, replaced
from pipeline.formats.streamed import IDS, Part, Sink, Streamed, no_field
from pipeline.formats.text import Text
from pipeline.model import Document, Outcome, Record, Undone

Changes = Mapping[str, Mapping[int, str]]
_CODECS = {"UNCOMPRESSED": "NONE", "LZ4_RAW": "LZ4", "LZO": "NONE"}
_VERSIONS = ("1.0", "2.4", "2.6")


@dataclass(frozen=True, slots=True)
class Group(Part):
    """A row group of an open file, with the values that are to stand in it instead: column -> row of the group -> text."""

    name: str = ""
    file: Any = None
    index: int = 0
    changes: Changes = field(default_factory=dict)

    @property
    def records(self) -> int:
        """The rows."""
        return int(self.file.metadata.row_group(self.index).num_rows)

    @property
    def begins(self) -> int:
        """The byte of the file at which its first column begins; 0 for a group without columns."""
        row = self.file.metadata.row_group(self.index)
        if not row.num_columns:
            return 0
        first = row.column(0)
        return int(first.dictionary_page_offset if first.has_dictionary_page and first.dictionary_page_offset else first.data_page_offset)

    def table(self) -> Any:
        """The rows as they are to be written. Raises InputError where they cannot be read."""
        with _reading(self.name):
            return _changed(self.file.read_row_group(self.index), self.changes)


@dataclass(frozen=True, slots=True)
class Target(Sink):
    """An output being written, as ``writer`` of pyarrow does it."""

    writer: Any = None

    def add(self, part: Part) -> None:
        """The next row group."""
        assert isinstance(part, Group)
        self.put(part.table())

    def put(self, table: Any) -> None:
        """The rows of a row group."""
        self.writer.write_table(table, row_group_size=max(1, table.num_rows))


@dataclass(frozen=True, slots=True)
class Noted(Sink):
    """The changes of a range: a line of JSON for each row group that has some, its number in the file and what is to stand where."""

    def add(self, part: Part) -> None:
        """The next row group."""
        assert isinstance(part, Group)
        if part.changes:
            self.file.write(json.dumps([part.index, part.changes]).encode("ascii") + b"\n")


@dataclass(frozen=True, slots=True)
class Parquet(Streamed):
    """Options: ``fields``, the names of the columns whose text is repaired, or ``*`` for all that hold text. Records are numbered by row."""

    suffixes: tuple[str, ...] = (".parquet",)
    fields: tuple[str, ...] = ("text",)

    def parts(self, file: BinaryIO, name: str, start: int = 0, end: int | None = None) -> Iterator[Part]:
        """The row groups that begin in the bytes ``[start, end)``, in order, their rows counted from there. Raises InputError where the file is
        damaged, encrypted or has no chosen column."""
        with _reading(name):
            opened = _opened(file)
            self._columns(opened.schema_arrow, name)
            number = 1
            for index in range(opened.num_row_groups):
                group = Group(b"", 0, number, name=name, file=opened, index=index)
                if not start <= group.begins or end is not None and group.begins >= end:
                    continue
                if group.records:
                    yield group
                number += group.records

    def scan(self, part: Part, name: str) -> Iterator[Document]:
        """The documents of ``part``; only the chosen columns are read."""
        assert isinstance(part, Group)
        schema = part.file.schema_arrow
        columns = self._columns(schema, name)
        own = next((f.name for c in IDS for f in schema if f.name == c and schema.names.count(c) == 1 and _is_name(f.type)), "")
        with _reading(name):
            table = part.file.read_row_group(part.index, columns=columns)
            ids = []
            found = sorted((row, at, value) for at, column in enumerate(columns) for row, value in doubtful(table.column(column)))
            if found and own:
                ids = part.file.read_row_group(part.index, columns=[own]).column(own).cast("binary" if is_text(schema.field(own).type) else "string").to_pylist()
        for row, at, value in found:
            number = part.number + row
            record = Record(number, columns[at], _shown(ids[row]) if row < len(ids) else "")
            identity = f"{name}:{number}:{columns[at]}"
            try:
                source = value.decode("utf-8")
            except UnicodeDecodeError as error:
                yield Document(identity, "", "parquet", error=f"byte 0x{value[error.start]:02x} is not UTF-8; the row is left as it is", record=record)
                continue
            yield Document(identity, source, "parquet", Text().regions(source), record=record)

    def _columns(self, schema: Any, name: str) -> list[str]:
        """The chosen columns. A name that stands twice cannot be asked for, neither here nor by other readers."""
        texts = [f.name for f in schema if is_text(f.type) and schema.names.count(f.name) == 1]
        chosen = [column for column in texts if column in self.fields or "*" in self.fields]
        if not chosen and "*" not in self.fields:
            raise no_field(name, "column of text", self.fields, texts)
        return chosen

    def written(self, part: Part, outcomes: Sequence[Outcome]) -> Part:
        """``part`` with the edits written."""
        assert isinstance(part, Group)
        return replace(part, changes=_placed(((o.doc.record, o.text) for o in outcomes if o.done()), part.number))

    def content(self, part: Part) -> Iterable[bytes]:
        """What the digest of a file is made of: its values, whatever the bytes that they were written with."""
        assert isinstance(part, Group)
        yield from _content(part.table(), part.name)

    def fingerprint(self, data: bytes) -> str:
        """sha256 of the same of a whole file, as hex."""
        made = hashlib.sha256()
        for part in replace(self, fields=("*",)).parts(io.BytesIO(data), "the file"):
            for piece in self.content(part):
                made.update(piece)
        return made.hexdigest()

    @contextlib.contextmanager
    def sink(self, source: pathlib.Path, target: pathlib.Path) -> Iterator[Sink]:
        """Takes row groups and writes them to ``target`` as ``source`` was written."""
        with open(source, "rb") as like, open(target, "wb") as file, _writer(file, _opened(like)) as writer:
            yield Target(file, writer)

    @contextlib.contextmanager
    def sink_of_range(self, target: pathlib.Path) -> Iterator[Sink]:
        """Takes row groups and writes what is to stand in them instead: a group is encoded once, where the file is put together."""
        with open(target, "wb") as file:
            yield Noted(file)

    def joined(self, file: BinaryIO, ranges: Sequence[tuple[int, pathlib.Path | None]], target: BinaryIO | None) -> Iterator[tuple[bytes, bytes]]:
        """Writes the row groups of ``file`` to ``target``, with the changes of its ranges. Raises InputError where one cannot be read."""
        noted = _notes([changed for _, changed in ranges if changed])
        index, changes = next(noted, (-1, {}))
        with contextlib.ExitStack() as stack:
            sink: Target | None = None
            for part in replace(self, fields=("*",)).parts(file, "the file"):
                assert isinstance(part, Group)
                if target and sink is None:
                    sink = Target(target, stack.enter_context(_writer(target, part.file)))
                table = part.table()
                if index == part.index:
                    yield from ((piece, b"") for piece in _content(table, part.name))
                    table = _changed(table, changes)
                    index, changes = next(noted, (-1, {}))
                    yield from ((b"", piece) for piece in _content(table, part.name))
                else:
                    yield from ((piece, piece) for piece in _content(table, part.name))
                if sink:
                    sink.put(table)

    def spliced(self, data: bytes, outcomes: Sequence[Outcome]) -> bytes:
        """The file with the edits written."""
        return self._rewritten(data, [(o.doc.record, o.text) for o in outcomes if o.done()])

    def restore(self, data: bytes, undone: Sequence[Undone]) -> bytes:
        """A file that says what the input said."""
        wanted = {(u.record.number, u.record.field): u for u in undone if u.record and u.done}
        rows: list[tuple[Record | None, str]] = []
        for part in replace(self, fields=("*",)).parts(io.BytesIO(data), "the output"):
            assert isinstance(part, Group)
            mine = [key for key in wanted if part.number <= key[0] < part.number + part.records]
            table = part.file.read_row_group(part.index, columns=sorted({column for _, column in mine}))
            for number, column in mine:
                if column in table.schema.names and (value := table.column(column)[number - part.number].as_py()) is not None:
                    rows.append((Record(number, column), edits.undo(value, wanted.pop((number, column)).done)))
        if wanted:
            number, column = min(wanted)
            raise EditError(f"the output was changed since it was made: row {number} has no text in the column '{column}'")
        return self._rewritten(data, rows) if rows else data

    def _rewritten(self, data: bytes, rows: Sequence[tuple[Record | None, str]]) -> bytes:
        file = io.BytesIO()
        parts = replace(self, fields=("*",)).parts(io.BytesIO(data), "the file")
        with _writer(file, _opened(io.BytesIO(data))) as writer:
            for part in parts:
                assert isinstance(part, Group)
                Target(file, writer).add(replace(part, changes=_placed(rows, part.number, part.records)))
        return file.getvalue()


def _is_name(kind: Any) -> bool:
    from pyarrow import types

    return is_text(kind) or bool(types.is_integer(kind))


def _shown(name: Any) -> str:
    return name.decode("utf-8", "replace") if isinstance(name, bytes) else str(name or "")


def _placed(rows: Iterable[tuple[Record | None, str]], first: int, records: int | None = None) -> Changes:
    """The texts of those of ``rows`` that lie in the group of ``records`` rows whose first is ``first``."""
    changes: dict[str, dict[int, str]] = {}
    for record, text in rows:
        if record and record.number >= first and (records is None or record.number < first + records):
            changes.setdefault(record.field, {})[record.number - first] = text
    return changes


def _opened(file: BinaryIO) -> Any:
    from pyarrow import parquet

    # The old timestamps reach further than nanoseconds of 64 bits do.
    return parquet.ParquetFile(file, coerce_int96_timestamp_unit="us")


def _changed(table: Any, changes: Changes) -> Any:
    for column, values in changes.items():
        at = table.schema.get_field_index(column)
        table = table.set_column(at, table.schema.field(at), replaced(table.column(at), values))
    return table


def _content(table: Any, name: str) -> Iterator[bytes]:
    with _reading(name):
        for column, kind in zip(table.columns, table.schema, strict=True):
            yield kind.name.encode("utf-8", "surrogatepass")
            yield from canonical(column)


def _notes(paths: Iterable[pathlib.Path]) -> Iterator[tuple[int, Changes]]:
    """What the ``paths`` of the changed ranges of a file hold, in order, a row group at a time."""
    for path in paths:
        with open(path, "rb") as file:
            for line in file:
                index, changes = json.loads(line)
                yield index, {column: {int(row): text for row, text in rows.items()} for column, rows in changes.items()}


@contextlib.contextmanager
def _reading(name: str) -> Iterator[None]:
    """Turns what the library says of a file that it cannot read into an InputError."""
    try:
        import pyarrow
    except ImportError:
        raise InputError(f"{name}: Parquet needs a module that is not installed: pip install 'hanmend[parquet]'") from None
    try:
        yield
    except (pyarrow.ArrowException, OSError, ValueError, IndexError, MemoryError) as error:
        raise InputError(f"{name}: cannot be read as Parquet: {' '.join(str(error).split())[:300]}") from None


@contextlib.contextmanager
def _writer(file: BinaryIO, like: Any) -> Iterator[Any]:
    """Writes what ``like`` has: its schema with all metadata, the compression and the encoding of each column, its version and its old timestamps."""
    from pyarrow import parquet

    meta = like.metadata
    groups = [meta.row_group(i) for i in range(meta.num_row_groups)]
    columns = [groups[0].column(i) for i in range(meta.num_columns)] if groups else []
    with _reading("the input"):
        # A damaged name is found out here, where it is decoded.
        kinds = {c.path_in_schema: c for c in columns}
    coded = [path for path, c in kinds.items() if any("DICTIONARY" in e for e in c.encodings)]
    writer = parquet.ParquetWriter(
        file, like.schema_arrow,
        version=meta.format_version if meta.format_version in _VERSIONS else "2.6",
        compression={path: _CODECS.get(c.compression, c.compression) for path, c in kinds.items()} or "snappy",
        use_dictionary=coded or False,
        write_statistics=[path for path, c in kinds.items() if c.is_stats_set] or False,
        use_deprecated_int96_timestamps=any(c.physical_type == "INT96" for c in columns),
        use_compliant_nested_type=not any(".list.item" in path for path in kinds),
        sorting_columns=groups[0].sorting_columns or None if groups else None,
        store_schema=b"ARROW:schema" in (meta.metadata or {}),
    )  # fmt: skip
    with writer:
        yield writer
