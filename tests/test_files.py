"""Which files are read, where they go, and that a write is whole or did not happen."""

from __future__ import annotations

import errno
import hashlib
import os
import pathlib
import stat
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from pipeline import formats
from pipeline.errors import InputError, OutputError
from pipeline.files import digest, document_bytes, inputs, read_bytes, read_document, targets, write_atomic

ROOT = pathlib.Path(__file__).parent.parent
SUFFIXES = (".txt", ".md")


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    for name in ("in/b.txt", "in/a.md", "in/x/y.txt", "in/.hidden.txt", "in/.git/c.txt", "in/skip.png", "other/b.txt"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name)
    return tmp_path


def ids(*paths: str | pathlib.Path) -> list[str]:
    return [one.id for one in inputs(paths, SUFFIXES)]


def test_folders_are_walked_in_order_and_hidden_files_passed_over(folder: pathlib.Path) -> None:
    assert ids(folder / "in") == ["a.md", "b.txt", "x/y.txt"]


def test_a_file_is_named_by_its_name_and_taken_once(folder: pathlib.Path) -> None:
    file = folder / "in/x/y.txt"
    assert ids(file, str(file), folder / "in/x") == ["y.txt"]


def test_a_file_and_a_link_of_the_same_name_are_one(folder: pathlib.Path) -> None:
    (folder / "links").mkdir()
    (folder / "links/b.txt").symlink_to(folder / "in/b.txt")
    assert ids(folder / "in/b.txt", folder / "links/b.txt") == ["b.txt"]


def test_a_cycle_of_links_ends(folder: pathlib.Path) -> None:
    (folder / "in/x/up").symlink_to(folder / "in", target_is_directory=True)
    assert ids(folder / "in") == ["a.md", "b.txt", "x/y.txt"]


def test_upper_case_suffix_is_known(folder: pathlib.Path) -> None:
    (folder / "in/C.TXT").write_text("c")
    assert "C.TXT" in ids(folder / "in")


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["in/none.txt"], "no such file or folder"),
        (["in/b.tx"], "did you mean 'b.txt'"),
        (["in/skip.png"], "unknown suffix '.png'; known are .md, .txt"),
        (["in/.git/empty"], "no article in this folder"),
        (["in/b.txt", "other/b.txt"], "would both be written to 'b.txt'"),
    ],
)
def test_wrong_input_is_refused(folder: pathlib.Path, names: list[str], said: str) -> None:
    (folder / "in/.git/empty").mkdir()
    with pytest.raises(InputError) as refused:
        ids(*(folder / name for name in names))
    assert said in str(refused.value)


def test_targets_keep_the_shape_of_the_folder(folder: pathlib.Path) -> None:
    paths = [folder / "in"]
    found = targets(inputs(paths, SUFFIXES), paths, folder / "out/deep")
    assert found == {name: folder / "out/deep" / name for name in ("a.md", "b.txt", "x/y.txt")}


@pytest.mark.parametrize(
    ("output", "said"),
    [("in", "lies inside"), ("in/out", "lies inside"), (".", "holds the input"), ("other/b.txt", "is a file"), ("other/b.txt/out", "cannot write there")],
)
def test_wrong_output_is_refused_before_anything_is_written(folder: pathlib.Path, output: str, said: str) -> None:
    before = sorted(folder.rglob("*"))
    with pytest.raises(OutputError) as refused:
        targets(inputs([folder / "in"], SUFFIXES), [folder / "in"], folder / output)
    assert said in str(refused.value)
    assert sorted(folder.rglob("*")) == before


def test_output_that_links_to_an_input_is_refused(folder: pathlib.Path) -> None:
    (folder / "out").mkdir()
    (folder / "out/b.txt").symlink_to(folder / "in/b.txt")
    with pytest.raises(OutputError, match="is a link to the input"):
        targets(inputs([folder / "in"], SUFFIXES), [folder / "in"], folder / "out")


