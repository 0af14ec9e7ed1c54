"""The work on one shard when articles are written: repaired, committed file by file, its ledger closed, its mark set last."""

from __future__ import annotations

import contextlib
import hashlib
import os
import pathlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, BinaryIO

from pipeline.bounded import bounded
from pipeline.errors import HanmendError, InputError
from pipeline.files import Input, cannot_write, digest, read_article, write_atomic
from pipeline.model import Document, Outcome
from pipeline.recipe import Recipe
from pipeline.reports.json import entry_of_record
from pipeline.runners.local import Result, failed, format_for, run, run_bytes
from pipeline.runners.previous import Earlier, renamed, restored
from pipeline.runners.products import product
from pipeline.runners.shards import Shard
from pipeline.runners.spool import Block, Closed, Ledger, mark_done
from pipeline.runners.watch import WHY, Watch


@dataclass(frozen=True, slots=True)
class Repairer:
    """What a process is told once. ``output`` is the folder to write to, empty for writing over the input; ``beside`` where diffs go, if anywhere."""

    recipe: Recipe
    spool: pathlib.Path
    output: str = ""
    beside: str = ""
    shown: str = "none"
    earlier: Earlier = field(default_factory=Earlier)

    def __call__(self, shard: Shard, watch: Watch) -> str:
        """Returns the key of the shard. Raises OutputError where something cannot be written."""
        key = shard.key
        try:
            ledger = Ledger(self.spool / f"{key}.ledger", durable=not self.output)
            with contextlib.closing(ledger):
                self._all(shard, watch, ledger, key)
            mark_done(self.spool, key)
        except OSError as error:
            raise cannot_write(self.spool / key, error) from None
        return key

    def lost(self, shard: Shard, why: str) -> str:
        """The same for a shard that no worker survives: its files go through as they are."""
        everything = frozenset(range(1 << 10))
        return self(shard, Watch(everything))

    def place(self, source: Input) -> pathlib.Path:
        """Where ``source`` is written."""
        return pathlib.Path(self.output, source.id) if self.output else source.path

    def _all(self, shard: Shard, watch: Watch, ledger: Ledger, key: str) -> None:
        if self.recipe.takes_batches and not any(hasattr(format_for(s, self.recipe), "parts") for s in shard.sources):
            for result in run(shard.sources, self.recipe):
                self._commit(result, ledger)
            return
        for source in shard.sources:
            form = format_for(source, self.recipe)
            allowed = watch.step()
            if hasattr(form, "parts") and self._records_done(source, form, ledger):
                continue
            if hasattr(form, "parts"):
                records = Records(self, source, form, shard, watch, ledger, key)
                records.commit() if allowed else records.failed(WHY)
            elif not allowed:
                self._commit(self._unread(source, WHY), ledger)
            else:
                self._whole(source, form, watch, ledger)

    def _whole(self, source: Input, form: Any, watch: Watch, ledger: Ledger) -> None:
        try:
            data = read_article(source.path)
        except InputError as error:
            self._commit(failed(source, b"", str(error), self.recipe), ledger)
            self.passed_through(source)
            return
        there = data
        block = self._written_over(source, digest(data))
        if block is not None:
            before = restored(form, data, block) if block.closed.recipe not in ("", self.recipe.digest) else None
            if before is None:
                self._keep(source, block, ledger)
                return
            # With another recipe it is repaired anew, from what it was before.
            data = before
        if self.recipe.reads_english or form.may_hold(data):
            self._commit(run_bytes(source, data, self.recipe, watch), ledger, there=there)
        else:
            text = data.decode("utf-8")
            self._commit(Result(source, data, (Outcome(Document(source.id, text, form.name), text, self.recipe.apply),), form), ledger, there=there)

    def _records_done(self, source: Input, form: Any, ledger: Ledger) -> bool:
        """The same for a file of records, read only where an earlier run is known to have written over it."""
        if self.output or not self.earlier.may_know(source.id):
            return False
        found = hashlib.sha256()
        try:
            with bounded(source.path) as file:
                # As the digest was made: of what a compressed file holds, of what a Parquet file says.
                for part in form.parts(file, source.id):
                    for piece in form.content(part):
                        found.update(piece)
        except (HanmendError, OSError):
            return False
        block = self._written_over(source, found.hexdigest())
        if block is None:
            return False
        other = block.closed.recipe not in ("", self.recipe.digest)
        self._keep(source, block, ledger, "was repaired in place with another recipe, and is left as that run wrote it; undo that run to repair it anew" if other else "")
        return True

    def _written_over(self, source: Input, found: str) -> Block | None:
        """What is known of an article that an earlier run wrote over: what it finished is not an input any more, and its ledger must not be lost."""
        return None if self.output else self.earlier.wrote(source.id, found)

    def _keep(self, source: Input, block: Block, ledger: Ledger, note: str = "") -> None:
        for line in block.lines() if block.closed.file == source.id else renamed(block, source.id):
            ledger.add(line)
        ledger.close_file(replace(block.closed, file=source.id, note=note))

    def _note(self, source: Input, found: str) -> str:
        block = self.earlier.files.get(source.id)
        if block is None or self.output or found in (block.closed.before, block.closed.after):
            return ""
        return "was changed since an earlier run wrote over it; what that run did there can be undone no more"

    def _unread(self, source: Input, why: str) -> Result:
        with contextlib.suppress(InputError):
            return failed(source, read_article(source.path), why, self.recipe)
        return failed(source, b"", why, self.recipe)

    def _commit(self, result: Result, ledger: Ledger, whole: str = "", there: bytes | None = None) -> None:
        made = product(result, self.recipe)
        article = made.entries[0]["article"]
        if whole:
            # Nothing of it could be read as what it is; its bytes are known all the same.
            article["sha256"] = article["output_sha256"] = f"sha256:{whole}"
        for entry in made.entries:
            ledger.add(entry)
        closed = Closed(
            result.source.id, 0, -1, article["sha256"].removeprefix("sha256:"), article["output_sha256"].removeprefix("sha256:"),
            failures=[(doc.id, doc.error) for doc in made.failed()], shown=self._shown(result, made.doc),
            note=self._note(result.source, article["sha256"].removeprefix("sha256:")), recipe=self.recipe.digest,
        )  # fmt: skip
        # Before the article: when it stands written, what undo needs and its diff are on the disk. One that was written over is not an input again.
        ledger.close_file(closed)
        self._diff(made.doc.path, made.diff)
        place = self.place(result.source)
        if not (made.doc.error and not result.data) and (place != result.source.path or made.data != (result.data if there is None else there)):
            write_atomic(place, made.data, self.spool)

    def passed_through(self, source: Input) -> None:
        """An input that was not repaired, copied as it is; one that cannot be read, or is gone, is on the list of failures already."""
        place = self.place(source)
        if place != source.path:
            with contextlib.suppress(OSError):
                copy(source.path, place, self.spool)

    def _diff(self, name: str, diff: bytes) -> None:
        if not self.beside:
            return
        place = pathlib.Path(self.beside, f"{name}.diff")
        if diff:
            write_atomic(place, diff, self.spool)
        elif place.exists():
            place.unlink()

    def _shown(self, result: Result, doc: Document) -> list[tuple[str, str]]:
        if self.shown == "none" or doc.record:
            return []
        from pipeline.runners.products import diff_lines

        return diff_lines(self.shown, doc, self.recipe.apply, result.data)


