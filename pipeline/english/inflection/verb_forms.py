"""Verb phrases in the bare infinitive, bent at their first verb and at the verbs coordinated with it."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.english.inflection.irregular import PAST_AND_PARTICIPLE, VERB_PREFIXES
from pipeline.english.inflection.spelling import behind_prefix, doubles, like, with_ending, with_s
from pipeline.english.vocabulary import words
from pipeline.once import once


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LEADING = _words("not far further also never always often still just once again even only first fully jointly")
_MAYBE_LEADING = _words("better well best long fast soon quite more most less")
_PARTICLES = _words("up down in out on off over by through away back")
# Nouns first, but verbs where they follow "and" in a verb phrase.
_VERBS_AFTER_AND = _words(
    """
drive boost cut increase raise lower focus target reach support help lead shift gain win spend start run turn push pull work form use
call name place move benefit rely hold look play return release launch share shape limit ease speed set
"""
)
_ADDS_K = _words("panic mimic picnic traffic frolic")
_KEEPS_E = _words("singe tinge binge dye whinge swinge")
_ADDS_ES = _words("go do echo veto embargo torpedo undergo forgo forego undo redo overdo outdo")
_WORD = re.compile(r"(\W*)(.*?)(\W*)", re.DOTALL)

Bend = Callable[[str], str]


@once(1 << 14)
def third_person(verb: str) -> str:
    """The phrase as it stands behind "it" in the present tense."""
    return _phrase(verb, _third)


@once(1 << 14)
def past(verb: str) -> str:
    """The phrase in the simple past, singular where that matters ("was")."""
    return _phrase(verb, _past)


@once(1 << 14)
def participle(verb: str) -> str:
    """The phrase as it stands behind "has"."""
    helper, _, rest = verb.partition(" ")
    if helper == "have" and _is_participle(rest.partition(" ")[0]):
        # "have seen": "has" stands there already.
        return rest
    return _phrase(verb, _participle)


@once(1 << 14)
def gerund(verb: str) -> str:
    """The phrase in -ing."""
    return _phrase(verb, _gerund)


@once(1 << 14)
def bare(word: str) -> str:
    """The bare infinitive of one inflected verb, best effort; what is no verb form comes back as it is."""
    lower = word.lower()
    if lower in _IRREGULAR_BARE:
        return like(word, _IRREGULAR_BARE[lower])
    guesses = [g for g in _bare_guesses(lower) if lower in (_third(g), _past(g), _participle(g), _gerund(g))]
    known = [g for g in guesses if words.known_verb(g)]
    if known:
        return like(word, max(known, key=words.zipf))
    return like(word, guesses[0]) if guesses and not words.known_verb(lower) else word


def _phrase(verb: str, bend: Bend) -> str:
    parts = verb.split(" ")
    for index in _bending(verb):
        parts[index] = _bend_part(parts[index], bend)
    return " ".join(parts)


@once(1 << 14)
def _bending(verb: str) -> tuple[int, ...]:
    """The places of the words of a phrase that bend: the same for each of its forms."""
    parts = verb.split(" ")
    first = _first_verb(parts)
    return (first, *_coordinated(parts, first))


def _bend_part(part: str, bend: Bend) -> str:
    if part.isalpha():
        return part if words.tags(part)[:1] == "M" else _bend_word(part, bend)
    found = _WORD.fullmatch(part)
    if not found or not found[2] or words.tags(found[2])[:1] == "M":
        return part
    return found[1] + _bend_word(found[2], bend) + found[3]


def _bend_word(word: str, bend: Bend) -> str:
    if "-" not in word.strip("-"):
        return like(word, bend(word.lower())) if word[:1].isupper() and word[1:].islower() else bend(word)
    first, last = word.rsplit("-", 1)
    if last in _PARTICLES and "-" not in first:
        return f"{_bend_word(first, bend)}-{last}"
    return f"{first}-{_bend_word(last, bend)}" if last else word


def _first_verb(parts: list[str]) -> int:
    index = 0
    while index + 1 < len(parts) and _is_leading(parts[index].lower(), parts[index + 1].lower()):
        index += 1
    return index


def _is_leading(word: str, following: str) -> bool:
    if not word or word in _LEADING:
        return True
    if word in _MAYBE_LEADING:
        return words.known_verb(following)
    return word.endswith("ly") and not words.known_verb(word)


def _coordinated(parts: list[str], first: int) -> list[int]:
    """Places of the verbs joined to the first one by "and", "or" or a comma, up to an infinitive with "to"."""
    found: list[int] = []
    for index in range(first, len(parts) - 1):
        word = parts[index].lower()
        if word == "to" and words.known_verb(parts[index + 1]) or words.tags(word)[:1] == "W":
            break
        at = index + 1 + _first_verb(parts[index + 1 :])
        joins = word in ("and", "or") or word.endswith(",") and ("and" in parts[index:] or "or" in parts[index:])
        previous = index if word.endswith(",") else index - 1
        if joins and _is_joined_verb(parts, at, previous in (first, *found)) and not _is_inner_verb(parts, previous, first, found):
            found.append(at)
    return found


def _is_joined_verb(parts: list[str], at: int, adjacent: bool) -> bool:
    word = parts[at].lower().strip(",.;")
    known = words.tags(word)
    if "v" not in known:
        return "-" in word and words.guess(word)[:1] == "v" and "n" not in known
    if adjacent or known[0] == "v":
        return True
    following = words.tags(parts[at + 1])[:1] if at + 1 < len(parts) else ""
    return word in _VERBS_AFTER_AND and following != "" or following in ("D", "X", "R") and following != ""


def _is_inner_verb(parts: list[str], previous: int, first: int, found: list[int]) -> bool:
    return previous not in (first, *found) and words.tags(parts[previous].strip(","))[:1] == "v"


def _third(verb: str) -> str:
    if verb in ("be", "have"):
        return "is" if verb == "be" else "has"
    return verb + "es" if verb in _ADDS_ES else with_s(verb)


def _past(verb: str) -> str:
    return _irregular(verb, 0) or _with_ed(verb)


def _participle(verb: str) -> str:
    return _irregular(verb, 1) or _with_ed(verb)


def _with_ed(verb: str) -> str:
    return verb + "ked" if verb in _ADDS_K else with_ending(verb, "ed")


def _gerund(verb: str) -> str:
    if verb in _ADDS_K:
        return verb + "king"
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb not in _KEEPS_E and len(verb) > 2:
        return verb[:-1] + "ing"
    return (verb + verb[-1] if doubles(verb) else verb) + "ing"


def _is_participle(word: str) -> bool:
    return word in ("been", "seen", "gone", "done") or word.endswith("ed") and words.known_verb(bare(word)) or word not in ("ground", "wound") and any(word == done != verb for verb, (_, done) in PAST_AND_PARTICIPLE.items())


def _irregular(verb: str, which: int) -> str:
    if verb in PAST_AND_PARTICIPLE:
        return PAST_AND_PARTICIPLE[verb][which]
    base = behind_prefix(verb)
    return verb[: len(verb) - len(base)] + PAST_AND_PARTICIPLE[base][which] if base else ""


def _bare_guesses(word: str) -> list[str]:
    found = [words.lemma(word)] if words.lemma(word) not in ("", word) else []
    for ending, replacements in (("ies", ("y", "ie")), ("ied", ("y", "ie")), ("ying", ("ie", "y")), ("cked", ("c",)), ("cking", ("c",))):
        if word.endswith(ending):
            found += [word[: -len(ending)] + new for new in replacements]
    for prefix in VERB_PREFIXES if word.startswith(VERB_PREFIXES) else ():
        if word.startswith(prefix) and word[len(prefix) :] in _IRREGULAR_BARE:
            found.append(prefix + _IRREGULAR_BARE[word[len(prefix) :]])
    for ending in ("s", "es", "ed", "d", "ing"):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 1:
            found += [stem, stem[:-1]] if stem[-1:] == stem[-2:-1] else [stem]
            found += [stem + "e"] if ending == "ing" else []
    return found


_IRREGULAR_BARE = {form: base for base, forms in PAST_AND_PARTICIPLE.items() for form in forms if form not in PAST_AND_PARTICIPLE}
_IRREGULAR_BARE |= {
    "is": "be",
    "are": "be",
    "am": "be",
    "were": "be",
    "being": "be",
    "has": "have",
    "lying": "lie",
    "dying": "die",
    "putting": "put",
}
