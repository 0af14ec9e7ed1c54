"""The edits that the decisions of a review ask for in one article."""

from __future__ import annotations

import functools
import pathlib
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline import edits
from pipeline.decisions.log import read_decisions
from pipeline.decisions.matching import Match, match, same_article
from pipeline.decisions.record import Decision
from pipeline.model import Candidate, Document, Edit, FindingKind, Kept, Origin, Safety, Span
from pipeline.spans import Taken

ENTRY = "decision"


def honoured(doc: Document, files: tuple[str, ...]) -> Document:
    """``doc`` with the edits that ``files`` decide; LEAVE and kept, with the reason, where the Chinese was to stay."""
    doc = doc.deciding(_edit(doc, m, m.span) for m in _matches(doc, files) if m.span)
    return doc.keeping(Kept(e.span, _why(e)) for e in doc.decided if e.safety is Safety.LEAVE)


def _matches(doc: Document, files: tuple[str, ...]) -> list[Match]:
    by_file, by_edit = _indexed(files, tuple(_stamp(path) for path in files))
    own: dict[str, Decision] = {}
    for decision in by_file.get(pathlib.PurePosixPath(doc.id).name, ()):
        if same_article(decision.article, doc.id):
            own.pop(decision.edit, None)
            own[decision.edit] = decision
    found = match(doc.source, (d for d in own.values() if d.action != "reset"), [f.span for f in doc.findings])
    return [*found, *_from_elsewhere(doc, by_edit, found)]


def _from_elsewhere(doc: Document, by_edit: dict[str, list[Decision]], found: Sequence[Match]) -> Iterator[Match]:
    """Of articles with another name, where the very same place was decided there and all say the same: the file was renamed."""
    places, taken = edits.places_of(doc.source), Taken()
    for m in found:
        if m.span:
            taken.take(m.span)
    for finding in doc.open():
        said = [d for d in by_edit.get(places.id_of(finding.span), ()) if not same_article(d.article, doc.id)]
        if said and len({(d.action, d.text, d.before) for d in said}) == 1 and said[-1].action != "reset":
            inner = edits.core(said[-1].before, Span(0, len(said[-1].before)))
            start = edits.core(doc.source, finding.span).start - inner.start
            span = Span(start, start + len(said[-1].before))
            if start >= 0 and span.of(doc.source) == said[-1].before and not taken.clashes(span):
                taken.take(span)
                yield Match(said[-1], "relocated", span, 100.0)


def _edit(doc: Document, m: Match, span: Span) -> Edit:
    decision = m.decision
    keeps = decision.action == "reject" or decision.text == decision.before
    safety = Safety.LEAVE if keeps else Safety.AUTO if m.how == "exact" else Safety.REVIEW
    notes = [f"decision:{'reject' if keeps else decision.action}", f"seq:{decision.seq}", f"match:{m.how}", f"score:{m.score}"]
    if m.how == "relocated":
        notes.append("carried-over")
    notes += [f"{name}:{value}" for name in ("by", "note") if (value := getattr(decision, name))]
    other = [Candidate(span, text, Origin("none", "before the review")) for text in [decision.proposal] if text is not None and text != decision.text]
    after = decision.before if keeps else decision.text
    kind: FindingKind = next((f.kind for f in doc.findings if f.span.overlaps(span)), "han")
    return Edit(span, decision.before, after, Origin("memory", ENTRY, decision.edit), 1.0, safety, tuple(other), tuple(notes), kind, decision.edit)


def _why(edit: Edit) -> str:
    said = dict(note.partition(":")[::2] for note in edit.notes)
    who = f" by {said['by']}" if "by" in said else ""
    return f"kept in review{who}" + (f": {said['note']}" if "note" in said else "") + (" (carried over)" if "carried-over" in edit.notes else "")


def _stamp(path: str) -> tuple[int, int]:
    """A server may add to the file while this process lives."""
    try:
        stat = pathlib.Path(path).stat()
    except OSError:
        return 0, 0
    return stat.st_size, stat.st_mtime_ns


@functools.lru_cache(maxsize=8)
def _indexed(files: tuple[str, ...], stamps: tuple[tuple[int, int], ...]) -> tuple[dict[str, list[Decision]], dict[str, list[Decision]]]:
    """All decisions in order by the last part of the article's name, and the last ones by the id of the edit."""
    by_file: dict[str, list[Decision]] = defaultdict(list)
    last: dict[tuple[str, str], Decision] = {}
    for path in files:
        for decision in read_decisions(pathlib.Path(path)):
            by_file[pathlib.PurePosixPath(decision.article).name].append(decision)
            last[decision.key] = decision
    by_edit: dict[str, list[Decision]] = defaultdict(list)
    for decision in last.values():
        by_edit[decision.edit].append(decision)
    return dict(by_file), dict(by_edit)
