"""What fits behind the words that help others: "to", modals, "be", "have", and words of degree."""

from __future__ import annotations

from dataclasses import replace

from pipeline.english.sentence.people import names_person
from pipeline.english.sentence.place import Place, Wants
from pipeline.english.sentence.predicates import told_of
from pipeline.english.sentence.tagger import Token
from pipeline.english.slots.complement_patterns import asks_for_doing
from pipeline.english.vocabulary import governors, words
from pipeline.english.vocabulary.times import LASTING


def _is_done_so(place: Place) -> bool:
    """ "was handed out too ...", "spoke very ...": behind what is done and its particle."""
    at = 2 if place.before(1).lower in governors.PARTICLES else 1
    done = place.before(at)
    if done.lower in governors.LINKING or words.lemma(done.lower) in governors.LINKING:
        return False
    return done.tag == "p" and at == 2 and any(t.tag == "B" for t in place.left[at : at + 4])


def _is_done_later(place: Place) -> bool:
    """True where the next verb on the right is a deed: "how ... the firm had reacted", not "how ... the task was"."""
    at = next((n for n, t in enumerate(place.right[:9]) if t.tag in tuple("zdvpBMHO") or t.tag == "g"), None)
    if at is None:
        return False
    verb = next((t for t in place.right[at : at + 4] if t.tag not in ("B", "M", "H", "O", "r")), place.after(at))
    return verb.tag in ("z", "d", "v", "p") and verb.lower not in governors.LINKING and verb.lower not in governors.MAKING


def after_degree(place: Place) -> Wants:
    """Behind "very", "so", "more"."""
    here, nxt = place.before(0).lower, place.after(0)
    if here == "as":
        how = any(t.tag == "B" or t.lower in governors.LINKING for t in place.left[1:5])
        return {"adj": 1.0, "adv": 0.5, "noun": 0.1} if how else {"adv": 1.0, "adj": 0.85, "noun": 0.1}
    if here == "how" and place.object_follows and _is_done_later(place):
        # "how ... the firm had reacted".
        return {"adv": 1.0, "adj": 0.6, "noun": 0.1}
    if here == "so" and place.ended and words.lemma(place.before(1).lower) in ("say", "tell", "think", "write", "do", "state"):
        # "should say so ...".
        return {"adv": 1.0, "adj": 0.5, "noun": 0.1}
    if here in ("more", "less") and nxt.lower == "than" and place.before(1).tag == "P" and place.before(2).tag in ("p", "d"):
        # "was searched for more ... than".
        return {"adv": 1.0, "adj": 0.6, "noun": 0.6}
    if here in ("more", "most") and nxt.tag == "j" and place.after(1).tag in ("n", "N"):
        # "the most ... second-hand market".
        return {"attr": 1.0, "adj": 0.5, "adv": 0.6}
    if here in ("more", "less") and place.before(1).lower == "the" and nxt.tag == "R" and place.after(1).tag == "B":
        # "The longer it is cooked, the more ... it is".
        return {"adj": 1.0, "noun": 0.5, "attr": 0.4, "adv": 0.3}
    if here in ("more", "less") and place.before(1).lower == "the" and nxt.tag == "R" and place.after(1).tag in ("v", "z", "d") and place.after(1).lower not in governors.LINKING:
        # "The more ... you work, the better": how, or of what.
        return {"adv": 1.0, "noun": 0.95, "adj": 0.4}
    if nxt.lower == "so" and place.after(1).lower == "far":
        # "is the most ... so far".
        return {"adj": 1.0, "attr": 0.4, "adv": 0.4, "done": 0.5, "noun": 0.15}
    if nxt.tag == "j" or nxt.lower in governors.DEGREE:
        return {"adv": 1.0, "adj": 0.4, "attr": 0.5}
    if here in ("more", "most") and (place.verb_follows or nxt.tag == "v"):
        # "most ... want to leave": it counts who does.
        return {"noun": 1.0, "adj": 0.3, "attr": 0.2}
    if here in ("more", "less") and nxt.lower == "than" and place.before(1).tag in ("v", "z", "d", "g") and place.before(1).lower not in governors.LINKING and words.lemma(place.before(1).lower) in governors.INTRANSITIVE:
        # "works more ... than before".
        return {"adv": 1.0, "adj": 0.7, "noun": 0.7}
    if here in ("more", "most", "less") and nxt.tag not in ("P", "T", "W", "S"):
        quantity = place.before(1).lower in ("ever", "even", "much", "far", "many") and place.before(2).tag in ("v", "z", "P", "T", "d") or place.before(1).tag in ("v", "z", "P", "T", "d", "D") or place.before(1).tag == "^"
        if quantity and place.ended and here == "more" and place.before(1).lower == "ever":
            # "made ever more mistakes".
            return {"noun": 1.0, "adj": 0.6, "attr": 0.4, "adv": 0.3}
        return {"attr": 0.9, "adj": 0.9, "noun": 0.8 if quantity or not place.noun_follows else 0.3, "adv": 0.3}
    if here in ("more", "less") and place.ended and place.before(1).tag in ("R", "n", "N") and not any(t.tag == "B" or t.lower in governors.LINKING or t.lower in governors.MAKING for t in place.left[1:8]):
        # "you taste it more ...".
        return {"adv": 1.0, "adj": 0.6, "noun": 0.4}
    if here in ("so", "too", "very", "quite", "rather") and place.ended and _is_done_so(place):
        # "had been handed out too ...": how it was done.
        return {"adv": 1.0, "adj": 0.5, "noun": 0.1, "done": 0.3}
    if here in ("so", "too") and place.object_follows:
        return {"finite": 0.8, "adv": 0.5, "verb": 0.5, "adj": 0.4}
    return {"adj": 1.0, "attr": 0.9 if place.noun_follows else 0.4, "adv": 0.4, "done": 0.5, "noun": 0.15}


