"""Which kinds of words fit at a place and how well: one rule for each kind of word that can stand before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.english.sentence.place import Place, Wants
from pipeline.english.sentence.subjects import is_said_aside, is_so_old, is_told_beside, is_told_of_part, names_part
from pipeline.english.slots.after_comma import after_comma, is_comma
from pipeline.english.slots.after_conjunction import after_joint, is_joined
from pipeline.english.slots.after_frames import FRAMES
from pipeline.english.slots.after_helpers import after_be, after_degree, after_have, after_modal, after_to, is_be, is_have, is_modal, is_to
from pipeline.english.slots.after_preposition import after_preposition, is_preposition
from pipeline.english.slots.after_relative import after_relative, is_relative
from pipeline.english.slots.at_start import at_start
from pipeline.english.slots.inversion import FRAMES as INVERSIONS
from pipeline.english.slots.patterns import (
    asks_for_bare_verb,
    has_it_done,
    is_asked,
    is_complement,
    is_dated,
    is_degree,
    is_made,
    is_made_to,
    is_no_longer,
    is_order,
    is_passive,
    is_said_of_object,
    is_told,
    is_told_to_be,
    is_what_is_called,
    is_with,
    parallel,
    says_who,
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
        return {"verb": 0.6 if led else 0.9 if made else 1.0, **({"adj": 1.0} if made else {}), "adv": 1.0 if led else 0.3, "noun": 0.05}
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
        # "nobody says this ...".
        return {"noun": 1.0, "adj": 0.95, "adv": 0.9, "attr": 0.1}
    if place.before(0).lower in ("this", "that", "these", "those") and (nxt.tag in ("D", "X", "R") or nxt.lower == "that"):
        # "This ... that demand fell": it stands for a noun, and the verb follows.
        return {"finite": 1.0, "adv": 0.4, "noun": 0.3}
    if place.before(0).lower in ("this", "that") and place.before(1).tag in ("^", "C", "S") and (nxt.tag == "N" or nxt.tag == "j" and then.tag == "N") and not place.clause.verb_right:
        # "That ... long queues": one of them is no "that".
        return {"finite": 1.0, "attr": 0.3, "adv": 0.3}
    if place.before(0).lower in governors.COUNTED and nxt.tag in ("D", "X"):
        # "many ... a cover": it stands for a noun.
        return {"finite": 1.0, "adv": 0.4, "noun": 0.2}
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
    if place.before(0).lower == "elder" and place.before(1).tag == "D" and not place.noun_follows and not place.clause.verb_left and place.after(0).lower != "of":
        # "The elder ... and left": somebody.
        return {"finite": 1.0, "adv": 0.5, "noun": 0.3}
    if place.before(0).text.endswith("%"):
        return {**wants, "adv": 0.95, "noun": wants["noun"] * 0.8}
    if place.before(0).lower in governors.THOSE_WHO_ARE and place.before(1).lower == "the" and place.after(0).tag == "v":
        # "the young ... help".
        return {"adv": 1.0, "noun": 0.4, "conj": 0.2}
    if place.before(0).tag == "j" and (place.before(1).lower in governors.LINKING or place.before(1).lower in ("fall", "falls", "fell", "fallen")) and place.ended:
        # "her ears turned red ...".
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
        return {**inner, "adv": inner.get("adv", 0.0) * 0.5, "adj": max(0.4, inner.get("adj", 0.0))}
    if here.tag == "R" or here.tag in "nN":
        return _after_subject(place)
    return _after_verb(place)


_WHENEVER = frozenset("time moment day night year instant minute week morning way".split())


def _after_subject(place: Place) -> Wants:
    here, nxt = place.before(0), place.after(0)
    if (place.verb_follows or place.ended) and is_said_of_object(place):
        # "data that one office ... should not be asked for": the verb that follows is that of the sentence.
        return {"finite": 1.0, "adv": 0.5, "noun": 0.4}
    if is_told_beside(place):
        return {"done": 1.0, "adj": 0.95, "ing": 0.8, "adv": 0.5, "noun": 0.2}
    if is_told_to_be(place):
        # "Analysts said the market ... in May".
        return {"finite": 1.0, "adv": 0.6, "noun": 0.5, "attr": 0.4 if place.noun_follows else 0.1}
    if is_order(place) and here.tag in ("n", "N") and (nxt.tag in ("D", "X", "#") or nxt.tag in ("n", "N", "v") and place.after(1).text in (".", ":", "")):
        # "Restart the service ... the script", "Install the package ... pip".
        return {"prep": 1.0, "ing": 0.9, "attr": 0.1 if nxt.tag in ("D", "X") else 0.8, "noun": 0.3, "adv": 0.4, "conj": 0.5, "num": 0.3}
    if here.lower in governors.INDEFINITE and (place.ended or nxt.tag in ("P", "T", "C")) and (place.clause.verb_left or is_order(place) or any(t.tag == "v" for t in place.left[1:4])):
        # "something ..., such as milk".
        return {"adj": 1.0, "adv": 0.5, "noun": 0.2, "inf": 0.5}
    if here.lower in ("o'clock", "a.m", "p.m") or here.text.lower() in ("am", "pm") and place.before(1).tag == "#":
        # "at nine o'clock ...".
        return {"adv": 1.0, "pp": 0.9, "noun": 0.2}
    if here.tag == "N" and place.before(1).tag == "#" and place.ended and place.clause.verb_left:
        # "a belt two fingers ...": which way it measures that much.
        return {"adj": 1.0, "adv": 0.95, "noun": 0.9, "prep": 0.3, "finite": 0.2}
    if here.tag == "R" and here.lower in ("they", "he", "she", "we", "i") and place.before(1).tag in ("n", "N") and not place.verb_follows and place.after(0).tag != "v":
        # "the chances they ... in the first half".
        return {"finite": 1.0, "adv": 0.4, "noun": 0.05}
    if here.tag == "R" and here.lower in ("they", "he", "she", "we", "i", "it") and place.before(1).lower in _WHENEVER and place.before(2).lower in ("each", "every", "the", "any", "last", "first", "next") and not place.verb_follows and place.after(0).tag != "v":
        # "each time it ... a button".
        return {"finite": 1.0, "adv": 0.4, "noun": 0.05}
    if has_it_done(place):
        return {"done": 1.0, "noun": 0.8, "adv": 0.7, "pp": 0.7, "conj": 0.5, "prep": 0.5}
    if says_who(place) and not place.verb_follows:
        # "The judge said he ... in May".
        return {"finite": 1.0, "adv": 0.5, "noun": 0.05}
    if place.verb_follows and place.left[-1].lower == "what" and place.before(1).tag in ("D", "X") and not place.clause.verb_left and nxt.tag == "B":
        # "What the fans ... is a win".
        return {"finite": 1.0, "adv": 0.3, "noun": 0.2}
    if is_made(place):
        return {"adj": 1.0, "verb": 0.95, "noun": 0.3, "adv": 0.3}
    if here.tag == "R" and place.before(1).lower in ("what", "which", "that", "how", "where", "when", "why", "whatever"):
        if place.verb_follows and place.before(1).lower in ("why", "how", "where", "when"):
            # "why he ... left is not known".
            return {"adv": 1.0, "finite": 0.5, "noun": 0.05}
        return {"finite": 1.0, "adv": 0.4, "noun": 0.05}
    if place.several_follow:
        # "Traders ... orders": what follows is no verb of theirs.
        return {"finite": 1.0, "attr": 0.6, "adv": 0.4, "noun": 0.3, "conj": 0.3, "prep": 0.3}
    if here.lower in ("he", "she", "they", "we", "i") and nxt.tag == "d" and nxt.lower.endswith("ed") and "p" in words.guess(nxt.lower) and place.after(1).tag in ("n", "N") and not place.clause.verb_left:
        # "They ... customized services".
        return {"finite": 1.0, "adv": 0.9, "noun": 0.0}
    if place.verb_follows or (nxt.tag == "v" and place.clause.verb_left is False):
        compound = 0.6 if here.tag == "n" else 0.2
        if here.tag == "n" and place.before(1).tag == "^" and words.countable(here.lower) is True and here.text[1:].islower() and not place.right[0].text[:1].isupper():
            # "User ... is the key": one thing that can be counted begins no sentence bare, unless it is a name.
            compound = 1.0
        # "He ... refused": between a pronoun and its verb stands no conjunction.
        conjunction = 0.3 if here.lower in ("he", "she", "they", "we", "i") else 0.75
        return {"adv": 1.0, "conj": conjunction, "noun": 0.0 if here.tag == "R" else compound, "finite": 0.1, "done": 0.1}
    if here.tag == "R" and place.before(1).tag in ("M", "O"):
        return {"verb": 1.0, "adv": 0.4, "noun": 0.05}
    is_object = here.lower in ("him", "her", "me", "them", "us", "it") and place.before(1).tag in tuple("vzdg")
    if is_object and place.ended and is_complement(place):
        # "we call it ...".
        return {"noun": 1.0, "adj": 1.0, "attr": 0.3, "adv": 0.4, "done": 0.4, "ing": 0.2}
    if here.tag == "R" and not place.clause.verb_left and not is_object:
        return {"finite": 1.0, "adv": 0.5, "noun": 0.05, "attr": 0.05}
    if place.object_follows is False and place.noun_follows and here.tag in ("n", "N") and (at := next((n for n, t in enumerate(place.left[1:4], 1) if t.tag not in ("D", "X", "j", "#")), 0)) and place.before(at).lower in _GIVING and words.tags(here.lower)[:1] in ("n", "N"):
        # "give pupils ... meals".
        return {"attr": 1.0, "noun": 0.4, "adj": 0.5, "adv": 0.4, "num": 0.8}
    if (place.object_follows or place.noun_follows) and here.tag in ("n", "N") and (at := next((n for n, t in enumerate(place.left[1:5], 1) if t.tag not in ("D", "X", "j", "#", "n")), 0)) and place.before(at).lower in ("use", "uses", "used", "using") and place.before(at - 1).tag in ("D", "X", "j", "n") and (place.clause.verb_left or place.before(at).tag in ("v", "z", "d", "g")):
        # "use the tool ... homework".
        return {"inf": 0.97, "attr": 0.9 if place.noun_follows and place.before(at - 1).tag not in ("D", "X") else 0.3, "prep": 1.0, "ing": 0.5, "noun": 0.3, "adv": 0.3}
    if is_with(place) and place.ended:
        # "With the windows ..., the room was hot": how it is meanwhile.
        return {"ing": 1.0, "adj": 1.0, "done": 0.97, "adv": 0.3, "noun": 0.4}
    if place.ended and here.lower.removesuffix("s") in LASTING and place.clause.verb_left and (at := next((n for n, t in enumerate(place.left[1:4], 1) if t.tag not in ("D", "#", "j")), 0)) and place.before(at).lower == "for":
        # "switched off their phones for a day ...".
        return {"adv": 1.0, "pp": 0.95, "inf": 0.95, "ing": 0.9, "adj": 0.4, "noun": 0.3}
    if is_with(place):
        # "with Europe ... 40%": what goes along with it.
        return {"ing": 1.0, "adj": 0.2, "done": 0.5, "noun": 0.5, "adv": 0.3, "prep": 0.3}
    if is_told(place) and here.tag == "n" and place.before(1).tag == "n" and place.before(2).lower in ("a", "an") and place.ended:
        # "expect a market ...": what it is rather than what it is to do.
        return {"noun": 1.0, "inf": 0.9, "adv": 0.4}
    if is_told(place) and here.tag == "n" and place.before(1).lower in ("a", "an") and place.ended:
        return {"noun": 1.0, "inf": 0.9, "adv": 0.4}
    if is_told(place):
        return {"inf": 1.0, "noun": 0.5 if place.ended else 0.25, "adv": 0.5, "prep": 0.5, "conj": 0.4, "adj": 0.2}
    if is_complement(place):
        return {"adj": 1.0, "noun": 0.6, "attr": 0.3, "adv": 0.5, "done": 0.4, "ing": 0.2}
    if here.lower in ("him", "her", "me", "them", "us", "it") and place.ended and (place.clause.verb_left or is_object) and not place.clause.helping:
        # "looked at him ...": how, where or when.
        return {"adv": 1.0, "pp": 0.95, "ing": 0.6, "adj": 0.5, "inf": 0.4, "noun": 0.35, "done": 0.4, "verb": 0.2}
    if place.clause.helping and here.tag != "^":
        return {"verb": 1.0, "noun": 0.5, "adj": 0.5, "adv": 0.3, "attr": 0.3}
    if not place.clause.verb_left and not is_order(place):
        noun = 0.55 if here.tag == "n" and here.text not in "" else 0.25
        attr = 0.5 if place.noun_follows and here.tag == "n" else 0.1
        if nxt.tag == "R" and place.after(1).tag in "zdMBHO" and nxt.lower not in ("me", "him", "them", "us"):
            # "if the data ... it is safe": what is said.
            return {"finite": 1.0, "conj": 0.8, "adv": 0.3, "noun": 0.2, "prep": 0.2}
        if here.lower == "people" and place.before(1).tag in ("#", "D", "j", "^") and place.clause.verb_right and nxt.tag in ("D", "X"):
            # "Most people ... the rule is fair".
            return {"finite": 1.0, "conj": 0.5, "ing": 0.4, "adv": 0.4}
        if nxt.lower in ("every", "each", "any") and place.after(1).lower in ("time", "day", "night", "morning"):
            # "The neighbor ... every time it rains".
            return {"finite": 1.0, "adv": 0.4, "noun": 0.3}
        if here.tag == "N" and nxt.tag in ("D", "X") and place.clause.verb_right and place.before(1).tag in ("^", "j", "#", "S"):
            # "Experts ... the worst is over".
            return {"finite": 1.0, "ing": 0.5, "prep": 0.4, "conj": 0.4, "adv": 0.4}
        if nxt.tag in ("D", "X") and _looks_like_verb(place):
            # "the app ... the download charts in fifty countries".
            return {"finite": 1.0, "ing": 0.9, "prep": 0.85, "conj": 0.4, "adv": 0.4, "noun": 0.2}
        if place.clause.verb_right and (nxt.tag in ("D", "X") or nxt.tag == "#" and nxt.lower not in ("one", "first", "last")):
            # "a letter ... the order came".
            return {"ing": 1.0, "prep": 0.9, "conj": 0.5, "finite": 0.5, "adv": 0.4, "noun": 0.3}
        if place.clause.verb_right and nxt.tag == "P" and nxt.lower not in ("of", "for", "than") and (place.before(1).tag in ("D", "X") or here.tag == "N"):
            # "The money ... by banks has doubled": what is done to it, or what it is.
            by_whom = nxt.lower == "by" or here.tag == "N"
            return {"done": 1.0 if by_whom else 0.8, "noun": 0.88 if by_whom else 1.0, "ing": 0.9, "adj": 0.9, "pp": 0.7, "adv": 0.4, "finite": 0.35}
        if place.clause.verb_right:
            return {"noun": 1.0 if not place.noun_follows else 0.4, "attr": 1.0 if place.noun_follows else 0.2, "adv": 0.4, "finite": 0.6 if nxt.tag == "N" and place.after(1).tag in ("z", "d") else 0.35, "adj": 0.3}
        return {"finite": 1.0, "noun": noun, "adv": 1.0 if place.ended and here.tag == "N" and "z" in words.tags(here.lower) and place.before(1).tag == "n" else 0.95 if nxt.tag == "N" and place.after(1).text in (".", "") and words.known_verb(words.lemma(nxt.lower) or "") or here.tag == "N" and nxt.tag == "n" and words.known_verb(nxt.lower) and place.after(1).text in (".", "", ",") else 0.5, "attr": attr, "adj": 0.3, "conj": 0.5, "clause": 0.2, "prep": 0.3}
    if here.tag == "R" and place.object_follows:
        # "gave it ... him".
        return {"prep": 1.0, "adv": 0.5, "conj": 0.5, "ing": 0.4, "noun": 0.1, "num": 0.3}
    if here.tag in ("n", "N") and nxt.tag in ("D", "X") and place.clause.verb_left and not place.clause.verb_right and nxt.lower not in ("this", "that", "all", "each", "every", "another"):
        # "won the match ... a late penalty".
        return {"prep": 1.0, "ing": 0.9, "adv": 0.5, "conj": 0.6, "noun": 0.3, "done": 0.4, "num": 0.3, "attr": 0.1, "verb": 0.2, "finite": 0.2}
    if here.tag == "N":
        return {"adv": 0.9, "conj": 0.8, "prep": 0.8, "noun": 0.3, "attr": 0.4 if place.noun_follows else 0.1, "ing": 0.5, "done": 0.5, "finite": 0.3, "adj": 0.4, "verb": 0.2, "num": 0.4, "pp": 0.9 if place.ended else 0.1}
    return {"pp": 0.9 if place.ended else 0.1, "noun": 1.0 if not place.noun_follows else 0.4, "attr": 0.9 if place.noun_follows else 0.1, "adv": 0.7 if place.ended else 0.5,
            "conj": 0.55, "prep": 0.5, "finite": 0.3, "ing": 0.3, "done": 0.3, "adj": 0.3, "num": 0.4}  # fmt: skip


_GIVING = frozenset("give gives gave giving offer offers offered offering".split())


def _looks_like_verb(place: Place) -> bool:
    """The one verb that follows may as well be a plural behind its noun: "the download charts"."""
    at = next((n for n, t in enumerate(place.right[:7]) if t.tag in tuple("zdMBHO")), 0)
    verb, then = place.after(at), place.after(at + 1)
    return at > 1 and verb.tag == "z" and "N" in words.tags(verb.lower) and place.after(at - 1).tag == "n" and then.tag not in ("D", "X", "R", "r", "S") and not any(t.tag in tuple("zdMBHO") for t in place.right[at + 1 : at + 9])


_NEEDING = frozenset("need needs needed needing want wants wanted".split())
_LASTING_STATE = frozenset("stay stays stayed appear appears appeared remain remains remained".split())


_TRADED = frozenset("index indexes indices share shares stock stocks market markets yuan dollar currency futures contract contracts bond bonds yield yields price prices composite hang nasdaq".split())


def _after_verb(place: Place) -> Wants:
    here, nxt = place.before(0).lower, place.after(0)
    if is_what_is_called(place):
        # "above what the ministry considers ...".
        named = here.startswith("call")
        return {"adj": 0.85 if named else 1.0, "noun": 1.0 if named else 0.6, "done": 0.4, "adv": 0.2, "attr": 0.2}
    if here in ("close", "closed", "closes", "end", "ended", "open", "opened", "finished", "closing", "ending") and (place.ended or nxt.tag in ("P", "#")) and any(t.lower in _TRADED for t in place.left[1:12]):
        # "The index closed ...": at which level.
        return {"adv": 1.0, "adj": 0.95, "pp": 0.9, "num": 0.6, "prep": 0.5, "noun": 0.3, "ing": 0.2}
    if is_passive(place) and not place.noun_follows and not place.object_follows:
        # "is shared ...", "can be sent ... to them".
        return {"adv": 1.0, "pp": 0.95, "prep": 0.6, "noun": 0.45, "ing": 0.4, "num": 0.8, "conj": 0.3, "adj": 0.3, "inf": 0.4}
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
    return {"noun": 1.0, "pp": 0.9, "adv": 0.8 if (place.ended or nxt.tag == "P") and here in governors.MAYBE_ALONE else 0.4, "ing": 0.3, "num": 0.9, "prep": 0.3, "adj": 0.2, "clause": 0.2, "conj": 0.2}


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
