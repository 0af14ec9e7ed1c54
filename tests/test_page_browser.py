"""The review page in a real browser, worked with real keys."""

from __future__ import annotations

import gzip
import importlib.util
import itertools
import json
import pathlib
import re
import statistics
from collections.abc import Iterator
from typing import Any

import pytest
from browser import Browser, needs_browser
from pages import article, edit, report

from pipeline.cli import main
from pipeline.reports.page.html import render

pytestmark = needs_browser

ROOT = pathlib.Path(__file__).parent.parent
MIXED = (
    "# Traffic\n\nThe [红利|dividend] of [流量|traffic|auto] fades, and the [红利|dividends] of rent too。\n"
    "A [优势|?] is no [赛道|track]. The [红利|bonus] of a [流量|flow] counts.\n"
)
OTHER = "The [红利|dividend] and the [平台|platform] here.\nMore [平台|platforms] there.\n"
RUNS = itertools.count()
CURRENT = "document.querySelector('.edit.current')"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with Browser() as browser:
        yield browser


@pytest.fixture
def page(chromium: Browser, tmp_path: pathlib.Path) -> Iterator[Browser]:
    """A page with two articles in all states but the decided ones."""
    yield shown(chromium, tmp_path, report([article("a.md", MIXED), article("b.txt", OTHER), article("c.txt", "Nothing.")]))


def shown(browser: Browser, folder: pathlib.Path, made: dict[str, Any]) -> Browser:
    """``browser`` with the page of ``made`` as a run of its own, so that nothing of another test is remembered."""
    made["run"]["id"] = f"run-{next(RUNS)}"
    (folder / "report.html").write_bytes(render(made))
    browser.media()
    browser.resize(1440, 900)
    browser.open(folder / "report.html")
    return browser


def current(browser: Browser) -> str:
    """The name of the current edit as a screen reader says it."""
    return str(browser.js(f"{CURRENT}?.getAttribute('aria-label') ?? ''"))


def said(browser: Browser) -> str:
    return str(browser.js("document.getElementById('said').textContent"))


def counted(browser: Browser) -> str:
    return str(browser.js("document.getElementById('counts').textContent"))


def states(browser: Browser) -> list[str]:
    """The state of each edit of the article that is shown."""
    return list(browser.js("[...document.querySelectorAll('#article .edit')].map(e => e.classList[1])"))


def exported(browser: Browser, folder: pathlib.Path) -> list[dict[str, Any]]:
    """The decisions file that the button gives, pressed by key."""
    browser.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(folder))
    place = folder / "decisions.jsonl"
    place.unlink(missing_ok=True)
    browser.js("document.getElementById('save').focus()")
    browser.key("Enter")
    for _ in range(500):
        browser.js("new Promise(done => setTimeout(done, 20))")
        if place.exists() and place.stat().st_size:
            break
    return [json.loads(line) for line in place.read_text("utf-8").split("\n")[:-1]]


def test_nothing_is_asked_for_but_the_file_itself(page: Browser, tmp_path: pathlib.Path) -> None:
    page.keys("aaxvvv]")
    assert page.problems() == []
    assert page.requests() == [(tmp_path / "report.html").resolve().as_uri()]


def test_keys_decide_and_move_on(page: Browser) -> None:
    assert current(page) == "红利, dividend, to review"
    page.keys("a")
    assert current(page) == "红利, dividends, to review" and states(page)[:2] == ["accepted", "auto"]
    page.keys("x2")
    assert states(page) == ["accepted", "auto", "rejected", "unresolved", "pending", "pending", "pending"]
    assert said(page) == "There are 0 options"
    page.keys("a")
    assert said(page).startswith("Nothing is proposed here")
    page.keys("j2")
    assert states(page)[4] == "edited" and current(page) == "红利, bonus, to review"
    assert page.js("[...document.querySelectorAll('.options button')].map(b => b.ariaPressed)") == ["true", "false", "false"]
    page.keys("kk")
    assert current(page) == "优势, nothing proposed, needs a wording"
    page.key("ArrowDown")
    page.key(" ")
    assert current(page) == "红利, bonus, to review"
    assert counted(page) == "3 of 9 reviewed · 6 to go · 3 not exported yet · 1 applied as certain"


