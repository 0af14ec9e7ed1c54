"""CSV and TSV: chosen columns are edited; quotes, delimiters, line ends and the encoding stay."""

from __future__ import annotations

import csv
import gzip
import io
import json
import pathlib

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from promised import keeps_its_promises, marked, repaired, survives, undone

from pipeline.cli import main
from pipeline.errors import InputError, OutputError
from pipeline.files import opened
from pipeline.formats import streamed
from pipeline.formats.cells import cells, one_line, patterns, spliced, value_of
from pipeline.formats.cells import rows as rows_of
from pipeline.formats.csv import Csv
from pipeline.model import Span

TABLE = """id,title,text\r
7,夜市,"Stalls live on the 红利 of ""cheap"" rent,
and 促进 spending."\r
8,"",no leftover\r
9,x,the 红利 of it\r
"""


def read(data: bytes, *fields: str) -> list[tuple[str, str]]:
    return [(doc.id, doc.source) for doc in opened("csv", fields).read(data, "t.csv")]


def test_a_document_knows_its_line_column_and_record() -> None:
    first, second = opened("csv").read(TABLE.encode(), "t.csv")
    assert (first.id, second.id) == ("t.csv:2:text", "t.csv:5:text")
    assert first.record and (first.record.number, first.record.field, first.record.id) == (2, "text", "7")
    assert first.source == 'Stalls live on the 红利 of "cheap" rent,\nand 促进 spending.'
    assert read(TABLE.encode(), "title") == [("t.csv:2:title", "夜市")]
    assert [where for where, _ in read(TABLE.encode(), "*")] == ["t.csv:2:title", "t.csv:2:text", "t.csv:5:text"]


def test_only_the_edits_change() -> None:
    written, outcomes = repaired(TABLE.encode(), "csv")
    before, after = TABLE, written.decode()
    for edit in (e for o in outcomes for e in o.done()):
        before = before.replace(edit.before, edit.after, 1)
    assert after == before != TABLE


@pytest.mark.parametrize(
    ("data", "field", "found"),
    [
        ("text\n红", "text", ["红"]),
        ("text;b\n红;", "text", ["红"]),
        ("a\ttext\nx\t\"红\ty\"", "text", ["红\ty"]),
        ("a|text\r1|红\r2|利", "text", ["红", "利"]),
        ("a\ttext\n1\t\"红\" is so\n2\t5\" 利", "text", ["\"红\" is so", "5\" 利"]),
        ("a,text\n1,\"红\n2,利\n", "text", ["\"红", "利"]),
        ("a,text\n红\n1,2,利\n\n红,利\n", "text", ["利"]),
        ("text,text\n红,利\n", "text#2", ["利"]),
        ("\ufeff\"te\nxt\",b\n红,利\n", "te\nxt", ["红"]),
        ("\"text\" ,b\n红,利\n", "\"text\"", ["红"]),
        (" text ,b\n红,利\n", "text", ["红"]),
        ("text\n\"红\"\"\"\n", "text", ["红\""]),
    ],
)
def test_cells(data: str, field: str, found: list[str]) -> None:
    assert [source for _, source in read(data.encode(), field)] == found


def test_a_column_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(InputError, match="^t.csv: no column 'body'; there are id, title, text; choose with --field"):
        read(TABLE.encode(), "body")


@pytest.mark.parametrize(
    ("cell", "span", "text", "after"),
    [
        ("the 红 of", Span(4, 5), "x", "the x of"),
        ("the 红 of", Span(4, 5), "x, y", '"the x, y of"'),
        ("5\" 红", Span(3, 4), "x, \"y\"", '"5"" x, ""y"""'),
        ("红 of", Span(0, 1), "\"x\"", '"""x"" of"'),
        ("\"红\" of", Span(1, 2), "x", '"""x"" of"'),
        ("\"红\"x", Span(3, 4), "", '"""红"""'),
        ("\"\"\"a\"\" 红\"", Span(4, 5), "x \"y\", z", "\"\"\"a\"\" x \"\"y\"\", z\""),
        ("\"红\"", Span(0, 1), "", "\"\""),
    ],
)
def test_a_wording_falls_apart_into_no_two_cells(cell: str, span: Span, text: str, after: str) -> None:
    assert spliced(cell, [(span, text)], ",") == after


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='a,"红\n\r;', max_size=8), st.booleans(), st.text(alphabet='x,"', max_size=3), st.data())
def test_splicing_agrees_with_the_standard_reader(value: str, always: bool, text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(value)))
    end = data.draw(st.integers(start, len(value)))
    file = io.StringIO()
    csv.writer(file, quoting=csv.QUOTE_ALL if always else csv.QUOTE_MINIMAL, lineterminator="").writerow([value, "z"])
    cell = file.getvalue()[: -4 if always else -2]
    assert value_of(cell) == value
    assert next(csv.reader(io.StringIO(f"{spliced(cell, [(Span(start, end), text)], ',')},z", newline=""))) == [value[:start] + text + value[end:], "z"]


