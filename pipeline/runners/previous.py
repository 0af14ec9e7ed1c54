"""Earlier runs that wrote over their inputs: what their ledgers and reports know must not be lost when the same folder is cleaned again."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import pathlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pipeline.errors import HanmendError
from pipeline.reports.json import SCHEMA
from pipeline.reports.stored import brought_back
from pipeline.runners.spool import Block, Closed, Ledger, blocks

# They sort before the ledgers of shards: an interrupted run knows better than the report before it.
NAME, OF_REPORT = "-previous.ledger", "-report.ledger"


@dataclass(frozen=True, slots=True)
class Earlier:
    """What earlier runs wrote over, by file; and by the digest of what they wrote, the files that are not there any more: somebody may have renamed them."""

    files: dict[str, Block] = field(default_factory=dict)
    gone: dict[str, Block] = field(default_factory=dict)

    def may_know(self, name: str) -> bool:
        """False where it is no use to find the digest of the file."""
        return name in self.files or bool(self.gone)

    def wrote(self, name: str, found: str) -> Block | None:
        """The run that left ``name`` with the digest ``found``, under this name or the one it had then; none where it changed nothing there."""
        block = self.files.get(name) or self.gone.get(found)
        return block if block is not None and block.closed.before != block.closed.after == found else None


def recalled(folder: pathlib.Path, spool: pathlib.Path) -> Earlier:
    """What is known of the runs before: of those that did not come to their end from their ledgers in ``spool``, of the last one that did from its report.

    All of it is copied into one ledger first: the shards of the new run write over the ledgers of the old.
    """
    _recall(folder, spool)
    known: dict[str, Block] = {}
    for ledger in sorted(spool.glob("*.ledger")):
        for block in blocks(ledger):
            # An edit is never forgotten for a later run that found the file clean.
            if block.closed.before != block.closed.after or block.closed.file not in known:
                known[block.closed.file] = block
    temporary = spool / f".previous.{os.getpid()}.part"
    copy = Ledger(temporary)
    for block in known.values():
        for line in block.lines():
            copy.add(line)
        copy.close_file(block.closed)
    copy.close()
    os.replace(temporary, spool / NAME)
    (spool / OF_REPORT).unlink(missing_ok=True)
    files = {block.closed.file: block for block in blocks(spool / NAME)}
    return Earlier(files, {block.closed.after: block for name, block in files.items() if not (folder / name).exists()})


def renamed(block: Block, name: str) -> Iterator[str]:
    """The entries of ``block`` with the file called ``name``."""
    was = block.closed.file
    for line in block.lines():
        entry = json.loads(line)
        for row, keys in ((entry["article"], ("id", "path", "output")), *((row, ("article",)) for part in ("edits", "kept") for row in entry.get(part, ()))):
            row.update({key: name + row[key].removeprefix(was) for key in keys if key in row})
        yield json.dumps(entry, ensure_ascii=False) + "\n"


def _recall(folder: pathlib.Path, spool: pathlib.Path) -> None:
    """The entries of ``folder/report.json`` as a ledger in ``spool``, for the files that the run changed; nothing where there is no such report."""
    report = _read(folder / "report.json")
    if not report:
        return
    edits, kept = _by_article(report, "edits"), _by_article(report, "kept")
    ledger = Ledger(spool / OF_REPORT)
    for path, articles in itertools.groupby(report["articles"], lambda article: article["path"]):
        group = list(articles)
        # A file of records stands as it was written, whatever was wrong with one of them.
        if "error" in group[0] or group[0]["sha256"] == group[0]["output_sha256"]:
            continue
        # What a file of records says of itself is in the line that closes it.
        for article in group[1:] if "records" in group[0] else group:
            ledger.add({"article": article, "edits": edits[article["id"]], "kept": kept[article["id"]]})
        before, after = (group[0][name].removeprefix("sha256:") for name in ("sha256", "output_sha256"))
        ledger.close_file(Closed(path, 0, group[0].get("records", -1), before, after, recipe=str(report.get("run", {}).get("recipe_digest", "")).removeprefix("sha256:")))
    ledger.close()


def restored(form: Any, data: bytes, block: Block) -> bytes | None:
    """What a document was before the run that ``block`` tells of, from what that run wrote; None where that cannot be proven."""
    entries = [json.loads(line) for line in block.lines()]
    try:
        return brought_back(form, data, block.closed.file, [entry["article"] for entry in entries], {entry["article"]["id"]: entry["edits"] for entry in entries})
    except HanmendError:
        return None


def _read(path: pathlib.Path) -> dict[str, Any]:
    with contextlib.suppress(OSError, ValueError):
        report = json.loads(path.read_text("utf-8"))
        if isinstance(report, dict) and report.get("schema") == SCHEMA:
            return report
    return {}


def _by_article(report: dict[str, Any], part: str) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in report.get(part, []):
        found[row["article"]].append(row)
    return found
