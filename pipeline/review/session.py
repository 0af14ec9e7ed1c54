"""A review of one run: its edits by place, the file that decisions go to, and how far the review has come."""

from __future__ import annotations

import hashlib
import pathlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from pipeline.decisions.log import NAME, Log
from pipeline.decisions.matching import match, same_article
from pipeline.decisions.record import Context, Decision, latest
from pipeline.errors import DecisionError, InputError
from pipeline.model import Span
from pipeline.reports.stored import read_report, with_sources

OPEN = ("pending", "unresolved")
DONE = {"accept": "accepted", "edit": "edited", "reject": "rejected"}


class Session:
    """Holds the report as it was at the start, and the log, which others may add to meanwhile."""

    def __init__(self, run: pathlib.Path, decisions: pathlib.Path | None = None, sample: int = 0, by: str = "") -> None:
        self.folder, stored = read_report(run)
        self.report: dict[str, Any] = with_sources(self.folder, stored)
        self.edits = {(e["article"], e["id"]): e for e in self.report["edits"]}
        self.by = by
        if sample:
            self.report["sample"] = spot_check(self.report, sample)
        self.log = Log(decisions or self.folder / NAME)

    def completed(self, decision: Decision) -> Decision:
        """``decision`` with what only the run knows for certain, so that its place is found again whoever sent it.

        Raises DecisionError for an article that the run does not have: nobody would ever see it again.
        """
        edit = self.edits.get(decision.key)
        if not edit and not any(same_article(article["id"], decision.article) for article in self.report["articles"]):
            raise DecisionError(f"{decision.article}: no such article in this run; open the page of the run that has it")
        if not edit:
            return decision
        context, proposal = edit["context"], edit["proposal"]
        known = Context(context["prefix"], context["suffix"], context.get("place", -1.0), context.get("copies", 1))
        offered = (proposal["text"], proposal["tier"]) if proposal else (None, "none")
        return replace(decision, before=edit["before"], context=known, proposal=offered[0], tier=offered[1], by=decision.by or self.by, run=self.report["run"]["id"])

    def shown(self, decisions: Sequence[Decision]) -> list[Decision]:
        """``decisions`` for the page, which knows places by their ids: without those of an older article that the report
        shows as carried over anyway, or that a later one has superseded. What fits nowhere stays, to be listed."""
        unknown: dict[str, list[Decision]] = {}
        for decision in decisions:
            if decision.key not in self.edits:
                unknown.setdefault(decision.article, []).append(decision)
        answered = {d.key for article, own in unknown.items() for d in self._answered(article, own)}
        return [d for d in decisions if d.key not in answered]

    def _answered(self, article: str, decisions: Sequence[Decision]) -> Iterator[Decision]:
        for name, source in self.report["sources"].items():
            if not same_article(name, article):
                continue
            rows = [e for e in self.edits.values() if e["article"] == name]
            places = {tuple(e["span"]): e for e in rows}
            known = [d for d in latest(self.log.after(0)[0]).values() if d.key in self.edits and d.article == name]
            matches = match(source, [*decisions, *known], [Span(*e["span"]) for e in rows])
            for m in matches[: len(decisions)]:
                row = places.get((m.span.start, m.span.end)) if m.span else None
                if m.how == "superseded" or (row is not None and "carried-over" in row.get("flags", ())):
                    yield m.decision

    def queue(self) -> list[dict[str, Any]]:
        """The edits to look at, in order of article and place: the sample, or what is open; without what was decided."""
        decided = latest(self.log.after(0)[0])
        if "sample" in self.report:
            chosen = set(self.report["sample"])
            return [e for key, e in self.edits.items() if e["id"] in chosen and key not in decided]
        return [e for key, e in self.edits.items() if e["status"] in OPEN and key not in decided]

    def counts(self) -> dict[str, int]:
        """How many edits are accepted, edited, rejected and still open, now."""
        decided = latest(self.log.after(0)[0])
        states = [DONE[decided[key].action] if key in decided else e["status"] for key, e in self.edits.items()]
        found = {state: states.count(state) for state in (*DONE.values(), "auto")}
        return {**found, "open": sum(states.count(state) for state in OPEN)}

    def sampled(self) -> tuple[int, int]:
        """Of the sample, how many were decided, and how many of those were not accepted as they were."""
        decided = latest(self.log.after(0)[0])
        said = [d for key, d in decided.items() if key in self.edits and d.edit in self.report.get("sample", ())]
        return len(said), sum(d.action != "accept" for d in said)


def spot_check(report: dict[str, Any], count: int) -> list[str]:
    """The ids of ``count`` edits out of those that were applied without a reader, spread over the run; the same at each call."""
    if count < 1:
        raise InputError(f"--sample {count}: give a number from 1")
    automatic = [e for e in report["edits"] if e["status"] == "auto" and e["text"] is not None]
    if not automatic:
        raise InputError("--sample: nothing in this run was applied automatically; review without --sample")
    ranked = sorted(automatic, key=lambda e: hashlib.sha256(f"{report['run']['id']}{e['article']}{e['id']}".encode("utf-8", "replace")).digest())
    return [e["id"] for e in ranked[:count]]


def decision_of(edit: dict[str, Any], action: str, text: str = "", **more: str) -> Decision:
    """A decision about an edit of a report."""
    return Decision(edit["id"], edit["article"], action, edit["before"], Context(), text, **more)  # type: ignore[arg-type]


def same_term(edits: Iterable[dict[str, Any]], edit: dict[str, Any]) -> Sequence[dict[str, Any]]:
    """Those of ``edits`` that are about the same Chinese in the same article, ``edit`` itself left out."""
    return [e for e in edits if e["article"] == edit["article"] and e["term"] == edit["term"] and e["id"] != edit["id"]]
