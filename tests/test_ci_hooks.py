"""The pre-commit hooks, run by pre-commit itself in a scratch repository; and the schema of the hook file."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys
import sysconfig

import pytest

ROOT = pathlib.Path(__file__).parent.parent
HOOKS = ROOT / ".pre-commit-hooks.yaml"
yaml = pytest.importorskip("yaml", reason="pre-commit brings the YAML reader")
pytest.importorskip("pre_commit")


def run(folder: pathlib.Path, *command: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT", "PYTHONPATH"))}
    path = os.pathsep.join((sysconfig.get_path("scripts"), os.environ["PATH"]))
    home = str(folder.parent / "home")
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env={**clean, "PATH": path, "PRE_COMMIT_HOME": home})


def git(folder: pathlib.Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(folder, "git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", *arguments)


@pytest.fixture
def repository(tmp_path: pathlib.Path) -> pathlib.Path:
    """A repository whose config takes the hooks of this one as they are, but from this environment instead of a fresh one."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "-q")
    hooks = [{**hook, "language": "system"} for hook in yaml.safe_load(HOOKS.read_text("utf-8"))]
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": hooks}]}), "utf-8")
    return folder


def test_the_hook_file_is_valid_to_pre_commit() -> None:
    done = subprocess.run([sys.executable, "-m", "pre_commit", "validate-manifest", str(HOOKS)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_a_commit_with_a_leftover_is_stopped_and_the_repaired_one_passes(repository: pathlib.Path) -> None:
    assert run(repository, sys.executable, "-m", "pre_commit", "install").returncode == 0
    for name in ("a", "b"):
        (repository / name).mkdir()
        (repository / name / "index.md").write_text(f"As the 红利 of {name} fades.\n", "utf-8")
    (repository / "notes.csv").write_text("红利\n", "utf-8")
    git(repository, "add", "-A")
    stopped = git(repository, "commit", "-m", "leftovers")
    said = stopped.stdout + stopped.stderr
    assert stopped.returncode == 1
    assert "a/index.md:1:8: error leftover 红利" in said and "b/index.md:1:8: error leftover 红利" in said
    assert "files were modified by this hook" in said, "hanmend-clean repaired them"
    assert (repository / "a" / "index.md").read_text("utf-8") == "As the dividend of a fades.\n"
    assert git(repository, "status", "--short", "--untracked-files=all").stdout.count("??") == 0, "nothing but the articles was written"
    git(repository, "add", "-A")
    passed = git(repository, "commit", "-m", "repaired")
    assert passed.returncode == 0, passed.stdout + passed.stderr
