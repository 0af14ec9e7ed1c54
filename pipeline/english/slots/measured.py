"""A measured quantity before its noun: "a three-year plan", "three years' experience", "20 metric tons of coal"."""

from __future__ import annotations

import re

from pipeline.english.inflection import forms
from pipeline.english.sentence.tagger import tag
from pipeline.english.slots.slot import Slot
from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.transitivity import is_intransitive

# With these a quantity says how long or how much: "the past three years sales doubled", "a full three hours".
_OF_TIME = frozenset(
    "past last next first second third recent previous following coming final another every each these those all some about nearly almost over under within in for after since during than least most"
    " full whole entire mere further additional extra total good early late more around roughly to of by from".split()
)
# What lasts as long as the quantity says: "a week's notice".
_LASTING = frozenset(
    "experience notice leave work imprisonment detention jail pay wages salary rent time service training practice rest sleep delay study research savings absence hard".split()
)
# What so much of something is: "ten years of history", "20 megawatts of capacity".
_MUCH = frozenset("history growth data life war peace waiting negotiation negotiations effort efforts hardship development construction drought decline losses capacity power storage memory output land farmland".split())
# How far something is: "a ten-minute walk".
_TRIPS = frozenset("walk drive ride flight trip journey wait break pause delay stay hike climb run commute meeting stop".split())
_BEING = frozenset("is was be been being are were".split())
_AGED = re.compile(r"\b(?:under|over|below|above|at|by|turn(?:s|ed|ing)?|aged?|until|till|before|after|since|from|of|reach(?:es|ed)?)\s*$", re.IGNORECASE)
# "whose average age lies ...", "at the age of": nobody is so many years old there.
_AGES = re.compile(r"\bages?\b[^.,;:]{0,40}\b(?:is|was|be|are|were|lies|lay|stands|stood|reach\w*|limit)(?: now| already| currently)?\s*$|\b(?:lies|lay|between)\s*$", re.IGNORECASE)
_WEIGHED = frozenset(("gram", "kilogram", "metric ton", "liter", "milliliter", "jin", "cubic meter"))
DURATIONS = frozenset(("month", "hour", "minute", "second", "day", "week", "year", "quarter", "working day"))
_PLAIN = re.compile(r"[\w.,]+")
_LAST_WORD = re.compile(r"([A-Za-z]+)\W*$")


# "a four-month high": a level rather than a height.
_SO_OLD = re.compile(r" (?:old|long|wide|high|deep|tall|thick|late) [a-z]{3,}\b")
_RECORD = re.compile(r" (?:high|low)(?: (?:against|since|of|on|in|at|for|as|amid|after|ahead)\b|[.,;]|$)")


def before_noun(text: str, one: str, many: str, slot: Slot, left: str, right: str) -> tuple[str, ...]:
    """``text``, a number with its unit, as it stands between ``left`` and ``right``: best first; nothing where it stands best as it is.

    ``one`` and ``many`` are the unit. A unit that is a symbol (kWh, Hz) changes nothing.
    """
    number = text.removesuffix(f" {many}").removesuffix(f" {one}")
    if one == "times":
        return _so_much_more(number, left)
    if one == "year old" and number != text and (_AGED.search(left) or _AGES.search(left)):
        return (number,)
    if number != text and _PLAIN.fullmatch(number) and _SO_OLD.match(right) and left.endswith((" a ", "A ", " the ", "The ", " its ")):
        # "a ... old house".
        return (f"{number}-{one}",)
    if number == text or not _PLAIN.fullmatch(number) or any(c.isupper() for c in one) or right[:1] != " " or tells_size(right) and not (_RECORD.match(right) and left.endswith((" a ", " the ", " its "))):
        return ()
    last = _LAST_WORD.search(left)
    noun = next(iter(tag(right[:60])), None)
    if noun is not None and noun.lower in _TRIPS and not slot.determined and last and last[1].lower() in _BEING:
        return (f"{forms.article(number)} {number}-{one}",)
    lasting = one in DURATIONS and noun is not None and noun.lower in _LASTING
    if noun is None or noun.tag not in ("n", "N", "j", "g") and not lasting or max(slot.want("attr"), slot.want("adj")) < 0.9 and not lasting and not (one in _WEIGHED and noun.tag == "N") and noun.lower not in _MUCH or last and last[1].lower() in _OF_TIME and (slot.determined or noun.lower not in _LASTING | _MUCH):
        return ()
    compound, whole = f"{number}-{one.replace(' ', '-')}", f"{text} of"
    if one in _WEIGHED and (words.countable(noun.lower) is False or noun.tag == "N"):
        return (whole,)
    if slot.determined:
        return (compound,)
    if noun.lower in _MUCH:
        return (whole,)
    if lasting:
        return f"{text}'" if text.endswith("s") else f"{text}'s", whole
    if words.countable(noun.lower) is False and one in DURATIONS:
        return (whole,)
    then = next(iter(tag(right[:60])[1:]), None)
    return (compound,) if noun.tag == "N" and not (last and last[1].lower() in _OF_TIME) and not (then and then.tag in ("z", "d", "B", "H", "M")) else ()


