"""A term in the form that its slot asks for: dividend -> dividends, promote -> catalytic (role), obvious -> obviously."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.english.inflection import forms
from pipeline.english.inflection.adjective_forms import before_noun
from pipeline.english.sentence.people import names_no_person, names_person
from pipeline.english.sentence.predicates import as_felt, is_thing
from pipeline.english.slots.light_verbs import without_light_verb
from pipeline.english.slots.possessors import possessed
from pipeline.english.slots.scene import held_by, thing_there
from pipeline.english.slots.slot import Slot
from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.compounds import RATHER_NAMED, SELDOM_BEFORE_NOUN, is_about, is_measure, is_of_actions, is_quality
from pipeline.english.vocabulary.events import is_over
from pipeline.english.vocabulary.governors import NOUNS_WITH_TO
from pipeline.english.vocabulary.heads import head_of
from pipeline.english.vocabulary.times import is_time
from pipeline.english.vocabulary.transitivity import WITH_PREPOSITION, describes_from_behind, has_object, leads_on
from pipeline.english.wording.articles import PLACES_WON, SOLE, is_determined, one, the, with_article
from pipeline.english.wording.by_sentence import as_asked, asked_by_sentence
from pipeline.english.wording.conjugated import be, finite
from pipeline.english.wording.countability import countable_of, in_pieces, is_mass
from pipeline.english.wording.in_time import in_other_time, in_time
from pipeline.english.wording.manner import FELT, adverb_of, adverbial
from pipeline.english.wording.misfits import beside_verbs, has_verbs_beside, of_wording
from pipeline.english.wording.modal_phrases import with_perfect
from pipeline.english.wording.noun_number import (
    OFFICES,
    PERSONS,
    STATES,
    TITLES,
    in_number,
    is_gerund,
    is_listed,
    is_mostly_plural,
    is_one_of_a_kind,
    is_rarely_many,
    names_several,
    other_number,
)
from pipeline.english.wording.parts import part_of_speech
from pipeline.english.wording.suitability import LEADING, is_done_to_somebody, suitability
from pipeline.english.wording.verb_wordings import NEED_OBJECT, WITH_OBJECT, verb_wordings
from pipeline.english.wording.wording import Form
from pipeline.lexicon.termbase import Term
from pipeline.model import rounded

# How well a part of speech serves a want when there is no form of its own for it in the termbase.
_DIRECT = {
    ("noun", "noun"): 1.0, ("noun", "attr"): 0.85, ("np", "noun"): 1.0, ("name", "noun"): 1.0, ("name", "attr"): 0.95,
    ("verb", "verb"): 1.0, ("verb", "finite"): 1.0, ("verb", "done"): 1.0, ("verb", "ing"): 1.0,
    ("adj", "adj"): 1.0, ("adj", "attr"): 1.0, ("adv", "adv"): 1.0, ("pp", "adj"): 1.0, ("pp", "adv"): 0.6,
    ("conj", "conj"): 1.0, ("prep", "prep"): 1.0, ("clause", "clause"): 1.0, ("interj", "clause"): 1.0, ("num", "num"): 1.0,
    ("pron", "noun"): 0.9, ("det", "attr"): 1.0, ("adv", "conj"): 0.7, ("conj", "adv"): 0.7, ("num", "noun"): 0.8, ("num", "attr"): 0.8,
    ("measure", "noun"): 0.6, ("measure", "measure"): 1.0, ("prep", "adv"): 0.3, ("np", "attr"): 0.3, ("np", "clause"): 0.6, ("noun", "clause"): 0.45,
}  # fmt: skip
OBJECTS = {"he": "him", "she": "her", "they": "them", "we": "us", "i": "me", "who": "whom", "both": "the two"}
# What is asked for stands before: "what they are looking for".
_ASKED = ("what ", "who ", "whom ", "which ", "how ")
_NEVER_DONE = ("没", "未")
_OTHER_NUMBER = 0.5
# What rounding may add to a fit.
_ROUNDED = 0.0001
# How something is that one does.
_HARD = frozenset("hard difficult easy easier harder impossible possible able unable necessary willing unwilling ready likely unlikely enough sufficient insufficient reluctant eager keen anxious quick slow bound afraid liable".split())
_UNCOUNTED = 0.7
_QUALITY_TOO = 0.45
# An alternative of a row that names an action, where only somebody can stand.
_SOMEBODY, _PERSON = 1.25, 1.08
# How much so, or how fast ever more.
_HOW_MUCH = frozenset("relatively comparatively increasingly gradually steadily rapidly quickly constantly slightly particularly especially extremely exceptionally extraordinarily considerably significantly greatly highly widely newly fully completely absolutely truly".split())
_HOW_MANY = frozenset(("less than", "fewer than", "more than", "under", "over", "nearly", "almost", "about", "around", "at least", "at most", "up to", "only", "just"))
_SEEMING = ("仿佛", "似乎", "好像", "像是", "好似", "貌似")
# With what a Chinese phrase of place ends.
_WHERE = tuple("上里中内下前外后边旁间")
_EXCEPT = ("除了", "除")
# They say of what kind something is, never how it is.
_ONLY_OF_A_KIND = frozenset("executive financial medical industrial agricultural automotive annual monthly weekly domestic rental organizational managerial presidential municipal provincial dental atomic thermal solar lunar naval judicial legislative electoral contractual "
                            "geographic chemical biological statistical mathematical editorial parental architectural residential interior managing surgical climatic meteorological".split())  # fmt: skip
# No noun stands behind these but with what they lead to.
_WITH_COMPLEMENT = frozenset("afraid aware unaware fond scared frightened terrified ashamed obsessed infatuated addicted keen capable worthy wary full accustomed immune".split())
_HOLDS_ITS_OWN = 0.78
_DONE_RATHER = 0.95
# What is half of a phrase that holds its object.
_LIGHT = ("hold ", "take ", "make ", "have ", "join ", "run ", "sign ", "raise ", "win ", "cut ", "commit ", "file ", "launch ", "do ")
# What has two objects.
_GIVING = frozenset("give show send teach tell offer lend pay cost owe call name make do grant hand find".split())
# What an object takes the place of: "lost money", "lost 5 million yuan".
_ANY_OBJECT = (" money", " staff", " people", " employees", " workers")
# What may hold a clause, and with it a tense.
_WITH_CLAUSE = ("clause", "adv", "np", "conj", "pp", "adj")
_FUNCTION = ("conj", "prep", "pron", "det", "particle", "num", "interj", "measure")
_ACTION = re.compile(r"(?:tion|sion|ment|ing|ance|ence|al|ure|ity|ness|ship|th|use|work|control|growth|support)$")
# The same determiner before many things, and before one.
_BEFORE_MANY, _BEFORE_ONE = {"this": "these", "that": "those", "each": "all", "every": "all"}, {"these": "this", "those": "that"}
_OUT_OF = frozenset("most some many several few all each any none one both part half much".split()) | {"a few", "a number", "the majority", "a minority", "a lot", "a large part"}
_DEFINITE = ("same", "sole", "only", "following", "remaining", "rest of the")
_OF_VERB = ("verb", "finite", "done", "ing", "inf")
_FIT = operator.itemgetter(1)


def realise(term: Term, en: str, slot: Slot) -> list[Form]:
    """The forms of ``en``, a wording of ``term``, that could stand in ``slot``, each with its fit and the want that it answers: the best fit first, each text once."""
    best: dict[str, Form] = {}
    pos = part_of_speech(term, en)
    # "Vice Mayor Qian Lihua": before a name what somebody is, is a part of it.
    called = slot.named and pos in ("noun", "np") and head_of(en) in TITLES and not term.zh.endswith(("导演", "总监", "主管"))
    titled = slot.title and term.pos not in _FUNCTION or called
    written = forms.title_case if titled else forms.capitalize if slot.capital else None
    outright = slot.definite and pos == "det"
    singly = bool(slot.article) and term.countable != "plural"
    misfits = of_wording(term, en, pos, slot)
    if pos == "noun" and en == term.en and (verb := dict(term.slots).get("verb")) and "somebody to do" in slot.joint:
        misfits += [(factor, kinds or _OF_VERB) for factor, kinds in of_wording(term, verb, "verb", slot)]
    amid_verbs, ends, leads = has_verbs_beside(slot), slot.ends, slot.leads
    asked: dict[str, float] = {}
    # "is selling at a loss" rather than "losses", "served steadily" rather than "stability".
    tells_how = _told_how(term, pos) if slot.manner and not slot.determined else 1.0
    for text, suits, kind in _forms(term, en, pos, slot):
        if "one" in text and ("one's" in text or "oneself" in text):
            text = possessed(text, slot.owner, slot.subject_plural)
        if written:
            text = written(text)
        want = asked.get(kind)
        if want is None:
            want = asked[kind] = suitability(kind, term, en, pos, slot)
        if outright and text.endswith(" of"):
            # "lost ... his money".
            want = max(want, LEADING)
        if tells_how < 1 and kind in ("noun", "ing"):
            suits *= tells_how
        fit = suits * want * beside_verbs(en, text, kind, pos, slot) if amid_verbs else suits * want
        known = best.get(text)
        if known is not None and fit < known[1] - _ROUNDED and not leads:
            # What follows only lowers it.
            continue
        fit = rounded(fit)
        if singly and kind == "noun" and "-" not in text and not text.endswith("ss") and forms.is_plural(text):
            # "a huge crowds" cannot be.
            fit = rounded(0.5 * fit)
        for misfit, kinds in misfits:
            if not kinds or kind in kinds:
                fit = rounded(misfit * fit)
        if ends and text in ("about", "around"):
            # "It about takes an hour" cannot be: it stands before the quantity.
            fit = rounded(0.5 * fit)
        if leads and slot.subject == "somebody" and text in ("hard", "difficult", "hard to", "difficult to"):
            # "They were hard to agree" cannot be.
            fit = rounded(0.6 * fit)
        if leads and kind in ("adj", "attr") and text.removeprefix("not ") in _HARD and slot.want("adj") >= 0.6:
            # "becomes ... fall asleep".
            text, fit = f"{text} to", rounded(1.05 * fit)
            known = best.get(text)
        if text and (known is None or known[1] < fit):
            best[text] = (text, fit, kind)
    if by_sentence := asked_by_sentence(term.zh, slot):
        # "Is it meant for the tenants, or for the owners?"
        best = as_asked(best, en, by_sentence, pos, written)
    return sorted(best.values(), key=_FIT, reverse=True)


def _told_how(term: Term, pos: str) -> float:
    """What is left of the noun of ``term`` where how is asked: of what says how as well, and of what is a quality too."""
    names = [name for name, _ in term.slots]
    if pos not in ("noun", "verb") or "adv" not in names:
        return 1.0
    return _QUALITY_TOO * (0.8 if is_mass(term, term.en) else 1.0) if "adj" in names else _UNCOUNTED


def number_is_told(term: Term, en: str, slot: Slot) -> bool:
    """True where a noun has one number there: behind a/an, or where it has no plural at all."""
    return bool(slot.article) or term.countable in ("no", "plural") or is_mass(term, en) or part_of_speech(term, en) in ("name", "np")


def _forms(term: Term, en: str, pos: str, slot: Slot) -> Iterator[Form]:
    slots = dict(term.slots) if en == term.en else {}
    own = dict(term.forms) if en == term.en else {}
    if (asked := with_perfect(en, slot)) != en:
        en, own = asked, dict.fromkeys(("s3", "plain", "past"), asked)
    if is_over(term, pos) and not (slot.now and slot.ends):
        slot = replace(slot, tense="past")
    elif pos == "verb":
        slot = in_time(term.zh, en, slot)
    if pos in _WITH_CLAUSE and slot.tense == "past":
        en = own.get("past", en)
    if pos in _WITH_CLAUSE and slot.ends and " " in en and en.rpartition(" ")[2] in NEED_OBJECT and (own or pos in ("conj", "adv", "clause")) and not en.startswith(_ASKED):
        # "so we did not go": without an object its preposition goes.
        en = en.rpartition(" ")[0]
    # What four characters tell is done rather than named: "throw it away and walk off".
    told = pos == "verb" and not slot.determined and len(term.zh) > 3
    for want in ("noun", "attr", "adj", "adv", "verb"):
        if want in slots and want != pos:
            yield from _special(slots[want], want, slot if want != "verb" else in_time(term.zh, slots[want], slot), pos, told)
    if slot.light and pos == "verb" and (rest := without_light_verb(en, slot.light)):
        # "took ..." of "take effect".
        yield rest, 1.25, "noun"
    adjective = slots.get("adj") or slots.get("attr") or ""
    if adjective and "adv" not in slots and pos == "noun" and not names_person(en) and not en.endswith("person") and words.guess(adjective)[:1] == "j" and adjective.isalpha():
        yield forms.adverb(adjective), 0.5 if slot.want("noun") >= 0.55 and slot.want("conj") >= 0.7 else 0.85, "adv"
    if slot.aside and "start" in slots and pos == "adv":
        # "The trunk, however, is small": between commas as at the start.
        yield slots["start"][:1].lower() + slots["start"][1:], 1.0, "adv"
    if slot.start and "start" in slots:
        yield slots["start"], 1.05, "adv"
    if slot.determined and pos == "noun" and "named" in slots:
        # "the cost increase", but "rising costs".
        en, own = slots["named"], {}
        term = replace(term, countable="", forms=())
    if slot.led and pos in ("pp", "adv") and (held := held_by(en)):
        # "in ... 河里": the preposition stands there in English.
        yield held, 1.0, "noun"
    if slot.shaped and (manner := adverb_of(en, pos, slots)):
        # "a ... held view": widely.
        yield manner, 1.08, "noun"
        yield manner, 1.08, "attr"
    if slot.held and pos in ("pp", "adv") and term.zh[-1:] in _WHERE and (there := thing_there(en)):
        # "on the ... 床上", "in his ... 怀里": preposition and article stand there in English.
        yield there, 0.97, "noun"
    if pos in ("noun", "name", "np"):
        # "played freedom" cannot be.
        how = slot.manner and pos == "noun" and "adj" in dict(term.slots) and is_mass(term, term.en)
        made = _noun_forms(term, en, pos, own, slot, "attr" in slots)
        yield from ((text, 0.7 * suits, kind) for text, suits, kind in made) if how else made
    elif pos == "verb":
        # "needs adjustments its strategy" cannot be: the object stands there already.
        yield from in_other_time(term.zh, en, slot)
        spoken = verb_wordings(en, own, slot, slots)
        yield from ((text, _HOLDS_ITS_OWN * suits, kind) for text, suits, kind in spoken) if slot.object and (WITH_OBJECT in own.items() or _has_all(en)) else spoken
    elif pos in ("adj", "pp"):
        yield from _adjective_forms(en, pos, slot, slots, "the " if (term.zh.startswith("最") or en in _DEFINITE) and not (slot.determined or slot.hyphen or slot.terse) else "")
    else:
        if term.zh == "被" and slot.done_to:
            yield from ((be(replace(slot, tense="past") if slot.untold and slot.known else slot), 1.2, want) for want in ("adv", "finite"))
        en = _function_word(term, en, pos, own, slot)
        for want in ("adv", "conj", "prep", "clause", "attr", "noun", "num", "measure"):
            if (pos, want) in _DIRECT:
                # What begins a sentence in words of its own is not said so elsewhere, nor the other way round.
                yield en, _DIRECT[pos, want] * (0.9 if (slot.start or slot.aside) and "start" in slots else 1.0), want
        if term.zh in _EXCEPT and (slot.preposition or slot.before_to):
            # "is open daily except on holidays".
            yield from (("except", 1.3, want) for want in ("adv", "conj", "prep", "noun", "pp"))
        if pos == "adv" and "attr" not in slots and slot.determined and slot.want("attr") >= 0.6 and not slot.graded and (adjective := before_noun(en)):
            # "their ... 一再 delays".
            yield adjective, 0.9, "attr"
        if slot.numbered and en in _HOW_MANY:
            # "fees of ... ten yuan".
            yield en, 1.05, "attr"
        if pos == "num" and term.zh.startswith("第") and slot.head and slot.head not in PLACES_WON and not (slot.determined or slot.hyphen or slot.terse or slot.title) and slot.want("attr") >= 0.6:
            # "was the first woman to sail around the world".
            yield f"the {en}", 1.05, "attr"
        if slot.graded and en in _HOW_MUCH:
            # "a ... small flat": rather relatively small than relative.
            yield en, 1.05, "attr"
        if pos == "adv" and slot.lacks_be and not slot.start:
            # "The bank ... considering": it goes on, and how.
            yield f"{be(slot)} {en}", 1.0, "finite"
        if pos == "measure" and en and slot.head and not slot.hyphen and not en.endswith(" of") and slot.want("attr") >= 0.6:
            # "a bottle of milk".
            yield f"{en} of", 1.0, "attr"
        if pos == "det" and slot.partitive and en not in ("a", "an", "the"):
            # "many of those", "some of the losses".
            yield en, 1.0, "noun"
        if pos == "det" and slot.definite and en in _OUT_OF:
            # "most of the money", "many of his friends".
            yield f"{en} of", 1.0, "attr"
            yield f"{en} of", 1.0, "noun"
            if slot.start:
                yield f"{en} of", 1.0, "verb"
        if pos == "adv" and is_time(en):
            # "the first half of this year", "tomorrow's match".
            yield en, 0.95, "noun"
            if "attr" not in slots:
                yield f"{en}'s", 0.9, "attr"
        if pos == "clause":
            yield en, 0.5, "finite"
            yield en, 0.4, "noun"
        if pos in ("adv", *_FUNCTION):
            yield en, 0.3, "adj"
        if pos == "adv" and slot.speaks and en.startswith(("in ", "with ")):
            # 'They ... "Water."'
            yield f"{finite('say', slot)} {en}", 1.2, "finite"


def _function_word(term: Term, en: str, pos: str, own: dict[str, str], slot: Slot) -> str:
    if pos == "measure":
        return in_number(en, term.countable, own, slot)
    if pos == "det" and slot.counted is not None and en in (_BEFORE_MANY if slot.counted else _BEFORE_ONE):
        return (_BEFORE_MANY if slot.counted else _BEFORE_ONE)[en]
    if term.zh == "多少" and pos == "det" and en in ("how much", "how many") and slot.denied:
        # "has not left them ... room".
        return "many" if slot.counted else "much"
    if pos == "adv" and en.startswith("can ") and "modal" in slot.joint:
        # "can often only watch".
        return en[4:]
    if slot.people and en == "of which":
        return "of whom"
    if pos == "pron" and slot.objective:
        return OBJECTS.get(en.lower(), en)
    if en == "most" and pos == "adv" and slot.graded and not slot.determined:
        # "is ... popular singer": what is named by its superlative has its article.
        return "the most"
    if term.zh in _SEEMING and slot.leads and en == term.en and not slot.takes_verb:
        # "you ... hear the universe".
        return {"past": "seemed to", "s3": "seems to", "plain": "seem to"}[slot.tense]
    if pos == "adv" and en == "not" and slot.leads:
        # "he ... come": a verb is negated with "do" where no other helps it.
        past = slot.tense == "past" or any(mark in term.zh for mark in _NEVER_DONE)
        return {"past": "did not", "s3": "does not", "plain": "do not"}["past" if past else slot.tense]
    return en


def _special(text: str, want: str, slot: Slot, pos: str, told: bool) -> Iterator[Form]:
    """A form that the termbase gives for another part of speech than its own."""
    if want == "verb":
        yield from ((said, suits * 0.95, kind) for said, suits, kind in verb_wordings(text, {}, slot, {"noun": "", "attr": ""}))
    elif want == "noun":
        # A nominalisation names the action: it is counted only where the slot says so.
        counted = " of " not in text and text not in STATES and (slot.listed and is_listed(text) or slot.plural or slot.some and is_mostly_plural(text, slot) or slot.plural is None and not is_rarely_many(text, slot) and not slot.determined and not slot.leaning and not slot.start and not _ACTION.search(text) and words.guess(text.split(" ")[0])[:1] not in ("D", "r"))
        named = forms.plural(text) if counted and words.countable(text.rsplit(" ", 1)[-1]) is not False and not forms.is_plural(text) and not is_gerund(text) else text
        # "is reduction" cannot be: a bare nominalisation is a poor predicate; nor does "warn the crew timeliness" say how.
        of_it = " of " in text and not slot.determined
        poor = of_it or slot.want("adj") >= 0.9 and not slot.determined or pos in ("adj", "adv") and slot.want("adv") >= (0.7 if slot.determined else 0.4)
        mass = words.countable(text.rpartition(" ")[2]) is False or is_gerund(text)
        wrong = _UNCOUNTED if slot.single and mass or slot.portion and not mass else 1.0
        # "opened slowness" cannot be.
        how = slot.manner and (pos in ("adj", "adv") or told)
        yield named, (0.33 if how else 0.55 if poor else 0.8 if told else 0.93) * wrong, "noun"
        yield named, 0.55, "ing"
        if pos == "verb" and (is_about(slot.head) or is_of_actions(slot.head)):
            # "investment fund".
            yield text, 1.04 if is_of_actions(slot.head) else 0.85, "attr"
        if slot.personal and pos == "verb" and names_person(text):
            # "the director Zhao Min".
            yield from ((named, 1.2, "noun"), (text, 1.2, "attr"))
    elif want == "adj":
        # What a noun has an adjective for is mostly named: "felt pressure", "that is a problem".
        if slot.subject == "something" and slot.said_of and (felt := as_felt(text)):
            yield felt, 1.06, "adj"
        # "was critical over the delay" cannot be.
        blamed = pos == "verb" and slot.preposition in ("by", "over") and text.isalpha() and not text.endswith(("ed", "en", "ing"))
        yield text, 0.6 if blamed else 0.7 if pos == "noun" and slot.subject != "somebody" else 0.97, "adj"
        yield f"{be(slot)} {text}", 0.8, "finite"
        if slot.want("adj") >= 0.25 and leads_on(text):
            # "is suitable for adults": an adjective with its preposition takes the object that follows.
            yield text, 1.0, "ing"
    elif want == "attr" and pos == "noun" and is_about(slot.head) and is_quality(text):
        # "risk management" is not risky.
        yield text, 0.8, want
    else:
        if want == "attr" and slot.head and is_thing(slot.head) and (felt := as_felt(text)):
            yield felt, 1.06, "attr"
        yield text, 0.97, want


def _has_all(en: str) -> bool:
    """True for "work together", "hold talks": a phrase that no object follows, though one may with a preposition."""
    return en.endswith((" together", "team up")) or en.split(" ")[1:2] in (["the"], ["a"], ["an"]) and en.split(" ")[0] not in _GIVING and not leads_on(en) or en.startswith(_LIGHT) and not en.endswith(_ANY_OBJECT) and not leads_on(en) and has_object(en)


def _noun_forms(term: Term, en: str, pos: str, own: dict[str, str], slot: Slot, has_attribute: bool) -> Iterator[Form]:
    if pos == "noun" and is_determined(en):
        # "this year's plan" is one that is known, wherever it stands.
        slot = replace(slot, determined=True, owned=True, plural=slot.agreed if slot.start else slot.plural)
    if pos == "noun" and names_several(term.zh) and slot.plural is None and not (slot.article or slot.hyphen or slot.single or slot.one or slot.portion or slot.role or slot.occupation) and not forms.is_plural(en) and words.countable(head_of(en)) is not False:
        # "The guests looked round".
        slot = replace(slot, plural=True)
    mass = is_mass(term, en)
    numbered = en if pos != "noun" else in_number(en, "no" if mass else countable_of(term, en), own, slot)
    if pos == "name" and slot.determined:
        en = numbered = _without_article(en)
    if pos == "np" and slot.plural and "plural" in own and (slot.agreed or not slot.start):
        numbered = own["plural"]
    if pos == "np" and slot.determined:
        numbered = _without_article(numbered)
    # A bare noun is a poor predicate: "is standard equipment" may stand, "is retry" may not, nor "was ridicule" where somebody was ridiculed.
    bare_predicate = slot.want("adj") >= 0.9 and not slot.determined and pos == "noun" and (not mass or is_done_to_somebody(term))
    suits = (0.75 if forms.is_plural(numbered) else 0.6) if bare_predicate else 0.6 if slot.want("adj") >= 0.9 and not slot.determined and is_gerund(en) else 1.0
    # "a research" cannot be counted, "a study" can.
    if slot.role and pos == "noun" and not slot.determined and (head_of(en) in OFFICES or en in OFFICES):
        # "was elected chairman".
        yield from ((en, 1.04, want) for want in ("noun", "adj", "pp", "adv"))
    if pos == "noun":
        yield from ((text, fit, "noun") for text, fit in with_article(term, en, own.get("plural") or forms.plural(en), slot))
    uncounted = pos == "noun" and mass and en not in ("data", "time")
    fits = _UNCOUNTED if (slot.article or slot.single) and (uncounted or pos == "noun" and term.countable == "plural" and en == term.en and slot.plural is False) else 0.85 if slot.portion and pos == "noun" and not uncounted else 1.0
    if slot.personal and not slot.hyphen and pos == "noun" and names_person(en):
        # "the commentators were already talking", "by the director Zhao Min".
        yield en, _PERSON if names_person(term.en) else _SOMEBODY, "attr"
        fits *= 1.0 if names_person(term.en) else _SOMEBODY
    if slot.won and en in ("champion", "runner-up", "winner"):
        # "won the championship".
        fits *= _UNCOUNTED
    if slot.occupation and pos == "noun" and not slot.determined and not slot.hyphen and names_person(en):
        yield forms.plural(en) if slot.subject_plural else one(en), 1.25, "noun"
    if slot.occupation and names_no_person(en):
        # "worked as a translator".
        fits *= _UNCOUNTED
    if pos == "noun" and slot.want("verb") + slot.want("finite") >= 0.25 and any(name == "verb" for name, _ in term.slots):
        # What Chinese says with one word is done where it may be done: "and retired in 2020".
        fits *= _DONE_RATHER
    if slot.manner and en in FELT:
        # "won ease" cannot be.
        fits *= _UNCOUNTED
    yield numbered, suits * fits, "noun"
    if slot.single and uncounted:
        yield *in_pieces(term, en, slot.plural is True), "noun"
    if pos == "noun" and not slot.article and term.countable != "plural" and not mass:
        # What decides the number may stand far away, or only in the writer's head: for the reviewer, never first.
        yield other_number(en, numbered, own), _OTHER_NUMBER, "noun"
    if slot.to_do and en.rpartition(" ")[2] in NOUNS_WITH_TO:
        # "no ... cook": what the time is for follows.
        yield from ((f"{numbered} to", 1.1, want) for want in ("noun", "attr"))
    yield numbered, 0.55, "ing"
    yield numbered, 0.4, "clause"
    if slot.hyphen:
        yield en if pos != "np" else _without_article(en), 1.0, "attr"
    elif not has_attribute:
        # "growth rate" rather than "increase rate".
        yield en, _DIRECT.get((pos, "attr"), 0.3) * (_UNCOUNTED if en in SELDOM_BEFORE_NOUN else 1.0), "attr"
    elif is_about(slot.head) and is_quality(dict(term.slots)["attr"]) or is_of_actions(slot.head) and names_no_person(en):
        yield en, 1.04 if is_of_actions(slot.head) else 0.97, "attr"
    many = slot.subject_plural and slot.plural is None and not slot.determined and not term.countable and pos == "noun" and words.countable(head_of(en)) is True
    predicate = (own.get("plural") or forms.plural(en)) if many else numbered if slot.determined or term.countable or pos != "noun" or forms.is_plural(numbered) else one(en)
    of_one = slot.predicate_of_one and not is_mass(term, en) and (words.countable(head_of(en)) is True or forms.is_plural(numbered)) and not forms.is_plural(en)
    if slot.ends and not slot.plural and not slot.subject_plural and not slot.determined and pos == "noun" and not term.countable and (of_one or is_one_of_a_kind(term.zh, en)):
        predicate = one(en)
        if bare_predicate:
            yield predicate, 0.8, "noun"
    if slot.predicate_of_somebody and slot.ends and pos == "noun" and not forms.is_plural(en) and (names_person(en) or term.zh.endswith(PERSONS) and words.countable(head_of(en)) is True) and not slot.determined:
        # "He is a lawyer by training", "She was the founder of the school".
        yield the(en) if slot.preposition == "of" and (en in SOLE or en in OFFICES) else one(en), 1.0, "adj"
    yield predicate, 0.5, "adj"
    yield f"{be(slot)} {predicate}", 0.15, "finite"
    if pos == "name":
        yield en, 0.4, "num"


def _adjective_forms(en: str, pos: str, slot: Slot, slots: dict[str, str], the: str) -> Iterator[Form]:
    if slot.compared and pos == "adj" and not en.endswith("er") and not en.startswith(("more ", "less ", "other", "better", "worse")):
        # "is slightly longer than".
        adverb, _, last = en.rpartition(" ")
        en = f"{adverb} {forms.comparative(last)}".lstrip()
    yield en, 0.5 if slot.said_of and slot.ends and en in _ONLY_OF_A_KIND else 1.0, "adj"
    if the and slot.said_of and (en.endswith("est") or en.startswith("most ") or en in ("best", "worst")) and (slot.preposition in ("in", "of", "since", "among", "on") or slot.ever):
        # "is the deepest in the country", "was the largest since 2008".
        yield f"the {en}", 1.05, "adj"
    if slot.behind_noun and slot.ends and (describes_from_behind(en) or pos == "pp" and en.startswith("without ")):
        # "a film suitable for the whole family".
        yield en, 1.03, "noun"
    if (felt := as_felt(en)) and (slot.subject == "something" and slot.said_of or slot.head and is_thing(slot.head)):
        # "The result was surprising", "a disappointing season".
        yield felt, 1.06, "adj"
        yield felt, 1.06, "attr"
    named = slots.get("noun", "")
    if named and is_quality(en) and (named in RATHER_NAMED and is_about(slot.head) or not named.endswith("ness") and is_measure(slot.head)):
        # "success rate", "safety inspection".
        yield named, 1.02, "attr"
    if slot.lacks_article and pos == "adj" and not the and not en.endswith(" to") and not en.startswith(("too ", "so ", "not ")):
        # "He is a famous singer".
        yield one(en), 1.05, "attr"
    # "the youngest champion": before its noun a superlative has its article, unless the noun has one.
    # What has a form of its own there is not said so: "a well-known story".
    yield the + en, 0.25 if pos != "adj" else 0.9 if slots.get("attr", en) != en else 1.0, "attr"
    # "the rules are clear who pays": an adjective leads to no question.
    yield f"{be(slot)} {en}", 0.5 if slot.clausal or slot.object and slot.definite and not slot.ends and not leads_on(en) else 0.85, "finite"
    yield f"be {en}", 0.75, "verb"
    yield f"to be {en}", 0.4, "inf"
    yield f"being {en}", 0.3 if slot.meanwhile else 0.5, "ing"
    yield f"been {en}", 0.6 if slot.want("adj") < 0.5 else 0.05, "done"
    if slot.said_of and (slot.head or slot.graded) and leads_on(en):
        # "should be familiar with basic JavaScript".
        yield from ((en, 1.06, want) for want in ("attr", "adv", "ing"))
    if slot.object and slot.said_of and not slot.lasting and en in WITH_PREPOSITION and slot.want("adj") >= 0.25:
        # "is different from the last one".
        yield f"{en} {WITH_PREPOSITION[en]}", 1.0, "ing"
    if slot.head and slot.said_of and not slot.object and en in _WITH_COMPLEMENT:
        # "is afraid of thunder".
        yield f"{en} {WITH_PREPOSITION[en]}", 1.15, "attr"
    if slot.object and slot.want("adj") >= 0.25 and leads_on(en):
        # "is within walking distance of the harbour".
        yield en, 1.0, "ing"
    if pos == "pp":
        if "adv" not in slots:
            yield en, 1.0, "pp"
        yield en, 0.6, "adv"
        yield en, 0.35, "noun"
        return
    if "adv" not in slots:
        yield adverbial(en)
    yield en, 0.22, "noun"
    yield en, 0.4, "clause"


def _without_article(en: str) -> str:
    first, _, rest = en.partition(" ")
    return rest if first in ("a", "an", "the", "one's") and rest else en
