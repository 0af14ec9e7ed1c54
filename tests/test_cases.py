"""Every case of ``cases/STAGE.toml`` and ``cases/STAGE/*.toml``: ``before`` through the default recipe gives ``after``; without ``after`` nothing may change."""

from __future__ import annotations

import json
import pathlib
import shlex
import sys
import tomllib
from typing import Any

import pytest

from pipeline.backends.plan import Plan
from pipeline.files import read_document
from pipeline.memory.store import Memory, Unit
from pipeline.model import Document, Remark
from pipeline.recipe import Options, Recipe, build, with_calques
from pipeline.stages import ORDER, STAGES

FOLDER = pathlib.Path(__file__).parent / "cases"
RECIPE = build(Options())
WITH_CALQUES = build(Options(stages=with_calques(ORDER)))
CASES = [(file.relative_to(FOLDER).with_suffix("").parts[0], case) for file in sorted(FOLDER.rglob("*.toml")) for case in tomllib.loads(file.read_text("utf-8"))["case"]]


@pytest.mark.parametrize(("stage", "case"), CASES, ids=lambda value: value if isinstance(value, str) else value["before"][:30])
def test_case(stage: str, case: dict[str, Any], request: pytest.FixtureRequest, tmp_path: pathlib.Path) -> None:
    if "fails" in case:
        request.applymarker(pytest.mark.xfail(reason=case["fails"], strict=True))
    doc = read_document(case["before"].encode(), "case", case.get("format", "text"))
    outcome = recipe_of(case, tmp_path).repair(doc)
    assert outcome.text == case.get("after", case["before"])
    if stage.startswith("remark"):
        assert [_remark(outcome.doc, remark) for remark in outcome.doc.remarks] == case.get("remarks", [])


def _remark(doc: Document, remark: Remark) -> str:
    return f"{doc.source.count(chr(10), 0, remark.span.start) + 1}: {remark.span.of(doc.source)}: {remark.says}"


def recipe_of(case: dict[str, Any], folder: pathlib.Path) -> Recipe:
    """The default recipe; with ``answers`` a backend that knows them, with ``approved`` a memory that holds them, with ``pairs`` a language model that likes them."""
    if "pairs" in case:
        pytest.importorskip("ctranslate2", reason="a language model needs the extra 'language-model'")
        from tinylm import build as build_model

        return build(Options(language_model=str(build_model(folder / "model", map(tuple, case["pairs"])))))
    if "answers" in case:
        command = shlex.join([sys.executable, str(FOLDER.parent / "answerer.py"), json.dumps(case["answers"])])
        return build(Options(plan=Plan(("command",), tables={"command": {"command": command}}, mode="off")))
    if "approved" in case:
        memory = Memory(str(folder / "memory.sqlite"))
        memory.add(Unit(zh, en) for zh, en in case["approved"].items())
        memory.close()
        return build(Options(plan=Plan(memory=memory.path)))
    return WITH_CALQUES if case.get("calques") else RECIPE


def test_every_stage_has_cases_that_change_and_cases_that_must_not() -> None:
    for stage in STAGES:
        own = [case for name, case in CASES if name == stage]
        shown = "remarks" if stage.startswith("remark") else "after"
        assert any(shown in case for case in own) or stage.startswith("keep"), f"{stage}: no case that changes"
        assert any(shown not in case for case in own), f"{stage}: no negative case"
