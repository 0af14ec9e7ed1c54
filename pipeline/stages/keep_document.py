"""Leaves a document that is not a translated English article: mostly Chinese, or Japanese."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.model import Document, Kept
from pipeline.script import HAN_CHARACTER

WHY = "not a translated article"
_WORD = re.compile(r"[A-Za-z]{2,}")
# Below the first share of Chinese a document is English for certain, above the second it certainly is not; between
# them langdetect is asked, on the text without its Chinese.
_ENGLISH, _CHINESE = 0.5, 0.75
# A line or two with a word of English is too short to be an article of any language: it is what is left of one.
_SHORT = 20


@dataclass(frozen=True, slots=True)
class KeepDocument:
    """Counts characters of Chinese against words of English: a word weighs as much as two characters."""

    def __call__(self, doc: Document) -> Document:
        if not doc.open() or _is_english(doc):
            return doc
        return doc.keeping(Kept(f.span, WHY) for f in doc.open())


def _is_english(doc: Document) -> bool:
    prose = "\n".join(p.of(doc.source) for p in doc.prose())
    han = sum(len(HAN_CHARACTER.findall(f.span.of(doc.source))) for f in doc.findings if f.kind == "han")
    kana = sum(len(f.span) for f in doc.findings if f.kind == "kana")
    if han <= _SHORT and not kana and _WORD.search(prose):
        return True
    words = len(_WORD.findall(prose))
    share = (han + kana) / max(1, han + kana + 2 * words)
    if kana > 20 and kana > han / 4 and share > _ENGLISH / 2:
        return False
    if share < _ENGLISH or share > _CHINESE:
        return share < _ENGLISH
    return _detected(HAN_CHARACTER.sub(" ", prose))


def _detected(text: str) -> bool:
    import langdetect

    langdetect.DetectorFactory.seed = 0
    try:
        return bool(langdetect.detect(text) == "en")
    except langdetect.LangDetectException:
        return False
