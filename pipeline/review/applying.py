"""What decisions make of a run: each finds its edit again, and the outputs, the diffs and the reports follow."""

from __future__ import annotations

import copy
import hashlib
import pathlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pipeline import edits, plugins
from pipeline.decisions.matching import Match, match, same_article
from pipeline.decisions.record import Decision, latest
from pipeline.errors import InputError
from pipeline.files import digest, digest_of, format_of, opened
from pipeline.formats import SUFFIXES
from pipeline.model import Document, Edit, Format, Origin, Outcome, Safety, Span
from pipeline.reports import REPORTS
from pipeline.reports.place import Lines
from pipeline.reports.stored import edits_of, entries_of, files_of, original
from pipeline.reports.unified import unified_diff
from pipeline.review.session import DONE
from pipeline.spans import SpanIndex

Row = dict[str, Any]


@dataclass(slots=True)
class Applied:
    """A run ``before`` and after decisions: the new report, each decision that holds with the edit that it found, those that found none,
    and the files to write."""

    before: Row
    report: Row
    placed: list[tuple[Match, Row]] = field(default_factory=list)
    orphans: list[Decision] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)


def apply_decisions(folder: pathlib.Path, stored: Row, decisions: Sequence[Decision]) -> Applied:
    """The run in ``folder`` with ``decisions`` in force, in memory. Raises OutputError where an output was changed since it was
    written, or its encoding has no place for a wording."""
    report = copy.deepcopy(stored)
    before = edits_of(stored)
    made = Applied(stored, report)
    originals = {path: original(folder, articles, before) for path, articles in files_of(stored).items() if "error" not in articles[0]}
    docs = {path: _documents(path, data, files_of(stored)[path]) for path, data in originals.items()}
    _place(made, {doc.id: doc.source for own in docs.values() for doc in own if not doc.error}, decisions)
    for path, own in docs.items():
        _write(made, path, originals[path], own)
    _render(made, {doc.id: doc.source for own in docs.values() for doc in own}, decisions)
    return made


def _documents(path: str, data: bytes, articles: Sequence[Row]) -> list[Document]:
    fields = dict.fromkeys(a["record"]["field"] for a in articles if a.get("record", {}).get("field"))
    return list(opened(SUFFIXES.get(format_of(path), "text"), tuple(fields)).read(data, path))


def _place(made: Applied, sources: dict[str, str], decisions: Sequence[Decision]) -> None:
    """Find the edit of each decision; what was taken back by a reset is open again."""
    rows = edits_of(made.report)
    said: dict[str, list[Decision]] = {}
    final: dict[tuple[str, str], Decision] = {}
    for decision in decisions:
        final.pop(decision.key, None)
        final[decision.key] = decision
    for decision in final.values():
        said.setdefault(_file_name(decision.article), []).append(decision)
    left = dict(latest(decisions))
    for article, own in rows.items():
        mine = [d for d in said.get(_file_name(article), ()) if same_article(d.article, article)]
        for key in _place_in(made, article, own, sources.get(article, ""), mine):
            left.pop(key, None)
    named: dict[str, list[str]] = {}
    for article in rows:
        named.setdefault(_file_name(article), []).append(article)
    by_edit: dict[str, list[tuple[str, Row]]] = {}
    for article, row in ((article, row) for article, own in rows.items() for row in own):
        by_edit.setdefault(row["id"], []).append((article, row))
    for decision in left.values():
        renamed = not any(same_article(decision.article, article) for article in named.get(_file_name(decision.article), ()))
        if not (renamed and _place_elsewhere(made, by_edit.get(decision.edit, []), sources, decision)):
            made.orphans.append(decision)


def _file_name(article: str) -> str:
    return pathlib.PurePosixPath(article).name


def _place_in(made: Applied, article: str, own: Sequence[Row], source: str, mine: Sequence[Decision]) -> Iterator[tuple[str, str]]:
    """The keys of those of ``mine``, the last words about one article under any of its names, that found their edit in it."""
    by_edit = {d.edit: d for d in mine}
    for row in own:
        if row["id"] in by_edit and by_edit[row["id"]].action == "reset":
            _reopen(row, made.report)
    lines = Lines.of(source)
    taken: set[str] = set()
    by_place = SpanIndex(own, lambda row: Span(*row["span"]))
    for m in match(source, [d for d in by_edit.values() if d.action != "reset"], [Span(*r["span"]) for r in own]):
        rows = by_place.overlapping(m.span) if m.span else []
        if len(rows) == 1 and rows[0]["id"] not in taken:
            taken.add(rows[0]["id"])
            _settle(rows[0], m, lines)
            made.placed.append((m, rows[0]))
            yield from (d.key for d in mine if d.edit == m.decision.edit)
        elif m.how == "superseded":
            yield m.decision.key


def _place_elsewhere(made: Applied, same: Sequence[tuple[str, Row]], sources: dict[str, str], decision: Decision) -> bool:
    """In an article of another name that has the very same place, when there is one only: the file was renamed."""
    found = [(article, row) for article, row in same if row["before"] == decision.before and "decision" not in row]
    if len(found) != 1:
        return False
    article, row = found[0]
    m = Match(decision, "relocated", Span(*row["span"]), 100.0)
    _settle(row, m, Lines.of(sources[article]))
    made.placed.append((m, row))
    return True


