"""What the English around a fragment asks for: a head noun, a modifier, a bare verb after "to", a sentence adverb ..."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from pipeline.english.inflection import forms
from pipeline.english.sentence.clause import SINGULAR_VERBS, read_clause
from pipeline.english.sentence.frame import FrameKind
from pipeline.english.sentence.people import names_person
from pipeline.english.sentence.person_names import is_person
from pipeline.english.sentence.place import Place
from pipeline.english.sentence.predicates import is_somebody, noun_told_of, told_of
from pipeline.english.sentence.rereading import PlaceKind, reread
from pipeline.english.sentence.sentences import hyphen_of, is_short, is_titled, sentence_of, spoken, until_end
from pipeline.english.sentence.speech import Reporting, is_behind_quotation, is_inserted, names_speaker
from pipeline.english.sentence.tagger import ANY, Token, tag
from pipeline.english.slots.after_frames import is_the_more, lacks_be
from pipeline.english.slots.asked_number import asked_number
from pipeline.english.slots.bare_nouns import is_bare, is_one_of_its_kind
from pipeline.english.slots.closing import is_clause, is_closing
from pipeline.english.slots.complement_patterns import becomes_so, causes, definite_subject, done_to, lacks_helper, leads_to_verb, leaves_object
from pipeline.english.slots.counting import is_counted, is_occupation, is_some, named_as
from pipeline.english.slots.light_verbs import light_verb
from pipeline.english.slots.manner import asks_how
from pipeline.english.slots.participles import is_shaped
from pipeline.english.slots.patterns import is_asked_for, is_complement, is_unreal, is_with, joins_past, joins_present
from pipeline.english.slots.persons import is_personal
from pipeline.english.slots.reports import reports_event
from pipeline.english.slots.scene import is_told, mentioned
from pipeline.english.slots.slot import Slot
from pipeline.english.slots.wants import read_wants
from pipeline.english.vocabulary import governors, words
from pipeline.english.vocabulary.compounds import is_about
from pipeline.english.vocabulary.times import LASTING, USUALLY

# Where a bare noun names one thing: a cell of a table, the title of a page.
_SINGULAR = ("cell", "small-cell", "link", "label")
WINDOW = 240
_OWNED = re.compile(r"([A-Za-z]s)['’]$")

# 'and said: "...': what is quoted begins anew.
_QUOTES = re.compile(r":\s?[\"“]$")
_OPENERS = "\"'“‘([*_<>»«"
_CLOSERS = "\"'”’)]*_"
_MARKS = ('"', "”")


@lru_cache(maxsize=1 << 13)
def read_slot(left: str, right: str, frame: FrameKind = "", title: bool = False, told: str = "", stand_in: str = ANY, kind: PlaceKind = "", reporting: Reporting = "") -> Slot:
    """The slot between ``left`` and ``right``, the text of the block before and after the fragment, in a ``frame``.

    ``told`` is the end of what stands before the block: it sets the tense where the block itself does not; ``reporting`` is that of what follows a quotation. ``stand_in`` is read in
    the place of the fragment, which is of that ``kind``, as far as is known.
    """
    left, right = left[-WINDOW:], right[:WINDOW]
    quoted = is_behind_quotation(left)
    hyphen = hyphen_of(left, right)
    sentence = sentence_of(left)
    # "Its rivals' ...": that mark owns what follows.
    opened = sentence.rstrip()
    opened = (_OWNED.sub(r"\1's", opened) if opened.endswith(("'", "’")) else opened).rstrip(_OPENERS)
    opened = opened[:-1] if is_short(opened) else opened
    opened = spoken(opened)
    start = not opened.strip()
    words_left = tuple(reversed(tag(opened)))
    # A stand-in for the fragment before it, so that "increases" after a noun can be read as its verb.
    words_right = tuple(tag(stand_in + " " + until_end(right.lstrip(_CLOSERS)))[1:])
    words_left, words_right = reread(words_left, words_right, kind, start and not frame)
    place = Place(words_left, words_right, read_clause(f"{told}\n{left}", words_left, words_right, right[len(until_end(right)) :]))
    reported = reporting and (quoted or is_inserted(words_left, words_right))
    wants = read_wants(place, start, hyphen)
    inverted = quoted and left.rstrip()[-1:] in _MARKS and names_speaker(words_right)
    if inverted:
        wants = {"finite": 1.0, "attr": 0.3, "adv": 0.2, "noun": 0.1}
    if frame == "heading":
        wants = {**{"noun": 0.8, "attr": 0.5}, **wants, "clause": 0.4}
    alone = start and not right.strip()
    if frame in ("cell", "small-cell", "link", "label", "item") and start:
        wants = {**wants, "noun": 1.0, "clause": 0.9 if alone else wants.get("clause", 0.04)}
    here, prior, nxt, then = place.before(0), place.before(1), place.after(0), place.after(1)
    before, untold = f"{told} {left}", place.clause.untold and not frame
    number, determined, article = asked_number(place)
    if number is None:
        number = False if frame in _SINGULAR else True if start and (nxt.tag == "C" or place.verb_follows) else None
    return Slot(
        wants=tuple(sorted(wants.items(), key=lambda item: -item[1])),
        around=place,
        before=before,
        plural=number,
        agreed=place.clause.agreement,
        head="" if inverted else _head(place),
        told=not frame and not start and not determined and number is None and is_told(place),
        hangs=number is None and place.clause.agreement is False,
        bare=is_bare(place) and not determined,
        one_of_its_kind=not determined and number is not True and not frame and is_one_of_its_kind(place),
        beside=prior.lower if here.lower in ("and", "or") else place.before(2).lower if here.tag == "C" and prior.text == "," else "",
        without=here.lower == "without" and not place.noun_follows,
        out_of=here.lower == "of" and prior.lower in _PARTS and not place.noun_follows,
        received=here.lower in _RECEIVED and not place.object_follows,
        purpose=here.lower == "for" and (place.ended or nxt.tag in ("P", "C", "S")) and nxt.lower != "of",
        played=here.lower in ("play", "plays", "played", "playing"),
        single=is_counted(place),
        mentioned=mentioned(before) if not frame and not determined and not hyphen and (number is None or start) and place.clause.tense == "past" and wants.get("adj", 0.0) < 0.9 else frozenset(),
        some=is_some(place),
        going_on=here.tag == "B" and nxt.tag == "g",
        somebody=here.tag == "B" and prior.lower in ("i", "he", "she", "we", "they"),
        having=here.lower in ("have", "has", "had", "having") and (place.ended or nxt.tag in ("P", "S", "$")),
        won=any(t.lower in _WINNING for t in place.left[1:4]) and here.tag in ("D", "X", "j", "n"),
        plainly=here.tag == "B" and (nxt.lower in _FELT or nxt.lower in ("too", "very") or nxt.tag == "j" and not nxt.lower.endswith("er") and nxt.lower not in _CHANGED),
        by_more=here.lower in ("more", "most"),
        personal=not frame and is_personal(place),
        by=here.lower == "by",
        compound=here.tag == "n" and here.text.islower() and nxt.tag in ("n", "N") and (prior.tag in ("j", "v", "d", "z", "P", "#") or prior.tag in ("D", "X") and place.clause.verb_left),
        occupation=is_occupation(place),
        manner=asks_how(place),
        till_now=wants.get("finite", 0.0) >= 0.5 and lasts_till_now(place),
        preposition=nxt.lower if nxt.tag == "P" else "",
        before_to=nxt.tag == "T",
        lacks_article=here.lower in ("is", "was") and not frame and nxt.tag == "n" and nxt.text.islower() and place.after(1).tag not in ("n", "N", "g") and (nxt.lower, place.after(1).lower) != ("room", "for") and words.countable(nxt.lower) is True and "v" not in words.tags(nxt.lower),
        named=place.person_follows and not inverted and not determined and not frame,
        terse=frame not in ("", "link"),
        listed=frame == "heading" and alone,
        predicate_of_somebody=here.lower in ("is", "was") and _is_one_somebody(prior),
        predicate_of_one=_is_predicate_of_one(place),
        as_one=named_as(place) == "one" or here.lower in ("him", "her", "it", "me") and is_complement(place),
        led=here.tag in ("P", "T") and not place.noun_follows,
        object_of=_object_of(place) if determined else "",
        portion=here.lower == "much" or here.lower == "of" and prior.lower in ("bit", "deal", "piece", "pieces", "amount"),
        role=_is_apposition(place) or here.lower in _NAMING or here.lower in ("become", "becomes", "became", "becoming") or here.lower in ("him", "her", "me", "us", "them") and prior.lower in ("made", "make", "appointed", "elected", "named", "crowned"),
        determined=determined,
        owned=determined and _is_owned(place),
        article=article,
        tense=_tense(place) if not reported else "past" if reporting == "then" else "plain" if place.clause.subject_plural else "s3",
        capital=frame != "small-cell" and (start and not (sentence.rstrip()[-1:] in ("(", "[") and left.strip()) or not sentence.strip() or _QUOTES.search(left) is not None),
        title=title or frame == "heading" and is_titled(left + " " + right),
        hyphen=hyphen,
        start=start,
        subject_plural=place.clause.subject_plural,
        nominal=_before_object(place) and not inverted,
        ends=inverted or _ends(place) and not leaves_object(place),
        leads=(nxt.tag == "v" or nxt.lower == "be" or here.lower == "who" and words.known_verb(nxt.lower) and nxt.tag == "n" and then.text in (".", ",")) and here.tag not in ("T", "M", "O", "D", "X"),
        object=place.object_follows and not inverted,
        clausal=nxt.lower in ("who", "what", "which", "how", "whether", "that", "why"),
        leaning=_is_leaning(place),
        closing=not start and is_closing(place),
        infinitive=nxt.tag == "T" and then.tag == "v",
        spliced=here.text == "," and (place.clause.verb_right or nxt.tag == "R" and then.tag in ("d", "p", "v", "z")) and nxt.tag in tuple("DXRnNj") and nxt.tag != "" and is_clause(place.left[1:]),
        joins=here.text == "," and place.clause.verb_right and nxt.tag in tuple("DXRnN") and nxt.tag != "",
        helped=here.tag in ("H", "B", "M", "O") and nxt.tag in ("p", "d", "g", "v"),
        said_of=next((t for t in place.left if t.tag != "r"), here).tag == "B",
        subject=told_of(place),
        ongoing=here.lower in ("is", "are") and _goes_on_now(place),
        undone=next((t for t in place.left if t.lower not in ("not", "also", "still", "always")), here).tag == "O",
        reports=any(t.lower == "that" for t in place.right[:12]),
        ever=nxt.lower in ("ever", "yet", "since") or nxt.lower == "so" and then.lower == "far",
        compared=nxt.lower == "than" and here.lower not in ("more", "less") or is_the_more(place),
        speaker=_is_speaker(place),
        counted=_counted(place),
        of_quantity=nxt.lower == "of" and _is_quantity(place.right[1:6]),
        numbered=nxt.tag == "#" and not determined,
        partitive=nxt.lower == "of" and (then.tag in ("D", "X", "R") or then.lower == "those"),
        definite=not inverted and nxt.tag in ("D", "X") and nxt.lower not in ("a", "an", "another", "no"),
        graded=nxt.tag in ("j", "g", "p") and then.tag in ("n", "N"),
        shaped=determined and is_shaped(place),
        held=here.tag in ("D", "X") and prior.tag in ("P", "T", "r"),
        untold=untold,
        mixed=place.clause.mixed and not reported and not joins_past(place) and not joins_present(place),
        now=place.clause.now and not start and not frame,
        asked_who=here.lower == "who" and all(t.text in _OPENERS for t in place.left[1:]) and (nxt.tag in ("R", "X") or nxt.lower in ("the", "this", "that", "these", "those")) and nxt.lower != "it" and any(t.text == "?" for t in place.right),
        as_if=len(place.left) > 2 and prior.lower in ("if", "though") and place.before(2).lower == "as" and here.tag in ("R", "n", "N"),
        speaks=not start and nxt.text == ":" and place.after(1).text in _OPENERS and here.tag in ("R", "n", "N"),
        told_of=noun_told_of(place),
        general=any(t.lower in USUALLY for t in place.left[:10]) or any(t.lower in ("every", "each", "usually", "always", "often", "regularly") for t in place.right[:10]),
        people=here.text == "," and any(t.tag == "N" and names_person(forms.singular(t.lower)) or t.lower == "people" for t in place.left[1:9]),
        shared=_is_shared(place),
        states=not start and not place.clause.verb_left and place.clause.verb_right and here.tag in ("n", "N") and nxt.tag in ("D", "X") and _is_statement(place),
        quotes=nxt.lower == "that" and (then.tag in ("D", "X", "R") or then.tag in ("n", "N", "j") and any(t.tag in "zdBMH" for t in place.right[2:6])),
        lacks_be=not start and lacks_be(place),
        known=untold and not start and definite_subject(place),
        meanwhile=place.ended and is_with(place) or here.text == "," and nxt.tag == "P",
        behind_noun=here.tag in ("n", "N"),
        linking=here.lower in governors.LINKING,
        light=light_verb(place),
        reported=reports_event(place) if untold and not start else "",
        to_do=leads_to_verb(place),
        caused=causes(place),
        unhelped=nxt.tag == "v" and not place.clause.subject_plural and not place.clause.helping and lacks_helper(place),
        lasting=_is_lasting(place),
        becomes_so=becomes_so(place),
        done_to=done_to(place),
        acts=start and not frame and _acts(place),
        aside=here.text == "," and nxt.text == ",",
        one=place.clause.agreement is False and place.verb_follows and not frame and here.tag in ("S", "C", "^", "W", ",") and not start,
        takes_verb=nxt.tag == "v" and next((t for t in place.left if t.lower != "not" and t.tag != "r"), here).tag in ("M", "T", "O"),
        objective=here.tag in ("P", "T", "v", "z", "d", "p", "g") and not place.verb_follows,
    )


_WINNING = frozenset("win wins won winning claim claims claimed claiming lift lifted clinch clinched secure secured defend defended retain retained".split())


# By how much something is so, rather than how plainly.
_CHANGED = frozenset("more less different higher lower better worse fewer cheaper above below ahead behind".split())
_FELT = frozenset("tired exhausted worried scared surprised relieved annoyed bored excited confused embarrassed disappointed frightened shocked drunk upset".split())


def _is_lasting(place: Place) -> bool:
    """ "... three days": how long, and no more."""
    first, then, behind = place.after(0), place.after(1), place.after(2)
    counted = first.tag == "#" or first.lower in ("several", "many", "a", "few")
    return counted and (then.lower in LASTING and behind.lower not in ("later", "ago", "earlier", "before", "after", "of") or then.lower in ("few", "long", "full") and behind.lower in LASTING)


def _tense(place: Place) -> Literal["s3", "plain", "past"]:
    """As the verb that it is joined with, else as the clause."""
    if joins_past(place) or is_unreal(place):
        return "past"
    if is_asked_for(place):
        return "plain"
    return joins_present(place) or place.clause.tense


_UP_TO_NOW = (("in", "recent"), ("over", "the", "past"), ("over", "the", "last"), ("in", "the", "past"), ("in", "the", "last"), ("for", "the", "past"), ("for", "the", "last"), ("so", "far"), ("to", "date"), ("over", "the", "years"))


def lasts_till_now(place: Place) -> bool:
    """ "... since 2019", "... in recent years": what has gone on up to now follows."""
    right = [t.lower for t in place.right[:7]]
    if right[:1] == ["since"] or right[1:2] == ["since"] and place.right[0].tag == "r":
        return not place.clause.verb_right or place.after(1).lower not in ("it", "they", "he", "she", "we")
    return any(tuple(right[at : at + len(span)]) == span for at in (0, 1) for span in _UP_TO_NOW)


def _counted(place: Place) -> bool | None:
    """By the head of the noun phrase that follows: "too ... cars", "so ... clean water"."""
    if place.after(0).lower == "of":
        if any(t.tag == "N" or t.lower in ("those", "these", "them", "us") for t in place.right[1:4]):
            return True
        return False if any(t.tag == "n" and words.countable(t.lower) is False for t in place.right[1:4]) else None
    if not place.noun_follows:
        return None
    end = next((n for n, t in enumerate(place.right) if t.tag not in tuple("jgnN")), len(place.right))
    return place.right[end - 1].tag == "N" if end and place.right[end - 1].tag in ("n", "N") else None


def _is_apposition(place: Place) -> bool:
    """ "said Wei Jianhua, ... of the department": who somebody is."""
    return len(place.left) > 2 and place.before(0).text == "," and is_person(place.before(2), place.before(1)) and not place.verb_follows


def _is_predicate_of_one(place: Place) -> bool:
    """ "It is ...", "this will be ...": one thing, and what it is."""
    if place.before(0).lower not in ("is", "was", "be", "been"):
        return False
    subject = next((t for t in place.left if t.tag not in ("B", "M", "H", "r")), place.before(0))
    return subject.lower in ("it", "this", "that", "he", "she") and subject.tag in ("R", "D", "X")


def _is_one_somebody(subject: Token) -> bool:
    return subject.lower in ("he", "she") or subject.tag == "n" and is_somebody(subject.lower) or subject.tag in ("n", "N") and subject.text[:1].isupper()


_PARTS = frozenset("most some one many none half each all several few two three both much part".split())
_RECEIVED = frozenset("meet meets met face faces faced draw draws drew spark sparks sparked cause causes caused arouse aroused provoke provoked win wins won gain gains gained receive receives received suffer suffers suffered encounter encountered trigger triggered attract attracted bring brings brought earn earned".split())
_NAMING = frozenset("elected appointed crowned named".split())


_SUMS = frozenset("percent million billion trillion yuan dollars euros pounds points degrees".split())


def _is_quantity(tokens: tuple[Token, ...]) -> bool:
    """ "six percent", "more than 5%", "about two million yuan"."""
    at = next((n for n, t in enumerate(tokens) if t.tag == "#"), None)
    return at is not None and (tokens[at].text.endswith("%") or tokens[at].text[:1] in "$€£¥" or any(t.lower in _SUMS for t in tokens[at + 1 : at + 3]))


def _is_statement(place: Place) -> bool:
    """ "The change in tone ... a deal is near": the subject begins the sentence, the clause behind the fragment ends it."""
    return place.left[-1].tag in ("D", "X", "n", "N", "j") and not any(t.tag in ("S", "W", "C", "v") or t.text in (",", ";", ":") for t in place.left) and not any(t.text in (",", ";") for t in place.right)


def _goes_on_now(place: Place) -> bool:
    """ "is ... until May", "are ... this week", "is ... at the moment"."""
    said = " ".join(t.lower for t in place.right[:3])
    return said.startswith(("until ", "till ", "this week", "this month", "at the moment", "at present", "right now", "these days", "for the time", "as we speak")) or place.after(0).lower in ("now", "currently") and place.after(1).text in ("", ".", ",")


def _object_of(place: Place) -> str:
    """ "follow" before "the ...", "the new ..."."""
    at = next((n for n, t in enumerate(place.left[:4]) if t.tag not in ("n", "N", "j", "p", "g")), 0)
    verb = place.before(at + 1)
    return words.lemma(verb.lower) or verb.lower if place.before(at).tag in ("D", "X") and verb.tag in tuple("vzdgp") else ""


def _head(place: Place) -> str:
    """The first of the nouns that follow which says what it is about, else the last: "risk management team"."""
    nouns = [t.lower for t in place.right[: next((n for n, t in enumerate(place.right) if t.tag not in ("n", "N")), len(place.right))]]
    return next((noun for noun in nouns if is_about(noun)), nouns[-1] if nouns else "")


# What several are said to have said: "Analysts expected".
_OF_MANY = frozenset((*governors.SAYING, "added", "expected", "predicted", "estimated", "reported", "were"))


def _acts(place: Place) -> bool:
    """ "... stopped the car", "... actually laughed": what one somebody did, unless it is what many say."""
    verb, then = (place.after(1), place.after(2)) if place.after(0).tag == "r" else (place.after(0), place.after(1))
    if verb.lower == "told":
        return then.tag == "R"
    return verb.tag == "z" or verb.lower in SINGULAR_VERBS or (verb.tag == "d" or verb.tag == "p" and verb is place.after(1)) and verb.lower not in _OF_MANY


def _is_shared(place: Place) -> bool:
    """ "The old lady ... threaded the needle": who does it stands before, what was done next behind."""
    here, nxt = place.before(0), place.after(0)
    if nxt.tag not in ("z", "d") or nxt.lower in _HAPPENS or not nxt.tag:
        return False
    if place.after(1).tag in ("n", "N", "j") and nxt.lower.endswith("ed"):
        # "They ... customized services": it says of what kind.
        return False
    somebody = here.tag in ("n", "N") and (here.tag == "N" or here.text[:1].isupper() or place.before(1).tag in ("D", "X", "j", "n"))
    return here.tag == "R" and here.lower in _DOERS or somebody and not place.clause.verb_left and nxt.tag == "d"


_DOERS = frozenset("he she they we i who".split())
# What is rather done by something than by somebody.
_HAPPENS = frozenset("means meant is was has had remains remained becomes became makes made lies lay seems seemed".split())


def _is_speaker(place: Place) -> bool:
    return next((t for t in place.left if t.tag != "r"), place.before(0)).lower == "i"




_STOPS = tuple(".,;:!?)。，；：！？")


_KNOWN = frozenset("the this that these those".split())


def _ends(place: Place) -> bool:
    """Nothing follows that could be an object; an adverb before the end is none."""
    nxt, then = place.after(0), place.after(1)
    if nxt.lower in ("over", "about", "around", "under", "up") and then.tag in ("#", "D", "T") and then.lower not in _KNOWN:
        # "account for ... over half": a quantity is an object.
        return False
    last = then if nxt.tag == "r" and nxt.lower not in governors.DEGREE else nxt
    if nxt.lower in ("it", "he", "she", "they", "we", "i") and then.tag in tuple("zdBMH"):
        # "When I ... it was dusk".
        return True
    return last.tag in ("$", "P", "C", "S") or nxt.tag == "r" and last.tag in tuple("zdMBH") or last.text in _STOPS or place.time_follows or place.verb_follows and not place.several_follow


def _before_object(place: Place) -> bool:
    """ "works ... a bank", "won ... hard work": the sentence is complete on the left, a noun phrase stands on the right."""
    here, nxt = place.before(0), place.after(0)
    predicate = here.tag in tuple("vzdpg") or here.tag == "j" and place.before(1).tag == "B"
    complete = predicate or here.text == "," or place.clause.verb_left and here.tag not in ("D", "X", "j", "#", "P", "T", "M", "O", "^", "B", "H")
    return complete and (place.object_follows or nxt.tag in ("n", "N", "g", "j") or nxt.tag == "r" and place.after(1).tag in ("n", "N", "j"))


# What is named behind these is an object as that of any verb.
_RELYING = frozenset("rely relies relied relying depend depends depended depending focus focuses focused focusing concentrate concentrates concentrated spend spends spent spending prey preys feed feeds".split())
# What grades a feeling or a quality more often than it says what things are like.
_OF_DEGREE = frozenset("great full considerable extreme growing increasing utmost deep strong good obvious clear real rapid long little enough ample unprecedented immense enormous huge sheer pure total absolute relative equal special particular added genuine mutual public rich profound intense mild".split())
# "a place of ...", "the process of ...": what is done is named as such.
_OF_WHAT_IS_DONE = frozenset("place process matter policy sense time way means act form spirit feeling state method habit subject object source sign symbol culture history risk pace rate speed degree level phase stage course kind possibility hope fear lack need right threat danger period moment cost road path wave era age year years".split())
_LEANING = frozenset("to on under through as within".split())


def _is_leaning(place: Place) -> bool:
    """ "Hunan ...", "analysis and ...", "under ...": where a noun without a determiner is as often one as many."""
    here, other = place.before(0), place.before(1)
    if here.lower == "as" and (place.verb_follows or place.clause.verb_right):
        # "as ... cut back": who does it.
        return False
    if here.tag == "j" and other.lower == "with":
        # "with great ...".
        return here.lower in _OF_DEGREE
    if here.lower == "to" and other.lower == "according" or here.lower == "on" and any(t.lower in _RELYING for t in place.left[1:4]):
        return False
    if here.lower == "of" and other.lower in _OF_WHAT_IS_DONE:
        return True
    if here.tag == "P" or here.tag == "T":
        return here.lower in _LEANING
    if here.tag == "C":
        return other.tag == "n" and place.before(2).tag not in ("D", "X", "#")
    return here.tag == "n" and here.text[:1].isupper() and not here.text.isupper() and len(place.left) > 1


def _is_owned(place: Place) -> bool:
    """Behind "its", "the team's", "no": what somebody has, or has none of."""
    first = next((t for t in place.left[:4] if t.tag in ("D", "X") or t.lower in ("no", "some")), None)
    return first is not None and (first.tag == "X" or first.lower in ("no", "some"))
