"""Adverbs and comparison."""

from __future__ import annotations

from pipeline.english.inflection.irregular import ADVERBS, COMPARATIVES, SHORT_COMPARISON
from pipeline.english.inflection.sound import article
from pipeline.english.inflection.spelling import like, syllables, with_ending
from pipeline.english.vocabulary import words
from pipeline.once import once


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@once(1 << 12)
def adverb(adjective: str) -> str:
    """The adverb of an adjective: "easily", "well", and "in a friendly way" where there is no one word for it."""
    lower = adjective.lower()
    if lower in ADVERBS:
        return like(adjective, ADVERBS[lower])
    if words.tags(lower)[:1] == "r":
        return adjective
    if lower.endswith("er") and (positive := _compared(lower)):
        # "more easily", but "harder".
        return adjective if positive in _ALSO_ADVERBS else f"more {adverb(positive)}"
    if not adjective.isalpha() or lower.endswith("ly"):
        return f"in {article(adjective)} {adjective} way"
    return _with_ly(adjective)


@once(1 << 11)
def before_noun(adverb_: str) -> str:
    """What stands before a noun for an adverb in -ly: "gradual" of "gradually"; "" where there is none, or it says something else."""
    if not adverb_.endswith("ly") or not adverb_.isalpha() or adverb_ in _SAYS_ELSE:
        return ""
    stem = adverb_.removesuffix("ly")
    found = (a for a in (stem, stem + "le", stem.removesuffix("i") + "y", stem.removesuffix("al"), stem + "l") if (words.guess(a)[:1] == "j" or a.endswith(("ed", "ing"))) and adverb(a) == adverb_)
    return next(found, "")


_ALSO_ADVERBS = frozenset("hard fast high low close deep wide late near long early far".split())


def _compared(lower: str) -> str:
    """ "easy" of "easier", "" of "clever"."""
    found = (a for a in (lower[:-2], lower[:-1], lower[:-3] + "y", lower[:-3]) if words.guess(a)[:1] in ("j", "r") and comparative(a) == lower)
    return next(found, "")


def _with_ly(adjective: str) -> str:
    if adjective.endswith("ic"):
        return adjective + "ally"
    if adjective.endswith("ll"):
        return adjective + "y"
    if adjective.endswith("le") and adjective[-3:-2] not in tuple("aeiou"):
        return adjective[:-1] + "y"
    if adjective.endswith("y") and len(adjective) > 2 and adjective[-2] not in "aeiou":
        return adjective[:-1] + "ily"
    return adjective + "ly"


@once(1 << 12)
def comparative(adjective: str) -> str:
    """The comparative: "larger", "easier", "more flexible"."""
    return _compare(adjective, 0)


@once(1 << 12)
def superlative(adjective: str) -> str:
    """The superlative without article: "largest", "most flexible"."""
    return _compare(adjective, 1)


def _compare(adjective: str, degree: int) -> str:
    lower = adjective.lower()
    if lower in COMPARATIVES:
        return like(adjective, COMPARATIVES[lower][degree])
    if _is_short(lower):
        return with_ending(adjective, ("er", "est")[degree])
    return like(adjective, ("more ", "most ")[degree] + lower[:1] + adjective[1:]) if adjective else adjective


def _is_short(word: str) -> bool:
    if not word.isalpha() or word.endswith(("ed", "ing")) and word not in ("red", "sacred"):
        return False
    if len(word) > 5 and word.endswith(("ent", "ant", "ous", "ful", "ive")):
        return False
    if word in SHORT_COMPARISON:
        return True
    return syllables(word) == 1 or syllables(word) == 2 and word.endswith("y") and not word.endswith(("ly", "day")) or word in _LY


_SAYS_ELSE = _words("basically truly hardly nearly lately shortly barely fairly mostly highly really certainly particularly especially simply exactly firstly secondly surely presently largely roughly practically virtually seemingly approximately merely greatly extremely completely "
                    "absolutely exceedingly thoroughly utterly exceptionally considerably relatively comparatively mainly admittedly happily fortunately luckily thankfully hopefully sadly personally honestly frankly scarcely")  # fmt: skip
_LY = _words("early friendly lively lonely lovely ugly holy silly costly deadly likely unhappy untidy")
