"""A problem that a check reports, and the articles and runs that problems belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, Protocol

from pipeline.problems.points import Point

Level = Literal["error", "warning", "note"]
LEVELS = ("leftover", "review", "unresolved", "never")

# What a problem can be about: the rule, in one line, and what to do about it.
RULES = {
    "leftover": ("Chinese is left over in English prose", "take the proposal, add the term to the glossary, or keep it with the keep list or an ignore comment"),
    "mark": ("a full-width mark stands in English prose", "take the proposal, or keep it with an ignore comment"),
    "ignore": ("an ignore comment quiets nothing or is not understood", "remove or mend the comment"),
    "baseline": ("an entry of the baseline fits no leftover any more", "run the check again with --update-baseline"),
    "output": ("committed output is not what clean makes of its input", "run hanmend clean again and commit the output"),
    "wording": ("a term stands in one article in two wordings", "choose one, or add the other to the glossary row's column 'also'"),
    "calque": ("English says Chinese word by word", "consider what is suggested; nothing is ever changed here"),
    "unanswered": ("a translator that was asked gave no answer", "run again: what was answered is remembered; see the message"),
    "failed": ("an article could not be checked", "see the message"),
}
# What makes status 2: the check itself is not complete.
_FAILURES = ("unanswered", "failed")


@dataclass(frozen=True, slots=True)
class Problem:
    """One line of a check. Without ``start`` it is about a file as a whole.

    ``id`` names a leftover by its content: the same after edits elsewhere in the article, whatever is proposed for it.
    ``after`` is the proposal, None where there is none; ``fix`` is what to write in its place in the file, escapes
    included, None where that cannot be said. ``safety`` is auto, review or unresolved.
    """

    path: str
    rule: str
    level: Level
    message: str
    start: Point | None = None
    end: Point | None = None
    id: str = ""
    before: str = ""
    after: str | None = None
    safety: str = ""
    confidence: float = 0.0
    tier: str = ""
    alternatives: tuple[str, ...] = ()
    left: str = ""
    right: str = ""
    fix: str | None = None

    def below(self, lines: int) -> Problem:
        """The same, where ``lines`` others stand in the file before what was read of it."""
        return replace(self, start=self.start and self.start.below(lines), end=self.end and self.end.below(lines))


@dataclass(frozen=True, slots=True)
class Checked:
    """One article, or one other file that was looked at, with its problems in order of place."""

    path: str
    problems: tuple[Problem, ...] = ()

    def failures(self) -> Checked:
        """Only what kept the check from being complete."""
        return Checked(self.path, tuple(p for p in self.problems if p.rule in _FAILURES))


@dataclass(frozen=True, slots=True)
class Run:
    """What a listing says of the run as a whole; ``rules`` are all that a problem of it can be about."""

    version: str
    fail_on: str
    rules: Mapping[str, tuple[str, str]] = field(default_factory=lambda: RULES)


@dataclass(slots=True)
class Tally:
    """Counts of a run, kept while its articles pass by; ``quiet`` are leftovers that the baseline knows."""

    articles: int = 0
    errors: int = 0
    warnings: int = 0
    notes: int = 0
    failed: int = 0
    quiet: int = 0
    rules: dict[str, int] = field(default_factory=dict)

    def counting(self, checked: Iterable[Checked]) -> Iterator[Checked]:
        """The same articles, counted as they pass."""
        for one in checked:
            self.articles += 1
            for problem in one.problems:
                self.failed += problem.rule in _FAILURES
                self.errors += problem.level == "error" and problem.rule not in _FAILURES
                self.warnings += problem.level == "warning"
                self.notes += problem.level == "note"
                self.rules[problem.rule] = self.rules.get(problem.rule, 0) + 1
            yield one

    @property
    def status(self) -> int:
        """The exit status: 2 where something failed, 1 where there is an error, else 0; the same for every listing."""
        return 2 if self.failed else int(self.errors > 0)


class Listing(Protocol):
    """A format that problems are written in. Holds no state."""

    def render(self, run: Run, checked: Iterable[Checked], tally: Tally) -> Iterator[str]:
        """Pieces of the output, as soon as the format can say them; ``tally`` is complete once ``checked`` is used up."""
        ...
