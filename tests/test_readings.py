"""Readings come out of the compiled dictionaries as pypinyin gives them, whatever the cache folder is like."""

from __future__ import annotations

import pathlib
import random
from collections.abc import Iterator

import pytest
from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

from pipeline.lexicon import readings


@pytest.fixture
def cache(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[pathlib.Path]:
    """An empty cache folder, and nothing loaded before or kept after."""
    monkeypatch.setenv("HANMEND_CACHE", str(tmp_path / "cache"))
    _forget()
    yield tmp_path / "cache"
    _forget()


def _forget() -> None:
    readings.syllables.cache_clear()
    readings._compiled.cache_clear()


def _expected(han: str) -> tuple[str, ...]:
    return tuple(lazy_pinyin(han, style=Style.NORMAL, errors="ignore"))


def test_words_characters_and_what_has_no_reading_are_read_as_pypinyin_reads_them() -> None:
    dice = random.Random(1)
    words, characters = list(PHRASES_DICT), [chr(c) for c in PINYIN_DICT]
    parts = (lambda: dice.choice(words), lambda: dice.choice(words)[:-1], lambda: dice.choice(characters), lambda: dice.choice("·，a 1𪛖〇"))
    texts = ["", "银行行长重庆", "长大的长", "绿女", "A股重组", *("".join(dice.choice(parts)() for _ in range(dice.randint(1, 6))) for _ in range(3000))]
    assert {text: readings.syllables(text) for text in texts} == {text: _expected(text) for text in texts}


def test_the_second_process_reads_what_the_first_compiled(cache: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert readings.syllables("银行行长") == ("yin", "hang", "hang", "zhang")
    assert len(list(cache.iterdir())) == 1
    _forget()
    monkeypatch.setattr(readings, "_rows", lambda: pytest.fail("compiled again"))
    assert readings.syllables("银行行长") == ("yin", "hang", "hang", "zhang")


def test_without_a_writable_cache_folder_they_are_compiled_in_memory(cache: pathlib.Path) -> None:
    cache.write_bytes(b"a file where the folder should be")
    assert readings.syllables("重庆") == ("chong", "qing")
    assert cache.read_bytes() == b"a file where the folder should be"
