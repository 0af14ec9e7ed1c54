"""Where it is asked how something is done: between a helper and its verb, before a gerund, behind a deed and its object."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.english.inflection.verb_forms import bare
from pipeline.english.sentence.place import Place, Wants
from pipeline.english.sentence.tagger import Token, finite
from pipeline.english.slots.complement_patterns import asks_for_doing
from pipeline.english.slots.manner import asks_how
from pipeline.english.slots.patterns import is_order
from pipeline.english.vocabulary import governors, words

# What stands behind a verb, never behind a bare noun that can be counted: "deal with the matter".
_BEHIND_VERB = ("P", "T", "D", "X", "R", "#", "r")


def _verb_in_disguise(verb: Token, then: Token) -> bool:
    """ "deal" before "with the matter": one thing that can be counted has a determiner, so that here something is done."""
    return verb.tag == "n" and verb.text.islower() and words.known_verb(verb.lower) and (words.countable(verb.lower) is not False or then.tag in ("D", "X", "R")) and then.tag in _BEHIND_VERB and then.lower != "of"


def _is_told(place: Place) -> bool:
    """What is done has been told there: the clause ends, or goes on with a preposition, a conjunction or another clause."""
    return place.ended or place.after(0).tag in ("P", "C", "S")


def _parts_helper(place: Place) -> bool:
    """ "are to ... deal with it", "would ... work on it"."""
    here, governor = place.before(0), place.before(1).lower
    if here.tag == "T":
        named = governor in governors.TO_NOUN or governor in governors.TO_EITHER or place.before(1).text.isdigit() or asks_for_doing(place) or any(t.lower == "from" for t in place.left[2:6])
        return not named and _is_bare_verb(place.after(0), place.after(1))
    return here.tag in ("M", "O") and _is_bare_verb(place.after(0), place.after(1))


def _is_bare_verb(verb: Token, then: Token) -> bool:
    """What is done behind a helper, though it may look like a noun or a past."""
    return _verb_in_disguise(verb, then) or _is_unchanged(verb, then)


def _is_unchanged(verb: Token, then: Token) -> bool:
    """ "set" before "their prices": behind a helper what looks like a past is the bare verb."""
    return verb.tag in ("d", "p") and words.known_verb(verb.lower) and then.tag in _BEHIND_VERB


def _parts_letting(place: Place) -> bool:
    """ "lets users ... share their photos": they are there who do it, and so is what they do."""
    whom, verb = place.before(0), place.after(0)
    at = next((n for n, t in enumerate(place.left[1:5], 1) if t.tag not in ("D", "X", "j", "#", "n")), 0)
    return whom.tag in ("N", "R") and place.before(at).lower in governors.LETTING and verb.tag in ("v", "n") and words.known_verb(verb.lower) and place.after(1).tag in ("D", "X", "R")


def _before_bare_verb(_: Place) -> Wants:
    return {"adv": 1.0, "verb": 0.4, "attr": 0.3, "noun": 0.2}


def _parts_have(place: Place) -> bool:
    """ "had ... run a factory": what is done already, in a form that it shares with the bare verb."""
    helper = next((t for t in place.left[:3] if t.tag != "r" or t.lower in governors.DEGREE), place.before(0))
    verb, then = place.after(0), place.after(1)
    return helper.tag == "H" and verb.tag in ("v", "n") and "p" in words.tags(verb.lower) and then.tag in ("D", "X", "R", "#", "P", "r", "T") and then.lower != "of"


def _before_participle(_: Place) -> Wants:
    return {"adv": 1.0, "noun": 0.2}


# "by living costs": what they cost rather than that one runs them.
_COSTING = frozenset("cost costs expense expenses income".split())
_RUN = frozenset("living running operating borrowing heating cooling cleaning moving printing producing".split())
# "for teaching programmes": of what kind they are.
_KINDS = frozenset("teaching cooking swimming reading writing working driving running living speaking shopping drinking fishing sleeping meeting operating sporting hearing painting voting counting rising falling declining".split())
# What a gerund before them says of what kind they are: "for higher selling prices".
_NAMED_BY_GERUND = frozenset("price prices point points power season process processes system systems machine machines plant plants company companies industry industries market markets sector business businesses rights room rooms result results performance conditions standards environment space area areas".split())


def _before_doing(place: Place) -> bool:
    """ "stopped ... consuming", "without ... checking it": what is done follows as a gerund."""
    here, doing, then = place.before(0), place.after(0), place.after(1)
    doing_it = doing.tag == "n" and doing.lower in governors.NOUNS_IN_ING and then.tag in ("D", "X")
    if doing.tag != "g" and not doing_it or doing.lower in governors.NOUNS_IN_ING and then.tag not in ("D", "X", "R") or "j" in words.tags(doing.lower) or then.lower in _COSTING and doing.lower in _RUN:
        return False
    if here.lower == "than" and place.before(1).lower in ("rather", "other", "more"):
        return then.tag in ("D", "X", "R")
    if here.lower in governors.BEFORE_ING and here.tag in ("v", "z", "d", "p"):
        return then.lower not in _NAMED_BY_GERUND
    return here.tag == "P" and here.lower in governors.BEFORE_GERUND and (then.tag in ("D", "X", "R") or then.tag in ("n", "N", "j") and doing.lower not in _KINDS and then.lower not in _NAMED_BY_GERUND)


def _before_gerund(place: Place) -> Wants:
    sure = place.after(1).tag in ("D", "X", "R") or place.before(0).tag != "P"
    return {"adv": 1.0, "ing": 0.85, "attr": 0.3 if sure else 0.7, "conj": 0.4, "noun": 0.2}


_DO_SO = frozenset("do does did doing done say says said saying".split())
_HOW = frozenset("so very too quite rather extremely".split())
_ITSELF = frozenset("it them him her me us this that".split())


def _is_deed(token: Token) -> bool:
    """True for a verb behind which nothing says what something is like: no "looks", "made", "found"."""
    linking = token.lower in governors.LINKING or words.lemma(token.lower) in governors.LINKING
    return token.tag in ("v", "z", "d", "p", "g") and not linking and token.lower not in governors.MAKING and token.lower not in governors.CALLING


def _is_done_so(place: Place) -> bool:
    """ "says so ...", "acted so ... that", "did it very ...": graded or not, it is how."""
    here, prior = place.before(0).lower, place.before(1)
    if here not in _HOW or place.noun_follows or place.object_follows or place.after(0).tag == "j":
        return False
    if here == "so" and prior.lower in _DO_SO and _is_told(place):
        return True
    if prior.lower in _ITSELF and prior.tag in ("R", "D"):
        return _is_deed(place.before(2)) and place.before(2).lower not in ("want", "wanted", "wants", "like", "likes", "keep", "eat", "drink")
    return _is_deed(prior) and (prior.tag != "p" or any(t.tag == "B" for t in place.left[2:4]) and prior.lower.endswith("ed") and "j" not in words.tags(prior.lower))


def _compares_deeds(place: Place) -> bool:
    """ "was searched for more ... than any brand", "uses it more ... than she did"."""
    if place.before(0).lower not in ("more", "less") or place.after(0).lower != "than" and not place.ended and place.after(0).lower not in _ABOUT_WHAT:
        return False
    at = 2 if place.before(1).lower in ("even", "much", "far", "still") else 1
    prior = place.before(at)
    verb = next((n for n, t in enumerate(place.left[at:9], at) if t.tag in tuple("vzdpgBH")), 0)
    # "was looked up": with its particle nothing only seems so.
    done = _is_deed(place.before(verb)) or place.before(verb).lower in _THINKING or place.before(verb - 1).lower in _APART
    if not verb or not done or bare(place.before(verb).lower) in _GIVING or words.lemma(place.before(verb).lower) in _GIVING:
        return False
    passive = any(t.tag == "B" for t in place.left[verb + 1 : verb + 4]) and place.before(verb).tag in ("p", "d")
    if prior.tag == "P" or prior.lower in _APART:
        return passive or prior.lower in ("up", "out", "off", "down", "away", "back")
    if verb == at:
        return passive or words.lemma(prior.lower) in governors.INTRANSITIVE or prior.lower in _THINKING or prior.lower in governors.MAYBE_ALONE and place.after(0).lower != "than"
    first = next((n for n, t in enumerate(place.left[at:verb], at) if t.tag in ("D", "X")), 0)
    object_stands = prior.tag in ("n", "N") and (first == verb - 1 and all(t.tag in ("n", "N", "j", "#") for t in place.left[at:first]) or verb == at + 1)
    return prior.lower in _ITSELF or object_stands


_THINKING = frozenset("think thinks thought speak speaks spoke talk talks talked act acts acted work works worked deal deals dealt".split())
# What has two objects.
_GIVING = frozenset("give show send teach tell offer lend pay cost owe grant hand bring buy get ask want need demand like love prefer".split())
_ABOUT_WHAT = frozenset("about with on in at over since during".split())


def _how_so(_: Place) -> Wants:
    return {"adv": 1.0, "adj": 0.45, "pp": 0.6, "noun": 0.1}


def _is_it_done(place: Place) -> bool:
    """ "would like to do it ...", "Do it ...": nothing is asked there."""
    done, before = place.before(1), place.before(2)
    if place.before(0).lower not in ("it", "them", "so") or not _is_told(place):
        return False
    if done.lower == "do" and place.before(0).lower != "them":
        return before.tag in ("T", "M", "^", "C", "N", "r") or before.lower in ("they", "we", "you", "i", "not")
    return done.lower in ("did", "does", "do") and before.tag in ("R", "n", "N")


def _how_it_is_done(_: Place) -> Wants:
    return {"adv": 1.0, "pp": 0.95, "ing": 0.6, "adj": 0.5, "inf": 0.4, "noun": 0.35}


def _is_ordered(place: Place) -> bool:
    """ "Ask for it ...", "Wash them ...": the sentence is an order, and its object stands there."""
    verb = 1 if place.before(1).tag != "P" else 2
    return place.before(0).lower in ("it", "them", "him", "me", "us") and _is_told(place) and (len(place.left) == verb + 1 or place.before(verb + 1).tag == "C") and is_order(place) and _is_deed(place.before(verb)._replace(tag="v")) and place.before(verb).lower not in governors.LETTING


def _compares_amounts(place: Place) -> bool:
    """ "uses more ... than others", "has less ... than before": of what, unless it is how."""
    prior = place.before(2) if place.before(1).lower in ("even", "much", "far", "still") else place.before(1)
    return place.before(0).lower in ("more", "less") and (place.after(0).lower == "than" or place.ended) and (prior.tag == "H" or prior.tag in ("v", "z", "d") and _is_deed(prior))


def _of_how_much(place: Place) -> Wants:
    return {"noun": 1.0, "adv": 0.3 if place.before(1).tag == "H" else 0.85, "adj": 0.4, "attr": 0.3}


def _how_compared(_: Place) -> Wants:
    return {"adv": 1.0, "adj": 0.45, "noun": 0.6, "pp": 0.6}


_APART = frozenset("aloud up down out off away back apart together".split())


def _is_carried_out(place: Place) -> bool:
    """ "had found this out ...", "turned the engine off ... at night": behind the object stands the particle, and nothing is left to say but how."""
    if place.before(0).lower not in _APART or not _is_told(place) or place.after(0).lower == "of":
        return False
    what = place.before(1)
    verb = 2 if what.lower in _ITSELF else 3 if what.tag in ("n", "N") and place.before(2).tag in ("D", "X") else 0
    return verb > 0 and place.before(verb).tag in ("v", "z", "d", "p", "g") and not any(t.tag == "B" for t in place.left[verb + 1 : verb + 2])


def _how_carried_out(_: Place) -> Wants:
    return {"adv": 1.0, "pp": 0.95, "ing": 0.5, "noun": 0.3, "adj": 0.35, "prep": 0.4, "num": 0.3}


def _is_one(place: Place) -> bool:
    """ "only if one ... listens": anybody, who does what follows."""
    return place.before(0).lower == "one" and place.before(1).tag == "S" and place.verb_follows


def _how_one_does(_: Place) -> Wants:
    return {"adv": 1.0, "noun": 0.95, "finite": 0.1}


def _is_done_by_those(place: Place) -> bool:
    """ "Anyone who ... cancels an order pays a fee", "met people who ... collect stamps": the verb that follows is that of the clause, for the sentence has another."""
    who, verb, antecedent = place.before(0), place.after(0), place.before(1)
    if who.lower not in ("who", "whoever") or antecedent.text == "," and who.lower == "who" or not (verb.tag in ("z", "v", "d") and verb.tag and verb.lower != "said" or verb.tag == "n" and words.known_verb(verb.lower) and place.after(1).tag in ("D", "X")):
        return False
    for n, token in enumerate(place.right[1:12], 1):
        if token.tag in ("W", "S", "C") or token.text in (",", ".", ";", ":") or token.lower in ("he", "she", "they", "we", "i", "it"):
            break
        another = token.tag == "v" and verb.tag == "v" and place.after(n - 1).tag in ("n", "N", "r", "R")
        if (finite(token) or another) and n > 1 and not (token.tag == "d" and "p" in words.tags(token.lower) and place.after(n + 1).tag == "P"):
            return True
    return False


def _how_those_do(_: Place) -> Wants:
    return {"adv": 1.0, "finite": 0.45, "noun": 0.1}


def _parts_not(place: Place) -> bool:
    """ "would ... not know": between the helper and its "not"."""
    return place.before(0).tag in ("M", "O", "H", "B") and place.after(0).lower == "not" and place.after(1).lower not in ("only", "to")


def _joins_adverb(place: Place) -> bool:
    """ "... and fairly treats them", "hard, quickly and ... for weeks": beside another adverb."""
    other = place.after(1)
    if place.before(0).tag not in ("B", "r") and place.after(0).tag == "C" and other.tag == "r" and other.lower.endswith("ly") and place.after(2).tag in ("v", "z", "d"):
        return True
    before = place.before(1)
    return place.before(0).tag == "C" and before.tag == "r" and before.lower.endswith("ly") and before.lower not in ("only", "early", "daily") and (place.ended or place.after(0).tag in ("P", "S", "T")) and _is_deed(next((t for t in place.left[2:6] if t.tag not in ("r", "R") and t.text != ","), before))


def _is_bought(place: Place) -> bool:
    """ "people buy one ...": it stands for the thing, unless the thing is still to be named."""
    return place.before(0).lower == "one" and _is_deed(place.before(1)) and (place.ended or place.after(0).tag == "S")


def _how_bought(_: Place) -> Wants:
    return {"noun": 1.0, "measure": 1.0, "num": 0.5, "adv": 0.9, "pp": 0.6, "adj": 0.3, "attr": 0.15}


def _is_by_somebody(place: Place) -> bool:
    """ "a notice issued ... by the ministry": nothing is left that it could be done to."""
    here, by = place.before(0), place.after(0)
    return by.lower == "by" and here.tag in ("p", "d") and here.lower.endswith("ed") and place.before(1).tag in ("n", "N") and place.after(1).tag in ("D", "X", "n", "N") and here.lower not in governors.KEEP_OBJECT and (place.before(2).lower in ("a", "an") or any(t.tag == "P" for t in place.left[2:5]) or place.clause.verb_right)


def _how_by_somebody(_: Place) -> Wants:
    return {"adv": 1.0, "pp": 0.9, "noun": 0.7, "prep": 0.4, "ing": 0.4, "num": 0.4}


_ADMITTING = frozenset("admit admits admitted announce announces announced declare declares declared state states stated stress stresses stressed confirm confirms confirmed decide decides decided agree agrees agreed argue argues argued claim claims claimed complain complains complained explain explains explained confess confesses confessed say says said add adds added think thinks thought".split())


def _helper(place: Place) -> Token:
    """What stands before, adverbs left out."""
    return next((t for t in place.left if t.tag != "r"), place.before(0))


def _grades_degree(place: Place) -> bool:
    """ "is ... too high", "are ... more than he can bear": how plainly it is so."""
    helper = _helper(place)
    return helper.tag == "B" and place.before(0).tag in ("B", "r") and place.before(0).lower not in governors.DEGREE and place.after(0).lower in ("too", "very", "so", "much", "far") and place.after(1).tag in ("j", "r", "D") and place.after(1).lower not in ("as", "that")


def _is_said_that(place: Place) -> bool:
    """ "admitted ... that it was wrong": it is said how, for what is said follows."""
    return place.before(0).lower in _ADMITTING and place.after(0).lower == "that" and place.before(1).tag != "B"


def _is_alone(place: Place) -> bool:
    """ "are never ... alone": behind "be", of what follows."""
    helper = _helper(place)
    clear = place.after(0).tag == "v" and "j" in words.tags(place.after(0).lower) and place.after(1).tag in ("W", "S", "P")
    return helper.tag == "B" and (clear or place.after(0).lower in ("alone", "gone", "asleep", "awake", "alive", "over")) and (clear or place.after(1).text in (".", ",", "") or place.after(1).tag in ("P", "S"))


def _is_printed_there(place: Place) -> bool:
    """ "one in 144, ... printed on the box": of what stands before the comma."""
    nxt, comma = place.after(0), 1 if place.before(0).tag == "r" else 0
    if place.before(comma).text != "," or nxt.tag not in ("d", "p") or not nxt.lower.endswith(("ed", "en")) or place.after(1).tag != "P":
        return False
    left = place.left[comma + 1 :]
    goes_on = any(t.text == "," for t in place.right[1:12])
    return not any(t.text == "," for t in left) and (goes_on or any(finite(t) for t in left)) and not any(t.tag == "S" for t in left)


def _how_printed(_: Place) -> Wants:
    return {"adv": 1.0, "noun": 0.65, "ing": 0.4, "conj": 0.4, "adj": 0.3}


_ASKING_HELP = frozenset("do does did can could will would shall should may must".split())


def _parts_question(place: Place) -> bool:
    """ "Why did the firm ... raise its prices?": helper and subject stand before, the verb behind."""
    verb, then = place.after(0), place.after(1)
    if verb.tag != "v" and not (verb.tag == "n" and words.known_verb(verb.lower) and then.tag in ("D", "X", "R")):
        return False
    at = next((n for n, t in enumerate(place.left[:7]) if t.tag not in ("n", "N", "j", "D", "X", "R", "#")), 0)
    return at > 0 and place.before(at).lower in _ASKING_HELP and (place.before(at + 1).tag in ("^", "W") or place.before(at + 1).lower in governors.QUESTIONS or place.before(at + 1).text == ",")


def _how_asked(place: Place) -> Wants:
    return {"adv": 1.0, "verb": 0.3, "noun": 0.05 if place.before(0).tag == "R" else 0.6}


def _parts_subject(place: Place) -> bool:
    """ "that they ... check the brakes": the bare verb of several looks like a noun."""
    here, verb = place.before(0), place.after(0)
    if here.lower in ("they", "we", "you", "i") and verb.tag == "v" and place.before(1).tag == "S":
        return True
    several = here.lower in ("they", "we", "you", "i") or here.tag == "N" and not place.clause.verb_left
    return several and verb.tag == "n" and words.known_verb(verb.lower) and words.countable(verb.lower) is not False and place.after(1).tag in ("D", "X", "R") and place.before(1).tag in ("S", "W", "^", ",", "C", "D", "j", "v", "z", "d")


def _how_several_do(_: Place) -> Wants:
    return {"adv": 1.0, "finite": 0.4, "noun": 0.2, "attr": 0.3}


def _joins_deeds(place: Place) -> bool:
    """ "not only ... raised the rent but", "nor ... replied to it"."""
    only = place.before(0).lower == "only" and place.before(1).lower == "not"
    return (only or place.before(0).lower == "nor") and place.after(0).tag in ("d", "z", "v") and place.after(0).tag != ""


def _not_before(place: Place) -> int:
    """Where "not" stands before "but"; 0 where it does not."""
    return next((n for n, t in enumerate(place.left[2:10], 2) if t.lower == "not"), 0)


def _is_other_reason(place: Place) -> bool:
    """ "not for money, but ...": how, or why, it is done instead."""
    at = _not_before(place)
    return place.before(0).lower == "but" and place.before(1).text == "," and place.ended and at > 0 and place.before(at - 1).tag in ("P", "r") and not any(t.tag == "B" for t in place.left[at + 1 : at + 2])


def _how_otherwise(place: Place) -> Wants:
    at = _not_before(place)
    return {"adv": 1.0, "pp": 1.0, "noun": 0.9 if place.before(at - 1).tag == "P" else 0.4, "adj": 0.4, "ing": 0.5}


def _goes_on_so(place: Place) -> bool:
    """ "is not selling ...", "has been working ... in a bakery": what it takes, or how it is done."""
    helper = next((t for t in place.left[1:] if t.tag != "r"), place.before(0))
    alone = place.after(0).tag == "P" and _is_intransitive(place.before(0).lower)
    there = any(t.lower == "there" for t in place.left[1:5])
    return place.before(0).tag == "g" and helper.tag == "B" and not there and (place.ended and asks_how(place) or alone)


def _is_intransitive(doing: str) -> bool:
    return doing in governors.INTRANSITIVE or bare(doing) in governors.INTRANSITIVE or doing == "working"


def _how_going_on(place: Place) -> Wants:
    if _is_intransitive(place.before(0).lower):
        return {"adv": 1.0, "pp": 0.9, "noun": 0.5, "prep": 0.5, "num": 0.5, "adj": 0.3}
    return {"noun": 1.0, "pp": 0.9, "adv": 0.87, "num": 0.7, "ing": 0.3, "adj": 0.2, "prep": 0.3, "conj": 0.2}


def _grades_how(place: Place) -> bool:
    """ "hit the ball ... hard": how hard it was done."""
    here, how = place.before(0), place.after(0)
    if how.lower not in _HOW_HARD or not (place.after(1).text in (".", ",", "") or place.after(1).tag in ("P", "C", "S", "T")):
        return False
    return here.tag in ("n", "N", "R") and place.clause.verb_left or _is_deed(here)


_HOW_HARD = frozenset("hard fast well high low late early long far quickly slowly badly often close cheap quietly".split())


def _is_started(place: Place) -> bool:
    """ "started ... even at minus twenty degrees", "stops ... in winter"."""
    led = place.after(0).tag == "P" or place.after(0).tag == "r" and place.after(1).tag == "P"
    return place.before(0).lower in governors.BEFORE_ING and place.before(0).tag in ("z", "d") and led and place.after(0).lower not in ("of", "by")


def _how_started(_: Place) -> Wants:
    return {"ing": 1.0, "noun": 0.8, "adv": 0.9, "pp": 0.7}


_JUDGING = frozenset("consider considers considered deem deems deemed declare declared judge judged pronounce pronounced".split())


def _is_judged(place: Place) -> bool:
    """ "deemed the fine ...", "found the accused ...": what looks like a quality is what is judged."""
    judge = place.before(2).lower
    named = place.before(0).tag == "j" and ("n" in words.tags(place.before(0).lower) and judge in _JUDGING or judge in ("deem", "deems", "deemed", "judged")) or place.before(0).lower == "accused" and judge in governors.CALLING
    return named and place.before(1).tag in ("D", "X") and place.ended


def _as_judged(_: Place) -> Wants:
    return {"adj": 1.0, "noun": 0.9, "done": 0.4, "adv": 0.3, "attr": 0.2}


_THERE = frozenset("there here abroad again home upstairs downstairs everywhere".split())


def _is_done_there(place: Place) -> bool:
    """ "travelled there ...": how, where it is told whither."""
    return place.before(0).lower in _THERE and _is_deed(place.before(1)) and bare(place.before(1).lower) not in ("stand", "sit", "lie") and place.before(1).lower not in ("stood", "sat", "lay") and _is_told(place) and place.before(0).lower != "home"


HOW_DONE: tuple[tuple[Callable[[Place], bool], Callable[[Place], Wants]], ...] = (
    (_parts_helper, _before_bare_verb),
    (_parts_letting, _before_bare_verb),
    (_parts_have, _before_participle),
    (_before_doing, _before_gerund),
    (_is_done_so, _how_so),
    (_is_it_done, _how_it_is_done),
    (_is_ordered, _how_it_is_done),
    (_compares_deeds, _how_compared),
    (_compares_amounts, _of_how_much),
    (_is_carried_out, _how_carried_out),
    (_is_one, _how_one_does),
    (_parts_question, _how_asked),
    (_parts_subject, _how_several_do),
    (_joins_deeds, _before_participle),
    (_is_other_reason, _how_otherwise),
    (_parts_not, _before_participle),
    (_joins_adverb, _before_participle),
    (_is_alone, _before_participle),
    (_grades_degree, _before_participle),
    (_is_said_that, _how_by_somebody),
    (_is_bought, _how_bought),
    (_is_by_somebody, _how_by_somebody),
    (_is_printed_there, _how_printed),
    (_grades_how, _before_participle),
    (_is_started, _how_started),
    (_is_done_there, _how_carried_out),
    (_is_judged, _as_judged),
    (_goes_on_so, _how_going_on),
    (_is_done_by_those, _how_those_do),
)
"""What is asked of a place, and what fits where it holds."""
