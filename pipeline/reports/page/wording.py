"""Which wordings are one and the same: ``dividend`` and ``dividends`` are, ``dividend`` and ``bonus`` are not."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import Any

_DIGIT = re.compile(r"\d")


def base(proposal: dict[str, Any]) -> str:
    """The uninflected wording behind ``proposal``; its own text where the evidence names none."""
    return (_said(proposal, "term") or str(proposal["text"])).strip()


def slot(proposal: dict[str, Any]) -> str:
    """The place in the sentence that ``proposal`` was inflected for, such as ``noun`` or ``attr``; empty where the evidence names none."""
    return _said(proposal, "slot")


def source(proposal: dict[str, Any]) -> str:
    """Where ``proposal`` comes from: its tier, with the termbase that ships told apart from the glossary of the house."""
    ships = proposal["tier"] == "glossary" and _said(proposal, "rank") == "1"
    return "termbase" if ships else str(proposal["tier"])


def _said(proposal: dict[str, Any], name: str) -> str:
    """The value of ``name`` in the evidence, which is ``name:value`` and bare marks, parted by semicolons."""
    return _marks(proposal.get("evidence") or "").get(name, "")


@functools.lru_cache(maxsize=1 << 12)
def _marks(evidence: str) -> dict[str, str]:
    named = [item.partition(":") for item in evidence.split("; ")]
    return {name: said for name, colon, said in reversed(named) if colon}


def subject(edit: dict[str, Any]) -> str:
    """What ``edit`` is grouped by: its Chinese; of a number the whole, for ``3亿`` and ``5亿`` are no two places of one term."""
    return str(edit["before"].strip() if _DIGIT.search(edit["before"]) else edit["term"])


def conflicting(edits: Iterable[dict[str, Any]]) -> set[str]:
    """The subjects that stand in ``edits`` with more than one wording, inflections of one word not counted."""
    wordings: dict[str, set[str]] = {}
    for edit in edits:
        if edit["kind"] == "term" and edit["proposal"]:
            wordings.setdefault(subject(edit), set()).add(base(edit["proposal"]).casefold())
    return {term for term, found in wordings.items() if len(found) > 1}
