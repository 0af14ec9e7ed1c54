"""Leaves Chinese in which a model ran in circles: ``流量流量流量流量流量流量流量``, the same fragment dozens of times."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.model import Document, Finding, Kept
from pipeline.script import HAN

WHY = "a degenerate loop: the same words again and again; translate the passage anew"
# Interjections are doubled three or four times on purpose: 哈哈哈哈.
_LOOP = re.compile(f"([{HAN}]{{1,12}}?[，、。！？ ]?)\\1{{6,}}")
_TIMES, _GAP = 12, 4


@dataclass(frozen=True, slots=True)
class KeepLoops:
    """A run that repeats a unit seven times and more, or a run that stands a dozen times almost beside itself."""

    def __call__(self, doc: Document) -> Document:
        runs = [f for f in doc.open() if f.kind == "han"]
        looping = [f for f in runs if _LOOP.search(f.span.of(doc.source))]
        return doc.keeping(Kept(f.span, WHY) for f in dict.fromkeys((*looping, *_chains(doc, runs))))


def _chains(doc: Document, runs: list[Finding]) -> list[Finding]:
    """The runs of every chain of equal runs with hardly anything between them."""
    found: list[Finding] = []
    chain: list[Finding] = []
    for run in (*runs, None):
        goes_on = run and chain and run.span.start - chain[-1].span.end <= _GAP and run.span.of(doc.source) == chain[-1].span.of(doc.source)
        if not goes_on:
            found += chain if len(chain) >= _TIMES else []
            chain = []
        if run:
            chain.append(run)
    return found
