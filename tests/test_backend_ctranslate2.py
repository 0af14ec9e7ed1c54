"""The local model, with a tiny one that the test builds."""

from __future__ import annotations

import pathlib
import pickle
from typing import Any

import pytest

pytest.importorskip("ctranslate2")
pytest.importorskip("sentencepiece")
pytest.importorskip("numpy")

from tinymodel import build  # noqa: E402

from pipeline.backends.asking import Asker  # noqa: E402
from pipeline.backends.contract import Answer, Request  # noqa: E402
from pipeline.backends.guard import Budget  # noqa: E402
from pipeline.backends.settings import Allowance, Spec, read_specs  # noqa: E402
from pipeline.cli import main  # noqa: E402
from pipeline.errors import RecipeError  # noqa: E402
from pipeline.memory.store import Memory  # noqa: E402

TABLE = {"红利": "dividends", "数据": "data", "赛道": "segment", "赋能": "empower"}


@pytest.fixture(scope="module", params=["argos", "opus"])
def model(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(build(tmp_path_factory.mktemp("models") / request.param, TABLE, request.param == "opus"))


def spec(folder: str, **table: Any) -> Spec:
    return read_specs(["ctranslate2"], {"ctranslate2": {"folder": folder, **table}})[0]


def asked(one: Spec, requests: list[Request]) -> list[Any]:
    return Asker(one, Memory(""), False, Budget(Allowance())).ask(requests)


def test_fragments_are_translated_in_order_with_alternatives(model: str) -> None:
    results = asked(spec(model), [Request(zh, zh) for zh in (*TABLE, "红利")])
    assert [r.text for r in results] == [*TABLE.values(), "dividends"]
    assert all(r.alternatives and r.text not in r.alternatives for r in results)
    assert results == asked(spec(model), [Request(zh, zh) for zh in (*TABLE, "红利")])


def test_marker_mode_falls_back_to_the_fragment_where_the_tag_is_lost(model: str) -> None:
    (one,) = asked(spec(model, mode="marker"), [Request("数据", "数据", "The ", " of it")])
    assert isinstance(one, Answer) and one.text == "data"


def test_it_pickles_before_and_after_use(model: str) -> None:
    one = spec(model)
    before = pickle.dumps(one)
    asked(one, [Request("红利", "红利")])
    assert pickle.dumps(one) == before and pickle.loads(before) == one


def test_another_model_in_the_folder_is_another_one(tmp_path: pathlib.Path) -> None:
    first, second = build(tmp_path / "1" / "m", TABLE), build(tmp_path / "2" / "m", {"红利": "bonus", "数据": "figures"})
    assert spec(str(first)).entry != spec(str(second)).entry


@pytest.mark.parametrize(
    ("table", "message"),
    [({"mode": "x"}, "known are isolated, marker"), ({"beam": 0}, "write a whole number from 1"), ({"folder": "/nowhere"}, "holds no model.bin")],
)
def test_wrong_settings_are_named(model: str, table: dict[str, Any], message: str) -> None:
    with pytest.raises(RecipeError, match=message):
        spec(**{"folder": model, **table})


def test_a_folder_without_pieces_and_a_torn_model(model: str, tmp_path: pathlib.Path) -> None:
    (tmp_path / "model.bin").write_bytes(b"torn")
    with pytest.raises(RecipeError, match="holds no sentencepiece.model"):
        spec(str(tmp_path))
    pieces = next(p for p in pathlib.Path(model).iterdir() if p.suffix in (".spm", ".model"))
    (tmp_path / "sentencepiece.model").write_bytes(pieces.read_bytes())
    (result,) = asked(spec(str(tmp_path)), [Request("红利", "红利")])
    assert result.kind == "malformed" and "the model cannot be used" in str(result)


def test_a_run_with_a_local_model_is_offline(model: str, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*_: object) -> None:
        raise AssertionError("network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    (tmp_path / "a.txt").write_text("As the 赛道 of it grows.\n", "utf-8")
    assert main(["clean", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), "--backend", f"ctranslate2:{model}", "--backend-all", "--memory-file", str(tmp_path / "m")]) == 0
    assert "赛道" not in (tmp_path / "out" / "a.txt").read_text("utf-8")
    assert {r.zh for r in Memory(str(tmp_path / "m")).records()} == {"赛道"}
