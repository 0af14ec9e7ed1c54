"""A file of every format on its whole way: repaired, decided upon, applied, brought back."""

from __future__ import annotations

import gzip
import io
import json
import pathlib
import zipfile

import pytest

from pipeline import files
from pipeline.cli import main
from pipeline.decisions.log import Log
from pipeline.decisions.record import parse
from pipeline.files import digest_of, opened
from pipeline.formats import FORMATS, SUFFIXES

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SENTENCE = "Stalls live on the 红利 of cheap rent."


def docx() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p></w:document>')
    return file.getvalue()


def parquet() -> bytes:
    pa = pytest.importorskip("pyarrow")
    file = io.BytesIO()
    pytest.importorskip("pyarrow.parquet").write_table(pa.table({"text": ["x", SENTENCE]}), file)
    return file.getvalue()


FILES = {
    "a.txt": lambda: SENTENCE.encode(), "a.md": lambda: f"# Note\n\n{SENTENCE}\n".encode(), "a.html": lambda: f"<p>{SENTENCE}</p>".encode(),
    "a.srt": lambda: f"1\n00:00:01,000 --> 00:00:02,000\n{SENTENCE}\n".encode(), "a.vtt": lambda: f"WEBVTT\n\n00:01.000 --> 00:02.000\n{SENTENCE}".encode(),
    "a.po": lambda: f'msgid "a"\nmsgstr "{SENTENCE}"\n'.encode(), "a.jsonl": lambda: json.dumps({"text": SENTENCE}).encode(),
    "a.jsonl.gz": lambda: gzip.compress(json.dumps({"text": SENTENCE}).encode(), mtime=0), "a.csv": lambda: f'id,text\n1,"{SENTENCE}"\n'.encode("gb18030"),
    "a.tsv.gz": lambda: gzip.compress(f"id\ttext\n1\t{SENTENCE}\n".encode(), mtime=0), "a.parquet": parquet, "a.docx": docx,
}  # fmt: skip


def format_of(name: str) -> str:
    return SUFFIXES[files.format_of(name)]


def said(path: pathlib.Path) -> list[str]:
    """The texts of a file that may hold a leftover, and those of one that holds none by its bytes."""
    return [doc.source for doc in opened(format_of(path.name)).read(path.read_bytes(), path.name)]


def test_every_format_is_here() -> None:
    assert {format_of(name) for name in FILES} == set(FORMATS)


@pytest.mark.parametrize("name", FILES)
def test_decisions_are_applied_and_taken_back(name: str, tmp_path: pathlib.Path) -> None:
    file, out = tmp_path / name, tmp_path / "out"
    file.write_bytes(FILES[name]())
    assert main(["clean", str(file), "-o", str(out)]) == 0
    assert not any("红利" in text for text in said(out / name))
    (row,) = json.loads((out / "report.json").read_text("utf-8"))["edits"]
    decided = {k: row[k] for k in ("article", "before", "context")} | {"v": 1, "edit": row["id"], "action": "edit", "by": "Ann"}
    for wording in ("红火 gain", "windfall"):
        Log(out / "decisions.jsonl").append([parse(decided | {"text": wording}, "test")])
        assert main(["apply", str(out / "decisions.jsonl"), str(out)]) == 0
        if wording != "windfall":
            assert any(SENTENCE.replace("红利", wording) in text for text in said(out / name))
    assert not any("红" in text for text in said(out / name))
    assert main(["undo", str(out)]) == 0
    form = opened(format_of(name))
    # What a file is known by: of a compressed one the bytes that it holds, of Parquet what it says.
    assert digest_of(form, (out / name).read_bytes(), name) == digest_of(form, file.read_bytes(), name)
    assert name.endswith((".gz", ".parquet")) or (out / name).read_bytes() == file.read_bytes()


CLEAN = {"b.jsonl": b'{"text": "fine"}\n', "b.csv": b"text\nfine\n", "b.jsonl.gz": gzip.compress(b'{"text": "fine"}', mtime=0)}


@pytest.mark.parametrize("name", [*FILES, *CLEAN])
def test_committed_output_is_fresh_until_the_input_changes(name: str, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / name).write_bytes(CLEAN[name] if name in CLEAN else FILES[name]())
    checking = ["check", str(folder), "--field", "text", "--output", str(out), "--fail-on", "never"]
    assert main(["clean", str(folder), "--field", "text", "-o", str(out)]) == 0
    assert main(checking) == 0
    assert "what clean makes now" not in capsys.readouterr().out
    (out / name).write_bytes(b"other")
    assert main(checking) == 0
    assert f"{name}: warning output is not what clean makes now" in capsys.readouterr().out
