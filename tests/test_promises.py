"""The promises of the design, each over generated documents."""

from __future__ import annotations

import pickle
import socket
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pipeline import edits
from pipeline.decisions.record import Context, Decision
from pipeline.encodings import decode, encode
from pipeline.errors import InputError
from pipeline.files import document_bytes, read_document
from pipeline.model import Candidate, Document, Origin, Outcome, Safety, Span
from pipeline.recipe import Options, Recipe, build

RECIPE = build(Options())
PIECES = st.sampled_from(
    [
        "红利", "流量平权", "促进", "数据", "數據", "赛道", "山门 (Mountain Gate)", "3.5亿", "1200万元", "十几万", "10月24日", "因此", "still真 real", "value值",
        "。", "，", "（", "）", "《", "》", "：", "！", "２０２３", "丨", "guanxi (关系)", "@小红书", "https://a.example/红利", "user@例.cn", "`代码`", "𠮷", "〇", "々", "さくら",
        "가", "\U0001f600", "e\u0301", "\u2028", "\x0b", "\x85", "\u200b", "\u202e", "\t", "\n", "\r\n", "\r", "\n\n", "# ", "- ", "| ", "**", "_", "```\n", "$x$", "<b>", "&nbsp;", "[a](红)",
        " ", " the ", " a ", " an ", " to ", " of ", " is ", " so ", " and ", ", ", ". ", "The ", "market", " grows", " traffic", "-led", " in the ", "\"", "“", "”", "(", ")", "5%", "$", "Latin",
    ]
)  # fmt: skip
LOOSE = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=6)
TEXTS = st.lists(st.one_of(PIECES, LOOSE), max_size=14).map("".join)
FORMATS = st.sampled_from(["text", "markdown", "html"])
RELAXED = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def made(text: str, form: str = "text") -> Document:
    return read_document(text.encode("utf-8", "replace"), "x", form)


def repaired(text: str, form: str = "text", recipe: Recipe = RECIPE) -> Outcome:
    return recipe.repair(made(text, form))


@RELAXED
@given(TEXTS, FORMATS)
def test_nothing_outside_the_edits_changes(text: str, form: str) -> None:
    outcome = repaired(text, form)
    rest, at, out = [], 0, 0
    for edit in outcome.done():
        length = edit.span.start - at
        rest.append((outcome.doc.source[at : edit.span.start], outcome.text[out : out + length]))
        at, out = edit.span.end, out + length + len(edit.after)
        assert outcome.text[out - len(edit.after) : out] == edit.after
    rest.append((outcome.doc.source[at:], outcome.text[out:]))
    assert all(before == after for before, after in rest)


@RELAXED
@given(TEXTS, FORMATS)
def test_only_prose_is_edited_and_regions_cover_the_text(text: str, form: str) -> None:
    doc = repaired(text, form).doc
    assert "".join(r.span.of(doc.source) for r in doc.regions) == doc.source
    for edit in doc.edits:
        code = [r for r in doc.regions if r.kind in ("code", "front-matter", "link") and r.span.overlaps(edit.span)]
        assert not code, (edit, code)


@RELAXED
@given(st.lists(st.one_of(PIECES, st.sampled_from(["\n", "Wang", "a", "4.2", "the", "苹果", "先生", "以上", "很", "的", " "])), max_size=14).map("".join))
def test_lines_stay_lines(text: str) -> None:
    outcome = RECIPE.repair(read_document(text.encode(), "x", "text"))
    assert [e for e in outcome.done() if e.before.count("\n") != e.after.count("\n")] == []


@given(TEXTS, FORMATS)
def test_undo_restores_the_source(text: str, form: str) -> None:
    outcome = repaired(text, form)
    done = [(e.span, e.before, e.after) for e in outcome.done()]
    assert edits.undo(outcome.text, done) == outcome.doc.source


@settings(RELAXED, max_examples=200)
@given(TEXTS, FORMATS)
@example("山门 (Mountain Gate)@小红书", "text")
def test_a_second_run_changes_nothing(text: str, form: str) -> None:
    once = repaired(text, form).text
    assert repaired(once, form).text == once


@RELAXED
@given(TEXTS)
def test_the_same_input_gives_the_same_ids_and_bytes(text: str) -> None:
    first, second = repaired(text), pickle.loads(pickle.dumps(RECIPE)).repair(made(text))
    assert first.text == second.text
    assert [e.id for e in first.doc.edits] == [e.id for e in second.doc.edits]
    assert len({e.id for e in first.doc.edits}) == len(first.doc.edits)


def test_processes_give_the_same_bytes_as_one() -> None:
    texts = ["the 红利 of traffic。", "so 促进 for trade", "clean", "a 优势 in 3.5亿 users", "still真 real"] * 4
    serial = [repaired(t).text for t in texts]
    with ProcessPoolExecutor(2) as pool:
        assert list(pool.map(repaired_text, texts)) == serial


def repaired_text(text: str) -> str:
    return repaired(text).text


@dataclass(frozen=True)
class Crash:
    def __call__(self, doc: Document) -> Document:
        raise RuntimeError("no luck")


@RELAXED
@given(TEXTS)
def test_a_document_that_fails_is_written_unchanged(text: str) -> None:
    outcome = repaired(text, recipe=replace(RECIPE, stages=(*RECIPE.stages[:4], Crash(), *RECIPE.stages[4:])))
    assert outcome.text == outcome.doc.source
    assert "no luck" in outcome.doc.error
    assert not outcome.done()


