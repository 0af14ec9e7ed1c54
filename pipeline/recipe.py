"""A recipe: which stages run with which options. Read from TOML, picklable, and where a failure of a stage is contained."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import pathlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pipeline import plugins
from pipeline.deferred import Deferred
from pipeline.errors import RecipeError
from pipeline.formats import FORMATS
from pipeline.model import Document, Outcome, Safety, Stage
from pipeline.settings.path_rules import PathRule
from pipeline.stages import CALQUES, FLUENCY, ORDER, STAGES

if TYPE_CHECKING:
    from pipeline.backends.plan import Plan

LEVELS = {"auto": Safety.AUTO, "review": Safety.REVIEW}
_PLANNED = ("backends", "backend-all", "backend", "memory", "budget", "calibration")
_RULE_KEYS = ("match", "domains", "glossary", "keep")
_KEYS = ("stages", "apply", "glossary", "keep", "decisions", "dictionary", "fields", "calques", "domains", "paths", "language-model", *_PLANNED)


@dataclass(frozen=True, slots=True)
class Recipe:
    """The stages in order, and the level from which edits are written. Calling it runs one document; it never raises.

    ``backends`` are the translators that are asked (``pipeline.backends.settings.Spec``). ``reads_english`` says that an article
    without a leftover must be read all the same, because a stage looks at its English.
    """

    stages: Sequence[Stage]
    apply: Safety = Safety.REVIEW
    digest: str = ""
    fields: tuple[str, ...] = ()
    backends: tuple[Any, ...] = ()
    reads_english: bool = False

    @classmethod
    def load(cls, path: str | pathlib.Path) -> Recipe:
        """The recipe of a file, ``hanmend.toml`` or ``pyproject.toml``. Raises RecipeError or TermbaseError that names place and value."""
        return build(read_options(pathlib.Path(path)))

    def __call__(self, doc: Document) -> Document:
        """``doc`` with its edits; or failed, with the stage and the reason, where a stage crashed."""
        return self.many([doc])[0]

    def many(self, docs: Sequence[Document]) -> list[Document]:
        """``docs`` with their edits, in order, stage by stage: a stage that has ``many`` gets all that have not failed at once."""
        done = list(docs)
        for stage in self.stages:
            going = [place for place, doc in enumerate(done) if not doc.error]
            for place, doc in zip(going, _passed(stage, [done[place] for place in going]), strict=True):
                done[place] = doc
        return done

    @property
    def takes_batches(self) -> bool:
        """True where somebody is asked: a runner then gives many documents at once to one process, which fetches in parallel."""
        return bool(self.backends)

    def until(self, name: str) -> Recipe:
        """The stages before the one that is called ``name``."""
        names = [type(stage).__module__.rpartition(".")[2] for stage in self.stages]
        return dataclasses.replace(self, stages=tuple(self.stages)[: names.index(name)] if name in names else self.stages)

    def repair(self, doc: Document) -> Outcome:
        """The document after all stages, with the text that is to be written."""
        return self._written(self(doc))

    def repair_many(self, docs: Sequence[Document]) -> list[Outcome]:
        """The same for a batch, in order."""
        return [self._written(doc) for doc in self.many(docs)]

    def _written(self, doc: Document) -> Outcome:
        from pipeline import edits

        try:
            doc = _quoted(doc)
            return Outcome(doc, edits.apply(doc.source, edits.applied(doc, self.apply)), self.apply)
        except Exception as error:
            return Outcome(doc.failing(f"apply: {error}"), doc.source, self.apply)


def _quoted(doc: Document) -> Document:
    """``doc`` with its edits as its format has to write them; where no edit needs an escape, as it is."""
    if not doc.edits:
        return doc
    form = plugins.load(FORMATS, doc.format, "format")()
    after = [form.quote(e.after, doc.source, e.span) for e in doc.edits]
    if all(text == e.after for text, e in zip(after, doc.edits, strict=True)):
        return doc
    return doc.settling(dataclasses.replace(e, after=text) for text, e in zip(after, doc.edits, strict=True))


def _passed(stage: Stage, docs: Sequence[Document]) -> list[Document]:
    """Each of ``docs`` after ``stage``; a crash fails the one document that caused it, never the batch."""
    many = getattr(stage, "many", None)
    if many and len(docs) > 1:
        with contextlib.suppress(Exception):
            done = many(docs)
            if [doc.id for doc in done] == [doc.id for doc in docs]:
                return list(done)
    return [_contained(stage, doc) for doc in docs]


def _contained(stage: Stage, doc: Document) -> Document:
    try:
        return stage(doc)
    except Exception as error:
        return doc.failing(f"{type(stage).__name__}: {type(error).__name__}: {error}")


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line and the recipe file say together; paths as text, in order of precedence."""

    apply: str = "review"
    glossaries: tuple[str, ...] = ()
    keep_lists: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    dictionary: bool = True
    stages: tuple[str, ...] = ORDER
    fields: tuple[str, ...] = ()
    plan: Plan | None = None
    domains: tuple[str, ...] = ()
    rules: tuple[PathRule, ...] = ()
    language_model: str = ""


