"""``report.html``: the review page as one file that asks for nothing: no request, strict CSP, every text as text only."""

from __future__ import annotations

import base64
import functools
import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from importlib import resources
from typing import Any

from pipeline.reports.page.blocks import block, differing, index
from pipeline.reports.page.static import listing
from pipeline.reports.stored import entries_of

# In this order they make one script; a part uses what stands above it, and functions of any part.
SCRIPTS = ("text", "run", "decisions", "sync", "queue", "lists", "article", "card", "dialogs", "keys", "main")
# Below this the data stays readable in the file; above, unpacking costs less than parsing.
_PLAIN_LIMIT = 2_000_000
_CHUNK = 40_000
_SLOT = re.compile(r"\{\{([a-z]+)\}\}")
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


class Html:
    """The run as a page on which an editor accepts, words and refuses edits. Works from ``file://``."""

    name = "report.html"

    def render(self, run: dict[str, Any], entries: Sequence[dict[str, Any]]) -> str:
        """The whole page: ``entries`` as ``reports.json.entry`` made them; with a ``source`` in them, the whole articles."""
        return _page(run, entries, {"served": False})


def render(report: dict[str, Any], served: bool = False) -> bytes:
    """The page of a ``report/1``; its ``sources`` (article id -> text), where it has them, give the whole articles.

    ``served`` makes the page for a review server: it may then ask its own origin, for ``decisions`` beside it, and nothing else.
    ``report["sample"]``, a list of edit ids, makes the page a spot check of those edits.
    """
    return _page(report["run"], entries_of(report), {"served": served, "sample": report.get("sample", [])}).encode("utf-8")


def _page(run: dict[str, Any], given: Sequence[dict[str, Any]], extra: dict[str, Any]) -> str:
    # A file of records has its records as entries of their own; itself it holds no text.
    entries = [entry for entry in given if "records" not in entry["article"]]
    conflicts = differing(entries)
    values = {
        "policy": _policy(served=bool(extra["served"])),
        "style": _style(),
        "script": _script(),
        "count": f"{len(entries):,} article{'s' * (len(entries) != 1)}",
        "data": _data(index(run, entries, conflicts) | extra, (block(e, conflicts) for e in entries)),
        "noscript": listing(entries),
    }
    # One pass: text of an article that looks like a slot is never filled.
    return _SLOT.sub(lambda slot: values[slot[1]], _asset("page.html"))


def _asset(name: str) -> str:
    return (resources.files("pipeline") / "data" / "review" / name).read_text("utf-8")


@functools.cache
def _script() -> str:
    parts = "\n".join(_asset(f"{name}.js") for name in SCRIPTS)
    return f'\n"use strict";\n(() => {{\n{parts}}})();\n'


@functools.cache
def _style() -> str:
    return "\n" + _asset("page.css")


def _policy(*, served: bool) -> str:
    connect = "'self'" if served else "'none'"
    return (
        f"default-src 'none'; script-src {_source(_script())}; style-src {_source(_style())}; connect-src {connect}; img-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _data(first: dict[str, Any], blocks: Iterable[dict[str, Any]]) -> str:
    chunks = _chunks(_safe_json(one) for one in blocks)
    texts = [_safe_json(first | {"chunks": [len(chunk) for chunk in chunks]}), *(f"[{','.join(chunk)}]" for chunk in chunks)]
    packed = sum(map(len, texts)) > _PLAIN_LIMIT
    names = ["index", *(f"chunk-{number}" for number in range(len(chunks)))]
    return "\n".join(_element(name, text, packed) for name, text in zip(names, texts, strict=True))


def _chunks(texts: Iterable[str]) -> list[list[str]]:
    """Neighbouring articles that are unpacked together: a hundred short records make one element of the page."""
    chunks: list[list[str]] = []
    size = _CHUNK
    for text in texts:
        if size >= _CHUNK:
            chunks.append([])
            size = 0
        chunks[-1].append(text)
        size += len(text)
    return chunks


def _element(name: str, text: str, packed: bool) -> str:
    if not packed:
        return f'<script type="application/json" id="{name}">{text}</script>'
    data = base64.b64encode(gzip.compress(text.encode(), 6, mtime=0)).decode()
    return f'<script type="application/gzip" id="{name}">{data}</script>'


def _safe_json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda m: f"\\u{ord(m[0]):04x}", text)
