"""The review in a terminal: one question an edit, in the manner of ``git add -p``."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from pipeline.commands.terminal import Screen
from pipeline.decisions.record import Decision, parse_line
from pipeline.errors import DecisionError
from pipeline.reports.columns import clipped, visible, wrapped
from pipeline.review.session import Session, decision_of, same_term

_AROUND = 160
_HELP = """a  accept the proposal
x  keep the Chinese
e  write the English yourself
1  to 9: take that alternative
A  like a, for every open place of this term in this article
X  like x, for every open place of this term in this article
s  skip: leave it open
k  back to the edit before
u  undo the last decision
q  quit; what was decided is kept
?  show this"""


def ask_all(session: Session, screen: Screen) -> None:
    """Ask about each edit of the session's queue until all are asked, or q or the end of the input. Each answer is on the disk before the next question."""
    queue = session.queue()
    if not queue:
        print("nothing is open in this run")
        return
    asked = _Asked(session, screen, queue)
    while asked.at < len(queue):
        asked.show()
        try:
            answer = input(asked.prompt()).strip()
        except (EOFError, KeyboardInterrupt):
            print()
            return
        if answer == "q" or not asked.take(answer):
            return


class _Asked:
    """Where the review stands: the edit that is asked about, and what undo takes back."""

    def __init__(self, session: Session, screen: Screen, queue: Sequence[dict[str, Any]]) -> None:
        self.session, self.screen, self.queue = session, screen, queue
        self.at = 0
        self.done: list[tuple[int, list[dict[str, Any]]]] = []
        self.settled: set[tuple[str, str]] = set()

    @property
    def edit(self) -> dict[str, Any]:
        return self.queue[self.at]

    def show(self) -> None:
        """The place, the sentence with the edit marked, and a line with source, confidence and alternatives."""
        edit, screen = self.edit, self.screen
        head = f"({self.at + 1}/{len(self.queue)}) {edit['article']}:{edit['line']}:{edit['column']}"
        print("\n" + screen.bold(clipped(visible(head), screen.columns)))
        sentence = _sentence(edit, self.session.report["sources"].get(edit["article"], ""))
        print(screen.marked("\n".join(wrapped(visible(sentence), screen.columns))))
        print(screen.dim(clipped(visible(_details(edit)), screen.columns)))

    def prompt(self) -> str:
        """The question: what can be answered here."""
        offered = "a,x,e" if self.edit["proposal"] else "x,e"
        numbers = f",1-{min(9, len(self.edit['alternatives']))}" if self.edit["alternatives"] else ""
        return f"Accept? [{offered}{numbers},A,X,s,k,u,q,?] "

    def take(self, answer: str) -> bool:
        """Do what ``answer`` says; False where the input has ended."""
        if answer in ("a", "A") and self.edit["proposal"]:
            self._decide("accept", self.edit["proposal"]["text"], answer == "A")
        elif answer in ("x", "X"):
            self._decide("reject", "", answer == "X")
        elif answer == "e":
            return self._write()
        elif answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(self.edit["alternatives"][:9]):
            self._decide("edit", self.edit["alternatives"][int(answer) - 1]["text"])
        elif answer == "s":
            self._step(1)
        elif answer == "k":
            self._step(-1)
        elif answer == "u":
            self._undo()
        else:
            print(_HELP if answer == "?" else f"'{clipped(visible(answer), 20)}' is no answer here\n{_HELP}")
        return True

    def _write(self) -> bool:
        try:
            text = input("English: ")
        except (EOFError, KeyboardInterrupt):
            print()
            return False
        if not text:
            print("nothing written, nothing changed; a blank alone would leave the place empty")
        elif text != self.edit["before"]:
            self._decide("edit", "" if text.isspace() else _seamed(self.edit, text))
        else:
            self._decide("reject", "")
        return True

    def _decide(self, action: str, text: str, everywhere: bool = False) -> None:
        chosen = [self.edit, *(same_term(self.queue[self.at + 1 :], self.edit) if everywhere else ())]
        rows = [e for e in chosen if (e["article"], e["id"]) not in self.settled]
        batch = secrets.token_hex(6)
        made = [self._made(e, action, e["proposal"]["text"] if action == "accept" and e["proposal"] and e is not self.edit else text, batch) for e in rows]
        try:
            for decision in made:
                parse_line(decision.line().decode("utf-8"), "this wording")
        except DecisionError as error:
            print(error)
            return
        self.session.log.append(made)
        self.done.append((self.at, rows))
        self.settled.update((e["article"], e["id"]) for e in rows)
        if len(rows) > 1:
            print(f"{len(rows)} places decided")
        self._step(1)

    def _undo(self) -> None:
        if not self.done:
            print("nothing to undo")
            return
        self.at, rows = self.done.pop()
        self.session.log.append([self._made(e, "reset", "", secrets.token_hex(6)) for e in rows])
        self.settled.difference_update((e["article"], e["id"]) for e in rows)
        print("taken back")

    def _made(self, edit: dict[str, Any], action: str, text: str, batch: str) -> Decision:
        at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        return self.session.completed(decision_of(edit, action, text, at=at, batch=batch))

    def _step(self, by: int) -> None:
        """To the next edit that is not settled; back also to one that is, to decide it again."""
        self.at = max(0, self.at + by)
        while by > 0 and self.at < len(self.queue) and (self.edit["article"], self.edit["id"]) in self.settled:
            self.at += 1


def _sentence(edit: dict[str, Any], source: str) -> str:
    """The line around the edit with the edit marked; of a long line the words near to it, of an article that is gone the context."""
    start, end = edit["span"]
    before, behind = (source[:start], source[end:]) if source else (edit["context"]["prefix"], edit["context"]["suffix"])
    left, right = re.split(r"[\r\n]", before[-4 * _AROUND :])[-1], re.split(r"[\r\n]", behind[: 4 * _AROUND])[0]
    if len(left) > _AROUND:
        left = "…" + left[-_AROUND:].partition(" ")[2]
    if len(right) > _AROUND:
        right = right[:_AROUND].rpartition(" ")[0] + "…"
    after = f"{{+{edit['proposal']['text']}+}}" if edit["proposal"] and edit["proposal"]["text"] else ""
    return f"{left}[-{edit['before']}-]{after}{right}"


def _seamed(edit: dict[str, Any], text: str) -> str:
    """``text`` with the blanks that the proposal has at its ends: the Chinese was glued to a word, and nobody types them."""
    offered = edit["proposal"]["text"] if edit["proposal"] else ""
    bare = offered.strip(" ")
    if not bare:
        return text
    left, _, right = offered.partition(bare)
    return (left if not text.startswith(" ") else "") + text + (right if not text.endswith(" ") else "")


def _details(edit: dict[str, Any]) -> str:
    proposal = edit["proposal"]
    said = f"{proposal['tier']} {proposal['confidence']:.2f}" if proposal else "nothing proposed"
    others = "  ".join(f"{number} {a['text'].strip()}" for number, a in enumerate(edit["alternatives"][:9], 1))
    return f"  {edit['before'].strip()}: {said}  {others}".rstrip()
