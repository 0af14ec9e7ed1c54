"""Our own CSV, which holds everything."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.exchange.rows import decoded
from pipeline.lexicon.termbase import Term, read_terms, write_terms


class Csv:
    """The glossary of hanmend: see ``pipeline/data/lexicon/README.md`` for its columns."""

    CANNOT_HOLD: tuple[str, ...] = ()

    def read(self, data: bytes, name: str) -> list[Term]:
        """The terms of the file. Raises TermbaseError or InputError ``name:line``."""
        return [term for _, term in read_terms(decoded(data, name), name)]

    def write(self, terms: Iterable[Term]) -> str:
        """The canonical file."""
        return write_terms(terms)

    def held(self, term: Term) -> Term:
        """The term as it comes back: whole."""
        return term
