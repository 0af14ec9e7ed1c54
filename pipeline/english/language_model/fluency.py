"""How likely English is: a causal language model on this machine, in CTranslate2's format, with its ``tokenizer.json``.

Nothing is downloaded: the user names the folder. It only weighs what other stages proposed; no word of it is ever written.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import json
import pathlib
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.errors import RecipeError
from pipeline.lexicon.confidence import weights_of

_NEEDED = ("model.bin", "tokenizer.json")
# How often its readings are right.
MEASURED = "confidence.csv"
_LIBRARIES = ("ctranslate2", "tokenizers")
# What models begin a text with, where their own configuration does not say it.
_STARTS = ("<s>", "<|endoftext|>", "<bos>", "<|begin_of_text|>")


def check_model(folder: str, where: str) -> None:
    """Raises RecipeError, naming ``where`` it was asked for, where the folder holds no model, no tokenizer, or the extra is missing."""
    for name in _NEEDED:
        if not (pathlib.Path(folder) / name).is_file():
            raise RecipeError(f"{where}: {folder} holds no {name}; make the folder with ct2-transformers-converter --model NAME --output_dir {folder} --copy_files tokenizer.json")
    try:
        measured_chances(folder)
    except (KeyError, ValueError, TypeError, OSError) as error:
        raise RecipeError(f"{where}: {pathlib.Path(folder) / MEASURED} is no table of features and weights ({error}); write it with hanmend evaluate GOLD --language-model {folder} --fit {pathlib.Path(folder) / MEASURED}, or take it away") from None
    missing = [name for name in _LIBRARIES if importlib.util.find_spec(name) is None]
    if missing:
        raise RecipeError(f"{where}: a language model needs {' and '.join(missing)}; pip install 'hanmend[language-model]'")


def model_digest(folder: str) -> str:
    """Of the model, its tokenizer and what was measured with it: another model in the same folder is another one."""
    whole = hashlib.sha256()
    measured = [MEASURED] if (pathlib.Path(folder) / MEASURED).exists() else []
    for name in (*_NEEDED, *measured):
        with (pathlib.Path(folder) / name).open("rb") as file:
            whole.update(hashlib.file_digest(file, "sha256").digest())
    return whole.hexdigest()


def measured_chances(folder: str) -> Mapping[str, float]:
    """What ``hanmend evaluate GOLD --language-model FOLDER --fit FOLDER/confidence.csv`` measured: features of what the model read and their weights; nothing where nobody did."""
    return weights_of(pathlib.Path(folder) / MEASURED)


def likelihoods(folder: str, texts: Sequence[str]) -> list[float]:
    """The logarithm of the probability of each text as a whole, rounded so that no processor sees another order of two."""
    generator, tokenizer, start = _loaded(folder)
    tokens = [[start, *tokenizer.encode(text, add_special_tokens=False).tokens] for text in texts]
    return [round(sum(result.log_probs), 2) for result in generator.score_batch(tokens)]


@functools.lru_cache(maxsize=1)
def _loaded(folder: str) -> tuple[Any, Any, str]:
    import ctranslate2
    import tokenizers

    tokenizer = tokenizers.Tokenizer.from_file(str(pathlib.Path(folder) / "tokenizer.json"))
    config = pathlib.Path(folder) / "config.json"
    own = json.loads(config.read_text("utf-8")).get("bos_token") if config.is_file() else None
    start = next((token for token in (own, *_STARTS) if token and tokenizer.token_to_id(token) is not None), None)
    if start is None:
        raise RecipeError(f"{folder}: the tokenizer knows no token that begins a text; write one as 'bos_token' in its config.json")
    return ctranslate2.Generator(folder, compute_type="auto"), tokenizer, start
