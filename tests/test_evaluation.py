"""Judging, the figures, and the fit of the confidence: that they say what was so, on small cases made here."""

from __future__ import annotations

import math
import pathlib

import pytest

from pipeline.errors import InputError
from pipeline.evaluation.figures import consistency, curve, figures, residual
from pipeline.evaluation.fit import Example, fitted, held_out
from pipeline.evaluation.judge import judge
from pipeline.recipe import Options, build

RECIPE = build(Options())


@pytest.fixture
def gold(tmp_path: pathlib.Path) -> pathlib.Path:
    (tmp_path / "one.txt").write_text(
        "The ⟦红利⇒dividend⟧{noun} of scale and the ⟦红利⇒dividend⟧{noun} of youth. It is called guanxi (⟦=关系⟧).\n"
        "They counted ⟦3.5亿⇒350 million⟧{number} visitors, which is a ⟦问题⇒never this⟧{noun}.\n",
        "utf-8",
    )
    return tmp_path


def test_figures_count_what_is_right(gold: pathlib.Path) -> None:
    found = figures(judge(gold, RECIPE))
    assert (found["articles"], found["places"], found["accepted"], found["kept"]) == (1, 5, 0.75, 1.0)
    assert found["by_category"] == {"keep": [1, 1], "noun": [2, 3], "number": [1, 1]}
    assert found["consistency"] == 1.0


def test_residual_counts_runs_that_are_still_chinese(gold: pathlib.Path) -> None:
    before, after = residual(judge(gold, RECIPE))
    assert before > 0 and after == 0
    assert residual(judge(gold, build(Options(apply="auto", stages=("find_han",))))) == (before, before)


def test_where_no_term_stands_twice_nothing_contradicts() -> None:
    assert consistency([]) == 1.0


def test_an_alternative_that_is_accepted_counts_for_the_top(gold: pathlib.Path) -> None:
    (gold / "one.txt").write_text("The ⟦红利⇒bonus⟧ of scale.\n", "utf-8")
    [article] = judge(gold, RECIPE)
    [place] = article.places
    assert not place.right and place.in_top(8) and not place.in_top(1)


def test_a_folder_without_gold_is_named(tmp_path: pathlib.Path) -> None:
    with pytest.raises(InputError, match="no gold article"):
        judge(tmp_path, RECIPE)


def test_the_curve_sorts_chances_into_bins() -> None:
    assert curve([(0.97, True), (0.96, False), (0.1, False)]) == [[0.0, 1, 0.1, 0.0], [0.95, 2, 0.965, 0.5]]


def test_the_fit_finds_what_tells_right_from_wrong() -> None:
    rows = [Example(f"a{n % 10}", ("", "kind=x", *(("good",) if n % 2 else ("bad",))), bool(n % 2) != (n % 20 == 0)) for n in range(400)]
    weights = fitted(rows)
    assert weights["good"] > 1 > -1 > weights["bad"]
    assert fitted(rows) == weights
    chances = held_out(rows)
    assert len(chances) == len(rows)
    assert math.isclose(sum(c for c, _ in chances) / len(rows), sum(r for _, r in chances) / len(rows), abs_tol=0.05)
