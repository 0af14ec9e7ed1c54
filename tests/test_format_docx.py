"""DOCX: text is edited in its runs, as whole sentences; every other member of the archive stays, byte for byte."""

from __future__ import annotations

import base64
import io
import json
import pathlib
import struct
import xml.etree.ElementTree as ET
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from promised import RECIPE, keeps_its_promises, marked, repaired, survives, undone

from pipeline.cli import main
from pipeline.errors import EditError, InputError
from pipeline.files import opened
from pipeline.formats import wordml, zipped
from pipeline.formats.docx import Docx
from pipeline.model import Span

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:document xmlns:w="{W}" xmlns:a="urn:a"><w:body>'
TAIL = "<w:sectPr/></w:body></w:document>"


def run(text: str, look: str = "", space: bool = False) -> str:
    return f"<w:r>{look and f'<w:rPr><w:{look}/></w:rPr>'}<w:t{' xml:space=' + chr(34) + 'preserve' + chr(34) if space else ''}>{text}</w:t></w:r>"


def paragraph(*runs: str) -> str:
    return f'<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>{"".join(runs)}</w:p>'


def body(*paragraphs: str) -> str:
    return HEAD + "".join(paragraphs) + TAIL


def archive(xml: str | bytes, method: int = zipfile.ZIP_DEFLATED, streamed: bool = False, **more: str | bytes) -> bytes:
    """An archive as Word makes it, or as a program does that cannot go back to write sizes."""

    class Forward(io.BytesIO):
        def seekable(self) -> bool:
            return not streamed

    file = Forward()
    with zipfile.ZipFile(file, "w", method) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr(zipfile.ZipInfo("word/media/红.png", (2024, 1, 2, 3, 4, 6)), b"\x89PNG the \xe7\xba\xa2" * 9)
        made.writestr("word/document.xml", xml, compresslevel=1)
        for name, content in more.items():
            made.writestr(f"word/{name}.xml", content)
        made.comment = b"a comment"
    return file.getvalue()


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        assert made.testzip() is None
        return {name: made.read(name) for name in made.namelist()}


def text_of(xml: bytes | str) -> list[str]:
    return ["".join(t.text or "" for t in p.iter(f"{{{W}}}t")) for p in ET.fromstring(xml).iter(f"{{{W}}}p")]


MARKET = body(
    paragraph(run("Stalls live on the ", space=True), run("红", "b"), run("利", "i"), run(" of R&amp;D.", space=True)),
    paragraph(run("They want to"), run(" 促进 ", "b", space=True), run("spending.")),
    paragraph("<w:r><w:tab/><w:t>数据</w:t><w:br/><w:t>shows &#20048;观 growth.</w:t></w:r>"),
)


def test_the_source_is_a_line_a_paragraph() -> None:
    (doc,) = opened("docx").read(archive(MARKET), "a.docx")
    assert doc.id == "a.docx:1:word/document.xml"
    assert doc.source == "Stalls live on the 红利 of R&D.\nThey want to 促进 spending.\n\t数据\x0bshows 乐观 growth.\n"
    assert [span.of(doc.source) for span in doc.prose()] == ["Stalls live on the 红利 of R&D.", "They want to 促进 spending.", "数据", "shows 乐观 growth."]


@pytest.mark.parametrize("streamed", [False, True])
@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_only_the_texts_change_and_undo_is_byte_for_byte(method: int, streamed: bool) -> None:
    data = archive(MARKET, method, streamed, footnotes=MARKET.replace("Stalls", "Notes"), styles="<红/>")
    written, outcomes = repaired(data, "docx")
    before, after = members(data), members(written)
    assert [o.doc.record.field for o in outcomes if o.doc.record] == ["word/document.xml", "word/footnotes.xml"]
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml", "word/footnotes.xml"} and list(before) == list(after)
    assert text_of(after["word/document.xml"]) == outcomes[0].text.replace("\t", "").replace("\x0b", "").split("\n")[:-1]
    assert Docx().restore(written, undone(outcomes)) == data
    with zipfile.ZipFile(io.BytesIO(data)) as one, zipfile.ZipFile(io.BytesIO(written)) as other:
        for a, b in zip(one.infolist(), other.infolist(), strict=True):
            assert (a.filename, a.date_time, a.extra, a.external_attr, a.flag_bits, a.compress_type) == (b.filename, b.date_time, b.extra, b.external_attr, b.flag_bits, b.compress_type)
        assert one.comment == other.comment


