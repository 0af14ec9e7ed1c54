"""The glossary of DeepL: source, target and perhaps their languages, without a header."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.errors import TermbaseError
from pipeline.exchange.rows import terms_of
from pipeline.exchange.table import pair, table_rows, table_text
from pipeline.lexicon.termbase import Term


class Deepl:
    """Reads CSV with two or four columns and TSV; writes CSV with two."""

    CANNOT_HOLD = ("pos", "also", "slots", "forms", "countable", "when", "unless", "status", "note", "domain")

    def read(self, data: bytes, name: str) -> list[Term]:
        """The terms of the file. Raises TermbaseError or InputError ``name:line``."""
        return terms_of(((line, _cells(row, f"{name}:{line}")) for line, row in table_rows(data, name)), name)

    def write(self, terms: Iterable[Term]) -> str:
        """One row for each source, which DeepL wants listed once: the first of several."""
        first: dict[str, str] = {}
        for term in sorted(terms, key=lambda t: t.sense):
            if term.en:
                first.setdefault(term.zh, term.en)
        return table_text(first.items())

    def held(self, term: Term) -> Term:
        """The term as it comes back."""
        return Term(term.zh, term.en)


def _cells(row: list[str], place: str) -> dict[str, str]:
    if len(row) >= 4 and (not row[2].lower().startswith("zh") or not row[3].lower().startswith("en")):
        raise TermbaseError(f"{place}: from '{row[2]}' to '{row[3]}', where a glossary goes from zh to en")
    return pair(row, place)
