"""Parquet: chosen columns are edited; schema, nulls, metadata, row groups and compression stay."""

from __future__ import annotations

import datetime
import io
import json
import pathlib
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from promised import marked, repaired, undone

from pipeline.cli import main
from pipeline.errors import EditError, InputError
from pipeline.files import opened
from pipeline.formats.columns import canonical, doubtful, replaced
from pipeline.formats.parquet import Parquet

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

TEXTS = ["Stalls live on the 红利 of cheap rent.", None, "", "no leftover", "They want to 促进 spending.", "the 红利 of it", "last"]
N = len(TEXTS)


def table() -> Any:
    schema = pa.schema(
        [
            pa.field("id", pa.int64(), nullable=False), pa.field("text", pa.string(), metadata={"note": "红"}), pa.field("big", pa.large_string()),
            pa.field("kind", pa.dictionary(pa.int32(), pa.string())), pa.field("at", pa.timestamp("ns", "UTC")), pa.field("price", pa.decimal128(9, 2)),
            pa.field("tags", pa.list_(pa.string())), pa.field("meta", pa.struct([("zh", pa.string()), ("n", pa.float32())])), pa.field("raw", pa.binary()),
            pa.field("n", pa.int16()),
        ],
        metadata={"origin": "夜市", "pandas": "{}"},
    )  # fmt: skip
    when = datetime.datetime(2024, 1, 2, tzinfo=datetime.UTC)
    rows = [
        {"id": i, "text": text, "big": text, "kind": ["the 红利", "b"][i % 2], "at": when if i % 3 else None, "price": Decimal("1.50"), "tags": ["红", None][: i % 3],
         "meta": {"zh": "红", "n": None if i % 2 else 0.5} if i else None, "raw": b"\xff", "n": None if i % 2 else i}
        for i, text in enumerate(TEXTS)
    ]  # fmt: skip
    return pa.Table.from_pylist(rows, schema)


def file_of(made: Any, **options: Any) -> bytes:
    file = io.BytesIO()
    pq.write_table(made, file, **{"row_group_size": 3, **options})
    return file.getvalue()


def read(data: bytes) -> Any:
    return pq.read_table(io.BytesIO(data))


def same(one: bytes, other: bytes) -> bool:
    """True where both say the same; dictionaries may have another order."""
    return read(one).schema.equals(read(other).schema, check_metadata=True) and read(one).to_pylist() == read(other).to_pylist()


def described(data: bytes) -> dict[str, Any]:
    """What a file is, but for where its bytes stand."""
    file = pq.ParquetFile(io.BytesIO(data))
    meta = file.metadata
    groups = [meta.row_group(i) for i in range(meta.num_row_groups)]
    columns = [[g.column(i) for i in range(g.num_columns)] for g in groups]
    own = dict(meta.metadata or {})
    own.pop(b"ARROW:schema", None)
    return {
        "schema": str(file.schema).partition("\n")[2], "arrow": file.schema_arrow, "keys": sorted(meta.metadata or {}), "metadata": own, "version": meta.format_version,
        "rows": [g.num_rows for g in groups], "sorted": [g.sorting_columns for g in groups],
        "columns": [[(c.path_in_schema, c.compression, c.is_stats_set, c.has_dictionary_page) for c in row] for row in columns],
    }  # fmt: skip


OPTIONS: list[dict[str, Any]] = [
    {}, {"compression": "zstd"}, {"compression": {"text": "gzip", "id": "none"}, "use_dictionary": ["kind"]}, {"version": "1.0"}, {"version": "2.4", "write_statistics": False},
    {"store_schema": False, "use_deprecated_int96_timestamps": True}, {"use_compliant_nested_type": False}, {"row_group_size": 100, "compression": "lz4"},
    {"sorting_columns": [pq.SortingColumn(0)]}, {"use_dictionary": False, "compression": "none"},
]  # fmt: skip


@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_only_chosen_texts_change(options: dict[str, Any]) -> None:
    data = file_of(table(), **options)
    written, outcomes = repaired(data, "parquet")
    assert [o.doc.id for o in outcomes] == ["x:1:text", "x:5:text", "x:6:text"]
    assert [o.doc.record.id for o in outcomes if o.doc.record] == ["0", "4", "5"]
    before, after = read(data), read(written)
    texts = {o.doc.record.number - 1: o.text for o in outcomes if o.doc.record}
    assert after.column("text").to_pylist() == [texts.get(i, text) for i, text in enumerate(TEXTS)]
    assert after.drop_columns(["text"]).equals(before.drop_columns(["text"]), check_metadata=True)
    assert described(written) == described(data)


