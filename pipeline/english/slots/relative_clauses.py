"""A sentence with a relative clause has two verbs: which of them is still missing."""

from __future__ import annotations

from dataclasses import replace

from pipeline.english.sentence.place import Place, Wants
from pipeline.english.sentence.tagger import Token, finite
from pipeline.english.vocabulary import governors

_RELATIVES = ("that", "which", "who")
_LEADING = (*_RELATIVES, "whom")
_NOMINAL = frozenset("nNj#DXpg")
_HELPED = frozenset("HBMO")
_ANYBODY = governors.INDEFINITE | {"nobody", "everyone", "everybody"}


def is_told_by_relative(place: Place) -> bool:
    """ "... that had been hidden are now visible": what a sentence begins with, for what it does or is follows at once."""
    verb = place.after(1)
    return place.after(0).lower in _RELATIVES and (finite(verb) or verb.tag == "v" and place.after(0).lower != "that" or verb.tag == "v" and place.after(2).tag in ("D", "X"))


def lacks_relative_verb(place: Place) -> bool:
    """ "The loan that ... the shop came from his uncle": the verb on the right is that of the sentence, so that the clause behind "that" has none."""
    that, antecedent = place.before(0), place.before(1)
    if that.lower not in _RELATIVES or antecedent.tag not in ("n", "N") or antecedent.lower in governors.ABOUT or not place.object_follows:
        return False
    if any(finite(t) or t.tag in ("v", "S", "W") for t in place.left[1:]) or place.after(0).lower in ("he", "she", "they", "we", "i", "this"):
        return False
    found = _verbs(place.right)
    return len(found) == 1 and found[0] > 1


def _after_that(_: Place) -> Wants:
    return {"finite": 1.0, "adv": 0.4, "conj": 0.2, "noun": 0.2}


def lacks_main_verb(place: Place) -> bool:
    """ "Complaints that were ignored for months ... at the meeting", "The letter he wrote ...": the clause that tells which has its verb, the sentence none."""
    if len(place.left) > 4 and place.left[-2].text == "," and place.left[-1].tag.isalpha():
        # "Second, funds that had left ...".
        return lacks_main_verb(replace(place, left=place.left[:-2]))
    joined = place.after(0).lower in ("and", "but") and (finite(place.after(1)) or place.after(1).tag == "p" and place.after(2).tag in ("D", "X", "R", "S", "T", "P"))
    if place.verb_follows or place.clause.verb_right or not any(t.lower in _LEADING for t in place.left) or _verbs(place.right) and not joined or any(t.text in (",", ";", ":", "(", '"', "“") for t in place.left):
        return False
    at = next((n for n in range(len(place.left) - 1, 0, -1) if place.left[n].tag not in _NOMINAL and place.left[n].tag != "P" and place.left[n].lower not in _ANYBODY), 0)
    relative = place.before(at)
    led = place.before(at + 1).tag == "P" and relative.lower in ("which", "whom")
    if relative.lower not in _LEADING or at < 2 or place.before(at + 1 + led).tag not in ("n", "N") and place.before(at + 1).lower not in _ANYBODY or place.before(at + 1).lower in governors.ABOUT or place.left[-1].tag in ("P", "r"):
        return False
    inside = place.left[at - 1 :: -1]
    found = _verbs(inside)
    if len(found) != 1 or any(t.tag in ("S", "W", "C") for t in inside) or relative.lower == "who" and found[0]:
        return False
    if relative.lower == "that" and found[0] and inside[0].tag not in ("R", "D", "X"):
        return False
    last = place.before(0)
    return last.tag in ("n", "N", "R", "r", "p", "#", "j") or last.tag == "g" and place.before(1).tag in ("D", "X") or found[0] > 0 and last.tag in ("d", "z")


def _verbs(tokens: tuple[Token, ...]) -> list[int]:
    """Where each group of a helper and its verb begins."""
    found: list[int] = []
    for n, token in enumerate(tokens):
        if token.tag == "$" or token.text in (".", ";", "?", "!"):
            break
        if finite(token) or token.tag == "v" and token.lower != "be":
            before = next((t for t in reversed(tokens[:n]) if t.tag != "r"), None)
            if before is None or before.tag not in _HELPED and before.tag != "T":
                found.append(n)
    return found


def _after_subject_told(_: Place) -> Wants:
    return {"finite": 1.0, "adv": 0.5, "noun": 0.15, "done": 0.2, "ing": 0.2}


def lacks_verb_behind_whoever(place: Place) -> bool:
    """ "Whoever eats slowly ...", "Those who sleep badly ...", "What he said ...": the clause of the subject has its verb, the sentence none yet."""
    if not (place.object_follows or place.noun_follows) or place.verb_follows or place.clause.verb_right or len(place.left) > 9 or any(t.text in (",", ";", ":") for t in place.left):
        return False
    first, second = place.left[-1].lower, place.left[-2].lower if len(place.left) > 1 else ""
    if first not in ("whoever", "whatever") and not (first == "what" and place.left[-2:] and place.left[-2].tag in ("R", "D", "X")) and not (second == "who" and first in ("those", "anyone", "everyone", "people", "somebody", "he")):
        return False
    verbs = [n for n, t in enumerate(place.left[:-1]) if t.tag in tuple("zdBMHOv") and t.text]
    if not verbs or any(t.tag in ("M", "T", "B", "H", "O") for t in place.left):
        return False
    return verbs[0] > 0 or first == "what" and place.object_follows


