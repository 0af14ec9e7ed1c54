"""Honours what people decided in a review before anything else looks: accepted English is settled, rejected Chinese is kept."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model import Document


@dataclass(frozen=True, slots=True)
class KeepDecided:
    """Options: ``decisions``, the paths of ``decisions.jsonl`` files; of two lines about one place the last one holds.

    What is found by its id is certain. What had to be looked for, or was decided in an article of another name, is
    written as well but listed for review as carried over.
    """

    decisions: tuple[str, ...] = ()

    def __call__(self, doc: Document) -> Document:
        if not self.decisions or not doc.open():
            return doc
        from pipeline.decisions.honour import honoured

        return honoured(doc, self.decisions)
