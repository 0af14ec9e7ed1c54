"""SubRip and WebVTT: the text of cues is edited, as whole sentences; everything else stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from promised import keeps_its_promises, marked, outside, prose, survives, text_of

from pipeline.errors import InputError
from pipeline.files import opened
from pipeline.model import Span
from pipeline.script import HAN_RUN

SRT = """1
00:00:01,000 --> 00:00:04,000
<i>Night markets live on the 红利</i>
of cheap rent.

2
00:00:04,500 --> 00:00:07,200 X1:10 X2:20
{\\an8}- It may 促进 spending.
- 数据 shows it.

3
00:00:08,000 --> 00:00:09,000
1999
"""
VTT = """WEBVTT - 夜市
Kind: captions

STYLE
::cue(.红) { color: red }

NOTE 旁白
still a note 红利

intro-红利
00:01.000 --> 00:04.000 align:start position:10%
<v 王芳>Night markets live on the <c.yellow>红利</c> of cheap rent.
R&amp;D may 促进 it; <ruby>汉<rt>han</rt></ruby> <lang zh>红利</lang> stay.

00:05.000 --> 00:06.000
last"""


def test_prose_of_subrip() -> None:
    assert prose(SRT, "subrip") == ["Night markets live on the 红利", "of cheap rent.", "- It may 促进 spending.", "- 数据 shows it.", "1999"]


def test_prose_of_webvtt() -> None:
    assert prose(VTT, "webvtt") == ["Night markets live on the ", "红利", " of cheap rent.", "R", "D may 促进 it; ", " ", " stay.", "last"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_only_text_of_cues_changes(end: str) -> None:
    for before, form in ((SRT.replace("\n", end), "subrip"), (VTT.replace("\n", end), "webvtt")):
        after = text_of(before, form)
        assert not HAN_RUN.search("".join(prose(after, form)))
        assert outside(after, form) == outside(before, form)


@pytest.mark.parametrize(
    ("cues", "wording"),
    [
        (["The plan will", "促进 spending."], "promote"),
        (["a strong促进 <i>role</i>"], None),
        (["It is <b>a</b> 促进", "of spending."], None),
    ],
)
def test_a_sentence_goes_on_over_lines_tags_and_cues(cues: list[str], wording: str | None) -> None:
    """The same wording as where the sentence stands on one line of plain text."""
    plain = text_of(" ".join(cues).replace("<i>", "").replace("</i>", "").replace("<b>", "").replace("</b>", ""), "text")
    whole = text_of("1\n00:01,000 --> 00:02,000\n" + "\n".join(cues), "subrip").split("\n", 2)[2]
    assert whole.replace("\n", " ").replace("<i>", "").replace("</i>", "").replace("<b>", "").replace("</b>", "") == plain
    assert wording is None or wording in whole


def test_a_sentence_over_two_cues_is_one() -> None:
    apart = "1\n00:01,000 --> 00:02,000\nThe plan is to\n\n2\n00:03,000 --> 00:04,000\n{}促进 spending in every town."
    assert "promote spending" in text_of(apart.format("gradually "), "subrip")


@pytest.mark.parametrize(("form", "data"), [("subrip", "红利 is no subtitle"), ("webvtt", "00:01.000 --> 00:02.000\n红利")])
def test_what_is_no_subtitle_file_is_refused(form: str, data: str) -> None:
    with pytest.raises(InputError, match="^x: .*not (SubRip|WebVTT) subtitles"):
        opened(form).read(data.encode(), "x")


def test_an_empty_file_has_nothing_to_say() -> None:
    assert prose("", "subrip") == prose("\n\n", "webvtt") == prose("WEBVTT\n\n红利", "webvtt") == []


def test_a_wording_never_ends_a_cue_and_is_no_markup() -> None:
    assert opened("subrip").quote("a\n\n2\n00:01 --> 00:02", "红利", Span(0, 2)) == "a 2 00:01 -> 00:02"
    assert opened("webvtt").quote("R&D <i> &amp;", "红利", Span(0, 2)) == "R&amp;D &lt;i&gt; &amp;"
    written, _ = marked(VTT.encode(), "webvtt")
    assert written.decode().count("-->") == 2 and len(prose(written.decode(), "webvtt")) >= 7


PIECES = ["1\n", "00:00:01,000 --> 00:00:04,000\n", "00:01.000 --> 00:02.000 line:0\n", "WEBVTT\n\n", "\n", "\n\n", "\r\n", "\r", "NOTE x\n", "STYLE\n", "<i>", "</i>",
          "<ruby>", "</ruby>", "<lang zh>", "{\\an8}", "&amp;", "- ", "The 红利 of ", "促进", "，", "。", "more ", "<", "&", "{", "12", "-->", "𠮷", "\u2028", "https://a.example/红"]  # fmt: skip
FILES = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@settings(max_examples=150, deadline=None)
@given(FILES)
def test_generated_files_change_in_their_cues_only(text: str) -> None:
    keeps_its_promises(f"1\n00:00:01,000 --> 00:00:04,000\n{text}".encode(), "subrip")
    keeps_its_promises(f"WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n{text}".encode(), "webvtt")


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=60) | FILES.map(str.encode), st.sampled_from(["subrip", "webvtt"]))
def test_any_bytes_are_read_or_refused_and_stay(data: bytes, form: str) -> None:
    survives(data, form)
    survives(b"WEBVTT\n\n" + data, form)


@pytest.mark.parametrize("piece", ["<ruby>", "<lang ", "{\\", "&#", "1\n", "00:00:01,000 --> 00:00:04,000\n", "\n\n", "00:", "9"])
def test_hostile_files_end_in_linear_time(piece: str) -> None:
    for form in ("subrip", "webvtt"):
        opened(form).read(f"WEBVTT\n\n00:00:01,000 --> 00:00:04,000\n{piece * (300_000 // len(piece))}".encode(), "x")
