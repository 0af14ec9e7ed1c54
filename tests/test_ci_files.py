"""The GitHub action, the workflows, what init writes, completion: valid to their schemas, and run for real where that is possible."""

from __future__ import annotations

import json
import os
import pathlib
import re
import subprocess
import sys
import sysconfig

import pytest

from pipeline.cli import main
from pipeline.commands import COMMANDS, GROUPS
from pipeline.listings import LISTINGS
from pipeline.recipe import read_options

ROOT = pathlib.Path(__file__).parent.parent
ACTION = ROOT / ".github" / "actions" / "hanmend"


def valid(kind: str, *files: pathlib.Path) -> None:
    pytest.importorskip("check_jsonschema", reason="the schemas of GitHub and GitLab come with check-jsonschema")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", kind, *map(str, files)]
    if kind == "vendor.gitlab-ci":
        command += ["--data-transform", "gitlab-ci"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def script(folder: pathlib.Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join((sysconfig.get_path("scripts"), os.environ["PATH"]))
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, "PATH": path, **environment})


def test_the_action_and_the_workflow_are_valid() -> None:
    valid("vendor.github-actions", ACTION / "action.yml")
    valid("vendor.github-workflows", ROOT / ".github" / "workflows" / "ci.yml")


def test_no_script_of_the_action_holds_an_input_in_its_text() -> None:
    yaml = pytest.importorskip("yaml")
    for step in yaml.safe_load((ACTION / "action.yml").read_text("utf-8"))["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


@pytest.fixture
def repository(tmp_path: pathlib.Path) -> pathlib.Path:
    folder = tmp_path / "repository"
    (folder / "seeds").mkdir(parents=True)
    (folder / "seeds" / "a b.txt").write_text("As the 红利 of traffic fades.\n", "utf-8")
    (folder / "seeds" / "b.txt").write_text("The stall sells 𠀋𠀋.\n", "utf-8")
    return folder


def run_check(folder: pathlib.Path, **inputs: str) -> tuple[str, dict[str, str], str]:
    """What the check of the action prints, its outputs and its summary."""
    temporary = folder.parent / "temporary"
    temporary.mkdir(exist_ok=True)
    outputs, summary = folder.parent / "outputs", folder.parent / "summary.md"
    done = script(folder, "bash", str(ACTION / "check.sh"), GITHUB_OUTPUT=str(outputs), GITHUB_STEP_SUMMARY=str(summary), RUNNER_TEMP=str(temporary), **inputs)
    assert done.returncode == 0, done.stderr
    rows = dict(line.split("=", 1) for line in outputs.read_text("utf-8").splitlines())
    return done.stdout, rows, summary.read_text("utf-8") if summary.exists() else ""


@pytest.mark.skipif(os.name != "posix", reason="needs bash")
def test_the_action_annotates_writes_sarif_a_summary_and_a_comment(repository: pathlib.Path) -> None:
    printed, outputs, summary = run_check(repository, PATHS="seeds/a b.txt\n\nseeds/b.txt\n", FAIL_ON="unresolved", SARIF="true")
    assert "::error file=seeds/b.txt,title=hanmend leftover,line=1," in printed and "::warning file=seeds/a b.txt," in printed
    assert outputs["status"] == "1"
    assert len(json.loads(pathlib.Path(outputs["sarif"]).read_text("utf-8"))["runs"][0]["results"]) == 2
    comment = pathlib.Path(outputs["comment"]).read_text("utf-8")
    assert comment.startswith("<!-- hanmend -->\n# hanmend report") and "| 红利 | dividend |" in comment
    assert summary and comment.endswith(summary)
    assert not (repository / "output").exists(), "nothing is written into the repository"


@pytest.mark.skipif(os.name != "posix", reason="needs bash")
def test_the_action_takes_a_baseline_and_the_committed_output(repository: pathlib.Path) -> None:
    script(repository, "hanmend", "clean", "seeds", "-o", "output")
    script(repository, "hanmend", "check", "seeds", "--baseline", "baseline.json", "--update-baseline")
    assert run_check(repository, PATHS="seeds", FAIL_ON="leftover", BASELINE="baseline.json", OUTPUT="output")[1]["status"] == "0"
    (repository / "output" / "b.txt").write_text("By hand.\n")
    assert run_check(repository, PATHS="seeds", FAIL_ON="leftover", BASELINE="baseline.json", OUTPUT="output")[1]["status"] == "1"
    assert run_check(repository, PATHS="nowhere")[1]["status"] == "2"


@pytest.mark.skipif(os.name != "posix", reason="needs bash")
@pytest.mark.parametrize(("known", "wanted"), [("41", "--method PATCH repos/o/r/issues/comments/41"), ("", "--method POST repos/o/r/issues/7/comments")])
def test_the_comment_is_written_anew_where_there_is_one(tmp_path: pathlib.Path, known: str, wanted: str) -> None:
    """``gh`` is scripted: it notes how it is called and answers with the comment that is there."""
    gh = tmp_path / "bin" / "gh"
    gh.parent.mkdir()
    gh.write_text(f'#!/bin/sh\necho "$*" >> "{tmp_path}/calls"\ncase "$*" in *--paginate*) printf "%s" "{known}";; esac\n')
    gh.chmod(0o755)
    environment = {"PATH": f"{gh.parent}{os.pathsep}{os.environ['PATH']}", "GITHUB_REPOSITORY": "o/r", "NUMBER": "7", "COMMENT": "c.md", "GH_TOKEN": "x"}
    done = subprocess.run(["bash", str(ACTION / "comment.sh")], env={**os.environ, **environment}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    calls = (tmp_path / "calls").read_text().splitlines()
    assert len(calls) == 2 and wanted in calls[1] and "-F body=@c.md" in calls[1]


@pytest.mark.parametrize(("ci", "name", "kind"), [("github", ".github/workflows/hanmend.yml", "vendor.github-workflows"), ("gitlab", ".gitlab-ci.yml", "vendor.gitlab-ci"), ("none", "", "")])
def test_init_writes_what_a_repository_needs_and_it_works(repository: pathlib.Path, ci: str, name: str, kind: str) -> None:
    assert main(["init", str(repository), "--ci", ci]) == 0
    assert read_options(repository / "hanmend.toml").glossaries == (str(repository / "glossary.csv"),)
    written = {p.relative_to(repository).as_posix() for p in repository.rglob("*") if p.is_file() and p.parent.name != "seeds"}
    assert written == {"hanmend.toml", "glossary.csv", "keep.csv", ".gitattributes", *filter(None, [name])}
    assert main(["clean", str(repository / "seeds"), "-o", str(repository / "output")]) == 0
    if not name:
        return
    valid(kind, repository / name)
    (command,) = re.findall(r"(hanmend check .*)", (repository / name).read_text("utf-8"))
    assert script(repository, "sh", "-c", command).returncode == 1, "the proposals are not reviewed"
    (repository / "seeds" / "a b.txt").write_text("Clean.\n")
    (repository / "seeds" / "b.txt").write_text("Clean.\n")
    assert main(["clean", str(repository / "seeds"), "-o", str(repository / "output")]) == 0
    assert script(repository, "sh", "-c", command).returncode == 0


def test_init_leaves_what_is_there(repository: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "glossary.csv").write_text("zh,en\n红利,bonus\n", "utf-8")
    assert main(["init", str(repository), "--ci", "none"]) == 0
    assert "left as it is" in capsys.readouterr().out
    assert "bonus" in (repository / "glossary.csv").read_text("utf-8")
    before = {p: p.read_bytes() for p in repository.rglob("*") if p.is_file()}
    assert main(["init", str(repository), "--ci", "none"]) == 0
    assert {p: p.read_bytes() for p in repository.rglob("*") if p.is_file()} == before


@pytest.mark.parametrize(("options", "said"), [(["--ci", "gitlub"], "did you mean 'gitlab'"), (["--articles", "a; rm"], "write a folder")])
def test_init_refuses_what_it_does_not_know(repository: pathlib.Path, capsys: pytest.CaptureFixture[str], options: list[str], said: str) -> None:
    assert main(["init", str(repository), *options]) == 2
    assert said in capsys.readouterr().err
    assert not (repository / "hanmend.toml").exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    assert "_HANMEND_COMPLETE" in capsys.readouterr().out
    assert main(["completion", "csh"]) == 2


def completed(words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> list[str]:
    for name, value in {"_HANMEND_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split(" ")) - 1)}.items():
        monkeypatch.setenv(name, value)
    main([])
    return capsys.readouterr().out.split()


def test_completion_knows_commands_options_and_values(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert set(completed("hanmend ", monkeypatch, capsys)) == {*COMMANDS, *GROUPS}
    assert "--changed-since" in completed("hanmend check --ch", monkeypatch, capsys)
    assert set(completed("hanmend check --format ", monkeypatch, capsys)) == set(LISTINGS)
    assert completed("hanmend clean --fail-on un", monkeypatch, capsys) == ["unresolved"]


@pytest.mark.skipif(os.name != "posix", reason="needs bash")
def test_bash_completes() -> None:
    line = 'eval "$(hanmend completion bash)"; COMP_WORDS=(hanmend check --format s); COMP_CWORD=3; _hanmend_completion hanmend; echo "${COMPREPLY[@]}"'
    assert script(ROOT, "bash", "-c", line).stdout.split() == ["sarif"]
