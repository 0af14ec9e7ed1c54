"""Asks translation backends for what is still unsettled: with ``--backend NAME`` an unknown term gets a proposal, else nothing happens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.model import Asked, Candidate, Document, Edit, Finding, Safety

if TYPE_CHECKING:
    from pipeline.backends.asking import Asker, Result
    from pipeline.backends.contract import Request
    from pipeline.backends.session import Session
    from pipeline.backends.settings import Allowance, Spec
    from pipeline.stages.agreement import Opinion, Place


@dataclass(frozen=True, slots=True)
class ProposeTranslation:
    """Asks only for what the arbiter would not write without a reader, or with ``everything`` for all.

    ``memory`` is the file of the translation memory, ``mode`` record, replay or off; ``allowance`` is the budget of the run;
    ``calibration`` a table of measured shares; ``session`` tells the runs of one process apart. Whatever a backend does, the
    document goes on with what the other stages proposed; what failed is noted in ``Document.asked``.
    """

    backends: tuple[Spec, ...] = ()
    everything: bool = False
    memory: str = ""
    mode: str = "record"
    allowance: Allowance | None = None
    calibration: str = ""
    glossaries: tuple[str, ...] = ()
    dictionary: bool = True
    session: int = field(default=0, compare=False, repr=False)

    def __call__(self, doc: Document) -> Document:
        return self.many([doc])[0]

    def many(self, docs: Sequence[Document]) -> list[Document]:
        """All documents at once: every question of the batch goes out together, each distinct one once."""
        if not self.backends:
            return list(docs)
        rows = [(number, place, request) for number, doc in enumerate(docs) for place, request in self.questions(doc)]
        requests = [request for _, _, request in rows]
        results = [self._session().asker(spec).ask(requests) for spec in self.backends]
        added: dict[int, list[Candidate]] = {}
        asked: dict[int, list[Asked]] = {}
        for at, (number, place, _) in enumerate(rows):
            opinions, notes = self._opinions(place, [one[at] for one in results])
            asked.setdefault(number, []).extend(notes)
            added.setdefault(number, []).extend(_weighed(place, opinions))
        return [doc.proposing(added.get(n, ())).asking(asked.get(n, ())) for n, doc in enumerate(docs)]

    def questions(self, doc: Document) -> list[tuple[Place, Request]]:
        """What would be asked about ``doc``, in order of place."""
        from pipeline.lexicon.lexicon import load
        from pipeline.stages.agreement import Place
        from pipeline.stages.questions import request_for
        from pipeline.stages.surroundings import surroundings

        settled = _settled(doc)
        if not settled or all(edit and edit.safety is Safety.AUTO for _, edit in settled) and not self.everything:
            return []
        lexicon = load(self.glossaries, self.dictionary, doc.settings)
        found = surroundings(doc, lexicon)
        rows = []
        for finding, edit in settled:
            if self.everything or not edit or edit.safety is not Safety.AUTO:
                request = request_for(doc, found, lexicon, finding.span)
                rows.append((Place(doc, finding.span, found.slot(finding.span), request.key, edit, request.terms), request))
        return rows

    def askers(self) -> list[Asker]:
        """The askers of this run in this process."""
        return [self._session().asker(spec) for spec in self.backends]

    def _session(self) -> Session:
        from pipeline.backends.session import session
        from pipeline.backends.settings import Allowance

        return session(self.session, self.memory, self.mode, self.allowance or Allowance())

    def _opinions(self, place: Place, results: Sequence[Result]) -> tuple[list[Opinion], list[Asked]]:
        from pipeline.backends.calibration import measured
        from pipeline.backends.contract import BackendError
        from pipeline.stages.agreement import read_answer

        opinions, notes = [], []
        for spec, result in zip(self.backends, results, strict=True):
            if isinstance(result, BackendError):
                notes.append(Asked(place.span, spec.name, result.kind, str(result)))
                continue
            opinion = read_answer(place, spec, result, measured(self.calibration).get(spec.entry, 0.0))
            if isinstance(opinion, str):
                notes.append(Asked(place.span, spec.name, "malformed", f"the answer {opinion}"))
            else:
                opinions.append(opinion)
                notes.append(Asked(place.span, spec.name))
        return opinions, notes


def _settled(doc: Document) -> list[tuple[Finding, Edit | None]]:
    """Each open run of Chinese with what the arbiter makes of it so far, gates included."""
    from pipeline.spans import SpanIndex
    from pipeline.stages.check_gates import CheckGates
    from pipeline.stages.choose import Choose

    runs = [f for f in doc.open() if f.kind == "han"]
    if not runs:
        return []
    edits = SpanIndex([e for e in CheckGates()(Choose()(doc)).edits if e.safety], lambda e: e.span)
    return [(run, next(iter(edits.overlapping(run.span)), None)) for run in runs]


def _weighed(place: Place, opinions: Sequence[Opinion]) -> Iterator[Candidate]:
    from pipeline.stages.agreement import weighed

    return weighed(place, opinions)