def build(options: Options) -> Recipe:
    """The recipe of ``options``. Raises RecipeError for an unknown stage or level, TermbaseError for a wrong glossary."""
    plugins.require(options.apply, LEVELS, "level", "apply")
    glossaries, keep_lists = _everywhere(options)
    if glossaries or options.domains or options.rules:
        from pipeline.lexicon.lexicon import domains_of

        known = frozenset[str]().union(*map(domains_of, glossaries))
        for domain in (*options.domains, *(d for rule in options.rules for d in rule.domains)):
            if domain not in known:
                raise RecipeError(f"domain '{domain}': no glossary has a term of it{plugins.suggestion(domain, known)}; known are {', '.join(sorted(known)) or 'none'}")
    if keep_lists:
        from pipeline.lexicon.keeplist import read_keep_list

        for path in keep_lists:
            read_keep_list(path)
    if options.decisions:
        from pipeline.decisions.log import read_decisions

        for path in options.decisions:
            read_decisions(pathlib.Path(path))
    stages = options.stages
    if options.language_model:
        from pipeline.english.language_model.fluency import check_model

        check_model(options.language_model, "language-model")
        stages = with_fluency(stages)
    given: dict[str, Any] = {"model": options.language_model, "glossaries": options.glossaries, "dictionary": options.dictionary, "files": options.keep_lists, "decisions": options.decisions,
                             "domains": options.domains, "rules": options.rules}  # fmt: skip
    if options.plan:
        given |= options.plan.given()
    asked = given.get("backends", ()) if "propose_translation" in stages else ()
    return Recipe(Deferred(stages, given), LEVELS[options.apply], _digest(options), options.fields, asked, CALQUES in stages)