@pytest.mark.parametrize(
    ("runs", "edit", "after"),
    [
        (["the ", "红", "利", " of"], (4, 6, "dividend"), ["the ", "dividend", "", " of"]),
        (["the红", "利 of"], (3, 5, " dividend"), ["the dividend", " of"]),
        (["the", " 红利", " of"], (3, 6, " dividend"), ["the", " dividend", " of"]),
        (["is a ", "优势", " of"], (3, 7, "an advantage"), ["is an ", "advantage", " of"]),
        (["is a 优", "势", " of"], (3, 7, "an advantage"), ["is an advantage", "", " of"]),
        (["a ", "<红&", "\"x"], (2, 5, "R&D <i>"), ["a ", "R&D <i>", "\"x"]),
        (["红利 of"], (0, 3, ""), ["of"]),
    ],
)
def test_a_run_keeps_its_look(runs: list[str], edit: tuple[int, int, str], after: list[str]) -> None:
    xml = body(paragraph(*(run(wordml._escaped(text)) for text in runs)))
    source = wordml.read(xml).source
    start, end, text = edit
    made = wordml.spliced(xml, [(Span(start, end), source[start:end], text)])
    assert [t.text or "" for t in ET.fromstring(made).iter(f"{{{W}}}t")] == after
    assert wordml.read(made).source == source[:start] + text + source[end:]


def test_a_blank_at_the_end_of_a_run_is_kept() -> None:
    xml = body(paragraph(run("the红利"), run("of")))
    made = wordml.spliced(xml, [(Span(3, 5), "红利", " dividend ")])
    assert '<w:t xml:space="preserve">the dividend </w:t></w:r><w:r><w:t>of</w:t>' in made


@pytest.mark.parametrize(
    ("inner", "source"),
    [
        ("<w:r><w:t>a<!-- 红 -->b</w:t></w:r>", "ab\n"),
        ("<w:r><w:t><![CDATA[红]]>b</w:t></w:r>", "b\n"),
        ("<w:del><w:r><w:delText>红</w:delText></w:r></w:del><w:ins><w:r><w:t>利</w:t></w:r></w:ins>", "利\n"),
        ("<w:moveFrom><w:r><w:t>红</w:t></w:r></w:moveFrom>" + run("b"), "b\n"),
        ("<w:r><w:rPr><w:del/></w:rPr><w:t>b</w:t></w:r>", "b\n"),
        ("<w:r><w:instrText>红</w:instrText></w:r><a:t>红</a:t>" + run("b"), "b\n"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:t/></w:r>", "a\u2011b\n"),
        (f"<w:r><w:t>out</w:t><w:pict><w:txbx>{paragraph(run('box'))}</w:txbx></w:pict><w:tab/><w:t>er</w:t></w:r>", "box\nout\ter\n"),
    ],
)
def test_what_is_text(inner: str, source: str) -> None:
    assert wordml.read(body(paragraph(inner))).source == source


def test_ruby_stays() -> None:
    ruby = f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('hong')}</w:rt><w:rubyBase>{run('红')}</w:rubyBase></w:ruby></w:r>"
    (doc,) = opened("docx").read(archive(body(paragraph(run("the "), ruby, run(" of 红")))), "x")
    assert doc.source == "the 红 of 红\n" and [s.of(doc.source) for s in doc.prose()] == ["the ", " of 红"]


def test_another_prefix_and_the_strict_kind_are_read() -> None:
    for xml in (MARKET.replace("w:", "v:").replace("xmlns:w", "xmlns:v"), MARKET.replace("<w:", "<").replace("</w:", "</").replace("xmlns:w", "xmlns"),
                MARKET.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")):  # fmt: skip
        assert len(list(opened("docx").read(archive(xml), "x"))) == 1 and wordml.read(xml).source == wordml.read(MARKET).source


def bomb(declared: int | None = None) -> bytes:
    data = bytearray(archive(HEAD + " " * (30 << 20) + TAIL))
    if declared is not None:
        at = data.rindex(b"PK\x01\x02", 0, data.index(b"word/document.xml", data.index(b"PK\x01\x02")))
        data[at + 24 : at + 28] = struct.pack("<I", declared)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"the \xe7\xba\xa2", "x: not a DOCX: no ZIP archive"),
        (b"\xd0\xcf\x11\xe0 old", "x: not a DOCX: .*a document of an older Word, or one with a password"),
        (b"PK\x03\x04 and no more", "x: damaged archive: "),
        (archive(MARKET)[:-30], "x: damaged archive: "),
        (archive(MARKET).replace(b"word/document.xml", b"word/documint.xml"), "x: not a DOCX: the archive holds no word/document.xml"),
        (bomb(), "x: word/document.xml grows from .* to 31,457,.* bytes: no document, a zip bomb"),
        (bomb(1000), "x: (word/document.xml has not the size that the archive says|damaged archive)"),
        (archive(MARKET, zipfile.ZIP_BZIP2), "x: word/document.xml is compressed in a way that no document is"),
    ],
)
def test_what_is_no_document_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=f"^{said}"):
        list(opened("docx").read(data, "x"))


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        (f'<!DOCTYPE d [<!ENTITY a "红"><!ENTITY b "{"&a;" * 99}">]>{MARKET[57:]}', "declares a document type or entities"),
        (MARKET[:-9], "not well-formed XML"),
        (MARKET.replace("&amp;", "&nbsp;"), "not well-formed XML"),
        (MARKET.encode("utf-16"), "not well-formed XML|not in UTF-8"),
        (MARKET.replace("UTF-8", "GB18030").encode("gb18030"), "written in GB18030, not in UTF-8"),
    ],
)
def test_a_part_that_cannot_be_read_is_left_and_listed(xml: str | bytes, said: str) -> None:
    data = archive(xml, footnotes=MARKET)
    written, outcomes = repaired(data, "docx")
    assert outcomes[0].doc.error.endswith("; word/document.xml is left as it is")
    assert any(part in outcomes[0].doc.error for part in said.split("|"))
    assert members(written)["word/document.xml"] == members(data)["word/document.xml"] and outcomes[1].done()


