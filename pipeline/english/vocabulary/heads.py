"""The noun that a phrase is about."""

from __future__ import annotations

import re

from pipeline.once import once

AFTER_HEAD = re.compile(r" (?:of|in|for|to|with|on|at|from|by|between|among|into|as|than|that)\b")


@once(1 << 13)
def head_of(en: str) -> str:
    """The noun that a phrase is about: "survey" of "survey in progress"."""
    return AFTER_HEAD.split(en, maxsplit=1)[0].rsplit(" ", 1)[-1] if " " in en else en
