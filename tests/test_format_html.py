"""HTML: what a reader sees is edited, as whole sentences; every tag, entity, script and comment stays."""

from __future__ import annotations

import html
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from promised import keeps_its_promises, marked, prose, repaired, survives, text_of

from pipeline.files import opened
from pipeline.formats.html import REFERENCE, UNQUOTED
from pipeline.model import Span

PAGE = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>Night 市场</title>
<style>p::after { content: "红利" }</style><script>if (a < b) { t = "<p>红利</p>"; }</script></head>
<body><!-- 红利 --><![CDATA[ 红利 ]]>
<p class="红">Stalls live on the <b>红利</b> of cheap&nbsp;rent,
and 促进 <a href="https://a.example/红?a=1&amp;b=2" title="about 数据">spending</a>.</p>
<img src=x.png alt='the 流量 of a street' data-x="红利"><br>
<p lang="zh">红利</p><p>It is <span translate="no">红利</span> and <ruby>汉<rt>han</rt></ruby>, <code>红利</code> too.
<ul><li lang=zh>红利<li>the 红利 of it</ul></body></html>
"""


def test_prose_of_a_page() -> None:
    found = [text for text in prose(PAGE, "html") if text.strip()]
    assert found == [
        "Night 市场", "Stalls live on the ", "红利", " of cheap", "rent,", "and 促进 ", "about 数据", "spending", ".", "the 流量 of a street",
        "It is ", " and ", ", ", " too.", "the 红利 of it",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a < b 红", ["a < b 红"]),
        ("1 <2> 红", ["1 <2> 红"]),
        ("<p>红", ["红"]),
        ("</>红", ["红"]),
        ("<a title='a > 红' b=\"'\">红</a>", ["a > 红", "红"]),
        ("<p don't>红", ["红"]),
        ("<P LANG=ZH>红</P>红", ["红"]),
        ("<p lang=zhuang>红</p>", ["红"]),
        ("<p lang=zh>红<b lang=en>the 红</b>红</p>", ["the 红"]),
        ("<p translate=no>红<b translate=yes>the 红</b></p>", ["the 红"]),
        ("<p class='a notranslate'>红</p>x", ["x"]),
        ("<img lang=zh alt='红'>红", ["红"]),
        ("<br lang=zh/>红", ["红"]),
        ("<td lang=zh>红<td>in 红", ["in 红"]),
        ("<div lang=ja><p>红</div>in 红", ["in 红"]),
        ("<span lang=zh>红</b>红</span>in", ["in"]),
        ("<pre>红</pre>in <kbd>红</kbd>", ["in "]),
        ("<textarea><b>红</textarea>in", ["in"]),
        ("<script>红</SCRIPT >in", ["in"]),
        ("<script>红", []),
        ("<!-->红<!-- > 红 -->in", ["红", "in"]),
        ("<p title='plain'>in", ["in"]),
        ("see https://a.example/红 in", ["see ", " in"]),
        ("AT&T &copy 红 &amp; x", ["AT&T &copy 红 ", " x"]),
    ],
)
def test_what_is_prose(source: str, expected: list[str]) -> None:
    assert prose(source, "html") == expected


def test_only_texts_and_two_attributes_change() -> None:
    after = text_of(PAGE, "html")
    assert Seen(after).tags == Seen(PAGE).tags
    assert after.splitlines()[2:4] == PAGE.splitlines()[2:4]
    assert [text for text in prose(after, "html") if not text.isascii()] == []


@pytest.mark.parametrize("tagged", ["Stalls live on <i>the</i> <b>红利</b>\nof cheap rent.", "They want to&nbsp;<em>促进</em> spending.", "<p>The plan is to <!-- x -->促进\n  spending.</p>"])
def test_a_sentence_goes_on_across_inline_tags_and_entities(tagged: str) -> None:
    plain = tagged.replace("\n  ", " ").replace("\n", " ").replace("&nbsp;", " ").replace("<!-- x -->", "")
    for tag in ("i", "b", "em", "p"):
        plain = plain.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    [(_, edit)] = [(o, e) for o in repaired(tagged.encode(), "html")[1] for e in o.doc.edits]
    [(_, same)] = [(o, e) for o in repaired(plain.encode(), "text")[1] for e in o.doc.edits]
    assert (edit.after, edit.confidence) == (same.after, same.confidence)


def test_a_sentence_ends_at_a_block() -> None:
    wrapped = "<td>It grew as fast as any other street in the whole town</td>\n<td>数据</td>"
    assert text_of(wrapped, "html") == wrapped.replace("数据", "Data")


def test_references_and_bare_attributes_are_left_with_a_reason() -> None:
    source = "<p title=红利>the &#32418;&#x5229; of 红&#21033; &#8217; &#128512;</p><!-- &#32418; --><a href='&#32418;'>x</a>&#65292;"
    data, (outcome,) = repaired(source.encode(), "html")
    assert data.decode() == source and not outcome.doc.open()
    assert [(k.span.of(source), k.why) for k in outcome.doc.kept] == [
        ("&#32418;&#x5229;", REFERENCE), ("红&#21033;", REFERENCE), ("&#65292;", REFERENCE), ("红利", UNQUOTED)
    ]  # fmt: skip


@pytest.mark.parametrize(("data", "may"), [(b"<p>&#32418;", True), (b"&#x7ea2;", True), (b"<p>&#8217;&#x2019;&#160;&amp;", False), ("é".encode(), False), ("红".encode(), True)])
def test_a_page_that_cannot_hold_a_leftover_is_told_without_reading_it(data: bytes, may: bool) -> None:
    assert opened("html").may_hold(data) is may


def test_a_wording_is_text_wherever_it_goes() -> None:
    source = "<img alt='红'><img alt=\"红\"><p>红"
    written, _ = marked(source.encode(), "html", wording="A&B <i>'\"&amp;")
    assert written.decode() == "<img alt='A&amp;B &lt;i>&#39;\"&amp;'><img alt=\"A&amp;B &lt;i>'&quot;&amp;\"><p>A&amp;B &lt;i>'\"&amp;"
    assert opened("html").quote("a & <", "红 & < x", Span(0, 5)) == "a & <"


PIECES = ["<p>", "</p>", "<b>", "</b>", "<br/>", "<img alt='", "' title=\"", "\">", "'>", "<p lang=zh>", "<i translate=no>", "</i>", "<script>", "</script>", "<ruby>", "</ruby>",
          "<!--", "-->", "<![CDATA[", "]]>", "&amp;", "&#20048;", "&", "<", ">", "\"", "'", "=", "/", " ", "\n", "\r\n", "the ", "红利", "促进", "，", "of ", "<li>", "<title>", "𠮷", "https://a.example/红"]  # fmt: skip
PAGES = st.lists(st.sampled_from(PIECES), max_size=16).map("".join)


class Seen(HTMLParser):
    """The tags, attributes and declarations of a page, as the standard library reads them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[object] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, [(k, v) for k, v in attrs if k not in ("alt", "title")]))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(tag)

    def handle_comment(self, data: str) -> None:
        self.tags.append(("comment", data))


