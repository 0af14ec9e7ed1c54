"""What counts as Chinese: the character classes that every other module refers to by name.

Written as explicit ranges for the standard ``re``: Python 3.11 knows Unicode 14 only, so a test by category would miss
the ideographs added since.
"""

from __future__ import annotations

import functools
import re

# Unicode property Script=Han (UAX #24, Unicode 16). Not Script_Extensions=Han: that one takes in 。 、 《 and kana marks,
# which would turn every full-width comma into "Chinese". Not \u4e00-\u9fff: that misses 〇 々 㐀 𠮷 and compatibility forms.
HAN = (
    "\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufa6d\ufa70-\ufad9\U00016fe2-\U00016fe3\U00016ff0-\U00016ff1\U00020000-\U0002a6df\U0002a700-\U0002ebe0"
    "\U0002ebf0-\U0002ee5d\U0002f800-\U0002fa1d\U00030000-\U0003134a\U00031350-\U000323af"
)

# 丨 U+4E28 has Script=Han, but in translated articles it stands for a bar between author and name.
BAR = "丨"

HAN_WITHOUT_BAR = HAN.replace("\u4e00-", f"\u4e00-{chr(ord(BAR) - 1)}{chr(ord(BAR) + 1)}-")

KANA = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9d"
HANGUL = "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3"

# Marks of Chinese typography that have a plain counterpart in English. Curly quotes, dashes and the ellipsis are not
# here: English uses them too.
WIDE_MARKS = "，。、；：？！（）【】「」『』《》〈〉〔〕～％＋－＝／＆＃＠＊｜＂＇．￥丨"
WIDE_DIGITS = "\uff10-\uff19"
WIDE_LETTERS = "\uff21-\uff3a\uff41-\uff5a"

HAN_CHARACTER = re.compile(f"[{HAN}]")
HAN_RUN = re.compile(f"[{HAN}]+")
KANA_OR_HANGUL = re.compile(f"[{KANA}{HANGUL}]")


@functools.lru_cache(maxsize=2)
def english_of(text: str) -> str:
    """``text`` in lower case with a blank in the place of each Chinese character: of an article, made once for all stages that look words up in it."""
    return HAN_CHARACTER.sub(" ", text).lower()


def has_han(text: str) -> bool:
    """True where ``text`` holds at least one character of Script=Han (the bar 丨 included)."""
    return HAN_CHARACTER.search(text) is not None
