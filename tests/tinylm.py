"""Builds a language model by hand: it knows which word likes to stand behind which, and nothing else.

One-hot embeddings that no layer changes, and a projection that says what follows.
"""

from __future__ import annotations

import pathlib
from collections.abc import Iterable

import numpy as np

START, UNKNOWN = "<s>", "<unk>"


def build(folder: pathlib.Path, pairs: Iterable[tuple[str, str]]) -> pathlib.Path:
    """The model in ``folder``: behind the first word of each of ``pairs`` the second is e to the 8 times as likely as any other."""
    import ctranslate2
    import tokenizers

    pairs = list(pairs)
    words = [UNKNOWN, START, *dict.fromkeys(word for pair in pairs for word in pair)]
    words += [f"<{n}>" for n in range(len(words) % 2)]
    size = len(words)
    spec = ctranslate2.specs.TransformerDecoderModelSpec.from_config(1, 1, activation=ctranslate2.specs.common_spec.Activation.RELU, pre_norm=True, rms_norm=True, rotary_dim=0)
    one, zero = np.eye(size, dtype=np.float32), np.zeros((size, size), np.float32)
    follows = np.zeros((size, size), np.float32)
    for first, second in pairs:
        follows[words.index(second), words.index(first)] = 8 / size**0.5
    decoder = spec.decoder
    decoder.scale_embeddings = False
    decoder.embeddings.weight, decoder.projection.weight = one, follows
    decoder.layer_norm.gamma = np.ones(size, np.float32)
    (layer,) = decoder.layer
    layer.self_attention.linear[0].weight, layer.self_attention.linear[1].weight = np.zeros((3 * size, size), np.float32), zero
    layer.ffn.linear_0.weight, layer.ffn.linear_1.weight = zero, zero
    layer.self_attention.layer_norm.gamma = layer.ffn.layer_norm.gamma = np.ones(size, np.float32)
    spec.register_vocabulary(words)
    spec.config.bos_token, spec.config.unk_token = START, UNKNOWN
    spec.validate()
    folder.mkdir(parents=True)
    spec.save(str(folder))
    made = tokenizers.Tokenizer(tokenizers.models.WordLevel({word: n for n, word in enumerate(words)}, unk_token=UNKNOWN))
    made.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    made.save(str(folder / "tokenizer.json"))
    return folder
