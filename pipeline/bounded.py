"""Files of records, which may grow while they are read: a log, a crawl that goes on."""

from __future__ import annotations

import io
import os
import pathlib
import stat

BUFFER = 64 << 10


def bounded(path: pathlib.Path | str, length: int | None = None) -> io.BufferedReader:
    """``path`` for reading, up to ``length`` bytes, or where it ends now: what is appended later is for the next run, or who writes could outrun who reads.

    What has no size, a pipe, is read to its end. Raises OSError where it cannot be opened.
    """
    return io.BufferedReader(_Bounded(path, length), BUFFER)


class _Bounded(io.FileIO):
    def __init__(self, path: pathlib.Path | str, length: int | None) -> None:
        super().__init__(path, "rb")
        found = os.fstat(self.fileno())
        self._end = found.st_size if length is None and stat.S_ISREG(found.st_mode) else length

    def readinto(self, buffer: bytearray | memoryview) -> int | None:  # type: ignore[override]
        if self._end is None:
            return super().readinto(buffer)
        return super().readinto(memoryview(buffer)[: max(0, self._end - self.tell())])

    def readall(self) -> bytes:
        return super().readall() if self._end is None else super().read(max(0, self._end - self.tell())) or b""