def is_to(place: Place) -> bool:
    """Behind "to"."""
    return place.before(0).tag == "T" or place.before(0).lower == "to"


def after_to(place: Place) -> Wants:
    """A bare verb, a noun or either, by what governs "to"."""
    governor = place.before(1).lower
    if governor == "way" and (place.before(2).lower in ("all", "halfway") or place.before(3).lower in ("on", "all")):
        # "on the way to ...".
        return {"noun": 1.0, "ing": 0.4, "verb": 0.4, "num": 0.6, "attr": 0.9 if place.noun_follows else 0.3}
    if asks_for_doing(place):
        # "look forward to ...", "is used to ...": what is done, or a thing.
        attributive = 0.9 if place.noun_follows else 0.2
        return {"ing": 1.05, "noun": 0.3 if place.object_follows else 1.2 if governor == "key" else 0.9, "attr": attributive, "num": 0.9, "verb": 0.1}
    if governor in governors.TO_NOUN or place.before(1).text.isdigit() or any(t.lower == "from" for t in place.left[2:6]):
        wants = {"noun": 1.0, "ing": 0.6, "verb": 0.25, "num": 1.0, "attr": 0.3}
    elif governor in governors.TO_EITHER:
        wants = {"noun": 0.75, "verb": 0.75, "ing": 0.3, "num": 0.9, "attr": 0.3}
    else:
        wants = {"verb": 1.0, "noun": 0.3, "num": 0.7, "adv": 0.3, "ing": 0.15}
    if place.after(0).tag == "#" and (wants["noun"] == 1.0 or place.before(1).tag == "#") and place.after(0).lower not in ("one", "first"):
        # "has dropped from 28 yuan to ... eight": by how much it is missed.
        return {"attr": 1.0, "adv": 0.95, "prep": 0.9, "adj": 0.4, "noun": 0.3, "num": 0.5}
    if place.after(0).tag == "v":
        return {**wants, "adv": 0.9, "verb": 0.4}
    if place.noun_follows:
        return {**wants, "attr": max(0.35, wants["noun"] * 0.9), "noun": wants["noun"] * 0.4}
    return wants


def is_modal(place: Place) -> bool:
    """Behind a modal, "do" or "not", with or without "better" between them."""
    here = place.before(1) if place.before(0).lower in ("better", "best", "rather", "sooner") else place.before(0)
    return here.tag in ("M", "O") or here.lower in ("cannot", "not", "n't") or here.lower.endswith("n't")


