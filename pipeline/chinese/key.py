"""The key under which Chinese is looked up: Simplified, NFKC digits and letters, no blanks. Never written into an article."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import Any

from pipeline.once import once

_SURROGATE = re.compile("[\ud800-\udfff]")


@once(8192)
def key(text: str) -> str:
    """``text`` as the termbase writes it: 數據 -> 数据, ＡＩ賦能 -> AI赋能."""
    folded = unicodedata.normalize("NFKC", text)
    return "".join(_converter().convert(folded).split())


@once(1024)
def simple(text: str) -> str:
    """``text`` in Simplified characters, one for one: every offset stays what it was."""
    # Half of a surrogate pair, as JSON may hold one, is no text that can be converted.
    simplified = str(_converter().convert(_SURROGATE.sub(" ", text)))
    return simplified if len(simplified) == len(text) else text


@functools.cache
def _converter() -> Any:
    # Loading takes 25 ms: only where there is Chinese at all.
    import opencc

    return opencc.OpenCC("t2s")
