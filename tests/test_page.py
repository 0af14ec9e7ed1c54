"""The review page as a file: what is in it, where the texts come from, and ``hanmend report``."""

from __future__ import annotations

import base64
import hashlib
import json
import pathlib
import re
import shutil
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import article, report

from pipeline.cli import main
from pipeline.reports.page.blocks import block, differing, index
from pipeline.reports.page.flags import flags
from pipeline.reports.page.html import SCRIPTS, render
from pipeline.reports.page.wording import base, conflicting, slot, source, subject
from pipeline.reports.stored import entries_of, read_report, with_sources

ROOT = pathlib.Path(__file__).parent.parent
ASSETS = ROOT / "pipeline" / "data" / "review"


@pytest.fixture
def run(tmp_path: pathlib.Path) -> pathlib.Path:
    shutil.copytree(ROOT / "output", tmp_path / "run")
    return tmp_path / "run"


def policy(page: str) -> dict[str, str]:
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert found
    return dict(part.strip().partition(" ")[::2] for part in found[1].split(";"))


def element(page: str, name: str, attributes: str = "") -> str:
    found = re.search(rf"<{name}{attributes}>(.*?)</{name}>", page, re.DOTALL)
    assert found
    return found[1]


def data(page: str, name: str) -> Any:
    return json.loads(element(page, "script", f' type="application/json" id="{name}"'))


def test_the_policy_allows_this_script_and_this_style_and_nothing_else() -> None:
    page = render(report([article("a.txt", "the [红利|dividend]")])).decode()
    rules = policy(page)
    digest = {name: base64.b64encode(hashlib.sha256(element(page, name).encode()).digest()).decode() for name in ("script", "style")}
    assert rules["script-src"] == f"'sha256-{digest['script']}'" and rules["style-src"] == f"'sha256-{digest['style']}'"
    assert rules["default-src"] == rules["connect-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert rules["require-trusted-types-for"] == "'script'" and rules["trusted-types"] == "'none'"


def test_a_served_page_may_ask_its_own_server_and_nothing_else() -> None:
    given = report([article("a.txt", "the [红利|dividend]")])
    assert policy(render(given, served=True).decode())["connect-src"] == "'self'"
    assert data(render(given, served=True).decode(), "index")["served"] is True


def test_no_address_and_no_markup_from_text_in_the_assets() -> None:
    for file in sorted(ASSETS.iterdir()):
        text = file.read_text("utf-8")
        assert not re.search(r"https?://|\burl\(|@import", text), file.name
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", text), file.name
    assert {f.stem for f in ASSETS.glob("*.js")} == set(SCRIPTS)


def test_text_that_looks_like_a_slot_or_an_end_tag_stays_text() -> None:
    text = "{{script}} </script><script>x</script> <!-- {{data}} [红利|{{style}}</style>]"
    page = render(report([article("{{title}}.txt", text)])).decode()
    assert page.count("</script>") == 3 and page.count("</style>") == 1
    assert data(page, "chunk-0")[0]["pieces"][0][1].startswith("{{script}} </script><script>x</script> <!--")


def test_the_same_report_gives_the_same_page_and_a_large_one_is_packed() -> None:
    small = report([article("a.txt", "the [红利|dividend]")])
    assert render(small) == render(small)
    large = report([article(f"{n}.txt", f"the [红利|dividend] of traffic {n} " * 400) for n in range(40)])
    page = render(large)
    assert b'type="application/gzip" id="index"' in page and page == render(large)
    assert len(page) < 2_000_000


PIECES = st.sampled_from(["a", " b ", "\U0001f600", "\U00020bb7", "e\u0301", "\n", "\r\n", "\u2028", "\ud800", "\udc00", "[红利|dividend]", "[𠮷野|Yoshino]", "[。|.]"])


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_a_browser_finds_each_edit_at_its_offset(marked: str) -> None:
    made, edits, text = article("a.txt", marked)
    for known in (text, None):
        found = block({"article": made, "edits": edits, "source": known}, set())
        for own, placed in zip(edits, found["edits"], strict=True):
            units = found["pieces"][placed["piece"]][1].encode("utf-16-le", "surrogatepass")
            assert units[2 * placed["start"] : 2 * placed["end"]] == own["before"].encode("utf-16-le", "surrogatepass")


def test_without_the_text_the_surroundings_are_shown_with_their_lines() -> None:
    made, edits, _ = article("a.txt", "one\n" * 40 + "the [红利|dividend] of\nthe [红利|dividend] of\n" + "two\n" * 40 + "a [流量|traffic] b")
    found = block({"article": made, "edits": edits}, set())
    # A piece begins 60 characters before its first edit: 14 lines of four and, at the second one, half a line more.
    assert [line for line, _ in found["pieces"]] == [27, 68]
    assert len(found["pieces"][0][1]) < 60 + 60 + 60 and found["pieces"][1][1].endswith("a 流量 b")


def test_a_title_is_the_first_line_that_says_something() -> None:
    rows = index({}, entries_of(report([article("a.md", "---\n\n# The [红利|dividend]\ntext"), article("b.txt", "***")])), set())["articles"]
    assert [row["title"] for row in rows] == ["The 红利", ""]


def test_wordings_of_one_base_do_not_conflict() -> None:
    proposals = [{"text": text, "tier": "glossary", "confidence": 0.5, "evidence": evidence} for text, evidence in (
        ("dividends", "rank:1; zh:红利; slot:noun; wording:0; term:dividend; agreed; fit:1.06; lead:0.13"), ("Dividend", "rank:0; slot:attr; term:dividend; in-article"))]  # fmt: skip
    assert [base(p) for p in proposals] == ["dividend", "dividend"]
    assert [slot(p) for p in proposals] == ["noun", "attr"] and [source(p) for p in proposals] == ["termbase", "glossary"]
    edits = [{"kind": "term", "term": "红利", "before": "红利", "proposal": p} for p in proposals]
    assert not conflicting(edits)
    other = {"text": "word of mouth", "tier": "dictionary", "confidence": 0.5, "evidence": ""}
    assert base(other) == "word of mouth" and conflicting([*edits, edits[0] | {"proposal": other}]) == {"红利"}


def test_numbers_are_no_places_of_one_term() -> None:
    assert subject({"before": "3.5亿", "term": "亿"}) == "3.5亿" and subject({"before": "the红利", "term": "红利"}) == "红利"


@pytest.mark.parametrize(
    ("before", "after", "rival", "expected"),
    [("红利", "dividend", 0.2, []), ("a 优势", "an advantage", 0.2, ["a-an"]), ("the严峻", "the severe", 0.2, ["extension"]), ("红利", "dividend", 0.49, ["close-call"])],
)
def test_flags_say_what_to_look_at(before: str, after: str, rival: float, expected: list[str]) -> None:
    rows = [{"text": text, "tier": "glossary", "confidence": sure, "evidence": ""} for text, sure in ((after, 0.5), ("x", rival))]
    assert flags({"before": before, "kind": "term", "proposal": rows[0], "alternatives": rows[1:]}, conflict=False) == expected
    assert "inconsistent" in flags({"before": before, "kind": "term", "proposal": rows[0], "alternatives": [], "flags": ["capital"]}, conflict=True)


def test_an_option_that_hardly_ever_passes_is_left_out() -> None:
    made, edits, text = article("a.txt", "the [红利|dividend]")
    edits[0]["alternatives"][0]["confidence"] = 0.02
    found = block({"article": made, "edits": edits, "source": text}, differing([{"edits": edits}]))
    assert [option[0] for option in found["edits"][0]["options"]] == ["dividend", "dividend two"]


def test_report_renders_what_clean_wrote(run: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(run)]) == 0
    first = (run / "report.html").read_bytes()
    assert main(["report", str(run / "report.json"), "-o", str(run / "again.html")]) == 0
    assert (run / "again.html").read_bytes() == first
    assert main(["report", str(run), "--format", "md", "-o", str(run / "again.md")]) == 0
    assert (run / "again.md").read_bytes() == (run / "report.md").read_bytes()
    assert main(["report", str(run), "--format", "json", "-o", str(run / "again.json")]) == 0
    assert (run / "again.json").read_bytes() == (run / "report.json").read_bytes()
    assert str(run / "again.json") in capsys.readouterr().out


