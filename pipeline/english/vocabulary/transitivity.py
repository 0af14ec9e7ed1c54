"""Whether a phrase of a verb holds its object, takes one, or can have none."""

from __future__ import annotations

from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.governors import INTRANSITIVE, NEVER_PASSIVE
from pipeline.english.vocabulary.times import is_time
from pipeline.once import once

# How something is towards what follows.
WITH_PREPOSITION = {
    "similar": "to", "comparable": "to", "identical": "to", "equivalent": "to", "equal": "to", "close": "to", "superior": "to", "inferior": "to", "vulnerable": "to", "prone": "to", "immune": "to", "accustomed": "to", "indifferent": "to", "loyal": "to",
    "sensitive": "to", "subject": "to", "different": "from", "far": "from", "independent": "of", "typical": "of", "afraid": "of", "full": "of", "aware": "of", "unaware": "of", "proud": "of", "capable": "of", "worthy": "of", "short": "of", "tired": "of",
    "fond": "of", "wary": "of", "jealous": "of", "responsible": "for", "famous": "for", "suitable": "for", "grateful": "to", "rich": "in", "angry": "with", "familiar": "with", "compatible": "with", "consistent": "with", "satisfied": "with", "dependent": "on", "keen": "on",
    "scared": "of", "frightened": "of", "terrified": "of", "ashamed": "of", "obsessed": "with", "infatuated": "with", "addicted": "to", "opposed": "to", "interested": "in", "skilled": "in", "good": "at", "bad": "at",
}  # fmt: skip


# With what a verb that has no object of its own takes one.
WITH_WHAT = {
    "compete": "for", "vie": "for", "contend": "for", "quibble": "over", "haggle": "over", "quarrel": "over", "bicker": "over", "complain": "about", "grumble": "about", "boast": "about", "brag": "about", "care": "about", "dream": "of",
    "respond": "to", "reply": "to", "react": "to", "object": "to", "resort": "to", "belong": "to", "listen": "to", "succumb": "to", "insist": "on", "rely": "on", "depend": "on", "comment": "on", "embark": "on",
    "participate": "in", "specialize": "in", "interfere": "in", "intervene": "in", "wait": "for", "long": "for", "yearn": "for", "search": "for", "hope": "for", "cooperate": "with", "collaborate": "with", "disagree": "with", "sympathize": "with",
    "collide": "with", "interact": "with", "cope": "with", "comply": "with", "look": "at", "stare": "at", "gaze": "at", "glare": "at", "laugh": "at", "sneer": "at",
    "refrain": "from", "differ": "from", "deviate": "from", "emerge": "from", "arrive": "at",
}  # fmt: skip


# What is done to it is named: "carry out an inspection of the kitchens".
_CARRIED_OUT = ("carry out ", "conduct ", "perform ", "undertake ", "launch ", "hold ", "give ", "make ", "pay ", "put ", "place ", "do ")
_OF_WHAT = {
    **dict.fromkeys("inspection survey review analysis study examination assessment evaluation search audit test calculation comparison overhaul renovation monitoring supervision".split(), "of"), **dict.fromkeys("check experiment attack raid report pressure restriction ban emphasis crackdown surgery".split(), "on"),
    **dict.fromkeys("investigation inquiry probe research".split(), "into"), **dict.fromkeys("visit attention reference tribute contribution damage change improvement adjustment amendment".split(), "to"), **dict.fromkeys("talk interview negotiation consultation".split(), "with"),
}  # fmt: skip


def with_what(en: str) -> str:
    """The preposition with which ``en`` takes an object that stands behind it: "compete for", "carry out a survey of"; "" where it takes it as it is."""
    if en in WITH_WHAT:
        return WITH_WHAT[en]
    return _OF_WHAT.get(en.rpartition(" ")[2], "") if en.startswith(_CARRIED_OUT) else ""


def undergone(en: str) -> str:
    """ "a surprise inspection" of "carry out a surprise inspection", which somebody may be subjected to; "" for anything else."""
    lead = next((lead for lead in _CARRIED_OUT[:5] if en.startswith(lead)), "")
    return en.removeprefix(lead) if lead and en.rpartition(" ")[2] in _OF_WHAT else ""


def leads_on(en: str) -> bool:
    """True for "suitable for", "rely on": it ends in a preposition and takes the object that follows."""
    return en == "worth" or words.guess(en.rpartition(" ")[2])[:1] == "P"


@once(1 << 13)
def is_intransitive(en: str) -> bool:
    """ "keep falling", "wait and see", "continue to rise", "rise sharply": a phrase that nothing is done to."""
    first, *others = en.split(" ")
    if others[:1] == ["and"] and len(others) == 2 and not {first, others[1]} & (NEVER_PASSIVE | INTRANSITIVE):
        # "demolish and rebuild".
        return False
    if others and (others[0] == "and" or others[0] == "to" and words.guess(" ".join(others[1:2]))[:1] not in tuple("DXR") or others[0].endswith("ing")):
        return True
    if tells_state(en):
        return True
    # "doze off": with its particle the verb takes no object either.
    return first in NEVER_PASSIVE and not (others and leads_on(en) and others[-1] not in _NO_OBJECT_BEHIND)


