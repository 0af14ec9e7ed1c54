"""The one arbiter: settles the whole article, one candidate a finding, one wording a term, and says how safe each is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline import edits
from pipeline.chinese.key import key
from pipeline.lexicon.confidence import FORM_SURE, confidence, is_sure_of_form
from pipeline.model import Candidate, Document, Edit, Finding, Safety, Span, candidate_of, rounded
from pipeline.script import english_of
from pipeline.spans import SpanIndex, Taken

# AUTO means that a careful editor lets at least 95 of 100 pass. A backend's chance was counted; the fitted one is shy: on articles that its
# weights were not fitted on, 95 of 100 were right from .93 on.
AUTO_FROM = 0.95
FITTED_AUTO_FROM = 0.93
_ALTERNATIVES = 8
# What a further alternative in the same part of speech is worth beside the one before it.
_ANOTHER = 0.7
_LATIN = re.compile(r"[A-Za-z]+")
# Behind a mark a word is no echo: "She was hungry: hungry for rest".
_WORD_BEFORE, _WORD_AFTER = re.compile(r"([a-z]+)[^\w.,;:!?—–]*$"), re.compile(r"[^\w.,;:!?—–]*([a-z]+)")
_WORD = re.compile(r"[a-z0-9][a-z0-9'-]*")
# The article says the wording itself somewhere in English: measured 74-84 % right, against 25 % for a gloss alone.
_SEEN_IN_ARTICLE = {"2": 1.15}
_SEEN_OF_TERMBASE = 1.05
_SETTLED_ELSEWHERE = 1.06
# A wording whose fit comes this near to the best could as well have won.
_NEAR = 0.85


@dataclass(frozen=True, slots=True)
class Choose:
    """Ranks by fit, the article's own English and what other runs of the same term settle on."""

    def __call__(self, doc: Document) -> Document:
        open_ = doc.open()
        if not open_ and not doc.decided:
            return doc
        ranked = _ranked(doc, open_)
        places = edits.places_of(doc.source)
        settled = edits.select(_edit(doc, finding, own, places) for finding, own in _without_clashes(ranked, doc.decided))
        decided = edits.identified(doc.source, (e for e in doc.decided if e.safety > Safety.LEAVE))
        return doc.settling((*decided, *settled))


@dataclass(slots=True)
class _Rated:
    """A candidate on its way: ``base`` is its uninflected wording, ``slot`` what it was put for, ``rank`` its source; ``fit`` and ``evidence`` are as the article makes them.

    Of some twenty a place all but nine are thrown away, so that no Candidate is made before it is known which.
    """

    candidate: Candidate
    span: Span
    text: str
    base: str
    slot: str
    rank: str
    fit: float
    evidence: tuple[str, ...]

    def settled(self, confidence: float) -> Candidate:
        """The candidate as it came out."""
        return candidate_of((self.span, self.text, self.candidate.origin, self.evidence, self.fit, confidence))


def _ranked(doc: Document, open_: Sequence[Finding]) -> list[tuple[Finding, list[_Rated]]]:
    english = _English(doc.source)
    by_place = SpanIndex(doc.candidates, lambda c: c.span)
    rows = [(finding, _best_of_each_text(_weighed(doc, by_place.covering(finding.span), english))) for finding in open_]
    keys = [key(finding.span.of(doc.source)) for finding, _ in rows]
    favoured = _favoured(keys, rows)
    for zh, (_, own) in zip(keys, rows, strict=True):
        for rated in own:
            if rated.base and favoured.get(zh) == rated.base:
                rated.fit = rounded(rated.fit * _SETTLED_ELSEWHERE)
        own.sort(key=lambda r: (-r.fit, r.span, r.text))
    return rows


