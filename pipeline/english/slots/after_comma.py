"""What may stand behind a comma, a colon or another mark: a remark on the sentence, what is done next, one more of a list."""

from __future__ import annotations

from itertools import pairwise

from pipeline.english.inflection.irregular import ALIKE_IN_PAST
from pipeline.english.sentence.person_names import is_person
from pipeline.english.sentence.place import Place, Wants
from pipeline.english.sentence.tagger import STAND_INS
from pipeline.english.slots.patterns import CONDITIONS, continued, is_order, joins_present, leads_to_another, waits_behind_aside
from pipeline.english.vocabulary import governors, words


def _says(place: Place) -> bool:
    """ "he said,": who said it, and no more, before the comma."""
    return any(t.lower in governors.SAYING for t in place.left[1:3]) and not any(t.text == "," for t in place.left[1:4])


def _resumes(place: Place) -> bool:
    """Another comma follows, and behind it the verb that the subject has been waiting for."""
    at = next((n for n, t in enumerate(place.right[:12]) if t.text == ","), 0)
    return at > 0 and place.after(at + 1).tag in tuple("zdBHM") and not any(t.tag in "zdBHMW" for t in place.right[:at])


_ANSWERS = frozenset("no yes oh well ah hey ok okay eh".split())


def _is_done_between(place: Place) -> bool:
    """The one who did the thing before the comma does another behind the next "and", and nobody else is named between."""
    done = place.before(1).tag in ("z", "d")
    said = place.left[: next((n for n, t in enumerate(place.left) if n and t.text in (";", ":")), len(place.left))]
    if place.before(0).text != "," or not done and any(t.text == "," for t in said[1:]) or said[-1].tag not in ("R", "D", "X", "n"):
        return False
    linked = [n for n, t in enumerate(place.right[:9]) if t.lower == "and"]
    at = next((n for n in linked if place.after(n + 1).tag not in ("n", "N")), linked[0] if linked else 0)
    then = next((t for t in place.right[at + 1 : at + 4] if t.tag != "r"), place.after(at + 1))
    if not at or any(t.tag in tuple("zdMBHW") or t.text in (",", ".", ";") for t in place.right[:at]):
        return False
    past = then.tag in ("d", "p") and "d" in words.tags(then.lower) or then.lower in ALIKE_IN_PAST
    if (then.tag == "z" or then.tag == "N" and "z" in words.tags(then.lower) and place.after(at + 2).text in (".", ",", "")) and (done and place.before(1).tag == "z" or any(t.tag == "z" for t in place.left[1:8])):
        # "Dr. Mei hesitates, ... her phone and looks".
        return True
    return past and (place.clause.tense == "past" and any(t.tag == "d" for t in place.left[1:]) or any(t.text in STAND_INS for t in place.left[1:]))


def _has_brought_in(place: Place) -> bool:
    """The clause on the left ends in "a villa of three floors": something new, of which more is told."""
    for n, token in enumerate(place.left[1:8], 1):
        if token.lower in ("a", "an", "another"):
            return n > 1 and any(t.tag in "zdBv" for t in place.left[n + 1 : n + 6] if t.tag)
        if token.tag not in ("n", "N", "j", "#") and token.lower != "of":
            return False
    return False


def is_comma(place: Place) -> bool:
    """True right behind a comma, colon, semicolon or dash."""
    return place.before(0).text in ",:;—–-，；：、"


