"""Which files and lines changed since a revision: git says so."""

from __future__ import annotations

import os
import pathlib
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.errors import InputError
from pipeline.problems.problem import Problem

_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
# Whatever the user set for diffs must not change what is read here.
_DIFF = ("diff", "--no-ext-diff", "--no-textconv", "--no-color", "--no-relative", "--find-renames", "--unified=0", "--inter-hunk-context=0", "--ignore-submodules")


@dataclass(frozen=True, slots=True)
class Changes:
    """Changed line ranges (first, last; from 1) by the real path of a file; ``None`` where all of the file is new or binary to git."""

    lines: dict[pathlib.Path, tuple[tuple[int, int], ...] | None]

    def touch(self, file: pathlib.Path) -> bool:
        """True where something in ``file`` was added or changed."""
        return self.lines.get(file.resolve(), ()) != ()

    def among(self, file: pathlib.Path, problems: Sequence[Problem]) -> list[Problem]:
        """The problems that stand on a changed line, and those that have no line."""
        ranges = self.lines.get(file.resolve(), ())
        if ranges is None:
            return list(problems)
        return [p for p in problems if not (p.start and p.end) or any(p.start.line <= last and first <= p.end.line for first, last in ranges)]


def changes_since(revision: str, folder: pathlib.Path) -> Changes:
    """What changed in the working tree since the commit where it parted from ``revision``; files that git does not know yet are new.

    Raises InputError where git is missing, ``folder`` lies in no repository, or the revision is not known here.
    """
    root = pathlib.Path(_git(folder, "rev-parse", "--show-toplevel").decode().removesuffix("\n"))
    base = _base(root, revision)
    names = _split(_git(root, *_DIFF, "--name-only", "-z", "--diff-filter=d", base))
    patches = re.split(rb"^diff --git ", _git(root, *_DIFF, "--diff-filter=d", base), flags=re.MULTILINE)[1:]
    lines: dict[pathlib.Path, tuple[tuple[int, int], ...] | None] = {}
    for name, patch in zip(names, patches, strict=True):
        lines[(root / name).resolve()] = _ranges(patch)
    for name in _split(_git(root, "ls-files", "--others", "--exclude-standard", "-z")):
        lines[(root / name).resolve()] = None
    return Changes(lines)


def _base(root: pathlib.Path, revision: str) -> str:
    try:
        commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    except InputError:
        raise InputError(f"--changed-since {revision}: git knows no such revision in {root}; fetch it first (in CI: fetch-depth: 0)") from None
    try:
        return _git(root, "merge-base", commit, "HEAD").decode().split("\n")[0]
    except InputError:
        raise InputError(f"--changed-since {revision}: has no commit in common with HEAD in {root}; fetch the history (in CI: fetch-depth: 0)") from None


def _ranges(patch: bytes) -> tuple[tuple[int, int], ...] | None:
    """The lines of the new side of a patch without context."""
    text = patch.decode("utf-8", "replace")
    if re.search(r"^Binary files .* differ$", text, re.MULTILINE) and not _HUNK.search(text):
        return None
    found = [(int(m[1]), int(m[2] or 1)) for m in _HUNK.finditer(text)]
    return tuple((first, first + count - 1) for first, count in found if count)


def _split(output: bytes) -> list[str]:
    return [os.fsdecode(name) for name in output.split(b"\0") if name]


def _git(folder: pathlib.Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", "-c", "core.quotePath=false", "-C", str(folder), *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        raise InputError("--changed-since needs git, which is not installed") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise InputError(f"--changed-since: git {arguments[0]} in {folder} says: {said[0] if said else f'status {done.returncode}'}")
    return done.stdout
