"""The language server, spoken to over standard input and output as an editor does."""

from __future__ import annotations

import json
import pathlib
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from pipeline.language_server.positions import Positions

pytest.importorskip("pygls", reason="the language server is an extra")

TEXT = "The \U0001f600 𠮷 a\u2028 shop lives on 红利 of traffic.\r\nIt sells 𠀋𠀋。\n"


class Editor:
    """A client that writes requests and reads what comes back; messages of the server that nobody asked for are kept."""

    def __init__(self, folder: pathlib.Path, encodings: list[str] | None = None) -> None:
        command = [sys.executable, "-c", "from pipeline.cli import entry; entry()", "lsp"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder)
        self.number = 0
        self.told: list[dict[str, Any]] = []
        general = {"general": {"positionEncodings": encodings}} if encodings else {}
        self.capabilities = self.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": general})["capabilities"]
        self.tell("initialized", {})

    def tell(self, method: str, params: dict[str, Any] | None, **more: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", "method": method, **({} if params is None else {"params": params}), **more}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def read(self) -> dict[str, Any]:
        assert self.process.stdout
        length = 0
        while (line := self.process.stdout.readline().strip()) or not length:
            assert line, "the server ended"
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        return message

    def ask(self, method: str, params: dict[str, Any] | None) -> Any:
        self.number += 1
        self.tell(method, params, id=self.number)
        while (message := self.read()).get("id") != self.number or "method" in message:
            self.told.append(message)
        assert "error" not in message, message
        return message["result"]

    def wait_for(self, method: str) -> dict[str, Any]:
        while True:
            for message in self.told:
                if message.get("method") == method:
                    self.told.remove(message)
                    params: dict[str, Any] = message["params"]
                    return params
            self.told.append(self.read())

    def open(self, file: pathlib.Path, text: str, language: str = "plaintext") -> list[dict[str, Any]]:
        self.tell("textDocument/didOpen", {"textDocument": {"uri": file.as_uri(), "languageId": language, "version": 1, "text": text}})
        found: list[dict[str, Any]] = self.wait_for("textDocument/publishDiagnostics")["diagnostics"]
        return found

    def close(self) -> int:
        self.ask("shutdown", None)
        self.tell("exit", None)
        return self.process.wait(30)


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    (tmp_path / "glossary.csv").write_text("zh,en,pos\n红利,dividend,noun\n", "utf-8")
    (tmp_path / "keep.csv").write_text("zh\n𠮷\n", "utf-8")
    return tmp_path


@pytest.fixture
def editor(folder: pathlib.Path) -> Iterator[Editor]:
    made = Editor(folder)
    yield made
    if made.process.poll() is None:
        assert made.close() == 0


def applied(text: str, change: dict[str, Any]) -> str:
    """``text`` with one edit whose columns are UTF-16 units and whose lines end as the protocol says."""
    lines = text.replace("\r\n", "\n").split("\n")
    start, end = change["range"]["start"], change["range"]["end"]
    assert start["line"] == end["line"]
    units = lines[start["line"]].encode("utf-16-le")
    lines[start["line"]] = (units[: 2 * start["character"]] + change["newText"].encode("utf-16-le") + units[2 * end["character"] :]).decode("utf-16-le")
    return "\n".join(lines)


def fixes(editor: Editor, file: pathlib.Path, one: dict[str, Any]) -> list[dict[str, Any]]:
    params = {"textDocument": {"uri": file.as_uri()}, "range": one["range"], "context": {"diagnostics": [one]}}
    found: list[dict[str, Any]] = editor.ask("textDocument/codeAction", params)
    return found


def test_diagnostics_and_quick_fixes_stand_at_their_place(editor: Editor, folder: pathlib.Path) -> None:
    file = folder / "a.txt"
    first, second, third = editor.open(file, TEXT)
    assert (first["code"], first["severity"], second["severity"], third["code"]) == ("leftover", 2, 1, "mark")
    assert first["range"]["start"] == {"line": 0, "character": len("The \U0001f600 𠮷 a\u2028 shop lives on ".encode("utf-16-le")) // 2}
    assert second["range"]["start"] == {"line": 1, "character": 9}
    found = fixes(editor, file, first)
    best = found[0]
    assert best["isPreferred"] and best["kind"] == "quickfix" and best["diagnostics"][0]["message"] == first["message"]
    (change,) = best["edit"]["documentChanges"][0]["edits"]
    assert applied(TEXT, change).startswith("The \U0001f600 𠮷 a\u2028 shop lives on dividend")
    assert len([f for f in found if f["title"].startswith("Write ")]) > 1, "the alternatives are offered as well"
    ignore = next(f for f in found if f["title"].startswith("Ignore"))
    (change,) = ignore["edit"]["documentChanges"][0]["edits"]
    assert applied(TEXT, change).startswith(TEXT.split("\r\n")[0] + " <!-- hanmend: ignore -->\n")
    assert not [f for f in fixes(editor, file, second) if f["title"].startswith("Write ")], "nothing is proposed for what nobody knows"


def test_a_change_is_judged_again_and_a_closed_article_is_forgotten(editor: Editor, folder: pathlib.Path) -> None:
    file = folder / "a.md"
    assert editor.open(file, "Clean.\n", "markdown") == []
    for version, text in enumerate(("The 红", "The 红利", "The 红利 fades, `红利` stays.\n"), 2):
        editor.tell("textDocument/didChange", {"textDocument": {"uri": file.as_uri(), "version": version}, "contentChanges": [{"text": text}]})
    told = editor.wait_for("textDocument/publishDiagnostics")
    assert (told["version"], [d["range"]["start"]["character"] for d in told["diagnostics"]]) == (4, [4])
    editor.tell("textDocument/didClose", {"textDocument": {"uri": file.as_uri()}})
    assert editor.wait_for("textDocument/publishDiagnostics")["diagnostics"] == []


def test_hover_shows_gloss_and_evidence(editor: Editor, folder: pathlib.Path) -> None:
    file = folder / "a.txt"
    (first, *_) = editor.open(file, TEXT)
    hover = editor.ask("textDocument/hover", {"textDocument": {"uri": file.as_uri()}, "position": first["range"]["start"]})
    assert hover["contents"]["kind"] == "plaintext" and hover["range"] == first["range"]
    assert "红利 -> 'dividend" in hover["contents"]["value"] and "dividend (noun, house glossary)" in hover["contents"]["value"] and "Evidence: " in hover["contents"]["value"]
    assert editor.ask("textDocument/hover", {"textDocument": {"uri": file.as_uri()}, "position": {"line": 0, "character": 1}}) is None


def test_add_to_glossary_writes_a_canonical_row_and_judges_again(editor: Editor, folder: pathlib.Path) -> None:
    file = folder / "a.txt"
    (one,) = editor.open(file, "The 优势 of it.\n")
    action = next(f for f in fixes(editor, file, one) if f["title"].startswith("Add 优势"))
    uri, zh, _ = action["command"]["arguments"]
    editor.ask("workspace/executeCommand", {"command": action["command"]["command"], "arguments": [uri, zh, "forte"]})
    assert (folder / "glossary.csv").read_text("utf-8") == "zh,en,pos\n优势,forte,\n红利,dividend,noun\n"
    assert "优势 -> 'forte'" in editor.wait_for("textDocument/publishDiagnostics")["diagnostics"][0]["message"]
    editor.ask("workspace/executeCommand", {"command": action["command"]["command"], "arguments": [uri, zh, "坏"]})
    said = [m["params"] for m in editor.told if m.get("method") == "window/showMessage"]
    assert said[-1]["type"] == 1 and "holds Chinese" in said[-1]["message"]
    assert "坏" not in (folder / "glossary.csv").read_text("utf-8")


def test_a_wrong_glossary_is_shown_and_the_server_goes_on(editor: Editor, folder: pathlib.Path) -> None:
    good = (folder / "glossary.csv").read_text("utf-8")
    (folder / "glossary.csv").write_text("zh,en\n红利,红利\n", "utf-8")
    file = folder / "a.txt"
    editor.tell("textDocument/didOpen", {"textDocument": {"uri": file.as_uri(), "languageId": "plaintext", "version": 1, "text": "The 红利.\n"}})
    assert "glossary.csv:2" in editor.wait_for("window/showMessage")["message"]
    (folder / "glossary.csv").write_text(good, "utf-8")
    editor.tell("textDocument/didSave", {"textDocument": {"uri": file.as_uri()}})
    assert len(editor.wait_for("textDocument/publishDiagnostics")["diagnostics"]) == 1


def test_files_that_are_no_articles_have_nothing_said_about_them(editor: Editor, folder: pathlib.Path) -> None:
    assert editor.open(folder / "a.py", "# 红利\n", "python") == []


def test_the_encoding_of_positions_is_negotiated(folder: pathlib.Path) -> None:
    editor = Editor(folder, ["utf-8", "utf-16"])
    (first, *_) = editor.open(folder / "a.txt", TEXT)
    unit = {"utf-8": "utf-8", "utf-16": "utf-16-le"}[editor.capabilities["positionEncoding"]]
    assert first["range"]["start"]["character"] * (2 if unit == "utf-16-le" else 1) == len("The \U0001f600 𠮷 a\u2028 shop lives on ".encode(unit))
    assert editor.close() == 0


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_positions_come_back_as_they_were(encoding: str) -> None:
    text = "a𠮷\u2028b\r\nc\rd\n\U0001f600e\u0301"
    positions = Positions(text, encoding)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":
            assert positions.offset(*positions.position(offset)) == offset
    assert positions.position(len(text))[0] == 3
    assert positions.offset(99, 0) == len(text) and positions.offset(1, 99) == text.index("\rd")
