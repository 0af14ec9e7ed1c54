"""What lint can mend by itself: duplicates joined, wordings as the columns ask for them, canonical order. Nothing that needs a decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.errors import TermbaseError
from pipeline.lexicon.termbase import Term, write_terms
from pipeline.terminology.exchanging import merged
from pipeline.terminology.lint import ARTICLE, BY_RULE
from pipeline.terminology.rows import Row


def mended(rows: Sequence[Row]) -> str:
    """The canonical text of a file with its safe faults mended.

    Raises TermbaseError with the place of a row that cannot be read, or cannot be joined with its duplicate without loss.
    """
    terms = []
    for row in rows:
        if row.term is None:
            raise TermbaseError(f"{row.path}:{row.line}: {row.fault}; nothing of the file is mended until that is")
        if row.first and (row.term.slots or row.term.forms or row.term.unless):
            raise TermbaseError(f"{row.path}:{row.line}: '{row.term.zh}' cannot be joined with {row.first}: its slots and forms belong to its own wording")
        terms.append(_mended(row.term))
    return write_terms(merged([], terms, exact=True).terms)


def _mended(term: Term) -> Term:
    en = " ".join(term.en.split()).rstrip(",;")
    # Until none is left: what is mended once has nothing to be mended.
    while term.pos == "noun" and ARTICLE.match(en):
        en = ARTICLE.sub("", en, count=1)
    while term.pos == "verb" and en.startswith("to "):
        en = en.removeprefix("to ")
    also = tuple(w for w in dict.fromkeys(term.also) if w != en)
    return replace(term, en=en, also=also, forms=tuple((name, form) for name, form in term.forms if form != BY_RULE[name](en)))
