"""Which kinds of words fit at a place and how well: one rule for each kind of word that can stand before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.english.sentence.place import Place, Wants
from pipeline.english.sentence.subjects import is_said_aside, is_so_old, is_told_of_part, names_part
from pipeline.english.slots.after_comma import after_comma, is_comma
from pipeline.english.slots.after_conjunction import after_joint, is_joined
from pipeline.english.slots.after_frames import FRAMES
from pipeline.english.slots.after_helpers import after_be, after_degree, after_have, after_modal, after_to, is_be, is_have, is_modal, is_to
from pipeline.english.slots.after_preposition import after_preposition, is_preposition
from pipeline.english.slots.after_relative import after_relative, is_relative
from pipeline.english.slots.after_subject import after_subject
from pipeline.english.slots.after_verb import after_verb
from pipeline.english.slots.at_start import at_start
from pipeline.english.slots.how_done import HOW_DONE
from pipeline.english.slots.inversion import FRAMES as INVERSIONS
from pipeline.english.slots.patterns import (
    asks_for_bare_verb,
    is_asked,
    is_dated,
    is_degree,
    is_made_to,
    is_no_longer,
    parallel,
    waits_behind_aside,
)
from pipeline.english.slots.relative_clauses import FRAMES as RELATIVE_FRAMES
from pipeline.english.slots.relative_clauses import lacks_verb_behind_whoever
from pipeline.english.slots.turned import as_statement, interrupted, is_asked_how
from pipeline.english.vocabulary import governors, words
from pipeline.english.vocabulary.times import LASTING


def read_wants(place: Place, start: bool, hyphen: str) -> Wants:
    """How well each kind of word would fit, in [0, 1]; ``start`` of a sentence, ``hyphen`` on a side."""
    if hyphen == "right":
        return {"noun": 1.0, "attr": 0.9, "adj": 0.5, "adv": 0.3, "verb": 0.2}
    if hyphen == "left":
        return {"noun": 0.9, "attr": 0.7, "done": 0.7, "ing": 0.4, "adj": 0.4}
    if start:
        return at_start(place)
    if asks_for_bare_verb(place):
        made = place.before(1).lower in ("make", "makes", "made", "making")
        nxt = place.after(0)
        led = nxt.tag == "v" or words.known_verb(nxt.lower) and place.after(1).tag in ("D", "X", "R", "#")
        # "Please ... keep the receipt": how it is to be done.
        # "helped them ...", and said how.
        told = place.ended and place.before(1).lower in ("help", "helps", "helped", "helping")
        return {"verb": 0.6 if led else 0.9 if made else 1.0, **({"adj": 1.0} if made else {}), "adv": 1.0 if led else 0.87 if told else 0.3, "noun": 0.05}
    if is_asked_how(place):
        return after_be(as_statement(place))
    if (whole := interrupted(place)) is not None:
        return read_wants(whole, False, "")
    here = place.before(0)
    if is_made_to(place):
        made = place.before(1).lower in ("make", "makes", "made", "making")
        return {"verb": 0.9, "attr": 1.0 if place.noun_follows else 0.1, "noun": 0.3 if place.noun_follows else 0.92, "adj": 0.95 if made or place.noun_follows else 0.1, "adv": 0.3}
    if place.person_follows and here.tag in (",", '"', "”", "v", "z", "d", "g", "P", "T", "C"):
        # "asked ... He Lin about it": who somebody is.
        return {"attr": 1.0, "conj": 0.9, "adv": 0.8, "prep": 0.9, "ing": 0.5, "noun": 0.3}
    if here.text in ("(", "（") and len(place.left) > 1 and place.left[1].tag.isalpha() and place.after(0).tag not in ("z", "d", "B", "H", "M"):
        # "The firm (... in 2003) is small": what is said of it beside.
        return {"done": 1.0, "noun": 1.0, "num": 1.0, "adj": 0.9, "prep": 0.9, "pp": 0.9, "ing": 0.8, "attr": 0.8 if place.noun_follows else 0.3, "adv": 0.7, "conj": 0.5, "clause": 0.6, "finite": 0.2}
    if (here.lower in _HOW_WELL or here.lower == "likely") and (place.ended or place.after(0).tag in ("P", "C")) and (helper := next((n for n, t in enumerate(place.left[1:4], 1) if t.tag != "r" and t.lower not in governors.DEGREE), 0)) and place.before(helper).tag == "B":
        # "are better ...", "is most likely ...": how well, or how likely, it is done.
        return {"done": 1.0, "adj": 0.95, "ing": 0.4, "adv": 0.3, "noun": 0.3}
    if len(place.left) == 1 and here.lower in governors.STEPS and here.lower not in ("now", "last") and place.object_follows and place.after(0).lower not in ("it", "he", "she", "they", "we", "i", "you") and not place.clause.verb_right:
        # "First ... a queue".
        return {"verb": 1.0, "finite": 0.6 if here.lower in ("then", "finally", "afterwards") else 0.2, "prep": 0.4, "adv": 0.3, "noun": 0.2, "ing": 0.3}
    if here.lower == "each" and place.before(1).text == "," and place.after(0).tag == "P" and place.after(0).lower != "of":
        # "four of them, each ... for a month".
        return {"done": 1.0, "ing": 0.8, "adj": 0.6, "adv": 0.3, "noun": 0.3}
    if here.lower == "since" and place.before(1).tag == "H":
        # "has since ... on the market".
        return {"done": 1.0, "adv": 0.4, "adj": 0.2, "noun": 0.1}
    if is_said_aside(place):
        return {"noun": 1.0, "adv": 0.2}
    if names_part(place):
        # "23 passengers, most of them ... on their way".
        return {"noun": 1.0, "adj": 0.9, "pp": 0.9, "done": 0.85, "ing": 0.8, "adv": 0.4, "finite": 0.1}
    if is_so_old(place) or is_told_of_part(place):
        return {"finite": 1.0, "adv": 0.4, "noun": 0.3, "ing": 0.1}
    for applies, rule in _RULES:
        if applies(place):
            return rule(place)
    return _after_content(place) if here.tag.isalpha() else after_comma(place)


_HOW_WELL = frozenset("better best well worse worst badly poorly".split())


def _is_determined(place: Place) -> bool:
    return place.before(0).tag in ("D", "X") and place.before(0).lower not in governors.LONE_PRONOUNS


def _is_out_of_them(place: Place) -> bool:
    """ "of which four", "of whom only two"."""
    at = 2 if place.before(1).tag == "r" else 1
    return place.before(at).lower in ("which", "whom", "them", "these") and place.before(at + 1).lower == "of"


def _in_noun_phrase(place: Place) -> Wants:
    nxt, then = place.after(0), place.after(1)
    if place.before(0).lower in ("this", "that") and place.ended and place.before(1).tag in ("z", "v", "d", "p"):
        # "nobody says this ...", "finds this ...".
        judged = place.before(1).lower in governors.CALLING or place.before(1).lower in governors.MAKING or place.before(1).lower in governors.LINKING
        return {"noun": 1.0, "adj": 0.95 if judged else 0.4, "adv": 0.9, "attr": 0.1}
    if place.before(0).lower in ("this", "that", "these", "those") and (nxt.tag in ("D", "X", "R") or nxt.lower == "that"):
        # "This ... that demand fell": it stands for a noun, and the verb follows.
        return {"finite": 1.0, "adv": 0.4, "noun": 0.3}
    if place.before(0).lower in ("this", "that") and place.before(1).tag in ("^", "C", "S") and (nxt.tag == "N" or nxt.tag == "j" and then.tag == "N") and not place.clause.verb_right:
        # "That ... long queues": one of them is no "that".
        return {"finite": 1.0, "attr": 0.3, "adv": 0.3}
    if place.before(0).lower in governors.COUNTED and len(place.left) == 1 and nxt.tag == "P" and nxt.lower != "of" and not place.clause.verb_right:
        # "Some ... at the lowest point".
        return {"finite": 1.0, "noun": 0.7, "adv": 0.4, "done": 0.4, "ing": 0.3}
    if place.before(0).lower in governors.COUNTED and (nxt.tag in ("D", "X") or nxt.lower in ("it", "them", "him", "her") and then.tag in ("P", "r", "$", "D", "X", "T")):
        # "many ... a cover": it stands for a noun.
        return {"finite": 1.0, "adv": 0.4, "noun": 0.2}
    if place.before(0).lower in ("some", "many", "others", "most", "few") and place.before(1).tag in ("^", ",") and nxt.tag == "P" and nxt.lower != "of" and not place.clause.verb_right and not place.clause.verb_left:
        # "Many ... at the lowest point": it stands for a noun.
        return {"finite": 1.0, "noun": 0.7, "adv": 0.4}
    if place.before(0).tag == "#" and place.ended and _is_out_of_them(place):
        # "22 shots, of which only four ...".
        return {"finite": 1.0, "adj": 0.4, "noun": 0.3, "adv": 0.3}
    if place.before(0).tag == "#" and place.before(1).lower in ("all", "these", "those", "other") and place.verb_follows:
        # "All three ... left": they stand for a noun, or count one.
        return {"noun": 0.9, "adv": 1.0, "attr": 0.15, "adj": 0.1, "finite": 0.1}
    if nxt.tag == "v" and place.before(0).lower in ("a", "an") and set(words.tags(nxt.lower)) & {"n"}:
        # "a ... look": behind one thing stands no bare verb.
        return {"attr": 1.0, "noun": 0.2, "adj": 0.9, "num": 0.8}
    if nxt.tag == "j" and then.tag in "nNj":
        return {"adv": 0.8, "attr": 0.9, "adj": 0.8, "noun": 0.2}
    if nxt.tag in "nN" and nxt.tag:
        relaxed = 0.4 if nxt.tag == "N" and nxt.lower in governors.ALSO_VERBS else 0.2
        return {"attr": 1.0, "noun": relaxed, "adj": 0.9, "num": 0.8}
    if nxt.tag == "g" and then.tag in "nN":
        return {"attr": 0.8, "noun": 0.9, "adj": 0.6, "adv": 0.3}
    if nxt.text in (",", "and", "or", "but") and then.tag in ("j", "n", "N") and place.after(2).tag in "nN" and place.after(2).tag:
        return {"noun": 0.9, "attr": 0.9, "adj": 0.9}
    if nxt.tag == "#" or nxt.lower in ("one", "ones"):
        return {"adj": 0.9, "attr": 0.9, "noun": 0.4, "num": 0.6}
    if nxt.lower == "of" and then.tag not in ("D", "X", "R", "#", "$"):
        # "a ... of tea": what it is counted or measured in.
        return {"noun": 0.8, "measure": 1.0, "attr": 0.15, "adj": 0.12, "ing": 0.2, "num": 0.5, "verb": 0.03}
    # "looked at her ...": she may be the object, and what follows tells how.
    how = {"adv": 0.5, "pp": 0.4} if place.before(0).lower == "her" and place.ended else {}
    return {"noun": 1.0, "attr": 0.15, "adj": 0.12, "ing": 0.2, "num": 0.5, "verb": 0.03, **how}


def _is_modified(place: Place) -> bool:
    """After an adjective, number or noun that itself stands in a noun phrase."""
    here = place.before(0)
    if here.tag in ("j", "#"):
        return True
    return here.tag == "p" and place.before(1).tag in ("D", "X", "P", "j")


def _after_adjective(place: Place) -> Wants:
    wants = _in_noun_phrase(place)
    if place.before(0).tag == "#" and place.before(0).text.isalpha() and (place.before(1).tag in (",", "^", "C", "S") or place.before(1).lower in ("which", "whom") and place.before(2).lower == "of") and place.after(0).lower in ("a", "an", "the", "no", "that", "to", "their", "its", "his", "her") and not place.clause.verb_right and not place.clause.verb_left:
        # "Of twelve firms, eight ... a loss": it stands for a noun.
        return {"finite": 1.0, "adv": 0.4, "noun": 0.3}
    if place.before(0).lower == "one" and place.after(0).tag == "z" and place.before(1).tag in ("S", "W"):
        # "only if one ... listens".
        return {"adv": 1.0, "noun": 0.9, "attr": 0.1}
    if place.before(0).lower == "elder" and place.before(1).tag == "D" and not place.noun_follows and not place.clause.verb_left and place.after(0).lower != "of":
        # "The elder ... and left": somebody.
        return {"finite": 1.0, "adv": 0.5, "noun": 0.3}
    if place.before(0).text.endswith("%"):
        return {**wants, "adv": 0.95, "noun": wants["noun"] * 0.8}
    if place.before(0).lower in governors.THOSE_WHO_ARE and place.before(1).lower == "the" and place.after(0).tag == "v":
        # "the young ... help".
        return {"adv": 1.0, "noun": 0.4, "conj": 0.2}
    if place.before(0).tag == "j" and (place.before(1).lower in governors.LINKING or place.before(1).lower in ("fall", "falls", "fell", "fallen")) and (place.ended or place.after(0).tag == "#" and place.after(1).lower in LASTING):
        # "her ears turned red ...", "turned grey ... one summer".
        return {"adv": 1.0, "pp": 0.9, "noun": 0.4, "adj": 0.1}
    predicate = place.before(0).tag == "j" and place.before(1).tag in ("B", "r") and place.before(0).lower not in governors.ONLY_BEFORE_NOUN
    if predicate and place.clause.verb_right and (place.object_follows or place.noun_follows):
        # "is slow ... the image has to be fetched".
        return {"conj": 1.0, "prep": 0.6, "adv": 0.3, "noun": 0.1}
    if predicate and place.object_follows:
        # "available in the system", "responsible for its safety".
        return {"prep": 1.0, "adv": 0.3, "conj": 0.5, "ing": 0.3, "noun": 0.1}
    if predicate:
        return {**wants, "noun": wants["noun"] * 0.6, "adv": 0.5, "prep": 0.4, "conj": 0.4, "verb": 0.15}
    return {**wants, "adj": 0.5 if "adj" in wants and wants["adj"] > 0.5 else 0.1}


_AS_EVER = frozenset("still often usually sometimes".split())


def _after_content(place: Place) -> Wants:
    """After a noun, pronoun, verb or adverb: the clause decides, by whether it has its verb already."""
    here = place.before(0)
    if place.clause.verb_left and place.after(0).lower in ("it", "he", "she", "they", "we", "i", "you", "there") and place.after(1).tag in tuple("zdMBH"):
        # "We stayed home ... it was raining".
        return {"conj": 1.0, "adv": 0.4, "prep": 0.3, "noun": 0.1, "attr": 0.1, "clause": 0.3}
    if place.before(1).lower in governors.INDEFINITE and here.tag in ("j", "v") and here.lower != "else" and len(place.left) < 4 and not place.verb_follows:
        # "Something warm ... on his face".
        return {"finite": 1.0, "adv": 0.4, "noun": 0.2}
    if lacks_verb_behind_whoever(place):
        # "Whoever eats slowly ... more nutrients".
        return {"finite": 1.0, "adv": 0.5, "noun": 0.3, "ing": 0.2}
    if here.tag == "r":
        trimmed = replace(place, left=place.left[1:])
        if place.before(1).text == "," and place.ended and waits_behind_aside(trimmed):
            # "Her voice, which had been weak, suddenly ...".
            return {"finite": 1.0, "adv": 0.4, "noun": 0.2, "adj": 0.3}
        if here.lower == "also" and place.before(1).lower == "but" and any(t.lower == "only" for t in place.left[2:]):
            # "not only grew rich, but also ... a leader".
            return {parallel(place): 1.0, "adv": 0.3, "noun": 0.3, "adj": 0.3}
        if here.lower == "then" and place.before(1).text == "," and place.ended and place.before(2).tag in ("n", "N") and any(t.lower == "first" for t in place.left[3:8]):
            # "was first disbelief, then ...".
            return {"noun": 1.0, "ing": 0.4, "adj": 0.4}
        if here.lower == "then" and place.before(1).tag not in ("M", "O", "T", "B", "H"):
            return {"verb": 0.6, "finite": 0.6, "adv": 0.3, "noun": 0.3, parallel(place): 1.0}
        if here.lower in _AS_EVER and place.before(1).lower in ("and", "but", "yet") and not place.noun_follows and any(t.tag in "zdBH" for t in place.left[2:] if t.tag):
            # "have been married for ten years and still ... over money": another thing is said of them.
            predicate = any(t.tag == "B" and place.left[n - 1].tag != "p" for n, t in enumerate(place.left[3:], 3))
            return {"finite": 1.0, "adj": 1.0 if predicate else 0.4, "done": 0.4, "noun": 0.4, "adv": 0.3, "ing": 0.3}
        if here.lower in ("only", "merely", "just", "simply") and place.before(1).text == "," and place.ended and any(t.tag in "zdMBH" for t in place.left[2:] if t.tag):
            # "She did not say a word, only ...".
            return {"finite": 1.0, "ing": 0.9, "noun": 0.5, "adj": 0.3, "adv": 0.4}
        if here.lower in ("not", "only", "merely", "just") and trimmed.left:
            return read_wants(trimmed, False, "")
        inner = read_wants(trimmed, not trimmed.left, "")
        if place.before(1).tag == "M" and place.after(0).tag == "n" and place.after(1).text in (".", ",") and words.known_verb(place.after(0).lower) and words.countable(place.after(0).lower) is not False:
            # "can often ... watch."
            return {"adv": 1.0, "verb": 0.9, "adj": 0.3}
        return {**inner, "adv": inner.get("adv", 0.0) * 0.5, "adj": max(0.4, inner.get("adj", 0.0))}
    if here.tag == "R" or here.tag in "nN":
        return after_subject(place)
    return after_verb(place)


def _after_asked(place: Place) -> Wants:
    return {"verb": 1.0, "adv": 0.4, "noun": 0.05}


def _after_dated(place: Place) -> Wants:
    return {"done": 1.0, "noun": 0.5, "attr": 0.3}


def _after_no_longer(place: Place) -> Wants:
    if place.before(2).tag == "C" and (place.after(0).tag == "T" or place.ended) and any(t.tag == "H" for t in place.left[3:]):
        # "has lent nothing and no longer ... to": what is so by now.
        return {"finite": 1.0, "done": 0.5, "adj": 0.5, "noun": 0.3}
    return read_wants(replace(place, left=place.left[2:]), False, "")


_RULES: tuple[tuple[Callable[[Place], bool], Callable[[Place], Wants]], ...] = (
    (is_no_longer, _after_no_longer),
    *HOW_DONE,
    (is_asked, _after_asked),
    (is_dated, _after_dated),
    (is_degree, after_degree),
    (is_to, after_to),
    (is_modal, after_modal),
    (is_be, after_be),
    (is_have, after_have),
    *INVERSIONS,
    *RELATIVE_FRAMES,
    *FRAMES,
    (_is_determined, _in_noun_phrase),
    (is_joined, after_joint),
    (is_relative, after_relative),
    (is_comma, after_comma),
    (is_preposition, after_preposition),
    (_is_modified, _after_adjective),
)
