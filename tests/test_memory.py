"""The translation memory: what is kept, by how many at once, what survives, and what comes in and goes out."""

from __future__ import annotations

import io
import json
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.cli import main
from pipeline.errors import InputError, OutputError
from pipeline.memory.jsonl import read_lines, write_lines
from pipeline.memory.store import Memory, Recorded, Unit
from pipeline.memory.tmx import read_tmx, write_tmx

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
WORD = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
UNITS = st.builds(Unit, WORD, WORD, TEXT, TEXT, TEXT)
ANSWERS = st.builds(Recorded, WORD, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, WORD.map(lambda t: json.dumps({"text": t, "alternatives": [], "votes": 1})))
RECORDS = st.lists(st.one_of(UNITS, ANSWERS), max_size=6)


def record(key: str, text: str = "dividends", **more: str) -> Recorded:
    values = {"backend": "openai", "model": "m", "prompt": "p/1", "glossary": "", "zh": "红利", "request": "{}", **more}
    return Recorded(key=key, answer=json.dumps({"text": text}), **values)


@pytest.fixture
def path(tmp_path: pathlib.Path) -> str:
    return str(tmp_path / "memory.sqlite")


def test_of_two_answers_the_first_counts(path: str) -> None:
    one, other = Memory(path), Memory(path)
    assert one.put(record("k", "first")) == record("k", "first").answer
    assert other.put(record("k", "second")) == record("k", "first").answer
    assert other.get(["k", "unknown"]) == {"k": record("k", "first").answer}


def test_more_keys_than_a_statement_takes(path: str) -> None:
    memory = Memory(path)
    memory.add(record(str(n)) for n in range(1700))
    assert len(memory.get([str(n) for n in range(2000)])) == 1700


def test_eight_threads_lose_nothing(path: str) -> None:
    memory = Memory(path)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: memory.put(record(str(n), f"text {n}")), range(400)))
    found = Memory(path).get([str(n) for n in range(400)])
    assert {k: json.loads(v)["text"] for k, v in found.items()} == {str(n): f"text {n}" for n in range(400)}


def writing(path: str, name: str) -> subprocess.Popen[str]:
    """A process that writes answers as fast as it can and says each key once it is kept."""
    code = (
        "import json, sys, itertools\nfrom pipeline.memory.store import Memory, Recorded\nmemory = Memory(sys.argv[1])\n"
        "for n in itertools.count():\n    key = f'{sys.argv[2]}{n}'\n"
        "    memory.put(Recorded(key, 'b', 'm', 'p', '', '红利', '{}', json.dumps({'text': key})))\n    print(key, flush=True)\n"
    )
    return subprocess.Popen([sys.executable, "-c", code, path, name], stdout=subprocess.PIPE, text=True)


def test_what_was_kept_survives_kill_9_of_two_writers(path: str) -> None:
    writers = [writing(path, "a"), writing(path, "b")]
    said = [[writer.stdout.readline().strip() for _ in range(150)] for writer in writers if writer.stdout]
    for writer in writers:
        writer.send_signal(signal.SIGKILL)
        rest, _ = writer.communicate()
        said.append(rest.split("\n")[:-1])
    keys = [key for keys in said for key in keys]
    assert len(keys) >= 300
    found = Memory(path, readonly=True).get(keys)
    assert set(found) == set(keys)
    assert all(json.loads(text)["text"] == key for key, text in found.items())
    assert sqlite3.connect(path).execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_reading_needs_no_right_to_write(path: str, tmp_path: pathlib.Path) -> None:
    Memory(path).put(record("k"))
    sealed = tmp_path / "sealed"
    sealed.mkdir()
    memory = Memory(path)
    memory.close()
    shutil.copy(path, sealed / "m.sqlite")
    (sealed / "m.sqlite").chmod(0o444)
    sealed.chmod(0o555)
    try:
        assert Memory(str(sealed / "m.sqlite"), readonly=True).get(["k"])
    finally:
        sealed.chmod(0o755)


