"""What no wording can be beside the English around it, however well its form fits: "leading to users to lose", "the both sides"."""

from __future__ import annotations

from pipeline.english.inflection.forms import comparative
from pipeline.english.slots.slot import Slot
from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.complements import TELLING
from pipeline.english.vocabulary.governors import NO_THAT
from pipeline.english.vocabulary.transitivity import has_object, is_intransitive, leads_on, tells_state
from pipeline.lexicon.termbase import Term

# How often and for how long: of what is, it is said by an adverb.
_WHEN = frozenset("temporary frequent repeated constant sudden gradual provisional brief occasional simultaneous regular immediate continuous".split())
_DETERMINERS = ("both", "all", "every", "each", "some", "no", "any", "much")
# What stands only before its noun: "the main reason", but never "the reason is main".
_NEVER_SAID_OF = frozenset("main major principal primary chief leading entire whole mere sole former latter overall".split())
_OF_ONE, _OF_SEVERAL = ("another", "a", "one", "either", "neither"), ("several", "various", "both")
_OF_MANY, _OF_MASS = ("many", "few", "fewer"), ("much", "little", "less")
_POINTING = ("its ", "their ", "his ", "the ", "this ", "that ", "some", "each", "every")
_MUCH = ("significantly", "markedly", "considerably", "substantially", "noticeably", "sharply")
_LETTING = ("let", "allow", "enable", "permit")
# What somebody or something goes; all else it goes somehow.
_GONE = frozenset("crazy mad wild wrong bad blind deaf bald bankrupt viral public live missing cold dark quiet silent pale red white green hungry unnoticed astray broke insane native numb limp online offline extinct rotten sour stale".split())


# "of" follows these as they are.
_OF = frozenset("speak think dream consist dispose complain approve disapprove hear talk die smell beware boast warn be get".split())


def has_verbs_beside(slot: Slot) -> bool:
    """Whether ``beside_verbs`` could take anything from a form in ``slot``: asked once for all of them."""
    return slot.helped or slot.unhelped or slot.plainly or slot.becomes_so or slot.by_more or slot.caused or slot.light == "go"


def beside_verbs(en: str, text: str, want: str, pos: str, slot: Slot) -> float:
    """What is left, in [0, 1], of the fit of ``text``, a form of ``en``, where ``slot`` has verbs around it."""
    if slot.unhelped and want == "adv" and pos == "adv" and text == en:
        # "The plan apparently work" cannot be.
        return 0.8
    if slot.helped and want == "adv" and text.startswith(("over ", "for ", "on a ", "in a ")):
        # "have over the long term complained" is hardly said.
        return 0.75
    if slot.by_more and want in ("adj", "adv") and text.isalpha() and not comparative(text).startswith("more "):
        # "more fast" cannot be.
        return 0.6
    if slot.plainly and en in _MUCH and want == "adv":
        # "was significantly tired" says how plainly rather than by how much.
        return 0.6
    if slot.becomes_so and en in _LETTING:
        # "lets me nervous" cannot be.
        return 0.5
    if slot.caused and pos == "verb" and en.endswith((" to", " in")):
        # "leading to users to lose" cannot be.
        return 0.6
    if slot.light == "go" and want == "adj":
        # "went smooth", "went shopped" cannot be, "went bankrupt" can.
        return 1.0 if text in _GONE else 0.5
    return 1.0


# These have nobody do anything with "to".
_NOBODY_TO = frozenset(("suggest", "propose", "say", "explain", "insist", "hope", "oppose", "call for", "appeal for", "demand", "state", "mention", "think", "recommend"))
# Without an object these say nothing.
_NEVER_ALONE = frozenset("discuss mention support reject bear tolerate reach enjoy raise bring put find address contact join face".split())
_BEFORE_VERB = frozenset(("likely to", "unlikely to", "able to", "unable to", "willing to", "unwilling to", "reluctant to", "eager to", "bound to"))
_BETWEEN_SENTENCES = frozenset(("however", "nevertheless", "nonetheless", "therefore", "thus", "consequently", "as a result", "hence"))


