"""``report.md``: the run for a reader of a pull request, a table an article, the least certain first."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from pipeline.reports.json import summary
from pipeline.reports.remarks import sentence


class Markdown:
    """Counts, failures, then each article with what was changed and what is still open."""

    name = "report.md"

    def render(self, run: dict[str, Any], entries: Collection[dict[str, Any]]) -> str:
        """The whole report: ``entries`` as ``reports.json.entry`` made them."""
        return "".join(self.pieces(run, entries))

    def pieces(self, run: dict[str, Any], entries: Collection[dict[str, Any]]) -> Iterator[str]:
        """The same piece by piece."""
        yield f"# hanmend report\n\n{_counts(summary(entries))}"
        failed = "\n## Failed\n\n"
        for article in (e["article"] for e in entries if "error" in e["article"]):
            yield f"{failed}- `{_cell(article['id'])}`: {_cell(article['error'])}\n"
            failed = ""
        yield from ("\n" + _article(e) for e in entries if e["edits"] or e["article"].get("remarks"))


def _counts(counts: dict[str, int]) -> str:
    return (f"{counts['articles']} articles, {counts['edits']} places: {counts['written']} repaired ({counts['auto']} certain, "
            f"{counts['pending']} to review), {counts['unresolved']} unresolved, {counts['failed']} failed.\n")  # fmt: skip


def _article(entry: dict[str, Any]) -> str:
    rows = sorted(entry["edits"], key=lambda e: (e["proposal"] is not None, (e["proposal"] or {}).get("confidence", 0), e["span"]))
    table = "| line | before | after | confidence | alternatives |\n| --- | --- | --- | --- | --- |\n" + "".join(_row(e) for e in rows) if rows else ""
    remarks = [f"- line {r['line']}: {_cell(sentence(r['says'], r['suggested']))}\n" for r in entry["article"].get("remarks", ())]
    return f"## {entry['article']['id']}\n\n{table}" + ("\n" if rows and remarks else "") + "".join(remarks)


def _row(edit: dict[str, Any]) -> str:
    after = edit["text"] if edit["text"] is not None else "(unresolved)"
    confidence = f"{edit['proposal']['confidence']:.2f}" if edit["proposal"] else ""
    others = "; ".join(a["text"].strip() for a in edit["alternatives"][:4])
    return f"| {edit['line']} | {_cell(edit['before'])} | {_cell(after)} | {confidence} | {_cell(others)} |\n"


def _cell(text: str) -> str:
    """Safe inside a table: no pipe, no line end, no markup of the article's."""
    shown = text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("`", "\\`").replace("*", "\\*")
    return " ".join(shown.split()) or "(nothing)"
