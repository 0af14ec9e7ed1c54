"""``output/`` is what the README's command makes of ``seeds/``, byte for byte."""

from __future__ import annotations

import json
import pathlib
import shutil

import jsonschema
import pytest

from pipeline.cli import main
from pipeline.script import HAN_CHARACTER, WIDE_MARKS

ROOT = pathlib.Path(__file__).parent.parent


# Made of report.json and the articles alone, and as large as all of them: it is rendered, not committed.
DERIVED = "report.html"


def files(folder: pathlib.Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file() and p.name != DERIVED}


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    folder = tmp_path_factory.mktemp("run")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    assert main(["clean", str(folder / "seeds"), "-o", str(folder / "output")]) == 0
    return folder


def test_committed_output_is_fresh(run: pathlib.Path) -> None:
    assert files(run / "output") == files(ROOT / "output")


def test_the_page_comes_from_what_is_committed(run: pathlib.Path, tmp_path: pathlib.Path) -> None:
    place = tmp_path / DERIVED
    assert main(["report", str(ROOT / "output"), "-o", str(place)]) == 0
    assert place.read_bytes() == (run / "output" / DERIVED).read_bytes()


def test_clean_seed_is_untouched(run: pathlib.Path) -> None:
    name = "05-clean-orchard.txt"
    assert (run / "output" / name).read_bytes() == (ROOT / "seeds" / name).read_bytes()
    assert not (run / "output" / f"{name}.diff").exists()


def test_input_is_untouched(run: pathlib.Path) -> None:
    assert files(run / "seeds") == files(ROOT / "seeds")


def test_report_fits_its_schema(run: pathlib.Path) -> None:
    report = json.loads((run / "output" / "report.json").read_text("utf-8"))
    jsonschema.validate(report, json.loads((ROOT / "tests" / "report.schema.json").read_text("utf-8")))
    for edit in report["edits"]:
        source = (ROOT / "seeds" / edit["article"]).read_text("utf-8")
        assert source[edit["span"][0] : edit["span"][1]] == edit["before"]


def test_no_leftover_but_what_is_kept_or_reported(run: pathlib.Path) -> None:
    report = json.loads((run / "output" / "report.json").read_text("utf-8"))
    for article in report["articles"]:
        if article["path"].endswith(".md"):
            continue
        text = (run / "output" / article["path"]).read_text("utf-8")
        known = [k["text"] for k in report["kept"] if k["article"] == article["id"]]
        known += [e["before"] for e in report["edits"] if e["article"] == article["id"] and e["text"] is None]
        for piece in known:
            text = text.replace(piece, "", 1)
        assert not HAN_CHARACTER.search(text) and not set(text) & set(WIDE_MARKS), article["path"]


def test_undo_brings_the_seeds_back(run: pathlib.Path, tmp_path: pathlib.Path) -> None:
    assert main(["undo", str(run / "output"), "-o", str(tmp_path)]) == 0
    articles = {name: data for name, data in files(ROOT / "seeds").items() if not name.endswith(".csv")}
    assert files(tmp_path) == articles


def test_a_second_run_changes_nothing(run: pathlib.Path, tmp_path: pathlib.Path) -> None:
    shutil.copytree(run / "output", tmp_path / "again", ignore=shutil.ignore_patterns("*.diff", "report.*"))
    for name in ("glossary.csv", "keep.csv"):
        shutil.copy(ROOT / "seeds" / name, tmp_path / "again" / name)
    assert main(["clean", str(tmp_path / "again"), "-o", str(tmp_path / "twice")]) == 0
    for name, data in files(tmp_path / "again").items():
        assert name.endswith(".csv") or (tmp_path / "twice" / name).read_bytes() == data
