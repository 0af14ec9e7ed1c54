"""What a backend's answers are worth: their forms at the place, who else says so, and the confidence that follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.backends.contract import Answer
from pipeline.backends.settings import Spec
from pipeline.english.inflection import forms
from pipeline.english.slots.slot import Slot
from pipeline.lexicon.confidence import value
from pipeline.lexicon.termbase import Term
from pipeline.model import Candidate, Document, Edit, Origin, Safety, Span
from pipeline.stages.check_gates import objections
from pipeline.stages.choose import AUTO_FROM
from pipeline.stages.senses import ALSO_DECAY, candidates, seamed

# An answer in the form of its sentence goes before the termbase (1.0) and behind the house glossary (2.5); one without goes before
# the dictionary (0.45).
_FITS, _IN_CONTEXT, _ISOLATED = 1.3, 0.9, 0.75
_PER_SUPPORTER = 1.1
_IGNORES_GLOSSARY = 0.3
_ALTERNATIVES = 4
# A backend that was never measured, and what no independent source supports, needs a reader.
_UNMEASURED, _ALONE = 0.5, AUTO_FROM - 0.01


@dataclass(frozen=True, slots=True)
class Place:
    """A fragment that was asked for, what the arbiter would do there, and what the house glossary has for the whole fragment."""

    doc: Document
    span: Span
    slot: Slot
    key: str
    settled: Edit | None
    terms: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Opinion:
    """The answer of one backend at one place as candidates that pass the gates, best first; ``share`` is how often it is right, 0 where unknown."""

    spec: Spec
    share: float
    wordings: tuple[Candidate, ...]

    @property
    def odds(self) -> float:
        """For its being right."""
        share = min(0.99, max(0.01, self.share or _UNMEASURED))
        return share / (1 - share)


def read_answer(place: Place, spec: Spec, answer: Answer, share: float) -> Opinion | str:
    """The opinion that an answer is, or why its text must not stand at the place."""
    wordings: list[Candidate] = []
    why = ""
    for number, text in enumerate((answer.text, *answer.alternatives[:_ALTERNATIVES])):
        for candidate in _forms(place, spec, _trimmed(text, place), ALSO_DECAY**number * _weight(spec, share)):
            wrong = next(_objections(place, candidate), "")
            if not wrong:
                wordings.append(candidate)
            elif number == 0:
                why = why or wrong
        if number == 0 and not wordings:
            return why or "nothing is left of it"
    return Opinion(spec, share, tuple(wordings))


def weighed(place: Place, opinions: Sequence[Opinion]) -> Iterator[Candidate]:
    """The candidates of ``opinions``, supported or doubted by each other and by the lexicon; and the lexicon's own, likewise."""
    for opinion in opinions:
        others = [o for o in opinions if o is not opinion]
        for number, candidate in enumerate(opinion.wordings):
            same = [o for o in others if _same(o.wordings[0].text, candidate.text)]
            yield from _supported(place, opinion, candidate, same, [o for o in others if o not in same], main=number == 0)
    if place.settled and opinions and not any(_same(o.wordings[0].text, place.settled.after) for o in opinions):
        yield from _doubted(place, place.settled, opinions)


def _supported(place: Place, opinion: Opinion, candidate: Candidate, same: Sequence[Opinion], other: Sequence[Opinion], main: bool) -> Iterator[Candidate]:
    own = [c for c in place.doc.candidates if c.span.covers(place.span) and c.origin.tier not in ("mt", "model") and _same(c.text, candidate.text)]
    lexicon = max(own, key=lambda c: c.fit, default=None)
    odds = opinion.odds if main else min(1.0, opinion.odds)
    for o in same:
        odds *= o.odds
    for o in other:
        odds /= max(1.0, o.odds)
    if lexicon:
        sure = _sure_of(place, lexicon)
        odds *= sure / (1 - sure)
    supporters = len(same) + bool(lexicon)
    confidence = odds / (1 + odds) if supporters else min(odds / (1 + odds), _ALONE)
    fit = _below_settled(place, candidate, candidate.fit * (_PER_SUPPORTER**supporters if main else 1.0), supporters)
    said = tuple(f"agrees:{name}" for name in (*(o.spec.name for o in same), *(("lexicon",) if lexicon else ())))
    yield candidate._replace(fit=fit, confidence=_rounded(confidence), evidence=(*candidate.evidence, *said))
    if lexicon and main and lexicon.text == candidate.text:
        evidence = (*lexicon.evidence, f"agrees:{opinion.spec.name}")
        yield lexicon._replace(fit=round(max(lexicon.fit * _PER_SUPPORTER, fit + 0.001), 4), confidence=_rounded(max(confidence, _sure_of(place, lexicon))), evidence=evidence)


