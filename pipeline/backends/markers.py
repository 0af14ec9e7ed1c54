"""A sentence with its fragment marked by a tag, and the fragment's translation out of what an engine made of it."""

from __future__ import annotations

import html
import re

from pipeline.backends.answers import answer_of
from pipeline.backends.contract import Answer, Malformed, Request

_TAG = re.compile(r"<x>(.*?)</x>", re.DOTALL)


def marked(request: Request) -> str:
    """The sentence as XML, the fragment inside ``<x>``."""
    return f"{html.escape(request.left, quote=False)}<x>{html.escape(request.key, quote=False)}</x>{html.escape(request.right, quote=False)}"


def unmarked(text: str) -> str:
    """What stands inside the tag, or nothing where an engine lost it, doubled it or left it empty."""
    found = _TAG.findall(text)
    return html.unescape(found[0]).strip() if len(found) == 1 and "<" not in found[0] else ""


def voted(in_sentence: str, alone: str, others: tuple[str, ...] = ()) -> Answer:
    """The answer of both ways of asking: the one in the sentence first, two votes where they agree."""
    if not in_sentence:
        return answer_of(alone, list(others))
    same = in_sentence.casefold().rstrip(".") == alone.casefold().rstrip(".")
    try:
        made = answer_of(in_sentence, [*([] if same else [alone]), *others])
    except Malformed:
        return answer_of(alone, list(others))
    return Answer(made.text, made.alternatives, 2 if same else 1)
