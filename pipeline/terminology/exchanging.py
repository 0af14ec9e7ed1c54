"""Glossary files of other programs: which format one is in, what a format loses, and how its terms come into ours."""

from __future__ import annotations

import csv
import io
import pathlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pipeline import plugins
from pipeline.errors import RecipeError
from pipeline.exchange import EXCHANGES
from pipeline.lexicon.additions import refusing
from pipeline.lexicon.termbase import COLUMNS, POS, SenseKey, Term

_BY_SUFFIX = {".tbx": "tbx", ".tmx": "tmx", ".utx": "utx"}
_TABLES = ("csv", "deepl", "google", "weblate")


def format_of(path: pathlib.Path, named: str, data: bytes = b"") -> str:
    """The name of the format: as ``named``, else by the suffix, else by the first line of ``data``. Raises RecipeError for an unknown one."""
    if named:
        plugins.load(EXCHANGES, named, "glossary format")
        return named
    suffix = path.suffix.lower()
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    if suffix not in (".csv", ".tsv", ".txt"):
        raise RecipeError(f"{path}: no glossary format is known by '{suffix}'; say which one with --format: {', '.join(EXCHANGES)}")
    first = data.decode("utf-8-sig", "replace").partition("\n")[0].strip()
    if first.startswith("#UTX"):
        return "utx"
    cells = [cell.strip().strip('"').lower() for cell in first.split("\t" if "\t" in first else ",")]
    if {"zh", "en"} <= set(cells) <= set(COLUMNS) or not data:
        return "csv"
    if {"source", "target"} <= set(cells):
        return "weblate"
    return "google" if len({c.split("-")[0] for c in cells} & {"zh", "en"}) == 2 else "deepl"


def read_terms_of(path: pathlib.Path, data: bytes, name: str) -> list[Term]:
    """The terms of a file in the format called ``name``. Raises TermbaseError or InputError with ``file:line``."""
    form = plugins.load(EXCHANGES, name, "glossary format")()
    if name == "csv" and b"\t" in data.partition(b"\n")[0]:
        from pipeline.exchange.rows import decoded

        data = _between(decoded(data, str(path)), "\t", ",").encode()
    return list(form.read(data, str(path)))


def written_as(terms: Sequence[Term], name: str, path: pathlib.Path) -> str:
    """The text of a file in that format; a table with tabs where ``path`` ends in ``.tsv``."""
    text: str = plugins.load(EXCHANGES, name, "glossary format")().write(terms)
    return _between(text, ",", "\t") if name in _TABLES and path.suffix.lower() == ".tsv" else text


def _between(text: str, delimiter: str, other: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=other, lineterminator="\n").writerows(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    return out.getvalue()


def lost(terms: Sequence[Term], name: str) -> list[str]:
    """What of ``terms`` the format called ``name`` cannot hold, a line each: columns with counts, and wordings that do not come back."""
    form: Any = plugins.load(EXCHANGES, name, "glossary format")()
    columns = Counter(f for t in terms for f in COLUMNS[2:] if getattr(t, f) and getattr(form.held(t), f) != getattr(t, f))
    lines = [f"{column} of {count} {'rows' if count > 1 else 'row'}" for column, count in columns.items()]
    without = sum(not t.en for t in terms)
    if without:
        lines.append(f"{without} {'rows' if without > 1 else 'row'} without English")
    kept = [form.held(t) for t in terms if t.en]
    back = {(t.zh, wording) for t in form.read(form.write(terms).encode(), name) for wording in (t.en, *t.also)} if kept else set()
    gone = dict.fromkeys((t.zh, w) for t in kept for w in (t.en, *t.also) if (t.zh, w) not in back)
    if gone:
        shown = ", ".join(f"{zh} {en}" for zh, en in list(gone)[:5])
        lines.append(f"{len(gone)} {'wordings' if len(gone) > 1 else 'wording'} of terms with several rows: {shown}{' ...' if len(gone) > 5 else ''}")
    return lines


@dataclass(slots=True)
class Merged:
    """A glossary with the terms of another: how many were new, got a further wording, said the same, or are to be avoided.

    ``exact`` keeps a row without a part of speech apart from one with it.
    """

    terms: list[Term]
    exact: bool = False
    new: int = 0
    further: int = 0
    same: int = 0
    avoided: int = 0
    _by_sense: dict[SenseKey, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._by_sense = {t.sense: place for place, t in enumerate(self.terms)}

    def add(self, term: Term, theirs: bool) -> None:
        """Take ``term`` in; ``theirs`` puts its wording before ours."""
        place = self._place(term)
        if place is None:
            self._by_sense[term.sense] = len(self.terms)
            self.terms.append(term)
            self.new += 1
            return
        ours = self.terms[place]
        known = (ours.en, *ours.also)
        if term.refused and not ours.refused:
            self.terms[place] = refusing(ours, term)
            self.avoided += self.terms[place] != ours
            self.same += self.terms[place] == ours
        elif ours.refused and not term.refused:
            self.terms[place] = refusing(replace(term, note="; ".join(dict.fromkeys(filter(None, (ours.note, term.note))))), ours)
            self.further += 1
        elif {term.en, *term.also} <= set(known) and not (theirs and term.en != ours.en):
            self.same += 1
        else:
            first, second = (term, ours) if theirs else (ours, term)
            others = dict.fromkeys(w for w in (*first.also, second.en, *second.also) if w != first.en)
            kept = first if first is ours or first.en != ours.en else ours
            self.terms[place] = replace(kept, en=first.en, also=tuple(others))
            self.further += 1

    def _place(self, term: Term) -> int | None:
        """The row that says the same sense: of this part of speech, or the only one where one of the two names none."""
        exact = self._by_sense.get(term.sense)
        if exact is not None or term.when or self.exact:
            return exact
        if term.pos:
            return self._by_sense.get((term.zh, "", (), term.domain))
        own = [place for pos in POS if (place := self._by_sense.get((term.zh, pos, (), term.domain))) is not None]
        return own[0] if len(own) == 1 else None


def merged(ours: Iterable[Term], given: Iterable[Term], theirs: bool = False, exact: bool = False) -> Merged:
    """``ours`` with every term of ``given``: nothing of either is lost; where both have a wording ours stays first, unless ``theirs``."""
    made = Merged(list(ours), exact)
    for term in given:
        made.add(term, theirs)
    return made
