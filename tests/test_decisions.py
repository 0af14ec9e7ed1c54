"""Decisions: the file, the ids, finding places again, and a later run that honours them."""

from __future__ import annotations

import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import edits
from pipeline.cli import main
from pipeline.decisions.log import Log, read_decisions
from pipeline.decisions.matching import match, same_article
from pipeline.decisions.record import Context, Decision, conflicts, latest, parse, parse_line
from pipeline.errors import DecisionError, OutputError
from pipeline.model import Span
from pipeline.script import HAN_RUN, WIDE_MARKS

ROOT = pathlib.Path(__file__).parent.parent
LEFTOVER = re.compile(f"{HAN_RUN.pattern}|[{re.escape(WIDE_MARKS)}]")
WORDS = "the market of growth and capital for traffic new users however in order to which companies early this year strongly".split()


def dense() -> str:
    """An article of 5,000 characters with a leftover in every other line, some terms in several places."""
    return "\n\n".join(file.read_text("utf-8").strip() for file in sorted((ROOT / "seeds").glob("*.txt"))) + "\n"


def decided(source: str, spans: list[Span], article: str = "a.txt") -> list[Decision]:
    places = edits.Places(source)
    made = []
    for number, span in enumerate(spans):
        context = Context(source[max(0, span.start - 60) : span.start], source[span.end : span.end + 60], round(span.start / len(source), 4), places.copies(span))
        made.append(Decision(places.id_of(span), article, "accept", span.of(source), context, f"wording {number}"))
    return made


def leftovers(source: str) -> list[Span]:
    return [Span(m.start(), m.end()) for m in LEFTOVER.finditer(source)]


class Author:
    """Edits an article at random and knows where each leftover went."""

    def __init__(self, source: str, seed: int) -> None:
        self.text, self.random = source, random.Random(seed)
        self.marks: list[Span | None] = list(leftovers(source))

    def splice(self, start: int, end: int, text: str) -> None:
        shift = len(text) - (end - start)
        moved: list[Span | None] = []
        for mark in self.marks:
            if mark is None or (mark.start < end and start < mark.end):
                moved.append(None)
            else:
                moved.append(Span(mark.start + shift, mark.end + shift) if mark.start >= end else mark)
        self.marks = moved
        self.text = self.text[:start] + text + self.text[end:]

    def edit(self) -> None:
        """Another word, a word more or less, a sentence or a paragraph more, another line end: never a leftover."""
        word = self.random.choice(list(re.finditer(r"[A-Za-z]+", self.text)))
        kind, start, end = self.random.random(), word.start(), word.end()
        if kind < 0.4:
            self.splice(start, end, self.random.choice(WORDS))
        elif kind < 0.6:
            self.splice(start, start, self.random.choice(WORDS) + " ")
        elif kind < 0.8:
            self.splice(start, end + (self.text[end : end + 1] == " "), "")
        elif kind < 0.87:
            self.splice(start, start, " ".join(self.random.choices(WORDS, k=9)).capitalize() + ". ")
        elif kind < 0.94:
            place = self.text.find("\n", start) % (len(self.text) + 1)
            self.splice(place, place, "\n\n" + " ".join(self.random.choices(WORDS, k=30)) + ".")
        elif self.text[end : end + 1] == " ":
            self.splice(end, end + 1, "\n")

    def mend_by_hand(self) -> None:
        mark = self.random.choice([m for m in self.marks if m])
        self.splice(mark.start, mark.end, self.random.choice(WORDS))


def found_again(rounds: int, count: int, by_hand: bool) -> tuple[int, int, int]:
    """How many places there still are, how many of their decisions are found there, how many decisions are somewhere else."""
    source = dense()
    given_ = decided(source, leftovers(source))
    alive = found = wrong = 0
    for seed in range(rounds):
        author = Author(source, seed)
        for number in range(count):
            author.mend_by_hand() if by_hand and number % 4 == 0 else author.edit()
        for m, mark in zip(match(author.text, given_), author.marks, strict=True):
            alive += mark is not None
            found += m.span is not None and m.span == mark
            wrong += m.span is not None and m.span != mark
    return alive, found, wrong


@pytest.mark.parametrize(("count", "share"), [(1, 0.999), (5, 0.98), (60, 0.99)])
def test_decisions_are_found_again_after_edits_of_the_source_and_none_in_a_wrong_place(count: int, share: float) -> None:
    alive, found, wrong = found_again(12, count, by_hand=False)
    assert wrong == 0
    assert found / alive >= share, f"{found} of {alive}"