@dataclass(frozen=True)
class Hostile:
    text: str

    def __call__(self, doc: Document) -> Document:
        return doc.proposing(Candidate(f.span, self.text, Origin("mt", "hostile"), ("hostile",), 99.0) for f in doc.open())


@RELAXED
@given(TEXTS, st.one_of(st.text(max_size=40), st.sampled_from(["红利", "<script>", "a\nb", "。", "\u202e", "I cannot translate that, sorry", "x" * 9999])))
def test_a_hostile_proposer_changes_nothing_but_its_fragment_and_passes_the_gates(text: str, hostile: str) -> None:
    index = next(i for i, s in enumerate(RECIPE.stages) if type(s).__name__ == "Choose")
    outcome = repaired(text, recipe=replace(RECIPE, stages=(*RECIPE.stages[:index], Hostile(hostile), *RECIPE.stages[index:])))
    findings = [f.span for f in outcome.doc.findings]
    for edit in outcome.done():
        assert any(edit.span.overlaps(f) for f in findings)
        if edit.after == hostile:
            assert "\n" not in edit.after and "<" not in edit.after and len(edit.after) <= 24 * (len(edit.before) + 1)
            assert not any("\u3400" <= c <= "\u9fff" or c == "\u202e" for c in edit.after)


@RELAXED
@given(st.one_of(st.binary(max_size=60), TEXTS.map(lambda t: t.encode("utf-8", "replace")), TEXTS.map(lambda t: t.encode("utf-16")), TEXTS.map(lambda t: b"\xef\xbb\xbf" + t.encode("utf-8", "replace"))))
def test_bytes_come_back_as_they_were_or_are_refused_by_name(data: bytes) -> None:
    try:
        text, envelope = decode(data, "name.txt")
    except InputError as error:
        assert str(error).startswith("name.txt: ")
        return
    assert encode(text, envelope) == data
    assert "\ufffd" not in text or b"\xef\xbf\xbd" in data or envelope.encoding.startswith(("utf-16", "utf-32", "gb18030"))


@RELAXED
@given(TEXTS)
def test_documents_without_leftovers_are_untouched(text: str) -> None:
    clean = "".join(c for c in text if ord(c) < 128)
    outcome = repaired(clean)
    assert outcome.text == outcome.doc.source and not outcome.doc.edits
    assert document_bytes(outcome.doc, outcome.text) == clean.encode()


def test_no_network_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert repaired("the 红利 of traffic").text == "the dividend of traffic"


@RELAXED
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 6), st.text(max_size=4)), max_size=8), st.text(min_size=36, max_size=40))
def test_select_leaves_no_overlap_and_apply_is_exact(rows: list[tuple[int, int, str]], source: str) -> None:
    proposed = [edits.Edit(Span(s, s + n), source[s : s + n], after, Origin("rule"), 0.5, Safety.REVIEW) for s, n, after in rows]
    chosen = edits.select(proposed)
    assert all(a.span.end <= b.span.start for a, b in zip(chosen, chosen[1:], strict=False))
    done = edits.apply(source, chosen)
    assert edits.undo(done, [(e.span, e.before, e.after) for e in chosen]) == source


@dataclass(frozen=True)
class CrashesOn:
    """A stage that takes batches and crashes on one document."""

    bad: str

    def __call__(self, doc: Document) -> Document:
        if doc.id == self.bad:
            raise ValueError("cannot read this one")
        return doc

    def many(self, docs: list[Document]) -> list[Document]:
        return [self(doc) for doc in docs]


def test_a_batch_fails_only_the_document_that_crashed() -> None:
    recipe = replace(RECIPE, stages=(CrashesOn("b"), *RECIPE.stages))
    docs = [replace(made("The 红利 of scale"), id=name) for name in "abc"]
    outcomes = recipe.repair_many(docs)
    assert [bool(o.doc.error) for o in outcomes] == [False, True, False]
    assert outcomes[1].text == docs[1].source and "cannot read this one" in outcomes[1].doc.error
    assert outcomes[0].text == RECIPE.repair(docs[0]).text


@settings(RELAXED, max_examples=80)
@given(TEXTS, FORMATS, st.lists(st.sampled_from(["accept", "edit", "reject", "leave"]), min_size=1, max_size=6))
def test_decisions_are_honoured_to_the_letter_and_nothing_else_changes(tmp_path_factory: pytest.TempPathFactory, text: str, form: str, actions: list[str]) -> None:
    first = repaired(text, form)
    places, source = edits.Places(first.doc.source), first.doc.source
    said: dict[Span, Decision] = {}
    for number, edit in enumerate(first.doc.edits):
        action = actions[number % len(actions)]
        if action == "leave" or (action == "accept" and edit.safety is Safety.LEAVE) or not edit.before:
            continue
        context = Context(source[max(0, edit.span.start - 60) : edit.span.start], source[edit.span.end : edit.span.end + 60], copies=places.copies(edit.span))
        wording = {"accept": edit.after, "edit": f"wording {number}", "reject": ""}[action]
        said[edit.span] = Decision(edit.id, "x", action, edit.before, context, wording)
    path = tmp_path_factory.mktemp("decided") / "decisions.jsonl"
    path.write_bytes(b"".join(d.line() for d in said.values()))
    outcome = repaired(text, form, build(Options(decisions=(str(path),))))
    written = {e.span: e.after for e in outcome.done()}
    assert not outcome.doc.error
    for span, decision in said.items():
        assert written.get(span, decision.before) == (decision.text if decision.action != "reject" else decision.before)
    assert edits.undo(outcome.text, [(e.span, e.before, e.after) for e in outcome.done()]) == source
