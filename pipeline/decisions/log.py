"""``decisions.jsonl`` on the disk: read with its places, added to so that an acknowledged line survives a crash."""

from __future__ import annotations

import contextlib
import io
import os
import pathlib
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.decisions.record import Decision, parse_line
from pipeline.errors import DecisionError, OutputError
from pipeline.files import DECISIONS

NAME = DECISIONS


def read_decisions(path: pathlib.Path) -> list[Decision]:
    """The decisions of a file, in order of its lines. Empty lines are passed over; so is a last line without a line end
    that cannot be read: it was being written when the machine stopped, and nobody was told that it was kept.

    Raises DecisionError that starts with ``file:line``.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DecisionError(f"{path}: cannot read the decisions: {error.strerror}") from None
    return _parsed(data, path)


class Log:
    """A file that decisions are added to, by several threads and processes at once.

    Each addition takes the lock of the file, reads what others have added, numbers its own lines after that, and
    returns when they are on the disk.
    """

    def __init__(self, path: pathlib.Path) -> None:
        self.path = path
        self._lines: list[Decision] = []
        self._read = 0
        self._mutex = threading.Lock()
        self._file = self._opened()
        with self._mutex, self._locked():
            self._catch_up()

    def after(self, seq: int) -> tuple[list[Decision], int]:
        """The decisions with a number above ``seq``, also those that another process has added, and the last number."""
        with self._mutex, self._locked():
            self._catch_up()
            return self._lines[max(0, seq) :], len(self._lines)

    def append(self, decisions: Sequence[Decision]) -> int:
        """``decisions`` added in order, numbered from the last line on; returns the last number once all are on the disk.

        Raises OutputError where the disk is full; then none of them is in the file.
        """
        with self._mutex, self._locked():
            self._catch_up()
            numbered = [replace(d, seq=len(self._lines) + n) for n, d in enumerate(decisions, 1)]
            self._write(b"".join(d.line() for d in numbered))
            self._lines += numbered
            return len(self._lines)

    def close(self) -> None:
        """Give the file back."""
        self._file.close()

    def _opened(self) -> io.FileIO:
        try:
            file = open(self.path, "a+b", buffering=0)  # noqa: SIM115  open as long as the server runs
            _sync_folder(self.path)
        except OSError as error:
            raise OutputError(f"{self.path}: cannot write: {error.strerror}") from None
        return file

    def _write(self, data: bytes) -> None:
        end = self._file.seek(0, os.SEEK_END)
        try:
            written = 0
            while written < len(data):
                written += self._file.write(data[written:])
            os.fsync(self._file.fileno())
        except OSError as error:
            with contextlib.suppress(OSError):
                os.ftruncate(self._file.fileno(), end)
            raise OutputError(f"{self.path}: cannot write: {error.strerror}; this decision was not kept") from None
        self._read = end + len(data)

    def _catch_up(self) -> None:
        """Read what was added since the last time; all of it where the file was replaced by a shorter one, as a merge may do."""
        size = self._file.seek(0, os.SEEK_END)
        if size < self._read:
            self._lines, self._read = [], 0
        if size == self._read:
            return
        self._file.seek(self._read)
        data = self._file.read(size - self._read)
        end = data.rfind(b"\n") + 1
        found = _parsed(data[:end], self.path, len(self._lines))
        self._lines += [replace(d, seq=len(self._lines) + n) for n, d in enumerate(found, 1)]
        self._read += end
        if data[end:]:
            self._mend_tail(data[end:])

    def _mend_tail(self, tail: bytes) -> None:
        """A last line without its end: completed where it is whole, cut off where it is torn. Holds the lock of the file."""
        try:
            found = _parsed(tail + b"\n", self.path, len(self._lines))
        except DecisionError:
            os.ftruncate(self._file.fileno(), self._read)
            return
        self._file.write(b"\n")
        self._lines += [replace(d, seq=len(self._lines) + n) for n, d in enumerate(found, 1)]
        self._read += len(tail) + 1

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        import fcntl

        fcntl.flock(self._file, fcntl.LOCK_EX)
        while not self._is_current():
            # Git and editors put a new file in place of the old one: what is added to the old one would be lost.
            self._file.close()
            self._file, self._lines, self._read = self._opened(), [], 0
            fcntl.flock(self._file, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(self._file, fcntl.LOCK_UN)

    def _is_current(self) -> bool:
        try:
            there = os.stat(self.path)
        except FileNotFoundError:
            return False
        return os.path.samestat(there, os.fstat(self._file.fileno()))


def _parsed(data: bytes, path: pathlib.Path, before: int = 0) -> list[Decision]:
    lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    found = []
    for number, line in enumerate(lines, before + 1):
        if not line.strip():
            continue
        try:
            found.append(parse_line(line.decode("utf-8"), f"{path}:{number}"))
        except UnicodeDecodeError as error:
            if number < before + len(lines):
                raise DecisionError(f"{path}:{number}: byte {error.start} is not UTF-8") from None
        except DecisionError:
            if number < before + len(lines):
                raise
    return found


def _sync_folder(path: pathlib.Path) -> None:
    """A new file is only safe once the folder that names it is on the disk."""
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