def of_wording(term: Term, en: str, pos: str, slot: Slot) -> list[tuple[float, tuple[str, ...]]]:
    """What ``en`` loses where it cannot be what stands there, however well its form fits: a factor for each reason, and the kinds that it holds for, all where none is named."""
    found: list[tuple[float, tuple[str, ...]]] = []
    if slot.determined and term.pos == "np" and en.partition(" ")[0] in _DETERMINERS:
        # "the both sides" cannot be.
        found.append((0.5, ()))
    if en == "own" and not slot.owned:
        # "knows own weaknesses" cannot be, "knows his own weaknesses" can.
        found.append((0.3, ()))
    if slot.determined and pos == "det" and en.startswith("another"):
        # "the another letter" cannot be.
        found.append((0.4, ()))
    if slot.determined and en == "one and the same":
        found.append((0.5, ()))
    if slot.determined and pos == "det" and en != "the same" and (slot.preposition or en.startswith(_POINTING)):
        # "the some of the bill" cannot be.
        found.append((0.5, ()))
    if en in _WHEN and 0.7 < slot.want("adj") < 0.9 and slot.want("adv") >= 0.7:
        # "appeared frequent on the left" cannot be.
        found.append((0.7, ("adj",)))
    if en in ("real", "true", "genuine", "pure") and slot.said_of and slot.preposition in ("in", "on", "at", "under", "within", "behind", "out", "up"):
        # "was real in control" cannot be.
        found.append((0.2, ("adj",)))
    if en in _NEVER_SAID_OF and slot.want("attr") < 0.9:
        # "were main from Europe" cannot be.
        found.append((0.25, ("adj",)))
    if slot.counted is not None and (en.rpartition(" ")[2] in (_OF_MASS if slot.counted else _OF_MANY) or pos == "det" and en in (_OF_ONE if slot.counted else _OF_SEVERAL)):
        # "too many snow", "much friends" cannot be.
        found.append((0.5, ()))
    if slot.object and en.startswith("be ") and words.guess(en.rpartition(" ")[2])[:1] in tuple("dp"):
        # "will be implemented the plan" cannot be.
        found.append((0.5, ("verb", "finite", "inf")))
    if slot.object and tells_state(en):
        # "The rain got wet her coat" cannot be.
        found.append((0.7, ("verb", "finite", "inf", "ing")))
    if slot.head and en.startswith("be ") and not leads_on(en) and not slot.ends:
        # "was on display containers" cannot be.
        found.append((0.6, ("finite", "verb")))
    if pos == "adj" and slot.head and not slot.ends and "v" in words.tags(slot.head) and not leads_on(en):
        # "They are positive work on it" cannot be: it says how they do.
        found.append((0.5, ("finite",)))
    if term.zh == "也" and slot.ends and en != "either" and slot.denied:
        # "and it is not fair to the children either".
        found.append((0.55, ()))
    if term.zh == "也" and en == "either" and not slot.denied:
        found.append((0.5, ()))
    if slot.infinitive and en.endswith((" on", " in", " of", " with", " about")):
        # "agreed on to meet" cannot be.
        found.append((0.7, ()))
    if en.removeprefix("be ") in _BEFORE_VERB and (slot.object or slot.head) and not (slot.leads or slot.takes_verb or slot.infinitive or slot.to_do or slot.unhelped):
        # "is likely to the best cook" cannot be.
        found.append((0.4, ()))
    if slot.said_of and slot.infinitive and en in ("suggest", "propose"):
        # "drivers are advised to check".
        found.append((0.6, ("done",)))
    if slot.said_of and slot.infinitive and en == "advisable":
        found.append((0.5, ("adj",)))
    if slot.undone and pos == "adj":
        # "do not be consistent" cannot be.
        found.append((0.5, ("verb",)))
    if slot.going_on and slot.tense == "past" and en == "currently":
        # "was just telling a joke".
        found.append((0.6, ()))
    if (slot.said_of or slot.going_on) and en == "also" and term.zh == "还":
        # "is still alive", "is still waiting".
        found.append((0.6, ()))
    if slot.ends and not slot.start and en == "previously":
        # "in the year before".
        found.append((0.7, ()))
    if slot.spliced and en in _BETWEEN_SENTENCES:
        # "The camera is good, however the battery dies fast" cannot be.
        found.append((0.65, ()))
    if slot.joins and en == "and" and term.zh == "而":
        # "..., while a car is replaced after eight".
        found.append((0.8, ()))
    if pos == "name" and slot.determined and not en.startswith("the ") and any(also.startswith("the ") for also in term.also):
        # "the central and western China" cannot be.
        found.append((0.8, ("noun",)))
    if pos == "name" and slot.determined and en.endswith(" China"):
        # "the slow trains of the Northeast China" cannot be.
        found.append((0.75, ("noun",)))
    if en.startswith("it ") and not slot.start:
        # "It is it seems that true" cannot be: a clause of its own begins a sentence.
        found.append((0.5, ("adv",)))
    if slot.ends and en.endswith((" of", " to", " with")) and (pos == "adj" or en.startswith("be ")):
        # "do not be afraid of" cannot be.
        found.append((0.8, ("adj", "done")))
    if pos == "conj" and en.endswith(" to") and not slot.leads and (slot.head or slot.object or slot.ends):
        # "If you need to help, call us" where help is a thing.
        found.append((0.5, ()))
    if pos == "verb" and slot.head and slot.leads is False and not slot.ends and is_intransitive(en) and not leads_on(en) and slot.want("adv") >= 0.5:
        # "competitors come one after another default" cannot be.
        found.append((0.7, ("finite", "verb")))
    if slot.lasting and not slot.led and term.zh == "短短" and not en.startswith("in "):
        # "turned grey in just one summer".
        found.append((0.35, ()))
    if slot.led and term.zh == "短短" and en.startswith("in "):
        found.append((0.3, ()))
    if slot.numbered and pos == "adj" and en in ("insufficient", "inadequate", "lacking", "short", "dissatisfied"):
        # "fees of insufficient ten yuan" cannot be.
        found.append((0.6, ("attr",)))
    if pos == "verb" and slot.head and not slot.ends and not slot.object and has_object(en) and any(word in ("the", "a", "an") for word in en.split(" ")[1:3]):
        # "put out a fire systems" cannot be.
        found.append((0.7, ("finite", "verb")))
    if pos == "verb" and slot.ends and en == "know" and term.zh in ("清楚", "明白"):
        # "the rules know" cannot be.
        found.append((0.7, ()))
    if pos == "verb" and slot.ends and not slot.said_of and en in _NEVER_ALONE:
        # "They discussed for three hours" cannot be.
        found.append((0.6, ("finite", "verb", "inf")))
    if pos == "verb" and en in _NOBODY_TO and "somebody to do" in slot.joint:
        # "suggests him to see a doctor" cannot be.
        found.append((0.6, ()))
    if slot.quotes and pos == "verb" and en.endswith((" to", " to it", " on", " in", " at", " with", " for")) and en.rpartition(" ")[0] not in TELLING:
        # "stuck to that it was right" cannot be.
        found.append((0.6, ()))
    if slot.quotes and en in NO_THAT:
        # "refuted that it was late" cannot be.
        found.append((0.6, ()))
    if pos == "verb" and slot.preposition == "of" and not leads_on(en) and en.partition(" ")[0] not in _OF:
        # "responsible for developing of the vaccine" cannot be.
        found.append((0.6, ("ing",)))
    if slot.ends and en.endswith(" that") and words.guess(en.split(" ")[-2])[:1] != "P":
        # "It is reported that, the deal is done" cannot be: where a comma stands the clause is not joined.
        found.append((0.5, ()))
    return found