def test_a_wording_is_written_and_the_sentence_follows(page: Browser) -> None:
    page.keys("e")
    assert page.js("document.activeElement.id") == "wording"
    page.type("share")
    assert page.js("document.getElementById('reads').textContent") == "The share of traffic fades, and the dividends of rent too。"
    page.key("Enter")
    assert states(page)[0] == "edited" and "share" in page.js("document.querySelector('.edit').textContent")
    page.keys("e")
    page.type("none")
    page.key("Escape")
    assert states(page)[2] == "pending" and page.js("document.activeElement.className").startswith("edit pending current")


def test_undo_takes_back_a_whole_step_also_after_a_reload(page: Browser, tmp_path: pathlib.Path) -> None:
    page.keys("A")
    assert page.js("document.getElementById('dialog').open") is True
    page.key("Enter")
    assert states(page) == ["edited" if n in () else s for n, s in enumerate(["accepted", "auto", "edited", "unresolved", "pending", "edited", "pending"])]
    page.keys("x")
    page.open(tmp_path / "report.html")
    assert states(page) == ["accepted", "auto", "edited", "rejected", "pending", "edited", "pending"]
    page.keys("uu")
    assert said(page) == "3 decisions taken back"
    assert states(page) == ["pending", "auto", "pending", "unresolved", "pending", "pending", "pending"]
    page.keys("u")
    assert said(page) == "Nothing to undo"
    lines = exported(page, tmp_path)
    assert [line["action"] for line in lines] == ["accept", "edit", "edit", "reject", "reset", "reset", "reset", "reset"]
    assert len({line["batch"] for line in lines[:3]}) == 1 and [line["seq"] for line in lines] == list(range(1, 9))


def test_the_same_wording_stays_within_the_article_and_can_be_unticked(page: Browser) -> None:
    page.keys("A")
    assert page.js("document.querySelectorAll('.places input').length") == 3
    page.js("document.querySelectorAll('.places input')[2].focus()")
    page.key(" ")
    assert page.js("document.getElementById('confirm').textContent") == "Use it at 2 places"
    page.js("document.getElementById('confirm').focus()")
    page.key("Enter")
    assert states(page) == ["accepted", "auto", "edited", "unresolved", "pending", "pending", "pending"]
    page.keys("]")
    assert states(page) == ["pending", "pending", "pending"]


def test_a_place_gets_its_own_form_of_the_same_wording(chromium: Browser, tmp_path: pathlib.Path) -> None:
    made = report([article("a.txt", "The [红利|dividend] and [红利|dividends] of the [红利|dividend].")])
    for one in made["edits"]:
        one["proposal"]["evidence"] = "rank:1; slot:noun; term:dividend; agreed; fit:1.0"
    page = shown(chromium, tmp_path, made)
    page.keys("A")
    page.key("Enter")
    assert [line["text"] for line in exported(page, tmp_path)] == ["dividend", "dividends", "dividend"]


def test_a_preview_never_cuts_an_edit_in_two(chromium: Browser, tmp_path: pathlib.Path) -> None:
    text = f"The [平台流量|platform traffic] {'x' * 39} [红利|dividend] {'y' * 39} [平台流量|platform traffic]. The [红利|dividend]."
    page = shown(chromium, tmp_path, report([article("a.txt", text)]))
    page.keys("jA")
    assert page.js("document.querySelector('.snippet').textContent").replace("x", "").replace("y", "") == "…  红利dividend  …"


def test_a_glossary_row_shows_its_places_before_it_is_noted(page: Browser, tmp_path: pathlib.Path) -> None:
    page.keys("g")
    page.until("document.getElementById('dialog').open")
    places = "[...document.querySelectorAll('.places .snippet')].map(e => e.textContent)"
    assert len(page.js(places)) == 4
    page.type("bonus")
    assert all("bonus" in text for text in page.js(places))
    page.js("document.querySelectorAll('.places input')[3].click()")
    page.js("document.getElementById('entry-pos').value = 'noun'; document.getElementById('entry-en').focus()")
    page.key("Enter")
    lines = exported(page, tmp_path)
    assert {(line["text"], line["note"], line["article"]) for line in lines} == {("bonus", "glossary:红利,bonus,noun", "a.md")} and len(lines) == 3