@dataclass(slots=True)
class Records:
    """A file of records, or a range of one, part by part: nothing grows with its size."""

    job: Repairer
    source: Input
    form: Any
    shard: Shard
    watch: Watch
    ledger: Ledger
    key: str
    records: int = 0
    changed: int = 0

    @property
    def ranged(self) -> bool:
        """True where other shards have the rest of the file."""
        return bool(self.shard.start or self.shard.end)

    def commit(self) -> None:
        """Entries to the ledger, then the data: to its place, or beside the ledger where it is a range that others complete."""
        temporary = self.job.spool / f".{self.key}.part"
        failures: list[tuple[str, str]] = []
        try:
            before, after = self._repaired(temporary, failures)
        except (HanmendError, OSError) as error:
            why = str(error) if isinstance(error, HanmendError) else f"{self.source.path}: cannot read: {error.strerror}"
            temporary.unlink(missing_ok=True)
            self.ledger.drop()
            self.failed(why)
            return
        data = f"{self.key}.data" if self.ranged and self.changed else ""
        self.ledger.close_file(Closed(self.source.id, 0, self.records, before, after, self.ranged, data, failures, note="" if self.ranged else self.job._note(self.source, before), recipe=self.job.recipe.digest))
        if not self.changed:
            temporary.unlink(missing_ok=True)
            if not self.ranged:
                self.job.passed_through(self.source)
        elif self.ranged:
            os.replace(temporary, self.job.spool / data)
        else:
            install(temporary, self.job.place(self.source))

    def failed(self, why: str) -> None:
        """Nothing can be read: the file goes through as it is."""
        if self.ranged:
            self.ledger.close_file(Closed(self.source.id, 0, self.records, ranged=True, failures=[(self.source.id, why)]))
        else:
            self.job._commit(failed(self.source, b"", why, self.job.recipe), self.ledger, digest_of_bytes(self.source))
            self.job.passed_through(self.source)

    def _repaired(self, temporary: pathlib.Path, failures: list[tuple[str, str]]) -> tuple[str, str]:
        before, after = hashlib.sha256(), hashlib.sha256()
        sink = None
        with bounded(self.source.path, self.shard.length) as file, contextlib.ExitStack() as stack:
            for part, outcomes in self._outcomes(file):
                for outcome in outcomes:
                    if outcome.doc.error:
                        failures.append((outcome.doc.id, outcome.doc.error))
                    entry = entry_of_record(outcome)
                    if entry:
                        self.ledger.add(entry)
                if sink is None and any(o.done() for o in outcomes):
                    sink = stack.enter_context(self.form.sink_of_range(temporary) if self.ranged else self.form.sink(self.source.path, temporary))
                    self._catch_up(sink, self.records)
                    self.changed += 1
                self.records += part.records
                content = self.form.written(part, outcomes)
                if not self.ranged:
                    # Of a range nobody asks: whoever joins them goes through the whole file.
                    for piece in self.form.content(part):
                        before.update(piece)
                    for piece in self.form.content(content):
                        after.update(piece)
                if sink is not None:
                    sink.add(content)
        return before.hexdigest(), after.hexdigest()

    def _outcomes(self, file: BinaryIO) -> Iterator[tuple[Any, list[Outcome]]]:
        for part in self.form.parts(file, self.source.id, self.shard.start, self.shard.end):
            yield part, self.watch.repaired(self.job.recipe, list(self.form.scan(part, self.source.id)))

    def _catch_up(self, sink: Any, records: int) -> None:
        """The parts before the first that changes: they were not written, because a file in which nothing changes is copied as it is."""
        with bounded(self.source.path, self.shard.length) as file:
            seen = 0
            for part in self.form.parts(file, self.source.id, self.shard.start, self.shard.end):
                if seen >= records:
                    return
                sink.add(part)
                seen += part.records


def digest_of_bytes(source: Input) -> str:
    """sha256 of a file as it lies there, or nothing where it cannot be read."""
    try:
        with bounded(source.path) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def install(temporary: pathlib.Path, place: pathlib.Path) -> None:
    """A finished file at its place, on the disk first."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with open(temporary, "rb+") as file:
            os.fsync(file.fileno())
        if place.exists():
            shutil.copymode(place, temporary)
        os.replace(temporary, place.resolve())
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise cannot_write(place, error) from None


def copy(source: pathlib.Path, place: pathlib.Path, staging: pathlib.Path, length: int | None = None) -> None:
    """A file as it is, however large, or its first ``length`` bytes. Raises OSError where it cannot be read, OutputError where the copy cannot be written."""
    temporary = staging / f".{os.getpid()}.copy.part"
    with bounded(source, length) as data:
        try:
            with open(temporary, "wb") as file:
                shutil.copyfileobj(data, file, 1 << 20)
        except OSError as error:
            temporary.unlink(missing_ok=True)
            raise cannot_write(place, error) from None
    install(temporary, place)
