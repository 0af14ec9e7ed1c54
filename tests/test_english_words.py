from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.english.slots.reading import read_slot
from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.function_words import FUNCTION_WORDS
from pipeline.english.vocabulary.mass_nouns import COUNT_NOUNS, MASS_NOUNS

LETTERS = set("nNvzdpgjrDPCSMBHORXWT#I")

FIRST = {
    "n": "traffic growth consumption platform business economy strategy revenue department news china ecosystem dividend investment",
    "N": "people users companies goods merchants industries brands lots",
    "v": "promote improve allow develop become build ensure see include optimize empower",
    "z": "makes says becomes gives includes",
    "d": "went saw took became",
    "p": "used based made known given",
    "g": "growing increasing becoming",
    "j": "new important able third responsible online traditional leading social domestic digital rapid",
    "r": "very not then often rapidly only still here so",
    "D": "the a this these each more most less no many such",
    "P": "of in with by during toward like including via",
    "C": "and or but nor",
    "S": "because if although whether how that when",
    "M": "can could must won't cannot",
    "B": "is are being isn't",
    "H": "has had",
    "O": "do does did don't",
    "R": "it they everyone himself none",
    "X": "its their my his",
    "W": "who which whose what",
    "T": "to",
    "#": "one two twenty",
}


@pytest.mark.parametrize(("letter", "word"), [(k, w) for k, v in FIRST.items() for w in v.split()])
def test_likeliest_tag_comes_first(letter: str, word: str) -> None:
    assert words.tags(word)[0] == letter


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("market", "nv"), ("used", "pdj"), ("leading", "jg"), ("more", "Dr"), ("increase", "nv"), ("run", "vnp"), ("cut", "vnpd"),
        ("data", "nN"), ("past", "Pnj"), ("that", "SWDR"), ("one", "#nR"), ("well", "rjn"), ("plans", "Nz"), ("building", "ng"),
    ],
)  # fmt: skip
def test_every_usual_reading_is_listed(word: str, letters: str) -> None:
    assert set(letters) == set(words.tags(word))


@pytest.mark.parametrize("word", ["blorft", "", " ", "流量", "of the", "zxqv"])
def test_unknown_has_no_tags(word: str) -> None:
    assert words.tags(word) == ""
    assert words.zipf(word) == 0.0


def test_capitals_and_curly_apostrophes_make_no_difference() -> None:
    assert words.tags("The") == words.tags("the") == "D"
    assert words.tags("don’t") == words.tags("don't") == "O"


@pytest.mark.parametrize(
    ("form", "tags"),
    [
        ("platformization", "n"), ("KOL-driven", "j"), ("AI-powered", "j"), ("cost-effective", "j"), ("re-examine", "v"), ("top-up", "nj"),
        ("mini-program", "n"), ("live-streaming", "ng"), ("3.5%", "#"), ("$8", "#"), ("2020s", "#"), ("3rd", "#"), ("Xiaoming", "n"),
        ("KOLs", "N"), ("MCN", "n"), ("unboxers", "N"), ("gamified", "dpj"), ("platformize", "v"), ("blorfly", "r"), ("blorfing", "gn"),
        ("blorfous", "j"), ("blorfness", "n"), ("4-hour", "jn"), ("well-known", "j"), ("the", "D"),
    ],
)  # fmt: skip
def test_guess_goes_by_shape(form: str, tags: str) -> None:
    assert words.guess(form) == tags


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("information", False), ("traffic", False), ("purchasing power", False), ("user growth", False), ("e-commerce", False),
        ("awareness", False), ("urbanization", False), ("news", False), ("decision-making", False), ("research", False),
        ("brand", True), ("strategy", True), ("opportunity", True), ("weakness", True), ("mechanism", True), ("business model", True),
        ("dividend", True), ("blorf", None), ("", None),
    ],
)  # fmt: skip
def test_countable(noun: str, expected: bool | None) -> None:
    assert words.countable(noun) is expected


def test_frequency_follows_use() -> None:
    assert words.zipf("market") > words.zipf("dividend") > words.zipf("blorf") == 0.0
    assert words.zipf("people") > 6


@pytest.mark.parametrize(("form", "lemma"), [("promoted", "promote"), ("companies", "company"), ("market", "market"), ("blorf", "")])
def test_lemma(form: str, lemma: str) -> None:
    assert words.lemma(form) == lemma


def test_closed_tables_are_sound() -> None:
    assert all(set(tags) <= LETTERS for tags in FUNCTION_WORDS.values())
    assert len(MASS_NOUNS) >= 300
    assert not MASS_NOUNS & COUNT_NOUNS


def test_shipped_table_is_canonical() -> None:
    path = Path(words.__file__).parent.parent.parent / "data" / "english" / "words.tsv"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    forms = [row[0] for row in rows]
    assert path.stat().st_size < 1_200_000
    assert len(rows) > 39_000
    assert forms == sorted(set(forms))
    assert all(len(row) == 4 and row[1] and set(row[1]) <= LETTERS and len(set(row[1])) == len(row[1]) for row in rows)


def test_table_loads_fast_enough_to_start_often() -> None:
    def seconds() -> float:
        words._table.cache_clear()
        began = time.perf_counter()
        words._table()
        return time.perf_counter() - began

    assert min(seconds() for _ in range(5)) < 0.1


WORDS = st.sampled_from("a an the and or but to of in by with so very more not is are has been will who which that he they it its two 5% 2024 , . : ( ) \" 's grow grows growing "
                        "grown market markets strong strongly Beijing if when because please \ue000 \ue001 \ue002".split())  # fmt: skip


@example(["Ann", ",", ","], ["the"], False)
@given(st.lists(WORDS, max_size=6), st.lists(WORDS, max_size=6), st.booleans())
def test_any_words_around_a_fragment_make_a_slot(left: list[str], right: list[str], heading: bool) -> None:
    slot = read_slot(" ".join((*left, "")), " ".join(("", *right)), heading)
    assert slot.wants and all(0 <= weight <= 1.2 for _, weight in slot.wants)