def test_keys_are_not_heard_while_typing_composing_held_or_switched_off(page: Browser) -> None:
    page.keys("/")
    page.keys("axu")
    assert page.js("document.getElementById('search').value") == "axu" and "accepted" not in states(page)
    page.key("Escape")
    page.js("document.getElementById('search').value = ''; document.getElementById('search').dispatchEvent(new Event('input'))")
    page.call("Input.dispatchKeyEvent", type="rawKeyDown", key="a", windowsVirtualKeyCode=229)
    page.key("a", control=True)
    page.key("a", repeat=True)
    assert "accepted" not in states(page)
    page.keys("e")
    page.call("Input.imeSetComposition", text="fen", selectionStart=3, selectionEnd=3)
    page.call("Input.dispatchKeyEvent", type="rawKeyDown", key="Enter", windowsVirtualKeyCode=229)
    assert page.js("document.getElementById('form').hidden") is False and "edited" not in states(page)
    page.key("Escape")
    page.js("document.getElementById('bare').focus()")
    page.key(" ")
    page.js(f"{CURRENT}.focus()")
    page.keys("ax1")
    assert not {"accepted", "rejected", "edited"} & set(states(page))
    page.js("document.getElementById('bare').click()")
    page.js(f"{CURRENT}.focus()")
    page.keys("a")
    assert "accepted" in states(page)


def test_the_three_views_show_the_text_as_it_stands(page: Browser) -> None:
    text = "document.getElementById('article').innerText.replace(/\\s+/g, ' ').trim()"
    page.keys("axv")
    assert page.js(text) == "# Traffic The dividend of traffic fades, and the 红利 of rent too。 A 优势 is no track. The bonus of a flow counts."
    page.keys("v")
    assert page.js(text) == "# Traffic The 红利 of 流量 fades, and the 红利 of rent too。 A 优势 is no 赛道. The 红利 of a 流量 counts."


def test_nothing_moves_when_the_current_edit_changes(page: Browser) -> None:
    boxes = "JSON.stringify([...document.querySelectorAll('#article .edit, #article p')].map(e => { const r = e.getBoundingClientRect(); return [r.x, r.y, r.width, r.height] }))"
    for mode in "vvv":
        before = page.js(boxes)
        page.keys("jj")
        assert page.js(boxes) == before
        page.keys(mode)


def test_least_certain_first_filters_and_search(page: Browser) -> None:
    listed = "[...document.querySelectorAll('#rows .zh')].map(e => e.textContent)"
    page.js("document.getElementById('scope').value = 'run'; document.getElementById('scope').dispatchEvent(new Event('change'))")
    page.keys("o")
    assert said(page) == "Least certain first"
    sure = page.js("[...document.querySelectorAll('#rows .row')].length")
    assert sure == 9 and page.js(listed)[0] == "优势"
    for show, expected in (("unresolved", ["优势"]), ("auto", ["流量"]), ("decided", [])):
        page.js(f"document.getElementById('show').value = '{show}'; document.getElementById('show').dispatchEvent(new Event('change'))")
        assert page.js(listed) == expected
    page.js("document.getElementById('show').value = 'conflict'; document.getElementById('show').dispatchEvent(new Event('change'))")
    assert set(page.js(listed)) == {"红利", "流量", "平台"}
    page.js("document.getElementById('show').value = 'all'; document.getElementById('show').dispatchEvent(new Event('change'))")
    page.keys("/")
    page.type("PLATFORM")
    assert page.js(listed) == ["平台", "平台"]
    page.js("document.getElementById('search').select()")
    page.type("b.txt")
    assert len(page.js(listed)) == 3


