"""One SQLite file with the answers of backends and the units that people approved. Safe for parallel processes and for kill -9."""

from __future__ import annotations

import contextlib
import json
import pathlib
import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.errors import InputError, OutputError

LAYOUT = 1
_MARK = 0x686D656D
_TABLES = """
CREATE TABLE IF NOT EXISTS answers(key TEXT PRIMARY KEY, backend TEXT NOT NULL, model TEXT NOT NULL, prompt TEXT NOT NULL, glossary TEXT NOT NULL,
  zh TEXT NOT NULL, request TEXT NOT NULL, answer TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS units(zh TEXT NOT NULL, en TEXT NOT NULL, left TEXT NOT NULL, right TEXT NOT NULL, origin TEXT NOT NULL, PRIMARY KEY(zh, en, left, right));
"""
_PATIENCE = 60.0
# A memory of more rows than this at once would not fit into one statement.
_AT_ONCE = 500


@dataclass(frozen=True, slots=True, order=True)
class Recorded:
    """An answer as it was given. ``key`` is the digest of all that it depends on; ``request`` and ``answer`` are JSON."""

    key: str
    backend: str
    model: str
    prompt: str
    glossary: str
    zh: str
    request: str
    answer: str

    @property
    def text(self) -> str:
        """The replacement alone."""
        return str(json.loads(self.answer)["text"])


@dataclass(frozen=True, slots=True, order=True)
class Unit:
    """What a person approved: ``en`` for ``zh`` (Simplified), wherever it stands or only between ``left`` and ``right``."""

    zh: str
    en: str
    left: str = ""
    right: str = ""
    origin: str = ""