def after_modal(place: Place) -> Wants:
    """A bare verb; behind "not" what its helper asks for."""
    if place.before(0).lower in ("not", "n't") or place.before(0).lower.endswith("n't"):
        governor = next((t for t in place.left[1:4] if t.tag in "MOBH"), None)
        is_be = governor is None or governor.tag == "B"
        if governor is not None and governor.tag == "H":
            # "had not ...": done or not done.
            return after_have(place)
        if place.before(0).lower.startswith(("is", "are", "was", "were")) or (governor is not None and is_be):
            return after_be(place)
        if governor is None and place.before(0).lower not in ("not", "n't"):
            # "didn't ...", "won't ...": its helper is in the word.
            return {"verb": 1.0, "adv": 0.3, "adj": 0.12, "noun": 0.08}
        if governor is None:
            return {"adj": 0.6, "noun": 0.6, "verb": 0.6, "adv": 0.5, "ing": 0.4, "attr": 0.5}
    if place.after(0).tag in ("v", "B") or place.after(0).lower in ("be", "have"):
        return {"adv": 1.0, "verb": 0.3}
    if place.after(0).tag == "n" and place.after(1).tag == "T" and words.known_verb(place.after(0).lower) and words.countable(place.after(0).lower) is not False:
        # "should ... switch to winter tyres".
        return {"adv": 1.0, "verb": 0.8, "attr": 0.2}
    if place.after(0).tag in ("n", "j") and words.known_verb(place.after(0).lower) and (place.after(1).tag in ("n", "N", "D", "X", "j", "#") and place.after(0).tag == "n" or place.after(1).tag in ("D", "X", "R", "#") or place.after(1).lower in ("and", "or") and place.after(2).tag in ("v", "n") or place.after(0).tag == "j" and place.after(1).text in (".", ",", "") and place.before(0).tag == "M"):
        # "will ... supply cells".
        return {"adv": 1.0, "verb": 0.5, "attr": 0.2}
    return {"verb": 1.0, "adv": 0.35 if place.after(0).tag == "n" else 0.2, "adj": 0.12, "noun": 0.08}


def is_be(place: Place) -> bool:
    """Behind "be", adverbs between them or not."""
    return _skip_adverbs(place).tag == "B" or place.before(0).lower in ("be", "been", "being", "become", "becomes", "became", "becoming")


# What may stand between "be" and its participle besides adverbs: "is first cleaned".
_IN_TURN = ("first", "then", "next")


_OF_ALL = ("all", "both", "each")
_GOING_ON = frozenset("gradually slowly steadily rapidly constantly currently quickly continuously".split())


def _skip_adverbs(place: Place) -> Token:
    left = place.left
    if len(left) > 1 and left[0].lower in _OF_ALL and left[1].tag in ("H", "B") and not place.noun_follows:
        # "The buyers have all ...": said of who does it.
        left = left[1:]
    return next((t for t in left if (t.tag != "r" or t.lower in governors.DEGREE) and not (t is place.before(0) and t.lower in _IN_TURN)), place.before(0))


