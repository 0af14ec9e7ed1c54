"""The sentence around a place: where it begins and ends, what is said in it, how its line is written."""

from __future__ import annotations

import re
from typing import Literal

# What ends a sentence, and what may stand behind that.
_STOPPED, _QUOTED = ".!?…。！？", "\"'”’)]"
# It begins with the characters that it may begin with, so that the others are passed over: three times as fast.
_BETWEEN = re.compile(
    r"[\"'”’)\]\s。！？](?:(?<=[.!?。！？…][\"'”’)\]\s])(?:(?<=\s)|(?<=\S)[\"'”’)\]]*\s)\s*(?=[\"'“‘(\[*_A-Z\ue000-\ue005]|$)|(?<=[\n\r])[\n\r]*|(?<=[。！？]))"
)
_STOP = re.compile(r"[.!?。！？…](?=[\s\"'”’)\]*_]|$)|[\n\r]")
_HYPHENS = "-‑"
_HYPHENATED, _IN_WORD = re.compile(r"[-‑][A-Za-z]|[-‑] (?:and|or|to) \w+[-‑]"), re.compile(r"\w")
# No sentence ends behind these.
_LONGEST_SHORT = len(" approx.\n")
_SHORT = re.compile(r"\b(?:Ltd|Co|Inc|Corp|Mr|Mrs|Ms|Dr|Prof|St|No|vs|e\.g|i\.e|U\.S|approx|Fig|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.$")


def hyphen_of(left: str, right: str) -> Literal["", "left", "right"]:
    """On which side a hyphen joins the place to a word."""
    if right[:1] in _HYPHENS and right and _HYPHENATED.match(right):
        return "right"
    return "left" if left[-1:] in _HYPHENS and _IN_WORD.match(left[-2:-1]) else ""


def is_short(text: str) -> bool:
    """True where the full stop at the end belongs to a word: "Ltd."."""
    return text[-2:].rstrip("\n").endswith(".") and _SHORT.search(text[-_LONGEST_SHORT:]) is not None


def _is_ended(left: str) -> bool:
    """True behind the end of a sentence or of a line."""
    text = left.rstrip()
    blanks = left[len(text) :]
    return "\n" in blanks or "\r" in blanks or (text.rstrip(_QUOTED)[-1:] or " ") in _STOPPED


def sentence_of(left: str) -> str:
    """What of the text before belongs to the sentence of the place."""
    if _is_ended(left) and not is_short(left.rstrip(" ")):
        return ""
    parts = _BETWEEN.split(left)
    sentence = parts.pop()
    while parts and parts[-1] and is_short(parts[-1]):
        sentence = f"{parts.pop()} {sentence}"
    return sentence


def spoken(sentence: str) -> str:
    """Inside direct speech only what is said: 'said the eunuch, "He left the capital at noon, ...'."""
    for mark, closing in (('"', '"'), ("“", "”")):
        at = sentence.rfind(mark)
        inside = sentence.count(mark) % 2 if mark == closing else at > sentence.rfind(closing)
        if at > 0 and inside and sentence[at - 1] in " (—–" and not sentence[at + 1 : at + 2].isspace() and len(sentence[at + 1 :].split()) > 2:
            return sentence[at + 1 :]
    return sentence


def until_end(right: str) -> str:
    """What of the text behind belongs to it."""
    end = _STOP.search(right)
    return right[: end.end()] if end else right


def is_titled(line: str) -> bool:
    """True for a line that is written as a title."""
    content = [w for w in re.findall(r"(?<![\w/.])[A-Za-z][\w'’-]*(?![\w/.])", line) if len(w) > 3 and w[1:].islower()]
    return len(content) > 1 and sum(w[0].isupper() for w in content) >= 0.8 * len(content)
