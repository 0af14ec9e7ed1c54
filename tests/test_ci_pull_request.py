"""A team's repository through a pull request: the new term is annotated at its place, ``glossary add`` and ``clean`` make it pass."""

from __future__ import annotations

import json
import os
import pathlib
import shutil
import subprocess
import sysconfig

import pytest

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

OLD = "# {n}\n\nThe night market in street {n} sells soup.\n\nIts 红利 for street {n} is small.\n\nIt closes at ten.\n"
NEW = "# Snow rooms\n\nA café on the corner keeps a room at minus ten.\n\nGuests rent a coat and sit in a 雪房子 for an hour.\n"


def hanmend(repository: pathlib.Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([pathlib.Path(sysconfig.get_path("scripts"), "hanmend"), *arguments], cwd=repository, capture_output=True, text=True, check=False)


def git(repository: pathlib.Path, *arguments: str) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main", *arguments]
    return subprocess.run(command, cwd=repository, capture_output=True, text=True, check=True, env=clean).stdout


@pytest.fixture
def repository(tmp_path: pathlib.Path) -> pathlib.Path:
    """What ``hanmend init`` makes, with one article that was cleaned and reviewed, on ``main``."""
    folder = tmp_path / "magazine"
    folder.mkdir()
    git(folder, "init", "-q")
    assert hanmend(folder, "init", "--ci", "none").returncode == 0
    (folder / "seeds").mkdir()
    (folder / "seeds" / "market.md").write_text("# Market\n\nThe 红利 of traffic fades.\n", "utf-8")
    (folder / "glossary.csv").write_text("zh,en,pos\n红利,dividend,noun\n", "utf-8")
    assert hanmend(folder, "clean", "seeds", "-o", "output").returncode == 0
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "first")
    return folder


def test_a_new_term_fails_with_an_annotation_and_passes_once_it_is_in_the_glossary(repository: pathlib.Path) -> None:
    git(repository, "switch", "-qc", "snow")
    (repository / "seeds" / "snow.md").write_text(NEW, "utf-8")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "snow rooms")
    check = ("check", "seeds", "--changed-since", "main", "--fail-on", "review", "--output", "output", "--format", "github")

    failed = hanmend(repository, *check)
    assert failed.returncode == 1
    annotations = [line for line in failed.stdout.splitlines() if line.startswith("::") and "snow.md" in line]
    column = NEW.splitlines()[4].index("雪") + 1
    assert any("file=seeds/snow.md," in line and f"line=5,endLine=5,col={column}," in line and "雪房子" in line for line in annotations), failed.stdout
    assert not any("market.md" in line for line in failed.stdout.splitlines()), "only what the pull request touches"

    assert hanmend(repository, "glossary", "add", "雪房子", "snow room", "--pos", "noun").returncode == 0
    stale = hanmend(repository, *check)
    assert stale.returncode == 1 and "the glossary, the keep list or the recipe changed since" in stale.stdout

    assert hanmend(repository, "clean", "seeds", "-o", "output").returncode == 0
    assert "sit in a snow room for an hour" in (repository / "output" / "snow.md").read_text("utf-8")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "the term, and the article as it reads now")
    passed = hanmend(repository, *check)
    assert passed.returncode == 0, passed.stdout + passed.stderr


def test_a_baseline_keeps_a_hundred_old_leftovers_quiet_and_catches_one_new_one(tmp_path: pathlib.Path) -> None:
    folder = tmp_path / "archive"
    (folder / "seeds").mkdir(parents=True)
    for n in range(100):
        (folder / "seeds" / f"{n:02}.md").write_text(OLD.format(n=n), "utf-8")
    check = ("check", "seeds", "--fail-on", "leftover", "--baseline", "baseline.json", "--format", "json")
    assert hanmend(folder, *check, "--update-baseline").returncode == 0
    assert hanmend(folder, *check).returncode == 0

    for n in range(100):
        # Every line moves, and a paragraph comes between.
        (folder / "seeds" / f"{n:02}.md").write_text("A note of the editor.\n\n" + OLD.format(n=n).replace("\n\nIts", "\n\nIt is old.\n\nIts"), "utf-8")
    assert hanmend(folder, *check).returncode == 0
    article = folder / "seeds" / "42.md"
    article.write_text(article.read_text("utf-8") + "\nThe 流量 is new.\n", "utf-8")
    caught = hanmend(folder, *check)
    assert caught.returncode == 1
    rows = [problem for problem in json.loads(caught.stdout)["problems"] if problem["rule"] == "leftover"]
    assert [(row["path"], row["before"]) for row in rows] == [("seeds/42.md", "流量")]

    article.write_text(article.read_text("utf-8").replace("Its 红利 for", "Its dividend for").replace("\nThe 流量 is new.\n", ""), "utf-8")
    settled = hanmend(folder, *check)
    assert settled.returncode == 0
    assert "stale" in settled.stdout + settled.stderr or "baseline" in settled.stderr, "an entry that nothing needs any more is reported"
