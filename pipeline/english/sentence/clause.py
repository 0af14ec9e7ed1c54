"""The clause around a fragment: has it a verb already, in which tense, and what does the verb say about number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from pipeline.english.inflection.irregular import ALIKE_IN_PAST
from pipeline.english.sentence.people import names_person
from pipeline.english.sentence.tagger import STAND_INS, Token, finite, tag
from pipeline.english.vocabulary.governors import INTRANSITIVE, LETTING, QUESTIONS
from pipeline.english.vocabulary.words import guess

_BREAKS = (",", ";", ":", "—", "–", "(", ")", ".", "!", "?", "，", "。", "；", "：", "、", "“", '"')
_SUBORDINATORS = QUESTIONS | frozenset("that while if because although though as whether since until unless whereas before after once and but or so than".split())
# Who is helped or made to do something does it; who is watched may do it or not.
_HELPED = ("help", "helps", "helped", "helping", "let", "lets", "letting", "make", "makes", "made", "making")
# "She read the book", "it cost a lot": behind who does it, a past.
_UNCHANGED = ALIKE_IN_PAST | {"read", "cost"}
_PLURAL_VERBS = ("are", "were", "have", "do")
SINGULAR_VERBS = ("is", "was", "has", "does")
# A time that is over, as the words of a sentence tell it.
_OVER = re.compile(r"\b(?:ago|yesterday|in the past(?! (?:few|several|couple|\d|two|three|four|five|ten|year|month|week|decade|century))|(?:in|since|of|by) (?:1\d{3}|20[01]\d|202[0-5])|(?:1\d{3}|20[01]\d|202[0-5]) ?, when|on (?:the )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|\d+(?:st|nd|rd|th))|last (?:year|month|week|weekend|night|summer|monday|tuesday|wednesday|thursday|friday|saturday|sunday|autumn|winter|spring|quarter|january|february|march|april|may|june|july|august|"
                   r"september|october|november|december)|recently|earlier (?:this|today|in)|this morning|(?:day|week|month|year)s? earlier|the (?:day|night|week|month|year) before|the previous (?:day|night|week|month|year)|(?:january|february|march|april|may|june|july|august|september|october|november|december) (?:[1-9]|[12]\d|3[01]|1\d{3}|20[01]\d|202[0-5])(?!\d)|the next (?:morning|day|evening|night)|in the (?:bad|hungry|lean|hard|early|old|war) (?:days|years?|times)|"
                   r"in (?:early|late|morning|afternoon|midday|overnight) trad(?:e|ing)|at the (?:close|open)|in (?:\w+ )?statement (?:on|released)|"
                   r"on the (?:first|second|third|fourth|fifth|last|same) day|that (?:night|morning|evening|afternoon)|in the (?:first|second|\d+(?:st|nd|rd|th)) (?:minute|half)|at half-?time|in (?:stoppage|injury|extra) time)\b")  # fmt: skip
# "twice as many as four years ago": what is compared with is no time of the sentence.
_THAN_THEN = re.compile(r"\b(?:than|as|compared with|compared to)(?: (?:in|at))? (?:(?:[\w-]+ ){1,4}(?:ago|earlier|before)|last (?:year|month|week|quarter|spring|summer|autumn|winter)|the previous (?:year|month|week|quarter)|(?:1\d{3}|20[01]\d|202[0-5]))\b")
# What lasted so long was once: "... for a while".
_FOR_A_WHILE = re.compile(r"^for (?:a|some|several|quite a) (?:long |little |few )?(?:moments?|while|seconds?|time|minutes?)\b|^(?:overnight|all night|the whole night)\b")
# What could not be done was so at the time.
_COULD_NOT = re.compile(r"\bcould (?:do nothing|only|hardly|barely|no longer)\b|\b(?:he|she|i|they|we) (?:could not|couldn't)\b")
_AS_A_RULE = frozenset("every always often usually never sometimes whenever when if will would can could may might must should".split())
# How much of the text before is asked where the sentence has no finite verb: a paragraph of narration.
_BEFORE = 420


@dataclass(frozen=True, slots=True)
class Clause:
    """What is known of the clause: a finite verb on either side, its tense, the number that its verb asks of the subject; ``untold`` where nothing at all says when."""

    verb_left: bool
    verb_right: bool
    tense: Literal["s3", "plain", "past"]
    agreement: bool | None
    helping: bool
    subject_plural: bool
    untold: bool = False


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
    past = _is_past(text, left, right, following)
    tense: Literal["s3", "plain", "past"] = "past" if past else "plain" if subject_plural else "s3"
    return Clause(
        verb_left=any(finite(t) for t in near) or any(t.tag == "v" and (before.tag in ("T", "M", "O") or before.tag == "R" and t.lower in _UNCHANGED) for t, before in pairwise(spare)) or _goes_on(near, left[len(near) :]) or any(_done_by_many(spare)),
        verb_right=any(finite(t) and not _is_reduced(t, after[i + 1 : i + 2]) or (t.tag == "v" and (i == 0 or after[i - 1].lower == "longer")) for i, t in enumerate(after)),
        tense=tense,
        agreement=_agreement(after if after else list(right[:20] if right and right[0].lower in ("that", "which", "who") else right[:3])),
        subject_plural=subject_plural,
        untold=past is None and not any(t.lower in _AS_A_RULE and t.text != "May" for t in (*left[:25], *right[:18])),
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


# Of many, in the present: "Experts say".
_SAID_NOW = frozenset("say believe think know recommend advise warn suggest argue agree want need like prefer seem tend".split())
_YEAR = re.compile(r"(?:1\d{3}|20[01]\d|202[0-5])[.,;]?")
# What is told so happened once.
_AT_ONCE = frozenset("suddenly immediately eventually".split())


def _is_past(text: str, left: Sequence[Token], right: Sequence[Token], following: str) -> bool | None:
    """Past where the nearest finite verbs of the sentence, or a time that is over, or else the text before are mostly past; None where none of them tells."""
    colon = next((n for n, t in enumerate(right[:18]) if t.text in (":", "：")), None)
    if colon is not None and not any(_tells_tense(t) for t in right[:colon]):
        # "The story tells of a strange case: in 1998 a boy disappeared".
        right = right[:colon]
    if left and left[0].lower == "now" or len(left) > 1 and left[1].lower == "now":
        return False
    if _is_today(left):
        return False
    before, behind = _same_speech(left[:25]), _same_speech(right[:18])
    if behind and behind[0].lower == "that" and _is_generic(before) and not any(t.lower in ("would", "could", "had") for t in behind[1:7]):
        # "A red lamp ... that the tank was not filled": what was so when it is shown.
        behind = ()
    at = next((n for n, t in enumerate(before[:6]) if t.tag not in ("D", "X", "R", "n", "N", "j")), 0)
    if at and (before[at].lower == "why" or before[at].lower in ("which", "whom", "where", "when") and before[at + 1 : at + 2] and before[at + 1].tag in ("P", "n")) and behind and behind[0].tag in ("z", "B", "r", "d"):
        # "The tree under which they ... still stands": the verb of the sentence tells nothing of what was.
        behind = [t for t in behind if t.tag == "d" or t.lower in ("was", "were")]
    if at and before[at].lower in ("that", "which") and before[at + 1 : at + 2] and before[at + 1].tag in ("n", "N") and behind and behind[0].lower in ("has", "have") and any(t.tag == "p" for t in behind[:3]):
        # "The bridge that the flood ... has been rebuilt".
        behind = [behind[0]._replace(tag="d", lower="had"), *behind[1:]]
    if before and before[0].lower in ("who", "that", "which") and any(t.tag == "p" for t in behind):
        # "The teacher who ... me to write has retired": of what went before nothing is told.
        behind = [t._replace(tag="d", lower="had") if before[0].lower == "who" and t.lower in ("has", "have") else t for t in behind if before[0].lower == "who" or t.lower not in ("has", "have")]
    votes = [_says_past(t) for t in (*_unhelped(reversed(before)), *_unhelped(behind)) if _tells_tense(t)]
    # "they dodge it, they thank the public": a bare verb behind its subject is of the present.
    votes += [False for n, (subject, verb) in enumerate(pairwise(behind)) if not (n and behind[n - 1].tag in ("O", "M")) and verb.tag == "v" and verb.text not in STAND_INS and subject.tag == "R" and subject.lower in ("they", "we", "you", "i")]
    if any(verb.tag == "v" and verb.lower in _SAID_NOW and subject.tag in ("N", "R") for subject, verb in pairwise(reversed(before))):
        votes += [False, False]
    if len(right) > 2 and right[0].lower == "that" and any(t.lower in ("would", "could", "had") for t in right[1:7]):
        # "... that it would cut rates".
        votes += [True, True]
    # "Once the subsidies stop, users ...".
    votes += [False for _ in _done_by_many(before)]
    if right and _YEAR.fullmatch(right[0].text):
        # "was founded in 2003".
        votes += [True, True]
    # "She ... and left": behind "and" a participle is no passive.
    votes += [True for link, verb in pairwise(right[:3]) if link.lower == "and" and verb.tag == "p"]
    if left and (left[0].tag == "n" or left[0].lower in ("he", "she", "it")):
        # "He ... a red light and hit a bus".
        votes += [True for link, verb in pairwise(right[:12]) if link.lower == "and" and verb.lower in _UNCHANGED and verb.tag in ("v", "d")]
    said = " ".join(t.lower for t in (*reversed(left[:25]), *right[:18]))
    if _OVER.search(_THAN_THEN.sub("", said) if any(word in said for word in ("than ", "as ", "compared ")) else said):
        votes += [True, True]
    if not votes and any(t.lower in ("today", "nowadays") for t in left[-2:]):
        # "Today it ...": what was so before it began says nothing.
        return None
    if not votes:
        votes = _told_in(text[-_BEFORE:])
        if following and (not votes or 0.3 <= sum(votes) / len(votes) <= 0.6):
            # What stands before leaves it open; where nothing does, the present of what follows says nothing.
            told = _told_in(following)
            votes += told if votes or sum(told) * 2 > len(told) else []
    if not votes and any(t.lower in _AT_ONCE for t in (*left[:2], *right[:12])):
        return True
    if not votes and _FOR_A_WHILE.search(" ".join(t.lower for t in right[:6])):
        return True
    if not votes and _COULD_NOT.search(" ".join(t.lower for t in reversed(left[:25]))):
        return True
    if not votes and any(t.lower in ("could", "would") for t in right[:18]) and not any(t.lower == "if" for t in (*left[:25], *right[:18])):
        # "... before anyone could stop him", "... that he would stay".
        return True
    return sum(votes) * 2 > len(votes) if votes else None


def _is_generic(before: Sequence[Token]) -> bool:
    """ "A red lamp ...", "An empty field ...": any such thing, and nobody."""
    words = [t for t in before if t.tag != "r"]
    return 1 < len(words) < 5 and words[0].tag == "n" and words[-1].lower in ("a", "an") and all(t.tag in ("n", "j", "p", "g") for t in words[:-1]) and not names_person(words[0].lower) and words[0].lower not in _SPEAKERS


# What says something as somebody does.
_SPEAKERS = frozenset("report study survey statement article post message letter witness source person company firm bank poll email".split())



_NOWADAYS = frozenset("today nowadays currently now".split())


def _is_today(left: Sequence[Token]) -> bool:
    """ "Many laughed; today the city ...": the clause begins with it."""
    at = next((n for n, t in enumerate(left[:8]) if t.lower in _NOWADAYS), None)
    if at is None or any(finite(t) or t.tag == "v" for t in left[:at]):
        return False
    return at + 1 == len(left) or left[at + 1].text in (";", ":", ".") or left[at + 1].text == "," and left[at].lower in ("now", "today")


_TELLING = frozenset("says recalls explains adds admits notes remembers asks jokes insists argues believes thinks warns".split())


def _told_in(text: str) -> list[bool]:
    """What the verbs of a stretch of narration say; who says what is quoted there may say it now."""
    return [_says_past(t) for t in _unhelped(reversed(_same_speech(tag(text)[::-1]))) if _tells_tense(t) and t.lower not in _TELLING]


def _done_by_many(left: Sequence[Token]) -> Iterable[Token]:
    """The bare verbs behind their subjects, but not "let her eyes wander"."""
    for position, (verb, subject) in enumerate(pairwise(left)):
        if verb.tag == "v" and verb.text not in STAND_INS and (subject.tag == "N" or subject.lower in ("they", "we", "you") or subject.lower == "i" and verb.lower not in _SAID_NOW) and not any(t.lower in LETTING for t in left[position + 2 : position + 5]):
            yield verb


def _same_speech(tokens: Sequence[Token]) -> Sequence[Token]:
    """What is said by the same speaker: a quotation beside the fragment has a tense of its own."""
    if not any(token.text in _QUOTES for token in tokens):
        return tokens
    said: list[Token] = []
    inside = False
    for token in tokens:
        if token.text in _QUOTES:
            inside = not inside
        elif not inside:
            said.append(token)
    return said


def _unhelped(tokens: Iterable[Token]) -> Iterable[Token]:
    """The words in their order without the "do" of "could do", the "have" of "to have": only their helper is finite."""
    helped = False
    for token in tokens:
        if not (helped and token.lower in ("do", "have")):
            yield token
        helped = token.tag in ("M", "T") or helped and token.tag == "r"


_QUOTES = frozenset('"“”')
_WERE = frozenset("was were had did".split())
_TENSED = _WERE | frozenset("is are has have does do".split())


def _says_past(token: Token) -> bool:
    return token.tag == "d" or token.lower in _WERE


def _tells_tense(token: Token) -> bool:
    # A stand-in is tagged as some finite verb: of its tense nothing is known.
    return token.tag in "zd" and token.text not in STAND_INS or token.lower in _TENSED


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
        if token.tag == "v" and (position == 0 or after[0].tag == "P" and position > 1 and after[position - 1].tag in ("n", "N", "r")):
            # "they share", "the ... behind the street still belong to it".
            return True
        if token.tag in ("M", "d", "T", "D") and position == 0 or re.fullmatch(r"\W", token.text):
            return None
    return None
