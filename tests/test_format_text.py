"""Regions of plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.formats.text import Text
from pipeline.model import Span


def prose(source: str) -> list[str]:
    return [r.span.of(source) for r in Text().regions(source) if r.kind == "prose"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", []),
        ("the 红利 of it", ["the 红利 of it"]),
        ("one\ntwo\r\nthree\rfour", ["one", "two", "three", "four"]),
        ("a\x0bb\x0cc\x85d\u2028e\u2029f", ["a", "b", "c", "d", "e", "f"]),
        ("see https://a.example/红利 now", ["see ", " now"]),
        ("(https://a.example/x)红利", ["(", ")红利"]),
        ("https://a.example/x_(流量) 红利", [" 红利"]),
        ("a | https://a.example|红利", ["a | ", "|红利"]),
        ("请联系foo@a.example now", ["请联系", " now"]),
        ("write to user@例.cn now", ["write to ", " now"]),
        ("by @小红书 today", ["by ", " today"]),
        ("on #双十一# day", ["on ", " day"]),
        ("on #Traffic day", ["on ", " day"]),
        ("No. #1 红利", ["No. #1 红利"]),
        ("use `红利` here", ["use ", " here"]),
        ("```\n红利\n```\nafter 促进", ["after 促进"]),
        ("before\n~~~~~~~~\nafter 促进", ["before", "~~~~~~~~", "after 促进"]),
        ("before\n```\nafter 促进", ["before", "```", "after 促进"]),
    ],
)
def test_prose_of_plain_text(source: str, expected: list[str]) -> None:
    assert prose(source) == expected


@given(st.text(alphabet=st.sampled_from(list("a1 红利。`~#@.:/|()<>\r\n\t\u2028-*>")), max_size=80) | st.text(max_size=40))
def test_regions_cover_any_text_in_order(source: str) -> None:
    regions = Text().regions(source)
    assert "".join(r.span.of(source) for r in regions) == source
    assert all(len(r.span) > 0 for r in regions)


def test_quote_leaves_text_as_it_is() -> None:
    assert Text().quote("*a* | <b>", "x 红利", Span(2, 4)) == "*a* | <b>"