def test_a_wording_is_one_line() -> None:
    assert one_line("a\r\n  b\n\nc") == "a b  c"
    written, _ = marked(TABLE.encode(), "csv", wording="one\ntwo")
    assert written.count(b"\n") == TABLE.count("\n")


@pytest.mark.parametrize("form", ["csv", "text"])
def test_an_output_is_read_in_the_encoding_of_the_input(form: str) -> None:
    data = b"text,b\n\x87@\xa1@"
    keeps_its_promises(data, form, ("*",))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16", "utf-16-be"])
def test_the_encoding_stays(encoding: str) -> None:
    table = TABLE.replace("no leftover", "“no” — leftover")
    data = table.encode(encoding)
    keeps_its_promises(data, "csv")
    written, outcomes = repaired(data, "csv")
    assert sum(len(o.done()) for o in outcomes) == 3
    assert "“no” — leftover" in written.decode(encoding)


def test_a_row_that_is_not_utf_8_is_left_and_listed() -> None:
    data = "text,b\nthe 红利 of it,\n".encode() + b"\xe7\xba,x\n"
    long = data.replace(b"the", b"the " * 300_000)
    docs = list(opened("csv").read(long, "t.csv"))
    assert [doc.id for doc in docs] == ["t.csv:2:text", "t.csv:3"]
    assert docs[1].error == "byte 0xe7 is not UTF-8; the row is left as it is"
    assert repaired(long, "csv")[0].endswith(b"\xe7\xba,x\n")


@pytest.mark.parametrize("size", [1, 2, 3, 7, 50])
def test_parts_end_where_rows_end(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.formats.csv.PART", size)
    for table in (TABLE, TABLE.replace("\r\n", "\r"), TABLE.replace('"', "") + '5,"a', "text\n" + '"红\n' * 5, "text\n\r\n红"):
        data = table.encode()
        parts = list(Csv().parts(io.BytesIO(data), "x"))
        assert b"".join(part.data for part in parts) == data and all(part.records for part in parts)
        assert [(d.id, d.source) for d in Csv().read(data, "x")] == [(d.id, d.source) for p in [streamed_whole(data)] for d in Csv().scan(p, "x")]


def streamed_whole(data: bytes) -> streamed.Part:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipeline.formats.csv.PART", 1 << 20)
        return next(Csv().parts(io.BytesIO(data), "x"))


def test_an_endless_row_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.formats.csv.PART", 10)
    monkeypatch.setattr("pipeline.formats.csv.LONGEST", 100)
    with pytest.raises(InputError, match="^x:2: a row is longer than .*; is a quote never closed"):
        list(Csv().read(b'text\n"' + b"a\n" * 1000, "x"))


CELLS = st.text(alphabet='a 红利,;"\t\n\r', max_size=8)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=3), max_size=5), st.sampled_from([",", ";", "\t", "|"]), st.booleans(), st.sampled_from(["\n", "\r\n", "\r"]))
def test_the_standard_reader_sees_the_same_table_after_any_edit(table: list[list[str]], delimiter: str, always: bool, end: str) -> None:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=delimiter, quoting=csv.QUOTE_ALL if always else csv.QUOTE_MINIMAL, lineterminator=end)
    writer.writerows([["text", "b", "c"], *table])
    data = file.getvalue().encode()
    keeps_its_promises(data, "csv", ("*",))
    written, outcomes = marked(data, "csv", ("*",), wording='X & "Y", z;\t|')
    texts = {id(o): o.text for o in outcomes}
    expected = [[c.replace("\0", "") for c in row] for row in csv.reader(io.StringIO(data.decode(), newline=""), delimiter=delimiter)]
    for outcome in outcomes:
        for row in expected:
            row[:] = [texts[id(outcome)] if cell == outcome.doc.source else cell for cell in row]
    assert list(csv.reader(io.StringIO(written.decode(), newline=""), delimiter=delimiter)) == expected


