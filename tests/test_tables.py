"""The tables that are no lexicon: sorted, without repetitions, in the form that their READMEs promise."""

from __future__ import annotations

import csv
import pathlib

import pytest

from pipeline.english.inflection import forms
from pipeline.script import has_han

DATA = pathlib.Path(__file__).parent.parent / "pipeline" / "data"
TABLES = {"names/foreign.csv": 1, "names/kinds.csv": 1, "names/titles.csv": 2, "senses/beside.csv": 3, "senses/contexts.csv": 3, "senses/unheeded.csv": 1}


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_sorted_and_says_nothing_twice(name: str) -> None:
    found = [tuple(row.values()) for row in rows(name)]
    assert found and found == sorted(found)
    keys = [(row["zh"], row["where"] == "before") if "where" in row else tuple(row.values())[: TABLES[name]] for row in rows(name)]
    assert len(set(keys)) == len(keys)
    assert not [row for row in found if any(cell != cell.strip() or "  " in cell for cell in row)]
    assert not [row for row in rows(name) if not has_han(row["zh"]) or has_han(row.get("en", ""))]


def test_nouns_beside_a_verb_are_in_the_singular_and_stand_with_one_verb_each() -> None:
    wrong, seen = [], dict[tuple[str, str, str], str]()
    for row in rows("senses/beside.csv"):
        items = [item.partition(":") for item in row["beside"].split(" ")]
        nouns = [noun for noun, _, _ in items]
        assert nouns == sorted(set(nouns)), row
        assert {article for _, _, article in items} <= {"", "a", "the", "all", "bare", "own", "owns"} and (row["pos"] == "verb" or {article for _, _, article in items} <= ({"", "bare"} if row["pos"] == "noun" else {""})), row
        wrong += [(row["zh"], noun) for noun in nouns if not noun.replace("-", "").isalpha() or noun != noun.lower()]
        wrong += [(row["zh"], noun) for noun in nouns if (row["zh"], row["pos"], noun) in seen]
        seen |= {(row["zh"], row["pos"], noun): row["en"] for noun in nouns}
    assert wrong == []
    assert [noun for _, _, noun in seen if noun.endswith("s") and forms.singular(noun) != noun and forms.singular(noun) + "s" == noun] == []


def test_conditions_of_a_context_are_words_in_the_singular_and_kinds_and_topics_that_there_are() -> None:
    kinds = {kind for line in (DATA / "english" / "kinds.tsv").read_text("utf-8").splitlines() for kind in line.split("\t")[1].split(" ")}
    topics = {row["topic"] for row in rows("senses/topics.csv")}
    wrong = []
    for row in rows("senses/contexts.csv"):
        beside, when = row["beside"].split(" ") if row["beside"] else [], row["when"].split("|") if row["when"] else []
        assert beside or when, row
        assert row["pos"] in ("verb", "noun", "adj", "adv") and beside == sorted(set(beside)) and when == sorted(set(when)), row
        assert row["en"] not in row["also"].split("|"), row
        names = [item.removeprefix("<") for item in beside]
        wrong += [(row["zh"], name) for name in names if name[1:] not in kinds if name[0] == "@"]
        wrong += [(row["zh"], name) for name in names if name[0] != "@" and not (name.replace("-", "").isalpha() and name.islower())]
        wrong += [(row["zh"], item) for item in when if item[0] == "@" and item[1:] not in topics]
    assert wrong == []


def test_kinds_and_topics_are_sorted_and_name_nothing_twice() -> None:
    nouns = [line.split("\t")[0] for line in (DATA / "english" / "kinds.tsv").read_text("utf-8").splitlines()]
    assert nouns == sorted(set(nouns))
    topics = rows("senses/topics.csv")
    assert [row["topic"] for row in topics] == sorted({row["topic"] for row in topics})
    assert [(row["topic"], word) for row in topics for word in row["words"].split(" ") if row["words"].split(" ").count(word) > 1] == []


def test_titles_have_a_place_for_the_name_where_they_follow_it() -> None:
    assert [row for row in rows("names/titles.csv") if ("{}" in row["en"]) == (row["where"] == "before")] == []
    assert {row["where"] for row in rows("names/titles.csv")} == {"behind", "surname", "before"}
