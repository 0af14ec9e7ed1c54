"""check for CI: baselines, changed lines, stale output, ignore comments, levels; and the story of a pull request."""

from __future__ import annotations

import gc
import json
import os
import pathlib
import subprocess
import time

import pytest

from pipeline.cli import main

WORDS = ["market", "price", "season", "harvest", "village", "kitchen", "harbor", "garden", "library", "theater"]


def git(folder: pathlib.Path, *arguments: str) -> str:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(["git", *identity, "-C", str(folder), *arguments], capture_output=True, text=True, check=True, env=environment)
    return done.stdout.strip()


def commit(folder: pathlib.Path, message: str) -> str:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    folder = tmp_path / "repository"
    (folder / "seeds").mkdir(parents=True)
    git(folder, "init", "-q")
    (folder / "seeds" / "first.md").write_text("# First\n\nNothing is wrong here.\n", "utf-8")
    monkeypatch.chdir(folder)
    return folder


def problems(capsys: pytest.CaptureFixture[str], *options: str, paths: tuple[str, ...] = ("seeds",)) -> tuple[int, list[dict[str, object]]]:
    capsys.readouterr()
    status = main(["check", *paths, "--format", "json", *options])
    return status, json.loads(capsys.readouterr().out)["problems"]


def old_article(count: int) -> str:
    """Different sentences, a leftover in each."""
    return "".join(f"Line {n}: the {WORDS[n % 10]} of {WORDS[n // 10]} number {n} needs 红利 and a {WORDS[(n * 3) % 10]}.\n" for n in range(count))


