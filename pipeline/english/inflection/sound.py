"""Which indefinite article a word takes: by how it is spoken, not by its first letter."""

from __future__ import annotations

import re

from pipeline.once import once

_OPENING = re.compile(r"[\s\"'“‘«(\[$€£¥*_~+-]*")
_TOKEN = re.compile(r"[^\s/]+")
_SILENT_H = re.compile(r"(?:hour|honest|honou?r|heir|herb(?!iv|ic))")
_SAID_YOU = re.compile(
    r"uni(?!n[a-z]|m[a-z]|dent|gnor|ssu)|unanim|us(?:a|e|i|u)|uti|ut(?:en|er|op)|eu|ewe|ubiq|ukr|uk(?:e|u)|ur(?:an|in|ea|ol)|uv|ufo|uygh|uyg|u(?:\W|$)"
)
_SAID_ONE = re.compile(r"one(?:\W|s?$|ness)|once")
_VOWEL_NAMES = frozenset("AEFHILMNORSX")
# Capitals that are spoken as a word, and start with a letter whose name would say the opposite.
_SPOKEN = re.compile(
    r"(?:NASA|NATO|NAFTA|NASDAQ|FIFA|SaaS|SAAS|LAN|RAM|ROM|SIM|MOOC|HIPAA|SWOT|STEM|SARS|FOMO|RAG|LASER|LIDAR|LiDAR|MIDI|NIMBY|NAND|REIT"
    r"|SPAC|SCUBA|SMART|MERS|HUD|RADAR|SWAT|SWIFT|LoRa|NIST|FEMA|SHEIN|NIO|LINE|MAN|SONAR|FAANG|FINRA|MAGA|UNESCO|UNICEF|UNIX)s?\b"
)


@once(1 << 12)
def article(text: str) -> str:
    """``a`` or ``an``, as the first word, number or abbreviation of ``text`` is spoken; ``a`` where there is none."""
    found = _TOKEN.match(text, _OPENING.match(text).end())  # type: ignore[union-attr]
    token = found.group() if found else ""
    if token[:1].isdigit():
        return "an" if _is_vowel_number(token) else "a"
    return "an" if _is_vowel_word(token) else "a"


def _is_vowel_number(token: str) -> bool:
    whole = re.match(r"\d[\d,]*", token)
    shown = whole.group().rstrip(",") if whole else token
    digits = shown.replace(",", "")
    if digits.startswith("8"):
        return True
    if not digits.startswith(("11", "18")):
        return False
    return len(digits) % 3 == 2 or len(digits) == 4 and "," not in shown


def _is_vowel_word(token: str) -> bool:
    if _SPOKEN.match(token):
        return token[0] in "AEIO"
    if _is_spelled(token):
        return token[0].upper() in _VOWEL_NAMES
    lower = token.lower()
    if _SILENT_H.match(lower):
        return True
    return lower[:1] in tuple("aeiouéèêàâáíîóôöúü") and not _SAID_YOU.match(lower) and not _SAID_ONE.match(lower)


def _is_spelled(token: str) -> bool:
    letters = re.match(r"[A-Za-z&.]*", token)
    head = letters.group().rstrip(".") if letters else ""
    if len(head) == 1:
        return len(token) > 1 and token[1:2] not in ("'", "’") or head.isupper()
    stem = head[:-1] if head.endswith("s") else head
    if len(stem) > 1 and stem.isupper():
        return len(stem) <= 5
    return sum(c.isupper() for c in head[:3]) >= 2 and len(head) <= 5