def test_wrong_files_are_named(tmp_path: pathlib.Path) -> None:
    with pytest.raises(InputError, match="none.sqlite: no translation memory there"):
        Memory(str(tmp_path / "none.sqlite"), readonly=True)
    (tmp_path / "text.sqlite").write_text("not a database at all, " * 60)
    with pytest.raises(InputError, match="text.sqlite: not a translation memory"):
        Memory(str(tmp_path / "text.sqlite"))
    other = sqlite3.connect(tmp_path / "other.sqlite")
    other.execute("CREATE TABLE cookies(name)")
    other.commit()
    with pytest.raises(InputError, match="another program"):
        Memory(str(tmp_path / "other.sqlite"))
    assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("cookies",)]
    made = Memory(str(tmp_path / "new.sqlite"))
    made._connection.execute("PRAGMA user_version = 99")
    with pytest.raises(InputError, match="another version of hanmend"):
        Memory(str(tmp_path / "new.sqlite"))


def test_a_memory_that_cannot_be_written_says_so(path: str) -> None:
    Memory(path)
    with pytest.raises(OutputError, match="cannot write the translation memory"):
        Memory(path, readonly=True).put(record("k"))


def test_an_import_that_fails_keeps_nothing(path: str, tmp_path: pathlib.Path) -> None:
    lines = [*write_lines([Unit("红利", "bonus")]), '{"kind": "unit", "zh": "", "en": "x"}\n']
    (tmp_path / "in.jsonl").write_text("".join(lines), "utf-8")
    assert main(["memory", "import", str(tmp_path / "in.jsonl"), "--memory-file", path]) == 2
    assert list(Memory(path).records()) == []


def test_prune_forgets_what_is_named_and_no_unit(path: str) -> None:
    memory = Memory(path)
    memory.add([Unit("红利", "bonus"), record("1", model="old"), record("2", model="new"), record("3", backend="deepl", model="old")])
    assert memory.prune(backend="openai", model="old") == 1
    assert {r.key for r in memory.records() if isinstance(r, Recorded)} == {"2", "3"}
    assert memory.prune(keep=1) == 1
    assert [r.key if isinstance(r, Recorded) else r.en for r in memory.records()] == ["bonus", "3"]


def test_records_come_in_an_order_that_depends_on_the_content_alone(tmp_path: pathlib.Path) -> None:
    records = [record(str(n), zh=zh) for n, zh in enumerate("红利流量")] + [Unit("促", "b"), Unit("促", "a")]
    one, other = Memory(str(tmp_path / "1")), Memory(str(tmp_path / "2"))
    one.add(records)
    other.add(reversed(records))
    assert list(one.records()) == list(other.records())
    assert one.digest() == other.digest() != Memory("").digest()


@settings(max_examples=60, deadline=None)
@given(RECORDS)
def test_json_lines_round_trip(records: list[Recorded | Unit]) -> None:
    assert list(read_lines("".join(write_lines(records)), "x")) == records


@settings(max_examples=60, deadline=None)
@given(RECORDS)
def test_tmx_round_trip(records: list[Recorded | Unit]) -> None:
    assert list(read_tmx(io.BytesIO("".join(write_tmx(records)).encode()), "x")) == records


