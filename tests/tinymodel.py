"""Builds a translation model by hand: every word of the table becomes its English, in the two shapes that models come in.

One-hot embeddings, attention that looks everywhere alike, a projection that maps the dimension of a word to its English, and one
dimension that says "something was said": then the end comes.
"""

from __future__ import annotations

import pathlib
import shutil
from typing import Any

import numpy as np

SPECIAL = ["<unk>", "<s>", "</s>"]


def build(folder: pathlib.Path, table: dict[str, str], opus: bool = False) -> pathlib.Path:
    """The model in ``folder``: as Argos Translate unpacks it, or with ``opus`` as a converted OPUS-MT model."""
    import ctranslate2
    import sentencepiece

    words, texts = list(table), ["▁" + en for en in table.values()]
    model = folder if opus else folder / "model"
    folder.mkdir(parents=True)
    spec = ctranslate2.specs.TransformerSpec.from_config(1, 1)
    size = len(words) + 2
    _fill(spec, size, len(words))
    spec.register_source_vocabulary([*SPECIAL, *words])
    spec.register_target_vocabulary([*SPECIAL, *texts])
    spec.validate()
    model.mkdir(exist_ok=True)
    spec.save(str(model))
    (folder / "corpus").write_text("\n".join([*words, *table.values()] * 3) + "\n", "utf-8")
    names = ("source", "target") if opus else ("sentencepiece",)
    for name in names:
        symbols = [*words, *(["<x>", "</x>"]), *texts]
        sentencepiece.SentencePieceTrainer.train(input=str(folder / "corpus"), model_prefix=str(folder / name), vocab_size=len(symbols) + 60, user_defined_symbols=symbols,
                                                 hard_vocab_limit=False, character_coverage=1.0, add_dummy_prefix=False, minloglevel=2)  # fmt: skip
        if opus:
            shutil.move(folder / f"{name}.model", folder / f"{name}.spm")
    return folder


def _fill(spec: Any, size: int, count: int) -> None:
    f32 = np.float32
    zero, one = np.zeros((size, size), f32), np.eye(size, dtype=f32)
    said, start = count, count + 1
    source, target = np.zeros((3 + count, size), f32), np.zeros((3 + count, size), f32)
    source[3:, :count] = np.eye(count, dtype=f32)
    target[3:, said] = 1
    target[1, start] = target[2, start] = 1
    for part, table in ((spec.encoder.embeddings[0], source), (spec.decoder.embeddings, target)):
        part.weight = table
    for half in (spec.encoder, spec.decoder):
        half.scale_embeddings = False
        half.position_encodings.encodings = np.zeros((64, size), f32)
        _norm(half.layer_norm, size)
        for layer in half.layer:
            _linear(layer.self_attention.linear[0], np.zeros((3 * size, size), f32))
            _linear(layer.self_attention.linear[1], zero)
            _norm(layer.self_attention.layer_norm, size)
            _linear(layer.ffn.linear_0, zero)
            _linear(layer.ffn.linear_1, zero)
            _norm(layer.ffn.layer_norm, size)
    for layer in spec.decoder.layer:
        _linear(layer.attention.linear[0], zero)
        _linear(layer.attention.linear[1], np.concatenate([zero, one]))
        _linear(layer.attention.linear[2], one)
        _norm(layer.attention.layer_norm, size)
    out = np.zeros((3 + count, size), f32)
    out[3:, :count] = 10 * np.eye(count, dtype=f32)
    out[2, said] = 100
    _linear(spec.decoder.projection, out, np.array([-1000, -1000, -5] + [0] * count, f32))


def _linear(part: Any, weight: Any, bias: Any = None) -> None:
    part.weight = weight
    part.bias = bias if bias is not None else np.zeros(weight.shape[0], np.float32)


def _norm(part: Any, size: int) -> None:
    part.gamma, part.beta = np.ones(size, np.float32), np.zeros(size, np.float32)
