"""What is wrong or doubtful in glossary files by themselves. Linear in their size."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.chinese.key import key
from pipeline.english.inflection import forms
from pipeline.english.vocabulary import words
from pipeline.lexicon.lexicon import LONGEST_TERM
from pipeline.lexicon.termbase import SenseKey, Term
from pipeline.problems.points import Point
from pipeline.problems.problem import Level, Problem
from pipeline.terminology.rows import Row

# What a problem of a glossary can be: the rule in one line, and the way out.
RULES = {
    "row": ("a row cannot be read", "mend the cell that the message names"),
    "duplicate": ("a sense is listed twice in one file", "put the second wording in the column 'also'; --fix does it"),
    "conflict": ("the same Chinese, written in another way, has another English", "keep one row; Traditional and Simplified are looked up as one"),
    "overlap": ("a longer term says the same Chinese in other words", "use one wording for both, or leave it where the compound is an idiom"),
    "loop": ("a wording is wanted and refused for one term", "decide for one of the two"),
    "shadowed": ("a row never wins: a glossary before it has the same sense", "remove it, or order the glossaries otherwise"),
    "form": ("a wording or a form is not as the columns ask for it", "see the message; --fix mends what is safe"),
    "spelling": ("a word of the English is not known", "mend it; a name needs the part of speech 'name'"),
    "order": ("the file is not in canonical order", "--fix writes it so"),
    "unused": ("no article holds the term", "remove it, or give the articles that do"),
    "outvoted": ("the term stands in the articles, but another row or a longer term always wins", "remove it, or see explain FILE:LINE"),
    "deprecated": ("the articles use a wording that the glossary refuses", "put the preferred one in its place"),
}
ARTICLE = re.compile(r"(?:a|an|the) (?=\w)", re.IGNORECASE)
_WORD = re.compile(r"[a-z]{4,}")
# How frequent a word has to be, on the Zipf scale, to be what somebody meant.
_COMMON = 3.3
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
BY_RULE = {"plural": forms.plural, "s3": forms.third_person, "past": forms.past, "done": forms.participle, "ing": forms.gerund}


def lint(files: Sequence[Sequence[Row]]) -> Iterator[Problem]:
    """Every problem of glossaries in order of precedence, file by file, in order of their lines."""
    senses: dict[SenseKey, Row] = {}
    by_key: dict[str, Row] = {}
    terms = [row.term for rows in files for row in rows if row.term]
    wanted, english = _refusals(terms), {t.zh: t for t in reversed(terms)}
    for rows in files:
        for row in rows:
            yield from _of_row(row, wanted)
            if row.term:
                yield from _of_overlap(row, row.term, english)
                yield from _of_other_rows(row, row.term, senses, by_key)
        yield from _of_order(rows)


def problem(row: Row, rule: str, level: Level, message: str, fix: str | None = None) -> Problem:
    """A problem of a row, at the start of its line."""
    point = Point(row.line, 1, 1, 1)
    return Problem(row.path, rule, level, message, point, point, before=row.term.zh if row.term else "", after=fix)


def _of_row(row: Row, wanted: dict[str, tuple[set[str], set[str]]]) -> Iterator[Problem]:
    if not row.term:
        yield problem(row, "row", "error", row.fault)
        return
    term = row.term
    if row.first:
        yield problem(row, "duplicate", "error", f"'{term.zh}' is listed with the same part of speech and context at {row.first}")
    used, refused = wanted.get(term.zh, (set(), set()))
    if not term.refused and (both := sorted(used & refused & {w.casefold() for w in (term.en, *term.also)})):
        yield problem(row, "loop", "error", f"'{both[0]}' is wanted and refused for '{term.zh}'")
    yield from (problem(row, "form", "warning", said) for said in _form_faults(term))
    yield from (problem(row, "spelling", "warning", said) for said in _misspelled(term))


def _refusals(terms: Iterable[Term]) -> dict[str, tuple[set[str], set[str]]]:
    """The wordings of each term that has refused ones: those wanted and those refused, in lower case."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    for term in terms:
        used, refused = found.setdefault(term.zh, (set(), set()))
        (refused if term.refused else used).update(w.casefold() for w in (term.en, *(() if term.refused else term.also)))
    return {zh: both for zh, both in found.items() if both[1]}


