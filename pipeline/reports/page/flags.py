"""What a reader should look at twice: the neighbours that an edit changes, a rival that is as good, wordings that differ."""

from __future__ import annotations

import re
from typing import Any

# Two proposals nearer than this in measured confidence are a toss-up.
_CLOSE = 0.03
_ARTICLE = re.compile(r"\ban? ", re.IGNORECASE)
_LETTER = re.compile(r"[A-Za-z]")


def flags(edit: dict[str, Any], conflict: bool) -> list[str]:
    """The names of what is special about ``edit``: those that the report gives, and those that its fields show."""
    found = list(edit.get("flags", ()))
    if conflict:
        found.append("inconsistent")
    if edit["proposal"]:
        found += _seen(edit["before"], edit["proposal"]["text"], edit["kind"])
        if any(edit["proposal"]["confidence"] - a["confidence"] < _CLOSE for a in edit["alternatives"]):
            found.append("close-call")
    return list(dict.fromkeys(found))


def _seen(before: str, after: str, kind: str) -> list[str]:
    if _ARTICLE.match(before) and _ARTICLE.match(after):
        return ["a-an"]
    if kind == "term" and _LETTER.search(before):
        return ["extension"]
    return []
