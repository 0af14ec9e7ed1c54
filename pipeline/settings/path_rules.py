"""Rules of a recipe for some paths: ``[[paths]]`` with the globs that they hold for."""

from __future__ import annotations

import functools
import os
import pathlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model import Settings


@dataclass(frozen=True, slots=True)
class PathRule:
    """``match`` are globs, relative to ``folder``, the folder of the recipe; the rest is added for articles that one of them matches."""

    match: tuple[str, ...]
    folder: str = ""
    domains: tuple[str, ...] = ()
    glossaries: tuple[str, ...] = ()
    keep_lists: tuple[str, ...] = ()

    def holds(self, path: str) -> bool:
        """True where ``path``, as it was given or relative to the folder of the recipe, matches."""
        return any(_pattern(glob).fullmatch(name) for name in _names(path, self.folder) for glob in self.match)


def settings_for(path: str, rules: Sequence[PathRule]) -> Settings:
    """What the rules that hold for ``path`` add, the last of them first: the more particular stands below the general."""
    held = [rule for rule in reversed(rules) if rule.holds(path)]
    return Settings(
        domains=tuple(dict.fromkeys(domain for rule in held for domain in rule.domains)),
        glossaries=tuple(dict.fromkeys(file for rule in held for file in rule.glossaries)),
        keep_lists=tuple(dict.fromkeys(file for rule in held for file in rule.keep_lists)),
    )


def _names(path: str, folder: str) -> tuple[str, ...]:
    given = pathlib.PurePath(path).as_posix().removeprefix("./")
    relative = os.path.relpath(os.path.abspath(path), os.path.abspath(folder))  # noqa: PTH100  resolve() would follow links
    return (given, pathlib.PurePath(relative).as_posix())


@functools.lru_cache(maxsize=256)
def _pattern(glob: str) -> re.Pattern[str]:
    """``*`` and ``?`` stay in one folder, ``**`` crosses them; a folder means all that is in it."""
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", glob + "**" if glob.endswith("/") else glob)
    known = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(known.get(part, re.escape(part)) for part in parts))