@pytest.mark.parametrize("options", OPTIONS, ids=str)
@pytest.mark.parametrize("fields", [("text",), ("big", "kind"), ("*",)])
def test_undo_brings_back_what_the_file_said(options: dict[str, Any], fields: tuple[str, ...]) -> None:
    data = file_of(table(), **options)
    written, outcomes = marked(data, "parquet", fields)
    assert any(o.done() for o in outcomes) and not same(written, data)
    form = Parquet()
    restored = form.restore(written, undone(outcomes))
    assert same(restored, data) and described(restored) == described(data)
    assert form.fingerprint(restored) == form.fingerprint(data) != form.fingerprint(written)


def test_a_file_without_leftovers_stays_byte_for_byte() -> None:
    data = file_of(table().slice(2, 2))
    assert repaired(data, "parquet") == (data, [])


def test_a_dictionary_and_every_layout_of_text_are_read() -> None:
    layouts = [pa.string(), pa.large_string(), pa.dictionary(pa.int8(), pa.string()), *([pa.string_view()] if hasattr(pa, "string_view") else [])]
    for kind in layouts:
        column = pa.chunked_array([pa.array(["红", None]), pa.array(["x" * 20 + "红", "b"])]).cast(kind)
        assert list(doubtful(column)) == [(0, "红".encode()), (2, ("x" * 20 + "红").encode())]
        made = replaced(column, {2: "new"})
        assert made.to_pylist() == ["红", None, "new", "b"] and made.type == kind
    assert list(doubtful(pa.chunked_array([], pa.string()))) == []
    assert list(doubtful(pa.array(["红", "a", "利"]).slice(1))) == [(1, "利".encode())]


VALUES = st.lists(st.none() | st.text(alphabet="a红", max_size=4), max_size=8)


@settings(max_examples=100, deadline=None)
@given(VALUES, st.integers(0, 8))
def test_the_layout_in_memory_makes_no_difference_to_the_digest(values: list[str | None], cut: int) -> None:
    whole = pa.chunked_array([pa.array(values, pa.string())])
    parts = pa.chunked_array([whole.slice(0, cut).combine_chunks(), whole.slice(cut).combine_chunks()], pa.string())
    padded = pa.chunked_array([pa.array(["红利", *values, "b"], pa.string()).slice(1, len(values))])
    assert list(canonical(whole)) == list(canonical(parts)) == list(canonical(padded))
    if values:
        assert list(canonical(whole)) != list(canonical(pa.chunked_array([pa.array([*values[1:], "z"], pa.string())])))


NESTED: list[tuple[Any, list[Any]]] = [
    (pa.list_(pa.string()), [["红", None], [], None, ["a"]]), (pa.struct([("a", pa.string()), ("b", pa.int8())]), [{"a": "红", "b": None}, None, {"a": None, "b": 1}]),
    (pa.map_(pa.string(), pa.int8()), [[("红", 1)], None, []]), (pa.list_(pa.int8(), 2), [[1, 2], None, [None, 3]]), (pa.dictionary(pa.int8(), pa.int64()), [1, None, 1]),
    (pa.list_(pa.struct([("a", pa.list_(pa.string()))])), [[{"a": ["红"]}, None], None, [{"a": None}]]), (pa.bool_(), [True, None, False]), (pa.null(), [None, None, None]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "values"), NESTED, ids=str)
def test_nested_values_have_one_digest(kind: Any, values: list[Any]) -> None:
    def digest(made: Any) -> list[bytes]:
        return list(canonical(made))

    whole = pa.chunked_array([pa.array(values, kind)])
    assert digest(whole) == digest(pa.chunked_array([pa.array(values[:1], kind), pa.array(values[1:], kind)]))
    assert digest(whole) == digest(pa.chunked_array([pa.array([*values, *values], kind).slice(len(values))]))
    assert kind == pa.null() or digest(whole) != digest(pa.chunked_array([pa.array([*values[1:], values[0]], kind)]))


def test_a_name_or_nested_text_that_is_not_utf_8_is_no_fault() -> None:
    bad = pa.array([b"\xe7", b"b"], pa.binary()).view(pa.string())
    lists = pa.ListArray.from_arrays(pa.array([0, 1, 2], pa.int32()), bad)
    data = file_of(pa.table({"id": bad, "tags": lists, "text": ["the 红利 of it", "x"]}))
    written, (outcome,) = repaired(data, "parquet")
    assert outcome.doc.record and outcome.doc.record.id == "\ufffd"
    assert Parquet().fingerprint(Parquet().restore(written, undone([outcome]))) == Parquet().fingerprint(data)


