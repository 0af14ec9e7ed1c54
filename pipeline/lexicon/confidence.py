"""The measured chance that a careful editor lets an edit pass: a logistic model over the evidence, fitted on gold articles."""

from __future__ import annotations

import bisect
import functools
import math
import pathlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pipeline.lexicon.tables import shipped_rows
from pipeline.model import Candidate, Origin
from pipeline.once import once

TABLE = pathlib.Path(__file__).parent.parent / "data" / "confidence" / "weights.csv"
FORMS = TABLE.with_name("forms.csv")
# Evidence: of a noun, that the sentence tells its number; of an edit, that no other form comes near.
TOLD, FORM_SURE = "told", "form:sure"
_FORM_LEAD = 1.5
# Where the curve of a number may bend: a feature for each step that it passes.
_FITS = (0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 1.0, 1.1)
_LEADS = (0.02, 0.06, 0.12, 0.2, 0.3, 0.45)
_RIVALS = (1, 2, 4)
# How near another form or part of speech comes, as a share of the best fit.
_SHARES = (0.3, 0.5, 0.7, 0.85, 0.95)
_GLOSSES = _WORDS = 4
_IN_ORDER = ("in-article", "agreed", "seam:article", "echo", "prior", "told", "glossed")
_FLAGS = frozenset(_IN_ORDER)
_LONGEST = 5
# Evidence of an edit that a language model read: its chance without the model, and how far it is ahead of the other wordings, as logarithms:
# by fit and likelihood together, and by likelihood alone.
UNREAD, READS, LIKELY, MOVED = "unread", "reads", "likely", "fluency"
_CHANCES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9)
_READ_AHEAD = (0.0, 0.3, 0.6, 1.0, 1.5, 2.0, 3.0, 5.0)
_LIKELIER = (-2.0, 0.0, 1.0, 2.0, 4.0, 8.0)
# What was never measured is for review, whatever its features say.
_UNMEASURED = 0.5


def confidence(evidence: tuple[str, ...], origin: Origin, term: str) -> float:
    """Chance in [0, 1] for an edit of the Chinese ``term``; 0.5 where no weights are shipped.

    A wording of the user's own glossary is right because the user says so: there it is the chance that its form is.
    """
    if value(evidence, "rank") == "0" and not value(evidence, "parts"):
        return form_chance(value(evidence, "slot"), FORM_SURE in evidence)
    return _chance(_facts(evidence, origin, term))


def features(evidence: tuple[str, ...], origin: Origin, term: str) -> tuple[str, ...]:
    """The names of what holds for an edit, each worth its weight: its kind, how far fit and lead go, what supports it."""
    return _names(_facts(evidence, origin, term))


class _Facts(NamedTuple):
    """What the chance depends on: of ten thousand edits there are some hundred different ones."""

    kind: str
    length: int
    fits: int
    leads: int
    wording: int
    slot: str
    rivals: int
    forms: int
    slots: int
    glosses: int
    words: int
    name: bool
    flags: tuple[str, ...]


def _facts(evidence: tuple[str, ...], origin: Origin, term: str) -> _Facts:
    """Numbers by how many steps they pass."""
    said: dict[str, str] = {}
    for item in evidence:
        name, _, told = item.partition(":")
        said.setdefault(name, told)
    en = said.get("term", "")
    flags = _FLAGS.intersection(evidence)
    return _Facts(
        kind=_kind(evidence, said, origin),
        length=min(len(term), _LONGEST),
        fits=_steps("fit", said.get("fit", "")),
        leads=_steps("lead", said.get("lead", "")),
        wording=min(int(said.get("wording") or 0), 3),
        slot=said.get("slot", ""),
        rivals=_steps("rivals", said.get("rivals", "")),
        forms=_steps("other-form", said.get("other-form", "")),
        slots=_steps("other-slot", said.get("other-slot", "")),
        glosses=min(int(said.get("glosses") or 0), _GLOSSES),
        words=min(en.count(" ") + 1, _WORDS) if en else 0,
        name=en[:1].isupper(),
        flags=tuple(flag for flag in _IN_ORDER if flag in flags) if flags else (),
    )


_EDGES: Mapping[str, tuple[float, ...]] = {"fit": _FITS, "lead": _LEADS, "rivals": _RIVALS, "other-form": _SHARES, "other-slot": _SHARES}


@functools.lru_cache(maxsize=1 << 10)
def _steps(name: str, figure: str) -> int:
    """How many steps of the number ``name`` the ``figure``, as evidence has it, passes: two decimals have few values."""
    return bisect.bisect_right(_EDGES[name], float(figure or 0))


