"""Plain text: everything is prose but line ends, URLs, e-mail addresses, handles, hashtags and code in backticks."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.formats.code import closed_fences, code_spans
from pipeline.formats.regions import links, regions
from pipeline.model import Region, Span


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph a line, or hard-wrapped."""

    suffixes: tuple[str, ...] = (".txt", ".text")

    def read(self, source: str) -> tuple[Region, ...]:
        """Regions that cover ``source``."""
        return regions(source, (*closed_fences(source), *code_spans(source, 0), *links(source)))

    def quote(self, text: str, source: str, span: Span) -> str:
        """Plain text has no escapes."""
        return text
