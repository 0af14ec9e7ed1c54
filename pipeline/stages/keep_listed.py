"""Leaves what the keep list of the house names, rows of ``zh,why``, and what the article says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.lexicon.keeplist import read_keep_list
from pipeline.model import Document, Kept, Span


@dataclass(frozen=True, slots=True)
class KeepListed:
    """Options: ``files``, the paths of keep lists. A listed word is kept where it stands alone or inside a longer run."""

    files: tuple[str, ...] = ()

    def __call__(self, doc: Document) -> Document:
        listed = {zh: why for path in (*self.files, *doc.settings.keep_lists) for zh, why in read_keep_list(path)}
        listed |= dict.fromkeys(doc.settings.keep, "kept by the front matter")
        if not listed:
            return doc
        pattern = re.compile("|".join(re.escape(zh) for zh in sorted(listed, key=len, reverse=True)))
        kept = []
        for finding in doc.open():
            for match in pattern.finditer(doc.source, finding.span.start, finding.span.end):
                if Span(match.start(), match.end()).covers(finding.span):
                    kept.append(Kept(finding.span, listed[match.group()] or "on the keep list"))
        return doc.keeping(kept)
