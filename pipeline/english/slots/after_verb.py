"""What may stand behind a verb: its object, how it is done, what it leads to."""

from __future__ import annotations

from itertools import takewhile

from pipeline.english.sentence.place import Place, Wants
from pipeline.english.sentence.predicates import is_somebody
from pipeline.english.slots.patterns import is_passive, is_what_is_called
from pipeline.english.vocabulary import governors, words

_NEEDING = frozenset("need needs needed needing want wants wanted".split())
_HELD_SO = frozenset("kept left found deemed considered declared rendered pronounced judged".split())
_LASTING_STATE = frozenset("stay stays stayed appear appears appeared remain remains remained".split())


_TRADED = frozenset("index indexes indices share shares stock stocks market markets yuan dollar currency futures contract contracts bond bonds yield yields price prices composite hang nasdaq".split())


def after_verb(place: Place) -> Wants:
    """By what the verb takes, and by what follows that it may take."""
    here, nxt = place.before(0).lower, place.after(0)
    if is_what_is_called(place):
        # "above what the ministry considers ...".
        named = here.startswith("call")
        return {"adj": 0.85 if named else 1.0, "noun": 1.0 if named else 0.6, "done": 0.4, "adv": 0.2, "attr": 0.2}
    if here in ("close", "closed", "closes", "end", "ended", "open", "opened", "finished", "closing", "ending") and (place.ended or nxt.tag in ("P", "#")) and any(t.lower in _TRADED for t in place.left[1:12]):
        # "The index closed ...": at which level.
        return {"adv": 1.0, "adj": 0.95, "pp": 0.9, "num": 0.6, "prep": 0.5, "noun": 0.3, "ing": 0.2}
    if here in _HELD_SO and place.before(0).tag in ("p", "d") and next((t for t in place.left[1:] if t.tag != "r"), place.before(0)).tag == "B" and not place.noun_follows and not place.object_follows:
        # "must be kept ...", "was declared ...".
        return {"adj": 1.0, "pp": 0.95, "noun": 0.6, "adv": 0.95 if here == "left" else 0.85, "done": 0.5, "ing": 0.4, "attr": 0.2}
    if is_passive(place) and not place.noun_follows and not place.object_follows:
        # "is shared ...", "can be sent ... to them".
        return {"adv": 1.0, "pp": 0.95, "prep": 0.6, "noun": 0.45, "ing": 0.4, "num": 0.8, "conj": 0.3, "adj": 0.3, "inf": 0.4}
    if nxt.lower == "by" and "p" in words.tags(here) and _doer_follows(place):
        # "a notice issued ... by two ministries".
        return {"adv": 1.0, "pp": 0.95, "noun": 0.7, "ing": 0.3}
    if place.before(0).tag == "g" and place.before(1).tag == "P" and place.object_follows and not place.clause.verb_left and not place.clause.verb_right and len(place.left) > 2:
        # "the bills for computing ... two thirds".
        return {"finite": 1.0, "adv": 0.4, "prep": 0.4, "noun": 0.2}
    if here in ("get", "gets", "got") and nxt.lower == "from":
        # "got ... from his friends".
        return {"noun": 1.0, "adj": 0.3, "adv": 0.3}
    if here in ("help", "helps", "helped", "helping") and not place.noun_follows:
        # "It helps ...": what it helps to do, or whom.
        return {"verb": 1.0, "inf": 0.9, "noun": 0.9, "adv": 0.3, "attr": 0.2}
    if here in ("help", "helps", "helped", "helping"):
        # "will help ... pressure", "helped ... families": what it helps to do to them, or which ones.
        return {"verb": 1.0, "attr": 0.9, "inf": 0.8, "noun": 0.3, "adv": 0.2, "num": 0.6}
    if here in _LASTING_STATE and nxt.lower in ("in", "on", "at", "from", "under", "between", "among", "throughout"):
        # "stay ... in third place", "appeared ... on the left": where it is, and how long or how often.
        return {"adj": 0.84, "adv": 0.8, "noun": 0.4, "done": 0.5, "attr": 0.2}
    if here in ("go", "goes", "went", "gone") and not place.noun_follows:
        return {"adj": 1.0, "adv": 0.9, "pp": 0.9, "noun": 0.6, "ing": 0.5, "prep": 0.5, "done": 0.3}
    if here in ("look", "looks", "looked", "looking") and nxt.lower in ("at", "into", "for", "over", "around", "through", "after", "back", "up", "down") and place.after(1).lower not in ("all", "first", "last", "times"):
        # "looked ... at the photo".
        return {"adv": 1.0, "pp": 0.8, "adj": 0.3, "noun": 0.2}
    if here in governors.LINKING and nxt.tag == "j" and place.after(1).tag not in ("n", "N", "j"):
        # "grew ... rich".
        return {"adv": 1.0, "adj": 0.4, "noun": 0.1}
    if here in ("appear", "appears", "appeared") and nxt.tag == "C" and (place.after(1).tag in ("v", "z", "d") or words.known_verb(place.after(1).lower) and place.after(2).tag in ("D", "X")):
        # "inspectors appear ... and check".
        return {"adv": 1.0, "adj": 0.9, "noun": 0.2}
    if here in governors.LINKING:
        return {"adj": 1.0, "noun": 0.8 if here in ("feel", "feels", "felt", "get", "gets", "got") else 0.5, "attr": 0.7 if place.noun_follows else 0.2, "done": 0.5, "adv": 0.2}
    if place.noun_follows and (here in governors.TO_DO or here in governors.TO_DO_OR_NOUN):
        return {"inf": 0.95, "attr": 0.7 if here in governors.TO_DO else 1.0, "noun": 0.35, "adv": 0.3, "num": 0.7}
    if (here in _NEEDING or here in governors.TO_LET_DO) and nxt.tag == "T":
        # "needed ... to win".
        return {"noun": 1.0, "inf": 0.5, "adv": 0.3, "num": 0.7}
    if here in governors.TO_DO:
        return {"inf": 1.0, "noun": 0.5, "adv": 0.5, "clause": 0.5 if here.startswith("hope") else 0.1, "prep": 0.3, "pp": 0.4}
    if here in governors.TO_DO_OR_NOUN:
        return {"inf": 1.0, "noun": 0.5 if place.object_follows else 0.97, "adv": 0.4, "num": 0.7, "prep": 0.2, "adj": 0.2}
    if here in governors.SAYING and nxt.tag == "P":
        # "thought ... for a moment".
        return {"adv": 1.0, "noun": 0.5, "clause": 0.4, "ing": 0.2, "num": 0.4, "pp": 0.9}
    if here in governors.SAYING and place.ended:
        return {"clause": 1.0, "noun": 0.8, "adv": 0.95, "adj": 0.3, "ing": 0.2, "num": 0.4}
    if nxt.tag == "C" and place.after(1).tag in ("d", "z", "v") and place.before(0).tag in ("d", "z", "v"):
        # "she saluted ... and sat down", "offers ... and excels".
        if words.lemma(here) in governors.NEEDING_OBJECT:
            return {"noun": 1.0, "adv": 0.6, "pp": 0.5, "adj": 0.4, "num": 0.5, "ing": 0.5}
        return {"adv": 1.0, "noun": 0.85, "pp": 0.9, "adj": 0.4, "num": 0.5, "ing": 0.4}
    if here in governors.BEFORE_ING and nxt.tag == "T":
        # "we stopped ... to look".
        return {"adv": 1.0, "noun": 0.5, "pp": 0.8, "ing": 0.4}
    if here in governors.BEFORE_ING and nxt.tag == "g" and place.after(1).tag not in ("n", "N"):
        # "stopped ... buying".
        return {"adv": 1.0, "ing": 0.9, "attr": 0.8, "noun": 0.5}
    if here in governors.BEFORE_ING and not place.noun_follows:
        return {"ing": 1.0, "noun": 0.8, "adv": 0.8 if place.ended else 0.2}
    if place.before(0).tag == "g" and place.noun_follows and words.lemma(here) in governors.INTRANSITIVE and place.before(1).tag in ("^", "P", ",", "C", "D", "X", "S"):
        # "Falling ... confidence": it says of what kind.
        return {"attr": 1.0, "adj": 0.9, "noun": 0.3, "adv": 0.4, "num": 0.5}
    if here in governors.INTRANSITIVE and place.object_follows and not place.time_follows:
        return {"prep": 1.0, "adv": 0.6, "conj": 0.5, "noun": 0.2, "num": 0.3}
    if here in governors.INTRANSITIVE:
        return {"adv": 1.0, "pp": 0.9, "noun": 0.5, "prep": 0.6, "attr": 0.4 if place.noun_follows else 0.1, "num": 0.6, "verb": 0.1}
    if nxt.tag == "#" and here not in governors.LINKING:
        # "earned ... two billion": how much more or less it is.
        return {"adv": 1.0, "prep": 0.9, "ing": 0.5, "verb": 0.2, "conj": 0.4, "adj": 0.3, "noun": 0.2}
    if place.object_follows and not place.time_follows:
        return {"adv": 0.7, "prep": 0.9, "ing": 0.6, "verb": 0.4, "conj": 0.5, "noun": 0.3}
    if place.noun_follows:
        return {"attr": 1.0, "noun": 0.35, "adv": 0.3, "ing": 0.3, "prep": 0.3, "num": 0.7}
    if nxt.text == "," and place.after(1).tag == "j" and (place.after(2).text in (",", "and") or place.after(2).tag in ("n", "N", "j")):
        # "to provide ..., personal services".
        return {"attr": 1.0, "adj": 0.9, "noun": 0.7, "adv": 0.3}
    if nxt.tag == "j":
        return {"adv": 0.7, "attr": 0.8, "adj": 0.5, "noun": 0.3}
    # "spreads through droplets": a phrase with its preposition follows most verbs.
    return {"noun": 1.0, "pp": 0.9, "adv": 0.8 if (place.ended or nxt.tag == "P" or place.time_follows) and here in governors.MAYBE_ALONE else 0.4, "ing": 0.3, "num": 0.9, "prep": 0.3, "adj": 0.2, "clause": 0.2, "conj": 0.2}


def _doer_follows(place: Place) -> bool:
    """ "by two ministries", "by the police": who did it."""
    phrase = list(takewhile(lambda t: t.tag in ("D", "X", "#", "j", "n", "N"), place.right[1:7]))
    return len(phrase) > 1 and phrase[0].tag in ("D", "X", "#") and any(is_somebody(words.lemma(t.lower) or t.lower) for t in phrase[1:4])
