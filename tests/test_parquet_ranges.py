"""A Parquet file of many row groups is repaired range by range: what is written is what one piece of work would have written."""

from __future__ import annotations

import json
import pathlib
from typing import Any

import pytest

from pipeline.cli import main
from pipeline.formats.parquet import Parquet
from pipeline.runners import join, shards

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

GROUPS = 12


def written(path: pathlib.Path, dirty: tuple[int, ...]) -> None:
    """A file of ``GROUPS`` row groups of 40 rows; in the first and the last row of those that are ``dirty`` stands a leftover."""
    rows = []
    for number in range(GROUPS * 40):
        group, row = divmod(number, 40)
        left = group in dirty and row in (0, 39)
        rows.append({"id": f"r{number}", "text": f"Sentence {number} has the 红利 of it." if left else f"Sentence {number} is clean." if number % 7 else None, "n": number})
    pq.write_table(pa.Table.from_pylist(rows).replace_schema_metadata({"of": "a test"}), path, row_group_size=40, compression="gzip")


def cleaned(monkeypatch: pytest.MonkeyPatch, path: pathlib.Path, out: pathlib.Path, size: int, workers: int = 1, status: int = 0) -> dict[str, Any]:
    for module in (shards, join):
        monkeypatch.setattr(module, "RANGE", size)
    assert main(["clean", str(path), "-o", str(out), "--field", "text", "--workers", str(workers)]) == status
    return dict(json.loads((out / "report.json").read_text("utf-8")))


@pytest.mark.parametrize("dirty", [(0,), (11,), (3, 4, 9), tuple(range(GROUPS))])
@pytest.mark.parametrize(("size", "workers"), [(500, 1), (3000, 2), (100, 2)])
def test_ranges_change_nothing_in_what_is_written(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, dirty: tuple[int, ...], size: int, workers: int) -> None:
    path = tmp_path / "a.parquet"
    written(path, dirty)
    assert path.stat().st_size > 2 * size
    whole = cleaned(monkeypatch, path, tmp_path / "whole", 1 << 30)
    parts = cleaned(monkeypatch, path, tmp_path / "parts", size, workers)
    assert parts == whole and len(parts["edits"]) == 2 * len(dirty)
    assert (tmp_path / "parts" / "a.parquet").read_bytes() == (tmp_path / "whole" / "a.parquet").read_bytes() != path.read_bytes()
    made = pq.ParquetFile(tmp_path / "parts" / "a.parquet")
    assert made.num_row_groups == GROUPS and made.schema_arrow.metadata[b"of"] == b"a test"
    texts = made.read().column("text").to_pylist()
    assert [n for n, text in enumerate(texts) if text and "dividend" in text] == [40 * group + row for group in dirty for row in (0, 39)]
    found = parts["articles"][0]
    form = Parquet()
    assert found["sha256"] == f"sha256:{form.fingerprint(path.read_bytes())}"
    assert found["output_sha256"] == f"sha256:{form.fingerprint((tmp_path / 'parts' / 'a.parquet').read_bytes())}"
    assert main(["undo", str(tmp_path / "parts")]) == 0
    assert pq.read_table(tmp_path / "parts" / "a.parquet").equals(pq.read_table(path))


def test_a_file_in_which_nothing_changes_is_copied(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.parquet"
    written(path, ())
    made = cleaned(monkeypatch, path, tmp_path / "out", 500, 2)
    assert made["edits"] == [] and (tmp_path / "out" / "a.parquet").read_bytes() == path.read_bytes()
    digest = f"sha256:{Parquet().fingerprint(path.read_bytes())}"
    assert made["articles"][0]["sha256"] == made["articles"][0]["output_sha256"] == digest


def test_of_a_file_with_a_damaged_group_nothing_is_written_and_nothing_is_said_to_be(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    path = folder / "a.parquet"
    written(path, tuple(range(GROUPS)))
    (folder / "b.md").write_text("The 红利 of it.\n", "utf-8")
    meta = pq.ParquetFile(path).metadata.row_group(5).column(1)
    data = bytearray(path.read_bytes())
    at = meta.data_page_offset + 30
    data[at : at + meta.total_compressed_size // 2] = b"\xff" * (meta.total_compressed_size // 2)
    path.write_bytes(data)
    made = cleaned(monkeypatch, folder, tmp_path / "out", 500, 2, status=2)
    assert (tmp_path / "out" / "a.parquet").read_bytes() == bytes(data)
    assert {e["article"] for e in made["edits"]} == {"b.md"}
    assert [(a["id"], "cannot be read as Parquet" in a.get("error", "")) for a in made["articles"]] == [("a.parquet", True), ("b.md", False)]
    again = cleaned(monkeypatch, folder, tmp_path / "one", 1 << 30, status=2)
    assert {e["article"] for e in again["edits"]} == {"b.md"}
