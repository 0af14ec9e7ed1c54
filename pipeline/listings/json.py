"""One JSON document (schema ``check/1``) with every problem and the counts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from pipeline.listings.jsonl import row, summary
from pipeline.problems.problem import Checked, Run, Tally


class Json:
    """Written piece by piece, so that a large run needs no more memory than a small one."""

    def render(self, run: Run, checked: Iterable[Checked], tally: Tally) -> Iterator[str]:
        """The document; a problem a line inside it."""
        head = {"schema": "check/1", "tool": "hanmend", "version": run.version, "columns": "unicode-code-points", "fail_on": run.fail_on}
        yield f"{json.dumps(head)[:-1]}, \"problems\": ["
        separator = "\n"
        for one in checked:
            for problem in one.problems:
                yield f"{separator}{json.dumps(row(problem), ensure_ascii=False)}"
                separator = ",\n"
        yield f"\n], \"summary\": {json.dumps(summary(tally))}}}\n"
