"""UTX, the tab-separated glossary of the Asia-Pacific Association for Machine Translation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.errors import TermbaseError
from pipeline.exchange.rows import canonical, decoded, terms_of, wordings
from pipeline.lexicon.termbase import Term

_POS = {"noun": "noun", "verb": "verb", "adj": "adjective", "adv": "adverb", "name": "properNoun"}
_STATUS = {"preferred": "approved", "deprecated": "non-standard", "forbidden": "forbidden"}
_HEADER = "#UTX 1.11; zh/en; creator: hanmend\n#src\ttgt\tsrc:pos\tterm status\tcomment\n"


class Utx:
    """Reads the header for its languages and columns; a second wording is a second row."""

    CANNOT_HOLD = ("pos other than noun, verb, adj, adv, name", "slots", "forms", "countable", "when", "unless", "domain", "status admitted", "also of a term to avoid")

    def read(self, data: bytes, name: str) -> list[Term]:
        """The terms of the file. Raises TermbaseError or InputError ``name:line``."""
        return terms_of(_cells(decoded(data, name), name), name)

    def write(self, terms: Iterable[Term]) -> str:
        """The whole file, with a header that names no date: the same terms give the same bytes."""
        return _HEADER + "".join(line for t in map(self.held, canonical(terms)) if t.en for line in _lines(t))

    def held(self, term: Term) -> Term:
        """The term as it comes back."""
        pos, status = term.pos if term.pos in _POS else "", term.status if term.status in _STATUS else ""
        return replace(Term(term.zh, term.en, pos), also=wordings(term), status=status, note=term.note)


def _lines(term: Term) -> Iterator[str]:
    yield "\t".join((term.zh, term.en, _POS.get(term.pos, ""), _STATUS.get(term.status, ""), term.note)) + "\n"
    for other in term.also:
        yield "\t".join((term.zh, other, _POS.get(term.pos, ""), "", "")) + "\n"


def _cells(text: str, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    columns: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        row = [cell.strip() for cell in line.rstrip("\r").split("\t")]
        if number == 1 and not line.startswith("#UTX"):
            raise TermbaseError(f"{name}:1: no UTX: the first line does not start with '#UTX'")
        if row[0].lower() == "#src":
            columns = ["src", *(cell.lower() for cell in row[1:])]
        if line.startswith("#") or not any(row):
            continue
        if "tgt" not in columns:
            raise TermbaseError(f"{name}:{number}: a term before the line '#src<TAB>tgt...' that names the columns")
        cells = dict(zip(columns, row, strict=False))
        back = {theirs: ours for ours, theirs in _POS.items()}
        states = {theirs: ours for ours, theirs in _STATUS.items()} | {"rejected": "forbidden"}
        yield number, {
            "zh": cells["src"], "en": cells.get("tgt", ""), "pos": back.get(cells.get("src:pos", ""), ""),
            "status": states.get(cells.get("term status", ""), ""), "note": cells.get("comment", ""),
        }  # fmt: skip
