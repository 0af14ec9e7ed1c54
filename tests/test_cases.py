"""Every case of ``cases/*.toml``: ``before`` through the default recipe gives ``after``; without ``after`` nothing may change."""

from __future__ import annotations

import pathlib
import tomllib

import pytest

from pipeline.files import read_document
from pipeline.recipe import Options, build
from pipeline.stages import STAGES

FOLDER = pathlib.Path(__file__).parent / "cases"
RECIPE = build(Options())
CASES = [(file.stem, case) for file in sorted(FOLDER.glob("*.toml")) for case in tomllib.loads(file.read_text("utf-8"))["case"]]


@pytest.mark.parametrize(("stage", "case"), CASES, ids=lambda value: value if isinstance(value, str) else value["before"][:30])
def test_case(stage: str, case: dict[str, str], request: pytest.FixtureRequest) -> None:
    if "fails" in case:
        request.applymarker(pytest.mark.xfail(reason=case["fails"], strict=True))
    doc = read_document(case["before"].encode(), "case", case.get("format", "text"))
    assert RECIPE.repair(doc).text == case.get("after", case["before"])


def test_every_stage_has_cases_that_change_and_cases_that_must_not() -> None:
    for stage in STAGES:
        own = [case for name, case in CASES if name == stage]
        assert any("after" in case for case in own) or stage.startswith("keep"), f"{stage}: no case that changes"
        assert any("after" not in case for case in own), f"{stage}: no negative case"
