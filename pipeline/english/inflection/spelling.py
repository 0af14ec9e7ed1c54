"""Spelling rules that nouns, verbs and adjectives share: the endings -s and -ed, and the doubled last consonant."""

from __future__ import annotations

import re

from pipeline.english.inflection.irregular import PAST_AND_PARTICIPLE, REGULAR_VERBS, STRESSED_LAST, VERB_PREFIXES

_VOWEL_GROUP = re.compile(r"[aeiouy]+")
_ONE_SYLLABLE = re.compile(r"[^aeiouy]*(?:qu)?[aeiouy][bcdfgklmnprstvz]")
_DOUBLED_Z = ("quiz", "whiz", "fez", "swiz")
# Spelled -ch, spoken -k.
_HARD_CH = ("stomach", "monarch", "epoch", "patriarch", "matriarch", "eunuch", "tech", "oligarch", "hierarch")


def like(model: str, text: str) -> str:
    """``text`` with a capital where ``model`` starts with one; letters after the first are left alone."""
    return text[:1].upper() + text[1:] if model[:1].isupper() else text


def syllables(word: str) -> int:
    """The number of vowel groups of a lower-case word, a silent last e not counted; at least 1."""
    body = word[:-1] if word.endswith("e") and not word.endswith(("le", "ee", "oe", "ye")) else word
    return max(1, len(_VOWEL_GROUP.findall(body.replace("qu", "q"))))


def doubles(word: str) -> bool:
    """True where the last consonant of ``word`` is doubled before -ed, -ing, -er."""
    return word in STRESSED_LAST or _ONE_SYLLABLE.fullmatch(behind_prefix(word) or word) is not None


def behind_prefix(verb: str) -> str:
    """The irregular verb that ``verb`` adds a prefix to ("run" of "overrun"); "" where there is none."""
    if not verb.startswith(VERB_PREFIXES) or verb in REGULAR_VERBS:
        return ""
    return next((verb[len(p) :] for p in VERB_PREFIXES if verb.startswith(p) and verb[len(p) :] in PAST_AND_PARTICIPLE), "")


def _ends_in_consonant_y(word: str) -> bool:
    return word.endswith("y") and len(word) > 1 and word[-2] not in "aeiou"


def _hisses(word: str) -> bool:
    """True for "boss", "wish", "match", "march", as they are spelled."""
    if word.endswith("ch"):
        return word[-3:-2] not in ("", "r") or word[-3:-2] == "r" and word[-4:-3] in tuple("aeiou")
    return word.endswith(("s", "x", "z", "sh"))


def with_s(word: str) -> str:
    """``word`` with the ending -s of a plural or of the third person, regular spelling."""
    if _ends_in_consonant_y(word) or word.endswith("quy"):
        return word[:-1] + "ies"
    if word.endswith(_DOUBLED_Z):
        return word + "zes"
    if _hisses(word) and not word.endswith(_HARD_CH):
        return word + "es"
    return word + "s"


def with_ending(word: str, ending: str) -> str:
    """``word`` with an ending that starts with e (-ed, -er, -est), regular spelling."""
    if word.endswith("e"):
        return word + ending[1:]
    if _ends_in_consonant_y(word):
        return word[:-1] + "i" + ending
    return (word + word[-1] if doubles(word) else word) + ending
