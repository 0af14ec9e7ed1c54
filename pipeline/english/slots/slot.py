"""What the English around a fragment asks for, as a record: how well each kind of word would fit, and in which form."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from pipeline.english.sentence.place import Place
from pipeline.english.slots.joints import read_joint
from pipeline.english.slots.patterns import is_denied
from pipeline.english.slots.possessors import owner

Kind = Literal["noun", "attr", "adj", "adv", "verb", "finite", "done", "ing", "inf", "prep", "pp", "conj", "clause", "num", "measure"]


@dataclass(slots=True)
class Slot:
    """How well each kind of word would fit at a place (``wants``), and the form that it would need there.

    Nobody changes one. It is not frozen, because then its many fields would be set ten times as slowly.
    """

    wants: tuple[tuple[str, float], ...]
    # What few wordings ask for is read where they ask.
    around: Place = field(repr=False)
    before: str = field(repr=False)  # the text before it
    # The noun that it asks for.
    plural: bool | None = None  # whether several are asked for, None where nothing tells
    determined: bool = False  # behind an article, a possessive or the like
    owned: bool = False  # behind a possessive or "no"
    article: str = ""  # the a/an before it
    agreed: bool | None = None  # whether the verb of the clause asks for several, where it tells
    bare: bool = False  # the noun itself would begin its phrase
    one_of_its_kind: bool = False  # and it is one of several, so that it takes "a"
    beside: str = ""  # the noun with "a" that it is listed with
    without: bool = False  # behind "without"
    received: bool = False  # behind "met", "drew", what one meets with
    out_of: bool = False  # behind "most of", "one of"
    purpose: bool = False  # behind "for", at the end of a clause
    played: bool = False  # behind "play"
    single: bool = False  # behind what counts, "a", "each", "several", with its adjectives
    object_of: str = ""  # the verb that does something to it, behind a determiner
    portion: bool = False  # behind "a piece of", "much", which take no plural
    some: bool = False  # behind "some", but not "for some reason"
    leaning: bool = False  # a bare noun may well be singular there
    one: bool = False  # a verb of one thing follows
    acts: bool = False  # it begins a sentence whose verb tells what one did
    hangs: bool = False  # behind a preposition, before a verb of one thing that is another's
    led: bool = False  # the object of a preposition
    by: bool = False  # right behind "by"
    told: bool = False  # where a scene has its things
    mentioned: frozenset[str] = frozenset()  # what the text before has brought in, where a noun may name it again
    personal: bool = False  # somebody rather than something stands there
    compound: bool = False  # between two nouns of which the first is one thing or a mass, "cost ... measures"
    role: bool = False  # what somebody is elected or named
    occupation: bool = False  # what somebody works as
    as_one: bool = False  # what one thing serves, or is seen, as
    won: bool = False  # what somebody wins
    predicate_of_somebody: bool = False  # what one somebody is
    predicate_of_one: bool = False  # what "it" or "he" is
    terse: bool = False  # in a heading, a cell or the like, which needs no article
    listed: bool = False  # it is all of a heading
    # The verb.
    tense: Literal["s3", "plain", "past"] = "plain"  # of the clause: "s3" for the present of one
    untold: bool = False  # nothing says when
    general: bool = False  # behind "if", "usually" and the like
    now: bool = False  # what stands around is all told in the present
    asked_who: bool = False  # behind the "who" of a question, before what it was done to
    as_if: bool = False  # behind "as if" and who it is
    speaks: bool = False  # a colon and a quotation follow
    told_of: str = ""  # the noun that it is said of, behind "be"
    mixed: bool = False  # what stands around tells of what is over and of what is so
    reported: str = ""  # where nothing tells the tense, whose single act it may be, "acts" or "traded"
    known: bool = False  # and whether the subject is one somebody, or something that is known
    lasting: bool = False  # how long follows
    till_now: bool = False  # what has gone on up to now is told of
    subject_plural: bool = False  # the subject is several
    speaker: bool = False  # the subject is "I"
    shared: bool = False  # the verb of the subject before it follows
    meanwhile: bool = False  # how something is beside what is done
    behind_noun: bool = False  # right behind a noun
    linking: bool = False  # behind "turn", "become", "look"
    light: str = ""  # the half of a phrase that stands there, "take", "into"
    # What stands before it.
    start: bool = False  # it begins a sentence
    aside: bool = False  # it stands between commas
    closing: bool = False  # at the end of a clause that has its verb and its object
    spliced: bool = False  # between two clauses with no more than a comma
    joins: bool = False  # between a comma and a clause
    people: bool = False  # behind the comma of a clause that names several people
    said_of: bool = False  # behind "be"
    helped: bool = False  # between a helper and its verb
    subject: Literal["", "somebody", "something"] = ""  # of whom or what it is said, behind "be"
    ongoing: bool = False  # behind "is", and until when it goes on follows
    undone: bool = False  # behind "do"
    held: bool = False  # a preposition and then a determiner stand right before
    somebody: bool = False  # behind "he was"
    having: bool = False  # behind "have", where nothing follows that one has done
    going_on: bool = False  # between "is" and what is being done
    lacks_be: bool = False  # what goes on follows, without a verb before it
    manner: bool = False  # behind a verb that hardly takes a quality as its object
    # What follows it.
    ends: bool = False  # nothing follows that could be an object
    nominal: bool = False  # a noun phrase follows that a preposition could lead
    object: bool = False  # a noun phrase begins right behind
    objective: bool = False  # a pronoun is an object
    definite: bool = False  # a determined noun follows
    numbered: bool = False  # a number follows, which nothing determines
    partitive: bool = False  # "of" and a determined noun follow
    of_quantity: bool = False  # "of" and a percentage or a sum follow
    graded: bool = False  # an adjective or participle and its noun follow
    shaped: bool = False  # behind a determiner, a participle and its noun follow, "a ... held view"
    by_more: bool = False  # behind "more" or "most"
    plainly: bool = False  # an adjective follows that compares nothing
    counted: bool | None = None  # the noun that follows is many things, False for one or a mass
    lacks_article: bool = False  # behind "is", before a noun of which there is one
    head: str = ""  # the noun that it stands right before
    before_to: bool = False  # "to" follows
    named: bool = False  # somebody's name follows
    leads: bool = False  # a bare verb follows
    takes_verb: bool = False  # a bare verb follows, behind a modal or "to"
    to_do: bool = False  # a bare verb follows that the noun leads to with "to"
    infinitive: bool = False  # "to" and a verb follow
    unhelped: bool = False  # a bare verb follows that is none of the subject
    caused: bool = False  # whom and then "to" with a verb follow
    becomes_so: bool = False  # who becomes how follows
    done_to: bool = False  # a participle that the subject before it has done to it
    clausal: bool = False  # a clause begins right behind
    states: bool = False  # behind a subject without a verb, before a whole clause
    quotes: bool = False  # a clause with "that" begins right behind
    reports: bool = False  # a clause with "that" comes a little later
    ever: bool = False  # "ever", "yet", "so far" follow
    compared: bool = False  # "than" follows
    preposition: str = ""  # the preposition that follows
    # How it is written.
    capital: bool = False  # it begins with a capital
    title: bool = False  # all its words do
    hyphen: Literal["", "left", "right"] = ""  # the side on which a hyphen joins it
    _weights: dict[str, float] = field(init=False, repr=False, compare=False)
    _joint: frozenset[str] | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._weights = dict(self.wants)

    def want(self, kind: str) -> float:
        """The weight of ``kind`` in [0, 1]; what is not listed hardly ever fits."""
        return self._weights.get(kind, 0.04)

    @property
    def owner(self) -> str:
        """Whose it is, "" where nobody is named."""
        return owner(self.around, self.before)

    @property
    def joint(self) -> frozenset[str]:
        """How it joins what stands around it."""
        if self._joint is None:
            self._joint = read_joint(self.around, self.start)
        return self._joint

    @property
    def denied(self) -> bool:
        """True in a clause with "not"."""
        return is_denied(self.around)