def _form_faults(term: Term) -> Iterator[str]:
    if term.pos == "noun" and ARTICLE.match(term.en):
        yield f"'{term.en}' begins with an article; write the bare noun, or the part of speech 'np'"
    if term.pos == "verb" and term.en.startswith("to "):
        yield f"'{term.en}' begins with 'to'; write the bare infinitive"
    if term.pos == "noun" and term.countable in ("", "yes") and " " not in term.en and forms.is_plural(term.en) and forms.singular(term.en) != term.en:
        yield f"'{term.en}' is a plural; write '{forms.singular(term.en)}', or countable 'plural' where there is no singular"
    if "  " in term.en or term.en.endswith((".", ",", ";")):
        yield f"'{term.en}' holds a mark or blanks that would be written into articles"
    if term.en in term.also or len(set(term.also)) < len(term.also):
        yield "a wording is listed twice"
    for name, form in term.forms:
        if form == BY_RULE[name](term.en):
            yield f"{name}={form} is what the rules make of it; leave it out"
    if term.forms and term.pos and term.pos not in ("noun", "verb", "adj"):
        yield f"the part of speech '{term.pos}' has no forms"


def _misspelled(term: Term) -> Iterator[str]:
    if term.pos == "name":
        return
    for word in _WORD.findall(" ".join((term.en, *term.also))) if term.en.islower() else ():
        near = _near(word)
        if near:
            yield f"'{word}' is no known word; perhaps '{near}'"


@functools.lru_cache(maxsize=1 << 14)
def _near(word: str) -> str:
    """The most frequent known word that is one slip away from an unknown one; empty for a known one."""
    if words.tags(word) or words.tags(forms.singular(word)) or any(words.tags(word[:at]) and words.tags(word[at:]) for at in range(3, len(word) - 2)):
        return ""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    slips = {a + b[1:] for a, b in cuts if b} | {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    slips |= {a + c + b[1:] for a, b in cuts if b for c in _LETTERS} | {a + c + b for a, b in cuts for c in _LETTERS}
    known = [slip for slip in slips if len(slip) > 3 and words.zipf(slip) >= _COMMON]
    return max(known, key=lambda w: (words.zipf(w), w), default="")


def _of_overlap(row: Row, term: Term, english: dict[str, Term]) -> Iterator[Problem]:
    """A term inside a longer one, where no word of the one stands in the other."""
    if len(term.zh) > LONGEST_TERM or term.pos == "name" or len(term.zh) < 4:
        return
    said = _stems(" ".join((term.en, *term.also, *(v for _, v in term.slots))))
    for start in range(len(term.zh) - 1):
        for end in range(start + 2, len(term.zh) + (start > 0)):
            inner = english.get(term.zh[start:end])
            if inner and inner.pos in ("noun", "name") and said.isdisjoint(_stems(" ".join((inner.en, *inner.also)))):
                yield problem(row, "overlap", "note", f"'{term.zh}' is '{term.en}', but '{inner.zh}' in it is '{inner.en}'")


def _stems(text: str) -> set[str]:
    return {word[: max(4, len(word) - 3)] for word in re.findall(r"[a-z]+", text.lower())}


def _of_other_rows(row: Row, term: Term, senses: dict[SenseKey, Row], by_key: dict[str, Row]) -> Iterator[Problem]:
    earlier = senses.setdefault(term.sense, row)
    if earlier.path != row.path:
        yield problem(row, "shadowed", "warning", f"'{term.zh}' never wins: {earlier.path}:{earlier.line} has the same sense")
    same = by_key.setdefault(key(term.zh), row)
    if same.term and same.term.zh != term.zh and same.term.en != term.en:
        yield problem(row, "conflict", "warning", f"'{term.zh}' is looked up as '{key(term.zh)}', as is '{same.term.zh}', which is '{same.term.en}' at {same.path}:{same.line}")


def _of_order(rows: Sequence[Row]) -> Iterator[Problem]:
    terms = [row for row in rows if row.term]
    for row, following in zip(terms, terms[1:], strict=False):
        if row.term and following.term and row.term.sense > following.term.sense:
            yield problem(following, "order", "note", f"'{following.term.zh}' stands behind '{row.term.zh}'")
            return
