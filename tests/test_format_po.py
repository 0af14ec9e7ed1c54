"""gettext PO: translations are edited, as whole sentences and with the escapes of C; everything else stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from promised import keeps_its_promises, marked, outside, prose, repaired, survives, text_of

from pipeline.errors import InputError
from pipeline.files import opened
from pipeline.model import Span
from pipeline.script import HAN_RUN

PO = r'''# 夜市 translations
msgid ""
msgstr ""
"Last-Translator: 王芳 <fang@a.example>\n"
"Language: en\n"

#. 译注
#: market.py:12
msgid "夜市靠低租金的红利生存"
msgstr "Stalls live on the 红利 of \"cheap\" rent."

#, fuzzy, python-format
#| msgid "旧的 %s"
msgctxt "菜单"
msgid "%(n)d 家店"
msgid_plural "%(n)d 家店"
msgstr[0] "%(n)d shop, up 三成"
msgstr[1] ""
"%(n)d shops that want "
"to 促进 spending\n"
"数据 for {town}, see https://a.example/红"

#~ msgid "旧"
#~ msgstr "the 红利 of old"
'''


def test_prose_of_a_file() -> None:
    assert [text for text in prose(PO, "po") if text.strip(" ,")] == [
        "Stalls live on the 红利 of ", "cheap", " rent.", " shop, up 三成", " shops that want ", "to 促进 spending", "数据 for ", ", see ",
    ]  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_translations_change(end: str) -> None:
    before = PO.replace("\n", end)
    after = text_of(before, "po")
    assert "30%%" in after
    assert [text for text in outside(after, "po") if text != "%%"] == outside(before, "po")
    assert not HAN_RUN.search("".join(prose(after, "po")))


def test_a_text_over_many_lines_is_one_sentence() -> None:
    (outcome,) = repaired(PO.encode(), "po")[1]
    (plain,) = repaired(b"Many shops that want to \xe4\xbf\x83\xe8\xbf\x9b spending", "text")[1]
    assert [e.after for e in outcome.done() if e.before == "促进"] == [e.after for e in plain.done()] != []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('msgid "a"\nmsgstr "红 \\"x\\" \\x41 y"', ["红 ", "x", " ", " y"]),
        ('msgid "a"\nmsgstr "红\n', []),
        ('msgid "a"\nmsgstr "红" "利"\n', []),
        ('msgid "a"\nmsgstr "in 红"\n# note\n"红"\n', ["in 红"]),
        ('msgid "a"\nmsgstr[2] "in 红"', ["in 红"]),
        ('  msgid "a"\r  msgstr "in 红"\r', ["in 红"]),
        ('msgid ""\nmsgstr "红"', []),
        ('msgctxt "c"\nmsgid ""\nmsgstr "in 红"', ["in 红"]),
        ('msgid ""\n"a"\nmsgstr "in 红"', ["in 红"]),
        ('msgid ""\nmsgstr "Language: zh_CN\\n"\nmsgid "a"\nmsgstr "红"', []),
        ('msgid ""\nmsgstr ""\n"A: b\\n"\n"Language: zh\\n"\nmsgid "a"\nmsgstr "红"', []),
        ('msgid "a"\nmsgstr "%1$s is 100% 红 %.2f%% of {0} <b>红</b>&amp;"', [" is 100% 红 ", " of ", " ", "红"]),
        ('#~ msgid "a"\n#~ msgstr "红"', []),
    ],
)
def test_what_is_prose(source: str, expected: list[str]) -> None:
    assert prose(source, "po") == expected


def test_a_wording_is_escaped_and_a_percent_sign_doubled_in_formats() -> None:
    source = 'msgid "a"\nmsgstr "红"\n#, c-format\nmsgid "b"\nmsgstr "红"\n#, no-c-format\nmsgid "c"\nmsgstr "红"\n'
    written, _ = marked(source.encode(), "po", wording='30% "x"\n')
    assert [line for line in written.decode().splitlines() if "msgstr" in line] == ['msgstr "30% \\"x\\"\\n"', 'msgstr "30%% \\"x\\"\\n"', 'msgstr "30% \\"x\\"\\n"']


def test_another_kind_of_file_is_refused() -> None:
    with pytest.raises(InputError, match="^x: no line begins with msgid: not a PO file"):
        opened("po").read("the 红利".encode(), "x")


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet='"\\n%红 a\n\rx0', max_size=10))
def test_quoting_is_stable_and_ends_no_literal(wording: str) -> None:
    source, span = '#, c-format\nmsgid "a"\nmsgstr "红"', Span(30, 31)
    assert span.of(source) == "红"
    once = opened("po").quote(wording, source, span)
    assert opened("po").quote(once, source, span) == once
    after = source.replace("红", once)
    assert after.startswith(source[:30]) and len(after.splitlines()) == 3
    assert outside(after, "po")[-1] == '"'


LITERALS = st.lists(st.sampled_from(["the 红利 ", "促进", "\\n", '\\"', "\\\\", "%s", "%%", "5%", "{n}", "，", "<b>", "&amp;", "\\x4", "𠮷", "\u2028", "\x85"]), max_size=4).map("".join)
LINES = st.one_of(
    st.tuples(st.sampled_from(["msgid", "msgstr", "msgstr[0]", "msgid_plural", "msgctxt", "", " "]), LITERALS).map(lambda made: f'{made[0]} "{made[1]}"'),
    st.sampled_from(["", "# 红", "#, c-format", "#~ msgstr \"红\"", 'msgid ""', 'msgstr "', "红", '"Language: en\\n"']),
)
FILES = st.lists(st.tuples(LINES, st.sampled_from(["\n", "\r\n", "\r"])).map("".join), max_size=10).map("".join)


@settings(max_examples=200, deadline=None)
@given(FILES)
def test_generated_files_change_in_their_translations_only(text: str) -> None:
    keeps_its_promises(f'msgid "a"\nmsgstr "the 红利"\n{text}'.encode(), "po")


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=60) | FILES.map(str.encode))
def test_any_bytes_are_read_or_refused_and_stay(data: bytes) -> None:
    survives(data, "po")
    survives(b'msgid "a"\nmsgstr "' + data, "po")


@pytest.mark.parametrize("piece", ["\\", "%", "<a", "&a", "{", '"', 'msgstr "红"\n', "#, a-format", " ", '"x"\n', "%("])
def test_hostile_files_end_in_linear_time(piece: str) -> None:
    opened("po").read(f'msgid "a"\nmsgstr "{piece * (300_000 // len(piece))}"\n#,{piece * (300_000 // len(piece))}'.encode(), "x")