def _doubted(place: Place, settled: Edit, opinions: Sequence[Opinion]) -> Iterator[Candidate]:
    """The lexicon's choice, less sure: every backend that was asked says something else."""
    odds = _chance(settled) / (1 - _chance(settled))
    for opinion in opinions:
        odds /= max(1.0, opinion.odds)
    for c in place.doc.candidates:
        if c.span == settled.span and c.text == settled.after:
            said = tuple(f"disagrees:{o.spec.name}" for o in opinions)
            yield c._replace(fit=round(c.fit + 0.0002, 4), confidence=_rounded(min(odds / (1 + odds), _ALONE)), evidence=(*c.evidence, *said))


def _below_settled(place: Place, candidate: Candidate, fit: float, supporters: int) -> float:
    """What is certain already is not overruled by one voice."""
    settled = place.settled
    if settled and settled.safety is Safety.AUTO and not supporters:
        fit = min(fit, 0.9 * float(value(settled.notes, "fit") or 1))
    return round(fit, 4)


def _sure_of(place: Place, candidate: Candidate) -> float:
    """How sure the lexicon is of one of its candidates: as the arbiter said, less for what it did not choose."""
    settled = place.settled
    if not settled:
        return _UNMEASURED
    if candidate.text == settled.after:
        return _chance(settled)
    shown = next((a.confidence for a in settled.alternatives if a.text == candidate.text), 0.0)
    return min(0.98, max(shown, 1 - _chance(settled), 0.02)) if shown else _UNMEASURED


def _chance(edit: Edit) -> float:
    return min(0.98, max(0.02, edit.confidence))


def _rounded(chance: float) -> float:
    return round(min(0.99, max(0.01, chance)), 3)


def _weight(spec: Spec, share: float) -> float:
    can = spec.capabilities
    weight = _FITS if can.fits else _IN_CONTEXT if can.context else _ISOLATED
    return weight * min(1.0, 0.4 + 0.75 * share) if share else weight


def _forms(place: Place, spec: Spec, text: str, weight: float) -> Iterator[Candidate]:
    """The answer as it is where the engine saw the sentence; else in the forms that the slot asks for."""
    origin = Origin("model" if spec.backend.tier == "model" else "mt", spec.entry, spec.backend.prompt)
    evidence: tuple[str, ...] = (f"backend:{spec.entry}", f"zh:{place.key}")
    if place.terms and not any(en.casefold() in text.casefold() for _, en in place.terms):
        weight, evidence = weight * _IGNORES_GLOSSARY, (*evidence, "ignores-glossary")
    if not text:
        return
    if spec.capabilities.fits:
        shown = forms.capitalize(text) if place.slot.capital and text[:1].islower() else text
        yield seamed(place.span, shown, place.doc.source, origin, (*evidence, f"term:{text}"), weight)
    else:
        # realise() fits words of the dictionary; a whole clause has no forms.
        term = Term(place.key, _plain_case(text))
        yield from candidates(term, origin, weight, place.span, place.slot, place.doc.source, evidence)


def _trimmed(text: str, place: Place) -> str:
    """Without the full stop and the quotation marks that engines add to a fragment that has none."""
    fragment = place.span.of(place.doc.source)
    text = " ".join(text.split(" ")).strip()
    if not re.search(r"[“”\"「『]", fragment) and len(text) > 2 and text[0] in "\"“'" and text[-1] in "\"”'":
        text = text[1:-1].strip()
    if not re.search(r"[。.!?！？]$", fragment) and text.endswith(".") and not re.search(r"\b(?:[A-Za-z]\.)+$|\b(?:Inc|Ltd|Co|Corp|etc)\.$", text):
        text = text[:-1].rstrip()
    return text


def _plain_case(text: str) -> str:
    """Engines begin every answer with a capital: that of a common word goes."""
    from pipeline.english.vocabulary import words

    first = text.split(" ")[0]
    common = first[:1].isupper() and first[1:].islower() and words.tags(first) and not words.tags(first).startswith("N")
    return text[0].lower() + text[1:] if common else text


def _objections(place: Place, candidate: Candidate) -> Iterator[str]:
    span, source = candidate.span, place.doc.source
    edit = Edit(span, span.of(source), candidate.text, candidate.origin, 0.0, Safety.REVIEW)
    return objections(edit, source[max(0, span.start - 200) : span.start], source[span.end : span.end + 200])


def _same(one: str, other: str) -> bool:
    """True for the same wording, whatever its number, its article and its capitals."""
    return one == other or _bare(one) == _bare(other)


def _bare(text: str) -> str:
    words = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text.casefold())
    if len(words) > 1 and words[0] in ("a", "an", "the"):
        words = words[1:]
    return " ".join((*words[:-1], forms.singular(words[-1]))) if words else ""
