"""GitLab's code quality report: a list of issues, each with a fingerprint of its own."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator

from pipeline.problems.problem import Checked, Run, Tally

_SEVERITY = {"error": "major", "warning": "minor", "note": "info"}


class Gitlab:
    """Paths are relative to the repository when the check runs at its root, as GitLab wants them."""

    def render(self, run: Run, checked: Iterable[Checked], tally: Tally) -> Iterator[str]:
        """One list, an issue a line."""
        separator, seen = "[\n", Counter[str]()
        for one in checked:
            for problem in one.problems:
                content = "\x1f".join((problem.path, problem.rule, problem.id or problem.message))
                seen[content] += 1
                issue = {"description": problem.message, "check_name": problem.rule, "severity": "blocker" if problem.rule == "failed" else _SEVERITY[problem.level],
                         "fingerprint": hashlib.sha256(f"{content}\x1f{seen[content]}".encode()).hexdigest(),
                         "location": {"path": problem.path, "lines": {"begin": problem.start.line if problem.start else 1}}}  # fmt: skip
                yield separator + json.dumps(issue, ensure_ascii=False)
                separator = ",\n"
        yield "[]\n" if separator == "[\n" else "\n]\n"
