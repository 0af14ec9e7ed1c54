"""From a term and a place in the article to candidates: conditions of the sense, form of the slot, blanks at the seams."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, get_args

from pipeline.chinese import priors
from pipeline.chinese.contexts import contexts_of
from pipeline.english.inflection import forms
from pipeline.english.slots.slot import Kind, Slot
from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.times import names_time
from pipeline.english.wording.countability import countable_of
from pipeline.english.wording.realise import number_is_told, realise
from pipeline.lexicon.confidence import TOLD
from pipeline.lexicon.lexicon import Lexicon, Sense, load
from pipeline.lexicon.termbase import Term
from pipeline.model import Candidate, Document, Origin, Span, candidate_of, rounded
from pipeline.once import once
from pipeline.stages.surroundings import Surroundings, surroundings

# Each further wording of a term is a little less likely to be the one that an editor would write.
ALSO_DECAY = 0.93
IN_CONTEXT = Origin("glossary", "context")
# The forms of one wording beyond the best few are never chosen and never shown.
_FORMS_SHOWN = 4
_REPEATED = 48
_POSSESSIVES = ("the ", "his ", "her ", "their ", "its ", "my ", "our ", "your ")
_DETERMINED = re.compile(r"\b(?:the|his|their|its|my|our|your|a|an|every|each|any|no|another|one's)\s$", re.IGNORECASE)
_SELVES = ("himself", "herself", "itself", "myself", "yourself", "themselves", "ourselves")
_PARTING = ",;:!?)%”"
_IN_WORD = re.compile(r"\w")
_ONE_WORD = re.compile(r"[A-Za-z-]+")
_FOLLOWER = re.compile(r"\s*([\w$-]+)")
_FROM_WHEN, _WHEN = re.compile(r"(?:^|[^\w])(?:since|until|till|before|after|by|from)\s$", re.IGNORECASE), re.compile(r"(?:at|in|on|over) (?=the |early |late |this |that |last |next )")
_ARTICLE = re.compile(r"(?:^|[\s(\"“‘'*_])(an?)(\s+)$", re.IGNORECASE)


def fitting(senses: Sequence[Sense], sentence: str, article: str) -> list[Sense]:
    """The senses whose conditions hold: those that the sentence asks for, then the unconditional, then those of the article."""
    # No two have the same place, so that senses are never compared.
    ranked = []
    for place, sense in enumerate(senses):
        term = sense.term
        if term.refused or term.unless and any(occurs(word, sentence) for word in term.unless):
            continue
        if not term.when:
            ranked.append((sense.rank, 1, place, sense))
        elif any(occurs(word, sentence) for word in term.when):
            ranked.append((sense.rank, 0, place, sense))
        elif any(_occurs_in_article(word, article) for word in term.when):
            ranked.append((sense.rank, 2, place, sense))
    return [sense if sense.rank < 2 else _by_use(sense) for *_, sense in sorted(ranked)]


def meant(senses: Sequence[Sense], sentence: str, article: str) -> list[Sense]:
    """As ``fitting``, and before them what the word means in such a sentence."""
    rest = fitting(senses, sentence, article)
    if not senses or not (contexts := contexts_of(senses[0].term.zh)):
        return rest
    said = [context.term for context in contexts if any(occurs(word, sentence) for word in context.words)]
    return [*(Sense(as_known(term, senses), IN_CONTEXT, 1) for term in said), *rest]


def as_known(term: Term, senses: Iterable[Sense]) -> Term:
    """``term`` with what the lexicon knows of its wording: its other parts of speech, its forms, whether it is counted."""
    own = [sense.term for sense in senses if sense.term.pos == term.pos and term.en in (sense.term.en, *sense.term.also)]
    first = next((known for known in own if known.en == term.en), None)
    if first:
        return replace(term, slots=first.slots, forms=first.forms, countable=first.countable)
    return replace(term, countable=countable_of(own[0], term.en)) if own and term.pos == "noun" else term


@once(8192)
def _by_use(sense: Sense) -> Sense:
    """A sense of the dictionary with its glosses in the order in which translators use them."""
    return Sense(priors.reordered(sense.term), sense.origin, sense.rank)


def candidates(term: Term, origin: Origin, weight: float, span: Span, slot: Slot, source: str, evidence: tuple[str, ...] = (), usage: float = 0.0) -> Iterator[Candidate]:
    """Every wording of ``term`` in the forms that suit ``slot``; ``fit`` is weight, place among the wordings and slot together.

    ``usage`` in [0, 1] says how much a wording loses that translators do not use for the term.
    """
    for text, fit, said in worded(term, weight, slot, usage):
        yield seamed(span, text, source, origin, evidence + said, fit)


def worded(term: Term, weight: float, slot: Slot, usage: float = 0.0) -> list[tuple[str, float, tuple[str, ...]]]:
    """The same before they are candidates: text, fit and evidence."""
    rows: list[tuple[str, float, tuple[str, ...]]] = []
    for number, en in enumerate((term.en, *term.also)):
        worth = weight * (1.0 - usage * (1.0 - priors.odds(term.zh, en))) if usage else weight
        marks, decay = (f"wording:{number}", f"term:{en}"), ALSO_DECAY**number
        told: tuple[str, ...] | None = None
        for text, suits, want in realise(term, en, slot)[:_FORMS_SHOWN]:
            said: tuple[str, ...] = (_SLOTS[want], *marks)
            if want == "noun":
                if told is None:
                    told = (TOLD,) if number_is_told(term, en, slot) else ()
                said += told
            rows.append((text, worth * suits * decay, said))
    return rows


_SLOTS = {want: f"slot:{want}" for want in get_args(Kind)}


class _Seams(NamedTuple):
    """What stands beside a place: the characters ``left`` and ``right``, more of them ``before`` and ``after``, the word that ``follows``, the article before it, and whether a word would touch one there."""

    left: str
    right: str
    before: str
    after: str
    follows: str
    article: re.Match[str] | None
    joins_left: bool
    joins_right: bool


def before_noun(term: Term, worth: float, slot: Slot, span: Span, source: str, origin: Origin, why: str) -> Iterator[Candidate]:
    """The wordings of an adjective before its noun, which it is whatever else the place could be; ``why`` says that it is."""
    for number, en in enumerate((term.en, *term.also)):
        evidence = "rank:1", f"zh:{term.zh}", why, "slot:attr", f"wording:{number}", f"term:{en}"
        yield seamed(span, forms.capitalize(en) if slot.capital else en, source, origin, evidence, worth * ALSO_DECAY**number * max(0.9, slot.want("attr")))


@functools.lru_cache(maxsize=64)
def _seams(source: str, start: int, end: int) -> _Seams:
    """Some ten candidates of a place ask one after the other."""
    before, after = source[max(0, start - _REPEATED) : start], source[end : end + _REPEATED]
    left, right, after = before[-12:], after[:2], after.removeprefix(" ")
    follows = after.partition(" ")[0].strip(".,;:!?").lower()
    joins_left = left[-1:].isalnum() or left[-1:] in _PARTING and left != ""
    # A handle or hashtag that touched Chinese would touch a word, and be none any more.
    joins_right = right[:1].isalnum() or right[:1] in ("@", "#") and right[1:2].isalnum()
    return _Seams(left, right, before, after, follows, _ARTICLE.search(left), joins_left, joins_right)


def seamed(span: Span, text: str, source: str, origin: Origin, evidence: Iterable[str], fit: float) -> Candidate:
    """A candidate with blanks where ``text`` would touch a word, and with the a/an before it made to agree."""
    seams = _seams(source, span.start, span.end)
    left, right, article = seams.left, seams.right, seams.article
    if " " in text:
        if seams.follows in text.lower():
            text = _without_repeat(text, seams.after)
        if text.startswith("the ") and _DETERMINED.search(left):
            # "and the the last one" cannot be.
            text = text[4:]
        text = _without_repeat_before(text, seams.before)
        if _FROM_WHEN.search(left) and (led := _WHEN.match(text)) and names_time(text):
            # "Since the beginning of the year".
            text = text[led.end() :]
        if text.startswith(("or ", "and ")) and left.endswith((" or ", " and ")):
            text = text.partition(" ")[2]
    if text in ("a", "A"):
        follower = _FOLLOWER.match(source[span.end : span.end + 30])
        text = forms.article(follower[1]).capitalize() if follower and text == "A" else forms.article(follower[1]) if follower else text
    if text[-1:] in ("!", ".") and (right[:1] == text[-1:] or text.endswith("!") and right[:1] == "！"):
        text = text[:-1]
    if article and text.startswith(("a ", "an ")):
        # "felt a 一阵 dizziness": the article stands there already.
        text = text.partition(" ")[2]
    if article and text in ("a", "an"):
        start = span.start - len(article[1]) - len(article[2])
        return Candidate(Span(start, span.end), text.capitalize() if article[1][0].isupper() else text, origin, (*evidence, "seam:article"), rounded(fit))
    after = " " if seams.joins_right and text[-1:].isalnum() else ""
    if article and text[:1].isalnum():
        wanted = forms.article(text)
        if forms.is_plural(text) and text.split(" ")[-1] != "series" and _ONE_WORD.fullmatch(text):
            fit *= 0.5
        if wanted != article[1].lower():
            start = span.start - len(article[1]) - len(article[2])
            wanted = wanted.capitalize() if article[1][0].isupper() else wanted
            return Candidate(Span(start, span.end), wanted + article[2] + text + after, origin, (*evidence, "seam:article"), rounded(fit))
    before = " " if seams.joins_left and text[:1].isalnum() else ""
    return candidate_of((span, before + text + after, origin, tuple(evidence), rounded(fit), 0.0))


def _without_repeat(text: str, right: str) -> str:
    """卫冕 the title: "defends the title" already holds the object that follows, of two words or more, or 位于 in its preposition."""
    for at in (place for place, sign in enumerate(text) if sign == " "):
        tail = text[at + 1 :]
        # "14th Five-Year Plan" before "plan ends", "price war" before "war".
        if " " not in tail and len(tail) > 3 and tail.isalpha() and right[: len(tail)].lower() == tail.lower() and not _IN_WORD.match(right, len(tail)) and "n" in words.guess(tail)[:2]:
            return text[:at]
        if tail in _SELVES and right[: len(tail)] == tail:
            # "burned herself" before "herself".
            return text[:at]
        if (" " in tail or "P" in words.guess(tail)[:2]) and right.startswith(tail) and not right[len(tail) : len(tail) + 1].isalnum():
            return text[:at]
        if tail.startswith("the ") and right.startswith(_POSSESSIVES) and tail[4:] in (word.strip(".,;:!?") for word in right.split(" ")[1:6]):
            # "defends the title" of "the women's singles title".
            return text[:at]
    return text


def _without_repeat_before(text: str, left: str) -> str:
    """before the end of the 年底: of "end of the year" the first words stand there already."""
    parts = text.split(" ")
    if f" {parts[0]} " not in left:
        return text
    for count in range(len(parts) - 1, 1, -1):
        if left.endswith(f" {' '.join(parts[:count])} "):
            return " ".join(parts[count:])
    if len(parts) == 2 and len(parts[0]) > 3 and left.endswith(f" {parts[0]} ") and words.guess(parts[0])[:1] == "n":
        # "his body 体温" is his body temperature.
        return parts[1]
    return text


@functools.lru_cache(maxsize=1024)
def _occurs_in_article(word: str, article: str) -> bool:
    """Asked for every run of a term, answered once an article."""
    return occurs(word, article)


def occurs(word: str, text: str) -> bool:
    """True where ``word``, or its plural, stands in ``text``, which is lower case."""
    # The text is lower case; a pattern is made only for what is somewhere in it.
    return word in text if not word.isascii() else word.lower() in text and _condition(word.lower()).search(text) is not None


@once(4096)
def _condition(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z]){re.escape(word)}(?:s|es)?(?![a-z])")



def each_run(doc: Document, glossaries: tuple[str, ...], dictionary: bool, propose: Callable[[Document, Lexicon, Surroundings, Span], Iterator[Candidate]]) -> Document:
    """``doc`` with what ``propose`` says to each open run of Chinese; without one the lexicon is not even loaded."""
    spans = [f.span for f in doc.open() if f.kind == "han"]
    if not spans:
        return doc
    lexicon = load(glossaries, dictionary, doc.settings)
    found = surroundings(doc, lexicon)
    return doc.proposing(c for span in spans for c in propose(doc, lexicon, found, span))
