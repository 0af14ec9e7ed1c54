"""A verb in the forms that a slot may ask for: its finite form, "to" with it, its participles, what is said of it with "be"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.english.inflection import forms
from pipeline.english.sentence.people import names_person
from pipeline.english.slots.slot import Slot
from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.complements import DONE_TO_ANYBODY, DONE_WITH, TELLING, TO_WHOM
from pipeline.english.vocabulary.compounds import is_of_commands, is_of_deeds
from pipeline.english.vocabulary.events import is_momentary
from pipeline.english.vocabulary.governors import CHANGING, NEVER_PASSIVE, NOUNS_WITH_TO, STATIVE, TAKE_TO, WITH_OBJECT_ONLY
from pipeline.english.vocabulary.transitivity import acts_alone, has_object, is_intransitive, leads_on, takes_object_passive, undergone, with_what
from pipeline.english.wording.conjugated import be
from pipeline.english.wording.conjugated import finite as finite_form
from pipeline.english.wording.modal_phrases import MODALS, modal_forms
from pipeline.english.wording.wording import Form

# Behind what these end verbs an object stands.
NEED_OBJECT = ("about", "with", "to", "for", "of", "at", "from", "against", "upon")
_ANY_OBJECT = ("money", "staff", "people", "employees", "workers", "compensation", "damages")
# What "in" or "on" leads to is what it is about; in "log in", "carry on" it is not.
_HOLDS = frozenset("part participate engage invest believe interested holdings stake position specialize result interest persist involved depend rely focus insist concentrate comment agree embark elaborate succeed arrive reflect intervene interfere meddle indulge infringe remark dwell land deliberate feedback vote".split())
# With nothing behind it, what is needed is the thing: "needs sponsorship", hardly "needs to sponsor".
_DONE_TO_SOMEBODY = frozenset("resettle rescue compensate sponsor support back fund finance subsidize encourage guide supervise treat protect care assist guarantee conserve preserve inspect renovate clean train coach encourage recognize respect understand confirm approve supply insure maintain repair".split())
# What "over" leads to is what it is about; in "take over" it is not.
_ABOUT = frozenset("agonize fret argue quarrel brood gloat fight rejoice wrangle fuss squabble grieve worry".split()) | {"be torn"}
_SO_ALONE = frozenset(("be responsible", "be worried", "be proud", "be afraid", "be sorry", "be optimistic", "be pessimistic", "be anxious", "be angry", "be happy", "be unhappy", "be famous", "be ready", "be late", "be enthusiastic", "be satisfied", "be dissatisfied", "be jealous", "be envious", "be grateful", "be confident", "be curious"))
_GIVEN = frozenset("assign allocate award grant fine bestow".split())
# In "give a smile" nothing is given.
_LIGHT = ("give ", "have ", "make ", "wear ", "put ", "take ", "do ")
_GOES_IN = frozenset("move step walk break march sneak flow burst rush pour".split())
_WHERE = ("in", "on", "at", "to", "with", "for", "from", "into", "near", "between", "under")
# What is done with things, so that somebody is always the one who does it.
_WITH_THINGS = frozenset("review study learn revise eat read write cook wash clean shop pack practise practice rehearse translate paint draw sew knit bake type drink sing garden prepare".split())
# What takes its time, so that it goes on for a while.
_LASTING_WORK = frozenset("renovate repair build rebuild construct test review examine treat restore refurbish maintain upgrade clean paint develop evaluate audit investigate process discuss negotiate debate consider expand redesign translate".split())
_TO_THINGS = frozenset("cook bake wash clean paint draw knit sew translate type pack".split())
_BECOMING = ("turn ", "become ", "get ", "go ", "grow ", "fall ", "be ")
_OFFERED = {"sell": "sale", "rent": "rent", "rent out": "rent", "lease": "lease", "hire": "hire"}
# What investors and households do all the time.
_TRADING = frozenset(("buy", "sell", "sell off", "purchase", "dump", "hoard", "invest", "borrow", "save", "spend", "hire", "buy in", "stock up"))
_QUALITY = re.compile(r"have (?:an? )?([a-z]+) ([a-z]+)")
_SEEM_TO = frozenset("seem appear happen deserve dare threaten".split())
_GOES_ON_FOR = frozenset(("continue", "go on", "persist", "remain", "keep", "rage", "linger"))
# What something is done to with them.
_DONE_WITH = frozenset(("tamper with", "interfere with", "deal with", "cope with", "do away with", "meddle with", "provide for", "care for", "pay for", "account for", "make up for", "allow for", "call for", "take care of", "make use of",
                        "take advantage of", "dispose of", "attend to", "refer to", "adhere to", "resort to", "see to", "look after", "sign for", "apply for", "ask for", "search for", "rely on", "rely upon", "depend on", "depend upon", "count on",
                        "talk about", "speak of", "think about", "look into", "listen to"))  # fmt: skip
# What goes on for a time, though an object would say about what.
_LASTS = frozenset("argue debate discuss dispute quarrel research study explore negotiate struggle prepare train practise practice experiment ponder".split())
# Noted with the forms of a phrase: it holds its object.
WITH_OBJECT = ("object", "yes")


def verb_wordings(en: str, own: dict[str, str], slot: Slot, slots: dict[str, str]) -> Iterator[Form]:
    """The forms of the verb ``en``; ``own`` are those that its row gives, ``slots`` its words of other parts of speech."""
    if en.startswith("have no any "):
        # "have no result", but "without any result".
        yield f"without {en.removeprefix('have no ')}", 1.02 if slot.start else 0.62, "adv"
        en, own = en.replace("no any ", "no ", 1), {name: said.replace("no any ", "no ", 1) for name, said in own.items()}
    rest, _, last = en.rpartition(" ")
    alone = en.split(" ")[0] in NEVER_PASSIVE and not leads_on(en)
    leads_verb = en.endswith((" to", " help but"))
    if en.startswith("please "):
        # An order has one form.
        yield from ((en, fit, want) for want, fit in (("verb", 1.0), ("finite", 1.0), ("clause", 1.0), ("ing", 0.9), ("conj", 0.8), ("noun", 0.5), ("adv", 0.9)))
        return
    if (slot.object or slot.head) and not slot.ends and not slot.lasting and slot.want("attr") < 0.6 and (link := with_what(en)):
        # "haggle over every cent": it takes its object with a preposition.
        en, own, last, rest = f"{en} {link}", {}, link, en
    if slot.object and en in TO_WHOM and rest not in TO_WHOM and not slot.said_of and "to somebody" in slot.joint:
        # "apologized to the victims", "agree with you".
        en, own, last, rest = f"{en.removesuffix(' to')} {TO_WHOM[en]}", {}, TO_WHOM[en], en.removesuffix(" to")
    if slot.quotes and last in ("on", "to", "about", "of") and rest in TELLING:
        # "insisted that it was right".
        en, own, last, rest = rest, {}, rest, ""
    whole = en
    if slot.clausal and last == "about" and rest in ("ask", "inquire", "wonder"):
        # "has not asked what it costs".
        en, own, last, rest = rest, {}, rest, ""
    if slot.ends and en.endswith("afford") and not slot.said_of:
        # "It is not that she cannot afford it".
        en, own = f"{en} it", {name: f"{form} it" for name, form in own.items()}
    if slot.said_of and slot.ends and slot.want("done") >= 0.5 and slot.subject != "somebody" and (what := undergone(en)):
        # "The factories will be ... twice a year".
        yield from ((f"subjected to {what}", 1.02, want) for want in ("done", "adj"))
    if (slot.object or slot.head) and en.endswith(" each other"):
        # "steal each other's customers".
        en, own = f"{en}'s", {name: f"{form}'s" for name, form in own.items()}
    if slot.ends and en == "stick to":
        # "those who stuck to it": alone it is to be stuck.
        en, own, last, rest = "stick to it", {}, "it", "stick to"
    if slot.ends and rest and (not rest.startswith("be ") or last == "over" and rest in _ABOUT or rest in _SO_ALONE) and (last in NEED_OBJECT or last == "over" and rest in _ABOUT or last in ("in", "on") and rest.rpartition(" ")[2] in _HOLDS):
        # "we complain for two hours": without an object its preposition goes.
        en, own = rest, {name: form.removesuffix(f" {last}") for name, form in own.items()}
    elif slot.ends and last == "into" and rest in _GOES_IN:
        # "the troops moved in last week".
        en, own = f"{rest} in", {name: form.removesuffix("to") for name, form in own.items()}
    elif rest and last != slot.preposition and slot.preposition in _WHERE and last in _WHERE and " " not in rest.removeprefix("be "):
        # "is located in" before "on a hill": the preposition that stands there is the one that counts.
        en, own = rest, {name: form.removesuffix(f" {last}") for name, form in own.items()}
    if slot.lasting and (en in _GOES_ON_FOR or en.partition(" ")[0] in _LASTS and slot.want("done") >= 0.5):
        en, own = f"{en if en in _GOES_ON_FOR else en.partition(' ')[0]} for", {}
    if slot.object and last in _ANY_OBJECT and " " in en:
        # "lays off staff two thousand": the object that stands there is the one that counts.
        en, own = rest, {}
    if en.startswith("not be "):
        # "is not willing to talk".
        state = f"not {en[7:]}"
        yield from ((state, fit, want) for want, fit in (("adj", 1.0), ("attr", 0.9), ("done", 0.6)))
        yield f"{be(slot)} {state}", 1.0, "finite"
    # Of "be" the slot knows the person, too.
    finite = own[slot.tense] if slot.tense in own and not en.startswith("be ") else finite_form(en, slot)
    if slot.leads and not slot.takes_verb and en.startswith("be ") and en.endswith(" to"):
        # "customers who ... leave": they are loath to.
        yield finite, 1.2, "finite"
    # "were been surprised" cannot be.
    done = en[3:] if slot.said_of and en.startswith("be ") else own.get("done") or forms.participle(en)
    ing = (own.get("ing past") if slot.tense == "past" else "") or own.get("ing") or forms.gerund(en)
    if en in MODALS:
        # "nothing and will not contact you": before its verb it stands where an adverb could, and it has no other form.
        yield from ((en, fit, want) for want, fit in (("finite", 1.0), ("verb", 1.0), ("adv", 0.95), ("noun", 0.6)))
        return
    if slot.shared and "adv" not in slots and not leads_verb:
        # "The old lady squinted and threaded the needle": one thing is done, then the other.
        # "The court ruling found him guilty": what is no gesture may as well name the thing.
        yield f"{finite} and", 1.08 if en.startswith(("seize the ", "take the ")) else 0.85 if " " in en or is_momentary(en) else 0.5, "adv"
    if slot.takes_verb and (en in TAKE_TO or rest and last in NOUNS_WITH_TO):
        # "will ... teach", "need to find a way to save": it takes the verb that follows.
        yield f"{en} to", 1.0, "adv"
    elif (slot.unhelped or slot.leads) and (en in TAKE_TO or en in _SEEM_TO) or slot.to_do and en in _SEEM_TO:
        # "The plan ... work": it takes the verb that follows.
        yield from ((f"{finite} to", 1.05, want) for want in ("adv", "finite"))
    if (slot.leads or slot.takes_verb) and leads_verb:
        # "he ... go": it takes the verb that follows.
        yield en if slot.takes_verb else finite, 0.95, "adv"
    yield from modal_forms(en, own, slot)
    stranded = slot.ends and en != whole and (slot.said_of or slot.want("done") >= 0.97) and not slot.somebody and whole in _DONE_WITH
    if stranded:
        # "might have been tampered with": what it is done to stands before.
        yield from ((forms.participle(whole), fit, want) for want, fit in (("done", 1.0), ("adj", 0.7)))
    # "could can afford" cannot be: behind another modal "can" goes.
    passive = slot.ends and not slot.reports and (en in WITH_OBJECT_ONLY or en in ("set up", "carry out"))
    yield en.removeprefix("can "), 0.8 if passive else 1.0, "verb"
    if passive:
        # "must ... under supervision".
        yield f"be {done}", 0.98, "verb"
    yield f"not to {en.removeprefix('do ').removeprefix('not ')}" if en.startswith(("not ", "do not ")) else f"to {en.removeprefix('can ')}", 0.85 if slot.ends and en in _DONE_TO_SOMEBODY else 1.0, "inf"
    if passive:
        yield f"{be(slot)} {done}", 1.0, "finite"
    yield finite, 0.7 if passive else 1.0, "finite"
    if en.startswith("be ") and en.endswith(" than"):
        # "a version earlier than 1.4".
        yield from ((en[3:], 1.0, want) for want in ("prep", "adj"))
        if slot.nominal or slot.want("ing") >= 0.9:
            yield en[3:], 1.05, "ing"
    if slot.said_of and en.startswith("be ") and leads_on(en) and (slot.head or slot.graded) and (words.guess(en.split(" ")[1])[:1] == "j" or en == "be worth"):
        # "should be familiar with basic JavaScript".
        yield from ((en[3:], 1.08, want) for want in ("attr", "adv", "ing"))
    after_be = slot.want("adj") >= 0.25 and slot.want("verb") < 0.3
    # "were merely lost money" cannot be: a phrase with its object has no passive.
    bad_passive = slot.want("adj") >= 0.9 and (has_object(en) or WITH_OBJECT in own.items() or en.startswith(("be ", "not ")) or is_intransitive(en))
    if en.startswith(("have a ", "have an ")) and slot.ends and slot.want("adj") < 0.9:
        # "She has ... and a cough".
        yield en.partition(" ")[2], 1.05, "done"
    if slot.meanwhile and slot.ends and (en.split(" ")[0] in CHANGING or is_intransitive(en) or acts_alone(en, slot.preposition)):
        # "With prices rising, people save".
        yield ing, 1.1, "ing"
        bad_passive = True
    elif slot.meanwhile and slot.ends and not has_object(en) and not en.startswith("be ") and slot.want("done") >= 0.95 and not leads_on(en):
        # "With the windows closed, the room was hot".
        yield done, 1.1, "done"
    if slot.told_of and slot.ends and forms.singular(last) == slot.told_of and has_object(en) and not en.startswith(_LIGHT):
        # "projects that were ..." of "approve a project".
        yield from ((forms.participle(en.partition(" ")[0]), 1.0, want) for want in ("done", "adj"))
    # "it has had no limits" says less than "it has no limits".
    yield done, 0.3 if bad_passive else 0.5 if stranded else 0.4 if en.startswith("have no ") and slot.tense != "past" else 1.0, "done"
    if bad_passive and not en.startswith("be "):
        # "have been keeping rising": that it goes on the form says itself.
        ing = en.removeprefix("keep ") if en.startswith("keep ") and en.split(" ")[1].endswith("ing") else ing
        yield ing, 1.06 if en in CHANGING and slot.want("done") >= 0.98 else 0.8 if slots.get("adj", slots.get("attr", ing)) != ing else 0.85, "done"
    if slot.said_of and (slot.object or slot.head or slot.numbered) and not slot.ends and en in DONE_WITH and (en in DONE_TO_ANYBODY or slot.subject != "somebody" and (en not in _GIVEN or "to somebody" in slot.joint)):
        # "was awarded to a baker", "is adapted from a novel".
        yield f"{done} {DONE_WITH[en]}", 1.14 if slot.object else 1.45, "adj" if slot.numbered else "ing"
    elif slot.said_of and slot.object and en in _GIVEN:
        # "Each request is assigned a number": what one gets.
        yield done, 1.12, "ing"
    led = takes_object_passive(en) and after_be
    if led:
        # "have been included in the network": with its preposition a passive takes an object.
        yield done, 1.0, "ing"
    # Behind a/an nothing but a noun stands: a gerund takes no article.
    if after_be and slot.ends and en.startswith("be ") and en.endswith("ing") and forms.bare(en[3:]) in WITH_OBJECT_ONLY:
        # "the road is being built": what goes on with nothing behind it is done to it.
        yield f"being {forms.participle(forms.bare(en[3:]))}", 1.0, "ing"
        ing = en[3:]
    elif after_be and slot.ends and en in WITH_OBJECT_ONLY:
        # "Confidence is gradually being restored".
        yield f"being {done}", 1.02, "ing"
    if slot.subject == "somebody" and slot.ends and slot.preposition not in ("by", "for", "to", "from", "as") and slot.want("done") >= 0.9 and en in _TRADING:
        # "Investors have been buying steadily".
        yield ing, 1.08, "done"
    if slot.ongoing and en in _LASTING_WORK and slot.subject != "somebody":
        # "is being renovated until May".
        yield f"being {done}", 1.1, "adj"
    if slot.subject == "somebody" and slot.ends and slot.preposition != "by" and " " not in en and acts_alone(en, slot.preposition) and "adj" not in slots:
        # "The villagers were arguing about the well".
        yield ing, 1.08, "adj"
    if (slot.somebody or slot.subject == "somebody") and slot.ends and slot.preposition != "by" and en.split(" ")[0] in _WITH_THINGS and not (slot.plural and en in _TO_THINGS):
        # "He was reviewing": nobody is reviewed as a lesson is. "They are baked" may be said of loaves.
        yield ing, 1.1, "adj"
    if after_be and slot.ends and slot.want("done") < 0.9 and (en.split(" ")[0] in CHANGING and not has_object(en) or alone):
        # "The gap is widening", "passengers are complaining": what changes of itself goes on, and what nobody does to anything.
        yield ing, 0.68, "adj"
    if slot.behind_noun and slot.object and not after_be and slot.want("ing") >= 0.9:
        if en.startswith("be ") and leads_on(en):
            # "The guard responsible for the gate was asleep".
            yield en[3:], 1.06, "ing"
        elif en == "have":
            yield "with", 1.05, "ing"
    if slot.head and not names_person(forms.singular(slot.head)) and leads_on(en) and not en.startswith("be ") and 0.4 <= slot.want("ing") < 0.9 and not slot.said_of and slot.want("finite") < 0.3:
        # "warns against relying on imports".
        yield ing, 1.35, "ing"
    if slot.head and en in ("lack", "be short of", "be lacking in") and slot.want("ing") >= 0.4 and slot.want("attr") >= 0.6 and not slot.said_of:
        # "is due to a lack of staff".
        yield "a lack of", 1.1, "attr"
    stative = after_be and leads_on(slots.get("adj", ""))
    yield en[3:] if en.startswith("be ") and after_be else ing, 0.2 if slot.article else 0.8 if ing.startswith("not ") and "adv" in slots and not after_be and slot.ends else 0.9 if led or stative else 0.7 if after_be and en.split(" ")[0] in STATIVE else 1.0, "ing"
    yield en, 0.5, "clause"
    if en.startswith("have no ") and slot.ends:
        # "he says ...": a whole sentence tells what there is not.
        yield f"there {'are' if forms.is_plural(en) else 'is'} {en.removeprefix('have ')}", 0.9, "clause"
    if en.startswith("have no "):
        yield en.removeprefix("have "), 0.95, "noun"
        # 没有信任, ...: what a sentence begins with.
        yield f"without {en.removeprefix('have no ')}", 1.0 if slot.start else 0.6, "adv"
    if WITH_OBJECT in own.items():
        # "bans using plastic bags": with its object the action is named by its gerund, though not behind "a".
        yield ing, 0.3 if slot.article else 0.55 if slot.want("adj") >= 0.9 and not slot.determined else 0.92, "noun"
    if slot.said_of and (quality := _QUALITY.fullmatch(en)) and words.guess(quality[1])[:1] == "j" and words.guess(quality[2])[:1] == "n":
        # "are friendly in attitude".
        yield f"{'poor' if quality[1] == 'bad' else quality[1]} in {quality[2]}", 0.95, "adj"
    if slot.purpose and (offered := _OFFERED.get(en)):
        # "is for sale".
        yield offered, 1.1, "noun"
    if "noun" not in slots:
        # "met objecting strongly" cannot be.
        yield ing, 0.3 if slot.received else 0.6, "noun"
    rest_of = en.partition(" ")[2]
    if "adj" not in slots and en.startswith("be ") and not en.endswith("ing"):
        # "made me be out of breath" cannot be: how somebody is, is no verb.
        yield en[3:], 0.95, "adj"
        if after_be and words.guess(en.rpartition(" ")[2])[:1] in tuple("dp"):
            # "will be implemented" of 落地, "be implemented".
            yield en[3:], 1.0, "done"
    elif "adj" not in slots and en.startswith(("get ", "become ", "stay ", "remain ", "keep ", "feel ", "look ")) and after_be and words.guess(rest_of.partition(" ")[0])[:1] in tuple("jp") and not rest_of.startswith("rid"):
        # "may be stuck".
        yield rest_of, 1.0, "adj"
        yield rest_of, 1.0, "done"
    if (slot.linking or slot.meanwhile and slot.ends and not slot.preposition) and en.startswith(_BECOMING) and words.guess(rest_of)[:1] in tuple("jp") and rest_of.isalpha():
        # "has turned red", and not "turned reddened".
        yield rest_of, 1.1, "adj"
    if "adj" not in slots and not (en.startswith("be ") and not en.endswith("ing")):
        yield en[3:] if en.startswith("be ") else done, 0.2 if has_object(en) or is_intransitive(en) or WITH_OBJECT in own.items() else 0.6, "adj"
        yield ing, 0.45, "adj"
    if "attr" not in slots and " " not in en:
        yield ing, 0.45, "attr"
        yield done, 0.4, "attr"
    if slot.compound and "noun" in slots and " " not in slots["noun"] and not (en.endswith("ate") and "attr" in slots):
        # "cost control measures".
        yield slots["noun"], 1.05, "attr"
    if slot.head and is_of_commands(slot.head) and " " not in en:
        # "the export dialog", "click the delete button".
        yield en, 1.05, "attr"
    elif slot.head and "noun" in slots and has_object(en) and is_of_deeds(slot.head):
        # "debt repayment pressure".
        yield from ((slots["noun"], 1.0, want) for want in ("attr", "adj"))
    if " " in en:
        yield ing, 0.3, "adv"
