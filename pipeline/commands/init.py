"""``hanmend init``: a recipe, a glossary, a keep list and a CI file for a new repository."""

from __future__ import annotations

import pathlib
import re
from typing import Annotated

import typer

from pipeline import plugins
from pipeline.errors import RecipeError

_TEMPLATES = pathlib.Path(__file__).parent.parent / "data" / "init"
_CI = {"github": {"github.yml": ".github/workflows/hanmend.yml"}, "gitlab": {"gitlab.yml": ".gitlab-ci.yml"}, "none": {}}
_UNION = b"decisions.jsonl merge=union"
_LISTS = {name: name for name in ("hanmend.toml", "glossary.csv", "keep.csv")}


def init(
    folder: Annotated[str, typer.Argument(help="The repository.")] = ".",
    ci: Annotated[str, typer.Option(help="The CI file to write: github, gitlab or none.", autocompletion=lambda: list(_CI))] = "github",
    articles: Annotated[str, typer.Option(help="The folder that the articles are in, from the repository.")] = "seeds",
) -> int:
    """Write what a repository of articles needs. A file that is there stays as it is."""
    plugins.require(ci, _CI, "CI", "--ci")
    if not re.fullmatch(r"[\w. /-]+", articles):
        raise RecipeError(f"'{articles}' for --articles: write a folder of letters, digits, blanks, dots, slashes and hyphens")
    for template, name in {**_LISTS, **_CI[ci]}.items():
        target = pathlib.Path(folder) / name
        if target.exists():
            print(f"{target}: is there already, left as it is")
        else:
            _write(template, target, articles)
            print(f"{target}: written")
    print(_attributes(pathlib.Path(folder) / ".gitattributes"))
    print(f"next: put articles into {pathlib.Path(folder) / articles}, run 'hanmend clean {articles} -o output', commit both")
    return 0


def _attributes(file: pathlib.Path) -> str:
    """Two reviews that add decisions do not conflict: git joins their lines. What stands in the file already stays."""
    from pipeline.files import write_atomic

    old = file.read_bytes() if file.exists() else b""
    if _UNION in old:
        return f"{file}: is there already, left as it is"
    write_atomic(file, old + (b"" if not old or old.endswith(b"\n") else b"\n") + _UNION + b"\n")
    return f"{file}: {'one line added' if old else 'written'}"


def _write(template: str, target: pathlib.Path, articles: str) -> None:
    from pipeline.files import write_atomic
    from pipeline.version import VERSION

    text = (_TEMPLATES / template).read_text("utf-8")
    write_atomic(target, text.replace("@VERSION@", VERSION).replace("@ARTICLES@", articles).encode())
