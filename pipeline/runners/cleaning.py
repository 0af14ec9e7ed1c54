"""A run that writes: its shards in order, on whatever engine; then ranges joined and reports made, from the ledgers on the disk."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.errors import HanmendError, InputError
from pipeline.files import Input, digest, digest_of, format_of, opened, write_atomic, write_stream
from pipeline.formats import SUFFIXES
from pipeline.recipe import Recipe
from pipeline.reports.json import entry_of_file
from pipeline.runners.join import join
from pipeline.runners.local import format_for
from pipeline.runners.pool import ordered
from pipeline.runners.previous import Earlier, recalled
from pipeline.runners.products import header, made_reports
from pipeline.runners.repair import Repairer, digest_of_bytes
from pipeline.runners.shards import Shard, plan, worth_sharing
from pipeline.runners.spool import Closed, Spool, blocks
from pipeline.runners.watch import Watch

# The review page holds its run as a whole, in memory and in a browser; beyond this it is of no use there.
PAGE_LIMIT = 64 << 20


@dataclass(slots=True)
class Cleaning:
    """What is asked: articles, a recipe, where to write. ``folder`` gets the reports; ``output`` is empty where the inputs are written over."""

    sources: Sequence[Input]
    recipe: Recipe
    folder: pathlib.Path
    output: str = ""
    reports: bool = True
    shown: str = "none"
    workers: int = 0
    engine: Any = None
    incremental: bool = False
    spool: Spool = field(init=False)
    keys: list[str] = field(default_factory=list)
    firsts: dict[str, dict[str, Any]] = field(default_factory=dict)
    bases: dict[str, int] = field(default_factory=dict)
    void: set[str] = field(default_factory=set)
    done_before: int = 0

    def run(self, progress: Callable[[int, int], None] = lambda done, total: None) -> Iterator[Closed]:
        """Each file when it is finished, in order. Raises OutputError where something cannot be written: what is finished stays, and the same run goes on from there."""
        self.spool = Spool(self.folder)
        try:
            yield from self._files(progress)
        except BaseException:
            self.spool.release()
            raise

    def entries(self) -> Collection[dict[str, Any]]:
        """The entries of the report, once all files are finished: read again each time they are gone through where they would not fit in memory."""
        found = Entries(self.spool, self.keys, self.firsts, self.bases, self.void)
        return found if self._is_large() else list(found)

    def _is_large(self) -> bool:
        return sum(self.spool.ledger(key).stat().st_size for key in self.keys) > PAGE_LIMIT

    def finish(self, entries: Collection[dict[str, Any]]) -> None:
        """Writes the reports and takes the hidden folder away, or keeps in it what an incremental run needs."""
        if self.reports:
            run = header(entries, self.recipe)
            for report in made_reports():
                place = self.folder / report.name
                if hasattr(report, "pieces"):
                    write_stream(place, (piece.encode("utf-8", "replace") for piece in report.pieces(run, entries)), self.spool.path)
                elif not self._is_large():
                    write_atomic(place, report.render(run, entries).encode("utf-8"), self.spool.path)
                else:
                    place.unlink(missing_ok=True)
        self.spool.sweep(self.keys if self.incremental and self.output else ())

    def _files(self, progress: Callable[[int, int], None]) -> Iterator[Closed]:
        shards = [shard.named(self.recipe.digest) for shard in plan(self.sources, ranges=bool(self.output))]
        total = sum(shard.size for shard in shards)
        self.keys = [shard.key for shard in shards]
        earlier = Earlier() if self.output else recalled(self.folder, self.spool.path)
        work = Repairer(self.recipe, self.spool.path, self.output, str(self.folder) if self.reports else "", self.shown, earlier)
        todo = [shard for shard, key in zip(shards, self.keys, strict=True) if not self._is_done(key, work, shard)]
        self.done_before = len(shards) - len(todo)
        finished = iter(self._worked(todo, work))
        waiting = {self.keys[number] for number, shard in enumerate(shards) if shard in set(todo)}
        at = 0
        joining: list[Closed] = []
        for shard, key in zip(shards, self.keys, strict=True):
            if key in waiting:
                next(finished)
            at += shard.size
            progress(at, total)
            for block in blocks(self.spool.ledger(key)):
                if block.closed.ranged:
                    self.bases[key] = sum(c.records for c in joining)
                    joining.append(block.closed)
                    if shard.end is None:
                        yield self._joined(shard, joining, work)
                        joining = []
                else:
                    if block.closed.records >= 0:
                        self._first(block.closed)
                    yield block.closed

    def _worked(self, todo: Sequence[Shard], work: Repairer) -> Iterator[str]:
        if self.engine is not None:
            return iter(self.engine(todo, work))
        workers = 1 if self.recipe.takes_batches else worth_sharing(todo, self.workers)
        if workers > 1:
            return ordered(todo, work, workers, work.lost)
        return (work(shard, Watch()) for shard in todo)

    def _is_done(self, key: str, work: Repairer, shard: Shard) -> bool:
        """Only where inputs and outputs are different files: one that is written over is not an input twice."""
        if not self.output or not self.spool.is_done(key):
            return False
        ranged = bool(shard.start or shard.end)
        done = self.spool.done_at(key)
        return all((self.spool.path / block.closed.data).exists() if ranged else self._stands(block.closed, work, done) for block in blocks(self.spool.ledger(key)))

    def _stands(self, closed: Closed, work: Repairer, done: float) -> bool:
        """Whether what was written lies there still; what is newer than the end of its shard may have been changed by somebody else, and is read."""
        place = pathlib.Path(work.output, closed.file)
        try:
            if closed.failures or place.stat().st_mtime <= done:
                return not closed.failures
            return digest_of(opened(SUFFIXES.get(format_of(place.name, SUFFIXES), "text")), place.read_bytes(), place.name) == closed.after
        except (OSError, HanmendError):
            return False

    def _joined(self, last: Shard, parts: Sequence[Closed], work: Repairer) -> Closed:
        source = last.sources[0]
        failures = [row for closed, base in zip(parts, _bases(parts), strict=True) for row in _shifted(closed, base)]
        try:
            before, after = join(source, format_for(source, self.recipe), parts, work.place(source), self.spool.path, last.length)
        except InputError as error:
            # Nothing of it is written, so that nothing of it was repaired.
            self.void.add(source.id)
            before = after = digest_of_bytes(source) or digest(b"")
            failures = [(source.id, str(error))]
            work.passed_through(source)
        closed = Closed(source.id, sum(c.lines for c in parts), sum(c.records for c in parts), before, after, failures=failures)
        self._first(closed)
        return closed

    def _first(self, closed: Closed) -> None:
        entry = entry_of_file(closed.file, closed.before, closed.after, closed.records)
        own = [why for name, why in closed.failures if name == closed.file]
        if own:
            entry["article"]["error"] = own[0]
        self.firsts[closed.file] = entry


def _bases(parts: Sequence[Closed]) -> list[int]:
    bases = [0]
    for closed in parts[:-1]:
        bases.append(bases[-1] + closed.records)
    return bases


def _shifted(closed: Closed, base: int) -> Iterator[tuple[str, str]]:
    for name, why in closed.failures:
        yield _moved_id(name, closed.file, base), why


def _moved_id(name: str, file: str, base: int) -> str:
    number, colon, rest = name[len(file) + 1 :].partition(":")
    return f"{file}:{int(number) + base}{colon}{rest}" if base and number.isdigit() else name


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of a run, read from its ledgers each time they are gone through: as many as there are, in the memory of one."""

    spool: Spool
    keys: Sequence[str]
    firsts: dict[str, dict[str, Any]]
    bases: dict[str, int]
    void: Collection[str]

    def __iter__(self) -> Iterator[dict[str, Any]]:
        said = ""
        for key in self.keys:
            base = self.bases.get(key, 0)
            with open(self.spool.ledger(key), "rb") as lines:
                for line in lines:
                    row = json.loads(line.decode("utf-8", "surrogatepass"))
                    file = row["file"] if "file" in row else row["article"]["path"]
                    if file != said and file in self.firsts:
                        said = file
                        yield self.firsts[file]
                    if "file" not in row and file not in self.void:
                        yield _moved(row, base)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, entry: object) -> bool:
        return any(entry == one for one in self)


def _moved(entry: dict[str, Any], base: int) -> dict[str, Any]:
    article = entry["article"]
    if not base or "record" not in article:
        return entry
    name = article["id"] = _moved_id(article["id"], article["path"], base)
    article["record"]["number"] += base
    for row in (*entry["edits"], *entry["kept"], *entry.get("asked", ())):
        if "article" in row:
            row["article"] = name
    return entry