@pytest.mark.parametrize("count", [5, 20, 60])
def test_fragments_that_were_fixed_by_hand_take_their_decisions_with_them(count: int) -> None:
    alive, found, wrong = found_again(12, count, by_hand=True)
    assert wrong < 0.005 * 12 * len(leftovers(dense())), wrong
    assert found / alive >= 0.95


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 4))
def test_an_id_is_of_the_chinese_and_its_surroundings_alone(seed: int, count: int) -> None:
    """Whatever is edited further than 24 letters away, and whatever the edit takes in beside the Chinese, the id stays."""
    author = Author(dense(), seed)
    before = edits.Places(author.text)
    ids = [before.id_of(m) for m in author.marks if m]
    assert len(set(ids)) == len(ids)
    pick = author.random.randrange(len(author.marks))
    mark, text = author.marks[pick], author.text
    assert mark
    wider = Span(max(0, mark.start - 1), mark.end) if not HAN_RUN.search(text[mark.start - 1 : mark.start]) and HAN_RUN.search(mark.of(text)) else mark
    assert before.id_of(wider) == ids[pick]
    for _ in range(count):
        place = author.random.choice([0, len(author.text)])
        author.splice(place, place, " ".join(author.random.choices(WORDS, k=20)) + ". ")
    if 100 < mark.start < len(text) - 100:
        now = author.marks[pick]
        assert now and edits.Places(author.text).id_of(now) == ids[pick]


def test_copies_are_told_apart_and_never_mixed_up() -> None:
    passage = "A market of many sellers lives on the 红利 of traffic and on nothing else that anybody could name. "
    source = passage * 3
    given_ = decided(source, leftovers(source))
    assert len({d.edit for d in given_}) == 3
    assert [m.how for m in match(source, given_)] == ["exact"] * 3
    assert [m.span for m in match(source, given_)] == leftovers(source)
    shorter = passage + "Something else stands here now, long enough to be seen. " + passage
    assert all(m.how != "exact" for m in match(shorter, given_))


def test_a_decision_about_a_longer_run_is_not_one_about_a_part_of_it() -> None:
    source = "As the 流量 of the first wave fades, the market of the small sellers is severe."
    found = match(source.replace("流量", "流量平权"), decided(source, leftovers(source)))
    assert found[0].how == "orphaned"


@pytest.mark.parametrize(("one", "other", "same"), [("a.txt", "a.txt", True), ("docs/a.txt", "a.txt", True), ("a.txt", "ba.txt", False), ("x/a.txt", "y/a.txt", False)])
def test_an_article_is_the_same_from_another_folder(one: str, other: str, same: bool) -> None:
    assert same_article(one, other) is same and same_article(other, one) is same


ROW = {"v": 1, "seq": 1, "edit": "e1-0123456789abcdef", "article": "a.txt", "action": "accept", "text": "dividend", "before": "红利", "context": {"prefix": "the ", "suffix": " of"}}
WRONG = [
    ({"v": 2}, "version 2 of the format"), ({"v": True}, "version True"), ({"edit": "e1-xyz"}, "is no id"), ({"action": "acept"}, "did you mean 'accept'"),
    ({"text": None}, "'text' is None"), ({"text": "two\nlines"}, "U+000A"), ({"text": "\u202ex"}, "U+202E"), ({"text": "\ud800"}, "U+D800"), ({"article": ""}, "'article' is empty"),
    ({"before": ""}, "'before' is empty"), ({"before": 3}, "'before' is 3"), ({"context": "the"}, "'context' is 'the'"), ({"context": {"prefix": "a"}}, "'context.suffix' is None"),
    ({"context": {"prefix": "", "suffix": "", "place": 7}}, "'context.place' is 7"), ({"seq": -1}, "'seq' is -1"), ({"acton": "accept"}, "did you mean 'action'"),
    ({"note": "x" * 2001}, "2001 characters"), ({"text": "x" * 4001}, "4001 characters"), ({"context": {"prefix": "", "suffix": "", "copies": 0}}, "'context.copies' is 0"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "message"), WRONG, ids=lambda value: str(value)[:40])
def test_a_wrong_line_is_named(change: dict[str, object], message: str) -> None:
    with pytest.raises(DecisionError, match=re.escape(message)) as raised:
        parse({**ROW, **change}, "d.jsonl:7")
    assert str(raised.value).startswith("d.jsonl:7: ")


