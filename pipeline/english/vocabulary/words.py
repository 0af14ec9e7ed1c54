"""What an English word form can be, how frequent it is, and whether it can be counted."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from pipeline.english.vocabulary.function_words import FUNCTION_WORDS
from pipeline.english.vocabulary.mass_nouns import COUNT_NOUNS, MASS_NOUNS
from pipeline.once import once

_NUMBER = re.compile(r"[$€£¥]?\d[\d.,:/–-]*(?:%|s|st|nd|rd|th|k|m|bn)?", re.IGNORECASE)
_PARTICIPLES = {
    "driven", "led", "based", "oriented", "related", "free", "wide", "specific", "ready", "friendly", "like", "rich", "poor", "heavy",
    "intensive", "facing", "made", "owned", "run", "born", "bound", "proof", "worthy", "long", "old", "only", "known", "grown", "built",
}  # fmt: skip
_PARTICLES = {"up", "down", "in", "out", "off", "on", "over", "through", "back"}
_VERB_PREFIXES = {"re", "co", "pre", "over", "out", "under", "fast", "mis"}
_SUFFIXES = (
    ("ousness ness tion sion ment ship hood ism ology graphy ance ence ist ician eer cy dom", "n"),
    ("ity ety", "n"),
    ("tions sions ments ships isms ists eers cies ities nesses ers ors ians", "N"),
    ("ization isation", "n"),
    ("ized ised ified ated", "dpj"),
    ("izing ising ifying ating", "gn"),
    ("ize ise ify", "v"),
    ("izes ises ifies", "z"),
    ("ably ibly ically ously ively ingly ly", "r"),
    ("ous ful less able ible ive ic ical ial al ary ish esque ian ese ier iest", "j"),
    ("wards wise", "r"),
    ("ing", "gn"),
    ("ed", "dpj"),
    ("er or", "n"),
    ("ss us is", "n"),
    ("s", "Nz"),
)
# The ending that is listed first counts.
_ENDINGS = {ending: (place, tags) for place, (endings, tags) in reversed([*enumerate(_SUFFIXES)]) for ending in endings.split()}
_LENGTHS = sorted(set(map(len, _ENDINGS)))
_ENDINGS_MASS = ("ness", "ware", "ization", "isation", "culture", "ology", "ics", "ism")


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    # Rows stay unsplit until one is asked for: splitting all of them would cost most of the start-up.
    text = (files("pipeline") / "data" / "english" / "words.tsv").read_text(encoding="utf-8")
    lines = text.split("\n")
    return {line[: line.index("\t")]: line for line in lines if line}


@once(1 << 14)
def _row(form: str) -> tuple[str, float, str]:
    line = _table().get(form)
    if line is None:
        return "", 0.0, ""
    word, tags, frequency, lemma = line.split("\t")
    return tags, float(frequency), lemma or word


@once(1 << 14)
def tags(form: str) -> str:
    """What ``form`` can be, one letter each, likeliest first; "" where it is not known. Capitals make no difference.

    n noun, N plural noun, v verb, z third person, d past, p past participle, g -ing, j adjective, r adverb, D determiner,
    P preposition, C coordinator, S subordinator, W relative pronoun, M modal, B be, H have, O do, R pronoun, X possessive
    determiner, T "to", # numeral, I interjection.
    """
    lower = form.lower().replace("’", "'")
    return FUNCTION_WORDS.get(lower) or _row(lower)[0]


@once(1 << 14)
def guess(form: str) -> str:
    """As ``tags``, and for an unknown form what its shape suggests; never empty for a form that is not empty."""
    known = tags(form)
    if known or not form:
        return known
    if _NUMBER.fullmatch(form):
        return "#"
    if "-" in form.strip("-"):
        return _guess_compound(form.strip("-").lower())
    return _guess_shape(form)


def _guess_compound(form: str) -> str:
    first, last = form.split("-", 1)[0], form.rsplit("-", 1)[1]
    if last in _PARTICIPLES:
        return "j"
    if last in _PARTICLES:
        return "nj" if known_verb(first) else "j"
    own = guess(last) if last else "n"
    if first in _VERB_PREFIXES:
        return own
    if own[0] in "dp":
        return "j"
    if first[:1].isdigit() or tags(first)[:1] in ("#", "P", "j"):
        return own if own[0] in "Ngr" else "jn"
    bare = "".join(letter for letter in own if letter in "nNgjr")
    return bare or "jn"


def _guess_shape(form: str) -> str:
    if form.isupper():
        return "n"
    if len(form) > 2 and form[:-1].isupper() and form.endswith("s"):
        return "N"
    if form[:1].isupper():
        return "N" if form.endswith("s") and tags(form[:-1])[:1] == "n" else "n"
    found = [_ENDINGS[form[-length:]] for length in _LENGTHS if form[-length:] in _ENDINGS and len(form) > length + 2]
    return min(found)[1] if found else "n"


def zipf(form: str) -> float:
    """How frequent ``form`` is: log10 of its count in a billion words, one decimal; 0.0 where it is not known."""
    return _row(form.lower())[1]


def lemma(form: str) -> str:
    """The dictionary form of the likeliest reading of ``form``; "" where it is not known."""
    return _row(form.lower())[2]


def known_verb(form: str) -> bool:
    """True where ``form`` can be a bare infinitive."""
    return form.lower() in ("be", "have", "do") or "v" in tags(form)


@once(1 << 14)
def countable(noun: str) -> bool | None:
    """Whether ``noun`` takes "a" and a plural; False for mass nouns, None where it is not known. Looks at the head only."""
    lower = noun.lower()
    for head in (lower, lower.rpartition(" ")[2].rpartition("-")[2]):
        if head in MASS_NOUNS:
            return False
        if head in COUNT_NOUNS or "N" in tags(head)[:1]:
            return True
    if head.endswith(_ENDINGS_MASS):
        return False
    return True if _has_plural(head) else None


def _has_plural(noun: str) -> bool:
    plural = noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in tuple("aeiou") else noun + "s"
    return "n" in tags(noun) and "N" in tags(plural) and zipf(plural) >= max(2.0, zipf(noun) - 1.3)
