"""The tables of plug-ins: every name loads, is documented, is named like its file, and pickles before and after use."""

from __future__ import annotations

import dataclasses
import importlib
import pathlib
import pickle
import re
import subprocess
import sys
import sysconfig

import pytest

from pipeline import plugins
from pipeline.backends import BACKENDS
from pipeline.commands import COMMANDS
from pipeline.exchange import EXCHANGES
from pipeline.files import read_document
from pipeline.formats import FORMATS, SUFFIXES
from pipeline.lexicon.lexicon import DATA
from pipeline.lexicon.termbase import read_terms, write_terms
from pipeline.listings import LISTINGS
from pipeline.model import Document
from pipeline.recipe import Options, build
from pipeline.reports import REPORTS
from pipeline.stages import ORDER, STAGES

ROOT = pathlib.Path(__file__).parent.parent
TABLES = {"stage": STAGES, "backend": BACKENDS, "format": FORMATS, "listing": LISTINGS, "report": REPORTS, "command": COMMANDS, "glossary format": EXCHANGES}
ROWS = [(kind, name, target) for kind, table in TABLES.items() for name, target in table.items()]


@pytest.mark.parametrize(("kind", "name", "target"), ROWS)
def test_row_loads_and_is_documented(kind: str, name: str, target: str) -> None:
    made = plugins.load(TABLES[kind], name, kind)
    module = sys.modules[made.__module__]
    assert made.__doc__ and module.__doc__
    assert target.partition(":")[0].rpartition(".")[2] == name.replace("-", "_")


@pytest.mark.parametrize("name", ORDER)
def test_stage_is_frozen_and_pickles_before_and_after_use(name: str) -> None:
    made = plugins.load(STAGES, name, "stage")
    assert dataclasses.is_dataclass(made) and made.__dataclass_params__.frozen
    stage = made()
    doc = read_document("the 红利 of traffic。".encode(), "x", "text")
    before = pickle.dumps(stage)
    assert isinstance(stage(doc), Document)
    assert pickle.dumps(stage) == before


def test_stages_stand_in_the_order_of_the_flow() -> None:
    verbs = [name.split("_")[0] for name in ORDER]
    flow = ["find", "read", "keep", "propose", "choose", "check", "remark"]
    assert [v for i, v in enumerate(verbs) if i == 0 or verbs[i - 1] != v] == flow


def test_a_recipe_pickles() -> None:
    recipe = build(Options())
    assert pickle.loads(pickle.dumps(recipe)) == recipe


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_suffix_names_a_format_that_knows_it(suffix: str) -> None:
    assert suffix in plugins.load(FORMATS, SUFFIXES[suffix], "format")().suffixes


@pytest.mark.parametrize("file", sorted((*DATA.rglob("*.csv"), ROOT / "seeds" / "glossary.csv")), ids=lambda f: f.name)
def test_termbase_is_canonical(file: pathlib.Path) -> None:
    text = file.read_text("utf-8")
    assert write_terms(term for _, term in read_terms(text, file.name)) == text


def test_no_row_stands_in_two_files_of_the_lexicon() -> None:
    """Of names a file says what kind they are; of every other word two rows would be two places to mend."""
    first: dict[tuple[object, ...], str] = {}
    twice = []
    for file in sorted(DATA.glob("*.csv")):
        for _, t in read_terms(file.read_text("utf-8"), file.name):
            row = (t.zh, t.pos, t.en, t.when, t.unless, t.countable)
            if t.pos != "name" and first.setdefault(row, file.name) != file.name:
                twice.append((t.zh, first[row], file.name))
    assert len(first) > 20_000
    assert twice == []


def test_all_modules_have_a_docstring_and_stay_small() -> None:
    for file in sorted((ROOT / "pipeline").rglob("*.py")):
        text = file.read_text("utf-8")
        if "data" in file.parts or not text.strip():
            continue
        assert text.startswith('"""'), file
        assert text.count("\n") <= 520, f"{file}: {text.count(chr(10))} lines"


def test_imports_go_down_the_house() -> None:
    pytest.importorskip("importlinter")
    # The script of this environment: it need not be on the PATH.
    script = pathlib.Path(sysconfig.get_path("scripts"), "lint-imports")
    done = subprocess.run([script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_no_range_of_characters_for_chinese_outside_script() -> None:
    for file in sorted((ROOT / "pipeline").rglob("*.py")):
        if file.name != "script.py":
            assert not re.search(r"\\u4e00-\\u9f", file.read_text("utf-8")), file


def test_the_console_script_is_importable() -> None:
    assert callable(importlib.import_module("pipeline.cli").entry)
