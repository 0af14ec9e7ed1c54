"""``report.json`` (schema ``report/1``): every article, every edit, and what undo needs. No clock, host or random id in it."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pipeline import edits
from pipeline.files import digest
from pipeline.model import Candidate, Document, Edit, Origin, Outcome, Safety, Span
from pipeline.reports.asked import asked_rows
from pipeline.reports.place import Lines, newline_kind
from pipeline.reports.remarks import remark_rows
from pipeline.script import HAN_RUN
from pipeline.spans import SpanIndex

SCHEMA = "report/1"
STATUSES = ("auto", "pending", "unresolved", "accepted", "edited", "rejected")
_DECIDED = {"accept": "accepted", "edit": "edited", "reject": "rejected"}
_CONTEXT = 60
_NONE = Origin("none")


class Json:
    """The run as data. Spans are ``[start, end]`` in code points of the decoded input."""

    name = "report.json"

    def render(self, run: dict[str, Any], entries: Collection[dict[str, Any]]) -> str:
        """The whole report: ``entries`` as ``entry`` made them, in order."""
        return "".join(self.pieces(run, entries)).encode("utf-8", "replace").decode()

    def pieces(self, run: dict[str, Any], entries: Collection[dict[str, Any]]) -> Iterator[str]:
        """The same piece by piece; goes through ``entries`` several times and holds one at a time."""
        counts = Counts()
        yield f'{{\n "schema": {json.dumps(SCHEMA)},\n "run": {_indented(run, 1)},\n "articles": '
        yield from _array(counts.counting(e)["article"] for e in entries)
        yield ',\n "edits": '
        yield from _array(edit for e in entries for edit in e["edits"])
        yield ',\n "kept": '
        yield from _array(kept for e in entries for kept in e["kept"])
        yield f',\n "summary": {_indented(counts.summary(), 1)}\n}}\n'


def _array(rows: Iterable[Any]) -> Iterator[str]:
    before = "[\n  "
    for row in rows:
        # A row a line: what is read by programs is written by the encoder in C, ten times as fast as an indented one.
        yield before + json.dumps(row, ensure_ascii=False)
        before = ",\n  "
    yield "[]" if before.startswith("[") else "\n ]"


def _indented(value: Any, depth: int) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1).replace("\n", "\n" + " " * depth)


@dataclass(slots=True)
class Counts:
    """The counts of a run, kept while its entries pass by; they add up over runs."""

    articles: int = 0
    failed: int = 0
    edits: int = 0
    written: int = 0
    states: Counter[str] = field(default_factory=Counter)

    def counting(self, entry: dict[str, Any]) -> dict[str, Any]:
        """``entry``, counted."""
        self.articles += "record" not in entry["article"]
        self.failed += "error" in entry["article"]
        self.edits += len(entry["edits"])
        self.written += sum(e["text"] is not None for e in entry["edits"])
        self.states.update(e["status"] for e in entry["edits"])
        return entry

    def summary(self) -> dict[str, int]:
        """As it stands in the report."""
        return {"articles": self.articles, "failed": self.failed, "edits": self.edits, **{s: self.states[s] for s in STATUSES}, "written": self.written}


def run_header(version: str, recipe_digest: str, level: Safety, digests: Iterable[str]) -> dict[str, Any]:
    """The part of the report that says what was run on what."""
    inputs = hashlib.sha256("\n".join(digests).encode()).hexdigest()
    tiers = ["rule", "glossary"] if level is Safety.AUTO else ["rule", "glossary", "memory", "article", "dictionary"]
    return {"id": hashlib.sha256(f"{version}{recipe_digest}{inputs}".encode()).hexdigest()[:16], "tool": "hanmend", "version": version,
            "offsets": "unicode-code-points", "inputs_digest": f"sha256:{inputs}", "recipe_digest": f"sha256:{recipe_digest}",
            "policy": {"apply": level.name.lower(), "auto_apply_tiers": tiers, "auto_apply_min_confidence": 0.95}}  # fmt: skip


def entry(doc: Document, data: bytes, output: bytes, level: Safety, path: str) -> dict[str, Any]:
    """One article with its edits, applied or not, and what was kept. Of a record, ``data`` and ``output`` are its text.

    ``source`` is for the reports that show the text; ``report.json`` leaves it out.
    """
    lines = Lines.of(doc.source)
    done = {e.span for e in edits.applied(doc, level)}
    article = {"id": doc.id, "path": path, "sha256": f"sha256:{digest(data)}", "output": path, "output_sha256": f"sha256:{digest(output)}",
               "chars": len(doc.source), "newline": newline_kind(doc.source), "encoding": doc.envelope.encoding}  # fmt: skip
    if doc.record:
        article["record"] = {"number": doc.record.number, "field": doc.record.field, "id": doc.record.id}
    if doc.envelope.raw and done:
        article["raw"] = doc.envelope.raw
    if doc.error:
        article["error"] = doc.error
    elif doc.remarks:
        article["remarks"] = remark_rows(doc)
    places = edits.places_of(doc.source)
    proposed = [_edit(doc, e, lines, places, e.span in done) for e in doc.edits]
    proposed += [{**_edit(doc, e, lines, places, False), "proposal": None} for e in doc.decided if e.safety is Safety.LEAVE]
    answered = SpanIndex(doc.edits, lambda e: e.span)
    open_ = [_unresolved(doc, f.span, lines, places) for f in doc.open() if not answered.overlapping(f.span)]
    kept = [{"article": doc.id, "span": [k.span.start, k.span.end], "text": k.span.of(doc.source), "why": k.why} for k in doc.kept]
    ordered = sorted((*proposed, *open_), key=lambda e: e["span"])
    return {"article": article, "edits": [] if doc.error else ordered, "kept": kept, "asked": asked_rows(doc), "source": doc.source}


def entry_of_file(path: str, sha256: str, output_sha256: str, records: int) -> dict[str, Any]:
    """A file of many records; the records with something to say follow as entries of their own, with the same ``path``."""
    article = {"id": path, "path": path, "sha256": f"sha256:{sha256}", "output": path, "output_sha256": f"sha256:{output_sha256}",
               "chars": 0, "newline": "mixed", "encoding": "records", "records": records}  # fmt: skip
    return {"article": article, "edits": [], "kept": []}


def entry_of_record(outcome: Outcome) -> dict[str, Any] | None:
    """One document of a file of many, or None where there is nothing to say of it."""
    doc = outcome.doc
    if not (doc.edits or doc.kept or doc.error or doc.asked or doc.remarks or doc.open()):
        return None
    return entry(doc, doc.source.encode("utf-8", "surrogatepass"), outcome.text.encode("utf-8", "surrogatepass"), outcome.applied, doc.path)


def summary(entries: Iterable[dict[str, Any]]) -> dict[str, int]:
    """Counts that add up over runs."""
    counts = Counts()
    for one in entries:
        counts.counting(one)
    return counts.summary()


def _edit(doc: Document, edit: Edit, lines: Lines, places: edits.Places, written: bool) -> dict[str, Any]:
    line, column = lines.place(edit.span.start)
    made = {"id": places.id_of(edit.span), "article": doc.id, "kind": "term" if edit.kind == "han" else "punctuation", "span": [edit.span.start, edit.span.end],
            "line": line, "column": column, "before": edit.before, "term": edits.term(edit.before), "triggers": _triggers(edit),
            "proposal": _proposal(edit.after, edit.origin.tier, edit.confidence, "; ".join(edit.notes)),
            "alternatives": [_alternative(c) for c in edit.alternatives],
            "context": _context(doc, edit.span, places), **_status(edit), "text": edit.after if written else None}  # fmt: skip
    return made


def _status(edit: Edit) -> dict[str, Any]:
    """What has to be done about an edit, and where a person has decided it, by which line of the decisions."""
    status = {Safety.AUTO: "auto", Safety.REVIEW: "pending", Safety.LEAVE: "unresolved"}[edit.safety]
    if edit.origin.entry != "decision":
        return {"status": status}
    said = dict(note.partition(":")[::2] for note in edit.notes)
    made = {"seq": int(said["seq"]), "match": said["match"], "score": float(said["score"]), **({"by": said["by"]} if "by" in said else {})}
    carried = "carried-over" in said
    return {"flags": ["carried-over"] if carried else [], "status": "pending" if carried and status != "unresolved" else _DECIDED[said["decision"]], "decision": made}


def _unresolved(doc: Document, span: Span, lines: Lines, places: edits.Places) -> dict[str, Any]:
    """A leftover that nothing was proposed for: listed like an edit, so that a reviewer can write one."""
    bare = Edit(span, span.of(doc.source), "", _NONE, 0.0, Safety.LEAVE)
    return {**_edit(doc, bare, lines, places, False), "proposal": None}


def _alternative(candidate: Candidate) -> dict[str, Any]:
    return _proposal(candidate.text, candidate.origin.tier, candidate.confidence, "; ".join(candidate.evidence))


def _proposal(text: str, tier: str, confidence: float, evidence: str) -> dict[str, Any]:
    return {"text": text, "tier": tier, "confidence": confidence, "evidence": evidence}


def _triggers(edit: Edit) -> list[list[int]]:
    return [[edit.span.start + m.start(), edit.span.start + m.end()] for m in HAN_RUN.finditer(edit.before)]


def _context(doc: Document, span: Span, places: edits.Places) -> dict[str, Any]:
    """What a decision needs to find the place again after the article has changed."""
    made = {"prefix": doc.source[max(0, span.start - _CONTEXT) : span.start], "suffix": doc.source[span.end : span.end + _CONTEXT],
            "place": round(span.start / len(doc.source), 4)}  # fmt: skip
    return {**made, "copies": places.copies(span)} if places.copies(span) > 1 else made

