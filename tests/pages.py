"""Reports made for tests: articles in which ``[before|after]`` marks an edit."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import Any

MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]*)(?:\|(\w+))?\]")


def article(name: str, marked: str, **fields: Any) -> tuple[dict[str, Any], list[dict[str, Any]], str]:
    """The article, its edits and its source, from ``the [红利|dividend] of [流量|traffic|auto]``; ``?`` as the wording is none."""
    source = MARK.sub(lambda m: m[1], marked)
    edits, shift = [], 0
    for number, found in enumerate(MARK.finditer(marked)):
        start = found.start() - shift
        shift += len(found[0]) - len(found[1])
        edits.append(edit(name, source, start, found[1], found[2], found[3] or "pending", number))
    digest = f"sha256:{hashlib.sha256(source.encode('utf-8', 'surrogatepass')).hexdigest()}"
    made = {"id": name, "path": name, "sha256": digest, "output": name, "output_sha256": digest, "chars": len(source), "newline": "lf", "encoding": "utf-8"}
    return made | fields, edits, source


def edit(name: str, source: str, start: int, before: str, after: str, status: str, number: int) -> dict[str, Any]:
    """One edit, with two alternatives, as a report has it."""
    line = source.count("\n", 0, start) + 1
    proposal = None if after == "?" else {"text": after, "tier": "glossary", "confidence": 0.9 - number % 7 / 10, "evidence": f"rank:1; slot:noun; term:{after}"}
    others = [{"text": f"{after}{more}", "tier": "dictionary", "confidence": 0.3, "evidence": ""} for more in (" one", " two")]
    return {
        "id": f"e1-{hashlib.sha256(f'{name}{number}'.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}", "article": name, "kind": "term", "span": [start, start + len(before)],
        "line": line, "column": start - source.rfind("\n", 0, start), "before": before, "term": before, "triggers": [[start, start + len(before)]],
        "proposal": proposal, "alternatives": others if proposal else [],
        "context": {"prefix": source[max(0, start - 60) : start], "suffix": source[start + len(before) :][:60]}, "status": status if proposal else "unresolved",
        "text": after if proposal else None,
    }  # fmt: skip


def report(articles: Iterable[tuple[dict[str, Any], list[dict[str, Any]], str]], **fields: Any) -> dict[str, Any]:
    """A ``report/1`` with the sources."""
    rows = list(articles)
    run = {"id": "test-run", "tool": "hanmend", "version": "0", "offsets": "unicode-code-points", "inputs_digest": "", "policy": {}}
    edits = [e for _, own, _ in rows for e in own]
    return {"schema": "report/1", "run": run, "articles": [a for a, _, _ in rows], "edits": edits, "kept": [], "summary": {}, "sources": {a["id"]: s for a, _, s in rows}} | fields