def test_a_document_without_leftovers_is_not_parsed_and_stays() -> None:
    data = archive(body(paragraph(run("All <b>&lt;is&gt; well"))))
    assert repaired(data, "docx") == (data, [])


def test_an_archive_with_something_before_it_is_refused_when_it_is_written() -> None:
    data = b"PK before it" + archive(MARKET)
    outcomes = [RECIPE.repair(doc) for doc in Docx().read(data, "x")]
    with pytest.raises(InputError, match="something before or inside it"):
        Docx().write(data, outcomes)


def test_a_report_that_was_tampered_with_restores_nothing() -> None:
    written, outcomes = repaired(archive(MARKET), "docx")
    (one,) = undone(outcomes)
    for raw in ("", "no base64!", base64.b64encode(b"no deflate").decode()):
        with pytest.raises(EditError, match="was changed since it was made"):
            Docx().restore(written, [type(one)(one.done, one.record, one.encoding, raw or "=")])


TEXT = st.text(alphabet="a 红利&<>促进，\t\"", max_size=6)
RUNS = st.tuples(TEXT, st.sampled_from(["", "b"]), st.booleans()).map(lambda made: run(wordml._escaped(made[0]), made[1], made[2]))
SOME = st.one_of(RUNS, st.sampled_from(["<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>", "<!-- 红 -->", "<w:r><w:t>&#20048;</w:t></w:r>", "<w:ins><w:r><w:t>红</w:t></w:r></w:ins>"]))
BODIES = st.lists(st.lists(SOME, max_size=5).map(lambda runs: paragraph(*runs)), max_size=4).map(lambda made: body(*made))


@settings(max_examples=100, deadline=None)
@given(BODIES, st.booleans())
def test_generated_documents_change_in_their_texts_only_and_come_back(xml: str, streamed: bool) -> None:
    data = archive(xml, streamed=streamed)
    keeps_its_promises(data, "docx")
    for written, outcomes in (repaired(data, "docx"), marked(data, "docx")):
        after = members(written)
        for outcome in outcomes:
            assert wordml.read(after["word/document.xml"].decode()).source == outcome.text
        tags = [e.tag for e in ET.fromstring(xml).iter()]
        assert [e.tag for e in ET.fromstring(after["word/document.xml"]).iter()] == tags


GOOD = archive(MARKET)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=4), st.binary(max_size=30), st.integers(0, len(GOOD)))
def test_any_bytes_are_read_or_refused_and_stay(damage: list[tuple[int, int]], noise: bytes, cut: int) -> None:
    data = bytearray(GOOD)
    for at, byte in damage:
        data[at] = byte
    survives(noise, "docx")
    survives(b"PK" + noise, "docx")
    survives(GOOD[:cut], "docx")
    try:
        list(opened("docx").read(bytes(data), "x"))
        repaired(bytes(data), "docx")
    except InputError:
        pass


def test_clean_check_and_undo_take_documents(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, out = tmp_path / "in" / "a.docx", tmp_path / "out"
    file.parent.mkdir()
    file.write_bytes(archive(MARKET))
    assert main(["check", str(file.parent)]) == 1
    said = capsys.readouterr().out
    assert "a.docx:1:20" in said and "a.docx:2:14" in said and "a.docx:3:" in said
    assert main(["clean", str(file.parent), "-o", str(out)]) in (0, 1)
    report = json.loads((out / "report.json").read_text())
    assert [a["id"] for a in report["articles"]] == ["a.docx", "a.docx:1:word/document.xml"]
    assert not any("红" in line for line in text_of(members((out / "a.docx").read_bytes())["word/document.xml"]))
    assert main(["undo", str(out)]) == 0
    assert (out / "a.docx").read_bytes() == file.read_bytes()


@pytest.mark.parametrize("piece", ["<w:r>", "<w:p>", "&#20048;", "<!-- x -->", "<w:r><w:t>红</w:t></w:r>", "<a:b c='>'/>"])
def test_large_parts_are_read_in_linear_time(piece: str) -> None:
    name = piece[1:4] if piece in ("<w:r>", "<w:p>") else ""
    text = piece * (300_000 // len(piece)) + (f"</{name}>" * (300_000 // len(piece)) if name else "")
    xml = body(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" if piece[0] == "&" else f"<w:p>{text}</w:p>")
    part = wordml.read(xml)
    wordml.spliced(xml, [(Span(r.start, r.end), r.text, "x") for r in part.runs])


def test_no_more_is_unpacked_than_the_archive_says() -> None:
    assert zipped.member(GOOD, "word/document.xml", "x").content == MARKET.encode()
    with pytest.raises(InputError, match="^x: damaged archive: .*no item named"):
        zipped.member(GOOD, "word/none.xml", "x")