def test_terms_are_gone_through_one_by_one(page: Browser) -> None:
    page.js("document.getElementById('tab-edits').focus()")
    page.key("ArrowLeft")
    assert page.js("document.activeElement.id") == "tab-terms"
    assert page.js("document.querySelector('#rows .row').textContent").startswith("红利 dividend / dividends / bonus3× · 3 to review")
    page.js("document.getElementById('rows').focus()")
    page.key("Home")
    assert page.js("document.getElementById('only-term').textContent") == "only 红利 ✕"
    page.keys("A")
    page.key("Enter")
    assert page.js("document.getElementById('only-term').textContent") == "only 优势 ✕"
    page.keys("x")
    page.keys("a")
    assert page.js("document.getElementById('only-term').textContent") == "only 赛道 ✕"


def test_the_list_is_worked_with_arrows_and_says_where_it_is(page: Browser) -> None:
    page.js("document.getElementById('rows').focus()")
    page.key("ArrowDown")
    page.key("ArrowDown")
    active = "document.getElementById(document.getElementById('rows').getAttribute('aria-activedescendant'))"
    assert page.js(f"[{active}.getAttribute('aria-selected'), {active}.getAttribute('aria-posinset'), {active}.getAttribute('aria-setsize')]") == ["true", "3", "6"]
    page.keys("x")
    assert page.js("document.activeElement.id") == "rows" and states(page)[3] == "rejected"


def test_decisions_of_a_file_are_taken_over_and_orphans_listed(page: Browser, tmp_path: pathlib.Path) -> None:
    page.keys("ax")
    lines = exported(page, tmp_path)
    lost = lines[0] | {"edit": "e1-0000000000000000", "batch": "z", "before": "没有"}
    (tmp_path / "given.jsonl").write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in (*lines, lost)), "utf-8")
    page = shown(page, tmp_path, report([article("a.md", MIXED), article("b.txt", OTHER)]))
    assert states(page)[0] == "pending"
    page.keys("?")
    node = page.call("DOM.querySelector", nodeId=page.call("DOM.getDocument")["root"]["nodeId"], selector="#load")["nodeId"]
    page.call("DOM.setFileInputFiles", files=[str(tmp_path / "given.jsonl")], nodeId=node)
    page.until("document.getElementById('said').textContent")
    assert said(page) == "3 decisions read, 1 found no place in this run"
    assert states(page)[:3] == ["accepted", "auto", "rejected"]
    page.keys("?")
    page.js("[...document.querySelectorAll('#dialog button')].find(b => b.textContent.includes('found no place')).click()")
    assert "没有" in page.js("document.querySelector('.places').textContent")
    page.key("Escape")
    assert exported(page, tmp_path)[-1]["edit"] == "e1-0000000000000000"


def test_a_decision_that_was_carried_over_waits_for_a_yes(chromium: Browser, tmp_path: pathlib.Path) -> None:
    made = report([article("a.txt", "The [红利|dividend] of [流量|traffic] and [平台|platform].")])
    made["edits"][0] |= {"status": "accepted", "decision": {"seq": 1, "match": "exact"}}
    made["edits"][1] |= {"status": "edited", "text": "flow", "decision": {"seq": 2, "match": "relocated"}}
    page = shown(chromium, tmp_path, made)
    assert current(page) == "流量, flow, carried over, confirm" and counted(page).startswith("1 of 3 reviewed")
    page.keys("a")
    assert counted(page).startswith("2 of 3 reviewed")
    page.keys("u")
    assert current(page) == "流量, flow, worded by a reader"
    assert [line["action"] for line in exported(page, tmp_path)] == ["edit", "edit"]


def test_a_spot_check_counts_its_sample_alone(chromium: Browser, tmp_path: pathlib.Path) -> None:
    made = report([article("a.txt", "The [红利|dividend|auto] of [流量|traffic|auto] and [平台|platform].")])
    page = shown(chromium, tmp_path, made | {"sample": [made["edits"][1]["id"]]})
    assert current(page) == "流量, traffic, applied as certain" and counted(page).startswith("0 of 1 reviewed")
    page.keys("x")
    assert said(page) == "All reviewed" and counted(page).startswith("1 of 1 reviewed")


