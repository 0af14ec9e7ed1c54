"""Shards, the units of work: some small files, one file, or a range of a large file of records."""

from __future__ import annotations

import functools
import hashlib
import os
import pathlib
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.files import Input

# A shard is small enough that two processes end at about the same time and large enough that handing it over costs nothing beside it.
FILES, SIZE = 64, 1 << 20
RANGE = 8 << 20
# Files that can be read from a line or a row group in the middle; compressed ones cannot.
_RANGED = (".jsonl", ".ndjson", ".parquet")


@dataclass(frozen=True, slots=True)
class Shard:
    """Files, or the records of one file that start in the bytes ``[start, end)``; ``size`` in bytes, for progress only; ``key`` is what its files in the hidden folder are called.

    ``length`` is what a file that is cut into ranges had when it was cut: who reads a range and who joins them mean the same file, though it grows.
    """

    sources: tuple[Input, ...]
    start: int = 0
    end: int | None = None
    size: int = 0
    key: str = ""
    length: int | None = None

    def named(self, recipe: str) -> Shard:
        """With the ``key`` of the work on these bytes with this recipe by this program: the same where an interrupted run is taken up again.

        It is worked out once, when the run begins: a file may change while it goes on.
        """
        stats = [(source.id, *_stat(source)) for source in self.sources]
        return replace(self, key=hashlib.sha256(repr((recipe, program(), stats, self.start, self.end)).encode()).hexdigest()[:32])


def plan(sources: Sequence[Input], ranges: bool = True, kept: bool = True) -> Iterator[Shard]:
    """The shards of ``sources``, in order; the same for the same files, whatever runs them.

    Without ``kept`` they are only read, and nobody finds them again by their keys: then nothing is asked of a file but its name, unless it
    can be read in ranges or there are few.
    """
    group: list[Input] = []
    held = 0
    sized = kept or len(sources) <= FILES
    for source in sources:
        ranged = source.file.lower().endswith(_RANGED)
        size = _size(source) if sized or ranged else 0
        cut = ranges and ranged and size > RANGE
        if cut or len(group) >= FILES or held + size > SIZE:
            yield from _group(group, held if sized else SIZE)
            group, held = [], 0
        if cut:
            yield from _ranges(source, size)
            continue
        group.append(source)
        held += size
        # Groups end where the name says so: a file that comes or goes changes its own group and no other.
        if kept and zlib.crc32(source.id.encode()) % (FILES // 2 or 1) == 0:
            yield from _group(group, held)
            group, held = [], 0
    yield from _group(group, held if sized else SIZE)


def _ranges(source: Input, size: int) -> Iterator[Shard]:
    for start in range(0, size, RANGE):
        end = start + RANGE
        yield Shard((source,), start, end if end < size else None, min(RANGE, size - start), length=size)


def worth_sharing(shards: Sequence[Shard], workers: int) -> int:
    """How many processes to use: ``workers``, or by the size of the work; never more than there are shards."""
    if workers <= 0:
        workers = cores() if sum(shard.size for shard in shards) >= SIZE else 1
    return min(workers, len(shards))


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _group(group: Sequence[Input], size: int) -> Iterator[Shard]:
    if group:
        yield Shard(tuple(group), size=size)


def _stat(source: Input) -> tuple[int, int]:
    try:
        stat = os.stat(source.file)
    except OSError:
        return -1, 0
    return stat.st_size, stat.st_mtime_ns


@functools.cache
def program() -> str:
    """This program, told from another version of it."""
    folder = pathlib.Path(__file__).parent.parent
    files = sorted((str(f.relative_to(folder)), f.stat().st_size) for f in folder.rglob("*.*") if f.suffix in (".py", ".csv", ".tsv"))
    return hashlib.sha256(repr(files).encode()).hexdigest()


def _size(source: Input) -> int:
    try:
        return os.stat(source.file).st_size
    except OSError:
        return 0