class _English:
    """The words of an article, asked whether a wording is among them."""

    def __init__(self, source: str) -> None:
        words = _WORD.findall(english_of(source))
        self._words = frozenset(words)
        self._text = f" {' '.join(words)} "
        self._said: dict[str, bool] = {}

    def says(self, wording: str) -> bool:
        """True where ``wording`` stands there, as it is or with an -s."""
        if wording not in self._said:
            self._said[wording] = len(wording) > 3 and self._has(wording.lower())
        return self._said[wording]

    def _has(self, wording: str) -> bool:
        first, blank, _ = wording.partition(" ")
        if not blank:
            return wording in self._words or f"{wording}s" in self._words
        return first in self._words and (f" {wording} " in self._text or f" {wording}s " in self._text)


def _told(evidence: Sequence[str]) -> tuple[str, str, str]:
    """What ``value`` would say of the term, the slot and the rank, in one go."""
    base = slot = rank = ""
    for item in evidence:
        if item[4:5] == ":":
            name = item[:4]
            if name == "term":
                base = base or item[5:]
            elif name == "slot":
                slot = slot or item[5:]
            elif name == "rank":
                rank = rank or item[5:]
    return base, slot, rank


def _weighed(doc: Document, own: Sequence[Candidate], english: _English) -> list[_Rated]:
    """Lower for an echo of the word before, higher where the article uses the wording itself."""
    rated = []
    place, before, after = None, "", ""
    for candidate in own:
        span, text, _, evidence, fit, _ = candidate
        base, slot, rank = _told(evidence)
        if english.says(base):
            fit, evidence = fit * _SEEN_IN_ARTICLE.get(rank, _SEEN_OF_TERMBASE), (*evidence, "in-article")
        if span != place:
            place = span
            before, after = _beside(doc.source, span)
        if _echoes(text.lower(), before, after) and "literal" not in evidence:
            fit, evidence = fit * 0.35, (*evidence, "echo")
        rated.append(_Rated(candidate, span, text, base, slot, rank, rounded(fit), evidence))
    return rated


def _beside(source: str, span: Span) -> tuple[str, str]:
    """The words right before and after ``span``, lower case."""
    before = _WORD_BEFORE.search(source[max(0, span.start - 30) : span.start].lower())
    after = _WORD_AFTER.match(source[span.end : span.end + 30].lower())
    return before[1] if before else "", after[1] if after else ""


def _echoes(text: str, before: str, after: str) -> bool:
    """True where the first word of ``text`` stands before it already, or its last word behind it."""
    if not (before and before in text or after and after in text):
        return False
    words = _LATIN.findall(text)
    return bool(words) and (words[0] == before or words[-1] == after)


def _best_of_each_text(own: Sequence[_Rated]) -> list[_Rated]:
    """One candidate for each wording; ``agreed`` where sources that know nothing of each other propose it."""
    best: dict[tuple[Span, str], _Rated] = {}
    tiers: dict[tuple[Span, str], set[str]] = {}
    for rated in own:
        place = (rated.span, rated.text)
        known = best.setdefault(place, rated)
        if known is rated:
            continue
        tiers.setdefault(place, {known.candidate.origin.tier}).add(rated.candidate.origin.tier)
        if known.fit < rated.fit:
            best[place] = rated
    for place, said in tiers.items():
        if len(said) > 1:
            best[place].evidence = (*best[place].evidence, "agreed")
    return list(best.values())


def _favoured(keys: Sequence[str], rows: Sequence[tuple[Finding, list[_Rated]]]) -> dict[str, str]:
    """For each term that stands at several places the wording with the best sum over all of them."""
    sums: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for zh, (_, own) in zip(keys, rows, strict=True):
        best: dict[str, float] = {}
        for rated in own:
            if rated.base and rated.fit > best.get(rated.base, 0.0):
                best[rated.base] = rated.fit
        for base, fit in best.items():
            sums[zh][base] += fit
    return {zh: max(sorted(bases), key=lambda base: bases[base]) for zh, bases in sums.items()}