def is_aside_of_time(place: Place) -> bool:
    """ "The road, now ..., leads to a mine", "Once ..., the app starts": in which state."""
    if place.before(0).lower not in _THEN or place.after(0).text != ",":
        return False
    return place.before(1).text == "," and place.before(2).tag in ("n", "N") or place.before(0).lower == "once" and len(place.left) == 1


def _in_which_state(_: Place) -> Wants:
    return {"done": 1.0, "adj": 1.0, "noun": 0.4, "adv": 0.3, "ing": 0.4, "pp": 0.7}


_THEN = frozenset("now once long then still already recently newly previously formerly originally partly mostly".split())


_ASKING = ("whether", "how", "why", "what", "who", "where")


def lacks_verb_behind_clause(place: Place) -> bool:
    """ "Whether the bridge holds ... the steel", "To open a shop here ... a permit", "All that remains ... a wall": a clause is what the sentence is about."""
    if len(place.left) < 4 or not (place.object_follows or place.after(0).lower in ("that", "whether", "how")) or place.clause.verb_right or _verbs(place.right) or any(not t.text[:1].isalnum() for t in place.left):
        return False
    first, second = place.left[-1], place.left[-2]
    inside = place.left[:-1]
    if first.lower == "to" and first.text[:1].isupper():
        return second.tag == "v" and not any(finite(t) or t.tag in ("S", "W", "T") for t in inside) and place.before(0).tag in ("n", "N", "r", "R", "p") and any(t.tag in ("n", "N", "R") for t in inside)
    if second.lower == "that" and first.lower in ("all", "everything", "anything"):
        return len(_verbs(tuple(reversed(inside[:-1])))) == 1
    return first.lower in _ASKING and first.text[:1].isupper() and second.tag in ("D", "X", "R", "n", "N", "j") and len(_verbs(tuple(reversed(inside)))) == 1 and not any(t.tag in ("O", "M") for t in place.left[-3:])


def lacks_verb_of_relative(place: Place) -> bool:
    """ "The year in which the war ... was good", "The first thing he ... was the smell": the verb that follows is that of the sentence."""
    if not place.verb_follows or place.after(0).tag == "H" and place.after(1).tag not in ("p", "D"):
        return False
    here = place.before(0)
    end = next((n for n, t in enumerate(place.right) if t.text == "," or t.tag in ("S", "C")), len(place.right))
    if len(_verbs(place.right[:end])) > 1:
        # "The year in which the war ... ended was good".
        return False
    if here.tag == "R" and here.lower in ("he", "she", "they", "we", "i", "you") and (place.before(1).tag in ("n", "N") or place.before(1).lower in ("all", "everything")):
        return not any(finite(t) or t.tag == "v" for t in place.left[1:]) and place.after(0).tag in ("B", "z", "d", "H")
    at = next((n for n, t in enumerate(place.left[:6]) if t.tag not in _NOMINAL and t.tag != "R"), 0)
    if not at or here.tag not in ("n", "N", "R"):
        return False
    led = place.before(at).lower in ("which", "whom") and place.before(at + 1).tag == "P" or place.before(at).lower in ("where", "when", "why") and place.before(at + 1).tag in ("n", "N")
    return led and not any(finite(t) or t.tag == "v" for t in place.left[at + 1 :])


def lacks_verb_of_object(place: Place) -> bool:
    """ "The patients whom the doctors ... last winter have recovered": of the two verbs one stands behind."""
    at = next((n for n, t in enumerate(place.left[:5]) if t.tag not in _NOMINAL and t.tag != "R"), 0)
    if not at or place.before(at).lower not in ("whom", "which", "that") or place.before(at + 1).tag not in ("n", "N") or place.before(at + 1).lower in governors.ABOUT or not (place.time_follows or place.after(0).tag == "P" and place.after(0).lower != "of"):
        return False
    subject = place.left[:at]
    if subject[0].tag not in ("n", "N", "R") or subject[-1].tag not in ("D", "X", "R", "N") or any(finite(t) or t.tag == "v" for t in place.left[at + 1 :]):
        return False
    return len(_verbs(place.right)) == 1


def lacks_verb_behind_ordinal(place: Place) -> bool:
    """ "...; the second ... ten years", "the former ... the price": which of them, and what it does."""
    if place.before(0).lower not in _WHICH or place.before(1).lower != "the" or place.clause.verb_left or place.clause.verb_right:
        return False
    return place.before(2).tag in ("^", ";", ",", "C", ":") and place.before(2).lower != "or" and (place.after(0).tag in ("D", "X", "R", "#") or place.after(0).tag == "P" and place.after(0).lower != "of")


_WHICH = frozenset("first second third fourth fifth latter former other others rest".split())


FRAMES = (
    (lacks_verb_of_relative, _after_that),
    (lacks_verb_of_object, _after_that),
    (is_aside_of_time, _in_which_state),
    (lacks_verb_behind_ordinal, _after_subject_told),
    (lacks_verb_behind_clause, _after_subject_told),
    (lacks_relative_verb, _after_that),
    (lacks_main_verb, _after_subject_told),
)
