"""Corpora made on the spot, the same bytes every time: English of our own recombined, with leftovers as machine translation leaves them.

``python benchmarks/corpora.py FOLDER [MEGABYTES]`` makes all of them.
"""

from __future__ import annotations

import functools
import json
import pathlib
import random
import sys
from collections.abc import Iterator

ARTICLE = 10_000
# Of a thousand articles or records, those with a leftover where a corpus is 99 % clean.
DIRTY = 10

_WHO = (
    "the editor|a grower from the valley|the county office|the second shift|a teacher in the port town|the owner of the mill|most readers|the harbour master|a young engineer|the museum"
    "|the council|an old customer|the league|the clinic|her brother|the night train|a small studio|the research group|the supplier|nobody in the room|the river authority|the choir|its rival"
).split("|")
_DID = (
    "measured|praised|put off|paid for|rebuilt|described|forgot|shared|looked after|argued about|counted|sold|defended|tested|left behind|carried|finished|kept|questioned|brought back|planned|lost"
).split("|")
_WHAT = (
    "the spring harvest|a bridge of larch and steel|the price of copper|two chapters of the novel|an old recipe for rye bread|the ferry timetable|the pilot project|a set of maps|the winter budget"
    "|the sound of the hall|a line of small pumps|the village archive|a loan of forty thousand|the second half|the vaccine|the new battery|a coat of grey wool|the garden behind the school|three hundred lamps|the survey"
).split("|")
_HOW = (
    "without much noise|in a single week|for the third time|with help from the neighbours|as if nothing had changed|at half the cost|before the first frost|against the advice of the board|by hand|on a wet Tuesday"
    "|in spite of the delay|under a new contract|with a smile|after long talks|from memory|in front of a full house|over several summers|far from the capital|to the last detail|because there was no other way"
).split("|")
_CLEAN = (
    "{Who} {did} {what} {how}.", "{How}, {who} {did} {what}.", "“{Who} {did} {what},” she said, “and that was that.”", "{Who} {did} {what} — {how}.", "When {who} {did} {what}, {who2} {did2} {what2}.",
    "It isn’t clear why {who} {did} {what}.", "In {year}, {who} {did} {what} {how}, and {n} people came to see it.", "About {n} percent of {what} was ready; {who} {did} the rest {how}.",
    "'{Who} {did} {what},' the report says, 'but not {how}.'", "{Who} {did} {what}… and then {what2}.", "What {who} {did} {how} was {what}, not {what2}.", "Before {year}, few believed that {who} {did} {what}.",
)  # fmt: skip
_LEFT = (
    "红利|布局|流量|口碑|完善|优势|同质化|解决|微薄|体验|深刻|低端|价格战|闭环|赋能|下沉市场|性价比|供应链|门槛|痛点|转型|升级|规模|效率|模式|需求|场景|品牌|创新|稳定|明显|提升|推动|打造|聚焦|竞争|压力|机会|趋势|资源|温暖|谨慎"
    "|突然|仿佛|灵气|长老|宗门|融资|估值|利润|产能|车企|续航|医保|处方|球队|赛季|票房|导演|接口|缓存|部署"
).split("|")
_DIRTY = (
    "{Who} {did} {what}, and the {zh} of the whole trade {did2} {how}.", "The {zh} of {what} is what {who} {did}.", "With the {zh} of cheap rent slowly disappearing, {who} {did} {what}.",
    "{Who} never {did2} {what}, because the {zh} was too {zh2}.", "According to {who}, the {zh} exceeded {n}亿 yuan in {year}.", "{How}, {who} began to {zh} {what}， and {n}万 visitors came.",
    "This is a {zh} change for {who}。 {Who2} {did2} {what2}.", "As the {zh} grows, {who} and {who2} have to {zh2} {what}.",
)  # fmt: skip


def dense_folder(folder: pathlib.Path, size: int = 50_000_000) -> int:
    """``folder`` of articles of 10 KB with a leftover in every third sentence or so; returns the bytes written, ``size`` or a little more."""
    return _folder(folder, size, 0.35, 1000)


def mostly_clean_folder(folder: pathlib.Path, size: int = 50_000_000) -> int:
    """The same with 99 of a hundred articles clean, curly quotes and dashes included, and three to ten leftovers in the others."""
    return _folder(folder, size, 0.05, DIRTY)


