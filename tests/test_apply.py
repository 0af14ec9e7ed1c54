"""``apply``: a dense article reviewed through the server, by --tty and from an exported file gives the expected bytes; promotion."""

from __future__ import annotations

import http.client
import json
import os
import pathlib
import re
import shutil
import threading
from collections.abc import Sequence
from typing import Any

import pytest
from test_terminal import PTY, Terminal

from pipeline.cli import main
from pipeline.decisions.log import Log, read_decisions
from pipeline.decisions.record import parse
from pipeline.review.promotion import read_choice
from pipeline.review.server import Server
from pipeline.review.session import Session

ROOT = pathlib.Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "seeds"
DENSE = [ROOT / "seeds" / "01-night-markets.txt", *sorted(SHARED.glob("002*.txt"))]
Plan = list[tuple[dict[str, Any], str, str]]


def report(run: pathlib.Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((run / "report.json").read_text("utf-8"))
    return found


def cleaned(tmp_path: pathlib.Path, source: pathlib.Path) -> pathlib.Path:
    (tmp_path / "in").mkdir()
    shutil.copy(source, tmp_path / "in" / "a.txt")
    assert main(["clean", str(tmp_path / "in"), "-o", str(tmp_path / "out")]) == 0
    return tmp_path / "out"


def plan(run: pathlib.Path) -> Plan:
    """For every open edit an action in turn: accept, own words, the Chinese stays, the first alternative."""
    made: Plan = []
    for number, edit in enumerate(e for e in report(run)["edits"] if e["status"] in ("pending", "unresolved")):
        text = edit["proposal"]["text"] if edit["proposal"] else ""
        if number % 4 == 2 or not edit["proposal"]:
            made.append((edit, "reject", ""))
        elif number % 4 == 1 and text == text.strip() and text:
            made.append((edit, "edit", f"own words {number}"))
        elif number % 4 == 3 and edit["alternatives"]:
            made.append((edit, "edit", edit["alternatives"][0]["text"]))
        else:
            made.append((edit, "accept", text))
    return made


def expected(run: pathlib.Path, source: bytes, said: Plan) -> bytes:
    """The article with each decision written in by hand, from the back to the front; what was certain stays as it was written."""
    text = source.decode("utf-8")
    decided = {e["id"]: (e["before"] if action == "reject" else wording) for e, action, wording in said}
    for edit in sorted(report(run)["edits"], key=lambda e: -e["span"][0]):
        start, end = edit["span"]
        assert text[start:end] == edit["before"]
        text = text[:start] + decided.get(edit["id"], edit["text"] if edit["text"] is not None else edit["before"]) + text[end:]
    return text.encode("utf-8")


def lines(said: Plan, **more: str) -> list[dict[str, Any]]:
    """As the page sends and exports them."""
    rows = []
    for edit, action, text in said:
        row = {"v": 1, "edit": edit["id"], "article": edit["article"], "action": action, "before": edit["before"], "context": edit["context"],
               "proposal": edit["proposal"]["text"] if edit["proposal"] else None, "tier": "none", "by": "Ann", "at": "2026-01-02T03:04:05.678Z", "batch": "b-1", **more}  # fmt: skip
        rows.append(row | ({"text": text} if action != "reject" else {}))
    return rows


def export(path: pathlib.Path, rows: Sequence[dict[str, Any]]) -> pathlib.Path:
    path.write_text("".join(json.dumps({**row, "seq": n}, ensure_ascii=False) + "\n" for n, row in enumerate(rows, 1)), "utf-8")
    return path


def check_run(run: pathlib.Path, source: pathlib.Path, want: bytes, said: Plan) -> None:
    """The article as expected, a report that agrees, a diff that applies, undo, and a later clean that gives the same."""
    assert (run / "a.txt").read_bytes() == want
    states = {e["id"]: e["status"] for e in report(run)["edits"]}
    names = {"accept": "accepted", "edit": "edited", "reject": "rejected"}
    assert {e["id"]: names[action] for e, action, _ in said} == {e["id"]: states[e["id"]] for e, _, _ in said}
    assert main(["undo", str(run), "-o", str(run.parent / "back")]) == 0
    assert (run.parent / "back" / "a.txt").read_bytes() == source.read_bytes()
    shutil.copy(run / "decisions.jsonl", run.parent / "in")
    assert main(["clean", str(run.parent / "in"), "-o", str(run.parent / "later")]) == 0
    assert (run.parent / "later" / "a.txt").read_bytes() == want
    assert main(["check", str(run.parent / "in"), "--fail-on", "review"]) == 0


@pytest.mark.parametrize("source", DENSE, ids=lambda p: p.name[:10])
def test_an_exported_review_gives_the_expected_bytes(tmp_path: pathlib.Path, source: pathlib.Path) -> None:
    run = cleaned(tmp_path, source)
    said = plan(run)
    want = expected(run, source.read_bytes(), said)
    assert len(said) >= 12 and want != (run / "a.txt").read_bytes()
    assert main(["apply", str(export(tmp_path / "exported.jsonl", lines(said))), str(run)]) == 0
    check_run(run, source, want, said)
    once = {p.name: p.read_bytes() for p in run.iterdir()}
    assert main(["apply", str(tmp_path / "exported.jsonl"), str(run)]) == 0
    assert {p.name: p.read_bytes() for p in run.iterdir()} == once, "the same decisions twice are the same as once"


@pytest.mark.parametrize("source", DENSE, ids=lambda p: p.name[:10])
def test_the_same_through_the_server(tmp_path: pathlib.Path, source: pathlib.Path) -> None:
    run = cleaned(tmp_path, source)
    said = plan(run)
    want = expected(run, source.read_bytes(), said)
    server = Server(Session(run))
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    headers = {"Origin": f"http://127.0.0.1:{server.port}", "Content-Type": "application/json"}
    for number, row in enumerate(lines(said), 1):
        connection.request("POST", f"/{server.token}/decisions", json.dumps({"decisions": [row]}), headers)
        answer = connection.getresponse()
        assert (answer.status, json.loads(answer.read())) == (200, {"seq": number})
    connection.request("GET", f"/{server.token}/decisions?after=0")
    exported = json.loads(connection.getresponse().read())["decisions"]
    server.shutdown()
    server.server_close()
    thread.join()
    assert main(["apply", str(run / "decisions.jsonl")]) == 0
    check_run(run, source, want, said)
    shutil.rmtree(run)
    assert main(["clean", str(tmp_path / "back"), "-o", str(run)]) == 0
    assert main(["apply", str(export(tmp_path / "exported.jsonl", exported)), str(run)]) == 0
    assert (run / "a.txt").read_bytes() == want


@PTY
@pytest.mark.parametrize("source", DENSE, ids=lambda p: p.name[:10])
def test_the_same_in_a_pseudo_terminal(tmp_path: pathlib.Path, source: pathlib.Path) -> None:
    run = cleaned(tmp_path, source)
    said = plan(run)
    want = expected(run, source.read_bytes(), said)
    terminal = Terminal("review", str(run), "--tty")
    for number, (edit, action, text) in enumerate(said, 1):
        terminal.until(f"({number}/{len(said)})")
        terminal.until(",q,?] ")
        first = edit["alternatives"][0]["text"] if edit["alternatives"] else None
        key = "a" if action == "accept" else "x" if action == "reject" else "1" if text == first else "e"
        os.write(terminal.master, key.encode() + b"\n")
        if key == "e":
            terminal.until("English: ")
            os.write(terminal.master, text.encode() + b"\n")
    terminal.end()
    assert main(["apply", str(run / "decisions.jsonl")]) == 0
    check_run(run, source, want, said)


def test_a_dry_run_writes_nothing(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = cleaned(tmp_path, DENSE[0])
    before = {p.name: p.read_bytes() for p in run.iterdir()}
    rows = lines(plan(run)[:3])
    assert main(["apply", str(export(tmp_path / "d.jsonl", rows)), str(run), "--dry-run", "--promote", str(tmp_path / "g.csv"), "--keep", str(tmp_path / "k.csv")]) == 0
    out = capsys.readouterr().out
    assert "[-布局-]{+expand into+}" in out and "dry run: nothing was written" in out and "g.csv: 布局,expand into,verb" in out
    assert {p.name: p.read_bytes() for p in run.iterdir()} == before
    assert not (tmp_path / "g.csv").exists() and not (tmp_path / "k.csv").exists()


def test_decisions_of_an_older_article_are_carried_over_or_listed_as_orphaned(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = cleaned(tmp_path, DENSE[0])
    exported = export(tmp_path / "d.jsonl", lines(plan(run)))
    text = (tmp_path / "in" / "a.txt").read_text("utf-8")
    text = text.replace("to 布局 the street", "to slowly 布局 half of the street").replace("The first change is 流量. In the past, a stall lived on", "It lived on")
    (tmp_path / "in" / "a.txt").write_text("A new first line.\n\n" + text, "utf-8")
    assert main(["clean", str(tmp_path / "in"), "-o", str(tmp_path / "new")]) == 0
    capsys.readouterr()
    assert main(["apply", str(exported), str(tmp_path / "new")]) == 1
    out = capsys.readouterr().out
    assert re.search(r"a\.txt:5:\d+: \[-布局-\]\{\+expand into\+\}  carried over \(\d\d\), confirm", out)
    assert re.search(r"orphaned: a\.txt: Ann: 'own words 1': .*change is \[流量\]", out)
    rows = {e["before"]: e for e in report(tmp_path / "new")["edits"]}
    assert rows["布局"]["status"] == "pending" and rows["布局"]["flags"] == ["carried-over"] and rows["布局"]["decision"]["match"] == "relocated"
    assert len(read_decisions(tmp_path / "new" / "decisions.jsonl")) == len(read_decisions(exported)), "an orphan is never dropped"


def test_what_was_carried_over_and_confirmed_is_no_orphan(tmp_path: pathlib.Path) -> None:
    run = cleaned(tmp_path, DENSE[0])
    said = plan(run)
    old = lines(said[:3])
    export(tmp_path / "in" / "decisions.jsonl", old)
    text = (tmp_path / "in" / "a.txt").read_text("utf-8").replace("to 布局 the street", "to slowly 布局 half of the street")
    (tmp_path / "in" / "a.txt").write_text(text, "utf-8")
    shutil.rmtree(run)
    assert main(["clean", str(tmp_path / "in"), "-o", str(run)]) == 0
    shutil.copy(tmp_path / "in" / "decisions.jsonl", run)
    carried = [e for e in report(run)["edits"] if e.get("flags") == ["carried-over"]]
    assert [e["before"] for e in carried] == ["布局"] and carried[0]["id"] != said[0][0]["id"]
    session = Session(run)
    assert [e["id"] for e in session.queue() if e["before"] == "布局"] == [carried[0]["id"]], "it waits for a yes"
    assert [d.edit for d in session.shown(session.log.after(0)[0])] == [row["edit"] for row in old[1:]], "and is not listed as fitting nowhere"
    session.log.append([parse(row, "test") for row in lines([(carried[0], "accept", carried[0]["text"])])])
    assert len(session.shown(session.log.after(0)[0])) == 3
    session.log.close()
    assert main(["apply", str(run / "decisions.jsonl")]) == 0, "the old line is superseded, not orphaned"
    assert {e["before"]: e["status"] for e in report(run)["edits"]}["布局"] == "accepted"


def test_an_article_that_was_moved_takes_its_decisions_along(tmp_path: pathlib.Path) -> None:
    run = cleaned(tmp_path, DENSE[0])
    said = plan(run)
    exported = export(tmp_path / "d.jsonl", lines(said))
    (tmp_path / "moved" / "sub").mkdir(parents=True)
    shutil.copy(tmp_path / "in" / "a.txt", tmp_path / "moved" / "sub" / "b.txt")
    assert main(["clean", str(tmp_path / "moved"), "-o", str(tmp_path / "new")]) == 0
    assert main(["apply", str(exported), str(tmp_path / "new")]) == 0
    assert (tmp_path / "new" / "sub" / "b.txt").read_bytes() == expected(run, DENSE[0].read_bytes(), said)
    assert {e["status"] for e in report(tmp_path / "new")["edits"]} <= {"pending", "rejected", "auto"}, "somebody has to confirm"


def test_a_reset_opens_the_edit_again(tmp_path: pathlib.Path) -> None:
    run = cleaned(tmp_path, DENSE[0])
    before = (run / "a.txt").read_bytes()
    rows = lines(plan(run))
    assert main(["apply", str(export(tmp_path / "d.jsonl", rows)), str(run)]) == 0
    assert (run / "a.txt").read_bytes() != before
    back = [{k: v for k, v in row.items() if k != "text"} | {"action": "reset"} for row in rows]
    assert main(["apply", str(export(tmp_path / "back.jsonl", back)), str(run)]) == 0
    assert (run / "a.txt").read_bytes() == before
    assert {e["status"] for e in report(run)["edits"]} <= {"pending", "auto"}


def test_records_and_folders_and_crlf(tmp_path: pathlib.Path) -> None:
    (tmp_path / "in" / "sub").mkdir(parents=True)
    (tmp_path / "in" / "r.jsonl").write_bytes(b'{"id": 1, "text": "As the \\u7ea2\\u5229 fades"}\r\n{"text": "clean"}\n{"text": "The \xe7\xba\xa2\xe5\x88\xa9 grows"}')
    (tmp_path / "in" / "sub" / "b.md").write_bytes("# The 红利 of it\r\n\r\nThe 流量 grows。\r\n".encode("utf-16"))
    run = tmp_path / "out"
    assert main(["clean", str(tmp_path / "in"), "-o", str(run)]) == 0
    said = [(e, "edit", f"wording{n}") for n, e in enumerate(report(run)["edits"])]
    assert main(["apply", str(export(tmp_path / "d.jsonl", lines(said))), str(run)]) == 0
    texts = [text for _, _, text in said]
    assert (run / "r.jsonl").read_bytes() == f'{{"id": 1, "text": "As the {texts[0]} fades"}}\r\n{{"text": "clean"}}\n{{"text": "The {texts[1]} grows"}}'.encode()
    assert (run / "sub" / "b.md").read_bytes() == f"# The {texts[2]} of it\r\n\r\nThe {texts[3]} grows{texts[4]}\r\n".encode("utf-16")
    assert main(["undo", str(run), "-o", str(tmp_path / "back")]) == 0
    for name in ("r.jsonl", "sub/b.md"):
        assert (tmp_path / "back" / name).read_bytes() == (tmp_path / "in" / name).read_bytes()


def test_bad_input_is_named_and_nothing_is_touched(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = cleaned(tmp_path, DENSE[0])
    rows = lines(plan(run)[:2])
    good = str(export(tmp_path / "d.jsonl", rows))
    torn = export(tmp_path / "torn.jsonl", [rows[0], {**rows[1], "action": "acept"}])
    foreign = export(tmp_path / "foreign.jsonl", [{**rows[0], "article": "other.txt", "edit": "e1-0000000000000000"}])
    (tmp_path / "bad.csv").write_text("zh,en\nplain,word\n")
    before = {p.name: p.read_bytes() for p in run.iterdir()}
    for arguments, message in (
        ([str(torn), str(run)], "torn.jsonl:2: unknown action 'acept'; did you mean 'accept'?"),
        ([str(tmp_path / "none.jsonl"), str(run)], "none.jsonl: cannot read the decisions"),
        ([good, str(tmp_path / "in")], "report.json: cannot read"),
        ([str(foreign), str(run)], "these decisions are about 'other.txt'"),
        ([good, str(run), "--keep", "k.csv"], "go with --promote"),
        ([good, str(run), "--promote", str(tmp_path / "bad.csv")], "bad.csv:2: 'plain' in column zh holds no Chinese"),
        ([good, str(run), "--promote", str(tmp_path / "g.csv"), "--choose", "dividend"], "write 红利=dividend"),
    ):
        assert main(["apply", *arguments]) == 2, message
        assert message in capsys.readouterr().err
        assert {p.name: p.read_bytes() for p in run.iterdir()} == before
    (run / "a.txt").write_text("edited by hand")
    assert main(["apply", good, str(run)]) == 2
    assert "was changed since the run wrote it" in capsys.readouterr().err
    assert (run / "a.txt").read_text() == "edited by hand" and not (run / "decisions.jsonl").exists()


def test_a_wording_that_the_encoding_has_no_place_for_is_refused_before_anything_is_written(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes((ROOT / "seeds" / "06-traditional-harbor.txt").read_text("utf-8").encode("big5hkscs"))
    run = tmp_path / "out"
    assert main(["clean", str(tmp_path / "in"), "-o", str(run)]) == 0
    assert report(run)["articles"][0]["encoding"] == "big5hkscs"
    rows = lines([(report(run)["edits"][0], "edit", "café \U0001f600")])
    assert main(["apply", str(export(tmp_path / "d.jsonl", rows)), str(run)]) == 2
    assert "cannot be written as" in capsys.readouterr().err


ARTICLES = {
    "a.txt": "As the 红利 of traffic begins to fade, many sellers in the big cities leave.\n",
    "b.txt": "Nobody in the small towns knows when the 红利 of the first years will come back.\n",
    "c.txt": "The 工业局 of the county, they say, has never seen the 红利 that was promised.\n",
}


@pytest.fixture
def team(tmp_path: pathlib.Path) -> pathlib.Path:
    (tmp_path / "in").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "in" / name).write_text(text, "utf-8")
    assert main(["clean", str(tmp_path / "in"), "-o", str(tmp_path / "out")]) == 0
    return tmp_path


def decide(team: pathlib.Path, *said: tuple[str, str, str, str]) -> str:
    """``(article, before, action, text)`` each, in the log of the run; returns its path."""
    edits = {(e["article"], e["before"]): e for e in report(team / "out")["edits"]}
    log = Log(team / "out" / "decisions.jsonl")
    for article, before, action, text in said:
        log.append([parse(row, "test") for row in lines([(edits[article, before], action, text)])])
    log.close()
    return str(log.path)


def test_accepted_wordings_become_sorted_rows_with_part_of_speech_and_context(team: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = decide(team, ("a.txt", "红利", "edit", "windfalls"))
    assert main(["apply", log, "--promote", str(team / "in" / "glossary.csv")]) == 0
    out = capsys.readouterr().out
    assert "glossary.csv: 红利,windfall,noun" in out
    assert re.search(r"would also change: b\.txt:1:\d+: 红利: \w+ -> windfalls?", out) and "would also change: a.txt" not in out
    rows = (team / "in" / "glossary.csv").read_text("utf-8")
    assert rows == "zh,en,pos,note\n红利,windfall,noun,\"a.txt: …As the [红利] of traffic begins to fade, ma…\"\n" or rows.startswith("zh,en,pos,note\n红利,windfall,noun,")
    assert main(["clean", str(team / "in"), "-o", str(team / "out2")]) == 0
    assert "windfall" in (team / "out2" / "b.txt").read_text("utf-8")


def test_rows_are_added_to_a_glossary_and_its_own_rows_stay(team: pathlib.Path) -> None:
    glossary = team / "in" / "glossary.csv"
    glossary.write_text("zh,en,pos,also\n平台,platform,noun,\n红利,bonus,noun,windfall\n", "utf-8")
    log = decide(team, ("a.txt", "红利", "edit", "windfall"), ("c.txt", "工业局", "edit", "Industry Bureau"))
    assert main(["apply", log, "--promote", str(glossary)]) == 0
    rows = [line.split(",")[:2] for line in glossary.read_text("utf-8").splitlines()[1:]]
    assert rows == [["工业局", "Industry Bureau"], ["平台", "platform"], ["红利", "bonus"]], "a wording that the row knows as another one is no conflict"


def test_conflicts_have_to_be_resolved(team: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    glossary = team / "in" / "glossary.csv"
    log = decide(team, ("a.txt", "红利", "edit", "windfall"), ("b.txt", "红利", "edit", "bounty"))
    assert main(["apply", log, "--promote", str(glossary)]) == 1
    out = capsys.readouterr()
    assert "红利: several wordings" in out.out and "红利=windfall (noun) a.txt:1" in out.out and "--choose 红利=bounty" in out.out and "nothing was added" in out.err
    assert not glossary.exists()
    assert main(["apply", log, "--promote", str(glossary), "--choose", "红利=bounty", "--choose", "红利=windfall@traffic"]) == 0
    assert [line.split(",")[:4] for line in glossary.read_text("utf-8").splitlines()] == [["zh", "en", "pos", "when"], ["红利", "bounty", "noun", ""], ["红利", "windfall", "noun", "traffic"]]
    glossary.write_text("zh,en,pos\n红利,perk,noun\n", "utf-8")
    assert main(["apply", log, "--promote", str(glossary)]) == 1
    assert "红利=perk (glossary)" in capsys.readouterr().out
    assert main(["apply", log, "--promote", str(glossary), "--choose", "红利=windfall"]) == 0
    assert "红利,windfall,noun,perk" in glossary.read_text("utf-8")


def test_what_is_kept_goes_to_the_keep_list_or_stays_for_this_place(team: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = decide(team, ("c.txt", "工业局", "reject", ""), ("c.txt", "红利", "reject", ""), ("a.txt", "红利", "edit", "windfall"))
    glossary, keep = team / "in" / "glossary.csv", team / "in" / "keep.csv"
    assert main(["apply", log, "--promote", str(glossary)]) == 0
    assert "工业局: kept in these places only" in capsys.readouterr().out and not keep.exists()
    keep.write_text("zh,why\n关系,a word of the house\n", "utf-8")
    assert main(["apply", log, "--promote", str(glossary), "--keep", str(keep)]) == 0
    assert "红利: kept in some places and translated in others" in capsys.readouterr().out
    assert keep.read_text("utf-8") == "zh,why\n关系,a word of the house\n工业局,kept in review\n"
    assert "the 红利 that was promised" in (team / "out" / "c.txt").read_text("utf-8")


def test_the_row_of_the_page_s_dialog_is_taken_as_it_is(team: pathlib.Path) -> None:
    edit = next(e for e in report(team / "out")["edits"] if e["article"] == "a.txt")
    rows = lines([(edit, "edit", "windfalls")], note='glossary:紅利,"tail, wind",noun')
    assert main(["apply", str(export(team / "d.jsonl", rows)), str(team / "out"), "--promote", str(team / "g.csv")]) == 0
    assert (team / "g.csv").read_text("utf-8").splitlines()[1].startswith('红利,"tail, wind",noun,')


def test_numbers_and_marks_are_no_terms(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.txt").write_text("The market has 3.5亿 users by 10月24日, they say。\n", "utf-8")
    assert main(["clean", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out")]) == 0
    said = [(e, "accept", e["proposal"]["text"]) for e in report(tmp_path / "out")["edits"]]
    assert len(said) == 3
    assert main(["apply", str(export(tmp_path / "d.jsonl", lines(said))), str(tmp_path / "out"), "--promote", str(tmp_path / "g.csv")]) == 0
    assert not (tmp_path / "g.csv").exists()


def test_a_choice_says_its_context() -> None:
    choice = read_choice("紅利= bonus @Salary| pay ")
    assert (choice.zh, choice.en, choice.when) == ("红利", "bonus", ("pay", "salary"))