def after_be(place: Place) -> Wants:
    """A predicate: adjective, participle, gerund, noun."""
    nxt, here = place.after(0), place.before(0).lower
    if nxt.lower == "enough" and place.after(1).tag in ("T", "P", "$") or nxt.lower == "enough" and place.after(1).text in (".", ","):
        # "is ... enough to add it".
        return {"adj": 1.0, "noun": 0.2, "adv": 0.2}
    if nxt.lower in ("a", "an", "per") and place.after(1).lower in ("day", "week", "month", "year", "hour", "minute", "night", "second") and here != "been" and place.after(2).lower != "of":
        # "are ... a day" ends as "are ... in May" does.
        return after_be(replace(place, right=(Token("in", "P", "in"), *place.right[1:])))
    if here == "be" and place.before(1).tag == "T" and nxt.lower in ("toward", "towards") and place.after(1).tag in ("D", "X", "R", "n", "N", "j"):
        # "to be ... toward vendors".
        return {"adj": 1.05, "done": 0.95, "noun": 0.3, "adv": 0.2}
    if place.time_follows:
        # "will be ... next month" ends as "will be ... in May" does.
        return after_be(replace(place, right=(Token("in", "P", "in"), *place.right)))
    if place.there_is:
        modifies = place.noun_follows or nxt.tag in ("v", "j") and "n" in words.tags(nxt.lower)
        return {"noun": 0.4 if modifies else 1.0, "num": 0.8, "attr": 1.0 if modifies else 0.2, "ing": 0.3, "adv": 0.2, "adj": 0.5 if modifies else 0.2}
    if nxt.lower == "out" and place.after(1).lower == "of":
        # "was ... out of tune".
        return {"adv": 1.0, "adj": 0.4, "noun": 0.2, "ing": 0.2}
    if here.startswith("becom"):
        return {"adj": 1.0, "attr": 0.9 if place.noun_follows else 0.2, "noun": 0.95, "done": 0.4, "num": 0.6, "ing": 0.2, "adv": 0.2}
    if nxt.lower == "to" and place.after(1).tag in ("v", "H", "B") and here != "be" and not here.startswith("becom"):
        # "localities are ... to introduce it".
        return {"done": 1.0, "adj": 0.97, "ing": 0.4, "noun": 0.3, "adv": 0.3}
    if _tells_times(place):
        # "has been ... more than two million times".
        return {"done": 1.0, "ing": 0.5, "adv": 0.4, "adj": 0.3}
    if nxt.tag == "#" and (place.after(1).tag in ("n", "N") or place.after(1).tag == "j" and place.after(2).tag == "N") and place.after(1).lower not in LASTING and place.after(1).lower != "percent" and nxt.lower.isalpha() and nxt.lower not in ("one", "first"):
        # "was ... seven industries".
        return {"ing": 1.0, "prep": 0.95, "adv": 0.95, "adj": 0.6, "done": 0.4, "noun": 0.15}
    if nxt.tag in ("p", "g") or nxt.tag == "d":
        # "was ... closing it": a verb that takes another, or how it is done.
        return {"adv": 1.0, "adj": 0.4, "attr": 0.4, "noun": 0.15, "ing": 0.4}
    if here in ("is", "was") and (nxt.tag == "N" or nxt.tag == "j" and place.after(1).tag == "N"):
        # "is ... children": one thing is no children; it is something to them.
        return {"prep": 1.0, "ing": 1.0, "attr": 0.5, "done": 0.3, "adj": 0.3, "noun": 0.3, "adv": 0.4}
    if nxt.tag == "#" and _compares(place):
        # "is ... five percent higher".
        return {"adv": 1.0, "prep": 0.5, "adj": 0.2, "num": 0.5}
    if nxt.tag == "j" and here in ("be", "been", "being") and place.after(1).tag not in ("n", "N", "j", "g") and ("r" in words.tags(nxt.lower) or nxt.lower.endswith("wide")):
        # "will be ... nationwide after".
        return {"done": 1.0, "adv": 0.6, "adj": 0.5, "ing": 0.3}
    if nxt.tag == "j" and place.after(1).tag == "N" and here in ("been", "is", "are", "was", "were") and told_of(place) == "somebody" and not names_person(words.lemma(place.after(1).lower) or place.after(1).lower):
        # "have been ... higher wages": nobody is a wage.
        return {"ing": 1.0, "adv": 0.6, "attr": 0.5, "adj": 0.4, "prep": 0.4}
    if nxt.tag == "j" or nxt.lower in _ONLY_SAID_OF:
        return {"adv": 0.9, "adj": 0.5, "attr": 0.6, "ing": 0.2}
    if nxt.lower == "the" and (place.after(1).lower in ("best", "worst", "most", "first", "only") or place.after(1).lower.endswith("est")):
        # "is ... the best cook in town": perhaps, or what is done to them.
        return {"ing": 1.0, "adv": 1.0, "prep": 0.6, "noun": 0.1}
    if place.object_follows and nxt.tag != "#":
        return {"ing": 1.0, "prep": 0.6, "adv": 0.6, "done": 0.3, "adj": 0.3, "noun": 0.15}
    if here == "been" and nxt.tag == "n" and nxt.text[:1].isupper():
        # "has been ... French".
        return {"ing": 1.0, "attr": 0.6, "done": 0.5, "adj": 0.3, "noun": 0.3, "adv": 0.3, "prep": 0.4}
    if nxt.tag in "nN" and nxt.tag:
        return {"attr": 0.9, "ing": 0.85 if here == "been" and nxt.tag == "N" else 0.7, "done": 0.3, "adj": 0.3, "noun": 0.4, "adv": 0.3, "prep": 0.3}
    if nxt.lower == "of":
        # "had been ... of the role": aware, afraid, full.
        return {"adj": 1.0, "noun": 0.7, "done": 0.6, "ing": 0.2, "adv": 0.2, "num": 0.5}
    if nxt.lower == "by" and place.after(1).tag not in ("#", "g"):
        # "has been strongly ... by the group": somebody did it.
        return {"done": 1.0, "adj": 0.6, "noun": 0.4, "ing": 0.2, "adv": 0.3, "num": 0.5}
    if here in _GOING_ON and (place.ended or nxt.tag == "C") and place.before(1).tag == "B":
        # "is gradually ...": it goes on.
        return {"ing": 1.0, "adj": 0.9, "done": 0.8, "noun": 0.2, "adv": 0.2}
    done = 0.8 if here in ("be", "been", "being") or nxt.lower == "by" else 0.62 if nxt.tag == "P" else 0.55
    noun = 0.7 if not (nxt.tag == "P" and nxt.lower not in ("of", "for")) else 0.45
    passive = here in ("be", "been", "being")
    # "claims not to be ...": with nothing behind it, what a word has an adjective for is how somebody is.
    adjective = 0.9 if passive and not (place.ended or nxt.tag == "S") else 1.0
    return {"adj": adjective, "done": 0.98 if passive and (place.ended or nxt.tag == "S") else 1.0 if passive else done, "noun": noun, "ing": 0.54 if nxt.tag == "P" else 0.5, "num": 0.8, "adv": 0.3, "clause": 0.15, "attr": 0.2, "verb": 0.05}


