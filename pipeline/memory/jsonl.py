"""A memory as JSON lines: one record a line, keys sorted, the same bytes for the same content."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from typing import Any

from pipeline.errors import InputError
from pipeline.memory.store import Recorded, Unit

_KINDS: dict[str, type[Recorded] | type[Unit]] = {"answer": Recorded, "unit": Unit}


def write_lines(records: Iterable[Recorded | Unit]) -> Iterator[str]:
    """The lines of ``records``, each with its end."""
    for record in records:
        kind = "unit" if isinstance(record, Unit) else "answer"
        yield json.dumps({"kind": kind, **asdict(record)}, ensure_ascii=False, sort_keys=True) + "\n"


def read_lines(text: str, name: str) -> Iterator[Recorded | Unit]:
    """The records of ``text``; blank lines are passed over. Raises InputError with ``name:line`` for a line that is none."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                row = json.loads(line)
            except ValueError as error:
                raise InputError(f"{name}:{number}: not JSON: {error}") from None
            yield record_of(row, f"{name}:{number}")


def record_of(row: Any, place: str) -> Recorded | Unit:
    """The record that a JSON object says. Raises InputError that starts with ``place``."""
    if not isinstance(row, dict) or row.get("kind") not in _KINDS:
        raise InputError(f"{place}: no record of a memory: 'kind' has to be 'answer' or 'unit'")
    made = _KINDS[row["kind"]]
    names = [f.name for f in fields(made)]
    values = {name: row.get(name, "") for name in names}
    unknown = sorted(set(row) - {*names, "kind"})
    if unknown:
        raise InputError(f"{place}: unknown key '{unknown[0]}'; known are {', '.join(names)}")
    for name, value in values.items():
        if not isinstance(value, str) or not _is_text(value):
            raise InputError(f"{place}: '{name}' is {value!r}; it has to be a text")
    record = made(**values)
    _check(record, place)
    return record


def _check(record: Recorded | Unit, place: str) -> None:
    if isinstance(record, Unit):
        if not record.zh or not record.en:
            raise InputError(f"{place}: a unit needs 'zh' and 'en'")
        return
    try:
        answer = json.loads(record.answer)
        whole = isinstance(answer, dict) and isinstance(answer.get("text"), str) and record.key
    except ValueError:
        whole = False
    if not whole:
        raise InputError(f"{place}: an answer needs a 'key', and JSON with a 'text' as 'answer'")


def _is_text(value: str) -> bool:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
