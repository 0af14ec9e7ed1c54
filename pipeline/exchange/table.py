"""Tables with a comma or a tab between the cells: what DeepL, Google and Weblate have in common."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from pipeline.errors import TermbaseError
from pipeline.exchange.rows import decoded


def table_rows(data: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    """``(line, cells)`` of each row that is not empty; a tab in the first line makes it a TSV. Raises TermbaseError ``name:line``."""
    text = decoded(data, name)
    delimiter = "\t" if "\t" in text.partition("\n")[0] else ","
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in rows:
            if any(cell.strip() for cell in row):
                yield rows.line_num, [cell.strip() for cell in row]
    except csv.Error as error:
        raise TermbaseError(f"{name}:{rows.line_num}: not a valid table: {error}") from None


def pair(row: Sequence[str], place: str) -> dict[str, str]:
    """The first two cells as source and target. Raises TermbaseError where there are fewer."""
    if len(row) < 2:
        raise TermbaseError(f"{place}: one cell where a source and a target are needed: '{row[0]}'")
    return {"zh": row[0], "en": row[1]}


def table_text(rows: Iterable[Sequence[str]]) -> str:
    """The rows as CSV, LF, quotes only where needed."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
