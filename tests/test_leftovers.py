"""What the scan of bytes passes over holds nothing that repairing it in full would find."""

from __future__ import annotations

import json

from hypothesis import example, given
from hypothesis import strategies as st

from pipeline import leftovers, script

_PIECES = st.one_of(
    st.sampled_from(
        ["红利", "。", "，", "⺀", "⿕", "·", "Mary·Ann", "“so”", "—", "…", "é", "😀", "𠮷", "Ａ１", "\\", '"', "&#x4e2d;", "\u00c2", "\r", " and ", "﨎", "･"]
    ),
    st.text(max_size=8),
)
_TEXTS = st.lists(_PIECES, max_size=12).map("".join)
_SOUGHT = set(script.WIDE_MARKS)


def _holds(text: str) -> bool:
    return script.has_han(text) or any(character in _SOUGHT for character in text)


@given(_TEXTS)
@example("plain, Mary·Ann")
def test_no_text_with_a_leftover_is_passed_over(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    if _holds(text):
        assert leftovers.may_hold(data)


@given(st.lists(_TEXTS, max_size=6), st.booleans())
def test_every_line_with_a_leftover_is_suspect_plain_or_escaped(texts: list[str], escaped: bool) -> None:
    lines = [json.dumps({"text": text}, ensure_ascii=escaped).encode("utf-8", "surrogatepass") for text in texts]
    data = b"\n".join(lines)
    found = {data[start:end] for start, end in leftovers.suspects(data)}
    assert {line for line, text in zip(lines, texts, strict=True) if _holds(text)} <= found
    assert all((leftovers.may_hold(line) or leftovers.may_hold_escaped(line)) == (line in found) for line in lines)
