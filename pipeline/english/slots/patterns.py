"""What stands before a fragment: the patterns of words that the rules of ``wants`` ask for."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Literal

from pipeline.english.inflection.irregular import ALIKE_IN_PAST
from pipeline.english.sentence.place import Place
from pipeline.english.sentence.tagger import LINK, STAND_INS, finite
from pipeline.english.vocabulary import governors
from pipeline.english.vocabulary.words import known_verb, tags

# What an instruction begins with.
CONDITIONS = ("if", "when", "to", "once", "before", "after", "for")


def asks_for_bare_verb(place: Place) -> bool:
    """ "please", "let's", "had better", "let us", "made them"."""
    here, before = place.before(0).lower, place.before(1).lower
    if here in ("me", "us", "him", "them", "it"):
        return before in ("let", "lets", "letting") or here != "it" and before in ("make", "makes", "made", "making", "help", "helps", "helped", "helping") and not place.noun_follows
    return here in ("please", "let's") or here == "account" and before == "no" and place.before(2).lower == "on" or here == "better" and before in ("had", "d", "'d", "’d") or here in ("rather", "sooner") and before in ("would", "d", "'d", "’d")




def says_who(place: Place) -> bool:
    """ "The judge said he ...", "I think they ...": who does what is said, and no "..., said he"."""
    here, verb = place.before(0), place.before(1)
    if here.tag != "R" or verb.tag not in ("v", "z", "d") or place.before(2).tag not in ("n", "N", "R", "r", "M", "O"):
        return False
    return here.lower in ("he", "she", "they", "we", "i") or here.lower == "it" and verb.lower in governors.SAYING and not place.ended


_OWN = governors.POSSESSIVES | {"one's"}


def has_it_done(place: Place) -> bool:
    """ "had his car ...", "gets her hair ...": what is done to it."""
    at = next((n for n, t in enumerate(place.left[:4]) if t.tag not in ("n", "N")), 0)
    return at > 0 and place.before(at).lower in _OWN and place.before(at + 1).lower in ("have", "has", "had", "having", "get", "gets", "got", "getting") and not place.noun_follows and not place.verb_follows and place.before(at + 2).tag in ("n", "N", "R", "T", "M", "O", "r")




def is_made_to(place: Place) -> bool:
    """ "helped her ...", "let her ...": what she does, unless it is something of hers."""
    return place.before(0).lower == "her" and place.before(1).lower in governors.LETTING


def is_degree(place: Place) -> bool:
    """ "very", "so", "more": it grades what follows."""
    here = place.before(0).lower
    if here in ("deeply", "really", "truly") and place.before(1).tag in ("W", "R", "M", "T"):
        # "which deeply ... the economy", "what would really ...": said of what is done.
        return False
    if here == "as" and place.ended and place.before(1).lower in ("half", "twice", "times", "not", "nearly", "almost", "equally"):
        # "is only half as ...".
        return True
    if here == "as" and place.after(0).lower == "as":
        # "as ... as ever".
        return True
    if here == "rather" and place.before(1).tag == "M":
        # "would rather ...": said of what is done.
        return False
    if here == "most" and place.object_follows and place.before(1).tag in ("R", "n", "N"):
        # "What worries them most ... the rent".
        return False
    counted = here in ("more", "most") and (place.before(1).tag == "#" or place.before(1).tag == "D" and place.before(1).lower not in ("the", "a", "an"))
    return here in governors.DEGREE and not counted


def parallel(place: Place) -> str:
    """The form of the nearest verb on the left, which a verb after the conjunction shares."""
    if is_order(place):
        return "verb"
    for n in range(1, len(place.left)):
        token, before = place.before(n), place.before(n + 1)
        if token.tag in "zd" and token.tag:
            return "finite"
        if token.tag == "v" and token.lower in ALIKE_IN_PAST | {"read"} and before.tag in (",", "C") and any(t.tag == "d" for t in place.left[n + 2 : n + 14]):
            # "opened the letter, read it and ...".
            return "finite"
        if token.tag == "v":
            orders = before.tag == "r" and n + 2 == len(place.left)
            return "verb" if before.tag in ("T", "M", "C", "^", ",", "O") or orders else "finite"
        if token.tag == "g" and before.tag in ("P", "B", "C", ","):
            return "ing"
        if token.tag == "p" and before.tag in ("H", "B"):
            return "done"
    return "verb" if place.clause.tense == "plain" else "finite"


def joins_past(place: Place) -> bool:
    """ "bargained for months and ...": the verb before the conjunction tells what happened."""
    if place.before(0).lower not in ("and", "then") and place.before(1).lower != "and":
        return False
    for token in place.left[1:16]:
        if token.tag in "zvMOBHWS" and token.tag or token.text in (",", ";", ":"):
            return False
        if token.tag == "d":
            return True
    return False


def leads_to_another(place: Place) -> bool:
    """ ", ... and leave", ", ... a photo and wait": a bare verb comes last in the row."""
    if place.after(0).lower == "and":
        return place.after(1).tag == "v"
    return place.object_follows and any(t.lower == "and" and u.tag == "v" for t, u in pairwise(place.right[1:9]))


def joins_present(place: Place) -> Literal["", "plain", "s3"]:
    """The tense of the present that the verb before the conjunction is in: "that people go to bed early and ...", though they were told so long ago."""
    if place.before(0).lower not in ("and", "or") and not (place.before(0).text == "," and leads_to_another(place)):
        return ""
    for n in range(1, min(16, len(place.left))):
        token, before = place.before(n), place.before(n + 1)
        if token.tag == "d" and n > 1 and place.before(n - 1).tag in ("n", "N") and before.tag in ("v", "z", "P", "D", "X"):
            # "buy returned goods and ...".
            continue
        if token.tag in "dMBHWST" and token.tag or token.text in (",", ";", ":"):
            return ""
        if token.tag == "v":
            return "plain" if (before.tag in ("N", "R") or before.lower == "who") and not any(t.lower in ("let", "made", "make", "saw", "watched", "heard", "felt", "helped") for t in place.left[n + 1 : n + 6]) else ""
        if token.tag == "z":
            return "s3"
    return ""


_ASKED_FOR = frozenset("require requires required demand demands demanded recommend recommends recommended propose proposes proposed request requests requested insisted urged essential vital imperative".split())


def is_asked_for(place: Place) -> bool:
    """ "The law requires that every shop ...": what is asked for is told by the bare verb."""
    that = next((n for n, t in enumerate(place.left[:8]) if t.lower == "that"), 0)
    return that > 0 and place.before(that + 1).lower in _ASKED_FOR and not any(t.tag in "zdMBHOv" and t.tag for t in place.left[:that])


def is_unreal(place: Place) -> bool:
    """ "I wish he ...", "It is time that the city ...", "If I ... a house, I would stay": what is not so is told in the past."""
    for n, token in enumerate(place.left[:8]):
        if token.lower in ("wish", "wishes") and n and place.before(n + 1).tag in ("R", "n", "N"):
            return True
        if token.lower in ("if", "though") and n and place.before(n + 1).lower == "as":
            # "talks as if she knew him".
            return True
        if token.lower == "time" and n and place.before(n + 1).lower in ("high", "about", "is") and place.left[n - 1].tag in ("S", "R", "D"):
            return True
        if token.lower == "if" and n and place.before(n + 1).tag in ("^", ",") and any(modal.lower == "would" or modal.lower == "could" and who.lower == place.left[n - 1].lower for who, modal in pairwise(place.right[:18])) and any(t.text == "," for t in place.right[:14]):
            return True
        if token.tag in tuple("zdMBHO"):
            return False
    return False


def joins_verbs(place: Place) -> bool:
    """True where the clause before the conjunction has its verb and an object that the fragment could join as well."""
    for token, before in pairwise(place.left[1:15]):
        if token.text in (",", ";", ":") or token.tag in ("W", "S"):
            return False
        if token.tag in ("M", "O", "z", "d", "T") or token.tag == "v" and (before.tag in ("N", "W") or before.lower in ("they", "we", "you", "i", "that")):
            return True
    return False


def waits_behind_aside(place: Place) -> bool:
    """ "The grandfather, an old man, ... the last line": an aside has ended, and the subject before it still has no verb."""
    marks = [n for n, token in enumerate(place.left) if token.text == ","]
    if len(marks) == 3 and place.left[-1].tag == "P" and not any(finite(t) for t in place.left[marks[2] :]):
        # "On Monday, the mayor, Lin Guodong, ... a meeting".
        return waits_behind_aside(replace(place, left=place.left[: marks[2]]))
    if len(marks) == 3 and place.before(marks[2] - 1).lower in ("and", "but") and any(finite(t) for t in place.left[marks[2] :]):
        # "He had two sons, and the elder, a carpenter, ... the roof".
        return waits_behind_aside(replace(place, left=place.left[: marks[2] - 1]))
    if len(marks) != 2 or marks[0] != 0 or not 1 < marks[1] < len(place.left) - 1:
        return False
    aside, subject = place.left[1 : marks[1]], place.left[marks[1] + 1 :]
    if len(aside) == 2 and aside[-1].tag == "R" and aside[0].lower in governors.SAYING:
        # "But luck, he says, ... the brave".
        return not any(finite(t) or t.tag == "v" for t in subject)
    said_of_it = aside[-1].tag in ("W", "P", "p") or aside[-1].text in STAND_INS and len(aside) > 1 and not any(finite(t) for t in aside[:-1]) or aside[-1].lower == "out" and aside[-2].lower == "of" or aside[-1].lower == "one" and len(aside) > 2 and aside[-2].lower == "of" or aside[-1].lower == "which" or aside[-1].tag in ("D", "X") and not any(finite(t) for t in aside)
    named = aside[-1].text[:1].isupper() and aside[-1].tag == "n" and subject[-1].lower == "the" and not any(t.tag in ("S", "C") or finite(t) for t in aside)
    named = named or len(aside) > 1 and aside[0].text[:1].isupper() and aside[0].tag == "n" and aside[-1].text[:1].isdigit() and subject[-1].tag in ("D", "X") and not any(t.tag in ("S", "C") or finite(t) for t in aside)
    return (said_of_it or named) and subject[-1].tag not in ("P", "S", "r", "g", "p") and not any(finite(t) or t.tag in ("v", "S") for t in subject)


def continued(place: Place) -> str:
    """ "They get off, ... the street, take a photo": the form of the verbs before the comma and behind the next one, else ""."""
    if place.before(0).text != "," or not (place.object_follows or place.noun_follows):
        return ""
    at = next((n for n, t in enumerate(place.right[:12]) if t.text == ","), None)
    if at is None:
        return ""
    following = [t for t in place.right[at + 1 : at + 3] if t.tag not in ("C", "r")][:1]
    if not following or following[0].tag not in tuple("zdv") or all(t.tag != following[0].tag for t in place.left[1:16]):
        return ""
    return "verb" if following[0].tag == "v" else "finite"


def is_passive(place: Place) -> bool:
    """ "is shared ...": a participle behind "be" that takes no object any more."""
    if place.before(0).tag not in ("p", "d") or place.before(0).lower in governors.KEEP_OBJECT and place.after(0).tag not in ("P", "T"):
        return False
    helper = next((t for t in place.left[1:4] if t.tag != "r"), None)
    return helper is not None and helper.tag == "B"


def is_order(place: Place) -> bool:
    """ "Copy `a` to `b` and ...": the sentence begins with a bare verb and its object, and has no other verb."""
    if len(place.left) < 2 or place.clause.verb_left:
        return False
    first, second = place.left[-1], place.left[-2]
    if (first.lower in governors.STEPS or first.lower == "please") and len(place.left) > 2:
        # "Then edit the file and ...".
        first, second = place.left[-2]._replace(text=second.text.capitalize()), place.left[-3]
    comma = next((n for n, t in enumerate(place.left) if t.text == ","), 0)
    if first.lower in CONDITIONS and comma > 1:
        # "Before deployment, back up the data and ...".
        first, second = place.left[comma - 1], place.left[comma - 2]
        return (known_verb(first.lower) or first.text in STAND_INS) and second.tag in ("D", "X", "R", "#")
    if second.lower in governors.PARTICLES and len(place.left) > 2:
        # "Hand in the report ...".
        second = place.left[-4] if place.left[-1].lower == "please" and len(place.left) > 3 else place.left[-3]
    # "Ask for the form and ...": what is nothing but a verb may have its preposition.
    led = second.tag == "P" and tags(first.lower) == "v" and place.left[-3:-2] != () and place.left[-3].tag in ("D", "X", "R")
    return first.text[:1].isupper() and known_verb(first.lower) and (second.tag in ("D", "X", "R", "#") or second.text == LINK or led)


_SAID = frozenset("said say says think thinks thought believe believes believed hope hopes hoped claim claims claimed warn warned".split())


def is_told_to_be(place: Place) -> bool:
    """ "Analysts said the market ...": behind who says so stands a subject, and no verb of it."""
    at = next((n for n, t in enumerate(place.left[:7]) if t.tag in ("z", "d", "v", "p")), 0)
    subject = place.left[:at]
    if at < 1 or subject[0].tag not in ("n", "N") or any(t.tag not in ("D", "X", "n", "N", "j") for t in subject) or place.before(at).lower not in _SAID:
        return False
    if subject[-1].tag not in ("D", "X") and subject[0].tag != "N":
        return False
    return place.before(at + 1).tag in ("n", "N", "R") and not place.verb_follows and (place.ended or place.after(0).tag in ("P", "r", "D", "X", "#"))


def is_said_of_object(place: Place) -> bool:
    """ "data that one office ...", "the app which most users ...": the clause behind "that" has a subject and no verb."""
    at = next((n for n, t in enumerate(place.left[:6]) if t.lower in ("that", "which", "whom")), 0)
    subject = place.left[:at]
    named = at > 0 and place.before(at + 1).tag in ("n", "N") and place.before(at + 1).lower not in governors.ABOUT
    return named and all(t.tag in ("D", "X", "R", "n", "N", "j", "r", "#") for t in subject) and subject[-1].tag in ("D", "X", "R", "N", "#")


def is_with(place: Place) -> bool:
    """ ", with Europe ...": behind the comma a noun that the preposition brings in, and no verb yet."""
    at = next((n for n, t in enumerate(place.left[:5]) if t.tag not in ("D", "X", "n", "N", "j", "#")), None)
    return bool(at) and place.before(at or 0).lower == "with" and (place.before((at or 0) + 1).text == "," or place.before((at or 0) + 1).tag == "^" and place.after(0).text == ",")


def is_told(place: Place) -> bool:
    """ "asked him ...", "ordered the firm ...": who is to do something stands between."""
    for position, token in enumerate(place.left[:5]):
        if token.lower in governors.TO_LET_DO:
            return position > 0 and token.tag in "vzd"
        if token.tag not in ("D", "X", "R", "n", "N", "j", "#") or not token.tag:
            return False
    return False


def is_made(place: Place) -> bool:
    """ "making everyone ...", "makes the work ...": what they do or are then."""
    at = next((n for n, t in enumerate(place.left[:4]) if t.lower in governors.MAKING), 0)
    return bool(at) and place.ended and place.before(at - 1).tag in ("D", "X", "R", "n", "N") and all(t.tag in ("D", "X", "R", "n", "N", "j") for t in place.left[:at])


def is_complement(place: Place) -> bool:
    """ "called the decision ...", "find the world of buttons ...": what somebody says of something."""
    priced = place.after(0).lower in ("for", "to") and any(t.lower in ("consider", "considers", "considered", "deem", "deemed", "think", "thinks") for t in place.left[1:5]) and any(t.tag == "#" for t in place.left[1:4])
    if not place.ended and not priced:
        return False
    of = next((n for n, t in enumerate(place.left[:6]) if t.lower == "of"), 0)
    return any(place.before(at + 1).lower in governors.CALLING for at in (_determiner(place, 0, 5), _determiner(place, of, 12) if of else None) if at is not None)


def is_what_is_called(place: Place) -> bool:
    """ "what the ministry considers ...": its object stands before."""
    at = next((n for n, t in enumerate(place.left[1:7], 1) if t.lower in ("what", "whatever", "which", "whom") or t.lower == "that" and place.before(n + 1).tag in ("n", "N") and place.before(n + 1).lower not in governors.ABOUT), 0)
    return at > 1 and place.ended and place.before(0).lower in governors.CALLING and place.before(0).tag in ("v", "z", "d", "p") and all(t.tag in ("D", "X", "R", "n", "N", "j", "r", "#", "H") for t in place.left[1:at])


def _determiner(place: Place, start: int, end: int) -> int | None:
    """Where the nearest determiner or pronoun among the words ``[start, end)`` on the left stands."""
    return next((n for n in range(start, min(end, len(place.left))) if place.left[n].tag in ("D", "X", "R") or place.left[n].tag == "#" and n > 0 and place.left[n - 1].tag in ("n", "N")), None)


_HELPERS = ("do", "does", "did", "can", "could", "will", "would", "shall", "should", "may", "must")


def is_asked(place: Place) -> bool:
    """ "What did you last ...", "can we still ...", "Why does the engine ...": a question, its verb comes after the subject."""
    if place.before(0).tag in ("n", "N") and not place.verb_follows and place.after(0).tag != "v":
        helper = next((n for n, t in enumerate(place.left[:8]) if t.tag not in ("n", "N", "j", "D", "X", "P", "#")), 0)
        if helper and place.before(helper).lower in _HELPERS and (place.before(helper + 1).tag == "^" or place.before(helper + 1).lower in governors.QUESTIONS or any(t.lower in governors.QUESTIONS for t in place.left[helper + 1 : helper + 4])):
            return any(t.tag in ("D", "X") or t.tag == "n" and t.text[:1].isupper() or t.tag == "N" for t in place.left[:helper])
    at = 1 if place.before(0).lower in ("last", "first", "ever", "really", "actually", "still", "just", "also", "even", "always", "already", "usually") else 0
    return place.before(at).lower in ("you", "we", "they", "he", "she", "i", "it", "one") and place.before(at + 1).lower in _HELPERS


def is_dated(place: Place) -> bool:
    """ "Last ... 12 May": a line that says when."""
    return len(place.left) == 1 and place.before(0).lower in ("last", "first", "newly") and (place.after(0).tag in ("#", "P", "$") or place.after(0).text == ":")


def is_no_longer(place: Place) -> bool:
    """ "no longer ..." inside of a sentence: it is read as if it were not there."""
    return place.before(0).lower == "longer" and place.before(1).lower == "no" and len(place.left) > 2


_DENYING = frozenset("not never cannot neither nor nobody nothing hardly".split())


def is_denied(place: Place) -> bool:
    """True where a "not" stands before, in the same clause or not far off."""
    return any(t.lower in _DENYING or t.lower.endswith("n't") for t in place.left[:12])
