"""``hanmend model``: a language model out of a GGUF file, with a tiny one that the test writes."""

from __future__ import annotations

import hashlib
import pathlib
import zipfile

import pytest

from pipeline.cli import main

np = pytest.importorskip("numpy")
gguf = pytest.importorskip("gguf")
pytest.importorskip("ctranslate2")
pytest.importorskip("tokenizers")

WIDTH, WIDE = 16, 32


def written(file: pathlib.Path, pre: str = "smollm", architecture: str = "llama", without: str = "") -> pathlib.Path:
    """A model of one layer in which nothing but the embedding speaks: a letter likes to stand behind itself."""
    from tokenizers.pre_tokenizers import ByteLevel

    tokens = ["<|endoftext|>", "<|im_start|>", *sorted(ByteLevel.alphabet()), "th"]
    rng = np.random.default_rng(7)
    embedding = rng.standard_normal((len(tokens), WIDTH)).astype(np.float32)
    writer = gguf.GGUFWriter(file, architecture)
    writer.add_block_count(1)
    writer.add_head_count(2)
    writer.add_head_count_kv(1)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_freq_base(10000.0)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre(pre)
    writer.add_token_list(tokens)
    writer.add_token_merges(["t h"])
    writer.add_bos_token_id(1)
    tensors = {
        "token_embd.weight": embedding, "output_norm.weight": np.ones(WIDTH, np.float32),
        "blk.0.attn_norm.weight": np.ones(WIDTH, np.float32), "blk.0.ffn_norm.weight": np.ones(WIDTH, np.float32),
        "blk.0.attn_q.weight": np.eye(WIDTH, dtype=np.float32), "blk.0.attn_k.weight": np.eye(WIDTH // 2, WIDTH, dtype=np.float32),
        "blk.0.attn_v.weight": np.zeros((WIDTH // 2, WIDTH), np.float32), "blk.0.attn_output.weight": np.zeros((WIDTH, WIDTH), np.float32),
        "blk.0.ffn_gate.weight": np.zeros((WIDE, WIDTH), np.float32), "blk.0.ffn_up.weight": np.zeros((WIDE, WIDTH), np.float32), "blk.0.ffn_down.weight": np.zeros((WIDTH, WIDE), np.float32),
    }  # fmt: skip
    for name, tensor in tensors.items():
        if name != without:
            writer.add_tensor(name, tensor)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return file


@pytest.mark.parametrize("packed", [False, True])
def test_a_model_in_a_file_or_in_a_wheel_is_made_ready_and_weighs_english(tmp_path: pathlib.Path, packed: bool) -> None:
    from pipeline.english.language_model.fluency import check_model, likelihoods

    source = written(tmp_path / "tiny.gguf")
    if packed:
        with zipfile.ZipFile(tmp_path / "tiny.whl", "w") as wheel:
            wheel.write(source, "tiny/tiny.gguf")
            wheel.writestr("tiny/__init__.py", "")
        source = tmp_path / "tiny.whl"
    assert main(["model", str(source), str(tmp_path / "made")]) == 0
    check_model(str(tmp_path / "made"), "here")
    same, mixed, short = likelihoods(str(tmp_path / "made"), ["aaaaaaaa", "abcdefgh", "the"])
    assert same > mixed and short < 0
    (tmp_path / "a.txt").write_text("As the 红利 of traffic fades.\n", "utf-8")
    assert main(["clean", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), "--language-model", str(tmp_path / "made")]) == 0
    assert "红利" not in (tmp_path / "out/a.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("made", "said"),
    [
        ({"pre": "llama-bpe"}, "its tokenizer.ggml.pre is 'llama-bpe'; what can be read is smollm or"),
        ({"architecture": "mamba"}, "its general.architecture is 'mamba'; what can be read is llama"),
        ({"without": "blk.0.attn_v.weight"}, "has no blk.0.attn_v.weight"),
    ],
)
def test_another_model_is_named_with_what_it_is(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], made: dict[str, str], said: str) -> None:
    assert main(["model", str(written(tmp_path / "other.gguf", **made)), str(tmp_path / "made")]) == 2
    assert said in capsys.readouterr().err and not (tmp_path / "made").exists()


def test_what_is_no_model_and_a_folder_that_is_there_are_named(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.gguf").write_bytes(b"no model at all")
    with zipfile.ZipFile(tmp_path / "a.whl", "w") as wheel:
        wheel.writestr("a.py", "")
    for source, said in (("a.gguf", "not a GGUF file that can be read"), ("a.whl", "holds no .gguf file"), ("b.gguf", "no such file")):
        assert main(["model", str(tmp_path / source), str(tmp_path / "made")]) == 2
        assert said in capsys.readouterr().err
    (tmp_path / "made").mkdir()
    assert main(["model", str(written(tmp_path / "c.gguf")), str(tmp_path / "made")]) == 2
    assert "is there already" in capsys.readouterr().err


def test_what_was_measured_with_a_model_goes_with_it(tmp_path: pathlib.Path) -> None:
    from pipeline.english.language_model.fluency import measured_chances
    from pipeline.english.language_model.gguf import convert

    source, other = written(tmp_path / "a.gguf"), written(tmp_path / "b.gguf", pre="default")
    (tmp_path / f"{hashlib.sha256(source.read_bytes()).hexdigest()[:16]}.csv").write_text('feature,weight\nreads>=1.0,1.5\n', "utf-8")
    assert measured_chances(str(convert(source, tmp_path / "made", tmp_path))) == {"reads>=1.0": 1.5}
    assert measured_chances(str(convert(other, tmp_path / "unknown", tmp_path))) == {}


def test_what_was_measured_here_is_of_features_that_there_are() -> None:
    from pipeline.english.language_model.gguf import MEASURED_HERE
    from pipeline.lexicon.confidence import chance_once_read, features_once_read, weights_of
    from pipeline.model import Origin

    tables = sorted(MEASURED_HERE.glob("*.csv"))
    assert tables
    told = ("rank:1", "slot:noun", "term:jet lag", "fluency")
    known = {name for name in features_once_read((*told, "unread:1.0", "reads:99", "likely:99"), Origin("termbase", "x"), "时差") if ">=" in name}
    for table in tables:
        weights = weights_of(table)
        assert weights and {name for name in weights if ">=" in name} <= known and {name.partition("=")[0] for name in weights if ">=" not in name} <= {"", "fluency", "kind", "length", "slot", "words"}
        # The further ahead it reads, and the surer it was without, the surer it is.
        chances = [[chance_once_read((*told, f"unread:{unread}", f"reads:{reads}", f"likely:{3 * reads}"), Origin("termbase", "x"), "时差", weights) for reads in (-1.0, 1.0, 4.0)] for unread in (0.3, 0.6, 0.92)]
        assert all(list(row) == sorted(row) for row in (*chances, *zip(*chances, strict=True)))
