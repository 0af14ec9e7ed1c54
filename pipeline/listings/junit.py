"""JUnit XML: one test case an article, failed where it holds an error, in error where it could not be checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.listings.text import line_of
from pipeline.listings.xml import HEAD, attributes, content
from pipeline.problems.problem import Checked, Problem, Run, Tally


class Junit:
    """No time and no host in it: two runs over the same articles are the same bytes. What is no error goes to ``system-out``."""

    def render(self, run: Run, checked: Iterable[Checked], tally: Tally) -> Iterator[str]:
        """One document, at the end: the counts come first in it."""
        cases = [(one.path, one.problems) for one in checked]
        states = [_state(problems) for _, problems in cases]
        counts = attributes(tests=len(cases), failures=states.count("failure"), errors=states.count("error"))
        yield f"{HEAD}<testsuites{attributes(name='hanmend')}{counts}>\n<testsuite{attributes(name='hanmend check')}{counts}{attributes(skipped=0)}>\n"
        for (path, problems), state in zip(cases, states, strict=True):
            yield _case(path, problems, state)
        yield "</testsuite>\n</testsuites>\n"


def _state(problems: Iterable[Problem]) -> str:
    rules = {problem.rule for problem in problems if problem.level == "error"}
    return "error" if "failed" in rules else "failure" if rules else ""


def _case(path: str, problems: tuple[Problem, ...], state: str) -> str:
    head = f"<testcase{attributes(classname='hanmend', name=path)}"
    if not problems:
        return f"{head}/>\n"
    wrong = [problem for problem in problems if problem.level == "error"]
    rest = "".join(f"{line_of(problem)}\n" for problem in problems if problem.level != "error")
    body = "".join(f"{line_of(problem)}\n" for problem in wrong)
    said = f"<{state}{attributes(message=f'{len(wrong)} problems', type=wrong[0].rule)}>{content(body)}</{state}>\n" if state else ""
    out = f"<system-out>{content(rest)}</system-out>\n" if rest else ""
    return f"{head}>\n{said}{out}</testcase>\n"
