"""Members of a ZIP archive: read within limits, and replaced with every other byte of the archive as it was."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from pipeline.errors import InputError

# No text that a person wrote is so large, or says the same so often.
LARGEST = 256 << 20
RATIO, FROM = 200, 8 << 20
_LOCAL, _CENTRAL, _DESCRIPTOR, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x07\x08", b"PK\x05\x06"
_KNOWN_LATER = 1 << 3


@dataclass(frozen=True, slots=True)
class Member:
    """A member: its content, ``stored``, the bytes in the archive that say it, and whether these are deflated."""

    content: bytes
    stored: bytes
    deflated: bool

    def saying(self, content: bytes) -> Member:
        """The same with other content."""
        if not self.deflated:
            return Member(content, content, False)
        made = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
        return Member(content, made.compress(content) + made.flush(), True)

    def stored_as(self, stored: bytes) -> Member:
        """The same with other stored bytes. Raises ValueError where these say nothing."""
        if not self.deflated:
            return Member(stored, stored, False)
        try:
            return Member(zlib.decompressobj(-zlib.MAX_WBITS).decompress(stored, LARGEST), stored, True)
        except zlib.error as error:
            raise ValueError(str(error)) from None


def names(data: bytes, name: str) -> list[str]:
    """The names of the members, in order. Raises InputError, starting with ``name``, where ``data`` is no archive."""
    with _opened(data, name) as archive:
        return archive.namelist()


def member(data: bytes, wanted: str, name: str) -> Member:
    """One member. Raises InputError where it is damaged, protected, or larger than any text."""
    with _opened(data, name) as archive:
        info = archive.getinfo(wanted)
        if info.flag_bits & 1:
            raise InputError(f"{name}: {wanted} is encrypted; save the document without a password")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise InputError(f"{name}: {wanted} is compressed in a way that no document is; save it again")
        if info.file_size > LARGEST or info.file_size > FROM and info.file_size > RATIO * info.compress_size:
            raise InputError(f"{name}: {wanted} grows from {info.compress_size:,} to {info.file_size:,} bytes: no document, a zip bomb")
        with archive.open(info) as file:
            # What is said of the size may be a lie: no more than that is ever unpacked.
            content = file.read(info.file_size + 1)
        if len(content) != info.file_size:
            raise InputError(f"{name}: {wanted} has not the size that the archive says; the file is damaged")
        start = _start(data, info.header_offset)
        return Member(content, data[start : start + info.compress_size], info.compress_type == zipfile.ZIP_DEFLATED)


def replaced(data: bytes, members: Mapping[str, Member], name: str) -> bytes:
    """``data`` with other content for some members. Sizes, sums and offsets follow; every other byte stays. The inverse is the same with what was there."""
    with _opened(data, name) as archive:
        infos = sorted((archive.getinfo(one) for one in members), key=lambda info: info.header_offset)
        directory = archive.start_dir
    parts: list[bytes] = []
    moves: list[tuple[int, int]] = []
    at = 0
    for info in infos:
        made = members[info.filename]
        sums = struct.pack("<III", zlib.crc32(made.content), len(made.stored), len(made.content))
        start = _start(data, info.header_offset)
        end = start + info.compress_size
        later = info.flag_bits & _KNOWN_LATER and data[info.header_offset + 14 : info.header_offset + 26] == bytes(12)
        head = data[info.header_offset : start]
        parts += (data[at : info.header_offset], head if later else head[:14] + sums + head[26:], made.stored)
        at = end
        if info.flag_bits & _KNOWN_LATER:
            signed = data.startswith(_DESCRIPTOR, end)
            parts += (_DESCRIPTOR if signed else b"", sums)
            at = end + (16 if signed else 12)
        moves.append((info.header_offset, len(made.stored) - info.compress_size))
    if at > directory:
        raise InputError(f"{name}: the members of the archive overlap; the file is damaged")
    parts += (data[at:directory], *_directory(data, directory, members, moves, name))
    return b"".join(parts)


def _directory(data: bytes, at: int, members: Mapping[str, Member], moves: list[tuple[int, int]], name: str) -> Iterator[bytes]:
    """The central directory and the end of the archive."""
    begin = at
    while data.startswith(_CENTRAL, at):
        flags, length, extra, comment = (*struct.unpack_from("<H", data, at + 8), *struct.unpack_from("<HHH", data, at + 28))
        end = at + 46 + length + extra + comment
        offset, *_ = struct.unpack_from("<I", data, at + 42)
        made = members.get(data[at + 46 : at + 46 + length].decode("utf-8" if flags & 1 << 11 else "cp437"))
        sums = struct.pack("<III", zlib.crc32(made.content), len(made.stored), len(made.content)) if made else data[at + 16 : at + 28]
        yield data[at : at + 16] + sums + data[at + 28 : at + 42] + struct.pack("<I", offset + sum(by for place, by in moves if place < offset)) + data[at + 46 : end]
        at = end
    offset = struct.unpack_from("<I", data, at + 16)[0] if data.startswith(_END, at) else -1
    if offset != begin:
        raise InputError(f"{name}: an archive of the kind ZIP64, or with something before or inside it; save the document again")
    yield data[at : at + 16] + struct.pack("<I", offset + sum(by for _, by in moves)) + data[at + 20 :]


def _start(data: bytes, header: int) -> int:
    """Where the stored bytes begin of the member whose header stands at ``header``."""
    length, extra = struct.unpack_from("<HH", data, header + 26)
    return int(header + 30 + length + extra)


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, KeyError, ValueError, NotImplementedError, OSError) as error:
        raise InputError(f"{name}: damaged archive: {error}") from None