@dataclass(slots=True)
class Memory:
    """An open memory file; ``""`` is a private one on the disk that vanishes with the process. May be shared by threads."""

    path: str
    readonly: bool = False
    _connection: sqlite3.Connection = field(init=False, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def __post_init__(self) -> None:
        self._connection = _opened(self.path, self.readonly)

    def get(self, keys: Sequence[str]) -> dict[str, str]:
        """The answers (JSON) that are there, by key."""
        found: dict[str, str] = {}
        with self._lock:
            for at in range(0, len(keys), _AT_ONCE):
                part = list(keys[at : at + _AT_ONCE])
                marks = ",".join("?" * len(part))
                found.update(self._connection.execute(f"SELECT key, answer FROM answers WHERE key IN ({marks})", part).fetchall())
        return found

    def put(self, record: Recorded) -> str:
        """Keep ``record``, on the disk when this returns; the answer that counts: of two processes that asked at once, the first one's.

        Raises OutputError where it cannot be written.
        """
        with self._lock, _writing(self.path), self._connection as connection:
            connection.execute("INSERT OR IGNORE INTO answers VALUES(?, ?, ?, ?, ?, ?, ?, ?)", _row(record))
            return str(connection.execute("SELECT answer FROM answers WHERE key = ?", (record.key,)).fetchone()[0])

    def add(self, records: Iterable[Recorded | Unit]) -> int:
        """Keep all of ``records``, or none where one fails; returns how many were new."""
        with self._lock, _writing(self.path), self._connection as connection:
            before = connection.total_changes
            for record in records:
                if isinstance(record, Unit):
                    connection.execute("INSERT OR IGNORE INTO units VALUES(?, ?, ?, ?, ?)", (record.zh, record.en, record.left, record.right, record.origin))
                else:
                    connection.execute("INSERT OR IGNORE INTO answers VALUES(?, ?, ?, ?, ?, ?, ?, ?)", _row(record))
            return connection.total_changes - before

    def units(self, zh: str) -> list[Unit]:
        """What was approved for ``zh``: first what was approved at a place, in a fixed order."""
        with self._lock:
            rows = self._connection.execute("SELECT * FROM units WHERE zh = ? ORDER BY left || right = '', left, right, en", (zh,)).fetchall()
        return [Unit(*row) for row in rows]

    def records(self) -> Iterator[Recorded | Unit]:
        """Everything, in an order that depends on the content alone: units first."""
        for row in self._connection.execute("SELECT * FROM units ORDER BY zh, left, right, en"):
            yield Unit(*row)
        for row in self._connection.execute("SELECT * FROM answers ORDER BY backend, model, prompt, zh, key"):
            yield Recorded(*row)

    def counts(self) -> dict[str, Any]:
        """How many units, and how many answers by backend, model and prompt."""
        rows = self._connection.execute("SELECT backend, model, prompt, count(*), count(DISTINCT zh) FROM answers GROUP BY 1, 2, 3 ORDER BY 1, 2, 3").fetchall()
        units = self._connection.execute("SELECT count(*) FROM units").fetchone()[0]
        names = ("backend", "model", "prompt", "answers", "fragments")
        return {"units": units, "answers": sum(row[3] for row in rows), "by_backend": [dict(zip(names, row, strict=True)) for row in rows]}

    def prune(self, backend: str = "", model: str = "", prompt: str = "", keep: int | None = None) -> int:
        """Forget answers that match all that is given, except the ``keep`` latest of all; returns how many. Units stay."""
        given = {"backend": backend, "model": model, "prompt": prompt}
        where = " AND ".join(f"{name} = ?" for name, value in given.items() if value) or "1"
        spare = "" if keep is None else f" AND rowid NOT IN (SELECT rowid FROM answers ORDER BY rowid DESC LIMIT {int(keep)})"
        with self._lock, _writing(self.path):
            with self._connection as connection:
                gone = connection.execute(f"DELETE FROM answers WHERE {where}{spare}", [v for v in given.values() if v]).rowcount
            self._connection.execute("VACUUM")
        return gone

    def digest(self) -> str:
        """Of the approved units: what a run depends on besides the answers, which are found by all that they depend on."""
        import hashlib

        rows = self._connection.execute("SELECT zh, en, left, right FROM units ORDER BY 1, 2, 3, 4").fetchall()
        return hashlib.sha256(repr(rows).encode()).hexdigest()[:16] if rows else ""

    def flush(self) -> None:
        """Bring everything into the one file, so that it can be copied; it is on the disk already, beside it."""
        with self._lock, contextlib.suppress(sqlite3.Error):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let the file go."""
        self.flush()
        with self._lock:
            self._connection.close()


def _row(record: Recorded) -> tuple[str, ...]:
    return (record.key, record.backend, record.model, record.prompt, record.glossary, record.zh, record.request, record.answer)


def _opened(path: str, readonly: bool) -> sqlite3.Connection:
    """A connection to a file of ours. Raises InputError for one that is missing where it may not be made, or is something else."""
    try:
        connection = _readable(path) if readonly else _writable(path)
        mark, layout = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    except sqlite3.Error as error:
        raise InputError(f"{path}: not a translation memory: {error}") from None
    if mark != _MARK:
        raise InputError(f"{path}: is a database of another program, not a translation memory; choose another file with --memory-file")
    if layout != LAYOUT:
        raise InputError(f"{path}: was written by another version of hanmend (layout {layout}, this one reads {LAYOUT}); export it there and import it here")
    return connection


def _writable(path: str) -> sqlite3.Connection:
    if path:
        with contextlib.suppress(OSError):
            pathlib.Path(path).parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=_PATIENCE, check_same_thread=False)
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            return _furnished(connection)
        except sqlite3.OperationalError as error:
            # Turning WAL on does not wait for another process that does the same.
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.02)


def _furnished(connection: sqlite3.Connection) -> sqlite3.Connection:
    """The connection, its tables made where the file is new."""
    if connection.execute("PRAGMA application_id").fetchone()[0] == 0 and connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
        # WAL: a reader never waits for a writer, and what was committed survives the end of the process at any point.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.executescript(f"BEGIN IMMEDIATE; PRAGMA application_id = {_MARK}; PRAGMA user_version = {LAYOUT}; {_TABLES} COMMIT;")
    connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def _readable(path: str) -> sqlite3.Connection:
    file = pathlib.Path(path)
    if not file.is_file():
        raise InputError(f"{path}: no translation memory there; record one with --memory record, or 'hanmend memory import'")
    address = f"{file.resolve().as_uri()}?mode=ro"
    connection = sqlite3.connect(address, uri=True, timeout=_PATIENCE, check_same_thread=False)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        # A WAL file in a folder that may not be written: nobody else can be writing it either.
        connection = sqlite3.connect(f"{address}&immutable=1", uri=True, check_same_thread=False)
    return connection


@contextlib.contextmanager
def _writing(path: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise OutputError(f"{path or 'the private memory'}: cannot write the translation memory: {error}") from None