_BECOMING = ("get", "become", "grow", "go", "fall", "stay", "remain", "feel", "look", "seem")


def tells_state(en: str) -> bool:
    """True for "get wet", "remain calm": how somebody is or becomes."""
    first, _, rest = en.partition(" ")
    return first in _BECOMING and rest != "" and words.guess(rest)[:1] in tuple("jp")


_NO_OBJECT_BEHIND = ("off", "up", "down", "out", "away", "back", "around")


# What is brought somewhere: "has been pushed to the registry".
_BROUGHT = frozenset("tie bind chain nail glue stick pin clip sew fasten push pass send submit upload transfer switch ship deliver promote move bring take change rename revise reduce increase raise cut lower limit restrict confine adjust reclassify hand assign attach commit convert turn divide translate import add write post export restore sell lend shift donate give contribute present".split())
_ACTIVE = frozenset(
    "be go come depend rely belong deal look work live move run rise fall wait care compete cooperate talk speak think suffer benefit result lead point adhere adapt listen focus turn rise climb fall drop return "
    "lie sit stand kneel crouch squat sleep jump climb slip sneak duck squeeze crawl seep leak float drift swim perch huddle slump bet gamble wager serve act function pose count insist decide agree embark elaborate succeed interfere participate experiment collide negotiate communicate interact chat argue quarrel fight struggle sympathize coincide clash flirt part differ stem emerge "
    "escape recover retire withdraw resign abstain refrain graduate lean comment reflect prey feed border dwell stare gaze glance laugh arrive hover rest verge merge ally collaborate haggle hinge thrive live pounce".split()
)


_ALONE = frozenset("scream shriek yell fish debate bargain prepare campaign lobby protest rehearse celebrate mourn meditate graze play shop discuss pray vote travel queue boast practice practise".split())


def acts_alone(en: str, preposition: str) -> bool:
    """True for what somebody does with no object behind it, "argue about the rent", "train for the race"."""
    first = en.split(" ")[0]
    if preposition in ("at", "on") and first in ("knock", "tap", "bang", "pound", "bark", "shout", "scratch", "nibble", "tug"):
        return True
    return first in _ACTIVE and first not in ("be", "suffer", "return", "point", "lead", "move", "add", "bet") or first in _ALONE or preposition == "for" and first in ("train", "study", "save", "plan", "search", "hunt", "apply", "vote")


@once(1 << 13)
def takes_object_passive(en: str) -> bool:
    """True for "push to", "include in": with its preposition the participle keeps an object, "included in the network"."""
    first, _, last = en.rpartition(" ")
    if last in ("for", "over", "about", "at") or not first or first.split(" ")[0] in _ACTIVE:
        return False
    verb, _, particle = first.partition(" ")
    return words.guess(last)[:1] == "P" and (not particle or particle in ("up", "away", "down")) or last in ("to", "into", "onto") and first.split(" ")[0] in _BROUGHT


@once(1 << 13)
def has_object(en: str) -> bool:
    """True for "lose money", "shake one's head"."""
    if " one's " in en:
        return True
    # In "automatically exchange" the verb comes second.
    parts = en.split(" ")
    second = (parts[1:] if parts[0].endswith("ly") or words.guess(parts[0])[:1] == "r" else parts)[1:2]
    if len(parts) == 2 and words.guess(parts[1])[:1] == "j":
        # "hold accountable": what is done to somebody makes them so.
        return False
    if len(parts) == 3 and second[0] in _NO_OBJECT_BEHIND and (parts[2] in ("the", "a", "an") or words.guess(parts[2])[:1] in ("N", "n") and not is_time(parts[2])) or len(parts) > 3 and second[0] in _NO_OBJECT_BEHIND and parts[2] in ("the", "a", "an"):
        # "hang out the laundry".
        return True
    if parts[:2] == ["put", "on"] and len(parts) > 3:
        # "put on an act".
        return True
    return bool(second) and words.guess(second[0])[:1] in tuple("nNDXj") and not en.startswith("be ")


def describes_from_behind(en: str) -> bool:
    """True for "suitable for the whole family", "worth reading": it follows the noun that it describes."""
    parts = en.removeprefix("not ").removeprefix("more ").split(" ")
    return parts[0] == "worth" and len(parts) > 1 or len(parts) > 2 and words.guess(parts[0])[:1] == "j" and words.guess(parts[1])[:1] in ("P", "T") and words.guess(parts[-1])[:1] != "P"
