"""JSON lines: fields are found, edits spliced into their literals, everything else stays, undo brings the file back."""

from __future__ import annotations

import json
import pathlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.cli import main
from pipeline.errors import EditError, InputError
from pipeline.formats.jsonl import Jsonl
from pipeline.formats.literal import literals, spliced
from pipeline.model import Edit, Origin, Outcome, Safety, Span, Undone
from pipeline.recipe import Options, build

RECIPE = build(Options())


def repaired(data: bytes, form: Jsonl | None = None) -> tuple[bytes, list[Outcome]]:
    form = form or Jsonl()
    outcomes = RECIPE.repair_many(list(form.read(data, "c.jsonl")))
    return form.write(data, outcomes), outcomes


def undone(outcomes: list[Outcome]) -> list[Undone]:
    return [Undone(tuple((e.span, e.before, e.after) for e in o.done()), o.doc.record, o.doc.envelope.encoding, o.doc.envelope.raw) for o in outcomes]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('{"text": "the 红利 of it"}', '{"text": "the dividend of it"}'),
        ('{"text": "the \\u7ea2\\u5229 of it"}', '{"text": "the dividend of it"}'),
        ('{"text": "the \\u7EA2\\u5229 of\\u00a0it \\/"}', '{"text": "the dividend of\\u00a0it \\/"}'),
        ('{"n":1e5,"text" : "the 红利 \\u2014 of \\"it\\"\\n" ,"z":[1, 2]}\r', '{"n":1e5,"text" : "the dividend \\u2014 of \\"it\\"\\n" ,"z":[1, 2]}\r'),
        ('{"text": "\\ud83d\\ude00 the 红利 of it"}', '{"text": "\\ud83d\\ude00 the dividend of it"}'),
        ('{"text": "\\ud83d the 红利 of it"}', '{"text": "\\ud83d the dividend of it"}'),
        ('{"title": "红利", "text": "clean"}', None),
        ('{"text": "clean", "big": 123456789012345678901234567890, "f": 1.10}', None),
        ('{"text": null, "other": "红利"}', None),
        ('{"text": "a", "text": "the 红利 of it"}', '{"text": "a", "text": "the dividend of it"}'),
        ('["text", "红利"]', None),
    ],
)
def test_only_the_edits_change(before: str, after: str | None) -> None:
    data = ('{"text": "first"}\n' + before + '\n{"text": "last"}').encode()
    written, outcomes = repaired(data)
    assert written == ('{"text": "first"}\n' + (after or before) + '\n{"text": "last"}').encode()
    assert Jsonl().restore(written, undone(outcomes)) == data


@pytest.mark.parametrize(
    ("fields", "found"),
    [(("text",), ["a"]), (("meta.title",), ["b"]), (("messages.*.content",), ["c", "d"]), (("messages.1.content", "text"), ["a", "d"]), (("meta.x.y",), ["e"])],
)
def test_fields_are_paths(fields: tuple[str, ...], found: list[str]) -> None:
    line = '{"text":"a红","meta":{"title":"b红","x.y":"e红"},"messages":[{"content":"c红"},{"content":"d红"}]}'
    assert [doc.source[0] for doc in Jsonl(fields=fields).read(line.encode(), "c.jsonl")] == found


def test_a_document_knows_its_line_field_and_record() -> None:
    data = '{"text": "x"}\n\n{"id": 7, "text": "红利"}\n'.encode()
    (doc,) = Jsonl().read(data, "a:b.jsonl")
    assert (doc.id, doc.path) == ("a:b.jsonl:3:text", "a:b.jsonl")
    assert doc.record and (doc.record.number, doc.record.field, doc.record.id) == (3, "text", "7")
    assert doc.after(10).id == "a:b.jsonl:13:text" and doc.after(0) is doc


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"text": "\xe7\xba\xa2', "not JSON"), (b'{"text": "\xe7\xba\xa2"} x', "not JSON"), (b"plain", "not JSON"), (b'{"text": "\xe7\xba"}', "is not UTF-8"),
        (b'{"text": "\xe7\xba\xa2\t"}', "not JSON"), (b'{"t":' + b"[" * 20000 + b'"\xe7\xba\xa2"' + b"]" * 20000 + b"}", "nested too deep"), (b'{"text": "\xe7\xba\xa2",}', "not JSON"),
    ],
)  # fmt: skip
def test_a_broken_line_passes_through_and_is_named(line: bytes, said: str) -> None:
    data = b'{"text": "x"}\n' + line + b'\n{"text": "the \xe7\xba\xa2\xe5\x88\xa9 of it"}\n'
    written, outcomes = repaired(data)
    assert written == data.replace(b"\xe7\xba\xa2\xe5\x88\xa9", b"dividend")
    assert [o.doc.id for o in outcomes if o.doc.error] == ["c.jsonl:2"] and said in outcomes[0].doc.error


@pytest.mark.parametrize(("data", "said"), [(b'{"body": "x", "n": {"m": "y"}}\n' * 3, "there are body, n.m; choose with --field"), ('{"text":"x"}'.encode("utf-16"), "JSON lines are UTF-8")])
def test_a_file_of_which_nothing_can_be_read_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=f"c.jsonl: .*{said}"):
        list(Jsonl().read(data, "c.jsonl"))


