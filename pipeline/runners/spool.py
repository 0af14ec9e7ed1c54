"""What a run knows while it goes on, in files instead of memory: the ledger of each shard, and the marks that it is done.

A ledger is lines of JSON: the entries of a file, then a line that closes it. A file without its closing line was not finished.
"""

from __future__ import annotations

import contextlib
import json
import os
import pathlib
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any, TextIO

from pipeline.errors import OutputError
from pipeline.files import cannot_write

NAME = ".hanmend"


@dataclass(frozen=True, slots=True)
class Closed:
    """One file, or a range of one, that is finished: how many entries it has, its digests, and what to say about it on the way.

    ``records`` are those of a file of records, -1 where a file is one document. ``data`` names the new bytes of a range that changed. ``note`` is for who runs it, and no failure. ``recipe`` is the digest of what it was repaired with.
    """

    file: str
    lines: int
    records: int = -1
    before: str = ""
    after: str = ""
    ranged: bool = False
    data: str = ""
    failures: list[tuple[str, str]] = field(default_factory=list)
    shown: list[tuple[str, str]] = field(default_factory=list)
    note: str = ""
    recipe: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Where the entries of a ``Closed`` lie."""

    ledger: pathlib.Path
    start: int
    closed: Closed

    def lines(self) -> Iterator[str]:
        """The entries as they were written."""
        with open(self.ledger, "rb") as file:
            file.seek(self.start)
            for _ in range(self.closed.lines):
                yield file.readline().decode("utf-8", "surrogatepass")


class Ledger:
    """A ledger being written; what it says of a file is there before that file is, and ``durable`` also after a power cut."""

    def __init__(self, path: pathlib.Path, durable: bool = False) -> None:
        self._path, self._durable = path, durable
        self._file: TextIO = open(path, "w", encoding="utf-8", errors="surrogatepass", newline="\n")  # noqa: SIM115
        self._lines = self._start = 0

    def add(self, entry: Any) -> None:
        """One entry, or a line that was one."""
        self._file.write(entry if isinstance(entry, str) else json.dumps(entry, ensure_ascii=False) + "\n")
        self._lines += 1

    def close_file(self, closed: Closed) -> Closed:
        """The entries since the last call belong to ``closed``; returns it with their number."""
        try:
            whole = Closed(**{**asdict(closed), "lines": self._lines})
            self._file.write(json.dumps(asdict(whole), ensure_ascii=False) + "\n")
            self._file.flush()
            if self._durable:
                os.fsync(self._file.fileno())
        except OSError as error:
            raise cannot_write(self._path, error) from None
        self._lines, self._start = 0, self._file.tell()
        return whole

    def drop(self) -> None:
        """The entries since the last closed file do not count: it failed after all."""
        self._file.flush()
        self._file.seek(self._start)
        self._file.truncate()
        self._lines = 0

    def close(self) -> None:
        """The end of the shard."""
        self._file.close()


def blocks(ledger: pathlib.Path) -> Iterator[Block]:
    """The finished files of a ledger; a torn end is passed over."""
    start = at = 0
    with contextlib.suppress(OSError), open(ledger, "rb") as file:
        for line in file:
            at += len(line)
            if line.startswith(b'{"file"') and line.endswith(b"\n"):
                closed = json.loads(line.decode("utf-8", "surrogatepass"))
                yield Block(ledger, start, Closed(**closed))
                start = at


class Spool:
    """The hidden folder of a run beside its outputs. One run at a time: the others are refused."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.path = folder / NAME
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            self._lock = open(self.path / "lock", "a")  # noqa: SIM115
        except OSError as error:
            raise cannot_write(self.path, error) from None
        self._hold(folder)
        for stale in self.path.glob(".*.part"):
            stale.unlink(missing_ok=True)

    def _hold(self, folder: pathlib.Path) -> None:
        try:
            import fcntl
        except ImportError:
            return
        try:
            # Not flock: a worker would go on holding that one after its parent was killed.
            fcntl.lockf(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._lock.close()
            raise OutputError(f"{folder}: another run is writing there; wait for it, or choose another folder") from None

    def ledger(self, key: str) -> pathlib.Path:
        """The ledger of a shard."""
        return self.path / f"{key}.ledger"

    def is_done(self, key: str) -> bool:
        """True where the shard was finished by this run or an earlier one that was the same."""
        return (self.path / f"{key}.done").exists() and self.ledger(key).exists()

    def done_at(self, key: str) -> float:
        """When the shard was finished, as the clock of the file system tells it."""
        return (self.path / f"{key}.done").stat().st_mtime

    def sweep(self, keep: Iterable[str] = ()) -> None:
        """Everything removed but the shards ``keep``, and the folder itself where nothing is left."""
        kept = set(keep)
        # The marks first: one without its ledger would be taken for a shard with nothing in it.
        for file in sorted(self.path.iterdir(), key=lambda file: file.suffix != ".done"):
            if file.name != "lock" and file.name.partition(".")[0] not in kept:
                file.unlink(missing_ok=True)
        self._lock.close()
        if not kept:
            shutil.rmtree(self.path, ignore_errors=True)

    def release(self) -> None:
        """The folder left as it is, for a run that goes on from here; removed where nothing is finished in it."""
        self._lock.close()
        if not any(self.path.glob("*.done")) and not any(True for ledger in self.path.glob("*.ledger") for _ in blocks(ledger)):
            shutil.rmtree(self.path, ignore_errors=True)


def mark_done(folder: pathlib.Path, key: str) -> None:
    """The last act of a shard."""
    temporary = folder / f".{key}.{os.getpid()}.part"
    temporary.write_bytes(b"")
    os.replace(temporary, folder / f"{key}.done")
