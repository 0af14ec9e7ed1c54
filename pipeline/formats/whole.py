"""What the formats share in which a file is one text: decoded as a whole, edited in place, encoded as it was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from pipeline import edits
from pipeline.encodings import decode, decode_as, encode, is_plain
from pipeline.leftovers import may_hold
from pipeline.model import Document, Outcome, Region, Span, Undone


class Whole:
    """A format says its ``name`` and ``suffixes``, which ``regions`` a text has and, where it has escapes, how to ``quote``."""

    __slots__ = ()
    name: ClassVar[str]

    def regions(self, source: str) -> tuple[Region, ...]:
        """The regions of a decoded text, in order, covering it without overlap; linear in its length, never raises."""
        raise NotImplementedError

    def quote(self, text: str, source: str, span: Span) -> str:
        """``text`` as it has to be written at ``span`` of ``source``: as it is, where the format has no escapes."""
        return text

    def may_hold(self, data: bytes) -> bool:
        """False where ``data`` is text for certain and cannot hold a leftover: it is then not decoded, not parsed, and copied as it is.

        A format in which a character can be written otherwise than in UTF-8, as an entity say, has its own.
        """
        return may_hold(data) or not is_plain(data)

    def read(self, data: bytes, name: str) -> list[Document]:
        """The one document. Raises InputError where ``data`` is no text."""
        text, envelope = decode(data, name)
        return [Document(name, text, self.name, self.regions(text), envelope=envelope)]

    def write(self, data: bytes, outcomes: Sequence[Outcome]) -> bytes:
        """The repaired text in the encoding of the input. Raises OutputError where that has no place for a character."""
        return encode(outcomes[0].text, outcomes[0].doc.envelope) if any(o.done() for o in outcomes) else data

    def restore(self, data: bytes, undone: Sequence[Undone]) -> bytes:
        """The input from the output, read in the encoding of the input: what was repaired may look like another."""
        known = undone[0].encoding if undone else ""
        text, envelope = decode_as(data, known, "the output") if known else decode(data, "the output")
        return encode(edits.undo(text, [row for one in undone for row in one.done]), envelope)
