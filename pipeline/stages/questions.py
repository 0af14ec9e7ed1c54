"""From a place in an article to a request: the sentence around the fragment, its neighbours, the slot, the glossary's terms."""

from __future__ import annotations

import re

from pipeline.backends.contract import Request
from pipeline.chinese.key import key
from pipeline.english.slots.slot import Slot
from pipeline.lexicon.lexicon import Lexicon
from pipeline.model import Document, Span
from pipeline.stages.surroundings import Surroundings

_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’)\]]*(?:\s+|(?<=[。！？]))")
_SIDE, _NEIGHBOUR, _CANDIDATES = 400, 200, 5
_NAMES = {"attr": "modifier before a noun", "adj": "adjective", "adv": "adverb", "finite": "finite verb", "done": "past participle", "ing": "-ing form", "prep": "preposition",
          "conj": "conjunction", "num": "number"}  # fmt: skip


def request_for(doc: Document, found: Surroundings, lexicon: Lexicon, span: Span) -> Request:
    """The question about ``span``; it depends on the article and the house glossary, never on other requests."""
    block, fragment = found.block(span), span.of(doc.source)
    before, left = _split_left(doc.source[max(block.start, span.start - 2000) : span.start])
    right, after = _split_right(doc.source[span.end : min(block.end, span.end + 2000)])
    zh = key(fragment)
    known = sorted((c for c in doc.candidates if c.span == span), key=lambda c: (-c.fit, c.text))
    texts = tuple(dict.fromkeys(_sent(c.text.strip()) for c in known if c.text.strip()))[:_CANDIDATES]
    return Request(_sent(fragment), _sent(zh), _sent(left), _sent(right), _sent(before), _sent(after), slot_name(found.slot(span)), _terms(lexicon, zh), texts)


def slot_name(slot: Slot) -> str:
    """What the English asks for, in words that a reader understands."""
    want = slot.wants[0][0] if slot.wants else "noun"
    words = [_NAMES.get(want, want)]
    if want == "noun" and slot.plural is not None:
        words.append("plural" if slot.plural else "singular")
    if want == "finite":
        words.append({"s3": "third person singular", "past": "past tense", "plain": "present, plural"}[slot.tense])
    if slot.capital:
        words.append("starts the sentence")
    return ", ".join(words)


def _split_left(text: str) -> tuple[str, str]:
    """The sentence before, and this one's part on the left."""
    ends = [m.end() for m in _SENTENCE_END.finditer(text)]
    start = ends[-1] if ends else 0
    previous = ends[-2] if len(ends) > 1 else 0
    return text[previous:start].strip()[-_NEIGHBOUR:], text[start:][-_SIDE:].replace("\n", " ").replace("\r", " ").lstrip()


def _split_right(text: str) -> tuple[str, str]:
    """This sentence's part on the right, and the sentence after."""
    first = _SENTENCE_END.search(text)
    if not first:
        return text[:_SIDE].replace("\n", " ").replace("\r", " ").rstrip(), ""
    then = _SENTENCE_END.search(text, first.end())
    return text[: first.end()].rstrip()[:_SIDE].replace("\n", " ").replace("\r", " "), text[first.end() : then.end() if then else len(text)].strip()[:_NEIGHBOUR]


def _terms(lexicon: Lexicon, zh: str) -> tuple[tuple[str, str], ...]:
    """The house glossary's rows inside the fragment. Not the shipped termbase: a backend that agrees with it has to be independent of it."""
    found: dict[str, str] = {}
    for at in range(len(zh)):
        for word, rank in lexicon.words_at(zh[at:]):
            if rank == 0:
                found.setdefault(word, lexicon.senses(word)[0].term.en)
    return tuple(found.items())


def _sent(text: str) -> str:
    """Half a character, as JSON may hold, cannot be sent."""
    return text.encode("utf-8", "replace").decode("utf-8")
