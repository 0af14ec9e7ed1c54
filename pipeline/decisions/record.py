"""One decision: what somebody said about one place, with all that is needed to find the place again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from pipeline import plugins
from pipeline.errors import DecisionError

VERSION = 1
ACTIONS = ("accept", "edit", "reject", "reset")
LONGEST_NOTE = 2000
LONGEST_TEXT = 4000
_ID = re.compile(r"e1-[0-9a-f]{16}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Context:
    """What stood around a place when it was decided: up to 60 characters on either side, the share of the article before
    it (-1 where that is not known), and how many places had the same Chinese and surroundings."""

    prefix: str = ""
    suffix: str = ""
    place: float = -1.0
    copies: int = 1


@dataclass(frozen=True, slots=True)
class Decision:
    """A line of ``decisions.jsonl``. ``text`` is the final English of accept and edit, so that a later change of the
    proposal cannot change the decision; ``batch`` is what one undo takes back."""

    edit: str
    article: str
    action: str
    before: str
    context: Context
    text: str = ""
    proposal: str | None = None
    tier: str = ""
    by: str = ""
    at: str = ""
    note: str = ""
    batch: str = ""
    run: str = ""
    seq: int = 0

    @property
    def key(self) -> tuple[str, str]:
        """The place that it is about: two articles may hold the same sentence."""
        return self.article, self.edit

    def line(self) -> bytes:
        """The line of the file, line end included; what is empty is left out."""
        row: dict[str, Any] = {"v": VERSION, "seq": self.seq, "edit": self.edit, "article": self.article, "action": self.action}
        if self.action in ("accept", "edit"):
            row["text"] = self.text
        row |= {"before": self.before, "context": {"prefix": self.context.prefix, "suffix": self.context.suffix, "place": self.context.place}}
        if self.context.copies > 1:
            row["context"]["copies"] = self.context.copies
        row |= {"proposal": self.proposal, **{name: value for name in ("tier", "by", "at", "note", "batch", "run") if (value := getattr(self, name))}}
        return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace") + b"\n"


_KEYS = ("v", "seq", *(f.name for f in fields(Decision) if f.name != "seq"))
_TEXTS = ("edit", "article", "action", "before", "text", "tier", "by", "at", "note", "batch", "run")


def parse_line(line: str, place: str) -> Decision:
    """The decision of one line. Raises DecisionError that starts with ``place``."""
    try:
        row = json.loads(line)
    except ValueError as error:
        raise DecisionError(f"{place}: not JSON: {error}") from None
    except RecursionError:
        raise DecisionError(f"{place}: not a decision: nested too deeply") from None
    return parse(row, place)


def parse(row: object, place: str) -> Decision:
    """The decision of a parsed row; ``seq`` may be missing, whoever writes it to the file gives it one."""
    if not isinstance(row, dict):
        raise DecisionError(f"{place}: not a decision: {_shown(row)}; write one JSON object a line")
    _check_keys(row, place)
    texts = {name: _text(row, name, place) for name in _TEXTS if name in row}
    proposal = row.get("proposal")
    if proposal is not None:
        proposal = _text(row, "proposal", place)
    found = Decision(**{"text": "", **texts}, context=_context(row["context"], place), proposal=proposal, seq=_seq(row, place))
    _check(found, "text" in row, place)
    return found


def latest(decisions: Iterable[Decision]) -> dict[tuple[str, str], Decision]:
    """The decision that holds for each place: the last one; none where that one is ``reset``. In order of those lines."""
    last: dict[tuple[str, str], Decision] = {}
    for decision in decisions:
        last.pop(decision.key, None)
        last[decision.key] = decision
    return {key: decision for key, decision in last.items() if decision.action != "reset"}


def conflicts(decisions: Iterable[Decision]) -> list[tuple[Decision, Decision]]:
    """Pairs of the last words of two people who decided the same place differently, the one that holds second."""
    said: dict[tuple[str, str], dict[str, Decision]] = {}
    for decision in decisions:
        people = said.setdefault(decision.key, {})
        people.pop(decision.by, None)
        people[decision.by] = decision
    pairs = []
    for people in said.values():
        *others, last = people.values()
        pairs += [(other, last) for other in others if (other.action, other.text) != (last.action, last.text) and "reset" not in (other.action, last.action)]
    return pairs


def _check_keys(row: Mapping[str, Any], place: str) -> None:
    for name in row:
        if name not in _KEYS:
            raise DecisionError(f"{place}: unknown key '{name}'{plugins.suggestion(str(name), _KEYS)}; known are {', '.join(_KEYS)}")
    for name in ("v", "edit", "article", "action", "before", "context"):
        if name not in row:
            raise DecisionError(f"{place}: no '{name}'; a decision has v, edit, article, action, before and context")
    if row["v"] != VERSION or isinstance(row["v"], bool):
        raise DecisionError(f"{place}: version {_shown(row['v'])} of the format; this program knows {VERSION}; bring hanmend up to date")


def _text(row: Mapping[str, Any], name: str, place: str) -> str:
    value = row[name]
    if not isinstance(value, str):
        raise DecisionError(f"{place}: '{name}' is {_shown(value)}; write a text")
    lost = _SURROGATE.search(value)
    if lost and name not in ("before", "proposal"):
        raise DecisionError(f"{place}: '{name}' holds U+{ord(lost[0]):04X}, half of a character; write the whole one")
    return value


def _context(value: object, place: str) -> Context:
    if not isinstance(value, dict):
        raise DecisionError(f"{place}: 'context' is {_shown(value)}; write an object with prefix and suffix")
    for name in ("prefix", "suffix"):
        if not isinstance(value.get(name), str):
            raise DecisionError(f"{place}: 'context.{name}' is {_shown(value.get(name))}; write a text")
    where, copies = value.get("place", -1.0), value.get("copies", 1)
    if isinstance(where, bool) or not isinstance(where, int | float) or not -1 <= where <= 1:
        raise DecisionError(f"{place}: 'context.place' is {_shown(where)}; write a number from 0 to 1")
    if isinstance(copies, bool) or not isinstance(copies, int) or copies < 1:
        raise DecisionError(f"{place}: 'context.copies' is {_shown(copies)}; write a number from 1")
    return Context(value["prefix"][-120:], value["suffix"][:120], round(float(where), 4), copies)


def _seq(row: Mapping[str, Any], place: str) -> int:
    value = row.get("seq", 0)
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise DecisionError(f"{place}: 'seq' is {_shown(value)}; write a whole number from 1")
    return value


def _check(decision: Decision, has_text: bool, place: str) -> None:
    if not _ID.fullmatch(decision.edit):
        raise DecisionError(f"{place}: '{decision.edit[:40]}' is no id of an edit; it is 'e1-' and 16 hexadecimal digits, as in report.json")
    if decision.action not in ACTIONS:
        raise DecisionError(f"{place}: unknown action '{decision.action[:40]}'{plugins.suggestion(decision.action, ACTIONS)}; known are {', '.join(ACTIONS)}")
    if not decision.article or not decision.before:
        raise DecisionError(f"{place}: '{'before' if decision.article else 'article'}' is empty")
    if decision.action in ("accept", "edit"):
        if not has_text:
            raise DecisionError(f"{place}: no 'text'; {decision.action} says the final English")
        control = _CONTROL.search(decision.text)
        if control:
            raise DecisionError(f"{place}: 'text' holds the control character U+{ord(control[0]):04X}; write it on one line, in visible characters")
    for name, longest in (("text", LONGEST_TEXT), ("note", LONGEST_NOTE)):
        if len(getattr(decision, name)) > longest:
            raise DecisionError(f"{place}: '{name}' is {len(getattr(decision, name))} characters long; at most {longest}")


def _shown(value: object) -> str:
    return repr(value) if len(repr(value)) < 60 else repr(value)[:57] + "..."
