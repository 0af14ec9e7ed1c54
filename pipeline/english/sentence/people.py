"""English words for people: who names somebody, whom "his" and "her" are said of, whose family and whose body it is."""

from __future__ import annotations

from pipeline.english.inflection.forms import plural
from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.heads import head_of

FAMILY = frozenset("father mother dad mom parents grandfather grandmother wife husband boyfriend girlfriend son daughter grandson granddaughter brother sister uncle aunt family".split())
MEN = frozenset(
    "man boy father dad grandfather grandpa uncle brother son husband king emperor prince monk gentleman lord businessman policeman fisherman salesman groom actor boyfriend grandson nephew mr sir guy fellow waiter host".split()
)
WOMEN = frozenset(
    "woman girl mother mom grandmother grandma aunt sister daughter wife queen empress princess nun lady maid actress bride girlfriend granddaughter niece mrs ms miss nurse midwife waitress concubine widow hostess".split()
)
# Of a person there are one or two.
_PARTS = frozenset(
    "head face mind mouth nose neck heart back tongue chest throat chin forehead waist hair skin voice hand finger fist brow eyebrow shoulder arm leg eye lip ear cheek knee sleeve".split()
)
BODY = _PARTS | {plural(one) for one in _PARTS} | {"foot", "feet", "tooth", "teeth", "tears", "breath"}
# Who is named by no ending.
_OTHERS = frozenset(
    "official individual professional citizen resident president politician expert patient athlete guest student child kid adult youth guide nurse chief candidate delegate graduate veteran guard coach assistant attendant accountant "
    "consultant host hostess substitute starter teammate colleague star detective spy captain lead representative boss apprentice servant maid aid friend judge thief widow chef cook pilot poet priest monk nun butcher smith bodyguard lifeguard superstar people folk "
    "tenant merchant applicant participant inhabitant immigrant migrant infant pupil fan hero heroine parent spouse twin clerk celebrity hostage suspect analyst relative refugee novice comrade recruit genius pedestrian civilian commuter".split()
)
_DOERS = ("er", "or", "ist", "ian", "man", "woman", "ee")
_NO_PERSON = ("tion", "sion", "ment", "ing", "ance", "ence", "ity", "ness", "ship", "ism")
# What only ends as somebody does.
_THINGS = frozenset(
    "computer paper number order letter water matter power river tower error factor sector motor floor door color colour flavor flavour committee coffee fee tree degree cover chapter corner server container counter center centre "
    "answer offer murder danger anger finger shoulder weather summer winter dinner disaster border layer filter barrier career mirror monitor sensor vector transfer buffer parameter register trigger folder header pointer cylinder "
    "driver laser polymer theater takeover makeover turnover handover leftover  oyster lobster hamster thriller trailer poster sticker newsletter cluster booster blister sweater slipper dresser cooker heater freezer toaster dishwasher skyscraper helicopter quarter semester remainder cucumber ginger butter fiber fibre lumber chamber gender slander fever liver river silver leather feather  terror horror harbor harbour tractor reactor generator elevator escalator refrigerator calculator indicator detector projector processor connector capacitor resistor rumor humor labor flavor vapor tumor armor "
    "fertilizer fertiliser compiler editor printer router charger timber leather powder rubber battery".split()
)


def names_person(en: str) -> bool:
    """True for "commentator", "head coach"; by its ending, so that not everybody is known."""
    head = head_of(en)
    known = head in MEN or head in WOMEN or head in _OTHERS or head.endswith("s") and head[:-1] in _OTHERS
    return known or head.islower() and head.endswith(_DOERS) and head not in _THINGS and words.countable(head) is not False


def names_no_person(en: str) -> bool:
    """True for "translation", "accounting", which nobody is."""
    return en.endswith(_NO_PERSON)
