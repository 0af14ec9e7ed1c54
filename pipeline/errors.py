"""What can go wrong, said so that a reader knows the place, the value and the way out."""

from __future__ import annotations


class HanmendError(Exception):
    """Base of every error that is the user's to mend: its text is shown as it is, without a traceback."""


class InputError(HanmendError):
    """A file or folder cannot be read, decoded or understood."""


class OutputError(HanmendError):
    """A result cannot be written; nothing was left half-written."""


class RecipeError(HanmendError):
    """A recipe, an option or a plug-in name is wrong."""


class TermbaseError(HanmendError):
    """A row of a glossary or keep list is wrong; the text starts with ``file:line:``."""


class EditError(HanmendError):
    """An edit does not fit its document: overlaps another, or the text it replaces is not there."""


class DecisionError(HanmendError):
    """A line of a file of decisions is wrong; the text starts with ``file:line:``."""
