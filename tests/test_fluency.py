"""A language model that weighs the wordings of a place, with a tiny one that the test builds."""

from __future__ import annotations

import json
import math
import pathlib
import shutil

import pytest

pytest.importorskip("ctranslate2")
pytest.importorskip("tokenizers")
pytest.importorskip("numpy")

from tinylm import build  # noqa: E402

from pipeline.cli import main  # noqa: E402
from pipeline.english.language_model.fluency import likelihoods, model_digest  # noqa: E402

TERMS = "zh,en,pos,also\n时差,time difference,noun,jet lag\n晚餐,dinner,noun,supper\n"
ARTICLE = "Melatonin helps against 时差 after a flight. The 晚餐 was cold.\n"


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    return build(tmp_path_factory.mktemp("models") / "pairs", [("against", "jet"), ("jet", "lag"), ("lag", "after"), ("The", "dinner")])


@pytest.fixture
def folder(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "terms.csv").write_text(TERMS, "utf-8")
    return tmp_path


def cleaned(*options: str) -> str:
    assert main(["clean", "seeds", "-o", "output", "--glossary", "terms.csv", *options]) == 0
    return pathlib.Path("output/a.txt").read_text("utf-8")


def test_what_reads_better_is_likelier(model: pathlib.Path) -> None:
    well, badly = likelihoods(str(model), ["against jet lag after", "against lag jet after"])
    assert well > badly + 20


def test_the_wording_that_reads_better_goes_first_and_the_others_stay_for_the_reviewer(folder: pathlib.Path, model: pathlib.Path) -> None:
    assert cleaned() == "Melatonin helps against time differences after a flight. The dinner was cold.\n"
    assert cleaned("--language-model", str(model)) == "Melatonin helps against jet lag after a flight. The dinner was cold.\n"
    assert cleaned("--language-model", str(model), "--apply", "auto").startswith("Melatonin helps against 时差")
    assert cleaned("--language-model", str(model)).startswith("Melatonin helps against jet lag")
    (first, second) = json.loads(pathlib.Path("output/report.json").read_text("utf-8"))["edits"]
    assert "fluency" in first["proposal"]["evidence"] and "fluency" not in second["proposal"]["evidence"]
    assert "time differences" in [other["text"] for other in first["alternatives"]] and "supper" in [other["text"] for other in second["alternatives"]]