def test_exported_and_imported_by_command(path: str, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    memory = Memory(path)
    memory.add([Unit("红利", "bonus", "the ", " of"), record("1", "a < b & \x0b c\r\n"), record("2", model="<&>\"'")])
    for suffix in ("tmx", "jsonl"):
        file, copy = str(tmp_path / f"out.{suffix}"), str(tmp_path / f"{suffix}.sqlite")
        assert main(["memory", "export", file, "--memory-file", path]) == 0
        assert main(["memory", "import", file, "--memory-file", copy]) == 0
        assert list(Memory(copy).records()) == list(memory.records())
        again = tmp_path / f"again.{suffix}"
        assert main(["memory", "export", str(again), "--memory-file", copy]) == 0
        assert again.read_bytes() == pathlib.Path(file).read_bytes()
    capsys.readouterr()
    assert main(["memory", "stats", "--memory-file", path, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["answers"] == 2


OTHER_TOOL = """<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header srclang="zh-CN" datatype="xml"/><body>
<tu><tuv xml:lang="ZH-TW"><seg>數據<ph>&lt;b&gt;</ph></seg></tuv><tuv xml:lang="en-US"><seg>key <hi>figures</hi></seg></tuv></tu>
<tu><tuv lang="zh"><seg>红利</seg></tuv><tuv lang="de"><seg>Dividende</seg></tuv></tu></body></tmx>"""


def test_what_another_tool_wrote_counts_as_approved() -> None:
    assert list(read_tmx(io.BytesIO(OTHER_TOOL.encode()), "a/team.tmx")) == [Unit("数据", "key figures", origin="tmx:team.tmx")]


def test_a_segment_that_a_person_changed_counts_as_approved() -> None:
    text = "".join(write_tmx([record("1", "dividends")])).replace("<seg>dividends</seg>", "<seg>windfalls</seg>")
    assert list(read_tmx(io.BytesIO(text.encode()), "x.tmx")) == [Unit("红利", "windfalls", origin="tmx:x.tmx")]


BOMB = '<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><tmx version="1.4"><body><tu><tuv xml:lang="zh"><seg>&b;</seg></tuv></tu></body></tmx>'
FILES: list[tuple[str, str, str]] = [
    ("bomb.tmx", BOMB, "declares XML entities"),
    ("torn.tmx", "<tmx><body>", "not well-formed XML"),
    ("other.tmx", "<html></html>", "no TMX: the outermost element is <html>"),
    ("bad.jsonl", '{"kind": "unit", "zh": "红利", "en": "x"}\n{"kind', "bad.jsonl:2: not JSON"),
    ("kind.jsonl", '{"zh": "红利"}', "kind.jsonl:1: no record of a memory"),
    ("key.jsonl", '{"kind": "unit", "zh": "a", "en": "b", "enn": "c"}', "unknown key 'enn'"),
    ("type.jsonl", '{"kind": "unit", "zh": "a", "en": 5}', "'en' is 5"),
    ("half.jsonl", '{"kind": "unit", "zh": "a", "en": "\\ud800"}', "it has to be a text"),
    ("answer.jsonl", '{"kind": "answer", "key": "a", "answer": "{}"}', "an answer needs"),
    ("x.csv", "", "unknown suffix '.csv'"),
    ("none.tmx", "-", "none.tmx: cannot read"),
]


@pytest.mark.parametrize(("name", "text", "message"), FILES, ids=[row[0] for row in FILES])
def test_a_wrong_file_is_named(name: str, text: str, message: str, path: str, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    if text != "-":
        (tmp_path / name).write_text(text, "utf-8")
    assert main(["memory", "import", str(tmp_path / name), "--memory-file", path]) == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["memory", "exprot"], "did you mean 'export'"),
        (["memory", "export"], "takes a file"),
        (["memory", "stats", "x.tmx"], "takes no file"),
        (["memory", "prune"], "say what to forget"),
        (["memory", "stats"], "no translation memory there"),
    ],
)
def test_a_wrong_call_is_named(arguments: list[str], message: str, path: str, capsys: pytest.CaptureFixture[str]) -> None:
    if arguments[1] == "prune":
        Memory(path)
    assert main([*arguments, "--memory-file", path]) == 2
    assert message in capsys.readouterr().err


def test_approved_units_count_only_from_a_memory_that_was_named(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANMEND_CACHE", str(tmp_path / "cache"))
    own = Memory(str(tmp_path / "cache" / "memory.sqlite"))
    own.add([Unit("红利", "windfall"), Unit("数据", "figures", "the old ", " of sale")])
    (tmp_path / "a.txt").write_text("The 红利 of 数据. See the old 数据 of sales.\n", "utf-8")

    def cleaned(*more: str) -> str:
        assert main(["clean", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), *more]) == 0
        return (tmp_path / "out" / "a.txt").read_text("utf-8")

    assert "windfall" not in cleaned()
    plain: dict[str, Any] = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert cleaned("--memory-file", own.path) == "The windfall of data. See the old figures of sales.\n"
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert report["edits"][0]["proposal"]["tier"] == "memory"
    assert report["run"]["recipe_digest"] != plain["run"]["recipe_digest"]


def test_a_lock_of_another_process_is_waited_for(path: str) -> None:
    memory = Memory(path)
    code = "import sqlite3, sys, time; c = sqlite3.connect(sys.argv[1]); c.execute('BEGIN IMMEDIATE'); print('held', flush=True); time.sleep(0.5); c.commit()"
    with subprocess.Popen([sys.executable, "-c", code, path], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout and holder.stdout.readline() == "held\n"
        started = time.monotonic()
        memory.put(record("k"))
        assert time.monotonic() - started > 0.2
