"""What a fragment stands in other than running text: a heading, a table cell, the text of a link, a label, a list of tags."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

FrameKind = Literal["", "heading", "cell", "small-cell", "link", "label", "item"]

_OPEN_LINK = re.compile(r"\[([^\[\]]*)$")
_CLOSE_LINK = re.compile(r"([^\[\]]*)\](?:\(|\ue005)")
_OPEN_LIST = re.compile(r"[\[(]([^\[\]()]*)$")
_CLOSE_LIST = re.compile(r"([^\[\]()]*)[\])]")
# "see the [...]": the link is a word of the sentence; "see [...]": it is the title of a page.
_OF_SENTENCE = re.compile(r"\b(?:a|an|the|this|that|these|those|its|their|our|your|of|for|with|by|using|use|uses|from)\s*$", re.IGNORECASE)
_TITLE_LEAD = re.compile(r"(?:\b(?:see|to|also|read|check|and|or|visit|view|refer)|[-:：—–.。,，、(|*>])\s*$|^\s*$", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_LIST_MARK = re.compile(r"^\s*(?:[-*+>]|\d+[.)])\s")
_LABELLED = re.compile(r"^(?:[\w./-]+ ){0,3}[\w./-]+:$")


@dataclass(frozen=True, slots=True)
class Frame:
    """The kind of place, what of the text before and after belongs to it, and whether it is written as a title."""

    kind: FrameKind
    left: str
    right: str
    title: bool = False


def read_frame(left: str, right: str) -> Frame:
    """The frame between ``left`` and ``right``, the raw text of the block before and after the fragment."""
    if "<" in left or "<" in right:
        left, right = _TAG.sub(" ", left), _TAG.sub(" ", right)
    kind: FrameKind = ""
    title = False
    if (left + right).count("|") > 1 or left.lstrip().startswith("|"):
        kind = "small-cell" if _in_small_letters(left, right) else "cell"
        left, right = left.rsplit("|", 1)[-1], right.split("|", 1)[0]
    opened, closed = (_OPEN_LINK.search(left), _CLOSE_LINK.match(right)) if "[" in left else (None, None)
    if opened and closed:
        return _link(left[: opened.start()], opened[1], closed[1], right[closed.end() :])
    if _is_tag(left, right):
        return Frame("item", "", "", True)
    if re.match(r"\s*\**\s*[:：]", right) and not left.strip(" *_#>-"):
        return Frame("label", left, right, left.rstrip().endswith("**"))
    item = _LIST_MARK.match(left)
    if item and _LABELLED.match(left[item.end() :].strip(" *").replace("**", "")):
        return Frame("item", "", right, title)
    return Frame(kind, left, right, title)


def _link(outer: str, inner_left: str, inner_right: str, after: str) -> Frame:
    if inner_left.strip():
        return Frame("link", inner_left, inner_right)
    if _OF_SENTENCE.search(outer):
        return Frame("link", outer, inner_right)
    if _TITLE_LEAD.search(outer):
        return Frame("link", "", inner_right, True)
    return Frame("", outer, inner_right + after)


def _in_small_letters(left: str, right: str) -> bool:
    """True in a row whose other cells all begin with a small letter."""
    others = [cell.strip(" *`") for cell in (*left.split("|")[:-1], *right.split("|")[1:])]
    begun = [cell[0] for cell in others if cell[:1].isalpha() and cell.isascii()]
    return len(begun) > 1 and all(c.islower() for c in begun)


def _is_tag(left: str, right: str) -> bool:
    """One of a bracketed list whose other items all begin with a capital."""
    if "[" not in left and "(" not in left:
        return False
    opened, closed = _OPEN_LIST.search(left), _CLOSE_LIST.match(right)
    if not opened or not closed or "," not in opened[1] + closed[1]:
        return False
    before, after = opened[1].split(","), closed[1].split(",")
    others = [item.strip() for item in (*before[:-1], *after[1:])]
    return not before[-1].strip() and not after[0].strip() and len(others) > 1 and all(item[:1].isupper() for item in others)
