"""Regions of Markdown: what may be edited, what never, and that no input takes longer than its length."""

from __future__ import annotations

import pathlib
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.formats.markdown import Markdown
from pipeline.model import Span
from pipeline.script import HAN_RUN

ROOT = pathlib.Path(__file__).parent.parent


def editable(source: str) -> list[str]:
    """The Chinese that lies in prose."""
    return [run for r in Markdown().regions(source) if r.kind == "prose" for run in HAN_RUN.findall(r.span.of(source))]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# 红利\n\n- 流量\n  1. 渠道\n\n> 促进\n", ["红利", "流量", "渠道", "促进"]),
        ("红利\n===\n\n流量\n---\n", ["红利", "流量"]),
        ("| 红利 | 流量 |\n|---|:-:|\n| 渠道 | `代码` |\n", ["红利", "流量", "渠道"]),
        ("**流量**池 and *红利*", ["流量", "池", "红利"]),
        ("红利  \n流量\\\n渠道\ttab", ["红利", "流量", "渠道"]),
        ("红利\r\n\r\n流量\r渠道", ["红利", "流量", "渠道"]),
        ("- [x] 红利", ["红利"]),
        ("&nbsp;红利 AT&T流量;", ["红利", "流量"]),
        ("text\n    红利 continued", ["红利"]),
        ("- a\n\n    红利 of the item\n\n    - 流量", ["红利", "流量"]),
        ("---\ntitle: 标题\n---\n红利", ["红利"]),
        ("---\r\ntitle: 标题\r\n---\r\n红利", ["红利"]),
        ("---\rtitle: 标题\r---\r红利", ["红利"]),
        ("---\ntitle: 标题\n...\n红利", ["红利"]),
        ("+++\ntitle = '标题'\n+++\n红利", ["红利"]),
        ("---\n\n红利 between dividers\n\n---\n", ["红利"]),
        ("`代码` ``代 ` 码`` 红利", ["红利"]),
        ("```\n代码\n```\n红利", ["红利"]),
        ("~~~ py\n代码\n```\n代码\n~~~\n红利", ["红利"]),
        ("`````\n```\n代码\n```\n`````\n红利", ["红利"]),
        ("红利\n\n```\n代码 never closed\n\n代码", ["红利"]),
        ("> ```\n> 代码\n\n红利", ["红利"]),
        ("- a\n    ```\n    代码\n    ```\n红利", ["红利"]),
        ("    代码\n\n\t代码\n\n红利", ["红利"]),
        ("- a\n\n      代码 in the item\n\n红利", ["红利"]),
        ("[红利](https://a.example/流量 \"渠道\")", ["红利", "渠道"]),
        ("![图片](图片.png) [红利](<流 量>)", ["图片", "红利"]),
        ("<https://a.example/流量> https://a.example/流量 红利", ["红利"]),
        ("[红利][流量]\n\n[流量]: https://a.example/流 \"标题\"\n", ["红利", "标题"]),
        ("see [流量] and [红利]\n\n[流量]: /a\n", ["红利"]),
        ("fact[^注]\n\n[^注]: 红利", ["红利"]),
        ("[^1]: 红利 note", ["红利"]),
        ("<a title=\"流量\">红利</a> <!-- 流量 --> 渠道", ["红利", "渠道"]),
        ("<p lang=\"zh-CN\">流量</p> <span translate='no'>流量</span> 红利", ["红利"]),
        ("<div data-lang=\"javascript\">红利</div> <p lang=\"java\">渠道</p>", ["红利", "渠道"]),
        ("<script>流量</script><ruby>流<rt>liu</rt></ruby>红利", ["红利"]),
        ("<br lang=\"zh\"> 红利", ["红利"]),
        ("$流量$ and $$流\n量$$ 红利", ["红利"]),
        ("$$\n流量\n\n流量\n$$\n红利", ["红利"]),
        ("costs $$ a\n\n红利\n\n$$ b", ["红利"]),
        ("# 红利 {#流量 .类}", ["红利"]),
        ("{{< fig 流量 >}} {% raw 流量 %} {{ 流量 }} 红利", ["红利"]),
    ],
)
def test_which_chinese_may_be_edited(source: str, expected: list[str]) -> None:
    assert editable(source) == expected


MARKUP = st.sampled_from(
    ["`", "```", "~~~", "$", "$$", "[", "]", "(", ")", "](", "<", ">", "<p lang=zh>", "</p>", "<!--", "-->", "\\", "|", "---", "#", "- ", "1. ", "    ", "\t"]
    + ["\n", "\r\n", "\r", "\n\n", "{{", "}}", "{#", "}", "[^", "]:", "&", ";", "红利", "a", " ", "@", "www.", "https://", "\ufeff", "\x00", "+++\n"]
)


@given(st.lists(MARKUP, max_size=30).map("".join) | st.text(max_size=40))
def test_regions_cover_any_text_in_order(source: str) -> None:
    regions = Markdown().regions(source)
    assert "".join(r.span.of(source) for r in regions) == source
    assert all(len(r.span) > 0 for r in regions)


@pytest.mark.parametrize("text", ["state-of-the-art", "it's 5%", "two words", "3.5 billion"])
def test_plain_words_need_no_escape(text: str) -> None:
    assert Markdown().quote(text, "红利", Span(0, 2)) == text


def test_markup_is_escaped() -> None:
    assert Markdown().quote("a_b <c>", "红利", Span(0, 2)) == r"a\_b \<c>"


HOSTILE = {
    "divider beside a fence": "```\nx\n```\n" + "- " * 60 + "x",
    "long word": "a" * 80_000,
    "dots": "." * 80_000,
    "chinese without a blank": "红利" * 60_000,
    "blanks": "\n--" + " " * 60_000 + "x\n" + " " * 60_000 + "x",
    **{piece: piece * (80_000 // len(piece)) for piece in "[ * ` > < & # @ ]( ][ $$ {{ {% {# [^ [a]: <a <!-- <p\xa0lang=zh --- -| a@ www. ~~~".split(" ")},
    **{repr(piece): piece * (80_000 // len(piece)) for piece in ("<a ", "<code ", "<p lang=zh ", "> ", "$ ", "```\n~~~\n", "`a\n\n", "[a](b ", "[a]: b\n[a] ")},
}


def test_hostile_input_takes_linear_time() -> None:
    code = (
        "import sys, time\nfrom pipeline.formats.markdown import Markdown\nfrom pipeline.formats.text import Text\nfrom tests.test_format_markdown import HOSTILE\n"
        "for name, source in HOSTILE.items():\n    for form in (Text(), Markdown()):\n        print(name.encode('unicode_escape').decode(), flush=True)\n"
        "        began = time.perf_counter()\n        form.regions(source)\n        assert time.perf_counter() - began < 3, name"
    )
    try:
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False, cwd=ROOT)
    except subprocess.TimeoutExpired as slow:
        reached = (slow.stdout or b"").decode().split("\n")
        pytest.fail(f"hangs on {reached[-2:][0]}")
    assert done.returncode == 0, done.stderr
