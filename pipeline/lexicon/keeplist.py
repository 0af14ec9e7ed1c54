"""Keep lists: CSV of ``zh,why`` naming Chinese that stands in articles on purpose."""

from __future__ import annotations

import csv
import functools
import io
import pathlib
from collections.abc import Mapping

from pipeline.errors import TermbaseError
from pipeline.files import stamp
from pipeline.script import HAN_CHARACTER


def read_keep_list(path: str) -> tuple[tuple[str, str], ...]:
    """The ``(zh, why)`` rows of the list at ``path``, read again when it changes. Raises TermbaseError with ``file:line``."""
    return _read(path, stamp(path))


@functools.lru_cache(maxsize=16)
def _read(path: str, _: object) -> tuple[tuple[str, str], ...]:
    try:
        text = pathlib.Path(path).read_text("utf-8-sig")
    except OSError as error:
        raise TermbaseError(f"{path}: cannot read the keep list: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise TermbaseError(f"{path}: byte {error.start} is not UTF-8; save the keep list as UTF-8") from None
    rows = csv.reader(io.StringIO(text, newline=""))
    if [h.strip() for h in next(rows, [])] not in (["zh", "why"], ["zh"]):
        raise TermbaseError(f"{path}:1: the first line of a keep list is 'zh,why'")
    kept = []
    for row in rows:
        if not row:
            continue
        if not HAN_CHARACTER.search(row[0]):
            raise TermbaseError(f"{path}:{rows.line_num}: '{row[0]}' holds no Chinese")
        kept.append((row[0].strip(), row[1].strip() if len(row) > 1 else ""))
    return tuple(kept)


def write_keep_list(rows: Mapping[str, str]) -> str:
    """The canonical CSV of ``zh -> why``: sorted, LF, quotes only where needed."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["zh", "why"])
    writer.writerows(sorted(rows.items()))
    return out.getvalue()
