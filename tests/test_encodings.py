"""Bytes to text and back: which encoding is recognised, what is refused and how."""

from __future__ import annotations

import codecs

import pytest

from pipeline.encodings import decode, encode
from pipeline.errors import InputError, OutputError
from pipeline.model import Envelope

SIMPLIFIED = "这家公司的流量红利已经见顶，平台需要寻找新的增长点。"
TRADITIONAL = "這家公司的流量紅利已經見頂，平台需要尋找新的增長點。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "gb18030"),
        ("Small shops live off the 红利 of traffic.", "gb18030"),
        ("She 促进 sales in 2020.", "gb18030"),
        ("a 优势 here", "gb18030"),
        ("rare 𠮷 beside the 红利", "gb18030"),
        (TRADITIONAL, "big5hkscs"),
        ("Small shops live off the 紅利 of traffic.", "big5hkscs"),
        ("She 促進 sales in 2020.", "big5hkscs"),
        ("an 優勢 here", "big5hkscs"),
        ("a café in Ångström street", "cp1252"),
        ("“Fine,” she said – it’s late…", "cp1252"),
        ("également déjà vu", "cp1252"),
        ("£5 and 20°", "cp1252"),
    ],
)
def test_encoding_is_told_apart_and_comes_back(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    assert decode(data, "x") == (text, Envelope(encoding))
    assert encode(text, Envelope(encoding)) == data


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_byte_order_mark_is_kept(mark: bytes, encoding: str) -> None:
    data = mark + "the 红利 𠮷\r\n".encode(encoding)
    text, envelope = decode(data, "x")
    assert (text, envelope) == ("the 红利 𠮷\r\n", Envelope(encoding, mark))
    assert encode(text, envelope) == data


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_mark_is_seen_by_its_zero_bytes(encoding: str) -> None:
    assert decode("plain words and the 红利 of them".encode(encoding), "x")[1] == Envelope(encoding)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x89PNG\r\n\x1a\n", "looks like a PNG image"),
        (b"%PDF-1.7", "looks like a PDF"),
        (b"PK\x03\x04rest", "looks like a ZIP archive"),
        (b"abc\x00\x00\x00\x01", "zero bytes"),
        (b"good \xff\xff\xff\xff bad", "byte 0xff at offset 5"),
        (codecs.BOM_UTF16_LE + b"odd", "byte order mark of utf-16-le"),
        (b"\xef\xbb\xbf\xff", "byte 3 is not utf-8"),
        (b"\xed\xa0\x80", "save the file as UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match="^in/a.txt: ") as refused:
        decode(data, "in/a.txt")
    assert said in str(refused.value)


@pytest.mark.parametrize(("text", "encoding", "code"), [("the 红利", "cp1252", "U\\+7EA2"), ("a café", "big5", "U\\+00E9"), ("a 红", "big5hkscs", "U\\+7EA2")])
def test_a_character_without_a_place_is_named(text: str, encoding: str, code: str) -> None:
    with pytest.raises(OutputError, match=f"{code}.*{encoding}.*UTF-8"):
        encode(text, Envelope(encoding))


def test_empty_file_is_empty_text() -> None:
    assert decode(b"", "x") == ("", Envelope())
