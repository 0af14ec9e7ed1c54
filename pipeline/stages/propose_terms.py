"""Looks the whole run up: ``the 红利 of traffic`` -> "dividends" of the termbase, else the glosses of the dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.chinese.key import key
from pipeline.english.vocabulary import words
from pipeline.lexicon.lexicon import Lexicon, Sense
from pipeline.model import Candidate, Document, Origin, Span
from pipeline.script import HAN_CHARACTER
from pipeline.stages.senses import each_run, fitting, seamed, worded
from pipeline.stages.surroundings import Surroundings

# What a source is worth before the slot is looked at: the house glossary, the shipped termbase, a dictionary gloss.
WEIGHTS = (2.5, 1.0, 0.45)
# How much a wording loses that translators do not use: nothing where the user chose it.
USAGE = (0.0, 0.2, 0.4)
# What the termbase knows it knows because the dictionary is wrong there: 头部 is "top", not "head".
_BESIDE_TERMBASE = 0.4
# What has an adverb of its own is no adverb of its adjective: 总 is "always", not "totally".
_ANOTHER_ADVERB = 0.75
PARTICLES = ("的", "了", "着", "地", "得", "们", "之")
_GRAMMAR = ("prep", "conj", "pron", "det")
# More than the arbiter shows, for several sources may say the same.
_MOST = 14
_COUNTERS = frozenset("个位名家只件辆台部条张本份艘架座间所棵匹头支枝枚幅颗根款场项篇首栋幢")
_NUMBER_BEFORE = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|thousand|several|many|few|these|those) ?$", re.IGNORECASE)
_SEVERAL = re.compile(r" ?(?:[a-z]+ )?([a-z]+s)\b")
_GLUED = re.compile(r"[A-Za-z0-9]{1,8}\Z")


@dataclass(frozen=True, slots=True)
class ProposeTerms:
    """Options: ``glossaries``, paths in order of precedence; ``dictionary``, whether CC-CEDICT is asked too."""

    glossaries: tuple[str, ...] = ()
    dictionary: bool = True

    def __call__(self, doc: Document) -> Document:
        return each_run(doc, self.glossaries, self.dictionary, _proposed)


def _proposed(doc: Document, lexicon: Lexicon, found: Surroundings, span: Span) -> Iterator[Candidate]:
    if key(span.of(doc.source)) in PARTICLES or _only_counts(doc.source, span):
        yield _left_out(doc.source, span)
        return
    for place in _readings(doc, lexicon, span):
        slot = found.slot(place)
        zh = key(place.of(doc.source))
        senses = fitting(lexicon.alone(zh), found.sentence(place), found.english)
        known = bool(senses) and senses[0].rank < 2
        adverb = any(sense.term.pos == "adv" and sense.rank < 2 and " " not in sense.term.en for sense in senses)
        made = []
        for order, sense in enumerate(senses):
            weight = WEIGHTS[sense.rank] * 0.97 ** min(order, 6) * (_BESIDE_TERMBASE if known and sense.rank == 2 else 1.0)
            made += [(fit * _ANOTHER_ADVERB if adverb and sense.term.pos == "adj" and "slot:adv" in said and "adv" not in dict(sense.term.slots) else fit, text, said, sense) for text, fit, said in worded(sense.term, weight, slot, _usage(sense))]
        marks = [(f"rank:{rank}", f"zh:{zh}") for rank in range(3)]
        for fit, text, said, sense in _foremost(made):
            yield seamed(place, text, doc.source, sense.origin, marks[sense.rank] + said, fit)


def _only_counts(source: str, span: Span) -> bool:
    """ "three 家 shops", "these 位 guests": what Chinese counts by has no word in English."""
    if span.of(source) not in _COUNTERS or not _NUMBER_BEFORE.search(source, max(0, span.start - 12), span.start):
        return False
    follower = _SEVERAL.match(source, span.end)
    return follower is not None and "N" in words.guess(follower[1])


def _usage(sense: Sense) -> float:
    # Translators write what a sentence needs for a preposition or a conjunction: how often says little.
    return 0.0 if sense.term.when or sense.term.pos in _GRAMMAR else USAGE[sense.rank]


def _foremost(made: list[tuple[float, str, tuple[str, ...], Sense]]) -> list[tuple[float, str, tuple[str, ...], Sense]]:
    """The wordings that can still come to be seen, in their order: of sixty the others would only be carried along."""
    if len(made) <= _MOST:
        return made
    least = sorted((row[0] for row in made), reverse=True)[_MOST - 1]
    # Another source that says the same is evidence, however little weight it has.
    texts = {row[1] for row in made if row[0] >= least}
    return [row for row in made if row[1] in texts]


def _left_out(source: str, span: Span) -> Candidate:
    """A grammatical particle between English words says nothing: it goes, with one of the blanks around it."""
    blank_left, blank_right = source[span.start - 1 : span.start].isspace(), source[span.end : span.end + 1] == " "
    end = span.end + 1 if blank_left and blank_right else span.end
    glued = not blank_left and span.start > 0 and source[span.start - 1].isalnum() and source[end : end + 1].isalnum()
    return Candidate(Span(span.start, end), " " if glued else "", Origin("rule", "particle"), ("particle",), 1.2)


def _readings(doc: Document, lexicon: Lexicon, span: Span) -> Iterator[Span]:
    """The run itself; with the Latin that is glued to it where the termbase has both together: Z世代, 4S店."""
    glued = _GLUED.search(doc.source[max(0, span.start - 8) : span.start]) if doc.source[span.start - 1 : span.start].isalnum() else None
    if glued and HAN_CHARACTER.search(span.of(doc.source)):
        wider = Span(span.start - len(glued[0]), span.end)
        if lexicon.senses(key(wider.of(doc.source))):
            yield wider
            if len(span) == 1:
                return
    yield span
