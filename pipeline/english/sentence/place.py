"""The words around a fragment, nearest first, and what they say about what may stand there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.english.sentence.clause import Clause
from pipeline.english.sentence.person_names import is_person
from pipeline.english.sentence.tagger import Token
from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.times import PERIODS, WEEKDAYS

# How well each kind of word would fit, in [0, 1].
Wants = dict[str, float]
# Names of code, products and quoted labels: what a verb before them takes as its object.
_IDENTIFIER = re.compile(r"[a-z]+[A-Z]\w*|[A-Z]\w*[a-z]\w*[A-Z]\w*|\w+[_/.]\w[\w/.]*|[A-Z]{2,}[\w.]*|\ue005|[“\"`]")
_OUTSIDE_LEFT, _OUTSIDE_RIGHT = Token("", "^", ""), Token("", "$", "")


# Nothing at all among them: the end of the text.
_CLAUSE_ENDS = ("", *".,;:!?。，")
_WHEN = frozenset("today yesterday tomorrow tonight now again soon then already here there".split())
_DATED = PERIODS | WEEKDAYS | {"time"}


@dataclass(frozen=True, slots=True)
class Place:
    """The words around a fragment, nearest first, and the clause that it stands in."""

    left: tuple[Token, ...]
    right: tuple[Token, ...]
    clause: Clause

    def before(self, n: int = 0) -> Token:
        """The n-th word on the left; a token with an empty text beyond the start."""
        try:
            return self.left[n]
        except IndexError:
            return _OUTSIDE_LEFT

    def after(self, n: int = 0) -> Token:
        """The n-th word on the right; a token with an empty text beyond the end."""
        try:
            return self.right[n]
        except IndexError:
            return _OUTSIDE_RIGHT

    @property
    def time_follows(self) -> bool:
        """True where what comes next only says when: "next month", "today"."""
        here, then = self.after(0).lower, self.after(1).lower
        if here in ("every", "each") and self.after(1).tag == "#":
            # "every five seconds".
            return self.after(2).lower.removesuffix("s") in _DATED
        if here == "the" and then in ("same", "following", "next", "previous"):
            # "the same afternoon".
            return self.after(2).lower in _DATED
        return here in _WHEN or here in ("next", "last", "this", "every", "each", "all") and then in _DATED

    @property
    def ended(self) -> bool:
        """True where nothing comes next but the end of the clause."""
        return self.after(0).text in _CLAUSE_ENDS

    @property
    def noun_follows(self) -> bool:
        """True where the fragment can modify what comes next."""
        here, then = self.after(0), self.after(1)
        if self.time_follows:
            return False
        if here.tag in "nN":
            return True
        # "supports fast charging": with its adjective the action is a noun.
        return here.tag in "jg" and then.tag in "nNj" or (here.tag == "j" or here.lower == "fast") and then.tag == "g" and self.after(2).text in _CLAUSE_ENDS

    @property
    def object_follows(self) -> bool:
        """True where what comes next can only start a noun phrase."""
        return self.after(0).tag in ("D", "X", "R", "#")

    @property
    def identifier_follows(self) -> bool:
        """True where what comes next is the name of something: code, a product, a quoted label."""
        return _IDENTIFIER.fullmatch(self.after(0).text) is not None

    @property
    def there_is(self) -> bool:
        """True behind "there are", "there have been"."""
        said = next((t for t in self.left[:4] if t.tag not in ("r", "B", "H", "M", "O") or t.lower == "there"), None)
        return self.before(0).tag == "B" and said is not None and said.lower == "there"

    @property
    def person_follows(self) -> bool:
        """True where what comes next is the name of somebody."""
        return is_person(self.after(0), self.after(1))

    @property
    def several_follow(self) -> bool:
        """True where what comes next looks like a verb but cannot be that of the several before it: "They ... prices"."""
        here, then = self.before(0), self.after(0)
        return (here.tag == "N" or here.lower in ("they", "we", "you", "i")) and then.tag == "z" and "N" in words.tags(then.lower) and not self.clause.verb_left

    @property
    def verb_follows(self) -> bool:
        """True where what comes next is a finite verb."""
        return self.after(0).tag in "zdMBHO" and self.after(0).tag != ""
