"""How often an English word stands for a Chinese one in translations: counts of ``data/senses/senses.tsv``, by lemma."""

from __future__ import annotations

import functools
import pathlib
import re
from collections.abc import Mapping

from pipeline.english.vocabulary import words
from pipeline.lexicon.tables import shipped_rows
from pipeline.lexicon.termbase import Term
from pipeline.once import once

TABLE = pathlib.Path(__file__).parent.parent / "data" / "senses" / "senses.tsv"
# Words of which these translators say nothing of use: our own order stands.
UNHEEDED = TABLE.with_name("unheeded.csv")
# A word that was seen this often counts half of what one seen very often does.
_HALF = 4.0
_ENDINGS = frozenset("ational ation ition tion ion ment ments ing ness ize ized ities ity ive ance ence ant ent ies er ers ed es ly al s e y".split())
_LENGTHS = sorted(set(map(len, _ENDINGS)), reverse=True)
_WORD = re.compile(r"[a-z]+(?:[-'][a-z]+)*")


@functools.cache
def _rows() -> dict[str, str]:
    # Rows stay unsplit until one is asked for.
    lines = TABLE.read_text(encoding="utf-8").split("\n") if TABLE.exists() else []
    unheeded = {row["zh"] for row in shipped_rows(UNHEEDED)}
    return {zh: line for line in lines if line and (zh := line[: line.index("\t")]) not in unheeded}


@once(4096)
def counts(zh: str) -> dict[str, float]:
    """The roots of the roots that stand for ``zh`` with their counts; empty where the table does not have it."""
    line = _rows().get(zh)
    if line is None:
        return {}
    found: dict[str, float] = {}
    for item in line.split("\t")[2].split(" "):
        lemma, _, count = item.rpartition(":")
        found[root(lemma)] = found.get(root(lemma), 0.0) + float(count)
    return found


@once(16384)
def root(lemma: str) -> str:
    """What "polite", "politely" and "politeness" share: which of them is wanted is for the slot to say."""
    ending = next((length for length in _LENGTHS if lemma[-length:] in _ENDINGS and len(lemma) > length + 2), 0)
    return lemma[: len(lemma) - ending][:7]


def seen(zh: str, en: str) -> float:
    """The count of the best content word of ``en`` for ``zh``."""
    known = counts(zh)
    return _most(known, en) if known else 0.0


def _most(known: Mapping[str, float], en: str) -> float:
    lemmas = _lemmas(en)
    return known.get(lemmas[0], 0.0) if len(lemmas) == 1 else max([known.get(lemma, 0.0) for lemma in lemmas], default=0.0)


def odds(zh: str, en: str) -> float:
    """A factor in (0, 1]: 1 for the usual wording of ``zh``, lower for one that translators do not use; 1 without counts."""
    known = counts(zh)
    if not known:
        return 1.0
    total, top = _sums(zh)
    return 1.0 - total / (total + _HALF) * (1.0 - min(1.0, _most(known, en) / top))


@once(4096)
def _sums(zh: str) -> tuple[float, float]:
    """All counts of ``zh`` together, and the highest of them."""
    known = counts(zh).values()
    return sum(known), max(known)


def reordered(term: Term) -> Term:
    """``term`` with its wordings by count, those never seen in their own order."""
    if not term.also or not counts(term.zh):
        return term
    wordings = sorted((term.en, *term.also), key=lambda en: -seen(term.zh, en))
    return Term(term.zh, wordings[0], term.pos, tuple(wordings[1:]), term.slots, term.forms, term.countable, term.when, term.unless, term.status)


@once(1 << 14)
def _lemmas(en: str) -> tuple[str, ...]:
    en = en.lower()
    return tuple(root(words.lemma(w) or w) for w in ((en,) if en.isascii() and en.isalpha() else _WORD.findall(en)))
