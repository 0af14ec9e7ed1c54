"""What people approved before, from a translation memory that was named: ``the 红利 of traffic`` -> "the bonus of traffic"."""

from __future__ import annotations

import functools
import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.chinese.key import key
from pipeline.lexicon.termbase import Term
from pipeline.model import Candidate, Document, Origin, Span
from pipeline.stages.senses import candidates, each_run, seamed
from pipeline.stages.surroundings import Surroundings

if TYPE_CHECKING:
    from pipeline.memory.store import Memory, Unit

# Before the glossary (2.5), behind a decision on the very place. Approved at this place: written as it was approved.
_APPROVED_HERE, _APPROVED = 3.2, 2.8
_NEAR = 24


@dataclass(frozen=True, slots=True)
class ProposeMemory:
    """Options: ``units``, the path of a memory file whose approved units count; nothing is read without one."""

    units: str = ""
    glossaries: tuple[str, ...] = ()
    dictionary: bool = True

    def __call__(self, doc: Document) -> Document:
        if not self.units:
            return doc
        memory, origin = _opened(self.units, os.getpid())
        return each_run(doc, self.glossaries, self.dictionary, lambda doc, _, found, span: _proposed(memory, origin, doc, found, span))


@functools.lru_cache(maxsize=4)
def _opened(path: str, pid: int) -> tuple[Memory, Origin]:
    """One connection a process: SQLite's do not survive a fork."""
    from pipeline.memory.store import Memory

    memory = Memory(path, readonly=True)
    return memory, Origin("memory", "approved", memory.digest())


def _proposed(memory: Memory, origin: Origin, doc: Document, found: Surroundings, span: Span) -> Iterator[Candidate]:
    zh = key(span.of(doc.source))
    for unit in memory.units(zh):
        evidence = ("memory:approved", f"zh:{zh}")
        if _stands_here(unit, doc.source, span):
            yield seamed(span, unit.en, doc.source, origin, (*evidence, "same-place", f"term:{unit.en}"), _APPROVED_HERE)
        elif not unit.left and not unit.right:
            yield from candidates(Term(zh, unit.en), origin, _APPROVED, span, found.slot(span), doc.source, evidence)


def _stands_here(unit: Unit, source: str, span: Span) -> bool:
    """True where the unit was approved between just these words."""
    if not unit.left and not unit.right:
        return False
    left, right = _folded(source[max(0, span.start - 4 * _NEAR) : span.start]), _folded(source[span.end : span.end + 4 * _NEAR])
    return left.endswith(_folded(unit.left)[-_NEAR:]) and right.startswith(_folded(unit.right)[:_NEAR])


def _folded(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())
