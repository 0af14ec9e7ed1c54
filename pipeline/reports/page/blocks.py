"""The data of the review page: an index of all edits and a block an article, offsets in UTF-16 units as a browser counts."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.reports.page.flags import flags
from pipeline.reports.page.wording import base, conflicting, slot, source, subject
from pipeline.reports.place import Lines
from pipeline.reports.remarks import sentence

_OPTIONS = 9
# An option that passes less than a tenth as often as the best one is in the reader's way.
_LEAST = 0.1
_TITLE = 120
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


@dataclass(slots=True)
class Pool:
    """Texts by number: a term that stands in ten thousand places is written once."""

    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, text: str) -> int:
        """The number of ``text``, given on first sight."""
        return self.numbers.setdefault(text, len(self.numbers))


@dataclass(slots=True)
class Piece:
    """A stretch of an article that is known: the whole of it, or what stands around its edits."""

    start: int
    text: str
    line: int


def index(run: dict[str, Any], entries: Sequence[dict[str, Any]], conflicts: set[str]) -> dict[str, Any]:
    """What the lists, filters and counts need, in columns of numbers into a pool of texts: small even for 50,000 edits."""
    pool = Pool()
    edits = [e for entry in entries for e in entry["edits"]]
    columns = {
        "id": [e["id"] for e in edits],
        "line": [e["line"] for e in edits],
        "before": [pool.number(e["before"]) for e in edits],
        "term": [pool.number(subject(e)) for e in edits],
        "proposal": [-1 if e["proposal"] is None else pool.number(e["proposal"]["text"]) for e in edits],
        "text": [-1 if e["text"] is None else pool.number(e["text"]) for e in edits],
        "confidence": [e["proposal"]["confidence"] if e["proposal"] else 0 for e in edits],
        "tier": [pool.number(source(e["proposal"]) if e["proposal"] else "none") for e in edits],
        "status": [pool.number(e["status"]) for e in edits],
        "confirm": [int(e.get("decision", {}).get("match") == "relocated") for e in edits],
        "conflict": [int(subject(e) in conflicts) for e in edits],
    }
    return {"run": {k: run.get(k) for k in ("id", "version")}, "articles": _articles(entries), "columns": columns, "pool": list(pool.numbers)}


def differing(entries: Iterable[dict[str, Any]]) -> set[str]:
    """The terms that have more than one wording in the run."""
    return conflicting(e for entry in entries for e in entry["edits"])


def block(entry: dict[str, Any], conflicts: set[str]) -> dict[str, Any]:
    """One article: the pieces that are known of it, and where each edit lies in them."""
    known = pieces(entry)
    starts = [p.start for p in known]
    astral = [[m.start() for m in _ASTRAL.finditer(p.text)] for p in known]
    placed = []
    for edit in entry["edits"]:
        number = max(0, bisect.bisect_right(starts, edit["span"][0]) - 1)
        start, end = (_units(astral[number], offset - starts[number]) for offset in edit["span"])
        placed.append({"piece": number, "start": start, "end": end, **_details(edit, conflicts)})
    return {"pieces": [[p.line, p.text] for p in known], "edits": placed}


def pieces(entry: dict[str, Any]) -> list[Piece]:
    """The whole source where the entry holds it; else the contexts of its edits, those that touch joined."""
    if entry.get("source") is not None:
        return [Piece(0, entry["source"], 1)]
    known: list[Piece] = []
    for edit in entry["edits"]:
        prefix, suffix = edit["context"]["prefix"], edit["context"]["suffix"]
        start, text = edit["span"][0] - len(prefix), prefix + edit["before"] + suffix
        end = known[-1].start + len(known[-1].text) if known else -1
        if start <= end:
            known[-1].text += text[end - start :]
        else:
            known.append(Piece(start, text, edit["line"] - len(Lines.of(prefix).starts) + 1))
    return known


def _articles(entries: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    listed, first = [], 0
    for entry in entries:
        own, text = entry["article"], entry.get("source")
        listed.append({"id": own["id"], "path": own["path"], "title": own.get("title") or _title(text or ""), "error": own.get("error", ""), "remarks": [[r["line"], sentence(r["says"], r["suggested"])] for r in own.get("remarks", ())],
                       "whole": text is not None, "first": first, "count": len(entry["edits"])})  # fmt: skip
        first += len(entry["edits"])
    return listed


def _title(source: str) -> str:
    """The first line that says something, without the marks of a heading; in front matter the title."""
    lines = (line.strip("#*_= \t\r").removeprefix("title: ") for line in source[: 20 * _TITLE].split("\n"))
    return next((line[:_TITLE] for line in lines if any(c.isalnum() for c in line)), "")


def _details(edit: dict[str, Any], conflicts: set[str]) -> dict[str, Any]:
    proposals = [*filter(None, [edit["proposal"]]), *edit["alternatives"]]
    least = _LEAST * max((p["confidence"] for p in proposals), default=0)
    unique = {p["text"]: [p["text"], source(p), p["confidence"], base(p), slot(p)] for p in reversed(proposals) if p["confidence"] >= least}
    evidence = edit["proposal"].get("evidence", "") if edit["proposal"] else ""
    return {"options": list(reversed(unique.values()))[:_OPTIONS], "evidence": evidence, "context": edit["context"], "kind": edit["kind"],
            "column": edit["column"], "gloss": edit.get("gloss", ""), "flags": flags(edit, subject(edit) in conflicts)}  # fmt: skip


def _units(astral: list[int], offset: int) -> int:
    return offset + bisect.bisect_left(astral, offset)