@functools.lru_cache(maxsize=1 << 9)
def _passed(name: str, edges: tuple[float, ...], steps: int) -> tuple[str, ...]:
    """The names of the first ``steps`` steps of a number."""
    return tuple(f"{name}>={edge}" for edge in edges[:steps])


def _names(facts: _Facts) -> tuple[str, ...]:
    of = facts.kind
    found = ["", f"kind={of}", f"kind={of} length={facts.length}"]
    found += (*_passed(" fit", _FITS, facts.fits), *_passed(f"{of} fit", _FITS, facts.fits), *_passed(" lead", _LEADS, facts.leads), *_passed(f"{of} lead", _LEADS, facts.leads))
    found += [f"wording={facts.wording}", f"slot={facts.slot}"]
    found += (*_passed("rivals", _RIVALS, facts.rivals), *_passed("other-form", _SHARES, facts.forms), *_passed("other-slot", _SHARES, facts.slots))
    if facts.words:
        found += [f"glosses={facts.glosses}", f"words={facts.words}", f"name={facts.name}"]
    found += [f"{flag} {family}".strip() for flag in facts.flags for family in ("", of)]
    return tuple(found)


def features_once_read(evidence: tuple[str, ...], origin: Origin, term: str) -> tuple[str, ...]:
    """The names of what holds for an edit that a language model read; nothing for one that it did not."""
    said = dict(item.partition(":")[::2] for item in evidence)
    if READS not in said:
        return ()
    facts = _facts(evidence, origin, term)
    steps = [f"{name}>={edge}" for name, edges in ((UNREAD, _CHANCES), (READS, _READ_AHEAD), (LIKELY, _LIKELIER)) for edge in edges if float(said[name]) >= edge]
    return ("", f"kind={facts.kind}", f"length={facts.length}", f"slot={facts.slot}", f"words={facts.words}", *steps, *([MOVED] if MOVED in evidence else ()))


def chance_once_read(evidence: tuple[str, ...], origin: Origin, term: str, weights: Mapping[str, float]) -> float:
    """Chance in [0, 1] for an edit that a language model read, by weights that were fitted with that model."""
    names = features_once_read(evidence, origin, term)
    if names[1] not in weights:
        return _UNMEASURED
    return round(1 / (1 + math.exp(-sum(weights.get(name, 0.0) for name in names))), 3)


@once(1 << 12)
def _chance(facts: _Facts) -> float:
    weights = _weights()
    if f"kind={facts.kind}" not in weights:
        return _UNMEASURED
    return round(1 / (1 + math.exp(-sum(weights.get(name, 0.0) for name in _names(facts)))), 3)


def is_sure_of_form(best: Candidate, forms: Iterable[Candidate]) -> bool:
    """True where no other form of the same wording comes near, and of a noun where the sentence tells its number."""
    near = max((c.fit for c in forms if c.text != best.text), default=0.0)
    return best.fit >= _FORM_LEAD * near and (value(best.evidence, "slot") != "noun" or TOLD in best.evidence)


def form_chance(slot: str, sure: bool) -> float:
    """How often the form that fits best is right where the wording is, as it was counted on gold articles; 0.5 for a slot never counted."""
    right, seen = _forms().get((slot, sure), (0, 0))
    # One place more that went wrong: a few lucky ones prove little.
    return round(right / (seen + 1), 3) if seen else _UNMEASURED


def _kind(evidence: tuple[str, ...], said: Mapping[str, str], origin: Origin) -> str:
    """The kind of source that counts are kept apart for: ``terms-1``, ``composition-2``, ``context``, ``number``, ``doubling`` ..."""
    rank = said.get("rank", "")
    if said.get("parts"):
        return f"composition-{rank}"
    if origin.entry == "context":
        return "context"
    if rank and origin.entry != "number":
        return f"terms-{rank}"
    for family in ("number", "doubling", "name"):
        if said.get(family):
            return family
    return evidence[0].partition(":")[0] if evidence else origin.tier


def value(evidence: tuple[str, ...], name: str) -> str:
    """The value of ``name:value`` among the evidence, or nothing."""
    prefix = f"{name}:"
    for item in evidence:
        if item.startswith(prefix):
            return item[len(prefix) :]
    return ""


@functools.cache
def _forms() -> dict[tuple[str, bool], tuple[int, int]]:
    if not FORMS.exists():
        return {}
    return {(row["slot"], row["sure"] == "yes"): (int(row["right"]), int(row["all"])) for row in shipped_rows(FORMS)}


@functools.cache
def _weights() -> dict[str, float]:
    return weights_of(TABLE)


def weights_of(file: pathlib.Path) -> dict[str, float]:
    """Feature to weight, as ``hanmend evaluate --fit`` writes them; nothing where the file is missing."""
    return {row["feature"]: float(row["weight"]) for row in shipped_rows(file)} if file.exists() else {}
