"""Lines of the dictionary become terms: what is only said about a gloss is none."""

from __future__ import annotations

import pytest

from pipeline.lexicon.cedict import read_entries


@pytest.mark.parametrize(
    ("line", "glosses"),
    [
        ("米糕 米糕 [mi3 gao1] /rice cake, typically eaten warm/", ["rice cake"]),
        ("山湯 山汤 [shan1 tang1] /hot spring, also called a mountain bath, which locals love/", ["hot spring"]),
        ("或許 或许 [huo4 xu3] /or perhaps/maybe/", ["or perhaps", "maybe"]),
        ("慢跑 慢跑 [man4 pao3] /to jog, to trot/", ["jog", "trot"]),
        ("石頭 石头 [shi2 tou5] /stone/CL:塊|块[kuai4]/", ["stone"]),
    ],
)
def test_glosses(line: str, glosses: list[str]) -> None:
    assert [gloss for term in read_entries([line]) for gloss in (term.en, *term.also)] == glosses
