"""The ranges of a large file of records put together again: the new bytes of those that changed, the old bytes of the others."""

from __future__ import annotations

import hashlib
import pathlib
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from pipeline.errors import InputError
from pipeline.files import Input, cannot_write
from pipeline.formats.streamed import next_line
from pipeline.opened import opened
from pipeline.runners.repair import install
from pipeline.runners.shards import RANGE
from pipeline.runners.spool import Closed

_PIECE = 1 << 20


def join(source: Input, parts: Sequence[Closed], place: pathlib.Path, spool: pathlib.Path, length: int | None) -> tuple[str, str]:
    """Writes the whole file at ``place``; returns the digests of input and output. ``parts`` are its ranges in order, cut when it had ``length`` bytes."""
    temporary = spool / f".{hashlib.sha256(source.id.encode()).hexdigest()[:32]}.join.part"
    before, after = hashlib.sha256(), hashlib.sha256()
    try:
        with opened(source.path, length) as file, open(temporary, "wb") as target:
            bounds = [*_bounds(file, len(parts)), None]
            for closed, start, end in zip(parts, bounds[:-1], bounds[1:], strict=True):
                _take(file, start or 0, end, before, after, target, spool / closed.data if closed.data else None)
        install(temporary, place)
    except FileNotFoundError as error:
        raise InputError(f"{error.filename}: vanished while it was read") from None
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise cannot_write(place, error) from None
    return before.hexdigest(), after.hexdigest()


def _take(file: BinaryIO, start: int, end: int | None, before: Any, after: Any, target: BinaryIO, data: pathlib.Path | None) -> None:
    file.seek(start)
    for piece in _pieces(file, None if end is None else end - start):
        before.update(piece)
        if data is None:
            after.update(piece)
            target.write(piece)
    if data is not None:
        with open(data, "rb") as changed:
            for piece in _pieces(changed, None):
                after.update(piece)
                target.write(piece)


def _pieces(file: BinaryIO, size: int | None) -> Iterator[bytes]:
    while size is None or size > 0:
        piece = file.read(_PIECE if size is None else min(_PIECE, size))
        if not piece:
            return
        yield piece
        size = None if size is None else size - len(piece)


def _bounds(file: BinaryIO, count: int) -> Iterator[int]:
    """Where the first lines of the ranges begin; a line that goes on through several of them is read past once."""
    bound = 0
    for number in range(count):
        if bound < number * RANGE:
            bound = next_line(file, number * RANGE)
        yield bound
