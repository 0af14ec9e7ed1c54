"""Number of nouns: a phrase bends at its head, the last word before the first preposition."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.english.inflection.irregular import ALWAYS_PLURAL, PLURALS, UNCHANGING
from pipeline.english.inflection.spelling import like, with_s
from pipeline.english.vocabulary import words
from pipeline.once import once

_PREPOSITION = re.compile(r" (?:of|in|for|to|with|on|at|from|by|between|among|per|against|under|over|into|within|without|through)(?: |$)", re.IGNORECASE)
_WORD = re.compile(r"(.*?)([^\W_]+(?:[-'’][^\W_]+)*)(\W*)", re.DOTALL)
_SINGULARS = {many: one for one, many in PLURALS.items()}
_SINGULARS |= {"axes": "axis", "bases": "base", "antennae": "antenna", "formulae": "formula", "indexes": "index", "foci": "focus"}
_COMPOUND = re.compile(r"(\w+)(-(?:by|in|on|of|to|at|up|off|out|law|de)\b.*)")
_PARTS, _MARKS = re.compile(r"[\s-]"), re.compile(r"^\W+|\W+$")
_MEN = re.compile(r"(.+)man")
_NOT_MEN = ("human", "german", "roman", "norman", "ottoman", "talisman", "shaman", "caiman", "brahman", "walkman", "ramen")


@once(1 << 14)
def plural(noun: str) -> str:
    """The plural of a noun phrase; a phrase that is plural already comes back as it is."""
    return _at_head(noun, _plural_word)


@once(1 << 14)
def singular(noun: str) -> str:
    """The singular of a noun phrase, best effort; one that is singular already comes back as it is."""
    return _at_head(noun, _singular_word)


@once(1 << 14)
def is_plural(noun: str) -> bool:
    """True where the head of a noun phrase is a plural; "data", "series", "news" count as singular."""
    if noun.isalpha():
        return _is_plural_word(noun)
    head = _PREPOSITION.split(noun, maxsplit=1)[0]
    word = _PARTS.split(head.strip())[-1]
    return _is_plural_word(word if word.isalnum() else _MARKS.sub("", word))


def _at_head(noun: str, bend: Callable[[str], str]) -> str:
    if noun in PLURALS and bend is _plural_word:
        return PLURALS[noun]
    if noun.isalpha():
        return bend(noun)
    cut = _PREPOSITION.search(noun)
    head, rest = (noun[: cut.start()], noun[cut.start() :]) if cut and cut.start() else (noun, "")
    start = head.rstrip().rfind(" ") + 1
    found = _WORD.fullmatch(head[start:])
    if not found:
        return noun
    return head[:start] + found[1] + bend(found[2]) + found[3] + rest


def _is_plural_word(word: str) -> bool:
    lower = word.lower()
    if lower in UNCHANGING or lower in PLURALS:
        return False
    if lower in ALWAYS_PLURAL or lower in _SINGULARS:
        return True
    if _is_capitals(word):
        return len(word) > 2 and word[-1] == "s" and word[:-1].isupper()
    if lower.endswith(("ss", "us", "is", "ics")) or not lower.endswith("s"):
        return words.tags(lower)[:1] == "N"
    readings = words.guess(lower)
    return "N" in readings or readings == "z"


def _is_capitals(word: str) -> bool:
    return len(word) > 1 and (word.isupper() or word[:-1].isupper())


def _plural_word(word: str) -> str:
    if "-" in word:
        return _plural_compound(word)
    lower = word.lower()
    if lower in UNCHANGING or _is_plural_word(word):
        return word
    if word.isupper() and len(word) > 1 or word[-1].isdigit():
        return word + "s"
    if lower in PLURALS:
        return like(word, PLURALS[lower])
    if _MEN.fullmatch(lower) and not lower.endswith(_NOT_MEN):
        return word[:-2] + "en"
    if lower.endswith(("wife", "life", "self", "shelf", "child")):
        return word[:-4] + {"wife": "wives", "life": "lives", "self": "selves", "helf": "helves", "hild": "hildren"}[lower[-4:]]
    return with_s(word)


def _plural_compound(word: str) -> str:
    if word in PLURALS:
        return PLURALS[word]
    found = _COMPOUND.fullmatch(word)
    if found and (word.endswith(("-law", "-chief")) or any(mark in word for mark in ("-of-", "-de-")) or found[1].endswith("er")):
        return _plural_word(found[1]) + found[2]
    first, last = word.rsplit("-", 1)
    return f"{first}-{_plural_word(last)}"


def _singular_word(word: str) -> str:
    lower = word.lower()
    if lower in _SINGULARS:
        return like(word, _SINGULARS[lower])
    if lower == "people" or not _is_plural_word(word.rsplit("-", 1)[-1]) and not _is_compound_plural(word):
        return "person" if lower == "people" else word
    if lower in ALWAYS_PLURAL:
        return word
    return next((guess for guess in _singulars(word) if _plural_word(guess) == word and _is_noun(guess)), _singulars(word)[0])


def _is_compound_plural(word: str) -> bool:
    found = _COMPOUND.fullmatch(word)
    return found is not None and _is_plural_word(found[1])


def _is_noun(word: str) -> bool:
    return "n" in words.tags(word.rsplit("-", 1)[-1])


def _singulars(word: str) -> list[str]:
    found = _COMPOUND.fullmatch(word)
    if found and _is_plural_word(found[1]):
        return [_singular_word(found[1]) + found[2]]
    if word.endswith("men"):
        return [word[:-2] + "an"]
    if word.endswith("ies") and len(word) > 4:
        return [word[:-3] + "y", word[:-1]]
    if word.endswith("ves"):
        return [word[:-1], word[:-3] + "f", word[:-3] + "fe"]
    if word.endswith(("sses", "xes", "ches", "shes", "zzes", "oes")):
        return [word[:-2], word[:-1]]
    return [word[:-1], word[:-2]] if word.endswith("es") else [word[:-1] if word.endswith("s") else word]