@settings(max_examples=60, deadline=None)
@given(VALUES, st.integers(1, 4))
def test_generated_files_change_in_their_texts_only_and_come_back(values: list[str | None], size: int) -> None:
    data = file_of(pa.table({"text": pa.array(values, pa.string()), "other": pa.array(values, pa.string())}), row_group_size=size)
    written, outcomes = marked(data, "parquet")
    expected = [None if v is None else v.replace("红红红红", "红").replace("红红红", "红").replace("红红", "红").replace("红", 'X & <"Y">, \'Z\'\t\\n') for v in values]
    assert read(written).column("text").to_pylist() == expected and read(written).column("other").to_pylist() == values
    restored = Parquet().restore(written, undone(outcomes))
    assert Parquet().fingerprint(restored) == Parquet().fingerprint(data)
    assert (written == data) == (not outcomes)


def test_what_is_no_parquet_or_has_no_such_column_is_refused() -> None:
    data = file_of(table())
    with pytest.raises(InputError, match="^x: no column of text 'n' or 'body'; there are text, big, kind; choose with --field"):
        list(opened("parquet", ("n", "body")).read(data, "x"))
    for broken in (b"", b"PAR1", data[:-1], data[:200], b"the \xe7\xba\xa2", data[:60] + b"\x00" * 40 + data[100:]):
        with pytest.raises(InputError, match="^x: cannot be read as Parquet: ."):
            list(opened("parquet").read(broken, "x"))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=60) | st.binary(max_size=60).map(lambda data: b"PAR1" + data + len(data).to_bytes(4, "little") + b"PAR1"))
def test_any_bytes_are_refused_by_name(data: bytes) -> None:
    with pytest.raises(InputError, match="^x: "):
        list(opened("parquet").read(data, "x"))


def test_a_text_that_is_not_utf_8_is_left_and_listed() -> None:
    column = pa.array([b"the \xe7\xba", b"the \xe7\xba\xa2"], pa.binary()).view(pa.string())
    data = file_of(pa.table({"text": column}))
    written, outcomes = repaired(data, "parquet")
    assert [(o.doc.id, o.doc.error) for o in outcomes][0] == ("x:1:text", "byte 0xe7 is not UTF-8; the row is left as it is")
    assert read(written).column("text").cast(pa.binary())[0].as_py() == b"the \xe7\xba"


def test_an_output_without_the_row_is_refused() -> None:
    _, outcomes = repaired(file_of(table()), "parquet")
    with pytest.raises(EditError, match="row 1 has no text in the column 'text'"):
        Parquet().restore(file_of(table().slice(1, 2)), undone(outcomes))


def test_clean_check_and_undo_take_parquet(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, out = tmp_path / "a.parquet", tmp_path / "out"
    file.write_bytes(file_of(table()))
    assert main(["check", str(file)]) == 1
    assert "a.parquet:5:" in capsys.readouterr().out
    assert main(["clean", str(file), "-o", str(out)]) in (0, 1)
    report = json.loads((out / "report.json").read_text())
    assert [a["id"] for a in report["articles"]] == ["a.parquet", "a.parquet:1:text", "a.parquet:5:text", "a.parquet:6:text"]
    assert report["articles"][0]["records"] == N
    assert "红利" not in str(read((out / "a.parquet").read_bytes()).column("text"))
    assert main(["undo", str(out)]) == 0
    assert read((out / "a.parquet").read_bytes()).equals(read(file.read_bytes()), check_metadata=True)


def test_a_later_damaged_page_leaves_the_file_as_it_was(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = bytearray(file_of(table(), compression="zstd"))
    start = pq.ParquetFile(io.BytesIO(bytes(data))).metadata.row_group(0).column(0).data_page_offset
    data[start : start + 30] = b"\xff" * 30
    (tmp_path / "a.parquet").write_bytes(data)
    assert main(["clean", str(tmp_path / "a.parquet"), "-o", str(tmp_path / "out")]) == 2
    assert "a.parquet: cannot be read as Parquet" in capsys.readouterr().err
    assert (tmp_path / "out" / "a.parquet").read_bytes() == data


GOOD = file_of(table(), compression="zstd")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=4))
@example([(GOOD.rfind(b"text"), 128)])
def test_a_damaged_file_is_read_or_refused_by_name(damage: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for at, byte in damage:
        data[at] = byte
    try:
        repaired(bytes(data), "parquet")
    except InputError as error:
        assert " cannot be read as Parquet: " in str(error) or "no column of text" in str(error)
