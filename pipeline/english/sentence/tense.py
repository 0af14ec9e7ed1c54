"""Which tense the verb of a clause has: as the verbs and the times of its sentence tell it, or else as the text before does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.english.inflection.irregular import ALIKE_IN_PAST
from pipeline.english.sentence.people import names_person
from pipeline.english.sentence.tagger import STAND_INS, Token, finite, tag
from pipeline.english.vocabulary.governors import INDEFINITE, LETTING
from pipeline.english.vocabulary.times import USUALLY
from pipeline.english.vocabulary.words import guess

# "She read the book", "it cost a lot": behind who does it, a past.
UNCHANGED = ALIKE_IN_PAST | {"read", "cost"}
# A time that is over, as the words of a sentence tell it.
_OVER = re.compile(r"\b(?:ago|yesterday|in the past(?! (?:few|several|couple|\d|two|three|four|five|ten|year|month|week|decade|century))|(?:in|since|of|by) (?:1\d{3}|20[01]\d|202[0-5])|(?:1\d{3}|20[01]\d|202[0-5]) ?, when|on (?:the )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|\d+(?:st|nd|rd|th))|last (?:year|month|week|weekend|night|summer|monday|tuesday|wednesday|thursday|friday|saturday|sunday|autumn|winter|spring|quarter|january|february|march|april|may|june|july|august|"
                   r"september|october|november|december)|recently|earlier (?:this|today|in)|this morning|(?:day|week|month|year)s? earlier|the (?:day|night|week|month|year) before|the previous (?:day|night|week|month|year)|(?:january|february|march|april|may|june|july|august|september|october|november|december) (?:[1-9]|[12]\d|3[01]|1\d{3}|20[01]\d|202[0-5])(?!\d)|the next (?:morning|day|evening|night)|in the (?:bad|hungry|lean|hard|early|old|war) (?:days|years?|times)|"
                   r"in (?:early|late|morning|afternoon|midday|overnight) trad(?:e|ing)|at the (?:close|open)|in (?:\w+ )?statement (?:on|released)|"
                   r"on the (?:first|second|third|fourth|fifth|last|same) day|that (?:night|morning|evening|afternoon)|in the (?:first|second|\d+(?:st|nd|rd|th)) (?:minute|half)|at half-?time|in (?:stoppage|injury|extra) time)\b")  # fmt: skip
# "twice as many as four years ago": what is compared with is no time of the sentence.
_THAN_THEN = re.compile(r"\b(?:than|as|compared with|compared to)(?: (?:in|at))? (?:(?:[\w-]+ ){1,4}(?:ago|earlier|before)|last (?:year|month|week|quarter|spring|summer|autumn|winter)|the previous (?:year|month|week|quarter)|(?:1\d{3}|20[01]\d|202[0-5]))\b")
_MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
# What was so then.
_AT_FIRST = re.compile(r"\b(?:at first|back then|in those days|at th(?:e|at) time|the other day|in the beginning|as a child|in (?:my|his|her|their) (?:youth|childhood))(?: |$)")
# What went on for so long, where the sentence begins with it.
_FOR_LONG = re.compile(r"^for (?:a long time|many years|(?:\w+ )?(?:days|weeks|months|years|decades|centuries))\b")
# A time that in the middle of a text is over, unless it says that it is still to come.
_DATED = re.compile(rf"\b(?:in (?:early |mid-|late )?{_MONTH}(?! every)|in the (?:first|second|third|fourth) quarter)(?: |$)")
_TO_COME = frozenset("will would shall may might can could must should next coming every each upcoming if until due expected planned".split())
# What lasted so long was once: "... for a while".
_FOR_A_WHILE = re.compile(r"^for (?:a|some|several|quite a) (?:long |little |few )?(?:moments?|while|seconds?|time|minutes?)\b|^(?:overnight|all night|the whole night)\b")
_FOR_SO_LONG = re.compile(r"for (?!the )(?:(?!a\b)\w+ )?(?:more than \w+ |over \w+ |almost \w+ )?(?:days|weeks|months|years|decades|hours)\b")
# What could not be done was so at the time.
_COULD_NOT = re.compile(r"\bcould (?:do nothing|only|hardly|barely|no longer)\b|\b(?:he|she|i|they|we) (?:could not|couldn't)\b")
# So much of narration is told in the past where some of it is not.
_NEARLY_ALL = 0.85
# How much of the text before is asked where the sentence has no finite verb: a paragraph of narration.
_BEFORE = 420


# Of many, in the present: "Experts say".
_SAID_NOW = frozenset("say believe think know recommend advise warn suggest argue agree want need like prefer seem tend".split())
_YEAR = re.compile(r"(?:1\d{3}|20[01]\d|202[0-5])[.,;]?")
# What is told so happened once.
_AT_ONCE = frozenset("suddenly immediately eventually".split())


class Told(NamedTuple):
    """Whether it is over, None where nothing tells; ``mixed`` where what stands around tells of both, so that the verb itself decides; ``now`` where all of it tells of the present."""

    past: bool | None
    mixed: bool = False
    now: bool = False


def read_tense(text: str, left: Sequence[Token], right: Sequence[Token], following: str) -> Told:
    """Past where the nearest finite verbs of the sentence, or a time that is over, or else the text before are mostly past; None where none of them tells."""
    colon = next((n for n, t in enumerate(right[:18]) if t.text in (":", "：")), None)
    if colon is not None and not any(_tells_tense(t) for t in right[:colon]):
        # "The story tells of a strange case: in 1998 a boy disappeared".
        right = right[:colon]
    goes_on = any(link.lower == "and" and verb.tag in ("d", "p") for link, verb in pairwise(right[:4]))
    if not goes_on and (any(t.lower == "now" for t in left[:2]) or _is_today(left)):
        # Not so "Now she ... and jumped".
        return Told(False)
    before, behind = _same_speech(left[:25]), _same_speech(right[:18])
    behind = _of_its_time(before, behind)
    joined = _other_clause(behind)
    behind, beside = behind[:joined], behind[joined:]
    votes = _told_in_sentence(left, right, before, behind)
    near = (*reversed(left[:25]), *right[:18])
    said = " ".join(t.lower for t in near)
    if _OVER.search(_THAN_THEN.sub("", said) if any(word in said for word in ("than ", "as ", "compared ")) else said):
        votes += [True, True]
    if not votes and any(t.lower in ("today", "nowadays") for t in left[-2:]):
        # "Today it ...": what was so before it began says nothing.
        return Told(None)
    to_come = any(t.lower in _TO_COME and t.text != "May" for t in near)
    if right and right[0].lower == "that" and len(before) == 1 and before[0].lower in ("this", "that", "it", "which"):
        # "This ... that we were right".
        return Told(False)
    if right and right[0].lower == "that" and votes and all(votes) and len(votes) == sum(_tells_tense(t) for t in behind) and (before_it := _told_before(text)) and not any(before_it):
        # "The chairman denies it. He ... that nobody asked him".
        return Told(False)
    if not votes and not to_come and (_AT_FIRST.search(said) or _FOR_LONG.search(said)):
        return Told(True)
    if not votes and (other := [_says_past(t) for t in _unhelped(beside) if _tells_tense(t)]):
        # "Prices ... in April, but the traders are afraid": what was done in April is over all the same.
        if sum(other) * 2 == len(other):
            other += _told_before(text)
        own = [t.lower for t in (*reversed(left[:25]), *right[:joined])]
        dated = _TO_COME.isdisjoint(own) and _DATED.search(" ".join(own))
        return Told(sum(other) * 2 > len(other), bool(dated))
    if not votes and (told := _told_by_speaker(right)):
        return told
    if votes:
        return _decided(votes)
    return _told_by_text(left, right, text, following, said, to_come)


def _of_its_time(before: Sequence[Token], behind: Sequence[Token]) -> Sequence[Token]:
    """What stands behind, without the verbs that tell nothing of when the clause of the place was so."""
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
    return behind


def _decided(votes: Sequence[bool]) -> Told:
    return Told(sum(votes) * 2 > len(votes), 0 < sum(votes) < _NEARLY_ALL * len(votes))


def _told_in_sentence(left: Sequence[Token], right: Sequence[Token], before: Sequence[Token], behind: Sequence[Token]) -> list[bool]:
    """What the verbs of the sentence say that belong with its place."""
    votes = [_says_past(t) for t in (*_unhelped(reversed(before)), *_unhelped(behind)) if _tells_tense(t)]
    # "they dodge it, they thank the public": a bare verb behind its subject is of the present.
    votes += [False for n, (subject, verb) in enumerate(pairwise(behind)) if not (n and behind[n - 1].tag in ("O", "M")) and verb.tag == "v" and verb.text not in STAND_INS and subject.tag == "R" and subject.lower in ("they", "we", "you", "i")]
    if any(verb.tag == "v" and verb.lower in _SAID_NOW and subject.tag in ("N", "R") for subject, verb in pairwise(reversed(before))):
        votes += [False, False]
    if before and before[0].lower == "who" and not votes:
        # "A neighbour, who ... the crash, called the police", "those who ... the virus never felt ill".
        votes += [True for mark, verb in pairwise(behind) if mark.lower in (",", "never", "soon", "later", "once", "also") and verb.tag == "p" and "d" in guess(verb.lower)][:1]
    if [t.lower for t in before] == ["what"] and any(t.lower in _NOT_KNOWN for t in behind):
        # "What ... the fire is still unclear".
        votes += [True, True]
    if before and before[0].lower == "who" and _leads_to_modal(behind):
        # "Anyone who ... must pay": of nobody in particular.
        votes += [False, False]
    if len(right) > 2 and right[0].lower == "that" and any(t.lower in ("would", "could", "had") for t in right[1:7]):
        # "... that it would cut rates".
        votes += [True, True]
    # "Once the subsidies stop, users ...".
    votes += [False for _ in done_by_many(before)]
    if right and _YEAR.fullmatch(right[0].text):
        # "was founded in 2003".
        votes += [True, True]
    # "..., and it never let us down".
    votes += [True for n, (subject, verb) in enumerate(pairwise([t for t in behind if t.tag != "r"])) if n and subject.lower in ("he", "she", "it") and verb.lower in UNCHANGED and verb.tag == "v"]
    # "She ... and left": behind "and" a participle is no passive.
    votes += [True for link, verb in pairwise(right[:3]) if link.lower == "and" and verb.tag == "p"]
    if len(right) > 1 and right[0].tag in ("R", "D", "X"):
        # "The lawyer ... him a card and left without a word".
        votes += [True for link, verb, then in zip(right[:9], right[1:10], right[2:11], strict=False) if link.lower == "and" and verb.tag == "p" and "d" in guess(verb.lower) and then.tag in ("P", "D", "X", "R", "$", ".")]
    # "..., which cost the club its deposit".
    votes += [True for link, verb in pairwise(right[:12]) if link.lower == "which" and verb.lower in UNCHANGED and verb.tag == "v"]
    if left and (left[0].tag == "n" or left[0].lower in ("he", "she", "it")):
        # "He ... a red light and hit a bus".
        votes += [True for link, verb in pairwise(right[:12]) if link.lower == "and" and verb.lower in UNCHANGED and verb.tag in ("v", "d")]
    return votes


def _told_by_text(left: Sequence[Token], right: Sequence[Token], text: str, following: str, said: str, to_come: bool) -> Told:
    """By the text before and behind, where the sentence itself tells nothing."""
    votes, told_before = _told_around(text, following, sum(t.text in _QUOTES for t in right) % 2 == 1)
    if (not votes or votes == [False]) and _FOR_SO_LONG.match(" ".join(t.lower for t in right[:5])) and not to_come:
        # "They are not rich. They ... for six years".
        return Told(True, True)
    if len(votes) > 2 and not any(votes):
        return Told(False, now=True)
    if votes and not to_come and _DATED.search(said):
        return Told(True)
    if votes and not told_before:
        # What follows alone tells little of what is so, and nothing of what is so every day.
        if any(t.lower in USUALLY for t in left[-2:]):
            return Told(False)
        return Told(sum(votes) * 2 > len(votes), True)
    return _decided(votes) if votes else _told_by_itself(left, right)


def _told_by_itself(left: Sequence[Token], right: Sequence[Token]) -> Told:
    """By how a sentence that stands alone is built."""
    if any(t.lower in _AT_ONCE for t in (*left[:2], *right[:12])):
        return Told(True)
    if _FOR_A_WHILE.search(" ".join(t.lower for t in right[:6])):
        return Told(True)
    if _COULD_NOT.search(" ".join(t.lower for t in reversed(left[:25]))):
        return Told(True)
    if any(t.lower in ("could", "would") for t in right[:18]) and not any(t.lower == "if" for t in (*left[:25], *right[:18])):
        # "... before anyone could stop him", "... that he would stay".
        return Told(True)
    # "Then the phone ...", "After his second goal, the stadium ...": what is done at a time is over.
    return Told(None, bool(left) and (left[-1].lower == "then" or left[-1].lower == "after" and len(left) > 4 and left[-2].lower in ("his", "her", "their", "our", "my")))


def _other_clause(behind: Sequence[Token]) -> int:
    """Where a clause with a subject and a verb of its own begins, ", and the case is closed"; how many words there are where none does."""
    for n, (mark, link, subject) in enumerate(zip(behind, behind[1:], behind[2:], strict=False)):
        if mark.text == "," and link.lower in ("and", "but", "so", "yet") and (subject.tag in ("D", "X", "R", "N") or subject.lower in _ANYBODY or subject.tag == "n" and subject.text[:1].isupper()) and any(_tells_tense(t) for t in behind[n + 2 : n + 9]):
            return n
    return len(behind)


def _told_by_speaker(right: Sequence[Token]) -> Told | None:
    """ "... the bus," she recalls: what somebody remembers is over; what somebody admits may be."""
    closed = next((n for n, t in enumerate(right[:18]) if t.text in _QUOTES), None)
    if closed is None:
        return None
    said = {t.lower for t in right[closed + 1 : closed + 5]}
    return Told(True) if said & _REMEMBERING else Told(True, True) if said & _ADMITTING else None


def _leads_to_modal(behind: Sequence[Token]) -> bool:
    """ "... in the first five years will lose money": the verb of the sentence is one of what may be or must be."""
    verb = next((t for t in behind if t.tag in "zdBHMO" and t.tag), None)
    return verb is not None and verb.lower in ("will", "can", "may", "must", "should", "cannot")


def _is_generic(before: Sequence[Token]) -> bool:
    """ "A red lamp ...", "An empty field ...": any such thing, and nobody."""
    words = [t for t in before if t.tag != "r"]
    return 1 < len(words) < 5 and words[0].tag == "n" and words[-1].lower in ("a", "an") and all(t.tag in ("n", "j", "p", "g") for t in words[:-1]) and not names_person(words[0].lower) and words[0].lower not in _SPEAKERS


# What says something as somebody does.
_SPEAKERS = frozenset("report study survey statement article post message letter witness source person company firm bank poll email".split())


_ANYBODY = INDEFINITE | {"nobody", "everybody", "everyone"}
_NOT_KNOWN = frozenset("unclear unknown mystery disputed uncertain".split())
_REMEMBERING = frozenset("recalls recalled remembers remembered".split())
_ADMITTING = frozenset("admits admitted confesses confessed concedes conceded".split())
_NOWADAYS = frozenset("today nowadays currently now".split())


def _is_today(left: Sequence[Token]) -> bool:
    """ "Many laughed; today the city ...": the clause begins with it."""
    at = next((n for n, t in enumerate(left[:8]) if t.lower in _NOWADAYS), None)
    if at is None or any(finite(t) or t.tag == "v" for t in left[:at]):
        return False
    return at + 1 == len(left) or left[at + 1].text in (";", ":", ".") or left[at + 1].text == "," and left[at].lower in ("now", "today")


_TELLING = frozenset("says recalls explains adds admits notes remembers asks jokes insists argues believes thinks warns".split())


def _told_around(text: str, following: str, leaves_speech: bool) -> tuple[list[bool], bool]:
    """What the verbs of the text beside the sentence say, and whether any of them stands before it; ``leaves_speech`` where a quotation begins or ends in what is left of it."""
    votes = _told_before(text)
    before = bool(votes)
    if following and (not votes or 0.3 <= sum(votes) / len(votes) <= 0.6):
        # What stands before leaves it open; where nothing does, the present of what follows says nothing.
        told = _told_in(tag(following), leaves_speech) if " used to " not in following[:60] else [False]
        votes += told if votes or sum(told) * 2 > len(told) else []
    return votes, before


def _told_before(text: str) -> list[bool]:
    """What the verbs of the end of ``text`` say, which stands before the sentence."""
    return _told_in(tag(text[-_BEFORE:])[::-1])


def _told_in(tokens: Sequence[Token], inside: bool = False) -> list[bool]:
    """What the verbs of a stretch of narration say, from the place on; who says what is quoted there may say it now."""
    said = _same_speech(tokens, inside)
    return [_says_past(t) for t in _unhelped(reversed(said)) if _tells_tense(t) and t.lower not in _TELLING]


def done_by_many(left: Sequence[Token]) -> Iterable[Token]:
    """The bare verbs behind their subjects, but not "let her eyes wander"."""
    for position, (verb, subject) in enumerate(pairwise(left)):
        if verb.tag == "v" and verb.text not in STAND_INS and (subject.tag == "N" or subject.lower in ("they", "we", "you") or subject.lower == "i" and verb.lower not in _SAID_NOW) and not any(t.lower in LETTING for t in left[position + 2 : position + 5]):
            yield verb


def _same_speech(tokens: Sequence[Token], inside: bool = False) -> Sequence[Token]:
    """What is said by the same speaker: a quotation beside the fragment has a tense of its own."""
    if not any(token.text in _QUOTES for token in tokens):
        return () if inside else tokens
    said: list[Token] = []
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
