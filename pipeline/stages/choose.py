"""The one arbiter: settles the whole article, one candidate a finding, one wording a term, and says how safe each is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline import edits
from pipeline.chinese.key import key
from pipeline.lexicon.confidence import confidence, value
from pipeline.model import Candidate, Document, Edit, Finding, Safety, Span
from pipeline.script import HAN_CHARACTER
from pipeline.spans import SpanIndex, Taken

# AUTO means that a careful editor lets at least 95 of 100 pass. A backend's chance was counted; the fitted one is a model's, and on
# articles that its weights were not fitted on it has to be .98 for that: between .95 and .98 only 92 of 100 were right.
AUTO_FROM = 0.95
FITTED_AUTO_FROM = 0.98
_ALTERNATIVES = 8
_LATIN = re.compile(r"[A-Za-z]+")
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
        settled = edits.select(_edit(doc, finding, own) for finding, own in _without_clashes(ranked, doc.decided))
        decided = [e for e in doc.decided if e.safety > Safety.LEAVE]
        return doc.settling(edits.identified(doc.source, (*decided, *settled)))


def _ranked(doc: Document, open_: Sequence[Finding]) -> list[tuple[Finding, list[Candidate]]]:
    english = f" {' '.join(_WORD.findall(HAN_CHARACTER.sub(' ', doc.source).lower()))} "
    seen: dict[str, bool] = {}
    beside: dict[Span, tuple[str, str]] = {}
    by_place = SpanIndex(doc.candidates, lambda c: c.span)
    rows = []
    for finding in open_:
        own = [_weighed(doc, c, english, seen, beside) for c in by_place.covering(finding.span)]
        rows.append((finding, _best_of_each_text(own)))
    favoured = _favoured(doc, rows)
    return [(f, sorted((_favouring(doc, f, c, favoured) for c in own), key=lambda c: (-c.fit, c.span, c.text))) for f, own in rows]


def _weighed(doc: Document, candidate: Candidate, english: str, seen: dict[str, bool], beside: dict[Span, tuple[str, str]]) -> Candidate:
    """Lower for an echo of the word before, higher where the article uses the wording itself."""
    fit, evidence = candidate.fit, candidate.evidence
    base = value(candidate.evidence, "term").lower()
    if base and len(base) > 3:
        if base not in seen:
            seen[base] = f" {base} " in english or f" {base}s " in english
        if seen[base]:
            fit, evidence = fit * _SEEN_IN_ARTICLE.get(value(candidate.evidence, "rank"), _SEEN_OF_TERMBASE), (*evidence, "in-article")
    if candidate.span not in beside:
        beside[candidate.span] = _beside(doc.source, candidate.span)
    if "literal" not in evidence and _is_echo(candidate.text, *beside[candidate.span]):
        fit, evidence = fit * 0.35, (*evidence, "echo")
    return Candidate(candidate.span, candidate.text, candidate.origin, evidence, round(fit, 4), candidate.confidence)


def _beside(source: str, span: Span) -> tuple[str, str]:
    """The words right before and after ``span``, lower case."""
    before = _LATIN.findall(source[max(0, span.start - 30) : span.start].lower())
    after = _LATIN.search(source[span.end : span.end + 30].lower())
    return before[-1] if before else "", after[0] if after else ""


def _is_echo(text: str, before: str, after: str) -> bool:
    words = _LATIN.findall(text.lower())
    return bool(words) and (before == words[0] or after == words[-1])


def _best_of_each_text(candidates: Sequence[Candidate]) -> list[Candidate]:
    """One candidate for each wording; ``agreed`` where sources that know nothing of each other propose it."""
    best: dict[tuple[int, int, str], Candidate] = {}
    tiers: dict[tuple[int, int, str], set[str]] = defaultdict(set)
    for c in candidates:
        place = (c.span.start, c.span.end, c.text)
        tiers[place].add(c.origin.tier)
        if place not in best or best[place].fit < c.fit:
            best[place] = c
    return [replace(c, evidence=(*c.evidence, "agreed")) if len(tiers[place]) > 1 else c for place, c in best.items()]


def _favoured(doc: Document, rows: Sequence[tuple[Finding, list[Candidate]]]) -> dict[str, str]:
    """For each term that stands at several places the wording with the best sum over all of them."""
    sums: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for finding, own in rows:
        best: dict[str, float] = defaultdict(float)
        for c in own:
            best[value(c.evidence, "term")] = max(best[value(c.evidence, "term")], c.fit)
        for base, fit in best.items():
            if base:
                sums[key(finding.span.of(doc.source))][base] += fit
    return {zh: max(sorted(bases), key=lambda base: bases[base]) for zh, bases in sums.items()}


def _favouring(doc: Document, finding: Finding, candidate: Candidate, favoured: dict[str, str]) -> Candidate:
    if value(candidate.evidence, "term") and favoured.get(key(finding.span.of(doc.source))) == value(candidate.evidence, "term"):
        return Candidate(candidate.span, candidate.text, candidate.origin, candidate.evidence, round(candidate.fit * _SETTLED_ELSEWHERE, 4), candidate.confidence)
    return candidate


def _without_clashes(ranked: Sequence[tuple[Finding, list[Candidate]]], decided: Sequence[Edit]) -> list[tuple[Finding, list[Candidate]]]:
    """Each finding with its candidates, best first, those left out that would overlap what a decision or a surer finding took."""
    taken = Taken()
    for edit in decided:
        taken.take(edit.span)
    rows = []
    for finding, own in sorted(ranked, key=lambda row: (-row[1][0].fit if row[1] else 1.0, row[0].span)):
        if taken.covers(finding.span):
            continue
        free = [c for c in own if not taken.clashes(c.span)]
        if free:
            taken.take(free[0].span)
            rows.append((finding, free))
    return rows


def _edit(doc: Document, finding: Finding, own: Sequence[Candidate]) -> Edit:
    best = own[0]
    notes = (*best.evidence, *_contested(best, own))
    # What a backend was asked for has been weighed against the other sources already.
    sure = best.confidence or confidence(notes, best.origin, edits.term(best.span.of(doc.source)))
    safety = Safety.AUTO if sure >= (AUTO_FROM if best.confidence else FITTED_AUTO_FROM) else Safety.REVIEW
    texts: dict[str, Candidate] = {}
    for c in own[1:]:
        if len(texts) < _ALTERNATIVES and c.span == best.span and c.text != best.text and c.text not in texts:
            texts[c.text] = replace(c, confidence=round(sure * c.fit / max(best.fit, 1e-9), 3))
    return Edit(best.span, best.span.of(doc.source), best.text, best.origin, sure, safety, tuple(texts.values()), notes, finding.kind)


def _contested(best: Candidate, own: Sequence[Candidate]) -> tuple[str, ...]:
    """How clearly ``best`` won: its fit, its lead over the next other wording, and how many come near."""
    base = value(best.evidence, "term")
    others: dict[str, float] = {}
    for c in own[1:]:
        other = value(c.evidence, "term") or c.text
        if other != base:
            others[other] = max(c.fit, others.get(other, 0.0))
    lead = best.fit - max(others.values(), default=0.0)
    near = sum(fit >= _NEAR * best.fit for fit in others.values())
    return f"fit:{best.fit:.2f}", f"lead:{lead:.2f}", f"rivals:{near}"
