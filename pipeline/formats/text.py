"""Plain text: everything is prose but line ends, URLs, e-mail addresses, handles, hashtags and code in backticks."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.formats.code import closed_fences, code_spans
from pipeline.formats.regions import links, regions
from pipeline.formats.whole import Whole
from pipeline.model import Region


@dataclass(frozen=True, slots=True)
class Text(Whole):
    """One paragraph a line, or hard-wrapped."""

    name = "text"
    suffixes: tuple[str, ...] = (".txt", ".text")

    def regions(self, source: str) -> tuple[Region, ...]:
        """Regions that cover ``source``."""
        return regions(source, (*closed_fences(source), *code_spans(source, 0), *links(source)))
