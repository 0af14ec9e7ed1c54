"""``NAME.diff`` turns the input into the output with the real ``patch``, byte for byte, and back with ``patch -R``."""

from __future__ import annotations

import pathlib
import shutil
import subprocess

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline import edits
from pipeline.cli import main
from pipeline.encodings import encode
from pipeline.files import read_document
from pipeline.model import Document, Edit, Envelope, Origin, Safety, Span
from pipeline.reports.unified import unified_diff

PATCH = pytest.mark.skipif(shutil.which("patch") is None, reason="the program patch is not installed")
LINES = [f"Line {n} of the text.\n" for n in range(30)]
TEXTS = {
    "one line": "The 红利 of traffic.\n",
    "no final newline": "First.\nThe 红利 of traffic。",
    "crlf": "First.\r\nThe 红利 of traffic。\r\nLast.\r\n",
    "crlf in every line that changes": "The 红利。\r\nThe 红利。\r\n",
    "lone cr": "First.\rThe 红利 of traffic。\rLast.\rEnd",
    "mixed ends": "First。\r\nSecond。\nThird。\rFourth。\n\rFifth。",
    "other line ends": "The 红利\x0bof\x0ctraffic。\x85Next\u2028line。\n",
    "far apart": "".join(["The 红利 fades.\n", *LINES, "A 优势 stays。\n", *LINES[:7], "The 红利 again.\n", *LINES[:6], "The 红利。\n"]),
    "lines that look like a diff": "--- a\n+++ b\n@@ -1 +1 @@\n-红利\n+红利\n\\ No newline at end of file\n The 红利。\n",
    "everything goes": "。",
    "empty lines": "\n\n\nThe 红利。\n\n\n",
}


def patched(tmp_path: pathlib.Path, name: str, data: bytes, diff: bytes, *options: str) -> bytes:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_bytes(data)
    (tmp_path / "it.diff").write_bytes(diff)
    done = subprocess.run(["patch", "-p1", "--fuzz=0", *options, "-i", "it.diff"], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0 and b"offset" not in done.stdout, done.stdout + done.stderr + diff
    return (tmp_path / name).read_bytes()


@PATCH
@pytest.mark.parametrize("case", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_patch_makes_the_output_and_takes_it_back(tmp_path: pathlib.Path, case: str, encoding: str) -> None:
    data = TEXTS[case].encode(encoding)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a b.txt").write_bytes(data)
    assert main(["clean", str(tmp_path / "in"), "-o", str(tmp_path / "out")]) == 0
    output, diff = (tmp_path / "out" / "a b.txt").read_bytes(), (tmp_path / "out" / "a b.txt.diff").read_bytes()
    assert output != data
    assert patched(tmp_path / "forth", "a b.txt", data, diff) == output
    assert patched(tmp_path / "back", "a b.txt", output, diff, "-R") == data


@PATCH
@pytest.mark.parametrize("name", ["plain.txt", "deep/er/a b.txt", "tab\there.txt", 'quo"te.txt', "back\\slash.txt", "红利.txt", "-dash.txt"])
def test_names_that_need_care(tmp_path: pathlib.Path, name: str) -> None:
    data = b"The \xe7\xba\xa2\xe5\x88\xa9 fades.\n"
    doc = read_document(data, name, "text")
    done = [Edit(Span(4, 6), "红利", "dividend", Origin("rule"), 1.0, Safety.AUTO)]
    assert patched(tmp_path, name, data, unified_diff(doc, done, data)) == b"The dividend fades.\n"


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_git_applies_it_too(tmp_path: pathlib.Path) -> None:
    data = TEXTS["far apart"].encode()
    (tmp_path / "a.txt").write_bytes(data)
    assert main(["clean", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out")]) == 0
    done = subprocess.run(["git", "apply", "--unidiff-zero", "out/a.txt.diff"], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "a.txt").read_bytes() == (tmp_path / "out" / "a.txt").read_bytes()


PIECES = st.lists(st.sampled_from(["a", "b", "红", "\n", "\n", "\r\n", "\r", " ", "𠮷", "\u4e0a"]), max_size=60).map("".join)


@PATCH
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(PIECES, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 4), PIECES.map(lambda t: t[:6])), max_size=6), st.sampled_from(["utf-8", "gb18030", "utf-16-le"]))
def test_any_edits_even_of_line_ends(tmp_path: pathlib.Path, text: str, rows: list[tuple[int, int, str]], encoding: str) -> None:
    """Also ``before`` and ``after`` with line ends in them, which no gate lets pass, and 0x0A as half of a character."""
    doc = Document("x.txt", text, envelope=Envelope(encoding))
    spans = [(Span(min(s, len(text)), min(s + n, len(text))), after) for s, n, after in rows]
    done = edits.select(Edit(span, span.of(text), after, Origin("rule"), 1.0, Safety.AUTO) for span, after in spans)
    data = encode(text, doc.envelope)
    output = encode(edits.apply(text, done), doc.envelope)
    diff = unified_diff(doc, done, data)
    assert diff or output == data
    if diff and output and data:
        assert patched(tmp_path, "x.txt", data, diff) == output
