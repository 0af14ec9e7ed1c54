"""What README and docs show can be typed: commands and options exist, examples in Python give what stands beside them."""

from __future__ import annotations

import ast
import pathlib
import re
import shlex

import pytest

import pipeline
from pipeline.cli import main

ROOT = pathlib.Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
_BLOCK = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.DOTALL | re.MULTILINE)
_INLINE = re.compile(r"`(hanmend [a-z][^`\n]*)`")


def blocks(page: pathlib.Path, *languages: str) -> list[str]:
    return [body for _, language, body in _BLOCK.findall(page.read_text("utf-8")) if language in languages]


def commands(page: pathlib.Path) -> list[list[str]]:
    """Every command line of the program on ``page``, from blocks of shell and from running text, up to a pipe or a comment."""
    text = page.read_text("utf-8")
    shell = [line for body in blocks(page, "sh", "bash", "console") for line in body.replace("\\\n", " ").splitlines()]
    lines = [*(line[line.index("hanmend ") :] for line in shell if re.search(r"(?:^|[ /])hanmend [a-z]", line)), *_INLINE.findall(text)]
    return [shlex.split(re.split(r" [|>&]|;", line)[0].replace("...", ""), comments=True)[1:] for line in lines]


def help_of(words: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[str, list[str]]:
    """The help of the command that ``words`` name, and the words behind its name."""
    name = words[:2] if words[0] in ("glossary", "memory") and len(words) > 1 and words[1].isalpha() and words[1].islower() else words[:1]
    status = main([*name, "--help"])
    shown = capsys.readouterr()
    assert status == 0, shown.err
    return shown.out, words[len(name) :]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_and_their_options_exist(page: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in commands(page):
        if words[0] == "COMMAND":
            continue
        shown, given = help_of(words, capsys)
        options = {word.partition("=")[0] for word in given if re.fullmatch(r"--?[a-z][a-z-]*(?:=.*)?", word)}
        assert {o for o in options if not re.search(rf"(?<![\w-]){re.escape(o)}(?![\w-])", shown)} == set(), words


def test_the_pages_show_commands() -> None:
    assert sum(len(commands(page)) for page in PAGES) > 30


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples_in_python_give_what_stands_beside_them(page: pathlib.Path, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "hanmend.toml").write_text('apply = "review"\n', "utf-8")
    for body in blocks(page, "python"):
        names: dict[str, object] = {"texts": ["the 红利 of traffic"], "pipeline": pipeline}
        for node in ast.parse(body).body:
            code = ast.get_source_segment(body, node) or ""
            said = body.splitlines()[(node.end_lineno or 1) - 1].partition("  # ")[2].strip()
            if re.match(r"(?:dataset|frame|spark)\b", code):
                # Of another program: it stands there to be read.
                continue
            if said.startswith("'"):
                assert eval(code, names) == ast.literal_eval(said), code
            else:
                exec(code, names)
