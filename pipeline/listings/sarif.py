"""SARIF 2.1.0 for GitHub code scanning and other viewers; columns in UTF-16 code units, as it declares."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import quote

from pipeline.problems.problem import Checked, Problem, Run, Tally

# GitHub shows 5,000 results of a run and refuses a file with more than 25,000.
CAP = 5000
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_RANK = {"error": 0, "warning": 1, "note": 2}


class Sarif:
    """Errors come first where there are more than ``CAP`` results; how many are left out is said as a notification."""

    def render(self, run: Run, checked: Iterable[Checked], tally: Tally) -> Iterator[str]:
        """One document, at the end."""
        found: list[Problem] = []
        notes: list[dict[str, Any]] = []
        for one in checked:
            for problem in one.problems:
                if problem.rule == "failed":
                    notes.append(_notification("error", problem.message, problem.path))
                else:
                    found.append(problem)
        shown = _capped(found)
        if len(found) > len(shown):
            notes.append(_notification("warning", f"{len(found) - len(shown)} more problems are not listed here; run hanmend check to see them all"))
        yield json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(run, shown, notes, tally)]}, ensure_ascii=False, indent=1) + "\n"


def _capped(found: list[Problem]) -> list[Problem]:
    if len(found) <= CAP:
        return found
    worst = sorted(range(len(found)), key=lambda at: (_RANK[found[at].level], at))[:CAP]
    return [found[at] for at in sorted(worst)]


def _run(run: Run, shown: list[Problem], notes: list[dict[str, Any]], tally: Tally) -> dict[str, Any]:
    rules = [{"id": name, "shortDescription": {"text": what}, "fullDescription": {"text": f"{what[:1].upper()}{what[1:]}."}, "help": {"text": way_out},
              "defaultConfiguration": {"level": "warning"}} for name, (what, way_out) in run.rules.items() if name != "failed"]  # fmt: skip
    names = [rule["id"] for rule in rules]
    return {
        "tool": {"driver": {"name": "hanmend", "version": run.version, "rules": rules}},
        "columnKind": "utf16CodeUnits",
        "invocations": [{"executionSuccessful": not tally.failed, "toolExecutionNotifications": notes}],
        "results": [_result(problem, names) for problem in shown],
    }


def _result(problem: Problem, rules: Sequence[object]) -> dict[str, Any]:
    made: dict[str, Any] = {"ruleId": problem.rule, "ruleIndex": rules.index(problem.rule), "level": problem.level, "message": {"text": problem.message},
                            "locations": [{"physicalLocation": _location(problem)}]}  # fmt: skip
    if problem.id:
        made["partialFingerprints"] = {"hanmend/v1": problem.id}
        made["properties"] = {"safety": problem.safety, "confidence": problem.confidence, "alternatives": list(problem.alternatives)}
    if problem.fix is not None:
        change = {"artifactLocation": {"uri": uri(problem.path)}, "replacements": [{"deletedRegion": _region(problem), "insertedContent": {"text": problem.fix}}]}
        made["fixes"] = [{"description": {"text": f"Write {problem.fix!r}"}, "artifactChanges": [change]}]
    return made


def _location(problem: Problem) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": uri(problem.path)}}
    return {**location, "region": _region(problem)} if problem.start else location


def _region(problem: Problem) -> dict[str, int]:
    if not problem.start or not problem.end:
        return {"startLine": 1}
    return {"startLine": problem.start.line, "startColumn": problem.start.utf16, "endLine": problem.end.line, "endColumn": problem.end.utf16}


def _notification(level: str, text: str, path: str = "") -> dict[str, Any]:
    made: dict[str, Any] = {"level": level, "message": {"text": text}}
    return {**made, "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(path)}}}]} if path else made


def uri(path: str) -> str:
    """``path`` as a URI reference: relative ones stay relative, so that GitHub finds them in the repository."""
    return pathlib.PurePosixPath(path).as_uri() if path.startswith("/") else quote(path, safe="/~")
