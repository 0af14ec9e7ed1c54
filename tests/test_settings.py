"""What holds for some articles alone: ``[[paths]]`` and ``domains`` of a recipe, the key ``hanmend`` of front matter."""

from __future__ import annotations

import json
import pathlib

import pytest

from pipeline.cli import main
from pipeline.errors import RecipeError
from pipeline.files import read_document
from pipeline.recipe import build, read_options
from pipeline.settings.path_rules import PathRule

GLOSSARY = "zh,en,pos,domain\n组织,organization,noun,\n组织,tissue,noun,health\n组织,cell,noun,crime\n"
RECIPE = """
glossary = ["terms.csv"]

[[paths]]
match = "seeds/health/**"
domains = ["health"]
keep = "keep-health.csv"

[[paths]]
match = ["**/noir-*.txt", "seeds/crime/"]
domains = ["crime"]
glossary = ["crime.csv"]
"""
TEXT = "The 组织 was soft, said the 老大.\n"


@pytest.fixture
def house(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    """Four articles with the same text in three folders."""
    for name in ("plain/a.txt", "health/a.txt", "health/noir-b.txt", "crime/deep/a.txt"):
        file = tmp_path / "seeds" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(TEXT, "utf-8")
    (tmp_path / "terms.csv").write_text(GLOSSARY, "utf-8")
    (tmp_path / "crime.csv").write_text("zh,en,pos\n老大,kingpin,noun\n", "utf-8")
    (tmp_path / "keep-health.csv").write_text("zh,why\n老大,a name\n", "utf-8")
    (tmp_path / "hanmend.toml").write_text(RECIPE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(house: pathlib.Path) -> dict[str, str]:
    return {p.relative_to(house / "output").as_posix(): p.read_text("utf-8").strip() for p in (house / "output").rglob("*.txt")}


@pytest.mark.parametrize("workers", ["1", "2"])
def test_rules_hold_for_their_paths_with_any_number_of_workers(house: pathlib.Path, workers: str) -> None:
    assert main(["clean", "seeds", "-o", "output", "--workers", workers]) == 0
    assert written(house) == {
        "plain/a.txt": "The organization was soft, said the boss.",
        "health/a.txt": "The tissue was soft, said the 老大.",
        "health/noir-b.txt": "The cell was soft, said the 老大.",
        "crime/deep/a.txt": "The cell was soft, said the kingpin.",
    }


def test_paths_are_those_of_the_recipe_wherever_the_command_runs(house: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(house / "seeds" / "health")
    assert main(["clean", ".", "-o", str(house / "output")]) == 0
    assert written(house)["a.txt"] == "The tissue was soft, said the 老大."


def test_a_change_of_a_rule_is_noticed_by_check_and_by_the_next_run(house: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clean", "seeds", "-o", "output"]) == 0
    assert main(["check", "seeds", "--fail-on", "unresolved", "--output", "output"]) == 0
    (house / "hanmend.toml").write_text(RECIPE.replace('domains = ["health"]', 'domains = ["crime"]'), "utf-8")
    assert main(["check", "seeds", "--fail-on", "unresolved", "--output", "output"]) == 1
    assert "recipe" in capsys.readouterr().out
    assert main(["clean", "seeds", "-o", "output"]) == 0
    assert written(house)["health/a.txt"].startswith("The cell")
    (house / "crime.csv").write_text("zh,en,pos\n老大,godfather,noun\n", "utf-8")
    assert main(["check", "seeds", "--fail-on", "unresolved", "--output", "output"]) == 1
    assert main(["clean", "seeds", "-o", "output"]) == 0
    assert "godfather" in written(house)["crime/deep/a.txt"]


def test_front_matter_goes_before_rules_and_its_change_is_a_change_of_the_article(house: pathlib.Path) -> None:
    article = house / "seeds" / "health" / "c.md"
    article.write_text(f"---\nhanmend:\n  domains: crime\n  keep: []\n---\n\n{TEXT}", "utf-8")
    assert main(["clean", "seeds", "-o", "output"]) == 0
    assert "The cell was soft" in (house / "output" / "health" / "c.md").read_text("utf-8")
    article.write_text(f"---\nhanmend:\n  glossary: {{組織: outfit}}\n---\n\n{TEXT}", "utf-8")
    assert main(["check", "seeds", "--fail-on", "unresolved", "--output", "output"]) == 1
    assert main(["clean", "seeds", "-o", "output"]) == 0
    assert (house / "output" / "health" / "c.md").read_text("utf-8") == "---\nhanmend:\n  glossary: {組織: outfit}\n---\n\nThe outfit was soft, said the 老大.\n"


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("---\ntitle: x\nhanmend: {keeps: [红利]}\n---", "a.md:3: unknown key 'keeps' below 'hanmend'; did you mean 'keep'?"),
        ("---\nhanmend:\n  keep: [dividend]\n---", "a.md:2: 'dividend' in 'keep' holds no Chinese"),
        ("---\nhanmend: yes please\n---", "a.md:2: 'hanmend' is 'yes please'; write keys below it"),
        ("---\nhanmend: {ignore: maybe}\n---", "a.md:2: 'ignore' is 'maybe'; write true or false"),
        ("---\nhanmend: {glossary: [红利]}\n---", "a.md:2: 'glossary' is ['红利']; write a line 'Chinese: English'"),
        ("---\nhanmend: {glossary: {红利: 好处}}\n---", "a.md:2: the English of '红利' holds Chinese: '好处'"),
        ("---\na: [1\nhanmend: {}\n---", "a.md:3: the front matter is not valid YAML"),
        ("+++\n[hanmend\nkeep = 1\n+++", "a.md:1: the front matter is not valid TOML"),
        ("+++\n[hanmend]\nkeep = 1\n+++", "a.md:2: 'keep' is 1; write a list of texts"),
    ],
)
def test_wrong_front_matter_fails_the_article_with_its_line(front: str, said: str) -> None:
    data = f"{front}\n\nThe 红利 of traffic.\n".encode()
    outcome = build(read_options_of("")).repair(read_document(data, "a.md", "markdown"))
    assert said in outcome.doc.error
    assert outcome.text.encode() == data


def read_options_of(text: str, folder: pathlib.Path | None = None):
    import tempfile

    with tempfile.TemporaryDirectory() as made:
        file = (folder or pathlib.Path(made)) / "hanmend.toml"
        file.write_text(text, "utf-8")
        return read_options(file)


@pytest.mark.parametrize(
    ("recipe", "said"),
    [
        ('[[paths]]\ndomains = ["x"]\n', "[[paths]] 1: no 'match'"),
        ('[[paths]]\nmatch = "a"\ndomain = ["x"]\n', "[[paths]] 1: unknown key 'domain'; did you mean 'domains'?"),
        ('paths = ["a"]\n', "'paths' is ['a']; write tables [[paths]]"),
        ('glossary = ["terms.csv"]\ndomains = ["helth"]\n', "domain 'helth': no glossary has a term of it; did you mean 'health'?; known are crime, health"),
        ('domains = ["health"]\n', "domain 'health': no glossary has a term of it; known are none"),
    ],
)
def test_a_wrong_rule_is_refused_by_name(house: pathlib.Path, recipe: str, said: str) -> None:
    with pytest.raises(RecipeError) as error:
        build(read_options_of(recipe, house))
    assert said in str(error.value)


@pytest.mark.parametrize(
    ("glob", "path", "holds"),
    [
        ("a/*.md", "a/b.md", True), ("a/*.md", "a/b/c.md", False), ("a/**/*.md", "a/b.md", True), ("a/**/*.md", "a/b/c/d.md", True), ("a/", "a/b/c.md", True), ("a", "a/b.md", False),
        ("**/x-?.md", "x-1.md", True), ("**/x-?.md", "deep/er/x-1.md", True), ("x[1].md", "x[1].md", True), ("x[1].md", "x1.md", False), ("*.md", "./b.md", True),
    ],
)  # fmt: skip
def test_globs(glob: str, path: str, holds: bool) -> None:
    assert PathRule((glob,)).holds(path) is holds


def test_the_manifest_names_no_setting_of_an_article_without_any(house: pathlib.Path) -> None:
    """Terms of a domain that is never on are as if they were not there."""
    (house / "hanmend.toml").write_text('glossary = ["terms.csv"]\n', "utf-8")
    assert main(["clean", "seeds/plain", "-o", "output"]) == 0
    edits = json.loads((house / "output" / "report.json").read_text("utf-8"))
    assert "tissue" not in json.dumps(edits)
