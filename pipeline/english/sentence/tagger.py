"""A small part-of-speech tagger for the few words around a fragment: a word table, then rules over the neighbours."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from pipeline.english.inflection.irregular import ALIKE_IN_PAST
from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.governors import POSSESSIVES
from pipeline.once import once

# Stand-ins for fragments that are still Chinese: their code point says what part of speech they probably are.
STAND_INS = {"\ue000": "nv", "\ue001": "vzn", "\ue002": "j", "\ue003": "r", "\ue004": "#", "\ue005": "n"}
ANY = "\ue000"
LINK = "\ue005"

_TOKEN = re.compile(r"[’']s\b|[^\W\d_]+(?:\.[^\W\d_]+)*(?:[-'’](?!s\b)[^\W\d_]+)*(?:-\d+)?|[$€£¥]?\d(?:[\d,.]*\d)?%?(?:[-–]\d+)?(?:st|nd|rd|th)?|\S")
_NOUNISH = "nNj"
_FINITE = "zdMBHO"


class Token(NamedTuple):
    """A word, number or mark; ``tag`` as in ``words.tags``; ``lower`` is the text in lower case, with straight apostrophes.

    ``glued`` where no blank stands before it: the "-" and the "year" of "24-year".
    """

    text: str
    tag: str
    lower: str
    glued: bool = False


def tag(text: str) -> list[Token]:
    """The tokens of ``text`` with one tag each; marks keep themselves as tag; unknown words count as nouns."""
    read = list(chain.from_iterable(map(_read, text.split())))
    if not read:
        return []
    read[0] = _read_first(read[0][1])
    tokens, found, lowers, owns, asks = zip(*read, strict=True)
    options: list[str] = list(owns)
    asking = [index for index, asked in enumerate(asks) if asked] if True in asks else []
    if "please" in lowers:
        asking += [index for index in range(1, len(found)) if lowers[index - 1] == "please" and not asks[index]]
    for index in asking:
        options[index] = _told(found, lowers, options, index)
    tags: list[str] = []
    for index, own in enumerate(options):
        if len(own) > 1:
            own = _among(own, options, index, tags, found, lowers)
        tags.append(own)
    return [token if token.tag == tag else Token(token.text, tag, token.lower, token.glued) for token, tag in zip(tokens, tags, strict=True)]


def _told(found: Sequence[str], lowers: Sequence[str], options: Sequence[str], index: int) -> str:
    """What the word at ``index`` can be, once the words beside it are asked."""
    word, own = found[index], options[index]
    if word in _MONTHS and _is_month(found, index):
        return "n"
    if word in _SEEM and _seems(found, index):
        return "v"
    if index and (lowers[index - 1], lowers[index]) in _EACH_OTHER:
        return "R"
    if index and own == "z" and lowers[index - 1] in _OWNING:
        # "the logs": what the table has as a verb alone.
        return "N"
    if index and lowers[index - 1] == "please" and "v" in own:
        return "v"
    if index and own[0] == "R" and word[0].isupper() and word != "I" and _is_family_name(found, index):
        return "n"
    return own


def _among(own: str, options: Sequence[str], index: int, tags: Sequence[str], found: Sequence[str], lowers: Sequence[str]) -> str:
    """The one of ``own``, what the word at ``index`` can be, that it is."""
    if index and found[index] in ALIKE_IN_PAST and _is_past(lowers, index):
        return "d"
    if own[0] == "r" and lowers[index] in _HOW_OR_WHAT and index + 1 < len(options) and ("n" in options[index + 1] or "N" in options[index + 1]):
        return "j"
    if own[0] == "z" and "N" in own and (index and lowers[index - 1] in _COUNTS or tags and tags[-1] == "g" and tags[-2:-1] in (["P"], ["D"], ["#"], ["j"])):
        return "N"
    return _choose(options, index, tags, lowers)


_OWNING = POSSESSIVES | {"the", "these", "those"}


# "long talks", "hard work": before a noun they say what it is.
_HOW_OR_WHAT = frozenset("long hard fast early late".split())


def _is_past(lowers: Sequence[str], index: int) -> bool:
    """ "He put the book": behind one somebody a bare verb is a past that looks like it, unless the somebody is asked or helped."""
    if lowers[index - 1] not in ("he", "she"):
        return False
    before = lowers[index - 2] if index > 1 else ""
    return words.tags(before)[:1] not in ("M", "O") and before not in ("did", "does", "will", "can", "could", "would", "should", "must", "may", "might")


# "a million sows": no verb.
_COUNTS = frozenset("hundred thousand million billion trillion dozen".split())
# "compete with each other and": nobody is other.
_EACH_OTHER = (("each", "other"), ("one", "another"))
_MONTHS = ("May", "March")
_BEFORE_MONTH = frozenset("in by since until till of from last next this early late during before after to between through on".split())


def _is_month(found: Sequence[str], index: int) -> bool:
    """ "in May", "12 May", "March 3": no modal and no verb."""
    before = found[index - 1].lower() if index else ""
    after = found[index + 1] if index + 1 < len(found) else ""
    return before in _BEFORE_MONTH or before[:1].isdigit() or after[:1].isdigit()


def _is_family_name(found: Sequence[str], index: int) -> bool:
    """ "reporters asked He Weiming": a name that reads as a pronoun."""
    before, after = found[index - 1], found[index + 1] if index + 1 < len(found) else ""
    return after[:1].isupper() and after[1:].islower() and (before[-1:].isalnum() or before == "," or before in STAND_INS)


_SEEM = ("sound", "look", "feel", "taste", "smell")


def _seems(found: Sequence[str], index: int) -> bool:
    """ "the lines sound as if", "they look like": no noun."""
    after = list(found[index + 1 : index + 3])
    return after[:2] in (["as", "if"], ["as", "though"]) or after[:1] == ["like"] and index > 0 and found[index - 1].lower() not in ("a", "the", "this", "that", "his", "her", "its", "their")


# A word as what it is most likely, how it is written and looked up, what it can be, and whether the words beside it may tell more.
_Reading = tuple[Token, str, str, str, bool]


@once(1 << 15)
def _read(part: str) -> tuple[_Reading, ...]:
    """The words, numbers and marks of ``part``, which stands between blanks somewhere inside of a text."""
    # No pattern is needed for what is all letters.
    found = [part] if part.isalpha() else _TOKEN.findall(part)
    return tuple(_reading(word, True, place > 0) for place, word in enumerate(found))


@once(1 << 12)
def _read_first(word: str) -> _Reading:
    """The same of one word at the start of a text, where a capital tells nothing."""
    return _reading(word, False, False)


def _reading(word: str, inside: bool, glued: bool) -> _Reading:
    lower = word.lower().replace("’", "'")
    own = _options(word, lower, inside)
    asks = word in _MONTHS or word in _SEEM or lower in ("other", "another") or own == "z" or own[0] == "R" and word[0].isupper()
    return Token(word, own[0], lower, glued), word, lower, own, asks


def _options(word: str, lower: str, inside: bool) -> str:
    if word in STAND_INS:
        return STAND_INS[word]
    if lower == "'s":
        return "X"
    if not word[0].isalnum() and word[0] not in "$€£¥":
        return word[0]
    if inside and word[:1].isupper() and not words.tags(word.lower()):
        return "n"
    return words.guess(word) or "n"


def _choose(options: Sequence[str], index: int, tags: Sequence[str], lowers: Sequence[str]) -> str:
    own, beside = options[index], lowers[index - 1] if index else ""
    before = tags[-1] if tags else ""
    if before in ("D", "R") and beside in ("this", "that") and "N" in own and "z" in own:
        # "This shows ...": one thing has no plural behind it.
        return "z"
    if not tags and "v" in own and (options[1][:1] if len(options) > 1 else "") in ("D", "X"):
        return "v"
    after = options[index + 1] if index + 1 < len(options) else ""
    if not tags and own[0] == "r" and "j" in own and "N" in after:
        # "Long waits ...".
        return "j"
    if before in ("D", "X") and own[0] == "j" and "n" in own and after[:1] in ("C", ".", ","):
        # "sold her flat and".
        return "n"
    if before == "r" and tags[-2:-1] in (["n"], ["R"]) and own[0] == "N" and "z" in own and not any(letter in _FINITE for letter in tags):
        # "The bank now demands".
        return "z"
    if before in ("D", "X", "#", "j") and before:
        return _first(own, "nNjgpr" if before != "j" else "nNgj") or own[0]
    if before in ("T", "M", "O"):
        return _first(own, "v") or own[0]
    if before == "H":
        # "have only just ...".
        return "r" if "r" in own and "p" not in own and after[:1] == "r" else _first(own, "pj") or own[0]
    if before == "r" and tags[-2:-1] == ["N"] and own == "nv" and after[:1] in ("n", "N", "D", "X", "R") and after and not any(letter in _FINITE or letter == "v" for letter in tags[_clause_start(tags) :]):
        # "The flats still change hands".
        return "v"
    if before == "B":
        # "is still ...": right before what is to be read it is the adverb that it mostly is.
        return own[0] if own[0] == "r" and not after else _first(own, "pgj") or own[0]
    if before in ("R", "W") and before:
        # "She put": one has no bare verb.
        return beside in ("he", "she", "it") and _first(own, "zd") or _first(own, "zdv") or own[0]
    if before in ("n", "N"):
        loose = beside in STAND_INS
        if own[0] == "p" and "d" in own and not loose and (not after[:1].isalpha() or after[0] in "nNjDX" and _is_last_verb(options, index)) and not any(letter in _FINITE for letter in tags[_clause_start(tags) :]):
            # "The guard checked ...": the first verb behind its subject.
            return "d"
        return _after_noun(own, before, after, loose)
    return _participle(own, after)


def _is_last_verb(options: Sequence[str], index: int) -> bool:
    """ "The maid brought tea.": no other verb comes before the sentence ends."""
    for own in options[index + 1 :]:
        if own in (".", "!", "?", ";"):
            return True
        if own[0] in _FINITE or own[0] in "vW" or "z" in own and own[0] != "N":
            return False
    return False


def _clause_start(tags: Sequence[str]) -> int:
    return next((n for n in range(len(tags), 0, -1) if tags[n - 1] == ","), 0)


def _after_noun(own: str, before: str, after: str, loose: bool) -> str:
    if loose and "v" in own and after[:1] in ("D", "X", "R", "W", "S") and after[:1]:
        # A stand-in may be a plural: "the ... share the market", "the ... show that it works".
        return next(letter for letter in "zdv" if letter in own)
    verb = _first(own, "zd" if before == "n" else "vd")
    if verb and after[:1] in ("D", "X", "P", "T", "R", "r", "j", "#", "W", "C", "S") and after[:1]:
        return verb
    if verb and own[0] in "zdv":
        return verb
    # A singular noun has no bare verb behind it: "an exciting match."
    ends = not after or not after[0].isalnum() or after[0] in _FINITE
    return "n" if own[0] == "v" and before == "n" and "n" in own and ends else own[0]


def _participle(own: str, after: str) -> str:
    if own[0] in "dp" and after[:1] == "P" and "p" in own:
        return "p"
    return own[0]


@functools.lru_cache(maxsize=1 << 12)
def _first(own: str, wanted: str) -> str:
    """The first of the tags ``own`` that is among ``wanted``: a few hundred questions, asked over and over."""
    return next((letter for letter in own if letter in wanted), "")


def finite(token: Token) -> bool:
    """True for a word that can be the verb of a clause: third person, past, modal, be, have, do."""
    return token.tag in _FINITE and token.lower not in ("be", "been", "being", "having", "doing")


def nounish(token: Token) -> bool:
    """True for a noun or an adjective."""
    return token.tag in _NOUNISH
