"""What an article is about, by the words that it uses: an idle connection in a manual, an idle player on the pitch."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from pipeline.english.vocabulary import words

_WORD = re.compile(r"[a-z][a-z-]*")
# An article is about what scores so much, and half as much as what it is most about.
_LEAST, _SHARE = 1.2, 0.5
# A word that nearly every text has says little: what is as frequent as "the" is worth nothing, a quarter at least what is listed.
_FREQUENT, _WORTH_LEAST = 6.5, 0.25
# So long a text says what it is about.
_READ = 20_000


@lru_cache(maxsize=1)
def _topics() -> dict[str, tuple[str, ...]]:
    """Each word with the topics that it speaks for."""
    text = (files("pipeline") / "data" / "senses" / "topics.csv").read_text(encoding="utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines()[1:]:
        topic, _, own = line.partition(",")
        for word in own.split():
            found[word] = (*found.get(word, ()), topic)
    return found


@lru_cache(maxsize=1)
def _sizes() -> dict[str, int]:
    sizes: dict[str, int] = {}
    for topics in _topics().values():
        for topic in topics:
            sizes[topic] = sizes.get(topic, 0) + 1
    return sizes


@lru_cache(maxsize=64)
def topics_of(english: str) -> frozenset[str]:
    """The topics of an article in lower case, mostly one or two, of those in ``senses/topics.csv``; none where it has few of their words."""
    said = set(_WORD.findall(english[:_READ]))
    said |= {word[:-1] for word in said if word.endswith("s")} | {word[:-2] for word in said if word.endswith("es")}
    scores: dict[str, float] = {}
    for word in said & _topics().keys():
        own = _topics()[word]
        worth = max(_WORTH_LEAST, (_FREQUENT - words.zipf(word)) / 2) / len(own) ** 0.5
        for topic in own:
            scores[topic] = scores.get(topic, 0.0) + worth
    # A topic with many words meets some of them anywhere.
    scores = {topic: score / _sizes()[topic] ** 0.25 for topic, score in scores.items()}
    least = max(_LEAST, _SHARE * max(scores.values(), default=0.0))
    return frozenset(topic for topic, score in scores.items() if score >= least)
