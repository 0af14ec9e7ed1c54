"""Whether committed output is still what clean makes of its input."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Mapping
from typing import Any

from pipeline.errors import InputError
from pipeline.problems.found import printable
from pipeline.problems.problem import Checked, Level, Problem

_OF_RUN = ("report.json", "report.md", "report.html")


def read_report(folder: pathlib.Path) -> dict[str, Any]:
    """The report in an output folder; empty where there is none or it cannot be read. Raises InputError where there is no folder."""
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder; --output takes the folder that 'hanmend clean PATHS -o {folder}' wrote")
    try:
        report = json.loads((folder / "report.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return report if isinstance(report, dict) else {}


def stale_files(folder: pathlib.Path, expected: Mapping[str, bytes], level: Level) -> list[Checked]:
    """The files in ``folder`` that are not the ``expected`` bytes by name, are missing, or belong to an article that is gone.

    Empty ``bytes`` stand for "no such file" where the name ends in ``.diff``: a diff of nothing is not written.
    """
    report = read_report(folder)
    why = _reason(report, expected)
    found = []
    decided = "decisions_digest" in report.get("run", {})
    for name, data in sorted(expected.items()):
        if decided and name in _OF_RUN:
            # What apply wrote of people's decisions is no report of a run of clean; the articles are the same or they are not.
            continue
        wanted = None if name.endswith(".diff") and not data else data
        there = (folder / name).read_bytes() if (folder / name).is_file() else None
        if there != wanted:
            state = "is missing" if there is None else "should not be there" if wanted is None else "is not what clean makes now"
            found.append((name, state))
    gone = dict.fromkeys((*_orphans(report, expected), *_left_over(folder, expected)))
    found += [(name, "belongs to no input any more; delete it") for name in gone if (folder / name).is_file()]
    return [
        Checked(path, (Problem(path, "output", level, printable(f"{state}{why}")),))
        for path, state in ((pathlib.Path(folder, name).as_posix(), state) for name, state in found)
    ]


def _left_over(folder: pathlib.Path, expected: Mapping[str, bytes]) -> list[str]:
    """Diffs that no article has, and what they are of: what an earlier run wrote, of which the last one says nothing."""
    names = [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.diff")) if not any(part.startswith(".") for part in path.relative_to(folder).parts)]
    return [one for name in names if name not in expected for one in (name.removesuffix(".diff"), name)]


def _orphans(report: Mapping[str, Any], expected: Mapping[str, bytes]) -> list[str]:
    """Outputs that the report in the folder lists, of articles that are not among the inputs."""
    articles = [a.get("output") for a in report.get("articles", []) if isinstance(a, dict)]
    names = [name for a in articles if isinstance(a, str) and not pathlib.PurePosixPath(a).is_absolute() and ".." not in a.split("/") for name in (a, f"{a}.diff")]
    return [name for name in names if name not in expected]


def _reason(report: Mapping[str, Any], expected: Mapping[str, bytes]) -> str:
    """What is different about the run that made the report in the folder."""
    old, new = report.get("run", {}), json.loads(expected.get("report.json", b"{}")).get("run", {})
    reasons = []
    if old.get("version") != new.get("version"):
        reasons.append(f"made by version {old.get('version', '(unknown)')}, this is {new.get('version')}")
    if old.get("recipe_digest") != new.get("recipe_digest"):
        reasons.append("the glossary, the keep list or the recipe changed since")
    if old.get("inputs_digest") != new.get("inputs_digest"):
        reasons.append("the articles changed since")
    return f" ({'; '.join(reasons)})" if reasons else ""
