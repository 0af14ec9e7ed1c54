"""What may stand behind a relative pronoun or a word that begins a clause: its verb, its subject, or what is left out of it."""

from __future__ import annotations

from pipeline.english.sentence.place import Place, Wants
from pipeline.english.sentence.tagger import finite
from pipeline.english.slots.after_comma import after_comma
from pipeline.english.vocabulary import governors


def is_relative(place: Place) -> bool:
    """Right behind "who", "which", "that", "when", "if" and the like."""
    return place.before(0).tag in ("W", "S")


def after_relative(place: Place) -> Wants:
    """Mostly the verb of the clause, unless its subject is still to come."""
    antecedent = place.before(1)
    if place.before(0).lower == "what" and len(place.left) == 1 and place.object_follows and place.after(0).tag in ("D", "X") and any(t.lower in ("is", "was", "remains") for t in place.right[2:7]) and place.clause.verb_right:
        # "What ... the fire is still unclear".
        return {"finite": 1.0, "adv": 0.4, "noun": 0.2}
    if place.before(0).lower in ("whoever", "whatever") and place.after(0).tag == "M":
        # "Whoever ... should order something else".
        return {"finite": 1.0, "noun": 0.3, "adv": 0.4}
    if place.before(0).lower == "once" and place.verb_follows and antecedent.tag in ("n", "N", "R"):
        # "A competitor once ... remarked".
        return {"adv": 1.0, "conj": 0.2, "noun": 0.1}
    if place.time_follows and antecedent.tag in ("n", "N") and antecedent.lower not in governors.ABOUT and place.before(0).lower in ("that", "which", "who") and any(t.tag in tuple("zdBMH") for t in place.right[2:4]):
        # "the war that ... this summer pushed prices up".
        return {"finite": 1.0, "adv": 0.4, "noun": 0.2}
    if place.before(0).lower == "that" and antecedent.tag in ("v", "z", "d", "g") and place.ended:
        # "He knows that ...": nothing follows that could be its verb.
        return {"clause": 1.0, "noun": 0.5, "adj": 0.2, "adv": 0.2}
    if place.before(0).lower == "that" and antecedent.tag in ("n", "N") and antecedent.lower not in governors.ABOUT and place.after(0).tag == "g":
        # "platforms that ... protecting".
        return {"finite": 1.0, "adv": 0.3, "noun": 0.2}
    if place.verb_follows and place.before(0).lower == "who" and antecedent.text == "," and any(finite(t) for t in place.left[2:14]):
        # "says Shen, who ... pours tea": the sentence has its verb, so that the one that follows is that of the clause.
        return {"adv": 1.0, "finite": 0.6, "noun": 0.1}
    if place.before(0).lower in ("who", "which", "that") and (antecedent.tag in ("n", "N") and antecedent.lower not in governors.ABOUT or antecedent.lower in ("those", "people", "anyone", "everyone")) and place.after(0).lower in ("and", "but") and place.after(1).tag in ("z", "d", "v", "p"):
        # "those that ... and learned".
        return {"finite": 1.0, "adv": 0.4, "noun": 0.2}
    if place.verb_follows and place.before(0).lower in ("who", "which", "that") and place.before(0).tag == "W" and (place.before(0).lower == "who" or antecedent.tag in ("n", "N") and antecedent.lower not in governors.ABOUT):
        # "days that ... are grey": the verb that follows is that of the sentence.
        return {"finite": 1.0, "noun": 0.4, "adv": 0.5}
    if place.before(0).lower == "that" and (antecedent.tag in ("n", "N") and antecedent.lower not in governors.ABOUT or antecedent.lower in ("those", "all", "anything", "everything", "something", "nothing", "ones")) and (place.verb_follows or place.ended or place.after(0).lower in ("him", "her", "them", "us", "me") and place.after(1).tag in ("T", "P")):
        # "a sort that ... is rare", "the offer that ... her to return".
        return {"finite": 1.0, "noun": 0.3, "adv": 0.4}
    if place.before(0).lower == "that" and (antecedent.tag in ("n", "N") and antecedent.lower not in governors.ABOUT or antecedent.lower in ("one", "ones", "those", "thing", "things")) and not place.clause.verb_right and (place.object_follows or place.after(0).tag == "r" and place.after(1).tag in ("D", "X", "R")):
        # "a voice that ... everyone", "a humour that ... even the worst scenes".
        return {"finite": 1.0, "adv": 0.4, "noun": 0.3, "ing": 0.3}
    if place.before(0).lower == "that" and antecedent.tag in ("n", "N") and antecedent.lower not in governors.ABOUT and place.after(0).tag == "j" and place.after(1).text in (".", ",", ""):
        # "a lesson that ... old-fashioned".
        return {"finite": 1.0, "adv": 0.3, "noun": 0.1}
    if place.before(0).lower in ("while", "when", "whilst") and place.noun_follows and not place.clause.verb_right:
        # "While ... tourism, the county".
        return {"ing": 1.0, "attr": 0.6, "noun": 0.3, "adv": 0.3}
    if place.before(0).lower in ("when", "if", "unless", "until", "once", "whenever") and place.after(0).text == "," and len(place.left) < 3:
        # "When ..., the lamp turns green".
        return {"done": 1.0, "adj": 1.0, "ing": 0.8, "noun": 0.4, "adv": 0.4, "clause": 0.7}
    if place.before(0).lower in ("when", "if", "unless", "until", "once", "whenever", "as", "than") and place.after(0).tag in ("P", "r") and place.after(0).lower not in ("of", "like") and not place.clause.verb_right:
        return {"done": 1.0, "adj": 0.9, "ing": 0.85, "noun": 0.5, "adv": 0.4}
    if place.before(0).lower in ("what", "who") and place.object_follows and not place.clause.verb_right and place.after(0).tag in ("D", "X") and antecedent.tag in ("v", "z", "d", "g"):
        # "explains what ... the crash".
        return {"finite": 1.0, "adv": 0.3, "noun": 0.2}
    if place.before(0).lower in ("that", "which", "who") and antecedent.tag in ("n", "N") and antecedent.lower not in governors.ABOUT and place.noun_follows and not place.clause.verb_right and any(t.text == "," for t in place.right[1:6]):
        # "In provinces that ... free motorways, the lanes were full".
        return {"finite": 1.0, "attr": 0.5, "adv": 0.4, "noun": 0.2}
    if place.before(0).lower == "what" and place.after(0).lower in ("me", "us", "him", "them"):
        return {"finite": 1.0, "adv": 0.3}
    if place.before(0).lower == "that" and antecedent.tag == "N" and antecedent.lower not in governors.ABOUT and place.object_follows and any(t.tag in tuple("vzdBMH") for t in place.right[2:8] if t.tag) and place.before(2).tag not in ("v", "z", "d"):
        # "Requests that ... the limit are rejected".
        return {"finite": 1.0, "adv": 0.5, "conj": 0.3, "noun": 0.2}
    if place.before(0).lower == "that" and antecedent.tag == "n" and antecedent.lower not in governors.ABOUT and len(place.left) in (3, 4) and place.left[-1].tag in ("D", "X") and (place.object_follows or place.noun_follows) and (place.clause.verb_right or any(finite(t) for t in place.right[1:6])) and not place.verb_follows:
        # "A cup that ... eighteen yuan can be had for six".
        return {"finite": 1.0, "adv": 0.4, "noun": 0.3, "attr": 0.4 if place.noun_follows else 0.1}
    if place.before(0).lower in ("that", "which") and antecedent.tag in ("n", "N") and antecedent.lower not in governors.ABOUT and place.after(0).tag == "j" and (place.after(1).text in (".", ",", ":", "") or place.after(1).tag in ("P", "C", "T")) and not place.verb_follows:
        # "a lesson that ... old-fashioned".
        return {"finite": 1.0, "adv": 0.5, "noun": 0.1}
    if place.before(0).lower == "that" and antecedent.tag == "n" and antecedent.lower not in governors.ABOUT and len(place.left) == 3 and place.left[-1].lower == "the" and place.after(0).tag == "P" and place.after(0).lower != "of" and place.clause.verb_right:
        # "The ferry that ... on Friday was old".
        return {"finite": 1.0, "adv": 0.4, "noun": 0.3}
    if place.before(0).lower == "who" and place.after(0).tag == "v" and any(t.tag in "zdMBHv" for t in place.left[2:] if t.tag):
        # "We need customers who ... come looking for it".
        return {"adv": 1.0, "finite": 0.5, "noun": 0.1}
    if place.before(0).lower in ("who", "which", "that") and place.before(0).tag == "W" and not place.verb_follows:
        noun = 0.5 if place.clause.verb_right else 0.25
        return {"finite": 1.0, "adv": 0.4, "noun": noun, "attr": 0.3, "clause": 0.4}
    return after_comma(place)