WELL_FORMED = st.recursive(
    st.sampled_from(["the 红利 ", "促进", "a < b", "&amp;", "&#20048;", "<br>", "<!-- 红 -->", "<img alt='红利'>", "\n", "，"]),
    lambda inner: st.tuples(st.sampled_from(["p", "b", "div", "a title=\"数据 '\"", "i lang=zh", "span translate='no'", "ruby"]), st.lists(inner, max_size=4)).map(
        lambda made: f"<{made[0]}>{''.join(made[1])}</{made[0].split()[0]}>"
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(WELL_FORMED)
def test_another_reader_sees_the_same_tags_after_any_edit(page: str) -> None:
    keeps_its_promises(page.encode(), "html")
    assert Seen(marked(page.encode(), "html")[0].decode()).tags == Seen(page).tags


@settings(max_examples=250, deadline=None)
@given(st.binary(max_size=60) | PAGES.map(str.encode))
def test_any_bytes_are_read_or_refused_and_stay(data: bytes) -> None:
    survives(data, "html")


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="<>&\"'红 a;#1=/", max_size=12), st.booleans())
def test_quoting_is_stable_and_means_the_same(wording: str, quoted: bool) -> None:
    source, span = ("<img alt='红'>", Span(10, 11)) if quoted else ("<p>红", Span(3, 4))
    once = opened("html").quote(wording, source, span)
    assert opened("html").quote(once, source, span) == once
    assert html.unescape(once) == html.unescape(wording) and "<" not in once


@pytest.mark.parametrize("piece", ["<", "<a ", "<a b=\"", "<a b='", "<!--", "<![CDATA[", "</", "<p>", "<p lang=zh>", "</p>", "<script>", "&#", "&a", "&#20048;", "<i><b>", "</b>", "a=", "<ruby>", "红&#1;"])
def test_hostile_pages_end_in_linear_time(piece: str) -> None:
    opened("html").read((piece * (400_000 // len(piece))).encode(), "x")
    opened("html").read(("<a>" * 50_000 + piece * (200_000 // len(piece))).encode(), "x")
