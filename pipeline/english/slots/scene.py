"""Things of a scene that is told: the door, the kitchen, his head; there is one of each, and the reader knows which."""

from __future__ import annotations

import re

from pipeline.english.sentence.place import Place
from pipeline.english.vocabulary import words

_WHERE = frozenset("into onto off to from toward towards behind under beneath beside near through across inside outside around at in on down up past over against along".split())
_INTO = frozenset("into onto toward towards through across behind beneath beside".split())
_HANDLED = frozenset(
    "opened closed locked shut entered left grabbed reached pushed pulled kicked slammed unlocked wiped dropped threw held took brought carried lifted answered started parked crossed climbed shook nodded lowered raised turned bowed "
    "clenched bit rubbed scratched stretched tilted saw approached passed".split()
)
_IN_SCENE = frozenset(
    "door window room house car bus hospital office kitchen table desk bed chair sofa couch phone telephone store shop hotel restaurant street road bridge river lake sea mountain hill forest village gate wall floor ground roof ceiling stairs "
    "staircase elevator lift corridor hallway hall courtyard yard garden gun knife sword envelope drawer bottle curtain curtains bathroom bedroom balcony airport station platform stage boat ship bicycle bike taxi truck tree fire wardrobe fridge "
    "refrigerator tent cave temple castle palace church classroom playground library cafe bar lobby basement garage doorway entrance exit corner sky moon horizon screen steering-wheel menu bill building radio television beach map lamp blanket mirror path shore cliff tunnel lighthouse well fence".split()
)
# What opens or closes a place for good rather than a door.
_FIRMS = frozenset("company firm chain group brand government retailer startup maker city bank bakery owner manufacturer".split())
_OF_BODY = frozenset("head hand mouth nose neck forehead chest chin waist shoulder cheek eyes lips teeth ears eyebrows fists arms pocket".split())


def is_told(place: Place) -> bool:
    """ "He walked into ...", "She closed ...": what one somebody did, and where or with what."""
    if place.clause.tense != "past" or place.noun_follows:
        return False
    here = place.before(0)
    if here.lower in _INTO and place.before(1).tag in ("d", "p", "r") and any(t.lower in ("they", "we") for t in place.left[1:6]):
        # "They walked into ...", but "they invested in hotels".
        return True
    if place.clause.subject_plural:
        return False
    doer = next((t for t in place.left[1:12] if t.tag == "R" and t.lower in ("he", "she", "i")), None)
    named = place.left[-1].lower in ("he", "she", "i", "the") or place.left[-1].text[:1].isupper() and place.left[-1].tag == "n" if place.left else False
    if doer is None and not named:
        return False
    out_of = here.lower == "of" and place.before(1).lower == "out"
    return out_of or here.lower in _WHERE and here.tag in ("P", "T", "r") and any(t.tag in ("d", "p") for t in place.left[1:4]) or here.lower in _HANDLED and here.tag in ("d", "p") and place.before(1).lower not in _FIRMS


def as_told(noun: str) -> str:
    """ "the door", "one's head"; "" where the noun is no thing of a scene."""
    last = noun.rpartition(" ")[2]
    return f"one's {noun}" if last in _OF_BODY else f"the {noun}" if last in _IN_SCENE else ""


_INTRODUCED = re.compile(r"\b[Aa]n? ((?:[a-z][a-z-]*(?: |\b)){1,4})")
_THERE = re.compile(r"(?:in|on|at|inside|under|within|by|behind|beside) (?:the |one's )?([a-z-]+)")
_HELD = re.compile(r"(?:in|on|at|inside) ((?:the|one's) .+)")


def mentioned(text: str) -> frozenset[str]:
    """What ``text`` has brought in with its article: "woman" and "young woman" of "a young woman"."""
    return frozenset(phrase for found in _INTRODUCED.finditer(text) for phrase in _phrases(found[1].split()))


def _phrases(after: list[str]) -> tuple[str, ...]:
    head, end = "", 0
    for number, word in enumerate(after):
        tag = words.guess(word)[:1]
        if tag == "n":
            head, end = word, number
        elif head or tag not in ("j", "p", "g", "r"):
            break
    return (head, " ".join(after[: end + 1])) if head else ()


def held_by(en: str) -> str:
    """ "the river" of "in the river"; "" where no determined noun follows its preposition."""
    found = _HELD.fullmatch(en)
    return found[1] if found else ""


def thing_there(en: str) -> str:
    """ "river" of "in the river", "bed" of "in bed"; "" where ``en`` names no place."""
    found = _THERE.fullmatch(en)
    return found[1] if found else ""
