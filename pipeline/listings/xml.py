"""Text for XML 1.0: escaped, and without the characters that no XML may hold."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_QUOTES = {'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def content(text: str) -> str:
    """``text`` between two tags."""
    return escape(_FORBIDDEN.sub("", text))


def attributes(**values: object) -> str:
    """``name="value"`` for each of ``values``, a blank before each."""
    return "".join(f' {name}="{escape(_FORBIDDEN.sub("", str(value)), _QUOTES)}"' for name, value in values.items())
