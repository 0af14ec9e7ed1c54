"""How English words bend: one door to the rules for nouns, verbs, adjectives, articles and capitals."""

from __future__ import annotations

from pipeline.english.inflection.adjective_forms import adverb, comparative, superlative
from pipeline.english.inflection.capitals import capitalize, title_case
from pipeline.english.inflection.noun_forms import is_plural, plural, singular
from pipeline.english.inflection.sound import article
from pipeline.english.inflection.verb_forms import bare, gerund, participle, past, third_person

__all__ = [
    "adverb",
    "article",
    "bare",
    "capitalize",
    "comparative",
    "gerund",
    "is_plural",
    "participle",
    "past",
    "plural",
    "singular",
    "superlative",
    "third_person",
    "title_case",
]
