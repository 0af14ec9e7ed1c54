"""From decisions to glossary rows: the wording in its plain form, with its part of speech, and what the new rows would change."""

from __future__ import annotations

import csv
import pathlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pipeline.chinese.key import key
from pipeline.decisions.matching import Match
from pipeline.english.inflection import forms
from pipeline.errors import RecipeError
from pipeline.lexicon.lexicon import load
from pipeline.lexicon.termbase import POS, Term
from pipeline.script import has_han

_POS_OF_SLOT = {"noun": "noun", "attr": "noun", "name": "name", "adj": "adj", "adv": "adv", "finite": "verb", "base": "verb", "verb": "verb", "ing": "verb", "done": "verb", "past": "verb"}
# What is made by rule is made again by rule: a row for 3.5亿 would only be in the way.
_BY_RULE = ("number", "quantity", "date", "doubling", "particle", "name")
_CONTEXT = 32


@dataclass(frozen=True, slots=True)
class Wish:
    """A wording that an editor accepted for a term in one place."""

    term: Term
    article: str
    line: int

    @property
    def said(self) -> str:
        """``红利=dividend (noun) a.txt:7``."""
        return f"{self.term.zh}={self.term.en}{f' ({self.term.pos})' if self.term.pos else ''} {self.article}:{self.line}"


@dataclass(frozen=True, slots=True)
class Choice:
    """``红利=dividend`` or, where the wording depends on the context, ``红利=bonus@salary|pay``, from the command line."""

    zh: str
    en: str
    when: tuple[str, ...] = ()


def read_choice(text: str) -> Choice:
    """A choice. Raises RecipeError that shows the form."""
    zh, equals, rest = text.partition("=")
    en, _, when = rest.partition("@")
    if not equals or not has_han(zh) or not en.strip() or has_han(en):
        raise RecipeError(f"--choose {text}: write 红利=dividend, or 红利=bonus@salary|pay for one that holds where a word of those stands")
    return Choice(key(zh.strip()), en.strip(), tuple(sorted(part.strip().lower() for part in when.split("|") if part.strip())))


def wishes(placed: Iterable[tuple[Match, dict[str, Any]]]) -> list[Wish]:
    """What the accepted and edited decisions ask for, in order; whole runs of Chinese only, never numbers or marks."""
    found = []
    for m, row in placed:
        if row["text"] is None or row["kind"] != "term" or not has_han(row["before"]):
            continue
        term = _noted(m.decision.note) or _term(row, m.decision.text)
        if term and term.en:
            context = f"{row['context']['prefix'][-_CONTEXT:]}[{row['term']}]{row['context']['suffix'][:_CONTEXT]}"
            found.append(Wish(replace(term, note=" ".join(f"{row['article']}: …{context}…".split())), row["article"], row["line"]))
    return found


def promoted(rows: Sequence[Term], wanted: Sequence[Wish], choices: Sequence[Choice]) -> tuple[list[Term], list[Term], list[list[str]]]:
    """``rows`` with what is ``wanted``, the rows that are new or changed, and the conflicts that nobody has chosen about."""
    chosen: dict[str, list[Choice]] = {}
    for choice in choices:
        chosen.setdefault(choice.zh, []).append(choice)
    made, changed, conflicts = list(rows), [], []
    for zh, own in _by_term(wanted, chosen).items():
        here = [t for t in made if t.zh == zh]
        new, conflict = _rows_of(zh, here, own, chosen.get(zh, []))
        if conflict:
            conflicts.append(conflict)
            continue
        fresh = [t for t in new if t not in here]
        made = [t for t in made if t.zh != zh] + new if fresh else made
        changed += fresh
    return made, changed, conflicts


def kept_terms(placed: Iterable[tuple[Match, dict[str, Any]]]) -> tuple[dict[str, str], list[str]]:
    """Terms whose every decision in the run was to keep the Chinese, with the reason; and those that were kept in some places only."""
    kept: dict[str, str] = {}
    changed: set[str] = set()
    for m, row in placed:
        if row["kind"] != "term" or not has_han(row["before"]):
            continue
        if row["status"] == "rejected":
            kept.setdefault(row["term"], " ".join(m.decision.note.split()) or "kept in review")
        else:
            changed.add(row["term"])
    return {zh: why for zh, why in sorted(kept.items()) if zh not in changed}, sorted(set(kept) & changed)


def _by_term(wanted: Sequence[Wish], chosen: dict[str, list[Choice]]) -> dict[str, list[Wish]]:
    found: dict[str, list[Wish]] = {zh: [] for zh in chosen}
    for wish in wanted:
        found.setdefault(wish.term.zh, []).append(wish)
    return dict(sorted(found.items()))


