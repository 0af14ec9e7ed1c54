"""One open article: its document after all stages, and what is to be said about each leftover in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline import edits
from pipeline.files import format_of, opened
from pipeline.formats import SUFFIXES
from pipeline.formats.whole import Whole
from pipeline.language_server.positions import Positions
from pipeline.model import Document, Edit, Span
from pipeline.problems.found import message, places
from pipeline.recipe import Recipe

_BY_LANGUAGE = {"html": "html", "markdown": "markdown", "plaintext": "text"}


@dataclass(frozen=True, slots=True)
class Leftover:
    """A place in an open article, with the edit that is proposed for it, if any."""

    span: Span
    edit: Edit | None
    message: str

    def wordings(self) -> list[str]:
        """The proposal and the alternatives, best first, each once; nothing where an edit may not be written."""
        if not self.edit or not self.edit.safety:
            return []
        return list(dict.fromkeys((self.edit.after, *(c.text for c in self.edit.alternatives))))


@dataclass(frozen=True, slots=True)
class Article:
    """The text of an editor at one version, judged."""

    doc: Document
    positions: Positions
    leftovers: tuple[Leftover, ...]

    def at(self, span: Span) -> Sequence[Leftover]:
        """The leftovers that ``span`` overlaps; where it overlaps none, those that it touches, as a cursor behind a word does."""
        touched = [one for one in self.leftovers if one.span.start <= span.end and span.start <= one.span.end]
        return [one for one in touched if one.span.overlaps(span)] or touched


def judged(source: str, name: str, language: str, rules: Recipe, encoding: str) -> Article:
    """The article called ``name``; files of records and unknown kinds have nothing said about them."""
    kind = SUFFIXES.get(format_of(name, SUFFIXES), "") or _BY_LANGUAGE.get(language, "")
    form = opened(kind) if kind else None
    doc = Document(name, source)
    if isinstance(form, Whole):
        doc = rules(Document(name, source, kind, form.regions(source), file=name))
    found = () if doc.error else tuple(Leftover(span, edit, message(doc, span, edit)) for span, edit in places(doc))
    return Article(doc, Positions(source, encoding), found)


def term_of(leftover: Leftover, source: str) -> str:
    """The Chinese of it alone: what a glossary row is for."""
    return edits.term(leftover.span.of(source))