VALUES = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8), lambda v: st.lists(v, max_size=3) | st.dictionaries(st.text(max_size=4), v, max_size=3), max_leaves=8)
WORDS = st.lists(st.sampled_from(["红利", "the ", " of ", "“", "\n", '"', "\\", "/", "😀", "\ud83d", "\x7f", "。", "，", "é", "\u2028", "促进", " growth"]), max_size=9).map("".join)
RECORDS = st.builds(lambda rest, text: {**rest, "text": text}, st.dictionaries(st.text(max_size=4), VALUES, max_size=3), WORDS)


@st.composite
def files(draw: st.DrawFn) -> bytes:
    lines = []
    for record in draw(st.lists(RECORDS, max_size=5)):
        ascii_only, blanks, indent = draw(st.booleans()), draw(st.sampled_from([(",", ":"), (", ", ": "), (" ,\t", " : ")])), draw(st.sampled_from(["", " ", "\t"]))
        text = json.dumps(record, ensure_ascii=ascii_only, separators=blanks)
        if draw(st.booleans()):
            text = text.replace("\\u7ea2", "\\u7EA2").replace("/", "\\/")
        lines.append(indent + text + draw(st.sampled_from(["\n", "\r\n", "\n\n"])))
    return draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + "".join(lines).encode("utf-8", "replace")


@settings(max_examples=150, deadline=None)
@given(files())
def test_generated_files_change_in_their_texts_only_and_come_back(data: bytes) -> None:
    written, outcomes = repaired(data)
    assert Jsonl().restore(written, undone(outcomes)) == data
    assert written.count(b"\n") == data.count(b"\n")
    texts = {o.doc.record.number: o.text for o in outcomes if o.doc.record and o.done()}
    for number, (before, after) in enumerate(zip(data.split(b"\n"), written.split(b"\n"), strict=True), 1):
        if number in texts:
            assert json.loads(after.removeprefix(b"\xef\xbb\xbf")) == {**json.loads(before.removeprefix(b"\xef\xbb\xbf")), "text": texts[number]} or b"NaN" in before or "\ufffd" in texts[number]
        else:
            assert before == after


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=40) | st.text(alphabet='{}[]":,\\u7ea2 text红\n0e-', max_size=60).map(str.encode))
def test_any_bytes_are_read_or_refused_and_stay(data: bytes) -> None:
    try:
        written, outcomes = repaired(data)
    except InputError as error:
        assert str(error).startswith("c.jsonl: ")
        return
    assert outcomes or written == data


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=12), st.booleans(), st.data())
def test_splicing_agrees_with_the_standard_reader(text: str, ascii_only: bool, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    literal = json.dumps(text, ensure_ascii=ascii_only)
    assert json.loads(spliced(literal, [(Span(start, end), 'new "é"')])) == text[:start] + 'new "é"' + text[end:]


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.text(max_size=4), VALUES, max_size=4), st.booleans())
def test_literals_agree_with_the_standard_reader(record: dict[str, object], ascii_only: bool) -> None:
    line = json.dumps(record, ensure_ascii=ascii_only)
    again, found = literals(line)
    assert json.dumps(again) == json.dumps(record)
    assert all(json.loads(line[start:end]) == value for _, start, end, value in found)


def test_an_output_without_the_field_is_refused() -> None:
    edit = Edit(Span(0, 1), "红", "red", Origin("rule"), 1.0, Safety.AUTO)
    data = '{"text": "红"}'.encode()
    (doc,) = Jsonl().read(data, "c.jsonl")
    outcome = Outcome(doc.settling([edit]), "red", Safety.REVIEW)
    assert Jsonl().write(data, [outcome]) == b'{"text": "red"}'
    with pytest.raises(EditError, match="line 1 has no field 'text'"):
        Jsonl().restore(b'{"body": "red"}', undone([outcome]))


def test_clean_check_and_undo_take_records(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = '{"id": "x-1", "body": "As the \\u7ea2\\u5229 of \\"it\\" fades"}\r\n{"body": "clean"}\n{"body": "the 红利 of it"}'.encode()
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "c.jsonl").write_bytes(data)
    assert main(["check", str(tmp_path / "in"), "--field", "body"]) == 1
    shown = capsys.readouterr().out
    assert "c.jsonl:1:31: error leftover 红利 -> " in shown and "in the field body" in shown
    assert main(["check", str(tmp_path / "in")]) == 2
    assert main(["clean", str(tmp_path / "in"), "-o", str(tmp_path / "out"), "--field", "body"]) == 0
    assert "红利" not in (tmp_path / "out" / "c.jsonl").read_text("utf-8")
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert [a.get("record") for a in report["articles"]] == [None, {"number": 1, "field": "body", "id": "x-1"}, {"number": 3, "field": "body", "id": ""}]
    assert report["summary"]["articles"] == 1 and report["articles"][0]["records"] == 3
    assert main(["undo", str(tmp_path / "out"), "-o", str(tmp_path / "back")]) == 0
    assert (tmp_path / "back" / "c.jsonl").read_bytes() == data
