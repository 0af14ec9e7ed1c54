"""Looks at every edit again and demotes what must not be written: Chinese, markup, a line end, lost digits, lost length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model import Document, Edit, Safety
from pipeline.script import HAN_CHARACTER, KANA_OR_HANGUL, WIDE_DIGITS, WIDE_LETTERS, WIDE_MARKS

_FOREIGN = re.compile(f"{HAN_CHARACTER.pattern}|{KANA_OR_HANGUL.pattern}|[{re.escape(WIDE_MARKS)}{WIDE_DIGITS}{WIDE_LETTERS}\ufffd]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_MARKUP = re.compile(r"[<>{}`\\]|\]\(|https?://")
_TALK = re.compile(r"\b(?:as an ai|i cannot|i can't|sorry|translation|error \d|\d{3} error|too many requests|quota|certainly|here is|sure,)\b", re.IGNORECASE)
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class CheckGates:
    """Every tier passes these gates, a hostile backend too; what a person decided was checked when it was read."""

    def __call__(self, doc: Document) -> Document:
        decided = {e.span for e in doc.decided}
        for edit in doc.edits:
            for why in () if edit.span in decided else objections(edit):
                doc = doc.demoting(next(e for e in doc.edits if e.span == edit.span), Safety.LEAVE, why)
        return doc


def objections(edit: Edit) -> Iterator[str]:
    """Why ``edit`` must not be written; nothing where it may."""
    if _FOREIGN.search(edit.after):
        yield "still holds Chinese or full-width marks"
    if _CONTROL.search(edit.after):
        yield "holds a control character"
    if _MARKUP.search(edit.after) and not _MARKUP.search(edit.before):
        yield "holds markup"
    if edit.origin.tier in ("mt", "model") and _TALK.search(edit.after):
        yield "reads like a message, not like a translation"
    if len(edit.after) > _LONGEST * (len(edit.before) + 1):
        yield "too long for what it replaces"
    if edit.origin.tier in ("mt", "model") and re.findall(r"\d+", edit.before) != re.findall(r"\d+", edit.after):
        yield "digits differ"