def _without_clashes(ranked: Sequence[tuple[Finding, list[_Rated]]], decided: Sequence[Edit]) -> list[tuple[Finding, list[_Rated]]]:
    """Each finding with its candidates, best first, those left out that would overlap what a decision or a surer finding took."""
    taken = Taken()
    for edit in decided:
        taken.take(edit.span)
    rows = []
    for finding, own in sorted(ranked, key=lambda row: (-row[1][0].fit if row[1] else 1.0, row[0].span)):
        if taken.covers(finding.span):
            continue
        clashing = {span for span in {rated.span for rated in own} if taken.clashes(span)}
        free = [rated for rated in own if rated.span not in clashing] if clashing else own
        if free:
            taken.take(free[0].span)
            rows.append((finding, free))
    return rows


def _edit(doc: Document, finding: Finding, own: Sequence[_Rated], places: edits.Places) -> Edit:
    first = own[0]
    best = first.candidate
    notes = (*first.evidence, *_contested(first, own), *([FORM_SURE] if first.rank == "0" and is_sure_of_form(best, _forms(first, own)) else []))
    # What a backend was asked for has been weighed against the other sources already.
    sure = best.confidence or confidence(notes, best.origin, edits.term(best.span.of(doc.source)))
    counted = best.confidence or first.rank == "0"
    safety = Safety.AUTO if sure >= (AUTO_FROM if counted else FITTED_AUTO_FROM) else Safety.REVIEW
    texts: dict[str, Candidate] = {}
    whole = max(first.fit, 1e-9)
    for rated in _varied(first, own):
        if len(texts) == _ALTERNATIVES:
            break
        if rated.text not in texts:
            texts[rated.text] = rated.settled(round(sure * rated.fit / whole, 3))
    return Edit(best.span, best.span.of(doc.source), best.text, best.origin, sure, safety, tuple(texts.values()), notes, finding.kind, places.id_of(best.span))


def _varied(first: _Rated, own: Sequence[_Rated]) -> list[_Rated]:
    """The others of the place as a reviewer reads them: of every further one in the same part of speech a little less is to be expected."""
    rows: list[tuple[float, int, int, _Rated]] = []
    worth = {first.slot: _ANOTHER}
    slots: dict[str, int] = {}
    span, text = first.span, first.text
    for rated in own[1:]:
        if rated.span == span and rated.text != text:
            slot = rated.slot
            expected = worth.get(slot, 1.0)
            worth[slot] = expected * _ANOTHER
            # Of two of which the same is to be expected that in the part of speech which came first: no two have the same place.
            rows.append((-rated.fit * expected, slots.setdefault(slot, len(slots)), len(rows), rated))
    return [row[3] for row in sorted(rows)]


def _forms(best: _Rated, own: Sequence[_Rated]) -> Iterator[Candidate]:
    return (r.candidate for r in own if r.base == best.base and r.span == best.span)


def _contested(best: _Rated, own: Sequence[_Rated]) -> tuple[str, ...]:
    """How clearly ``best`` won: its fit, its lead over the next other wording, how many come near, and how near another form of it or another part of speech does.

    ``glosses`` counts what the dictionary says, ``glossed`` stands where ``best`` is among it.
    """
    others: dict[str, float] = {}
    form = part = 0.0
    glosses: set[str] = set()
    for rated in own[1:]:
        other = rated.base or rated.text
        if other != best.base:
            others[other] = max(rated.fit, others.get(other, 0.0))
        elif rated.text != best.text:
            form = max(form, rated.fit)
        if rated.slot != best.slot:
            part = max(part, rated.fit)
        if rated.rank == "2":
            glosses.add(other)
    lead = best.fit - max(others.values(), default=0.0)
    near = sum(fit >= _NEAR * best.fit for fit in others.values())
    whole = max(best.fit, 1e-9)
    glossed = best.base in glosses or "agreed" in best.evidence
    told = f"fit:{best.fit:.2f}", f"lead:{lead:.2f}", f"rivals:{near}", f"other-form:{form / whole:.2f}", f"other-slot:{part / whole:.2f}", f"glosses:{len(glosses)}"
    return (*told, "glossed") if glossed else told
