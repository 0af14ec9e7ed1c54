"""From what a server wrote to an Answer: types and lengths checked, so that nothing else needs to look."""

from __future__ import annotations

from typing import Any

from pipeline.backends.contract import Answer, Malformed

_LONGEST = 2000
_ALTERNATIVES = 8


def answer_of(text: Any, alternatives: Any = ()) -> Answer:
    """The Answer of two values from outside. Raises Malformed where they are not a text and a list of texts."""
    if text is None:
        raise Malformed("no translation in the answer")
    if not isinstance(text, str) or not isinstance(alternatives, (list, tuple)) or not all(isinstance(a, str) for a in alternatives):
        raise Malformed("the translation is not a text")
    shown = _checked(text)
    others = dict.fromkeys(_checked(a) for a in alternatives[:_ALTERNATIVES] if a.strip())
    return Answer(shown, tuple(a for a in others if a != shown))


def _checked(text: str) -> str:
    if not text.strip():
        raise Malformed("the translation is empty")
    if len(text) > _LONGEST:
        raise Malformed(f"the translation has {len(text)} characters")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise Malformed("the translation holds half a character") from None
    return text.strip()
