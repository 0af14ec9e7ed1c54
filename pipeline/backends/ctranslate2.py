"""A translation model on this machine, in CTranslate2's format with sentencepiece: what Argos Translate and converted OPUS-MT models are.

Nothing is downloaded: the user names the folder.
"""

from __future__ import annotations

import functools
import hashlib
import html
import json
import pathlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from pipeline.backends.answers import answer_of
from pipeline.backends.contract import ISOLATED, Answer, BackendError, Capabilities, Malformed, Request
from pipeline.backends.markers import marked, unmarked, voted
from pipeline.errors import RecipeError

MODES = ("isolated", "marker")
# A shared model first, then the pair of OPUS-MT.
_PIECES = (("sentencepiece.model", "sentencepiece.model"), ("spm.model", "spm.model"), ("source.spm", "target.spm"))


@dataclass(frozen=True, slots=True)
class CTranslate2:
    """``folder``: the model; ``mode``: isolated (the fragment) or marker (also its sentence, with the fragment in a tag); ``prefix``: the
    token that some models want first, such as ``>>eng<<``; ``beam``: how many hypotheses; ``device``: cpu or cuda.
    """

    folder: str = ""
    mode: str = "isolated"
    prefix: str = ""
    beam: int = 4
    device: str = "cpu"

    argument: ClassVar[str] = "folder"
    tier: ClassVar[str] = "mt"
    requires: ClassVar[tuple[str, ...]] = ("ctranslate2", "sentencepiece")
    prompt: ClassVar[str] = "fragment/1"

    def check(self, where: str) -> None:
        """Raises RecipeError for a folder without a model or without its pieces, or a wrong mode."""
        if self.mode not in MODES:
            raise RecipeError(f"{where}: 'mode' is {self.mode!r}; known are {', '.join(MODES)}")
        if self.beam < 1:
            raise RecipeError(f"{where}: 'beam' is {self.beam}; write a whole number from 1")
        if not self.folder:
            raise RecipeError(f"{where}: no model; write --backend ctranslate2:FOLDER, or 'folder' in the table")
        _parts(self.folder, where)

    @property
    def model(self) -> str:
        """The folder's name, mode, and a digest of the model: another model in the same folder is another one."""
        return f"{pathlib.Path(self.folder).resolve().name}@{_digest(self.folder)}/{'/'.join(filter(None, (self.mode, self.prefix)))}/{self.beam}" if self.folder else ""

    @property
    def capabilities(self) -> Capabilities:
        """Batches, one at a time: the engine uses all processors itself."""
        if self.mode == "marker":
            return Capabilities(("key", "left", "right"), markers=True, alternatives=True, batch=16, characters=8000, deterministic=True, fits=True, concurrency=1)
        return Capabilities(ISOLATED, alternatives=True, batch=32, characters=8000, deterministic=True, concurrency=1)

    def size(self, request: Request) -> int:
        """All that is translated."""
        return len(request.key) + (len(marked(request)) if self.mode == "marker" else 0)

    def translate(self, requests: Sequence[Request]) -> list[Answer | BackendError]:
        """One batch of the engine. Raises Malformed where the model cannot be used."""
        alone = self._translated([r.key for r in requests])
        if self.mode == "isolated":
            return [_one(texts) for texts in alone]
        in_sentence = [texts[0] if texts else "" for texts in self._translated([marked(r) for r in requests])]
        return [_vote(unmarked(_joined_tags(sentence)), texts) for sentence, texts in zip(in_sentence, alone, strict=True)]

    def _translated(self, texts: Sequence[str]) -> list[list[str]]:
        """The hypotheses for each text, best first."""
        translator, source, target = _loaded(self.folder, self.device)
        start, end = [self.prefix] if self.prefix else [], ["</s>"] if _wants_end(self.folder) else []
        tokens = [[*start, *source.encode(text, out_type=str), *end] for text in texts]
        results = translator.translate_batch(tokens, beam_size=self.beam, num_hypotheses=min(3, self.beam), max_decoding_length=256, replace_unknowns=False)
        return [[target.decode(_plain(h)).strip() for h in result.hypotheses] for result in results]


def _plain(tokens: Iterable[str]) -> list[str]:
    return [t for t in tokens if t not in ("</s>", "<s>", "<unk>", "<pad>")]


def _joined_tags(text: str) -> str:
    """Pieces of a tag come back with blanks between them."""
    shown = html.unescape(text)
    for tag in ("<x>", "</x>"):
        shown = shown.replace(" ".join(tag), tag).replace(f"< {tag[1:]}", tag).replace(f"{tag[:-1]} >", tag)
    return shown


def _one(texts: Sequence[str]) -> Answer | BackendError:
    try:
        return answer_of(texts[0] if texts else None, [t for t in texts[1:] if t])
    except Malformed as error:
        return error


def _vote(in_sentence: str, texts: Sequence[str]) -> Answer | BackendError:
    try:
        return voted(in_sentence, texts[0] if texts else "", tuple(t for t in texts[1:] if t))
    except Malformed as error:
        return error


def _parts(folder: str, where: str = "ctranslate2") -> tuple[pathlib.Path, pathlib.Path, pathlib.Path]:
    """The folder with ``model.bin`` and the two files of pieces. Raises RecipeError that says what is missing."""
    given = pathlib.Path(folder)
    model = next((p for p in (given, given / "model") if (p / "model.bin").is_file()), None)
    if model is None:
        raise RecipeError(f"{where}: {folder} holds no model.bin, nor does its folder 'model'; convert the model with ct2-...-converter, or unpack the .argosmodel")
    for source, target in _PIECES:
        for place in (given, model):
            if (place / source).is_file() and (place / target).is_file():
                return model, place / source, place / target
    raise RecipeError(f"{where}: {folder} holds no sentencepiece.model, and no source.spm with target.spm")


@functools.lru_cache(maxsize=2)
def _wants_end(folder: str) -> bool:
    """True for OPUS-MT models that came through Transformers: others add the end themselves, and Argos models know none."""
    model, source, target = _parts(folder)
    config = model / "config.json"
    added = config.is_file() and json.loads(config.read_text("utf-8")).get("add_source_eos", False)
    return source != target and not added


@functools.lru_cache(maxsize=2)
def _loaded(folder: str, device: str) -> tuple[Any, Any, Any]:
    import ctranslate2
    import sentencepiece

    model, source, target = _parts(folder)
    try:
        translator = ctranslate2.Translator(str(model), device=device)
        return translator, sentencepiece.SentencePieceProcessor(model_file=str(source)), sentencepiece.SentencePieceProcessor(model_file=str(target))
    except (RuntimeError, ValueError, OSError) as error:
        raise Malformed(f"the model cannot be used: {type(error).__name__}: {error}") from None


@functools.lru_cache(maxsize=8)
def _digest(folder: str) -> str:
    """Of the model's size and its first and last megabyte, and of the pieces: the whole of it is too much for every start."""
    found = hashlib.sha256()
    for file in _parts(folder):
        path = file / "model.bin" if file.is_dir() else file
        size = path.stat().st_size
        with path.open("rb") as data:
            found.update(str(size).encode() + data.read(1 << 20))
            data.seek(max(0, size - (1 << 20)))
            found.update(data.read())
    return found.hexdigest()[:12]
