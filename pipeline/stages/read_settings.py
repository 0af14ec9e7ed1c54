"""Reads what holds for this article alone: ``[[paths]]`` of the recipe, and the key ``hanmend`` in its front matter."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.errors import HanmendError
from pipeline.model import Document
from pipeline.settings.front_matter import settings_of
from pipeline.settings.path_rules import PathRule, settings_for


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """Options: ``domains``, on for every article; ``rules`` of the recipe. What the article says of itself goes first.

    An article whose front matter is wrong fails, with its line: it would be repaired by other terms than its writer named.
    """

    domains: tuple[str, ...] = ()
    rules: tuple[PathRule, ...] = ()

    def __call__(self, doc: Document) -> Document:
        if not doc.findings:
            return doc
        by_path = settings_for(doc.file or doc.path, self.rules)
        try:
            own = settings_of(doc)
        except HanmendError as error:
            return doc.failing(str(error))
        domains = tuple(dict.fromkeys((*own.domains, *by_path.domains, *self.domains)))
        return replace(doc, settings=replace(own, domains=domains, glossaries=by_path.glossaries, keep_lists=by_path.keep_lists))
