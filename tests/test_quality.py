"""Quality on gold articles never falls below the floors of ``quality.json``, which only rise."""

from __future__ import annotations

import json
import pathlib

import pytest

from pipeline.evaluation.figures import figures
from pipeline.evaluation.gold import read_gold
from pipeline.evaluation.judge import judge
from pipeline.recipe import Options, build

HERE = pathlib.Path(__file__).parent
FLOORS = json.loads((HERE / "quality.json").read_text("utf-8"))
SHARED = HERE.parent.parent / "shared" / "gold"
FOLDERS = {"own.dev": HERE / "gold" / "dev", "own.held-out": HERE / "gold" / "held-out", "own.calibration": HERE / "gold" / "calibration", "own.fresh": HERE / "gold" / "fresh", "own.later": HERE / "gold" / "later", "dev": SHARED / "dev", "seeds": SHARED / "seeds"}


@pytest.mark.parametrize("name", FLOORS)
def test_figures_keep_their_floors(name: str) -> None:
    if not FOLDERS[name].is_dir():
        pytest.skip(f"no gold articles in {FOLDERS[name]}")
    found = figures(judge(FOLDERS[name], build(Options())))
    assert {k: found[k] for k in FLOORS[name] if found[k] < FLOORS[name][k]} == {}  # type: ignore[operator]


def test_gold_is_read_as_its_format_says() -> None:
    source, places = read_gold("the ⟦红利⇒dividends|bonus⟧{noun} of guanxi (⟦=关系⟧) ⟦丨⇒¦|-⟧")
    assert source == "the 红利 of guanxi (关系) 丨"
    assert [(p.before, p.accepted, p.category, p.keep) for p in places] == [
        ("红利", ("dividends", "bonus"), "noun", False),
        ("关系", ("关系",), "keep", True),
        ("丨", ("|", "-"), "other", False),
    ]
    assert all(p.span.of(source) == p.before for p in places)