@settings(max_examples=200, deadline=None)
@example(b"\x87@\xa1@")
@given(st.binary(max_size=50) | st.text(alphabet='text,;"红\n\r\t a', max_size=50).map(str.encode))
def test_any_bytes_are_read_or_refused_and_stay(data: bytes) -> None:
    survives(data, "csv", ("*",))
    survives(b"text,b\n" + data, "csv")


@pytest.mark.parametrize("piece", ['"', '""', '"a"",', ',"', '"a,', ",", "\r", '"""a,', '"\n', "红,"])
def test_hostile_tables_end_in_linear_time(piece: str) -> None:
    data = b"text,b\n" + (piece * (400_000 // len(piece))).encode()
    list(opened("csv", ("*",)).read(data, "x"))
    patterns(b",").rows.match(data)


def test_clean_check_and_undo_take_tables(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / "a.csv").write_bytes(TABLE.encode("gb18030"))
    (folder / "b.tsv.gz").write_bytes(gzip.compress("id\ttext\n1\tthe 红利 of it\n".encode(), mtime=0))
    (folder / "glossary.csv").write_text("zh,en\n红利,windfall\n")
    assert main(["check", str(folder)]) == 2 and "no article in this folder" in capsys.readouterr().err
    assert main(["check", str(folder), "--field", "text"]) == 1
    said = capsys.readouterr().out
    assert "a.csv:2:" in said and "a.csv:5:" in said and "b.tsv.gz:2:" in said
    assert main(["clean", str(folder), "-o", str(out), "--field", "text"]) in (0, 1)
    report = json.loads((out / "report.json").read_text())
    assert {a["id"] for a in report["articles"]} == {"a.csv", "a.csv:2:text", "a.csv:5:text", "b.tsv.gz", "b.tsv.gz:2:text"}
    assert "红" not in (out / "a.csv").read_bytes().decode("gb18030")
    assert gzip.decompress((out / "b.tsv.gz").read_bytes()).startswith(b"id\ttext\n1\tthe ")
    assert main(["undo", str(out)]) == 0
    assert (out / "a.csv").read_bytes() == (folder / "a.csv").read_bytes()
    assert gzip.decompress((out / "b.tsv.gz").read_bytes()) == gzip.decompress((folder / "b.tsv.gz").read_bytes())


@pytest.mark.parametrize(
    ("data", "places"),
    [
        (TABLE.encode(), ["t.csv:2:26", "t.csv:3:5", "t.csv:5:9"]),
        ("\ufefftext\n红利 is good\n".encode(), ["t.csv:2:1"]),
        ("a,text\n\"\"\"红\"\"\",\"\"\"x\"\" of 红利\"\n".encode(), ["t.csv:2:19"]),
        ("a,text\n\"one\ntwo\",the 红利 of it\n".encode(), ["t.csv:2:1"]),
        ("a,text\n夜市,the 红利 of it\n".encode("gb18030"), ["t.csv:2:8"]),
    ],
)
def test_a_finding_points_into_its_cell(data: bytes, places: list[str], tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "t.csv").write_bytes(data)
    assert main(["check", "t.csv"]) == 1
    assert [line.split(": ")[0] for line in capsys.readouterr().out.splitlines()] == places


@pytest.mark.parametrize("rows", ['"the 红利,b\n"of it',  '"the \n,》促进,红利\n"，\n，\n优势', ',""《the a 红利 the ,，促进，\n of a 优势"\n优势', '"the 红利" of,b\n'])
def test_cells_stay_apart_where_a_quote_is_never_closed(rows: str) -> None:
    data = f"text,b\n{rows}".encode()
    try:
        keeps_its_promises(data, "csv", ("*",))
        written, _ = repaired(data, "csv", fields=("*",))
    except OutputError as error:
        assert str(error).startswith("x:2: a cell begins with a quote that is never closed")
        return
    assert repaired(written, "csv", fields=("*",))[0] == written and len(list(rows_of(written, b","))) == len(list(rows_of(data, b",")))


def test_an_edit_over_a_line_end_keeps_it() -> None:
    data = 'text\n"a\n利aa"\naa利\n'.encode()
    written, _ = repaired(data, "csv")
    assert written.count(b"\n") == data.count(b"\n")
    keeps_its_promises(data, "csv")


def test_cells_end_where_the_data_ends() -> None:
    assert list(cells(b"a,b", 0, 9, b",")) == [(0, 1), (2, 3)]


def test_an_output_without_the_cell_is_refused() -> None:
    _, outcomes = repaired(TABLE.encode(), "csv")
    with pytest.raises(Exception, match="line 2 has no column 'text'"):
        opened("csv").restore(TABLE.replace("title,text", "title,body").encode(), undone(outcomes))