@pytest.mark.parametrize("missing", ["v", "edit", "article", "action", "before", "context", "text"])
def test_a_missing_key_is_named(missing: str) -> None:
    with pytest.raises(DecisionError, match=f"no '{missing}'"):
        parse({k: v for k, v in ROW.items() if k != missing}, "d.jsonl:7")


@settings(max_examples=200, deadline=None)
@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*ROW, "x"]), inner, max_size=8), max_leaves=12))
def test_no_json_crashes_the_reader(value: object) -> None:
    try:
        parse_line(json.dumps(value), "x:1")
    except DecisionError as error:
        assert str(error).startswith("x:1: ")


def decision(number: int = 0, action: str = "accept", text: str = "dividend", by: str = "", **more: str) -> Decision:
    return Decision(f"e1-{number:016x}", "a.txt", action, "红利", Context("the ", " of"), text if action in ("accept", "edit") else "", by=by, **more)  # type: ignore[arg-type]


def test_lines_come_back_as_they_were() -> None:
    for one in (decision(), decision(1, "reject", note="stays"), decision(2, "edit", "a bonus", "Ann", batch="b1", at="2026-01-01T00:00:00Z", tier="glossary")):
        assert parse_line(one.line().decode(), "x:1") == one


def test_the_last_line_holds_and_reset_takes_back() -> None:
    lines = [decision(1), decision(2), decision(1, "edit", "bonus"), decision(2, "reset"), decision(3, "reject"), decision(3, "reset"), decision(3, "reject")]
    assert {d.edit[-1]: (d.action, d.text) for d in latest(lines).values()} == {"1": ("edit", "bonus"), "3": ("reject", "")}


def test_people_who_disagree_are_named() -> None:
    lines = [decision(1, text="bonus", by="Ann"), decision(1, by="Ben"), decision(2, by="Ann"), decision(2, by="Ben"), decision(3, text="x", by="Ann"), decision(3, by="Ann")]
    assert [(a.text, a.by, b.text, b.by) for a, b in conflicts(lines)] == [("bonus", "Ann", "dividend", "Ben")]


