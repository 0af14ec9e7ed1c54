"""What stands around a word that takes a verb: "time to cook", "causing users to lose", "seems to work"; and of whom it is told."""

from __future__ import annotations

from pipeline.english.inflection.noun_forms import singular
from pipeline.english.inflection.verb_forms import bare
from pipeline.english.sentence.people import names_person
from pipeline.english.sentence.place import Place
from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.times import USUALLY

# What is done, rather than to what: "banned from using phones", "capable of lifting it", "used to getting up early".
_DOING = {
    "from": "prevent stop keep ban bar discourage prohibit refrain abstain deter dissuade exempt exclude exhausted tired",
    "of": "accuse capable incapable tired afraid instead guilty suspect convict fond proud ashamed habit dream think way possibility",
    "in": "point succeed interest involve engage difficulty trouble help role persist specialize specialise excel invest experienced",
    "on": "insist focus keen concentrate plan depend bent intent",
    "at": "aim good adept skilled expert excel",
    "for": "responsible blame praise criticize criticise thank fine punish arrest apologize apologise use excuse forgive condemn prosecute",
    "to": "forward accustomed committed dedicated devoted opposed object resort confess close key commit addicted averse",
    "about": "talk think worry excited serious careful dream complain",
    "with": "charge task busy",
    "like": "feel felt",
}
_DOERS = {preposition: frozenset(governors.split()) for preposition, governors in _DOING.items()}
_USED = frozenset("be is are was were been am get gets got getting become becomes became 's 're".split())


def asks_for_doing(place: Place) -> bool:
    """ "banned from ...", "looking forward to ...", "prevent water from ...": a gerund behind a preposition that its governor asks for."""
    preposition = place.before(0).lower
    governors = _DOERS.get(preposition)
    if governors is None or place.after(0).lower in ("of", "by") and preposition != "of":
        # "depends on approval by the board".
        return False
    if preposition == "to" and place.before(1).lower == "used":
        return _is_accustomed(place)
    reach = 7 if preposition in ("from", "of", "for", "to") else 2
    for n, token in enumerate(place.left[1:reach]):
        if preposition == "to" and n and not token.lower.startswith(("devot", "dedicat", "committ", "accustom")):
            # "devoted his life to studying ants".
            if token.tag in ("P", "T", "C", "S", "W", ",", "."):
                return False
            continue
        if token.lower in governors or words.lemma(token.lower) in governors or token.tag in "dpgz" and bare(token.lower) in governors:
            return True
        if token.tag in ("P", "T", "C", "S", "W", ",", "."):
            return False
    return False


_ALIVE = frozenset("staff family families public crew team teams dog dogs cat cats horse horses".split())
_GROWN = frozenset("get gets got getting become becomes became".split())


def _is_accustomed(place: Place) -> bool:
    """ "He is used to ..." it; what a thing is used to, it is used to do."""
    at = next((n for n, t in enumerate(place.left[2:], 2) if t.tag != "r"), len(place.left))
    verb, subject = place.before(at).lower, place.before(at + 1)
    if verb not in _USED:
        return False
    if verb in _GROWN or subject.tag == "R":
        return subject.lower not in ("it", "which", "that")
    of_a_person = subject.text[:1].isupper() and not words.tags(subject.lower) or subject.lower in _ALIVE or names_person(singular(subject.lower))
    return of_a_person or subject.tag not in ("n", "N")


def definite_subject(place: Place) -> bool:
    """True where one somebody, or something that is known, stands right before: "the jury ...", "she suddenly ..."; not where it is told of what always happens."""
    near = [t for t in place.left if t.tag != "r"]
    if not near or near[0].tag not in ("n", "N", "R") or any(t.lower in USUALLY for t in (*place.left[:12], *place.right[:12])):
        return False
    if near[0].tag == "R":
        # "You forgot your umbrella," says somebody to somebody.
        return near[0].lower in ("he", "she", "i", "we", "they") or near[0].lower == "you" and len(place.left) == 2 and place.before(1).text in ('"', "“") and not any(t.text == "?" for t in place.right)
    phrase: list[str] = []
    for position, token in enumerate(near[:6]):
        phrase.append(token.lower)
        if token.tag in ("D", "X"):
            return token.lower not in ("any", "no", "all", "most", "some", "many")
        if token.tag == "#" and position:
            # "Two trains".
            return True
        if token.tag not in ("n", "N", "j", "#", "p", "g"):
            break
    return near[0].text[:1].isupper()


