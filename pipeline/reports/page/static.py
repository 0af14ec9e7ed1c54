"""The page for a browser without script: every edit in its words, to read and to print; nothing to decide."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Any

from pipeline.reports.remarks import sentence

_MOST = 2_000


def listing(entries: Sequence[dict[str, Any]]) -> str:
    """HTML of the first edits of a run, article by article; the rest is counted and pointed to."""
    parts, left = [], _MOST
    for entry in entries:
        edits = entry["edits"][:left]
        left -= len(edits)
        if edits or "error" in entry["article"] or "remarks" in entry["article"]:
            parts.append(_article(entry["article"], edits))
    missing = sum(len(entry["edits"]) for entry in entries) - _MOST
    more = f"<p>{missing:,} more edits are in report.md.</p>" if missing > 0 else ""
    return "".join(parts) + more


def _article(article: dict[str, Any], edits: Sequence[dict[str, Any]]) -> str:
    error = f"<p><strong>Failed: {visible(article['error'])}</strong></p>" if "error" in article else ""
    remarks = "".join(f"<li>Line {r['line']}: {visible(sentence(r['says'], r['suggested']))}</li>" for r in article.get("remarks", ()))
    return f"<section><h2>{visible(article['path'])}</h2>{error}<ul>{''.join(map(_edit, edits))}</ul>{f'<p>Remarks:</p><ul>{remarks}</ul>' if remarks else ''}</section>"


def _edit(edit: dict[str, Any]) -> str:
    wording = edit["text"] if edit["text"] is not None else (edit["proposal"] or {}).get("text")
    after = f" <ins>{visible(wording)}</ins>" if wording is not None else " <em>(nothing proposed)</em>"
    prefix, suffix = (visible(" ".join(text.split("\n"))) for text in (edit["context"]["prefix"], edit["context"]["suffix"]))
    return f'<li><b>{edit["line"]}</b> …{prefix}<del lang="zh">{visible(edit["before"])}</del>{after}{suffix}…</li>'


def visible(text: str) -> str:
    """Escaped, with what could hide or turn text written out."""
    if not text.isprintable():
        text = "".join(f"[U+{ord(c):04X}]" if not c.isprintable() and c not in " \u3000\t\n" else c for c in text)
    return html.escape(text)