def test_a_recipe_names_it_and_its_digest_counts(folder: pathlib.Path, model: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain = cleaned()
    first = json.loads(pathlib.Path("output/report.json").read_text("utf-8"))["run"]["recipe_digest"]
    pathlib.Path("hanmend.toml").write_text(f'language-model = "{model}"\n', "utf-8")
    assert cleaned() != plain
    assert json.loads(pathlib.Path("output/report.json").read_text("utf-8"))["run"]["recipe_digest"] != first


def test_any_number_of_workers_writes_the_same(folder: pathlib.Path, model: pathlib.Path) -> None:
    for number in range(6):
        (folder / "seeds" / f"b{number}.txt").write_text(ARTICLE * (number + 1), "utf-8")
    outcomes = []
    for workers in ("1", "2"):
        cleaned("--language-model", str(model), "--workers", workers)
        outcomes.append([file.read_bytes() for file in sorted(pathlib.Path("output").glob("*.txt"))])
    assert outcomes[0] == outcomes[1] and all(b"time difference" not in text for text in outcomes[0])


def test_a_folder_without_a_model_says_how_to_make_one(folder: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clean", "seeds", "-o", "output", "--language-model", "nowhere"]) == 2
    said = capsys.readouterr().err
    assert "nowhere holds no model.bin" in said and "ct2-transformers-converter" in said
    assert not pathlib.Path("output").exists()


def test_another_model_in_the_folder_is_another_one(tmp_path: pathlib.Path) -> None:
    first = model_digest(str(build(tmp_path / "a", [("x", "y")])))
    assert first != model_digest(str(build(tmp_path / "b", [("x", "z")]))) and first == model_digest(str(tmp_path / "a"))


def test_a_term_has_one_wording_in_an_article(folder: pathlib.Path, model: pathlib.Path) -> None:
    """The last place alone would read either way."""
    (folder / "seeds" / "a.txt").write_text("Melatonin helps against 时差 after a flight. A walk against 时差 after lunch is good. She fought 时差 for days.\n", "utf-8")
    assert cleaned("--language-model", str(model)).count("jet lag") == 3


def test_a_term_of_the_users_own_stays_and_so_does_a_quantity(folder: pathlib.Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    likes = build(tmp_path_factory.mktemp("models") / "likes", [("against", "jet"), ("jet", "lag"), ("cost", "RMB"), ("RMB", "300")])
    (folder / "terms.csv").write_text("zh,en,pos,countable\n时差,time shift,noun,no\n", "utf-8")
    (folder / "seeds" / "a.txt").write_text("Melatonin helps against 时差 after a flight. It cost 3亿元 in all.\n", "utf-8")
    assert cleaned("--language-model", str(likes)) == "Melatonin helps against time shift after a flight. It cost 300 million yuan in all.\n"


@pytest.fixture
def own(model: pathlib.Path, tmp_path: pathlib.Path) -> pathlib.Path:
    """A copy of the model that a test may add to."""
    return pathlib.Path(shutil.copytree(model, tmp_path / "own"))


def test_what_was_measured_with_the_model_says_how_sure_its_readings_are(folder: pathlib.Path, own: pathlib.Path) -> None:
    shy = "Melatonin helps against 时差 after a flight. The 晚餐 was cold.\n"
    assert cleaned("--language-model", str(own), "--apply", "auto") == shy
    (own / "confidence.csv").write_text("feature,weight\n\"\",0.5\nkind=terms-0,0.0\nreads>=1.0,3.5\n", "utf-8")
    assert cleaned("--language-model", str(own), "--apply", "auto") == "Melatonin helps against jet lag after a flight. The dinner was cold.\n"
    sure = [edit["proposal"]["confidence"] for edit in json.loads(pathlib.Path("output/report.json").read_text("utf-8"))["edits"]]
    assert sure == [round(1 / (1 + math.exp(-4.0)), 3)] * 2
    for told in ("kind=terms-0,0.0\nreads>=1.0,1.5\n", "kind=terms-1,0.0\nreads>=1.0,3.5\n"):
        # Of no other kind than it is anything is known.
        (own / "confidence.csv").write_text(f"feature,weight\n\"\",0.5\n{told}", "utf-8")
        assert cleaned("--language-model", str(own), "--apply", "auto") == shy


def test_it_is_measured_on_the_users_own_gold_articles(folder: pathlib.Path, own: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "gold").mkdir()
    for number in range(8):
        text = "Melatonin helps against ⟦时差⇒jet lag⟧{noun} after a flight. The ⟦晚餐⇒dinner⟧{noun} was cold.\n"
        (folder / "gold" / f"{number}.txt").write_text(text if number else text.replace("⇒dinner", "⇒lunch"), "utf-8")
    measured = own / "confidence.csv"
    assert main(["evaluate", "gold", "--glossary", "terms.csv", "--language-model", str(own), "--fit", str(measured), "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["held_out"]["edits"] == 16
    rows = dict(line.rsplit(",", 1) for line in measured.read_text("utf-8").splitlines()[1:])
    assert '"fluency"' in rows and all(name.strip('"').startswith(("kind=", "length=", "slot=", "words=", "reads>=", "likely>=", "unread>=", "fluency")) or name == '""' for name in rows)
    cleaned("--language-model", str(own))
    sure = {edit["proposal"]["text"]: edit["proposal"]["confidence"] for edit in json.loads(pathlib.Path("output/report.json").read_text("utf-8"))["edits"]}
    assert sure["jet lag"] > 0.8 and sure["jet lag"] >= sure["dinner"]


def test_what_was_measured_counts_for_the_recipe_and_must_be_a_table(folder: pathlib.Path, own: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = model_digest(str(own))
    (own / "confidence.csv").write_text("feature,weight\n\"\",0.5\n", "utf-8")
    assert model_digest(str(own)) != before
    (own / "confidence.csv").write_text("feature,weight\n\"\",much\n", "utf-8")
    assert main(["clean", "seeds", "-o", "output", "--language-model", str(own)]) == 2
    said = capsys.readouterr().err
    assert "confidence.csv" in said and "much" in said and "--fit" in said
    assert not pathlib.Path("output").exists()
