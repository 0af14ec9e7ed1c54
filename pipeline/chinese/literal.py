"""A whole clause word by word, for what no rule covers: rough, for a reader who will write it anew."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pipeline.chinese.composition.grammar import compose
from pipeline.chinese.names import foreign, persons
from pipeline.english.inflection import forms
from pipeline.lexicon.lexicon import Lexicon, Sense
from pipeline.script import HAN

_PIECES = re.compile(f"([{HAN}]+)|([，、；：。！？])|([^{HAN}，、；：。！？]+)")
_MARKS = {"，": ",", "、": ",", "；": ";", "：": ":", "。": ".", "！": "!", "？": "?"}
_SILENT = ("的", "了", "着", "过", "地", "得", "所", "啊", "呢", "吧", "嘛", "呀", "个", "之")
_LONGEST_WORD = 12
# An unknown character costs more than any word; a character alone more than a word of two.
_UNKNOWN, _ALONE, _WORD, _OF_DICTIONARY = 4.0, 1.7, 1.0, 0.2

Choose = Callable[[Sequence[Sense]], Sequence[Sense]]


def literal(run: str, lexicon: Lexicon, choose: Choose) -> str:
    """English for every word of ``run`` in order; phrases where the grammar finds some, pinyin for what is unknown."""
    parts: list[str] = []
    for han, mark, other in _PIECES.findall(run):
        if mark:
            parts.append(_MARKS[mark])
        else:
            parts.append(f" {other.strip() or _clause(han, lexicon, choose)}")
    return re.sub(r"\s+", " ", "".join(parts)).strip()


def _clause(han: str, lexicon: Lexicon, choose: Choose) -> str:
    whole = choose(lexicon.senses(han))
    if whole:
        return whole[0].term.en
    phrases = compose(han, lexicon, choose)
    if phrases:
        return phrases[0].term.en
    words = _named(_segmented(han, lexicon), lexicon)
    texts: list[str] = []
    for word in words:
        senses = choose(lexicon.senses(word))
        if word == "在" and len(words) > 1:
            senses = [sense for sense in senses if sense.term.pos == "prep"] or senses
        if word in _SILENT and len(words) > 1:
            continue
        english = senses[0].term.en if senses else (persons.person(word) or (persons.pinyin(word),))[0]
        if texts and texts[-1] == "again" and english.isalpha():
            texts[-1] = f"re{english}"
        else:
            texts.append(english)
    return " ".join(filter(None, texts)) or persons.pinyin(han, capital=False)


def _named(words: list[str], lexicon: Lexicon) -> list[str]:
    """Characters in a row that only the dictionary knows are put together where they read like a name: 凯鲁阿米努斯."""
    joined: list[str] = []
    loose: list[str] = []
    for word in (*words, ""):
        if len(word) == 1 and word not in _SILENT and all(sense.rank > 1 for sense in lexicon.senses(word)):
            loose.append(word)
            continue
        name = "".join(loose)
        joined += [name] if persons.looks_like_person(name) or len(name) > 1 and foreign.looks_transcribed(name) else loose
        joined.append(word)
        loose = []
    return joined[:-1]


def _segmented(han: str, lexicon: Lexicon) -> list[str]:
    """The cheapest chain of words that covers ``han``; characters in no word stand alone."""
    best: list[tuple[float, int]] = [(0.0, 0)] + [(float("inf"), 0)] * len(han)
    for start in range(len(han)):
        cost = best[start][0]
        steps = [(start + 1, _UNKNOWN)]
        for word, rank in lexicon.words_at(han[start : start + _LONGEST_WORD]):
            steps.append((start + len(word), (_ALONE if len(word) == 1 else _WORD) + _OF_DICTIONARY * (rank > 1)))
        for end, step in steps:
            if end <= len(han) and cost + step < best[end][0]:
                best[end] = (cost + step, start)
    words, end = [], len(han)
    while end:
        words.append(han[best[end][1] : end])
        end = best[end][1]
    return words[::-1]


def sentence(text: str) -> str:
    """``text`` with a capital, for the start of a sentence."""
    return forms.capitalize(text)
