"""The measured chance that a careful editor lets an edit pass, by kind of source, fit and lead over the next wording."""

from __future__ import annotations

import csv
import functools
import pathlib

TABLE = pathlib.Path(__file__).parent.parent / "data" / "confidence.csv"
_FITS = (0.35, 0.55, 0.75, 0.9, 1.05)
_LEADS = (0.05, 0.2, 0.4)


def bucket(fit: float, lead: float) -> str:
    """The row of the table that a fit and a lead fall into, such as ``3-1``."""
    return f"{sum(fit >= edge for edge in _FITS)}-{sum(lead >= edge for edge in _LEADS)}"


def confidence(kind: str, fit: float, lead: float) -> float:
    """Share of accepted edits as counted in ``data/confidence.csv``, smoothed towards the share of the whole kind.

    A kind that was never measured gets 0.5: for review, by all means.
    """
    right, seen = _counts().get((kind, ""), (0, 0))
    base = (right + 1) / (seen + 2)
    own_right, own_seen = _counts().get((kind, bucket(fit, lead)), (0, 0))
    return round((own_right + 4 * base) / (own_seen + 4), 3)


@functools.cache
def _counts() -> dict[tuple[str, str], tuple[int, int]]:
    if not TABLE.exists():
        return {}
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return {(row["kind"], row["bucket"]): (int(row["right"]), int(row["seen"])) for row in csv.DictReader(lines)}