def mostly_clean_jsonl(path: pathlib.Path, size: int = 50_000_000, escaped: bool = False) -> int:
    """A file of records of 0.3 to 4 KB, 99 of a hundred clean and one to three leftovers in the others; ``escaped``: all but ASCII as ``\\uXXXX``."""
    made = 0
    with open(path, "wb") as file:
        for record in _records():
            made += file.write(json.dumps(record, ensure_ascii=escaped).encode("utf-8") + b"\n")
            if made >= size:
                return made
    return made


def mostly_clean_parquet(path: pathlib.Path, size: int = 50_000_000) -> int:
    """The same records as Parquet, 10,000 a row group; returns the bytes of their texts."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    writer = None
    made = 0
    records = _records()
    while made < size:
        rows = [next(records) for _ in range(10_000)]
        table = pa.Table.from_pylist(rows)
        writer = writer or pq.ParquetWriter(path, table.schema)
        writer.write_table(table)
        made += sum(len(str(row["text"]).encode("utf-8")) for row in rows)
    if writer:
        writer.close()
    return made


def _records() -> Iterator[dict[str, object]]:
    dice = random.Random(7)
    for number in range(1 << 60):
        text = " ".join(_sentences(dice, dice.randint(300, 4000), 0.1 if _is_dirty(number) else 0.0))
        yield {"id": f"doc-{number:07}", "url": f"https://example.org/{number}", "text": text, "score": round(dice.random(), 3)}


def _folder(folder: pathlib.Path, size: int, share: float, dirty: int) -> int:
    made = 0
    for number in range(1 << 60):
        dice = random.Random(number)
        place = folder / f"{number // 500:04}" / f"{number % 500:03}.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        data = _article(dice, share if _is_dirty(number, dirty) else 0.0).encode("utf-8")
        place.write_bytes(data)
        made += len(data)
        if made >= size:
            return made
    return made


def _is_dirty(number: int, of_thousand: int = DIRTY) -> bool:
    """Not every hundredth: as in life they lie unevenly."""
    return number % 1000 in _chosen(number // 1000, of_thousand)


@functools.lru_cache(4)
def _chosen(thousand: int, count: int) -> frozenset[int]:
    return frozenset(random.Random(thousand).sample(range(1000), count))


def _article(dice: random.Random, share: float) -> str:
    sentences = list(_sentences(dice, ARTICLE - 60, share))
    paragraphs = []
    while sentences:
        count = dice.randint(3, 8)
        paragraphs.append(" ".join(sentences[:count]))
        sentences = sentences[count:]
    return f"What {dice.choice(_WHO)} {dice.choice(_DID)}\n\n" + "\n\n".join(paragraphs) + "\n"


def _sentences(dice: random.Random, size: int, share: float) -> Iterator[str]:
    """Sentences of about ``size`` characters together; where ``share`` is not zero, at least one has a leftover."""
    made, dirty = 0, False
    while made < size or share and not dirty:
        hit = dice.random() < share or share > 0 and made >= size
        dirty = dirty or hit
        sentence = _filled(dice, dice.choice(_DIRTY if hit else _CLEAN))
        made += len(sentence) + 1
        yield sentence


def _filled(dice: random.Random, template: str) -> str:
    who, who2, how = dice.choice(_WHO), dice.choice(_WHO), dice.choice(_HOW)
    return template.format(
        who=who, Who=_capital(who), Who2=_capital(who2), who2=who2, did=dice.choice(_DID), did2=dice.choice(_DID), what=dice.choice(_WHAT), what2=dice.choice(_WHAT),
        how=how, How=_capital(how), year=dice.randint(1950, 2024), n=dice.randint(2, 999), zh=dice.choice(_LEFT), zh2=dice.choice(_LEFT),
    )  # fmt: skip


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def main() -> None:
    """All corpora into a folder."""
    folder, size = pathlib.Path(sys.argv[1]), int(float(sys.argv[2]) * 1e6) if len(sys.argv) > 2 else 50_000_000
    print("dense", dense_folder(folder / "dense", size))
    print("mostly clean folder", mostly_clean_folder(folder / "clean", size))
    print("jsonl", mostly_clean_jsonl(folder / "plain.jsonl", size))
    print("jsonl, escaped", mostly_clean_jsonl(folder / "escaped.jsonl", size, escaped=True))


if __name__ == "__main__":
    main()
