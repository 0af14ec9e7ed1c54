"""Bytes to text and back without loss: detected, proven by a round trip, or refused by name; never U+FFFD."""

from __future__ import annotations

import codecs
import re

from pipeline.errors import InputError, OutputError
from pipeline.model import Envelope
from pipeline.script import HAN_CHARACTER

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_BINARY = ((b"\x89PNG", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"PK\x03\x04", "a ZIP archive or Office file"), (b"%PDF", "a PDF"),
           (b"\x1f\x8b", "gzip data"), (b"\x28\xb5\x2f\xfd", "zstd data"), (b"GIF8", "a GIF image"))  # fmt: skip
_MAGICS = tuple(magic for magic, _ in _BINARY)
# Characters that make up about a third of any Chinese text, in both scripts: a wrong reading hardly ever shows them.
_FREQUENT = frozenset("的一是不了在人有我他这这中大来上个国和也子时道说们为你地出就分对成会可主发年动同工能下过行面定生产方学后经品业市场流量來個國時說們為對會發動過產後經業場電實現與關於問題體機網銷費紅")
# Lead bytes of level one. Half of all Big5 characters read as GB fall outside of it, and few GB ones stay inside by chance.
_FIRST_LEVEL = {"gb18030": ("gb2312", 0xB0, 0xD7), "big5hkscs": ("big5", 0xA4, 0xC6)}
_WESTERN_MARKS = frozenset("‘’“”–—…•œ£€©®°·§™½")
_THREE_IN_A_ROW = re.compile(r"[^\x00-\x7f]{3,}")
_C1 = re.compile("[\x80-\x9f]")


def decode(data: bytes, name: str) -> tuple[str, Envelope]:
    """The text of ``data`` and the envelope that turns it back into the same bytes.

    Raises InputError, starting with ``name``, for binary data and where no encoding fits beyond doubt.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _with_mark(data, mark, encoding, name)
    for magic, what in _BINARY:
        if data.startswith(magic):
            raise InputError(f"{name}: looks like {what}, not like text")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _guessed(data, name, error)
    if "\x00" in text:
        return _without_mark(data, name)
    return text, Envelope()


def decode_as(data: bytes, encoding: str, name: str) -> tuple[str, Envelope]:
    """The same where the encoding is known: what was repaired may look like another. Raises InputError where it does not fit."""
    bom = next((mark for mark, known in _MARKS if known == encoding and data.startswith(mark)), b"")
    try:
        return data[len(bom) :].decode(encoding), Envelope(encoding, bom)
    except (UnicodeDecodeError, LookupError) as error:
        raise InputError(f"{name}: is not {encoding}: {error}") from None


def is_plain(data: bytes) -> bool:
    """True where ``data`` is UTF-8 without a mark, and text: what ``decode`` does nothing about. Decides without decoding where it can."""
    if b"\x00" in data or data.startswith(_MAGICS):
        return False
    if data.isascii():
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not data.startswith(codecs.BOM_UTF8)


def encode(text: str, envelope: Envelope) -> bytes:
    """The bytes of ``text``. Raises OutputError that names the character where the encoding has no place for it."""
    try:
        return envelope.bom + text.encode(envelope.encoding)
    except UnicodeEncodeError as error:
        lost = text[error.start]
        raise OutputError(f"'{lost}' (U+{ord(lost):04X}) cannot be written as {envelope.encoding}; save the article as UTF-8") from None


def _with_mark(data: bytes, mark: bytes, encoding: str, name: str) -> tuple[str, Envelope]:
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: starts with a byte order mark of {encoding}, but byte {error.start + len(mark)} is not {encoding}") from None
    return text, Envelope(encoding, mark)


def _without_mark(data: bytes, name: str) -> tuple[str, Envelope]:
    """UTF-16 of mostly ASCII text has every other byte zero."""
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[0::2])):
        if len(data) % 2 == 0 and zeros.count(0) > len(zeros) * 0.6 and _fits(data, encoding):
            text = data.decode(encoding)
            if "\x00" not in text:
                return text, Envelope(encoding)
    raise InputError(f"{name}: holds zero bytes: binary data, not text")


def _guessed(data: bytes, name: str, error: UnicodeDecodeError) -> tuple[str, Envelope]:
    if b"\x00" in data:
        return _without_mark(data, name)
    readings = [(_plausibility(data.decode(e), e), e) for e in ("gb18030", "big5hkscs", "cp1252") if _fits(data, e)]
    readings = [r for r in readings if r[0] > 0]
    if not readings:
        raise InputError(
            f"{name}: byte 0x{data[error.start]:02x} at offset {error.start} is not UTF-8 and no other encoding fits; save the file as UTF-8"
        )
    best = max(readings)[1]
    return data.decode(best), Envelope(best)


def _fits(data: bytes, encoding: str) -> bool:
    try:
        return data.decode(encoding).encode(encoding) == data
    except UnicodeError:
        return False


def _plausibility(text: str, encoding: str) -> float:
    """How much the non-ASCII part of ``text`` looks like Chinese of an article, or like the letters and marks of a Western one."""
    foreign = [c for c in text if ord(c) > 127]
    if _C1.search(text) or any(0xE000 <= ord(c) < 0xF900 for c in foreign):
        return 0.0
    han = HAN_CHARACTER.findall(text)
    if han:
        return 0.1 + sum(_common(c, encoding) + (c in _FREQUENT) for c in han) / len(han)
    if _THREE_IN_A_ROW.search(text):
        return 0.0
    share = sum(c in _WESTERN_MARKS or "À" <= c <= "ÿ" for c in foreign) / max(1, len(foreign))
    return 1.2 if share == 1.0 else 0.9 * share


def _common(character: str, encoding: str) -> bool:
    """True for the first level of the character set, which its makers filled with the characters in daily use."""
    narrow, first, last = _FIRST_LEVEL.get(encoding, ("ascii", 0, 0))
    try:
        return first <= character.encode(narrow)[0] <= last
    except UnicodeEncodeError:
        return False