@pytest.mark.parametrize("name", ["in", "in/gone.txt", "in/b.txt/below"])
def test_unreadable_input_is_named(folder: pathlib.Path, name: str) -> None:
    with pytest.raises(InputError, match=f"{name}: cannot read: "):
        read_bytes(folder / name)


def test_write_makes_folders_and_honours_the_umask(tmp_path: pathlib.Path) -> None:
    old = os.umask(0o027)
    try:
        write_atomic(tmp_path / "a/b/c.txt", b"new")
    finally:
        os.umask(old)
    assert (tmp_path / "a/b/c.txt").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "a/b/c.txt").stat().st_mode) == 0o640


def test_write_keeps_the_mode_and_the_link(tmp_path: pathlib.Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_bytes(b"old")
    real.chmod(0o604)
    link.symlink_to(real)
    write_atomic(link, b"new")
    assert link.is_symlink() and real.read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o604


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="file names are Unicode there")
def test_a_name_that_is_not_utf_8_is_refused_by_name(tmp_path: pathlib.Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_bytes(b"x")
    with pytest.raises(InputError, match=r"caf\\xe9.txt: the file name is not UTF-8"):
        inputs([tmp_path], SUFFIXES)


def raising(error: BaseException) -> Callable[..., Any]:
    def fail(*_: object) -> None:
        raise error

    return fail


FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("call", ["fsync", "replace", "fchmod"])
@pytest.mark.parametrize(("error", "seen"), [(FULL, OutputError), (OSError(errno.EROFS, "read-only"), OutputError), (KeyboardInterrupt(), KeyboardInterrupt)])
def test_a_failed_write_leaves_the_old_file_and_no_other(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, call: str, error: BaseException, seen: type[BaseException]
) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")
    monkeypatch.setattr(os, call, raising(error))
    with pytest.raises(seen):
        write_atomic(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_full_disk_is_said_with_the_way_out(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", raising(FULL))
    with pytest.raises(OutputError, match="a.txt: cannot write: .*free some space"):
        write_atomic(tmp_path / "a.txt", b"new")


def test_a_parent_that_is_a_file_is_said(folder: pathlib.Path) -> None:
    with pytest.raises(OutputError, match="cannot write"):
        write_atomic(folder / "in/b.txt/c.txt", b"x")


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of a process")
def test_a_real_limit_of_file_size_leaves_nothing_behind(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")
    code = (
        "import pathlib, resource, signal, sys\nfrom pipeline.errors import OutputError\nfrom pipeline.files import write_atomic\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\nresource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n    write_atomic(pathlib.Path(sys.argv[1]), b'x' * 5000)\nexcept OutputError as error:\n    print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=True, cwd=ROOT)
    assert "cannot write" in done.stdout
    assert file.read_bytes() == b"old" and list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("data", ["the 红利\r\n".encode(), b"\xef\xbb\xbfa\n", "那个红利的市场".encode("gb18030"), "the 红利 of it".encode("utf-16")])
def test_a_document_comes_back_as_the_same_bytes(data: bytes) -> None:
    doc = read_document(data, "x.txt", "text")
    assert document_bytes(doc, doc.source) == data


def test_digest_is_sha256() -> None:
    assert digest(b"abc") == hashlib.sha256(b"abc").hexdigest()


def test_lists_reports_and_tables_in_a_folder_are_no_articles(tmp_path: pathlib.Path) -> None:
    texts = {"a.csv": "text\nx", "glossary.csv": "zh,en", "keep.csv": "zh", "report.md": "# hanmend report\n", "report.html": "<title>hanmend review</title>\n",
             "x/report.html": "<title>Annual report</title>", "x/report.md": "# Annual"}  # fmt: skip
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    assert [one.id for one in inputs([tmp_path], formats.SUFFIXES)] == ["x/report.html", "x/report.md"]
    assert [one.id for one in inputs([tmp_path], formats.SUFFIXES, fields=("text",))] == ["a.csv", "x/report.html", "x/report.md"]
    assert [one.id for one in inputs([tmp_path / "a.csv"], formats.SUFFIXES)] == ["a.csv"]