_ONLY_SAID_OF = frozenset("alone alike afraid aware able alive awake asleep ready sure willing".split())


def _compares(place: Place) -> bool:
    """A quantity follows, and of what more or less it is: "five percent higher"."""
    return any(t.tag == "j" and t.lower.endswith("er") or t.lower in ("more", "less", "fewer") for t in place.right[1:5])


def _tells_times(place: Place) -> bool:
    """How often follows: "more than two million times"."""
    at = next((n for n, t in enumerate(place.right[:7]) if t.lower == "times"), 0)
    return at > 0 and all(t.tag in ("#", "r", "D") or t.lower in ("more", "less", "than", "over", "nearly", "almost", "about", "some", "million", "billion", "thousand", "hundred", "several", "many", "dozens", "of") for t in place.right[:at])


def is_have(place: Place) -> bool:
    """Behind "have", adverbs between them or not."""
    asked = next((n for n, t in enumerate(place.left[:3]) if t.tag != "r"), 3)
    # "Have you ever ...": the helper came first.
    inverted = place.before(asked).lower in ("you", "we", "they", "i", "he", "she", "it") and place.before(asked + 1).tag == "H" and place.before(asked + 2).tag not in ("n", "N", "R", "W")
    return inverted or _skip_adverbs(place).tag == "H"


# "has rich experience in teaching", "has confidence in", "has plans for".
_OF_WHAT = ("in", "of", "for", "with", "about", "between")


def after_have(place: Place) -> Wants:
    """A participle, or what somebody has."""
    nxt = place.after(0)
    if nxt.tag in ("d", "p") or nxt.lower == "been" or nxt.lower == "had" and place.after(1).tag == "T":
        return {"adv": 1.0, "noun": 0.2}
    if nxt.tag == "z" and "N" in words.tags(nxt.lower) and (place.after(1).tag in ("P", "C", "$") or place.after(1).text in (",", ".")):
        # "have ... measures in place": behind its helper no other verb stands.
        return {"done": 0.6, "attr": 0.8, "noun": 0.35, "adv": 0.15}
    if nxt.tag in ("n", "N") and place.before(0).lower == "have" and place.before(1).tag == "M" and nxt.text[:1].isupper():
        # "would have ... Huawei".
        return {"done": 1.0, "attr": 0.6, "adv": 0.2, "noun": 0.2}
    if nxt.tag == "N" and place.after(1).tag == "T" and place.after(2).tag == "v" and names_person(words.lemma(nxt.lower) or nxt.lower):
        # "has ... residents to save water".
        return {"done": 1.0, "attr": 0.6, "noun": 0.2, "adv": 0.2}
    if nxt.tag in "nN" and nxt.tag:
        return {"done": 0.6, "attr": 0.75, "noun": 0.35, "adv": 0.15}
    if nxt.lower == "on" and place.before(0).tag == "H" and place.after(1).lower not in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"):
        # "will have ... on prices".
        return {"noun": 1.0, "done": 0.7, "adj": 0.3, "num": 0.6, "attr": 0.2}
    if nxt.lower == "not" and place.after(1).tag == "T":
        # "have ... not to raise the fees".
        return {"done": 1.0, "noun": 0.4, "adv": 0.2}
    base = _skip_adverbs(place).lower in ("having", "have") and place.before(1).tag in ("M", "T")
    if place.object_follows and not base:
        return {"done": 1.0, "adv": 0.3, "noun": 0.2}
    return {"done": 0.85 if base else 0.95, "noun": 0.7 if base else 0.9 if place.ended else 0.8 if nxt.lower in _OF_WHAT else 0.55, "adj": 0.3, "num": 0.6, "adv": 0.2, "attr": 0.2}
