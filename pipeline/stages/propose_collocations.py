"""The word that goes with the English beside it: ``He 开 a truck`` -> "drives", ``they 开 a meeting`` -> "hold", ``严重 losses`` -> "heavy", ``lost his 工作`` -> "job"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.chinese.collocations import BARE, OWN, OWN_SEVERAL, Sense, article_with, is_object, known_as, sense_beside, senses_of
from pipeline.chinese.key import key
from pipeline.english.inflection import forms
from pipeline.english.sentence.neighbours import governing, noun_described, object_behind, subject_before, verb_modified, verbs_before
from pipeline.english.wording.countability import countable_of
from pipeline.lexicon.lexicon import Lexicon
from pipeline.lexicon.termbase import Term
from pipeline.model import Candidate, Document, Origin, Span
from pipeline.stages.senses import before_noun, candidates, each_run
from pipeline.stages.surroundings import Surroundings

# Above what the termbase has for the word alone, below the glossary of a user.
_WEIGHT = 1.35
_ASPECTS = "了过着"
_ORIGIN = Origin("glossary", "beside")
# What a further wording of a noun is worth that its verb goes with, beside a first one of which that is not known.
_FURTHER = 0.86


@dataclass(frozen=True, slots=True)
class ProposeCollocations:
    """Only for words of the table, and only where one of those that it has them with stands beside them."""

    glossaries: tuple[str, ...] = ()

    def __call__(self, doc: Document) -> Document:
        return each_run(doc, self.glossaries, True, _proposed)


def _proposed(doc: Document, lexicon: Lexicon, found: Surroundings, span: Span) -> Iterator[Candidate]:
    zh = key(span.of(doc.source))
    verb = zh if senses_of(zh, "verb") else zh.rstrip(_ASPECTS)
    if beside := _verb(verb, found, span):
        yield from _as_asked(replace(beside[0].term, zh=zh), beside[1], doc, found, span)
    yield from _described(zh.removesuffix("的"), doc, found, span)
    yield from _manner(zh, doc, found, span)
    beside = sense_beside(zh, "noun", governing(found.words_before(span), found.words_after(span))) if senses_of(zh, "noun") else None
    term = _counted(beside[0], beside[1], lexicon, found.slot(span).article) if beside else None
    if term is not None and term.countable == "plural" and found.slot(span).plural is False:
        # "The living standard has risen".
        term = next((replace(term, en=en, also=(), countable="") for en in term.also if not forms.is_plural(en)), None)
    if beside and term is not None:
        yield from _as_asked(term, beside[1], doc, found, span)
    else:
        yield from _object(zh, doc, lexicon, found, span)


def _verb(zh: str, found: Surroundings, span: Span) -> tuple[Sense, str] | None:
    """The verb beside its object, else beside its subject."""
    if not senses_of(zh, "verb"):
        return None
    right = found.words_after(span)
    behind = object_behind(right)
    return sense_beside(zh, "verb", behind) or sense_beside(zh, "verb", [] if behind and right[0].tag in "DX" else subject_before(found.words_before(span)))


def _described(zh: str, doc: Document, found: Surroundings, span: Span) -> Iterator[Candidate]:
    """An adjective before its noun, which is one whatever else the place could be, or said of its subject."""
    if not senses_of(zh, "adj"):
        return
    slot = found.slot(span)
    if beside := sense_beside(zh, "adj", noun_described(found.words_after(span), found.words_before(span))):
        yield from before_noun(beside[0].term, _WEIGHT, slot, span, doc.source, _ORIGIN, f"beside:{beside[1]}")
    elif slot.want("attr") < 0.5 and (beside := sense_beside(zh, "adj", subject_before(found.words_before(span)))):
        yield from _as_asked(beside[0].term, beside[1], doc, found, span)


def _manner(zh: str, doc: Document, found: Surroundings, span: Span) -> Iterator[Candidate]:
    """An adverb beside its verb: "still remembers", "also bought"."""
    if not senses_of(zh, "adv"):
        return
    if beside := sense_beside(zh, "adv", verb_modified(found.words_after(span), found.words_before(span))):
        yield from _as_asked(beside[0].term, beside[1], doc, found, span)


def _counted(sense: Sense, word: str, lexicon: Lexicon, article: str) -> Term:
    """The noun of ``sense``, counted as the lexicon counts it: "put pressure on"; never where the table has it bare, "in condition"."""
    term = sense.term
    if sense.beside[word] == BARE and not article:
        return replace(term, countable="no")
    if term.countable:
        return term
    known = next((own.term for own in lexicon.senses(term.zh) if own.term.pos == "noun" and own.rank == 1 and term.en in (own.term.en, *own.term.also)), None)
    return replace(term, countable=countable_of(known, term.en)) if known else term


def _object(zh: str, doc: Document, lexicon: Lexicon, found: Surroundings, span: Span) -> Iterator[Candidate]:
    """A noun behind an English verb that goes with one of its wordings: "raise a ..." with a question."""
    nouns = [
        (sense.term, number, en)
        for sense in lexicon.senses(zh)
        if sense.term.pos == "noun" and sense.rank == 1
        for number, en in enumerate((sense.term.en, *sense.term.also))
        if any(map(is_object, known_as(en)))
    ]
    verbs = verbs_before(found.words_before(span)) if nouns else []
    for own, number, en in nouns if verbs else ():
        known = next(((verb, article) for verb in verbs for noun in known_as(en) if (article := article_with(verb, noun)) is not None), None)
        if known:
            term = own if en == own.en else Term(zh, en, "noun")
            if known[1] in (OWN, OWN_SEVERAL) and not found.slot(span).determined:
                # "realize ...": one's own dream.
                term = Term(zh, f"one's {en if known[1] == OWN else forms.plural(en)}", "np")
            bare = known[1] == BARE and not found.slot(span).article
            yield from _as_asked(replace(term, countable="no") if bare else term, known[0], doc, found, span, _FURTHER**number)
            return


def _as_asked(term: Term, beside: str, doc: Document, found: Surroundings, span: Span, worth: float = 1.0) -> Iterator[Candidate]:
    evidence = "rank:1", f"zh:{term.zh}", f"beside:{beside}"
    yield from candidates(term, _ORIGIN, _WEIGHT * worth, span, found.slot(span), doc.source, evidence)