def read_options(path: pathlib.Path) -> Options:
    """The options of a recipe file: ``hanmend.toml``, or the table ``[tool.hanmend]`` of a ``pyproject.toml``.

    Paths in it are relative to its folder. Raises RecipeError that names file and key.
    """
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise RecipeError(f"{path}: cannot read the recipe: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RecipeError(f"{path}: not valid TOML: {error}") from None
    table = data.get("tool", {}).get("hanmend", {}) if path.name == "pyproject.toml" else data
    return _options(table, path)


def find_recipe(start: pathlib.Path) -> pathlib.Path | None:
    """The nearest ``hanmend.toml`` or ``pyproject.toml`` with ``[tool.hanmend]``, from ``start`` upward."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / "hanmend.toml").is_file():
            return folder / "hanmend.toml"
        project = folder / "pyproject.toml"
        if project.is_file() and "[tool.hanmend]" in project.read_text("utf-8", errors="replace"):
            return project
    return None


def _options(table: Mapping[str, Any], path: pathlib.Path) -> Options:
    for name in table:
        if name not in _KEYS:
            raise RecipeError(f"{path}: unknown key '{name}'{plugins.suggestion(name, _KEYS)}; known are {', '.join(_KEYS)}")
    stages = tuple(_texts(table, "stages", path)) or ORDER
    for name in stages:
        if name not in STAGES:
            raise RecipeError(f"{path}: unknown stage '{name}'{plugins.suggestion(name, STAGES)}; known are {', '.join(STAGES)}")
    return Options(
        apply=str(table.get("apply", "review")),
        glossaries=tuple(str(path.parent / p) for p in _texts(table, "glossary", path)),
        keep_lists=tuple(str(path.parent / p) for p in _texts(table, "keep", path)),
        decisions=tuple(str(path.parent / p) for p in _texts(table, "decisions", path)),
        dictionary=_flag(table, "dictionary", True, path),
        stages=with_calques(stages) if _flag(table, "calques", False, path) else stages,
        fields=tuple(_texts(table, "fields", path)),
        plan=_plan(table, path),
        domains=tuple(_texts(table, "domains", path)),
        rules=_rules(table, path),
        language_model=str(path.parent / str(table["language-model"])) if table.get("language-model") else "",
    )


def _flag(table: Mapping[str, Any], name: str, default: bool, path: pathlib.Path) -> bool:
    value = table.get(name, default)
    if not isinstance(value, bool):
        raise RecipeError(f"{path}: '{name}' is {value!r}; write true or false, without quotation marks")
    return value


def _rules(table: Mapping[str, Any], path: pathlib.Path) -> tuple[PathRule, ...]:
    """The tables ``[[paths]]``, in order."""
    rows = table.get("paths", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise RecipeError(f"{path}: 'paths' is {rows!r}; write tables [[paths]] with 'match'")
    rules = []
    for number, row in enumerate(rows, 1):
        place = f"{path}: [[paths]] {number}"
        for name in row:
            if name not in _RULE_KEYS:
                raise RecipeError(f"{place}: unknown key '{name}'{plugins.suggestion(name, _RULE_KEYS)}; known are {', '.join(_RULE_KEYS)}")
        match = tuple(_texts(row, "match", path))
        if not match:
            raise RecipeError(f"{place}: no 'match'; write the globs that it holds for, match = \"finance/**\"")
        rules.append(PathRule(match, str(path.parent), tuple(_texts(row, "domains", path)), *(tuple(str(path.parent / p) for p in _texts(row, key, path)) for key in ("glossary", "keep"))))
    return tuple(rules)


def _everywhere(options: Options) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The glossaries and the keep lists of every article and of those of some paths."""
    glossaries = (*options.glossaries, *(file for rule in options.rules for file in rule.glossaries))
    return tuple(dict.fromkeys(glossaries)), tuple(dict.fromkeys((*options.keep_lists, *(file for rule in options.rules for file in rule.keep_lists))))


def with_fluency(stages: Sequence[str]) -> tuple[str, ...]:
    """``stages`` with the one that lets a language model weigh the wordings, right behind the choice; where nothing is chosen, as they are."""
    if FLUENCY in stages or "choose" not in stages:
        return tuple(stages)
    at = list(stages).index("choose") + 1
    return (*stages[:at], FLUENCY, *stages[at:])


def with_calques(stages: Sequence[str]) -> tuple[str, ...]:
    """``stages`` with the one that remarks on literal translations."""
    return tuple(dict.fromkeys((*stages, CALQUES)))


def finding_only(stages: Sequence[str]) -> tuple[str, ...]:
    """Those of ``stages`` that find and those that keep: what is left over is known after them, what would repair it is not."""
    return tuple(name for name in stages if name.partition("_")[0] in ("find", "read", "keep"))


def _plan(table: Mapping[str, Any], path: pathlib.Path) -> Plan | None:
    """What the recipe says about translation, read only where it says something."""
    if not any(key in table for key in _PLANNED):
        return None
    from pipeline.backends.plan import read_plan

    return read_plan(table, path)


def _texts(table: Mapping[str, Any], key: str, path: pathlib.Path) -> Sequence[str]:
    value = table.get(key, [])
    value = [value] if isinstance(value, str) else value
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise RecipeError(f"{path}: '{key}' is {value!r}; write a list of texts")
    return value


def _digest(options: Options) -> str:
    """Of what the outcome depends on: the stages, the level and the content of the lists; never their paths."""
    listed = [(*_digests(options.glossaries), *_digests(options.keep_lists), *_digests(options.decisions))]
    parts = (options.stages, options.apply, options.dictionary, *listed, *([options.fields] if options.fields else []))
    if options.domains or options.rules:
        parts = (*parts, options.domains, [(r.match, r.domains, _digests(r.glossaries), _digests(r.keep_lists)) for r in options.rules])
    if options.language_model:
        from pipeline.english.language_model.fluency import model_digest

        parts = (*parts, model_digest(options.language_model))
    planned = options.plan.digest() if options.plan else ""
    parts = (*parts, planned) if planned else parts
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _digests(files: Sequence[str]) -> tuple[str, ...]:
    return tuple(hashlib.sha256(pathlib.Path(file).read_bytes()).hexdigest() for file in files)
