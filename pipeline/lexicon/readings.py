"""How Chinese is read, without tones: the dictionaries of pypinyin, compiled once, because building them costs more than an article."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import marisa_trie

from pipeline.lexicon.store import open_compiled, package_files

# Changes when what is compiled below does, so that an older cache is not read.
_LAYOUT = "1"


@functools.lru_cache(maxsize=8192)
def syllables(han: str) -> tuple[str, ...]:
    """A syllable for each character of ``han`` that has a reading; words before characters, the longest first, as ``lazy_pinyin`` reads them."""
    trie = _compiled()
    found: list[str] = []
    at = 0
    while at < len(han):
        known = trie.prefixes(han[at:])
        if known:
            found += trie[known[-1]][0].decode().split()
        at += len(known[-1]) if known else 1
    return tuple(found)


@functools.cache
def _compiled() -> marisa_trie.BytesTrie:
    return open_compiled(f"readings-{_LAYOUT}", package_files("pypinyin", "*_dict.*"), lambda: marisa_trie.BytesTrie(_rows()))


def _rows() -> Iterator[tuple[str, bytes]]:
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
    from pypinyin.contrib.tone_convert import to_normal

    plain = functools.cache(to_normal)
    for character, readings in PINYIN_DICT.items():
        yield chr(character), plain(readings.partition(",")[0]).encode()
    for word, read in PHRASES_DICT.items():
        yield word, " ".join(plain(readings[0]) for readings in read).encode()
