"""Keys: from the environment, or from a file that the environment names; never shown."""

from __future__ import annotations

import os
import pathlib
import re

from pipeline.backends.contract import Auth

_known: set[str] = set()
# What looks like a key in an address or a header, for texts that come from libraries.
_KEYLIKE = re.compile(r"(?i)((?:auth[_-]?key|api[_-]?key|appkey|key|token|secret|sign|authorization|bearer|deepl-auth-key)(?:['\"]?\s*[:=]\s*['\"]?|\s+))[^\s'\"&,;)]{6,}")


def key(variable: str, needed: bool = True) -> str:
    """The key in ``$variable``, or in the file that ``$variable_FILE`` names. Raises Auth where there is none and one is ``needed``."""
    value = os.environ.get(variable, "").strip() or _from_file(f"{variable}_FILE")
    if needed and not value:
        raise Auth(f"no key: set {variable}, or {variable}_FILE to a file that holds it")
    if value:
        _known.add(value)
    return value


def _from_file(variable: str) -> str:
    path = os.environ.get(variable, "")
    if not path:
        return ""
    try:
        return pathlib.Path(path).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise Auth(f"{variable} names '{path}', which cannot be read") from None


def redacted(text: str) -> str:
    """``text`` without any key that was handed out, and without what looks like one; one line, at most 200 characters."""
    for value in sorted(_known, key=len, reverse=True):
        text = text.replace(value, "[key]")
    shown = " ".join(_KEYLIKE.sub(r"\1[key]", text).split())
    return shown if len(shown) <= 200 else shown[:197] + "..."
