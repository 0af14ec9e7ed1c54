"""The tables that are shipped as CSV beside the lexicon."""

from __future__ import annotations

import csv
import pathlib


def shipped_rows(table: pathlib.Path) -> list[dict[str, str]]:
    """The rows of a shipped table by the names of its columns, in their order."""
    with table.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