def _rows_of(zh: str, here: Sequence[Term], wanted: Sequence[Wish], chosen: Sequence[Choice]) -> tuple[list[Term], list[str]]:
    if chosen:
        return _chosen_rows(zh, here, wanted, chosen), []
    made = list(here)
    by_pos: dict[str, dict[str, Wish]] = {}
    for wish in wanted:
        by_pos.setdefault(wish.term.pos, {}).setdefault(wish.term.en, wish)
    for pos, wordings in by_pos.items():
        there = [t for t in here if t.pos in (pos, "") and not t.when]
        if len(wordings) > 1 or (there and not any(en in (there[0].en, *there[0].also) for en in wordings)):
            return [], [*(f"{zh}={t.en} (glossary)" for t in there), *(w.said for w in wordings.values())]
        if not there:
            made.append(next(iter(wordings.values())).term)
    return made, []


def _chosen_rows(zh: str, here: Sequence[Term], wanted: Sequence[Wish], chosen: Sequence[Choice]) -> list[Term]:
    """The chosen wordings; what they replace stays known as another wording of the unconditional row."""
    made = list(here)
    for choice in chosen:
        like = next((w.term for w in wanted if w.term.en == choice.en), next((w.term for w in wanted), Term(zh, choice.en)))
        fresh = replace(like, zh=zh, en=choice.en, when=choice.when, also=(), slots=(), forms=())
        replaced = [t for t in made if t.pos in (fresh.pos, "") and t.when == choice.when]
        if any(t.en == choice.en for t in replaced):
            continue
        others = dict.fromkeys(en for t in replaced for en in (t.en, *t.also) if en != choice.en)
        made = [t for t in made if t not in replaced] + [replace(fresh, also=tuple(others) if not choice.when else ())]
    return made


def _noted(note: str) -> Term | None:
    """The row that the page's glossary dialog left in the note: ``glossary:zh,en,pos``."""
    if not note.startswith("glossary:"):
        return None
    cells = next(csv.reader([note.removeprefix("glossary:")]), [])
    if len(cells) != 3 or not has_han(cells[0]) or has_han(cells[1]) or cells[2] not in ("", *POS):
        return None
    return Term(key(cells[0].strip()), cells[1].strip(), cells[2])


def _term(row: dict[str, Any], text: str) -> Term | None:
    """The plain form of the wording: of one that was offered the row that it was made from, of another a guess by its slot."""
    zh = key(row["term"])
    offered = [*([row["proposal"]] if row["proposal"] else []), *row["alternatives"]]
    found = _evidence(next((o["evidence"] for o in offered if o["text"] == text), ""))
    asked = _evidence(offered[0]["evidence"] if offered else "")
    if any(kind in found for kind in _BY_RULE):
        return None
    if found.get("term"):
        return Term(zh, found["term"], _pos_of(zh, found["term"]) or _POS_OF_SLOT.get(found.get("slot", ""), ""))
    pos = _POS_OF_SLOT.get(asked.get("slot", ""), "")
    return Term(zh, _plain(text.strip(), pos), pos)


def _evidence(text: str) -> dict[str, str]:
    return dict(part.partition(":")[::2] for part in text.split("; ") if part)


def _pos_of(zh: str, en: str) -> str:
    return next((s.term.pos for s in load().senses(zh) if en in (s.term.en, *s.term.also)), "")


def _plain(text: str, pos: str) -> str:
    if pos == "noun":
        bare = text.removeprefix("the ").removeprefix("a ").removeprefix("an ")
        return forms.singular(bare)
    if pos == "verb":
        first, _, rest = text.removeprefix("to ").partition(" ")
        return " ".join(filter(None, (forms.bare(first), rest)))
    return text


def changes(sources: dict[str, tuple[str, str]], before: Any, after: Any) -> list[str]:
    """What the recipe ``after`` makes different from ``before``: ``a.txt:7:3: 红利: dividend -> windfall``, in order of place.

    ``sources`` is article id -> (format, text); the recipes are those of ``pipeline.recipe``.
    """
    from pipeline.files import opened
    from pipeline.reports.place import Lines

    found = []
    for name, (form, text) in sorted(sources.items()):
        doc = next(iter(opened(form).read(text.encode("utf-8", "replace"), name)))
        old, new = ({e.span: e for e in recipe(doc).edits} for recipe in (before, after))
        for span in sorted({*old, *new}):
            was, now = (edits[span].after if span in edits else span.of(doc.source) for edits in (old, new))
            if was != now:
                line, column = Lines.of(doc.source).place(span.start)
                found.append(f"{name}:{line}:{column}: {span.of(doc.source)}: {was} -> {now}")
    return found


def glossary_text(path: pathlib.Path) -> str:
    """The text of the glossary that is added to; empty where there is none yet."""
    return path.read_text("utf-8-sig") if path.exists() else ""
