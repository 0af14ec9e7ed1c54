"""Frames of a few words that say what stands in them, whatever the clause: "was a little ...", "saw him ...", "worth ...", "Are you ..."."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.english.sentence.people import BODY
from pipeline.english.sentence.place import Place, Wants
from pipeline.english.slots.patterns import is_order, is_told, is_with
from pipeline.english.vocabulary import governors


def _is_question(place: Place) -> bool:
    """ "Are you ...": the verb came first."""
    return place.before(0).lower in ("you", "we", "they", "i", "he", "she", "it") and place.before(1).tag == "B" and len(place.left) < 4 and place.before(2).tag not in ("n", "N", "R")


def _after_question(place: Place) -> Wants:
    return {"adj": 1.0, "ing": 0.9, "done": 0.7, "noun": 0.5, "adv": 0.5, "attr": 0.3}


def _is_kept_so(place: Place) -> bool:
    """ "keep liquidity ...", "left everyone ...": how something is kept or made."""
    whom = place.before(0).tag in ("n", "N") or place.before(0).lower in _WHOM
    return whom and place.before(1).lower in ("keep", "keeps", "kept", "keeping", "leave", "leaves", "left", "render", "renders", "make", "makes", "made") and (place.ended or place.after(0).tag == "C")


def _after_kept_so(place: Place) -> Wants:
    return {"adj": 1.0, "done": 0.6, "noun": 0.4, "adv": 0.3}


_WHOM = frozenset("me him her us them everyone everybody people anyone nobody someone it".split())


def _is_made_so(place: Place) -> bool:
    """ "make it ... in winter", "finds it ... to read": how it is made or found."""
    return place.before(0).lower == "it" and place.before(1).lower in _MAKING_SO and not place.noun_follows


def _after_made_so(place: Place) -> Wants:
    return {"adj": 1.0, "verb": 0.7 if place.before(1).lower in _MAKERS and place.after(0).tag != "T" else 0.2, "noun": 0.3, "adv": 0.4}


_MAKERS = ("make", "makes", "made", "making")
_MAKING_SO = frozenset((*_MAKERS, *"find finds found finding consider considers considered think thinks thought deem deemed".split()))


def _is_whoever(place: Place) -> bool:
    return place.before(0).lower in ("whoever", "whatever", "whichever") and not place.verb_follows


def _after_whoever(place: Place) -> Wants:
    return {"finite": 1.0, "adv": 0.4, "noun": 0.1}


def _is_worth(place: Place) -> bool:
    """ "is worth ...", "It is no use ..."."""
    return place.before(0).lower == "worth" or place.before(0).lower in ("use", "good", "point") and place.before(1).lower == "no" and (place.ended or place.object_follows)


def _after_worth(place: Place) -> Wants:
    return {"ing": 1.0, "num": 1.0, "noun": 0.8, "attr": 0.7 if place.noun_follows else 0.1}


def _is_little(place: Place) -> bool:
    """ "was a little ..."."""
    return place.before(0).lower == "little" and place.before(1).lower == "a" and (place.before(2).tag == "B" or place.before(2).lower in governors.LINKING) and not place.noun_follows


def _after_little(place: Place) -> Wants:
    return {"adj": 1.0, "done": 0.5, "adv": 0.4, "noun": 0.2}


def _is_seen(place: Place) -> bool:
    """ "saw a director ... a page": what somebody is seen to do."""
    at = next((n for n, t in enumerate(place.left[:8]) if t.lower in governors.PERCEIVING), 0)
    between = place.left[:at]
    return at > 0 and between[-1].tag in ("D", "X", "R", "N") and between[0].tag in ("n", "N", "R") and all(t.tag in ("D", "X", "R", "n", "N", "j") or t.lower == "of" for t in between) and (place.object_follows or place.ended)


def _after_seen(place: Place) -> Wants:
    return {"verb": 0.95 if place.ended else 1.0, "ing": 0.9, "adv": 1.0 if place.ended else 0.3, "noun": 0.2, "prep": 0.5, "adj": 0.4}


def _cannot_help(place: Place) -> bool:
    """ "could not help ...": what one does all the same."""
    helper = place.before(1)
    return place.before(0).lower in ("help", "resist") and (helper.lower in ("cannot", "can't", "couldn't") or helper.lower == "not" and place.before(2).lower in ("can", "could"))


def _after_cannot_help(place: Place) -> Wants:
    return {"ing": 1.0, "noun": 0.4 if place.before(0).lower == "help" else 1.0, "adv": 0.2, "attr": 1.0 if place.noun_follows else 0.2}


_OF_BODIES = BODY | frozenset("expression clothes coat shirt tail fur wings gaze robe dress shoes".split())


def _is_absolute(place: Place) -> bool:
    """ "She ran over, her face ... from the cold", "Her face ..., she knocked": a state beside what is done."""
    if place.before(0).lower not in _OF_BODIES or place.before(1).tag != "X" or not (place.ended or place.after(0).tag == "P"):
        return False
    first = place.left[-1].lower
    if place.before(2).text == ",":
        return first not in governors.STEPS and place.left[-1].tag not in ("S", "P", "r") and any(t.tag in "zdB" for t in place.left[3:] if t.tag)
    comma = next((n for n, t in enumerate(place.right) if t.text == ","), None)
    return len(place.left) == 2 and comma is not None and place.after(comma + 1).tag == "R" and place.after(comma + 2).tag in tuple("zdBMH")


def _after_absolute(place: Place) -> Wants:
    return {"adj": 1.0, "ing": 0.97, "done": 0.9, "pp": 0.9, "adv": 0.4, "noun": 0.2}


def _is_said_how(place: Place) -> bool:
    """ "It is late," said her father ...: in which way."""
    at = next((n for n, t in enumerate(place.left[:5]) if t.lower in _SPOKEN), 0)
    who = place.left[:at]
    return at > 0 and place.ended and place.before(at + 1).text in ('"', "”", "'", "’") and who[0].tag in ("n", "R", "N") and (who[0].tag == "R" or who[-1].tag in ("D", "X") or who[-1].text[:1].isupper())


def _after_said_how(_: Place) -> Wants:
    return {"adv": 1.0, "pp": 0.9, "ing": 0.6, "noun": 0.2, "adj": 0.2}


_SPOKEN = frozenset("said says asked asks cried replied answered shouted whispered murmured muttered added exclaimed continued called yelled".split())


def _is_come_home_so(place: Place) -> bool:
    """ "came home ...", "walked away ...": in which state."""
    return place.before(0).lower in ("home", "back", "away") and place.before(1).lower in _COMING and (place.ended or place.after(0).lower in ("and", "but"))


def _after_come_home_so(_: Place) -> Wants:
    return {"adj": 1.0, "adv": 0.95, "done": 0.95, "ing": 0.8, "pp": 0.9, "noun": 0.4, "num": 0.4}


_COMING = frozenset("come comes came coming go goes went going return returns returned walk walks walked get gets got arrive arrives arrived".split())
_SPENT = frozenset("spend spends spent spending waste wastes wasted wasting".split())
_LONG = frozenset("time hour hours day days night nights morning afternoon evening week weeks month months year years weekend life lives career summer winter minutes childhood half decade decades money fortune energy effort".split())
_TROUBLE = frozenset("trouble difficulty fun problem problems".split())


def _is_spent(place: Place) -> bool:
    """ "spent the whole night ...", "had trouble ...": what the time went into."""
    here = place.before(0).lower
    if here not in _TROUBLE and here not in _LONG or place.noun_follows and not place.ended:
        return False
    if here in _TROUBLE:
        return any(t.tag == "H" for t in place.left[1:4])
    return any(t.lower in _SPENT for t in place.left[1:8])


def _after_spent(place: Place) -> Wants:
    return {"ing": 1.0, "adv": 0.6, "prep": 0.4, "noun": 0.2}


def _is_said_so(place: Place) -> bool:
    """ "Nonsense!" the general ...: who said what the quotation marks hold, and the verb is still to come."""
    at = next((n for n, t in enumerate(place.left[:6]) if t.text in ('"', "”")), 0)
    if not 0 < at < 5 or not (place.ended or place.after(0).tag in ("P", "r", "S")) or place.before(at + 1).text not in (",", "!", "?", "，", "！", "？", "…"):
        return False
    who = place.left[:at]
    return who[-1].tag in ("D", "X", "R", "n") and all(t.tag in ("D", "X", "R", "n", "j") for t in who) and who[0].tag in ("R", "n", "j") and (who[-1].tag != "n" or who[-1].text[:1].isupper())


def _after_said_so(place: Place) -> Wants:
    return {"finite": 1.0, "adv": 0.4, "noun": 0.1}


_WALKING = frozenset("walk walks walked walking come comes came coming go goes went going step steps stepped run runs ran running rush rushes rushed burst bursts march marches marched drive drives drove hurry hurried".split())


def _is_come_in(place: Place) -> bool:
    """ "He walked in ..., as if": how, for the way itself is told."""
    return place.before(0).lower in ("in", "over", "on", "past", "by", "up", "down") and place.before(1).lower in _WALKING and place.ended


def _after_come_in(place: Place) -> Wants:
    return {"adv": 1.0, "ing": 1.0, "pp": 0.9, "noun": 0.9, "adj": 0.5, "num": 0.4}


def _is_growing(place: Place) -> bool:
    """ "There is growing ...": of what there is more and more."""
    return place.before(0).tag in ("g", "p") and place.before(1).tag == "B" and place.before(2).lower == "there" and not place.noun_follows


def _after_growing(place: Place) -> Wants:
    return {"noun": 1.0, "attr": 0.3, "adv": 0.2}


_REACHING = frozenset("arrive arrives arrived return returned returns emerge emerged emerges survive survived".split())


def _is_reached_so(place: Place) -> bool:
    """ "The letter arrived ...": in which state."""
    return place.before(0).lower in _REACHING and (place.ended or place.before(0).lower.startswith("arriv") and place.after(0).lower == "in")


def _after_reached_so(_: Place) -> Wants:
    return {"adj": 1.0, "adv": 1.0, "done": 0.98, "pp": 0.9, "num": 0.6, "noun": 0.4, "ing": 0.4, "attr": 0.1}


def lacks_be(place: Place) -> bool:
    """ "The bank ... considering a merger": what goes on has no verb yet to say so."""
    if place.before(0).tag not in ("n", "N", "R") or place.clause.verb_left or place.clause.verb_right and place.after(0).lower != "being" or is_with(place) or is_told(place) or is_order(place):
        return False
    doing = place.after(0)
    return (doing.tag == "g" and doing.lower not in governors.NOUNS_IN_ING or doing.lower in ("considering", "being") or place.before(0).tag == "R" and doing.lower.endswith("ing") and place.after(1).tag in ("D", "X", "R")) and place.before(0).lower not in ("it", "them", "him", "her", "us", "me")


def _after_lacking(_: Place) -> Wants:
    return {"finite": 1.0, "adv": 0.5, "attr": 0.5, "noun": 0.4, "conj": 0.3}


def is_the_more(place: Place) -> bool:
    """ "The more merchants come in, the ... the bidding becomes": how much more so."""
    if place.before(0).lower != "the" or place.before(1).text != "," or not (place.object_follows or place.noun_follows):
        return False
    first = next((t for n, t in enumerate(place.left[2:], 2) if place.before(n + 1).lower == "the" and place.before(n + 2).tag in ("^", ",", "C", "S", "d", "z")), None)
    return first is not None and (first.lower in ("more", "less", "fewer", "better", "worse") or first.lower.endswith("er") and first.tag in ("j", "r", "n") and first.lower not in _NO_COMPARATIVE)


_NO_COMPARATIVE = frozenset("other former latter never ever user owner driver player worker buyer customer order number member water power paper letter matter computer manager leader winter summer river corner officer weather".split())


def _after_the_more(_: Place) -> Wants:
    return {"adj": 1.0, "adv": 0.6, "attr": 0.6, "noun": 0.4}


def is_which(place: Place) -> bool:
    """ "She knows which ... likes it", "It depends on which ... the council adopts": it asks for one out of several."""
    here, before = place.before(0).lower, place.before(1)
    if here not in ("which", "what", "whichever", "whatever") or place.ended or place.after(0).tag in ("T", "P"):
        return False
    asked = before.lower in governors.SAYING or before.lower in _ASKING or before.tag in ("^", "S") or before.tag == "P" and before.lower in ("on", "about", "of") and place.before(2).tag not in ("n", "N")
    if here in ("what", "whatever"):
        # "what the council adopts" needs no noun, "what reason led to it" does.
        return asked and before.tag != "^" and place.after(0).tag in tuple("zd") and place.after(0).tag != "" and place.after(1).tag in ("P", "T", "D", "X", "R")
    return asked


_ASKING = frozenset("ask asks asked asking wonder wonders wondered decide decides decided choose chooses chose see sees saw say tell tells told telling show shows showed shown know guess matter matters mattered determine determines determined find check checks remember forget forgot learn learned".split())


def _after_which(place: Place) -> Wants:
    attributive = 1.0 if place.noun_follows else 0.1
    return {"noun": 0.4 if place.noun_follows else 1.0, "attr": attributive, "finite": 0.4, "adv": 0.2}


FRAMES: tuple[tuple[Callable[[Place], bool], Callable[[Place], Wants]], ...] = (
    (is_the_more, _after_the_more),
    (is_which, _after_which),
    (_is_question, _after_question),
    (_is_kept_so, _after_kept_so),
    (_is_made_so, _after_made_so),
    (_is_whoever, _after_whoever),
    (_is_worth, _after_worth),
    (_is_little, _after_little),
    (_is_seen, _after_seen),
    (_cannot_help, _after_cannot_help),
    (_is_absolute, _after_absolute),
    (_is_spent, _after_spent),
    (_is_said_so, _after_said_so),
    (_is_said_how, _after_said_how),
    (_is_come_home_so, _after_come_home_so),
    (_is_come_in, _after_come_in),
    (_is_growing, _after_growing),
    (_is_reached_so, _after_reached_so),
    (lacks_be, _after_lacking),
)
"""What is asked of a place, and what fits where it holds."""