def test_an_article_that_was_changed_since_shows_its_surroundings(run: pathlib.Path) -> None:
    name = "01-night-markets.txt"
    (run / name).write_text("changed", "utf-8")
    folder, found = read_report(run)
    sources = with_sources(folder, found)["sources"]
    assert name not in sources and (ROOT / "seeds" / "02-county-notice.txt").read_text("utf-8") == sources["02-county-notice.txt"]
    assert main(["report", str(run)]) == 0
    rows = data((run / "report.html").read_text("utf-8"), "index")["articles"]
    assert [row["whole"] for row in rows] == [row["path"] != name for row in rows]


def test_records_of_a_file_are_articles_with_their_text(tmp_path: pathlib.Path) -> None:
    (tmp_path / "in").mkdir()
    lines = [{"id": n, "text": f"The 红利 of traffic, part {n}."} for n in range(3)] + [{"id": 3, "text": "Nothing."}]
    (tmp_path / "in" / "news.jsonl").write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    assert main(["clean", str(tmp_path / "in"), "-o", str(tmp_path / "out")]) == 0
    page = (tmp_path / "out" / "report.html").read_text("utf-8")
    assert [(row["title"], row["whole"], row["count"]) for row in data(page, "index")["articles"]] == [(f"The 红利 of traffic, part {n}.", True, 1) for n in range(3)]
    assert main(["report", str(tmp_path / "out"), "-o", str(tmp_path / "again.html")]) == 0
    assert (tmp_path / "again.html").read_text("utf-8") == page


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda r: r.update(edits=None), "'edits' is no list"),
        (lambda r: r["edits"][2].pop("span"), "edits 3 has no 'span'"),
        (lambda r: r["articles"].append("x"), "articles 7 has no 'id'"),
        (lambda r: r["edits"][0].update(article="none.txt"), "names the article 'none.txt', which is not in the report"),
        (lambda r: r.update(schema="report/9"), "not a report of schema report/1"),
    ],
)
def test_a_report_that_is_none_is_refused_by_name(run: pathlib.Path, change: Any, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads((run / "report.json").read_text("utf-8"))
    change(found)
    (run / "report.json").write_text(json.dumps(found), "utf-8")
    assert main(["report", str(run)]) == 2
    assert message in capsys.readouterr().err


def test_an_unknown_format_and_a_missing_run_are_refused(run: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(run), "--format", "htm"]) == 2
    assert "did you mean 'html'?" in capsys.readouterr().err
    assert main(["report", str(run / "none")]) == 2
    assert "name the folder that clean wrote to" in capsys.readouterr().err
