"""How often each backend is right, as ``hanmend evaluate --calibration FILE`` measured it on gold articles: CSV ``backend,right,seen``."""

from __future__ import annotations

import csv
import functools
import os
import pathlib
from collections.abc import Mapping

from pipeline.errors import InputError

_COLUMNS = ["backend", "right", "seen"]


def measured(path: str) -> Mapping[str, float]:
    """Share of right answers by backend and model, smoothed towards a half. Raises InputError with ``file:line``."""
    if not path:
        return {}
    try:
        return _read(path, os.stat(path).st_mtime_ns)
    except OSError as error:
        raise InputError(f"{path}: cannot read the calibration: {error.strerror}") from None


@functools.lru_cache(maxsize=8)
def _read(path: str, changed: int) -> Mapping[str, float]:
    try:
        with pathlib.Path(path).open(encoding="utf-8", newline="") as lines:
            return _shares(csv.DictReader(lines), path)
    except UnicodeDecodeError:
        raise InputError(f"{path}: the calibration is not UTF-8") from None


def _shares(rows: csv.DictReader[str], path: str) -> dict[str, float]:
    if rows.fieldnames != _COLUMNS:
        raise InputError(f"{path}:1: the columns are {rows.fieldnames}; they have to be {','.join(_COLUMNS)}, as 'hanmend evaluate --calibration' writes them")
    shares: dict[str, float] = {}
    for row in rows:
        try:
            right, seen = int(row["right"]), int(row["seen"])
        except (TypeError, ValueError):
            raise InputError(f"{path}:{rows.line_num}: 'right' and 'seen' have to be whole numbers") from None
        if not 0 <= right <= seen:
            raise InputError(f"{path}:{rows.line_num}: {right} right of {seen} seen")
        shares[row["backend"]] = (right + 1) / (seen + 2)
    return shares


def table(counts: Mapping[str, tuple[int, int]]) -> str:
    """The CSV of ``backend -> (right, seen)``."""
    return ",".join(_COLUMNS) + "\n" + "".join(f'"{name.replace(chr(34), chr(34) * 2)}",{right},{seen}\n' for name, (right, seen) in sorted(counts.items()))
