"""Files of records, which may grow while they are read: a log, a crawl that goes on."""

from __future__ import annotations

import errno
import io
import os
import pathlib
import stat

BUFFER = 64 << 10


def open_file(path: pathlib.Path | str) -> tuple[int, int]:
    """A descriptor of ``path`` for reading, and its size. Raises OSError where it cannot be opened, and for a pipe or a device: reading one could wait for ever."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0))
    found = os.fstat(handle)
    if stat.S_ISREG(found.st_mode):
        return handle, found.st_size
    os.close(handle)
    kind = "a folder" if stat.S_ISDIR(found.st_mode) else "a pipe or a device"
    raise OSError(errno.EINVAL, f"is {kind}, no file; give its text on standard input: hanmend COMMAND -", str(path))


def bounded(path: pathlib.Path | str, length: int | None = None) -> io.BufferedReader:
    """``path`` for reading, up to ``length`` bytes, or where it ends now: what is appended later is for the next run, or who writes could outrun who reads.

    Raises OSError as ``open_file`` does.
    """
    return io.BufferedReader(_Bounded(path, length), BUFFER)


class _Bounded(io.FileIO):
    def __init__(self, path: pathlib.Path | str, length: int | None) -> None:
        handle, size = open_file(path)
        super().__init__(handle, "rb")
        self._end = size if length is None else length

    def readinto(self, buffer: bytearray | memoryview) -> int | None:  # type: ignore[override]
        return super().readinto(memoryview(buffer)[: max(0, self._end - self.tell())])

    def readall(self) -> bytes:
        return super().read(max(0, self._end - self.tell())) or b""
