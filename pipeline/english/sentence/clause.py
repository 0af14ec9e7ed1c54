"""The clause around a fragment: has it a verb already, in which tense, and what does the verb say about number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from pipeline.english.sentence.tagger import STAND_INS, Token, finite
from pipeline.english.sentence.tense import UNCHANGED, done_by_many, read_tense
from pipeline.english.vocabulary.governors import INTRANSITIVE, QUESTIONS
from pipeline.english.vocabulary.words import guess

_BREAKS = (",", ";", ":", "—", "–", "(", ")", ".", "!", "?", "，", "。", "；", "：", "、", "“", '"')
_SUBORDINATORS = QUESTIONS | frozenset("that while if because although though as whether since until unless whereas before after once and but or so than".split())
# Who is helped or made to do something does it; who is watched may do it or not.
_HELPED = ("help", "helps", "helped", "helping", "let", "lets", "letting", "make", "makes", "made", "making")
_PLURAL_VERBS = ("are", "were", "have", "do")
SINGULAR_VERBS = ("is", "was", "has", "does")
_AS_A_RULE = frozenset("every always often usually never sometimes whenever when if will would can could may might must should".split())


@dataclass(frozen=True, slots=True)
class Clause:
    """What is known of the clause: a finite verb on either side, its tense, the number that its verb asks of the subject; ``untold`` where nothing at all says when, ``mixed`` where what stands around says both."""

    verb_left: bool
    verb_right: bool
    tense: Literal["s3", "plain", "past"]
    agreement: bool | None
    helping: bool
    subject_plural: bool
    untold: bool = False
    mixed: bool = False
    now: bool = False


def read_clause(text: str, left: Sequence[Token], right: Sequence[Token], following: str = "") -> Clause:
    """The clause between the words on the left (nearest first) and on the right; ``text`` is all that stands before, ``following`` what stands behind its sentence."""
    near = list(_within(_without_asides(left, ")", "(")))
    after = list(_within(_without_asides(right, "(", ")")))
    # "and then ...", "who still ...": an adverb is no subject.
    subject_plural = _subject_is_plural(near) or _is_one_of_two(near, left[len(near) :]) or all(t.tag == "r" for t in near) and _subject_before_is_plural(left[len(near) :]) or not near and _subject_is_plural(list(_waiting(left)))
    if len(left) > 2 and left[-1].lower in ("those", "people") and left[-2].lower == "who" and not any(t.text == "," for t in left):
        # "Those who sleep badly ...".
        subject_plural = True
    if any(finite(t) or t.tag == "v" for t in near) and (told := left[len(near) : len(near) + 2]) and told[0].lower in ("that", "which", "who") and told[-1].tag in ("n", "N"):
        # "Customers who buy online ...": of whom the clause tells more.
        subject_plural = _subject_is_plural(list(_within(left[len(near) + 1 :])))
    if subject_plural and len(left) > 3 and left[-1].lower in ("what", "whether", "how", "why") and not any(t.text in _BREAKS for t in left) and any(finite(t) for t in left[1:-1]) and not any(t.tag in ("S", "W", "C") for t in left[:-1]):
        # "What worries them most ...": one thing.
        subject_plural = False
    # "will only appear", "still change hands": without the adverbs.
    spare = [t for t in near if t.tag != "r" and t.lower != "only"]
    past, mixed, now = read_tense(text, left, right, following)
    tense: Literal["s3", "plain", "past"] = "past" if past else "plain" if subject_plural else "s3"
    return Clause(
        verb_left=any(finite(t) for t in near) or any(t.tag == "v" and (before.tag in ("T", "M", "O") or before.tag == "R" and t.lower in UNCHANGED) for t, before in pairwise(spare)) or _goes_on(near, left[len(near) :]) or any(done_by_many(spare)),
        verb_right=any(finite(t) and not _is_reduced(t, after[i + 1 : i + 2]) or (t.tag == "v" and (i == 0 or after[i - 1].lower == "longer")) for i, t in enumerate(after)),
        tense=tense,
        agreement=_agreement(after if after else list(right[:20] if right and right[0].lower in ("that", "which", "who") else right[:3])),
        subject_plural=subject_plural,
        untold=past is None and not any(t.lower in _AS_A_RULE and t.text != "May" for t in (*left[:25], *right[:18])),
        mixed=mixed,
        now=now,
        helping=_is_helping(near),
    )


def _is_helping(near: Sequence[Token]) -> bool:
    """ "help local firms ...": whom somebody helps is there, and no "to" behind them."""
    at = next((n for n, t in enumerate(near[1:5], 1) if t.lower in _HELPED), 0)
    # "to make smaller packs ..." makes nobody do anything.
    return at > 0 and not any(t.tag == "T" for t in near[: at if near[at].lower.startswith(("help", "let")) else 4])


def _goes_on(near: Sequence[Token], left: Sequence[Token]) -> bool:
    """ "must sign the form and submit detailed plans ...": a bare verb that shares the helper of the one before."""
    if near and any(t.lower == "please" for t in (near[-1], *left[:1])) and any(t.tag == "v" for t in near[-2:]):
        return True
    if not near or near[-1].tag != "v" or not left or left[0].lower not in ("and", "or", "but", ","):
        return False
    for token in left[1:14]:
        if token.tag in ("T", "M", "O"):
            return True
        if token.tag in tuple("zdBHSW") or token.text in (".", ";", ":"):
            return False
    return False


def _is_reduced(token: Token, after: Sequence[Token]) -> bool:
    """ "the limits defined in the file": a participle with its preposition, that looks like a past."""
    return token.tag == "d" and "p" in guess(token.lower) and token.lower.endswith("ed") and bool(after) and (after[0].lower in ("in", "by") or after[0].tag == "P" and token.lower not in INTRANSITIVE)


def _without_asides(tokens: Sequence[Token], opening: str, closing: str) -> Iterable[Token]:
    """The words without what stands between brackets: "when the bridge (built in 1920) appears"."""
    if not any(t.text == closing for t in tokens):
        return tokens
    kept: list[Token] = []
    inside = False
    for position, token in enumerate(tokens):
        if token.text == opening and any(t.text == closing for t in tokens[position:]):
            inside = True
        elif token.text == closing and inside:
            inside = False
        elif not inside:
            kept.append(token)
    return kept


def _within(tokens: Iterable[Token]) -> Iterable[Token]:
    for token in tokens:
        if token.text in _BREAKS or token.lower in _SUBORDINATORS:
            return
        yield token


_DOING = frozenset("eating drinking playing reading watching buying selling taking making using smoking losing keeping giving doing having getting holding wearing doing raising cutting building paying chewing skipping lifting driving sharing spending".split())


def _subject_is_plural(near: Sequence[Token]) -> bool:
    """By the head noun: the word right before, or what stands before its first preposition."""
    words = [t for t in near if t.tag != "r"]
    if not words:
        return False
    if words[0].lower in ("them", "us", "you") and len(words) > 2 and words[1].lower == "of":
        # "both of them", "some of us".
        return words[2].lower in ("both", "all", "many", "most", "some", "few", "several") or words[2].tag == "#" and words[2].lower != "one"
    if words[0].tag in ("R", "D"):
        return words[0].lower in ("they", "we", "you", "i", "these", "those", "all", "many", "some", "few", "most", "several", "both", "others")
    if len(words) > 1 and words[-1].tag == "g" and (words[-1].lower in _DOING or words[-2].tag in ("D", "X")):
        # "eating sweets ...", "closing the shops ...": it is the doing that the verb is told of.
        return False
    if any(t.lower == "of" and before.lower in ("one", "each", "either", "neither") for t, before in pairwise(words)):
        # "One of the reasons ...".
        return False
    head = words[0]
    for position, token in enumerate(words[:8]):
        if token.tag == "P" and position + 1 < len(words) and words[position + 1].tag in "nNR":
            head = words[position + 1]
    if any(t.text == "and" for t in words[1:4]):
        return True
    return head.tag == "N" or head.lower in ("people", "police", "they", "we") or head.tag == "#" and len(words) == 1 and head.text.isalpha() and head.lower not in ("one", "first", "last")


def _waiting(left: Sequence[Token]) -> Sequence[Token]:
    """ "Their customers, the car companies, ...": the subject that an aside between commas parts from its verb, nothing where none does."""
    if not left or left[0].text != ",":
        return ()
    at = next((n for n, t in enumerate(left[1:14], 1) if t.text == ","), 0)
    subject = list(_within(left[at + 1 :])) if at > 1 else []
    aside = left[1:at] if at else ()
    if not subject or any(finite(t) for t in subject) or any(t.text in _BREAKS for t in aside) or not (aside[-1].tag in ("D", "X", "W", "P", "p", "r") or aside[-1].text in STAND_INS):
        return ()
    return subject if subject[-1].tag not in ("P", "S", "r", "g", "p", "C") else ()


def _is_one_of_two(near: Sequence[Token], left: Sequence[Token]) -> bool:
    """ "he and his wife ...", "Japan and Korea together ...", "On this point the old books and modern research ...": two subjects, and no verb before them."""
    near = [t for t in near if t.tag != "r"]
    if not near or near[0].tag not in ("n", "N") or not left or left[0].lower != "and" or len(left) < 2 or left[1].tag not in ("n", "N", "R"):
        return False
    if any(t.tag in ("P", "T", "v") or finite(t) for t in near):
        return False
    other = list(_within(left[1:]))
    size = next((n for n, t in enumerate(other) if t.tag not in ("n", "N", "j", "R", "#")), len(other))
    size += size < len(other) and other[size].tag in ("D", "X")
    return not (size < len(other) and other[size].tag in ("P", "T")) and not any(finite(t) or t.tag == "v" for t in other)


def _subject_before_is_plural(left: Sequence[Token]) -> bool:
    """Where a conjunction or a relative pronoun stands right before: by the subject of the clause before it."""
    if left and left[0].lower == "that" and left[1:2] and (left[1].tag == "N" or left[1].lower in ("those", "ones")):
        return True
    if not left or left[0].lower not in ("and", "or", "but", "who", "which"):
        return False
    if left[0].lower in ("who", "which"):
        return any(t.lower in ("those", "people", "all", "many") for t in left[1:2]) or _subject_is_plural(list(_within(left[1:])))
    return _first_subject_is_plural(left[1:25])


def _first_subject_is_plural(left: Sequence[Token]) -> bool:
    """Of "analysts are optimistic and ...": by the verb that the conjunction joins another to, or else by what stands before it."""
    for position, token in enumerate(left):
        if token.lower in _PLURAL_VERBS or token.tag == "v" and position + 1 < len(left) and left[position + 1].tag in ("N", "R"):
            return True
        if token.lower in SINGULAR_VERBS or token.tag == "z":
            return False
        if token.tag in ("d", "M", "H"):
            return _subject_is_plural(list(_within(left[position + 1 :])))
    return False


def _behind_relative(after: Sequence[Token]) -> Sequence[Token]:
    """What follows the first verb of "that had been hidden for years are ...": the verb of the sentence; what tells the number at once stays."""
    if after[1].lower in (*_PLURAL_VERBS, *SINGULAR_VERBS) or after[1].tag in ("z", "v"):
        return after[1:]
    first = next((n for n, t in enumerate(after[1:8], 1) if finite(t) or t.tag == "v"), None)
    if first is None:
        return after
    for n in range(first + 1, min(len(after), first + 12)):
        if after[n].text in _BREAKS or after[n].lower in _SUBORDINATORS:
            return after
        if after[n].lower in (*_PLURAL_VERBS, *SINGULAR_VERBS) and after[n - 1].tag != "M" or after[n].tag == "z":
            return after[n:]
    return after


def _agreement(after: Sequence[Token]) -> bool | None:
    """True where the next finite verb asks for a plural subject, False for a singular one, None where it does not tell."""
    if len(after) > 2 and after[0].text == "," and after[1].lower in ("which", "who") and (after[2].lower.removesuffix("n't") in (*_PLURAL_VERBS, *SINGULAR_VERBS) or after[2].tag == "z"):
        # "..., which don't bear these costs".
        return True if after[2].lower.removesuffix("n't") in _PLURAL_VERBS else None
    if len(after) > 2 and after[0].lower in ("that", "which", "who"):
        after = _behind_relative(after)
    for position, token in enumerate(after[:12]):
        if token.lower in _PLURAL_VERBS:
            return True
        if token.lower in SINGULAR_VERBS or token.tag == "z":
            return False
        if token.tag == "v" and (position == 0 or position == 1 and after[0].tag == "r" or after[0].tag == "P" and position > 1 and after[position - 1].tag in ("n", "N", "r")):
            # "they share", "they now share", "the ... behind the street still belong to it".
            return True
        if token.tag in ("M", "d", "T", "D") and position == 0 or re.fullmatch(r"\W", token.text):
            return None
    return None