def test_a_second_tab_takes_over_what_the_first_decides(page: Browser, tmp_path: pathlib.Path) -> None:
    page.keys("ax")
    key = page.js("'hanmend:' + JSON.parse(document.getElementById('index').textContent).run.id")
    lines = page.until(f"localStorage.getItem({key!r})")
    third = json.loads(lines)[0] | {"edit": report([article("b.txt", OTHER)])["edits"][0]["id"], "article": "b.txt", "batch": "other-tab", "action": "reject"}
    stored = json.dumps([*json.loads(lines), third])
    page.js(f"dispatchEvent(new StorageEvent('storage', {{key: {key!r}, newValue: {json.dumps(stored)}}}))")
    assert counted(page).startswith("3 of 9 reviewed")


def test_a_long_article_is_shown_in_leaves_and_printed_whole(chromium: Browser, tmp_path: pathlib.Path) -> None:
    lines = "".join(f"Line {n} with the [红利|dividend] of it.\n\n" for n in range(900))
    page = shown(chromium, tmp_path, report([article("long.txt", lines + "One line: " + "the [流量|traffic] and " * 900)]))
    assert len(states(page)) < 400
    for _ in range(3):
        page.js("[...document.querySelectorAll('.more')].at(-1).click()")
    assert 100 < len(states(page)) < 500
    page.js("document.getElementById('rows').focus()")
    page.key("End")
    assert current(page) == "流量, traffic, to review" and len(states(page)) < 400
    assert page.js(f"(() => {{ const r = {CURRENT}.getBoundingClientRect(); return r.top > 0 && r.bottom < innerHeight }})()")
    page.js("addEventListener('beforeprint', () => { window.printed = document.querySelectorAll('#article .edit').length })")
    assert page.pdf().startswith(b"%PDF")
    assert page.js("window.printed") == 1800 and len(states(page)) < 400
    page.keys("v")
    whole = page.js("document.getElementById('article').innerText")
    assert whole.rstrip().endswith("the traffic and")


def test_paper_shows_the_article_and_nothing_else(page: Browser) -> None:
    page.media("print")
    visible = "[...document.querySelectorAll('header, nav, aside, footer, #article')].filter(e => e.checkVisibility()).map(e => e.id || e.tagName)"
    assert page.js(visible) == ["article"]
    assert page.js("getComputedStyle(document.querySelector('.edit del')).textDecorationLine") == "line-through"


def test_without_script_the_edits_can_be_read(page: Browser, tmp_path: pathlib.Path) -> None:
    page.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        page.call("Page.navigate", url=(tmp_path / "report.html").resolve().as_uri())
        page.until("document.querySelector('main.plain')?.checkVisibility()")
        text = page.js("document.body.innerText")
        assert "the 红利 dividends of rent" in text and "(nothing proposed)" in text and not page.js("document.getElementById('app').checkVisibility()")
    finally:
        page.call("Emulation.setScriptExecutionDisabled", value=False)


def test_forced_colors_show_what_is_selected(page: Browser) -> None:
    page.media(forced_colors="active")
    for chosen, other in (("#tab-edits", "#tab-terms"), ("[data-mode=changes]", "[data-mode=clean]")):
        colours = [page.js(f"getComputedStyle(document.querySelector('{one}')).backgroundColor") for one in (chosen, other)]
        assert colours[0] != colours[1], chosen
    for one in (".edit.current", ".row[aria-selected=true]"):
        assert page.js(f"getComputedStyle(document.querySelector('{one}')).outlineStyle") == "solid"


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1100, 800), (860, 800), (420, 860), (320, 560), (720, 450)])
def test_every_width_shows_the_edit_and_its_card(page: Browser, width: int, height: int) -> None:
    page.resize(width, height)
    page.keys("ak")
    assert page.js("document.documentElement.scrollWidth") <= width
    inside = "(e => { const r = e.getBoundingClientRect(); return r.width > 0 && r.left >= 0 && r.right <= innerWidth && r.top >= 0 && r.bottom <= innerHeight })"
    for one in (".edit.current", ".acts .primary", "#save", "[data-mode=original]"):
        assert page.js(f"{inside}(document.querySelector('{one}'))"), one
    if width < 992:
        page.click("#open-list")
        assert page.js(f"{inside}(document.getElementById('search'))")


