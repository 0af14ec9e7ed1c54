"""The glossary of Google Cloud Translation: columns named by language, or source and target without a header."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.errors import TermbaseError
from pipeline.exchange.rows import terms_of
from pipeline.exchange.table import pair, table_rows, table_text
from pipeline.lexicon.termbase import Term
from pipeline.script import HAN_CHARACTER


class Google:
    """Reads both kinds, CSV and TSV; writes the one with languages in its header."""

    CANNOT_HOLD = ("pos", "also", "slots", "forms", "countable", "when", "unless", "status", "note", "domain")

    def read(self, data: bytes, name: str) -> list[Term]:
        """The terms of the file. Raises TermbaseError or InputError ``name:line``."""
        rows = list(table_rows(data, name))
        columns = (0, 1)
        if rows and not any(HAN_CHARACTER.search(cell) for cell in rows[0][1]):
            line, header = rows.pop(0)
            columns = (_column(header, "zh", f"{name}:{line}"), _column(header, "en", f"{name}:{line}"))
        return terms_of(((line, pair([row[c] for c in columns if c < len(row)] or row, f"{name}:{line}")) for line, row in rows), name)

    def write(self, terms: Iterable[Term]) -> str:
        """One row for each source: the first of several."""
        first: dict[str, str] = {}
        for term in sorted(terms, key=lambda t: t.sense):
            if term.en:
                first.setdefault(term.zh, term.en)
        return table_text([("zh", "en"), *first.items()])

    def held(self, term: Term) -> Term:
        """The term as it comes back."""
        return Term(term.zh, term.en)


def _column(header: list[str], language: str, place: str) -> int:
    found = [i for i, cell in enumerate(header) if cell.lower().replace("_", "-").split("-")[0] == language]
    if not found:
        raise TermbaseError(f"{place}: no column '{language}' in the header: {', '.join(header)}")
    return found[0]