_GROWN = re.compile(r"\b(?:by|up|rose|rises?|risen|rising|grew|grows?|grown|growing|increas(?:e[sd]?|ing)|jump(?:s|ed|ing)?|climb(?:s|ed|ing)?|surg(?:e[sd]?|ing)|soar(?:s|ed|ing)?|expand(?:s|ed|ing)?)(?: by)?(?: nearly| almost| about| around| roughly| more than| over| at least| some)?\s*$", re.IGNORECASE)
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def _so_much_more(number: str, left: str) -> tuple[str, ...]:
    """ "grew by ...": what is added is 100 or 200 percent; else one time is "double"."""
    lead, _, count = number.replace("twice", "two").rpartition(" ")
    if count not in _COUNTS:
        return ()
    percent = f"{lead} {_COUNTS.index(count) + 1}00%".strip()
    if _GROWN.search(left):
        return (percent,)
    return (f"{lead} double".strip(), percent) if count == "one" else ()


_QUALIFIER = re.compile(r"(?:more than|less than|fewer than|well over|over|about|around|nearly|almost|at least|at most|up to|as much as|as many as|only|within) (?=\S)")
_QUALIFIED = re.compile(
    r"\b(?:more than|less than|fewer than|well over|over|about|around|some|roughly|approximately|nearly|almost|at least|at most|up to|as much as|as many as|within|under|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|top(?:s|ped|ping)?)\s*$",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\b(?:in|within)\s*$", re.IGNORECASE)
_LEADING = re.compile(r"\b(?:in|over|during|for|within|from|of|through|throughout|than)\s*$", re.IGNORECASE)


def without_repeated(text: str, left: str) -> str:
    """``text`` without what the English before it says already: "about" of "about more than 100", "within" of "in within a week", "over" of "in over the past year"."""
    if _QUALIFIED.search(left):
        return _QUALIFIER.sub("", text, count=1) if _QUALIFIER.match(text) else text
    if left.lower().endswith("just "):
        text = text.removeprefix("just ")
    if left.endswith((" age of ", " aged ")):
        text = text.removeprefix("the age of ")
    if _WITHIN.search(left):
        # "in ten days": it says "later" already.
        text = text.removeprefix("within ").removesuffix(" later")
    return re.sub(r"^(?:over|for) (?=the|\w+ \w+ in a row|(?:more than )?(?:\w+|more than \w+) (?:year|month|week|day|centurie)s?\b)", "", text) if _LEADING.search(left) else text


# "two to three ... more drivers".
_MORE = re.compile(r"^ (?:more|other|further|additional|new|such) ")


def counted_follows(right: str) -> bool:
    """True where a plural noun follows: "cows", "suspects fled"."""
    right = _MORE.sub(" ", right)
    found = list(tag(right[:60]))[:2]
    if not found or right[:1] != " " or not found[0].lower.endswith("s") or words.countable(forms.singular(found[0].lower)) is False:
        return False
    return found[0].tag == "N" or found[0].tag in ("n", "z") and len(found) == 2 and found[1].tag in ("z", "d", "B", "H", "M")


def is_mass(right: str) -> bool:
    """True where a noun follows that is not counted: "tea"."""
    first = next(iter(tag(right[:40])), None)
    return first is not None and words.countable(first.lower) is False


_SIZES = re.compile(r" (?:tall|long|wide|high|deep|thick|old|away|apart|ahead|behind|later|earlier|ago)\b")


def tells_size(right: str) -> bool:
    """True where what follows says in which way something measures that much: "tall", "away"."""
    return _SIZES.match(right) is not None


# It is done for so long, though it can be done to something.
_GOES_ON = frozenset("argue talk study practise practice train cook read write play fight search think fly drive walk dance sing cry work pray queue rest wander debate negotiate shoot film farm teach smoke drink hesitate bleed run".split())
_LASTED = re.compile(r"^(?:(?:more than |over |about |nearly |almost |at least |less than )?[\w.,]+(?: or \w+| to \w+)? (?:years?|months?|weeks?|days?|nights?|winters?|summers?|generations?|hours?|minutes?)|(?:more than |over |about |nearly |almost |at least |less than )?(?:a full|half an?|an?) (?:year|month|week|day|hour|century|decade)(?: and a half)?)$")
_SPENT = frozenset("spend spends spent spending take takes took taken taking last lasts lasted lasting need needs needed wait waited save saved lose lost cost costs".split())


def lasts(text: str, slot: Slot, left: str) -> bool:
    """True where a time at the end of a complete sentence says for how long: "has been making them ...". """
    return _LASTED.match(text) is not None and goes_on(slot, left)


def goes_on(slot: Slot, left: str) -> bool:
    """True behind a clause that tells of what takes time, and not how much of it: "It rained", "has lived here"."""
    found = [t for t in tag(left) if t.text.isalpha()]
    if not slot.ends or slot.preposition == "for":
        return False
    while len(found) > 1 and found[-1].tag == "r" and found[-1].lower not in _LEADS_TO:
        found.pop()
    if not found:
        return False
    last, before = found[-1], found[-2] if len(found) > 1 else found[-1]
    if last.tag == "g" and before.tag == "B" and last.lower not in _SPENT:
        # "has been trading ...".
        return True
    if last.tag == "j" and before.tag == "B" or last.tag in tuple("vzdpg") and last.lower not in _SPENT and (is_intransitive(forms.bare(last.lower)) or forms.bare(last.lower) in _GOES_ON):
        # "has been ill ...", "It rained ...".
        return True
    if last.tag not in ("n", "N"):
        return False
    at = next((n for n in range(len(found) - 1, -1, -1) if found[n].tag in ("v", "z", "d", "p", "g", "B")), None)
    if at is None or found[at].lower in _SPENT:
        return False
    if found[at].lower == "been" and at and found[at - 1].tag in ("H", "r"):
        # "has been chairman ...".
        return True
    # "was out of order ...".
    return found[at].tag != "B" or any(t.tag == "P" for t in found[at + 1 :]) and not any(t.lower in ("for", "of") and found[at + 1].tag in ("n", "N", "D", "X") for t in found[at + 1 :])


_LED = ((re.compile(r"(?:\d{4}|[A-Z][a-z]+) to (?:\d{4}|[A-Z][a-z]+)\b"), "from"), (re.compile(r"[A-Z][a-z]+ \d{1,2}\b(?!\d)|[A-Z][a-z]+day\b"), "on"), (re.compile(r"the (?:end|beginning|middle) of|\d{1,2}(?::\d\d)? [ap]\.m"), "at"),
        (re.compile(r"[A-Z]|(?:1[89]|20)\d\d\b|early |late |mid-|the (?:early |late |mid-)?\d|the (?:first|second|third|fourth|last) (?:half|quarter)\b|the (?:past|last|next|coming|previous) "), "in"))  # fmt: skip


def led_by(day: str) -> str:
    """The preposition of a date: on a day, in a month or a year, at the end of it; "" for "next week"."""
    if re.match(r"(?:early|late) (?:this|last|next) ", day):
        return ""
    return next((led for pattern, led in _LED if pattern.match(day)), "")


# What leads to a time itself.
_LEADS_TO = frozenset("about around nearly almost only just not even early late as than so too mostly especially particularly back".split())
def had_done(left: str) -> bool:
    """True behind "had arrived": when that was is counted from then, and not from now."""
    found = [t for t in tag(left) if t.text.isalpha() and t.tag != "r"]
    at = next((n for n in range(len(found) - 1, -1, -1) if found[n].lower == "had"), None)
    return at is not None and at + 1 < len(found) and (found[at + 1].tag == "p" or found[at + 1].lower == "been") and not any(t.tag in ("z", "M", "S", "W") for t in found[at + 1 :])


# What a date is the object of.
_DATING = frozenset("choose chooses chose chosen pick picks picked mark marks marked celebrate celebrates celebrated remember remembers remembered set sets call calls called miss missed prefer prefers preferred include includes included name names named".split())


def happens(left: str) -> bool:
    """True behind a clause that a date completes: "would open", "will publish its report". """
    found = [t for t in tag(left) if t.text.isalpha()]
    while len(found) > 1 and (found[-1].tag == "r" and found[-1].lower not in _LEADS_TO or found[-1].lower == "even" and found[-2].lower.startswith("br")):
        # "hopes to break even ...", "will open again ...".
        found.pop()
    if found and found[-1].tag in ("n", "N"):
        # "went public in Hong Kong": where it happened stands in no date's way.
        place = found[-1].text[:1].isupper()
        end = next((n for n, t in enumerate(reversed(found)) if t.tag in ("v", "z", "d", "p", "g", "B") or t.tag == "P" and not place), None)
        verb = found[-1 - end] if end is not None else None
        return verb is not None and verb.tag not in ("B", "P", "g") and verb.lower not in _DATING
    return bool(found) and found[-1].tag in ("v", "d", "p", "z") and found[-1].lower not in _SPENT and found[-1].lower not in _DATING
