"""The glossary of Weblate as CSV: source and target, with context and comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.errors import TermbaseError
from pipeline.exchange.rows import terms_of
from pipeline.exchange.table import table_rows, table_text
from pipeline.lexicon.termbase import POS, Term

_HEADER = ("source", "target", "context", "translator_comments")


class Weblate:
    """Reads CSV and TSV with a header that names at least source and target; the part of speech is the context."""

    CANNOT_HOLD = ("also", "slots", "forms", "countable", "when", "unless", "status", "domain")

    def read(self, data: bytes, name: str) -> list[Term]:
        """The terms of the file. Raises TermbaseError or InputError ``name:line``."""
        return terms_of(_cells(data, name), name)

    def write(self, terms: Iterable[Term]) -> str:
        """One row for each source and part of speech: the first of several."""
        first: dict[tuple[str, str], Term] = {}
        for term in sorted(terms, key=lambda t: t.sense):
            if term.en:
                first.setdefault((term.zh, term.pos), term)
        return table_text([_HEADER, *((t.zh, t.en, t.pos, t.note) for t in first.values())])

    def held(self, term: Term) -> Term:
        """The term as it comes back."""
        return Term(term.zh, term.en, term.pos, note=term.note)


def _cells(data: bytes, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    header: list[str] = []
    for line, row in table_rows(data, name):
        if not header:
            header = [cell.lower() for cell in row]
            for needed in ("source", "target"):
                if needed not in header:
                    raise TermbaseError(f"{name}:{line}: no column '{needed}' in the header: {', '.join(row)}")
            continue
        if len(row) != len(header):
            raise TermbaseError(f"{name}:{line}: {len(row)} cells where the header has {len(header)}")
        cells = dict(zip(header, row, strict=True))
        context = cells.get("context", "")
        notes = ("" if context in POS else context, cells.get("translator_comments", ""))
        yield line, {"zh": cells["source"], "en": cells["target"], "pos": context if context in POS else "", "note": "; ".join(filter(None, notes))}