def axe() -> str | None:
    """The text of axe-core, where a package that ships it is installed."""
    for name in ("axe_playwright_python", "axe_core_python"):
        found = importlib.util.find_spec(name)
        if found and found.submodule_search_locations:
            place = pathlib.Path(found.submodule_search_locations[0]) / "axe.min.js"
            if place.is_file():
                return place.read_text("utf-8")
    return None


STATES: dict[str, tuple[str, ...]] = {
    "start": (),
    "decided": ("a", "x", "j", "1", "k"),
    "wording": ("e",),
    "clean": ("v",),
    "original": ("v", "v"),
    "same term": ("A",),
    "glossary": ("g",),
    "help": ("?",),
    "articles": ("#tab-articles",),
    "terms": ("#tab-terms", "#row-0"),
    "another article": ("]",),
    "nothing here": ("]", "]"),
    "narrow": ("420",),
    "narrow list": ("420", "#open-list"),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state(chromium: Browser, tmp_path: pathlib.Path, scheme: str) -> None:
    text = axe()
    if text is None:
        pytest.skip("axe-core is not installed: pip install axe-core-python")
    made = report([article("a.md", MIXED), article("b.txt", OTHER), article("c.txt", "Nothing."), article("d.txt", "", error="choose: it failed")])
    page = shown(chromium, tmp_path, made)
    found = {}
    for name, steps in STATES.items():
        shown(page, tmp_path, made)
        page.media(prefers_color_scheme=scheme)
        for step in steps:
            if step.isdigit() and len(step) == 3:
                page.resize(int(step), 860)
            elif step.startswith("#"):
                page.click(step)
            else:
                page.keys(step)
        page.js(text + "; 0")
        page.js("new Promise(done => setTimeout(done, 200))")
        rules = page.js("axe.run(document).then(r => r.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target + ' ' + n.failureSummary).join(' / ')))")
        if rules:
            found[name] = rules
    assert not found, json.dumps(found, indent=1)


def test_fifty_thousand_edits_open_and_answer_at_once(chromium: Browser, tmp_path: pathlib.Path) -> None:
    words = ["红利", "流量", "平台", "优势", "赛道", "头部", "困境", "实践", "规模", "弊端"]
    rows = ["".join(f"Line {n} of article {a} says that the [{words[(a + n) % 10]}|wording {a % 97}] of cheap rent counts for more than before.\n\n" for n in range(50)) for a in range(1000)]
    made = report([article(f"{a:04}.txt", row) for a, row in enumerate(rows)])
    # The machine may be busy with something else: the better of two tries counts.
    tries = []
    for _ in range(2):
        shown(chromium, tmp_path, made)
        chromium.js(
            "window.times = []; addEventListener('keydown', () => { const from = performance.now();"
            "requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = () => window.times.push(performance.now() - from); c.port2.postMessage(0) }) }, true)"
        )
        for number, key in enumerate("ajxjk1v" * 3 + "]" + "aj" * 5 + "o" + "aj" * 5, 1):
            chromium.keys(key)
            chromium.until(f"window.times.length >= {number}")
        nodes = chromium.js("document.getElementsByTagName('*').length")
        tries.append((float(chromium.js("document.documentElement.dataset.ready")), statistics.median(chromium.js("window.times")), nodes))
        if tries[-1][0] < 3000 and tries[-1][1] < 60:
            break
    print(f"ready {tries[-1][0]:.0f} ms, key to frame {tries[-1][1]:.1f} ms, {tries[-1][2]} nodes")
    assert tries[-1][0] < 3000 and tries[-1][1] < 60 and tries[-1][2] < 10_000
    assert chromium.problems() == []


MARKER = "window.__ran=1"
HOSTILE = [
    f"<script>{MARKER}</script>", f"</script><script>{MARKER}</script>", f"<img src=x onerror={MARKER}>", f"\"><svg onload={MARKER}>", f"'><iframe srcdoc='<script>parent.{MARKER}</script>'>",
    f"javascript:{MARKER}", f"<a href=javascript:{MARKER} autofocus onfocus={MARKER}>x</a>", f"{{{{script}}}}<b onmouseover={MARKER}>", "${alert(1)}`+alert(1)+`", f"<!--<script>{MARKER}//-->",
    f"]]><script>{MARKER}</script>", f"</style><script>{MARKER}</script>", f"</noscript><script>{MARKER}</script>", f"&lt;script&gt;{MARKER}&lt;/script&gt;<details open ontoggle={MARKER}>",
    "\u202eevil\u202c", "a\u200bb\u2060c\ufeff", "\u2066x\u2069\u061c", "lone \ud800 and \udfff", "\x00\x07\x1b[31m\x7f\x85", f"\u2028{MARKER}\u2029<style>@import 'https://example.org/'</style>",
]  # fmt: skip


def hostile() -> dict[str, Any]:
    """Every hostile fragment in every field that is text."""
    rows = []
    for number, bad in enumerate(HOSTILE):
        source = f"{bad} The 红利{bad} of 流量 in {bad}.\nThe 红利{bad} again."
        name = f"{number}{bad}"
        found = [edit(name, source, m.start(), m[0], f"dividend {bad}", "pending", n) for n, m in enumerate(re.finditer(re.escape(f"红利{bad}"), source))]
        for one in found:
            one["alternatives"] = [{"text": bad, "tier": bad, "confidence": 0.5, "evidence": bad}]
            one["proposal"] |= {"tier": bad, "evidence": f"rank:1; slot:{bad}; term:{bad}"}
            one |= {"gloss": bad, "flags": [bad], "kind": bad}
        made, _, _ = article(name, "")
        rows.append((made | {"title": f"T {bad}"}, found, source))
        rows.append((article(f"f{number}", "")[0] | {"error": bad}, [], ""))
    return report(rows)


def worked(page: Browser, articles: int) -> None:
    """Every article opened, and every part of the page that shows a text."""
    for _ in range(articles):
        page.keys("vvvex")
        page.key("Escape")
        page.keys("A")
        page.key("Escape")
        page.keys("g")
        page.js("new Promise(done => setTimeout(done, 0))")
        page.key("Escape")
        page.keys("a]")
    for tab in ("articles", "terms", "edits"):
        page.js("document.getElementById('scope').value = 'run'; document.getElementById('scope').dispatchEvent(new Event('change'))")
        page.click(f"#tab-{tab}")


def harm(page: Browser) -> list[str]:
    """What hostile text brought about: a script that ran, a dialog, an element of its own."""
    found = ["a script ran"] if page.js("window.__ran") else []
    found += [e["method"] for e in page.events if e.get("method") == "Page.javascriptDialogOpening"]
    return found + page.js("[...document.querySelectorAll('#app img, #app svg, #app iframe, #app a:not(.skip), #app style, #app script, #app b[onmouseover]')].map(e => e.outerHTML)")


def test_hostile_text_runs_nothing_and_hides_nothing(chromium: Browser, tmp_path: pathlib.Path) -> None:
    page = shown(chromium, tmp_path, hostile())
    worked(page, 2 * len(HOSTILE))
    assert harm(page) == [] and page.problems() == []
    assert page.requests() == [(tmp_path / "report.html").resolve().as_uri()]
    lines = exported(page, tmp_path)
    assert len({line["article"] for line in lines}) == len(HOSTILE) and any("\ud800" in line["before"] for line in lines)
    for number, bad in enumerate(HOSTILE):
        shown_codes = set(re.findall(r"U\+[0-9A-F]{4}", open_text(page, number)))
        expected = {f"U+{ord(c):04X}" for c in bad if not c.isprintable()}
        assert expected <= shown_codes, bad


def open_text(page: Browser, number: int) -> str:
    page.js("document.getElementById('show').value = 'all'; document.getElementById('show').dispatchEvent(new Event('change'))")
    page.js("document.getElementById('search').value = ''; document.getElementById('search').dispatchEvent(new Event('input'))")
    page.click("#tab-articles")
    page.js("document.getElementById('rows').focus()")
    page.key("Home")
    for _ in range(2 * number):
        page.key("ArrowDown")
    page.until(f"document.querySelector('.row[aria-selected=true]')?.getAttribute('aria-posinset') === '{2 * number + 1}'")
    return str(page.js("document.getElementById('article').textContent + document.getElementById('card').textContent + document.getElementById('title').textContent"))


def test_the_same_text_runs_where_escaping_and_policy_are_off(tmp_path: pathlib.Path) -> None:
    """The negative control: what the test above looks for is seen when it is there.

    It has a browser of its own: what this page asks of the network is answered late, in the page of whichever test comes next.
    """
    text = render(hostile()).decode()
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    raw = "function shown(text) { const t = document.createElement('template'); t.innerHTML = text; return t.content; }\nfunction unused(text) {"
    assert text.count("function shown(text) {") == 1
    (tmp_path / "marked.html").write_text(text.replace("function shown(text) {", raw), "utf-8")
    (tmp_path / "data.html").write_text(text.replace("\\u003c", "<").replace("\\u003e", ">"), "utf-8", "surrogatepass")
    with Browser(arguments=("--host-resolver-rules=MAP * ~NOTFOUND",)) as own:
        for name in ("marked.html", "data.html"):
            own.open(tmp_path / name, "window.__ran")
            assert "a script ran" in harm(own)
            assert any("https://example.org/" in own.requests() for _ in range(1000)), name


def test_the_seeds_are_reviewed_by_keyboard_alone(chromium: Browser, tmp_path: pathlib.Path) -> None:
    assert main(["clean", str(ROOT / "seeds"), "-o", str(tmp_path / "run")]) == 0
    found = json.loads((tmp_path / "run" / "report.json").read_text("utf-8"))
    page = chromium
    page.media()
    page.resize(1440, 900)
    page.open(tmp_path / "run" / "report.html")
    human = [e for e in found["edits"] if e["status"] != "auto"]
    expected = {}
    for number, one in enumerate(human):
        assert current(page).startswith(f"{one['before']}, "), one
        if number % 5 == 1 or one["proposal"] is None:
            page.keys("x")
            expected[one["id"]] = ("reject", one["before"])
        elif number % 5 == 2:
            page.keys("e")
            page.type(f"wording {number}")
            page.key("Enter")
            expected[one["id"]] = ("edit", f"wording {number}")
        elif number % 5 == 3 and len(one["alternatives"]) > 1 and one["alternatives"][0]["confidence"] >= 0.1 * one["proposal"]["confidence"]:
            page.keys("2")
            expected[one["id"]] = ("edit", one["alternatives"][0]["text"])
        else:
            page.keys("a")
            expected[one["id"]] = ("accept", one["proposal"]["text"])
    assert counted(page).startswith(f"{len(human)} of {len(human)} reviewed · 0 to go") and said(page) == "All reviewed"
    lines = exported(page, tmp_path)
    assert {line["edit"]: (line["action"], line.get("text", line["before"])) for line in lines} == expected
    for line in lines:
        one = next(e for e in human if e["id"] == line["edit"])
        assert (line["v"], line["before"], line["context"], line["article"]) == (1, one["before"], one["context"], one["article"])
        assert line["tier"] == (one["proposal"]["tier"] if one["proposal"] else "none")
    assert page.problems() == []
    assert main(["apply", str(tmp_path / "decisions.jsonl"), str(tmp_path / "run")]) == 0
    for made in found["articles"]:
        own = [(*e["span"], expected.get(e["id"], ("", e["text"]))[1]) for e in found["edits"] if e["article"] == made["id"]]
        text, at, parts = (ROOT / "seeds" / made["path"]).read_bytes().decode("utf-8"), 0, []
        for start, end, after in own:
            parts += (text[at:start], text[start:end] if after is None else after)
            at = end
        assert (tmp_path / "run" / made["path"]).read_bytes().decode("utf-8") == "".join((*parts, text[at:])), made["path"]


def test_a_packed_page_is_unpacked_by_the_browser(chromium: Browser, tmp_path: pathlib.Path) -> None:
    page = shown(chromium, tmp_path, report([article(f"{n}.txt", f"The [红利|dividend {n}] of traffic. " * 300) for n in range(40)]))
    assert gzip.decompress(__import__("base64").b64decode(page.js("document.getElementById('chunk-0').textContent")))
    page.keys("]" * 30)
    # Keys that come while a chunk is unpacked are not lost.
    page.until(f"{CURRENT}.getAttribute('aria-label') === '红利, dividend 30, to review'")