def after_comma(place: Place) -> Wants:
    """What the clause still lacks, or what follows may be told of; the same behind any mark."""
    nxt = place.after(0)
    if place.before(0).text == "," and is_order(place) and (nxt.text in (",", "(", "（") or nxt.lower in ("and", "then")):
        # "Add a record, ..., and then": one order after the other.
        return {"verb": 1.0, "adv": 0.5, "noun": 0.5, "ing": 0.3}
    if len(place.left) == 2 and place.left[-1].lower in _ANSWERS and place.ended:
        # "No, ...": what is said of it.
        return {"clause": 1.0, "adj": 0.8, "noun": 0.5, "adv": 0.5, "finite": 0.3}
    if place.before(0).text == "," and is_order(place) and place.object_follows and leads_to_another(place):
        # "Open the file, ... the port and save it".
        return {"verb": 1.0, "ing": 0.4, "adv": 0.4, "prep": 0.4}
    if place.before(0).text == "," and leads_to_another(place) and joins_present(place) == "plain":
        # "Customers come in, ... and leave".
        return {"finite": 1.0, "noun": 0.4, "adv": 0.3, "ing": 0.3}
    if waits_behind_aside(place) and not place.clause.verb_right and (place.object_follows or nxt.tag == "P" and nxt.lower != "of" or nxt.text in (":", ".") or nxt.lower in ("that", "to")):
        return {"finite": 1.0, "adv": 0.4, "ing": 0.3}
    if waits_behind_aside(place) and nxt.tag == "v":
        # "Local governments, out of concern for jobs, ... see it close": what takes the verb that follows.
        return {"finite": 1.0, "adv": 0.95, "noun": 0.3}
    if nxt.lower == "by" and place.after(1).tag == "#" and any(t.lower in ("percent", "%", "points", "yuan", "dollars") or t.text.endswith("%") for t in place.right[1:4]):
        # "Prices, ... by five percent, worried everyone".
        return {"ing": 1.0, "done": 0.5, "finite": 0.4, "noun": 0.3, "adv": 0.3}
    if nxt.lower == "by" and (place.after(1).tag in ("D", "X", "N", "n", "j") or place.after(1).tag == "#" and place.after(2).tag in ("N", "j")) and not place.clause.verb_left:
        # "The bridge, ... by an engineer, opened in May".
        return {"done": 1.0, "adj": 0.5, "ing": 0.4, "adv": 0.4, "noun": 0.3}
    if nxt.tag == "P" and nxt.lower in ("in", "on", "at", "near", "from", "into", "with", "for", "between", "under", "to") and place.before(0).text == "," and place.before(1).tag in ("n", "N") and not place.clause.verb_left and _resumes(place):
        # "The letter, ... in pencil, is hard to read".
        return {"done": 1.0, "ing": 0.9, "noun": 0.88, "adj": 0.9, "pp": 0.8, "adv": 0.5, "prep": 0.3}
    if waits_behind_aside(place) and not place.clause.verb_right and (nxt.tag == "N" or nxt.tag == "j" and place.noun_follows or nxt.tag == "n" and nxt.text[:1].isupper()):
        # "The factory, which used to make bicycles, ... batteries".
        return {"finite": 1.0, "attr": 0.5, "adv": 0.4, "ing": 0.3, "noun": 0.2}
    if nxt.lower == "compared" and place.after(1).lower in ("with", "to"):
        # "was two billion yuan, ... compared with a year ago".
        return {"adj": 1.0, "pp": 0.9, "adv": 0.9, "num": 0.8, "ing": 0.5, "noun": 0.4}
    if place.before(0).text == "," and nxt.lower in ("of", "at", "with", "from") and len(place.left) > 2 and is_person(place.before(2), place.before(1)):
        # "said Wei Jianhua, ... of the department".
        return {"noun": 1.0, "ing": 0.6, "adj": 0.5, "adv": 0.4, "conj": 0.3}
    if going_on := continued(place):
        return {"finite": 0.6, "verb": 0.6, going_on: 1.0, "ing": 0.6, "adv": 0.4, "prep": 0.4, "noun": 0.2}
    if place.before(0).text == ";" and nxt.lower in ("he", "she", "they", "we", "i") and place.after(1).tag in tuple("zdBMHOv"):
        # "The road was blocked; ... we missed the train".
        return {"adv": 1.0, "conj": 0.95, "clause": 0.3, "ing": 0.2, "noun": 0.1}
    if place.before(0).text == ";" and nxt.lower in ("it", "them"):
        # "disabled; ... it in the settings".
        return {"verb": 1.0, "adv": 0.3, "conj": 0.3}
    done_next = next((t for t in place.right[2:4] if t.tag != "r"), place.after(2))
    if nxt.text == "," and place.after(1).lower == "and" and (done_next.tag in ("z", "d") or done_next.tag == "p" and "d" in words.tags(done_next.lower)) or nxt.text == "," and place.after(2).tag in ("z", "d"):
        return {"finite": 1.0, "ing": 0.5, "adj": 0.9, "adv": 0.5, "noun": 0.3}
    if nxt.text == "," and place.before(0).text == "," and place.after(1).tag in ("z", "d") and place.clause.verb_left is False and any(t.tag == place.after(1).tag for t in place.left[1:14]) and any(t.text == "," and u.lower == "and" for t, u in pairwise(place.right[2:14])):
        # "It waits for a minute, ..., pulls out, and is overtaken".
        return {"finite": 1.0, "adv": 0.7, "ing": 0.5, "adj": 0.5, "noun": 0.3}
    if nxt.lower == "of" and place.before(0).text == ",":
        # "The child, ... of dogs, hid".
        return {"noun": 0.9, "adj": 1.0, "attr": 0.3, "adv": 0.3, "ing": 0.3, "prep": 0.4}
    if nxt.tag == "#" and nxt.text[:1].isdigit():
        # "cost 538,000 yuan, equivalent to 6.3 times".
        return {"prep": 1.0, "adv": 0.8, "ing": 0.8, "adj": 0.7, "conj": 0.5, "attr": 0.4, "noun": 0.3, "finite": 0.3, "verb": 0.1}
    if nxt.lower in ("and", "or", "but") and place.after(1).tag == "j" and place.after(2).tag not in ("n", "N", "j", "g"):
        # "regarded as a benchmark, ... and modern".
        return {"adj": 1.0, "attr": 0.6, "noun": 0.5, "adv": 0.3, "done": 0.4}
    if nxt.lower in ("and", "or", "but") and place.before(0).text == "," and place.before(1).tag == "j" and place.after(1).tag == "r" and place.after(2).tag in ("p", "j", "d"):
        # "dirty, ... and badly paid".
        return {"adj": 1.0, "attr": 0.6, "noun": 0.4, "adv": 0.3, "done": 0.5}
    if nxt.text in (",", "，"):
        return {"adv": 1.0, "conj": 0.4, "noun": 0.6, "clause": 0.5, "adj": 0.5, "ing": 0.4, "finite": 0.3, "attr": 0.2}
    if place.verb_follows:
        return {"noun": 1.0, "conj": 0.7 if place.before(0).text == "," and place.clause.verb_left is False and any(t.tag in "zd" for t in place.left[1:10] if t.tag) else 0.04, "ing": 0.5, "adv": 0.5, "clause": 0.2}
    if nxt.lower == "and" and place.after(1).lower in ALIKE_IN_PAST and any(t.tag == "d" for t in place.left[:14]):
        # "wiped his mouth, ... and put".
        return {"finite": 1.0, "noun": 0.3, "ing": 0.4, "adv": 0.3}
    if place.before(0).text == "," and nxt.tag == "T" and place.after(1).tag in ("v", "B") and place.left[-1].lower not in CONDITIONS and place.clause.verb_left is False and any(t.tag in tuple("zd") for t in place.left[1:14]):
        # "let it fall again, ... to check the harness": what one does beside.
        return {"ing": 1.0, "finite": 0.6, "adj": 0.8, "adv": 0.5, "noun": 0.4, "done": 0.5}
    if (place.object_follows or nxt.tag == "P" and nxt.lower in ("between", "through", "at", "for", "into", "over", "under", "around", "behind")) and _is_done_between(place):
        # "He took a breath, ... his hand and let it fall".
        return {"finite": 1.0, "ing": 0.7, "adv": 0.4, "prep": 0.4, "conj": 0.3}
    if nxt.lower == "and" and place.after(1).tag in ("z", "d", "r", "p") and any(t.tag == place.after(1).tag or place.after(1).tag == "p" and t.tag == "d" for t in place.left[:14]):
        return {"finite": 1.0, "noun": 0.3, "ing": 0.4, "adv": 0.3}
    first = place.left[-1].lower if place.left else ""
    if len(place.left) == 2 and first in governors.STEPS and not place.clause.verb_right and not place.verb_follows:
        # "First, ... a secret".
        return {"verb": 1.0, "clause": 0.5, "adv": 0.3, "noun": 0.3, "ing": 0.4, "conj": 0.2, "prep": 0.3}
    if place.before(0).text == "," and place.ended and not any(t.text == "," for t in place.left[1:]) and any(t.tag in "zdB" for t in place.left[1:]) and (place.left[1].tag in ("R", "N", "n") and place.left[-1].tag in ("R", "D", "n", "X")):
        # "He stood with his back to her, ..."
        return {"ing": 1.0, "adv": 0.95, "adj": 0.8, "noun": 0.9, "clause": 0.3, "done": 0.4, "pp": 0.9}
    if place.before(0).text == "," and place.ended and place.clause.verb_left is False and _says(place):
        # "I know," he said, ...
        return {"ing": 1.0, "adv": 0.95, "adj": 0.5, "noun": 0.3, "clause": 0.3}
    if first in CONDITIONS and not place.clause.verb_right and (nxt.tag in ("D", "X", "T", "P", "#") or nxt.lower in ("it", "them") and place.after(1).tag not in tuple("zdBMHv") or place.identifier_follows):
        # "If something goes wrong, ... to 3.9": what to do then.
        return {"verb": 1.0, "conj": 0.4, "prep": 0.5, "adv": 0.5, "ing": 0.3, "noun": 0.3, "clause": 0.3}
    if place.before(0).text == ":" and nxt.tag in ("D", "X") and not place.clause.verb_right and not place.clause.verb_left:
        # "Warning: ... the power before opening".
        return {"verb": 1.0, "ing": 0.9, "adv": 0.4, "prep": 0.5, "conj": 0.3, "noun": 0.2, "clause": 0.2}
    if nxt.tag in ("D", "X") and not place.clause.verb_right:
        # No clause follows that a conjunction could join.
        return {"adv": 0.6, "conj": 0.6, "prep": 1.0, "ing": 0.95, "finite": 0.4, "verb": 0.4, "noun": 0.2, "clause": 0.2}
    if nxt.tag in ("D", "X", "R"):
        return {"adv": 0.7, "conj": 0.9, "prep": 0.7, "ing": 0.9, "finite": 0.4, "verb": 0.4, "noun": 0.2, "clause": 0.3}
    if place.identifier_follows:
        return {"verb": 0.75, "attr": 0.6, "prep": 0.7, "conj": 0.7, "adv": 0.35, "ing": 0.5, "noun": 0.4, "finite": 0.5, "clause": 0.2}
    if place.before(0).text == "," and nxt.tag == "g" and nxt.lower not in governors.NOUNS_IN_ING and (place.after(1).tag in ("P", "D", "X", "R") or place.after(1).tag == "r") and any(t.tag in "zdB" for t in place.left[1:] if t.tag):
        # "The nurse stood by the bed, ... waiting for an answer".
        return {"adv": 1.0, "adj": 0.4, "attr": 0.3, "noun": 0.3, "conj": 0.4, "prep": 0.3}
    if place.noun_follows:
        return {"attr": 1.0, "ing": 0.6, "adv": 0.5, "conj": 0.5, "prep": 0.5, "finite": 0.3, "verb": 0.3, "noun": 0.3}
    if nxt.tag == "$" or nxt.text in ".!?;:。":
        return {"clause": 0.9, "noun": 0.9, "adj": 0.5, "ing": 0.6, "adv": 0.6, "finite": 0.4, "num": 0.6, "verb": 0.3}
    if place.before(0).text == "," and nxt.lower in ("from", "in", "on", "by", "with", "between", "near", "behind", "above", "under", "beside") and _has_brought_in(place):
        # "It is a villa of three floors, ... from an old mill".
        return {"done": 1.0, "ing": 0.9, "adj": 0.9, "adv": 0.6, "pp": 0.6, "noun": 0.5, "prep": 0.3}
    if place.before(0).text == "," and nxt.lower in ("as", "into", "towards", "toward", "at", "from", "through", "behind") and not any(t.text == "," for t in place.left[1:]) and place.left[-1].tag in ("R", "D", "X", "n") and any(t.tag in "zd" for t in place.left[1:] if t.tag):
        # "He left the town, ... as a monk": what he did or was beside.
        return {"ing": 1.0, "done": 0.7, "adj": 0.9, "adv": 0.8, "noun": 0.6, "conj": 0.3, "prep": 0.3, "finite": 0.3}
    return {"noun": 0.9, "ing": 0.6, "adv": 0.7, "conj": 0.5, "adj": 0.5, "clause": 0.4, "finite": 0.4, "prep": 0.3, "verb": 0.3, "num": 0.5}
