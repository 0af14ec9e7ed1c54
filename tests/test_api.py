"""``import pipeline``: what is promised to those who call it."""

from __future__ import annotations

import pathlib
import pickle
import subprocess
import sys

import pytest

import pipeline
from pipeline.errors import RecipeError


def test_repair_check_and_batches() -> None:
    result = pipeline.repair("the 红利 of traffic")
    assert (result.text, result.error, result.open) == ("the dividend of traffic", "", ())
    assert [edit.before for edit in result.edits] == ["红利"]
    assert pipeline.repair("clean “text”") == pipeline.Result("clean “text”")
    assert [r.text for r in pipeline.repair_batch(["a", "the 红利 of it", "b"])] == ["a", "the dividend of it", "b"]
    assert pipeline.repair("use `红利`", form="markdown").text == "use `红利`"
    (found,) = pipeline.check("the 红利 of it")
    assert isinstance(found, type(result.edits[0])) and pipeline.check("clean") == []


def test_a_recipe_is_loaded_from_a_file(tmp_path: pathlib.Path) -> None:
    (tmp_path / "own.csv").write_text("zh,en,pos\n红利,windfall,noun\n", "utf-8")
    (tmp_path / "hanmend.toml").write_text("glossary = 'own.csv'\n")
    assert pipeline.repair("the 红利 of it", pipeline.Recipe.load(tmp_path / "hanmend.toml")).text == "the windfall of it"
    with pytest.raises(RecipeError, match="none.toml"):
        pipeline.Recipe.load(tmp_path / "none.toml")


def test_columns_for_map_batches() -> None:
    step = pickle.loads(pickle.dumps(pipeline.batches("body")))
    assert step({"id": [1, 2], "body": ["the 红利 of it", None]}) == {"id": [1, 2], "body": ["the dividend of it", None]}


def test_record_batches_for_map_in_arrow() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    table = pyarrow.RecordBatch.from_pydict({"id": [1, 2, 3], "text": ["the 红利 of it", None, "clean"]})
    (got,) = pickle.loads(pickle.dumps(pipeline.arrow_batches()))([table])
    assert got.schema == table.schema and got.to_pydict() == {"id": [1, 2, 3], "text": ["the dividend of it", None, "clean"]}


def test_importing_costs_nothing_and_unknown_names_are_refused() -> None:
    code = "import sys, pipeline; print([m for m in sys.modules if m.startswith('pipeline.')])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
    with pytest.raises(AttributeError, match="no attribute 'mend'"):
        pipeline.mend  # noqa: B018