def leads_to_verb(place: Place) -> bool:
    """ "no ... cook on weekdays", "the ... decide for themselves": a bare verb behind a noun."""
    nxt, then = place.after(0), place.after(1)
    if not words.known_verb(nxt.lower) or nxt.tag not in ("v", "n", "j", "B", "H", "O") or nxt.lower in ("are", "is", "was", "were", "has", "had", "does", "did"):
        return False
    return nxt.tag == "v" or nxt.lower in ("be", "have", "do") or then.tag in ("D", "X", "R", "#", "P", "r")


_LEFT_OVER = frozenset("nothing something anything everything much little lot someone somebody nobody anyone what who whom".split())


_WANTING = frozenset("want wants wanted ask asks asked need needs needed expect expects expected tell tells told get gets got allow allows allowed wish wishes wished".split())


def leaves_object(place: Place) -> bool:
    """ "nothing to ...", "somebody to ...": what it is done to stands before it, so that its preposition stays."""
    if place.before(0).tag == "T" and place.before(1).lower in _LEFT_OVER:
        # "want somebody to listen": they are the one who does.
        return not any(t.lower in _WANTING for t in place.left[2:4])
    # "the permissions that it ...": what it is done to stands before "that".
    at = next((n for n, t in enumerate(place.left[:7]) if t.tag in ("W", "S") and t.lower != "once"), 0)
    subject = place.left[:at]
    return at > 0 and (place.ended or place.verb_follows) and place.before(at).lower in ("that", "which", "whom", "who") and place.before(at + 1).tag in ("n", "N") and all(t.tag in ("D", "X", "R", "n", "N", "j", "r", "M", "H") or t.lower == "once" for t in subject) and any(t.tag in ("R", "n", "N") for t in subject)


def causes(place: Place) -> bool:
    """ "... users to lose their data": whom, and what they do then."""
    for n, token in enumerate(place.right[:7]):
        if token.tag == "T":
            return n > 0 and (place.after(n + 1).tag in ("v", "B", "H") or words.known_verb(place.after(n + 1).lower))
        if token.tag not in ("D", "X", "R", "n", "N", "j", "#"):
            return False
    return False


def lacks_helper(place: Place) -> bool:
    """ "The plan ... work": nothing before the bare verb lets it stand so."""
    before = next((t for t in place.left if t.tag != "r"), None)
    return before is not None and before.tag in ("n", "R") and not place.clause.verb_left and before.lower not in ("me", "him", "us", "them", "i", "you", "we", "they")


_FEELS = frozenset("feel think laugh cry worry panic look seem fear realize realise believe forget lose wonder want sleep sweat shiver smile blush despair suffer miss regret doubt".split())


def becomes_so(place: Place) -> bool:
    """ "... me nervous", "... investors panic": whom, and how they are or what comes over them then."""
    for n, token in enumerate(place.right[:5]):
        if n and token.lower in _FEELS or n and token.tag in ("j", "p") and place.right[n - 1].tag in ("n", "N", "R") and place.after(n + 1).tag not in ("n", "N", "j"):
            return True
        if token.tag not in ("D", "X", "R", "n", "N", "j", "#"):
            return False
    return False


def done_to(place: Place) -> bool:
    """ "The children ... warned not to": a participle, and no verb before it."""
    return "p" in words.guess(place.after(0).lower) and place.before(0).tag in ("n", "N", "R", "r", "W") and not place.clause.verb_left and place.after(1).lower not in ("me", "him", "us", "them")