def _settle(row: Row, m: Match, lines: Lines) -> None:
    """Write the decision into ``row``."""
    decision, span = m.decision, m.span or Span(0, 0)
    keeps = decision.action == "reject" or decision.text == decision.before
    line, column = lines.place(span.start)
    row |= {"span": [span.start, span.end], "before": decision.before, "line": line, "column": column, "text": None if keeps else decision.text}
    row["decision"] = {"seq": decision.seq, "match": m.how, "score": m.score, **({"by": decision.by} if decision.by else {})}
    row["flags"] = [f for f in row.get("flags", []) if f != "carried-over"] + (["carried-over"] if m.how == "relocated" else [])
    row["status"] = "rejected" if keeps else "pending" if m.how == "relocated" else DONE[decision.action]


def _reopen(row: Row, report: Row) -> None:
    row.pop("decision", None)
    row["status"] = "pending" if row["proposal"] else "unresolved"
    row["text"] = row["proposal"]["text"] if row["proposal"] and report["run"]["policy"]["apply"] == "review" else None


def _write(made: Applied, path: str, data: bytes, docs: Sequence[Document]) -> None:
    """The new bytes of one file, its diff, and what the report says of both."""
    rows = edits_of(made.report)
    form = opened(SUFFIXES.get(format_of(path), "text"))
    for doc in docs:
        _quote(form, doc, rows.get(doc.id, []))
    outcomes = [_outcome(doc, rows.get(doc.id, [])) for doc in docs]
    written = form.write(data, outcomes)
    made.files[path] = written
    if not hasattr(form, "parts"):
        made.files[f"{path}.diff"] = unified_diff(docs[0], outcomes[0].doc.edits, data)
    known = {o.doc.id: o for o in outcomes}
    for article in made.report["articles"]:
        if article["path"] != path:
            continue
        outcome = known.get(article["id"])
        found = digest(outcome.text.encode("utf-8", "surrogatepass")) if "record" in article and outcome else digest_of(form, written, path)
        article["output_sha256"] = f"sha256:{found}"
        if outcome and outcome.doc.envelope.raw and outcome.doc.edits:
            article["raw"] = outcome.doc.envelope.raw


def _quote(form: Format, doc: Document, rows: Iterable[Row]) -> None:
    """What people decided, as the format has it: they write words, and a quotation mark is a matter of the attribute or the literal that it stands in."""
    for row in rows:
        if "decision" in row and row["text"] is not None:
            row["text"] = form.quote(row["text"], doc.source, Span(*row["span"]))


def _outcome(doc: Document, rows: Iterable[Row]) -> Outcome:
    origin = Origin("memory", "decision")
    done = [Edit(Span(*r["span"]), r["before"], r["text"], origin, 1.0, Safety.AUTO) for r in rows if r["text"] is not None]
    if doc.error:
        return Outcome(doc, doc.source, Safety.REVIEW)
    return Outcome(replace(doc, edits=tuple(done)), edits.apply(doc.source, done), Safety.REVIEW)


def _render(made: Applied, sources: dict[str, str], decisions: Sequence[Decision]) -> None:
    lines = b"".join(replace(d, seq=0).line() for d in latest(decisions).values())
    made.report["run"]["decisions_digest"] = f"sha256:{hashlib.sha256(lines).hexdigest()}"
    _keep_list(made)
    entries = entries_of({**made.report, "sources": sources})
    for name in REPORTS:
        report = plugins.load(REPORTS, name, "report")()
        made.files[report.name] = report.render(made.report["run"], entries).encode("utf-8")


def _keep_list(made: Applied) -> None:
    """The report lists what is kept, with the reason; a place that is kept no longer leaves the list."""
    decided = {(row["article"], *row["span"]) for _, row in made.placed}
    kept = [k for k in made.report["kept"] if (k["article"], *k["span"]) not in decided]
    for m, row in made.placed:
        if row["status"] == "rejected":
            who, note = (f" by {m.decision.by}" if m.decision.by else ""), (f": {m.decision.note}" if m.decision.note else "")
            carried = " (carried over)" if m.how == "relocated" else ""
            kept.append({"article": row["article"], "span": row["span"], "text": row["before"], "why": f"kept in review{who}{note}{carried}"})
    made.report["kept"] = sorted(kept, key=lambda k: (k["article"], k["span"]))


def merged(known: Sequence[Decision], given: Sequence[Decision]) -> list[Decision]:
    """The lines of ``given`` that ``known`` does not have, whatever their numbers."""
    have = {replace(d, seq=0) for d in known}
    return [d for d in given if replace(d, seq=0) not in have]


def require_run(stored: Row, decisions: Sequence[Decision]) -> None:
    """Raises InputError where ``decisions`` are all about articles that are not in the run: the wrong folder was named."""
    articles = [a["id"] for a in stored["articles"]]
    if decisions and stored["edits"] and not any(same_article(d.article, a) for d in decisions for a in articles) and not {d.edit for d in decisions} & {e["id"] for e in stored["edits"]}:
        raise InputError(f"these decisions are about '{decisions[0].article}' and others, none of which is in this run; name the folder of the right one")