def test_a_baseline_keeps_100_old_leftovers_quiet_and_catches_a_new_one_after_lines_moved(repository: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = repository / "seeds" / "old.txt"
    article.write_text(old_article(100), "utf-8")
    assert problems(capsys)[0] == 1
    assert main(["check", "seeds", "--baseline", "baseline.json", "--update-baseline"]) == 0
    assert len(json.loads((repository / "baseline.json").read_text("utf-8"))["entries"]) == 100
    assert problems(capsys, "--baseline", "baseline.json") == (0, [])
    lines = old_article(100).splitlines(keepends=True)
    moved = ["A new first line.\n", "\n", *lines[60:], "\n", *lines[:60]]
    moved.insert(40, "The shop lives on 优势 alone.\n")
    article.write_text("".join(moved), "utf-8")
    status, found = problems(capsys, "--baseline", "baseline.json")
    assert status == 1
    assert [(p["before"], p["line"]) for p in found] == [("优势", 41)]


def test_a_second_leftover_of_the_kind_and_one_in_an_edited_sentence(repository: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = repository / "seeds" / "old.txt"
    article.write_text("In spring the old harbor lives on 红利 of the traffic that the ferries bring.\n", "utf-8")
    main(["check", "seeds", "--baseline", "baseline.json", "--update-baseline"])
    article.write_text("In spring the old harbor lives on 红利 of the trade that nobody counts any more.\n", "utf-8")
    assert problems(capsys, "--baseline", "baseline.json")[0] == 0, "the words before it are the same"
    article.write_text(article.read_text("utf-8") * 2, "utf-8")
    status, found = problems(capsys, "--baseline", "baseline.json")
    assert (status, len(found)) == (1, 1)


def test_a_baseline_follows_a_renamed_article_and_reports_what_is_stale(repository: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = repository / "seeds" / "old.txt", repository / "seeds" / "deep" / "new.txt"
    old.write_text(old_article(5), "utf-8")
    main(["check", "seeds", "--baseline", "baseline.json", "--update-baseline"])
    new.parent.mkdir()
    old.rename(new)
    assert problems(capsys, "--baseline", "baseline.json") == (0, [])
    new.write_text(old_article(4), "utf-8")
    status, found = problems(capsys, "--baseline", "baseline.json")
    assert status == 0, "what is stale is a warning"
    assert [(p["rule"], p["level"], p["path"]) for p in found] == [("baseline", "warning", "baseline.json")]
    assert "红利 in seeds/old.txt" in str(found[0]["message"])
    assert main(["check", "seeds", "--baseline", "baseline.json", "--update-baseline"]) == 0
    assert problems(capsys, "--baseline", "baseline.json") == (0, [])
    assert {e["article"] for e in json.loads((repository / "baseline.json").read_text("utf-8"))["entries"]} == {"seeds/deep/new.txt"}


def test_updating_for_one_article_keeps_the_entries_of_the_others(repository: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.txt", "b.txt"):
        (repository / "seeds" / name).write_text(old_article(3), "utf-8")
    main(["check", "seeds", "--baseline", "baseline.json", "--update-baseline"])
    (repository / "seeds" / "a.txt").write_text("Clean now.\n", "utf-8")
    main(["check", "seeds/a.txt", "--baseline", "baseline.json", "--update-baseline"])
    assert {e["article"] for e in json.loads((repository / "baseline.json").read_text("utf-8"))["entries"]} == {"seeds/b.txt"}
    assert problems(capsys, "--baseline", "baseline.json", paths=("seeds/a.txt",)) == (0, []), "b was not checked: its entries are not stale"


def test_a_baseline_does_not_depend_on_the_glossary_and_is_the_same_bytes_twice(repository: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "seeds" / "a.txt").write_text("It has a 优势 in the market。 The 严峻 season brings 3.5亿 guests.\n", "utf-8")
    main(["check", "seeds", "--baseline", "baseline.json", "--update-baseline"])
    first = (repository / "baseline.json").read_bytes()
    main(["check", "seeds", "--baseline", "baseline.json", "--update-baseline"])
    assert (repository / "baseline.json").read_bytes() == first
    (repository / "seeds" / "glossary.csv").write_text("zh,en,pos\n优势,forte,noun\n严峻,harsh,adj\n", "utf-8")
    assert problems(capsys, "--baseline", "baseline.json") == (0, [])


def test_equal_records_are_counted_one_by_one(repository: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = '{"text": "As the 红利 of traffic fades."}\n'
    corpus = repository / "seeds" / "corpus.jsonl"
    corpus.write_text(row * 3, "utf-8")
    main(["check", "seeds", "--baseline", "baseline.json", "--update-baseline"])
    assert problems(capsys, "--baseline", "baseline.json") == (0, [])
    corpus.write_text(row * 4, "utf-8")
    assert len(problems(capsys, "--baseline", "baseline.json")[1]) == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "no such baseline"),
        ("{", "not a baseline"),
        ('{"schema": "baseline/2", "entries": []}', "schema baseline/1"),
        ('{"schema": "baseline/1", "entries": [\n{"article": "a.txt", "id": 7, "text": "x"}\n]}', "baseline.json:2: not an entry"),
    ],
)
def test_a_wrong_baseline_is_named(repository: pathlib.Path, capsys: pytest.CaptureFixture[str], content: str | None, said: str) -> None:
    if content is not None:
        (repository / "baseline.json").write_text(content)
    assert main(["check", "seeds", "--baseline", "baseline.json"]) == 2
    assert said in capsys.readouterr().err


def test_only_changed_lines_of_changed_files(repository: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "seeds" / "old.txt").write_text(old_article(20), "utf-8")
    (repository / "seeds" / "other.txt").write_text(old_article(3), "utf-8")
    (repository / "seeds" / "mark.txt").write_bytes("The 红利 of scale.\n".encode("utf-16"))
    base = commit(repository, "old")
    assert problems(capsys, "--changed-since", base) == (0, [])
    lines = old_article(20).splitlines(keepends=True)
    lines[7] = "The 优势 is new here.\n"
    (repository / "seeds" / "old.txt").write_text("".join(["A line more.\n", *lines[:12], *lines[14:]]), "utf-8")
    (repository / "seeds" / "brand new é.txt").write_text("The 严峻 season.\n", "utf-8")
    (repository / "seeds" / "mark.txt").write_bytes("The 红利 of scale fades.\n".encode("utf-16"))
    status, found = problems(capsys, "--changed-since", base)
    wanted = [("seeds/brand new é.txt", 1, "严峻"), ("seeds/mark.txt", 1, "红利"), ("seeds/old.txt", 9, "优势")]
    assert (status, [(p["path"], p["line"], p["before"]) for p in found]) == (1, wanted)
    commit(repository, "new")
    (repository / "seeds" / "old.txt").rename(repository / "seeds" / "renamed.txt")
    git(repository, "add", "-A")
    status, found = problems(capsys, "--changed-since", base)
    assert [(p["path"], p["line"]) for p in found][-1] == ("seeds/renamed.txt", 9), "a renamed file is not a new one"
    assert len(found) == 3


def test_changes_count_from_where_the_branch_parted(repository: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "seeds" / "old.txt").write_text("Clean.\n", "utf-8")
    commit(repository, "old")
    git(repository, "checkout", "-q", "-b", "work")
    (repository / "seeds" / "mine.txt").write_text("The 优势 of it.\n", "utf-8")
    commit(repository, "mine")
    git(repository, "checkout", "-q", "main")
    (repository / "seeds" / "old.txt").write_text("Their 红利.\n", "utf-8")
    commit(repository, "theirs")
    git(repository, "checkout", "-q", "work")
    assert [p["path"] for p in problems(capsys, "--changed-since", "main")[1]] == ["seeds/mine.txt"]


def test_settings_of_the_user_do_not_change_what_git_says(repository: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "seeds" / "old.txt").write_text(old_article(30), "utf-8")
    base = commit(repository, "old")
    for name, value in {"diff.noprefix": "true", "diff.context": "9", "color.ui": "always", "diff.mnemonicPrefix": "true", "diff.interHunkContext": "20", "diff.external": "false"}.items():
        git(repository, "config", name, value)
    lines = old_article(30).splitlines(keepends=True)
    lines[3], lines[8] = "The 优势 is new.\n", "--- a\n"
    (repository / "seeds" / "old.txt").write_text("".join(lines), "utf-8")
    assert [p["line"] for p in problems(capsys, "--changed-since", base)[1]] == [4]


@pytest.mark.parametrize(("revision", "said"), [("nowhere", "git knows no such revision"), ("--output=x", "git knows no such revision"), ("HEAD~9", "fetch")])
def test_an_unknown_revision_is_named(repository: pathlib.Path, capsys: pytest.CaptureFixture[str], revision: str, said: str) -> None:
    commit(repository, "old")
    assert main(["check", "seeds", f"--changed-since={revision}"]) == 2
    assert said in capsys.readouterr().err
    assert not (repository / "x").exists()


def test_changed_since_outside_of_a_repository(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "a.txt").write_text("Clean.\n")
    assert main(["check", str(tmp_path / "a.txt"), "--changed-since", "HEAD"]) == 2
    assert "not a git repository" in capsys.readouterr().err


def test_output_is_fresh_or_stale_and_why(repository: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    seeds, output = repository / "seeds", repository / "output"
    (seeds / "a.txt").write_text("As the 红利 of traffic fades.\n", "utf-8")
    (seeds / "b.txt").write_text("The 优势 of it.\n", "utf-8")
    assert main(["clean", "seeds", "-o", "output"]) == 0
    check = ("--output", "output", "--fail-on", "unresolved")
    assert problems(capsys, *check)[0] == 0

    def stale() -> dict[str, str]:
        status, found = problems(capsys, *check)
        assert status == 1
        return {str(p["path"]): str(p["message"]) for p in found if p["rule"] == "output"}

    (output / "a.txt").write_text("By hand.\n")
    assert stale() == {"output/a.txt": "is not what clean makes now"}
    (output / "a.txt").unlink()
    (output / "a.txt.diff").unlink()
    assert stale() == {"output/a.txt": "is missing", "output/a.txt.diff": "is missing"}
    main(["clean", "seeds", "-o", "output"])
    (seeds / "glossary.csv").write_text("zh,en,pos\n红利,windfall,noun\n", "utf-8")
    assert "the glossary, the keep list or the recipe changed" in stale()["output/a.txt"]
    main(["clean", "seeds", "-o", "output"])
    (seeds / "b.txt").unlink()
    found = stale()
    assert "belongs to no input any more" in found["output/b.txt"] and "the articles changed" in found["output/report.json"]
    report = json.loads((output / "report.json").read_text("utf-8"))
    report["run"]["version"] = "0.0.1"
    (output / "report.json").write_text(json.dumps(report), "utf-8")
    assert "made by version 0.0.1" in stale()["output/report.json"]
    assert main(["check", "seeds", "--output", "output", "--fail-on", "never"]) == 0
    assert main(["check", "seeds", "--output", "nowhere"]) == 2


def test_unused_ignore_comments_are_reported_and_used_ones_are_not(repository: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "seeds" / "a.md").write_text(
        "The 红利 here. <!-- hanmend: ignore -->\n\nClean. <!-- hanmend: ignore -->\n\n<!-- hanmend: ingore -->\n\n"
        "`<!-- hanmend: ignore -->` is how it is written.\n\nFriends (关系). <!-- hanmend: ignore -->\n\n<!-- hanmend: ignore-end -->\n\n<!-- hanmend: ignore-start -->\n\nThe 优势.\n",
        "utf-8",
    )
    status, found = problems(capsys)
    assert status == 0
    assert [(p["line"], p["rule"], p["level"]) for p in found] == [(n, "ignore", "warning") for n in (3, 5, 9, 11, 13)]
    assert "did you mean 'ignore'" in str(found[1]["message"])
    assert "never ended" in str(found[4]["message"])


def test_levels_of_clean(repository: pathlib.Path) -> None:
    def status(*options: str) -> int:
        return main(["clean", "seeds", "-o", "../out", *options])

    assert [status("--fail-on", level) for level in ("leftover", "review", "unresolved", "never")] == [0, 0, 0, 0]
    (repository / "seeds" / "a.txt").write_text("As the 红利 of traffic fades.\n", "utf-8")
    assert [status("--fail-on", level) for level in ("leftover", "review", "unresolved", "never")] == [1, 1, 0, 0]
    assert [status("--fail-on", level, "--apply", "auto") for level in ("leftover", "review", "unresolved", "never")] == [1, 1, 1, 0]
    assert status() == 0
    (repository / "seeds" / "torn.txt").write_bytes(b"caf\xe9 \x81\x8d\x90 \xff\xfe\xfd\n")
    assert status("--fail-on", "never") == 2
    assert status("--fail-on", "sometimes") == 2


def test_clean_in_place_without_a_report_leaves_only_the_articles(repository: pathlib.Path) -> None:
    for folder in ("a", "b"):
        (repository / "seeds" / folder).mkdir()
        (repository / "seeds" / folder / "index.md").write_text(f"As the 红利 of {folder} fades.\n", "utf-8")
    before = sorted(p.relative_to(repository) for p in (repository / "seeds").rglob("*"))
    clean = repository / "seeds" / "first.md"
    os.utime(clean, (1, 1))
    assert main(["clean", "seeds/a/index.md", "seeds/b/index.md", "seeds/first.md", "--in-place", "--no-report"]) == 0
    assert sorted(p.relative_to(repository) for p in (repository / "seeds").rglob("*")) == before
    assert all("红利" not in p.read_text("utf-8") for p in (repository / "seeds").rglob("index.md"))
    assert clean.stat().st_mtime == 1, "what is clean is not written"


def test_two_files_of_one_name_can_be_checked_together(repository: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in ("a", "b"):
        (repository / "seeds" / folder).mkdir()
        (repository / "seeds" / folder / "index.md").write_text("The 红利 fades.\n", "utf-8")
    status, found = problems(capsys, paths=("seeds/a/index.md", "seeds/b/index.md"))
    assert (status, [p["path"] for p in found]) == (1, ["seeds/a/index.md", "seeds/b/index.md"])


def test_standard_input_has_no_history(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "-", "--changed-since", "HEAD"]) == 2
    assert "need files" in capsys.readouterr().err


def test_what_goes_into_the_baseline_is_no_error_and_what_failed_still_is(repository: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "seeds/a.txt").write_text("As the 红利 of traffic fades.\n", "utf-8")
    assert main(["check", "seeds", "--baseline", "baseline.json", "--update-baseline"]) == 0
    assert capsys.readouterr().out == ""
    (repository / "seeds/b.docx").write_bytes(b"no archive")
    assert main(["check", "seeds", "--baseline", "baseline.json", "--update-baseline"]) == 2
    said = capsys.readouterr().out
    assert "b.docx" in said and "a.txt" not in said


def test_update_baseline_needs_a_baseline(repository: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "seeds", "--update-baseline"]) == 2
    assert "--baseline FILE" in capsys.readouterr().err


def test_a_pull_request_with_a_new_term(repository: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It fails with the annotation at the place; a row in the glossary and a run of clean make it pass."""
    (repository / "seeds" / "glossary.csv").write_text("zh,en,pos\n红利,dividend,noun\n", "utf-8")
    (repository / "seeds" / "second.txt").write_text("As the 红利 of traffic fades.\n", "utf-8")
    assert main(["clean", "seeds", "-o", "output"]) == 0
    check = ["check", "seeds", "--fail-on", "unresolved", "--output", "output", "--changed-since", "main", "--format", "github"]
    commit(repository, "main")
    git(repository, "checkout", "-q", "-b", "article")
    assert main(check) == 0
    (repository / "seeds" / "third.txt").write_text("A line.\n\nThe \U0001f600 stall sells 𠀋𠀋 to guests.\n", "utf-8")
    main(["clean", "seeds", "-o", "output"])
    commit(repository, "a new article")
    capsys.readouterr()
    assert main(check) == 1
    annotation = "::error file=seeds/third.txt,title=hanmend leftover,line=3,endLine=3,col=19,endColumn=20::𠀋𠀋 (nothing proposed)"
    assert annotation in capsys.readouterr().out.split("\n")
    with (repository / "seeds" / "glossary.csv").open("a", encoding="utf-8") as glossary:
        glossary.write("𠀋𠀋,dragon cake,noun\n")
    assert main(check) == 1, "the output was made without the new term"
    assert "output/third.txt" in capsys.readouterr().out
    main(["clean", "seeds", "-o", "output"])
    commit(repository, "the term")
    assert main(check) == 0
    assert "sells dragon cakes to" in (repository / "output" / "third.txt").read_text("utf-8")


def test_a_baseline_of_many_entries_is_matched_in_linear_time(repository: pathlib.Path) -> None:
    from pipeline.problems.baseline import Baseline, Entry
    from pipeline.problems.problem import Problem

    def seconds(count: int) -> float:
        entries = [Entry("a.txt", f"e1-{n:016x}", "红利", f"left{n}", f"right{n}") for n in range(count)]
        found = [Problem("a.txt", "leftover", "error", "m", None, None, f"e1-{n:016x}", "红利") for n in range(count)]
        # A full collection of the whole process falls into the longer run only.
        gc.disable()
        try:
            start = time.process_time()
            assert Baseline(repository / "baseline.json", entries).quieting("a.txt", found) == []
            return time.process_time() - start
        finally:
            gc.enable()

    few = max(seconds(4_000), 0.005)
    assert seconds(40_000) < 50 * few


def test_quick_finds_the_same_leftovers_and_proposes_nothing(repository: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "The 红利 of traffic fades。 A 优势 is in guanxi (关系), 3亿 yuan were paid.\n\nThe word \"内卷\", literally rolling in, stays.\n"
    (repository / "seeds" / "first.md").write_text(text, "utf-8")
    assert main(["check", "seeds", "--format", "json"]) == 1
    full = json.loads(capsys.readouterr().out)["problems"]
    assert main(["check", "seeds", "--format", "json", "--quick"]) == 1
    quick = json.loads(capsys.readouterr().out)["problems"]
    assert [p["id"] for p in quick] == [p["id"] for p in full]
    assert all(p["after"] is None for p in quick)
    assert any(p["after"] for p in full)


def test_a_baseline_holds_for_a_quick_check_too(repository: pathlib.Path) -> None:
    (repository / "seeds" / "first.md").write_text("The 红利 of traffic fades。\n", "utf-8")
    assert main(["check", "seeds", "--baseline", "baseline.json", "--update-baseline"]) == 0
    assert main(["check", "seeds", "--baseline", "baseline.json", "--quick"]) == 0


def test_quick_has_no_output_to_compare(repository: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "seeds", "--quick", "--output", "output"]) == 2
    assert "--quick" in capsys.readouterr().err
