"""The ranges of a large file of records put together again: what was written of those that changed, the others as they are."""

from __future__ import annotations

import hashlib
import pathlib
from collections.abc import Sequence
from typing import Any

from pipeline.bounded import bounded
from pipeline.errors import InputError
from pipeline.files import Input, cannot_write
from pipeline.runners.repair import copy, install
from pipeline.runners.shards import RANGE
from pipeline.runners.spool import Closed


def join(source: Input, form: Any, parts: Sequence[Closed], place: pathlib.Path, spool: pathlib.Path, length: int | None) -> tuple[str, str]:
    """Writes the whole file at ``place``; returns the digests of input and output. ``parts`` are its ranges in order, cut when it had ``length`` bytes.

    Raises InputError where the input cannot be read any more, OutputError where nothing can be written.
    """
    temporary = spool / f".{hashlib.sha256(source.id.encode()).hexdigest()[:32]}.join.part"
    ranges = [(number * RANGE, spool / closed.data if closed.data else None) for number, closed in enumerate(parts)]
    before, after = hashlib.sha256(), hashlib.sha256()
    changed = any(data for _, data in ranges)
    try:
        with bounded(source.path, length) as file, open(temporary, "wb") as target:
            for old, new in form.joined(file, ranges, target if changed else None):
                before.update(old)
                after.update(new)
        if changed:
            install(temporary, place)
        else:
            copy(source.path, place, spool, length)
    except FileNotFoundError as error:
        raise InputError(f"{error.filename}: vanished while it was read") from None
    except OSError as error:
        raise cannot_write(place, error) from None
    finally:
        temporary.unlink(missing_ok=True)
    return before.hexdigest(), after.hexdigest()