def test_threads_and_processes_add_without_loss(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "decisions.jsonl"
    code = (
        "import sys, pathlib; sys.path.insert(0, sys.argv[2]); from test_decisions import decision; from pipeline.decisions.log import Log;"
        "log = Log(pathlib.Path(sys.argv[1])); [log.append([decision(n, by='other')]) for n in range(60)]"
    )
    other = subprocess.Popen([sys.executable, "-c", code, str(path), str(pathlib.Path(__file__).parent)])
    log = Log(path)
    threads = [threading.Thread(target=lambda name=name: [log.append([decision(n, by=name)]) for n in range(30)]) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert other.wait(60) == 0
    found = read_decisions(path)
    assert [d.seq for d in found] == list(range(1, 121))
    for name, count in (("other", 60), ("a", 30), ("b", 30)):
        assert [int(d.edit[3:], 16) for d in found if d.by == name] == list(range(count))
    assert log.after(100)[1] == 120 and len(log.after(100)[0]) == 20


def test_a_torn_line_is_cut_off_and_a_whole_one_is_ended(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_bytes(decision(1).line() + decision(2).line()[:50])
    assert len(read_decisions(path)) == 1
    assert Log(path).append([decision(3)]) == 2
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    assert Log(path).append([decision(4)]) == 3
    assert [int(d.edit[3:], 16) for d in read_decisions(path)] == [1, 3, 4]
    path.write_bytes(decision(1).line()[:50] + b"\n" + decision(2).line())
    with pytest.raises(DecisionError, match=r"decisions\.jsonl:1: not JSON"):
        read_decisions(path)


def test_a_file_that_was_replaced_meanwhile_is_the_one_that_is_added_to(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "decisions.jsonl"
    log = Log(path)
    log.append([decision(1)])
    (tmp_path / "new").write_bytes(decision(1).line() + decision(2).line())
    os.replace(tmp_path / "new", path)
    assert log.append([decision(3)]) == 3
    assert [int(d.edit[3:], 16) for d in read_decisions(path)] == [1, 2, 3]


def test_a_full_disk_keeps_whole_lines_and_says_so(tmp_path: pathlib.Path) -> None:
    code = (
        "import resource, signal, sys, pathlib; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000));"
        "sys.path.insert(0, sys.argv[2]); from test_decisions import decision; from pipeline.decisions.log import Log\n"
        "log = Log(pathlib.Path(sys.argv[1]))\n"
        "try:\n  [log.append([decision(n)]) for n in range(60)]\nexcept Exception as error: print(error); sys.exit(7)"
    )
    path = tmp_path / "decisions.jsonl"
    done = subprocess.run([sys.executable, "-c", code, str(path), str(pathlib.Path(__file__).parent)], capture_output=True, text=True, check=False)
    assert done.returncode == 7 and "this decision was not kept" in done.stdout
    assert path.read_bytes().endswith(b"\n") and len(read_decisions(path)) >= 3


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: pathlib.Path) -> None:
    with pytest.raises(OutputError, match="cannot write"):
        Log(tmp_path / "nowhere" / "decisions.jsonl")


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_git_merges_two_reviewers_by_union(tmp_path: pathlib.Path) -> None:
    def git(*arguments: str) -> str:
        command = ["git", "-c", "user.name=A", "-c", "user.email=a@b.example", *arguments]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout

    path = tmp_path / "decisions.jsonl"
    git("init", "-q", "-b", "main")
    (tmp_path / ".gitattributes").write_text("decisions.jsonl merge=union\n")
    Log(path).append([decision(0)])
    git("add", "-A"), git("commit", "-qm", "start"), git("branch", "other")
    Log(path).append([decision(1, by="Ann"), decision(2, text="bonus", by="Ann")])
    git("commit", "-qam", "Ann"), git("checkout", "-q", "other")
    Log(path).append([decision(2, by="Ben"), decision(3, by="Ben")])
    git("commit", "-qam", "Ben"), git("checkout", "-q", "main"), git("merge", "-q", "other", "-m", "both")
    found = read_decisions(path)
    assert sorted(int(d.edit[3:], 16) for d in found) == [0, 1, 2, 2, 3]
    assert len(conflicts(found)) == 1
    assert Log(path).append([decision(4)]) == 6


ARTICLE = "As the 红利 of traffic begins to fade in the big cities, many sellers say that the market is 严峻 and that the 流量 is gone。\n"


@pytest.fixture
def run(tmp_path: pathlib.Path) -> pathlib.Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(ARTICLE, "utf-8")
    assert main(["clean", str(tmp_path / "in"), "-o", str(tmp_path / "out")]) == 0
    return tmp_path


def report(folder: pathlib.Path) -> dict[str, dict[str, object]]:
    return {e["before"].strip(): e for e in json.loads((folder / "out" / "report.json").read_text("utf-8"))["edits"]}


def decide(folder: pathlib.Path, path: str, **said: tuple[str, str]) -> None:
    rows = report(folder)
    log = Log(folder / path)
    for before, (action, text) in said.items():
        row = {k: rows[before][k] for k in ("article", "before", "context")} | {"v": 1, "edit": rows[before]["id"], "action": action, "by": "Ann"}
        log.append([parse(row | ({"text": text} if text else {}), "test")])


def test_a_file_of_decisions_is_no_article(run: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    decide(run, "in/decisions.jsonl", 红利=("edit", "windfall"))
    before = (run / "in" / "decisions.jsonl").read_bytes()
    assert main(["clean", str(run / "in"), "--in-place"]) == 0
    assert (run / "in" / "decisions.jsonl").read_bytes() == before
    assert [a["id"] for a in json.loads((run / "in" / "report.json").read_text("utf-8"))["articles"]] == ["a.txt"]
    assert main(["check", str(run / "in" / "decisions.jsonl")]) == 2
    assert "a file of decisions, not an article" in capsys.readouterr().err


def test_clean_honours_decisions_beside_the_articles(run: pathlib.Path) -> None:
    decide(run, "in/decisions.jsonl", 红利=("edit", "windfall"), 流量=("reject", ""), 严峻=("accept", "grim"))
    assert main(["clean", str(run / "in"), "-o", str(run / "out"), "--apply", "auto"]) == 0
    text = (run / "out" / "a.txt").read_text("utf-8")
    assert "the windfall of traffic" in text and "is grim and" in text and "the 流量 is gone" in text
    found = report(run)
    assert {k: found[k]["status"] for k in ("红利", "流量", "严峻")} == {"红利": "edited", "流量": "rejected", "严峻": "accepted"}
    assert found["红利"]["proposal"]["tier"] == "memory" and found["流量"]["text"] is None and found["红利"]["decision"]["match"] == "exact"
    kept = json.loads((run / "out" / "report.json").read_text("utf-8"))["kept"]
    assert [(k["text"], k["why"]) for k in kept] == [("流量", "kept in review by Ann")]
    assert main(["undo", str(run / "out"), "-o", str(run / "back")]) == 0
    assert (run / "back" / "a.txt").read_text("utf-8") == ARTICLE


def test_check_passes_where_everything_was_decided(run: pathlib.Path) -> None:
    assert main(["check", str(run / "in"), "--fail-on", "review"]) == 1
    rows = report(run)
    decide(run, "in/decisions.jsonl", **{k: ("accept", rows[k]["text"]) if rows[k]["text"] != "." else ("accept", ".") for k in rows})
    assert main(["check", str(run / "in"), "--fail-on", "review"]) == 0


def test_a_decision_outweighs_every_keep_stage(run: pathlib.Path) -> None:
    decide(run, "in/decisions.jsonl", 红利=("edit", "windfall"))
    (run / "in" / "keep.csv").write_text("zh,why\n红利,a word of the house\n流量,a word of the house\n", "utf-8")
    assert main(["clean", str(run / "in"), "-o", str(run / "out")]) == 0
    text = (run / "out" / "a.txt").read_text("utf-8")
    assert "the windfall of traffic" in text and "流量" in text


def test_clean_reads_decisions_of_the_output_folder_and_of_the_option(run: pathlib.Path) -> None:
    decide(run, "out/decisions.jsonl", 红利=("edit", "windfall"))
    assert main(["clean", str(run / "in"), "-o", str(run / "out")]) == 0
    assert "the windfall of traffic" in (run / "out" / "a.txt").read_text("utf-8")
    decide(run, "other.jsonl", 红利=("edit", "harvest"))
    assert main(["clean", str(run / "in" / "a.txt"), "-o", str(run / "out"), "--decisions", str(run / "other.jsonl")]) == 0
    assert "the harvest of traffic" in (run / "out" / "a.txt").read_text("utf-8")


def test_decisions_are_carried_over_into_a_changed_and_a_renamed_article(run: pathlib.Path) -> None:
    decide(run, "in/decisions.jsonl", 红利=("edit", "windfall"), 严峻=("accept", "grim"))
    (run / "in" / "a.txt").rename(run / "in" / "b.txt")
    assert main(["clean", str(run / "in"), "-o", str(run / "out")]) == 0
    found = report(run)
    assert found["红利"]["text"] == "windfall" and found["红利"]["flags"] == ["carried-over"] and found["红利"]["status"] == "pending"
    (run / "in" / "b.txt").unlink()
    (run / "in" / "a.txt").write_text("A first sentence that is new. " + ARTICLE.replace("many sellers", "a lot of sellers"), "utf-8")
    assert main(["clean", str(run / "in"), "-o", str(run / "out")]) == 0
    found = report(run)
    assert found["严峻"]["text"] == "grim" and found["严峻"]["decision"]["match"] == "exact" and found["严峻"]["status"] == "accepted"
    assert found["红利"]["status"] == "pending" and found["红利"]["decision"]["match"] == "relocated" and found["红利"]["decision"]["score"] > 60


def test_a_second_run_over_what_was_decided_changes_nothing(run: pathlib.Path) -> None:
    decide(run, "in/decisions.jsonl", 红利=("edit", "windfall"), 流量=("reject", ""))
    assert main(["clean", str(run / "in"), "-o", str(run / "out")]) == 0
    once = (run / "out" / "a.txt").read_bytes()
    (run / "again").mkdir()
    (run / "again" / "a.txt").write_bytes(once)
    shutil.copy(run / "in" / "decisions.jsonl", run / "again")
    assert main(["clean", str(run / "again"), "-o", str(run / "twice")]) == 0
    assert (run / "twice" / "a.txt").read_bytes() == once


def test_a_wrong_file_of_decisions_ends_with_its_line(run: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (run / "in" / "decisions.jsonl").write_text('{"v": 1}\n')
    assert main(["clean", str(run / "in"), "-o", str(run / "new")]) == 2
    assert "decisions.jsonl:1: no 'edit'" in capsys.readouterr().err
    assert main(["check", str(run / "out"), "--decisions", str(run / "no.jsonl")]) == 2
    assert "no.jsonl: cannot read the decisions" in capsys.readouterr().err

