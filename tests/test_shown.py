"""Chinese that is shown without quotation marks: the quick look at the last word never keeps a pattern from what it would take."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.stages import shown

PIECES = st.sampled_from([
    *sorted(set().union(*(follows.words for _, follows, _ in shown._BARE if isinstance(follows, shown._Behind)))), "the", "a", "two", "in", "it is", "it's", "that is", "original", "for it", "for them", "file", "folder", "banner", "screen name", "menu", "carved", "labelled",
    "under", "市场", "福", ">", "→", "(", "[", "**", '"', "“", "‘", "《", ":", ",", ".", "\n", "-", " ", " ", " ", " ",
])  # fmt: skip
RIGHTS = st.sampled_from(["", " on Weibo", ", which", ".", " and 寿", " > 通用", ") grew", '" ', " has been", " in Chinese"])


@example(["(", "account", " "], " on Weibo")
@example(["the", "\n", "account", " "], " on Weibo")
@example(["the", " ", "original", " ", "name", " ", "was", " ", '"'], " and 寿")
@example(["menu", " ", "福", " ", ">", " "], "")
@settings(max_examples=1500)
@given(st.lists(PIECES, max_size=9), RIGHTS)
def test_the_last_word_keeps_no_pattern_from_what_it_would_take(pieces: list[str], right: str) -> None:
    left = "".join(pieces)
    rows = ((before, after.follows if isinstance(after, shown._Behind) else after, why) for before, after, why in shown._BARE)
    assert shown.why_shown(left, right) == next((why for before, after, why in rows if after.match(right) and before.search(left)), "")
