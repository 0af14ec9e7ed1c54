"""The server itself: what an editor opens is judged, and judged again when it changes."""

from __future__ import annotations

import asyncio
import pathlib
from collections.abc import Callable
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from pipeline.errors import HanmendError
from pipeline.language_server import answers
from pipeline.language_server.article import Article, judged
from pipeline.lexicon.additions import add_term
from pipeline.recipe import Options, Recipe, build
from pipeline.version import VERSION

# A reader types faster than an article is judged: only the last text of a burst is.
_PAUSE = 0.15
OptionsOf = Callable[[pathlib.Path], Options]


class Server(LanguageServer):
    """Keeps the judged articles by URI. ``options_of`` says which recipe, glossaries and lists hold for a file."""

    def __init__(self, options_of: OptionsOf) -> None:
        # Full texts: changes by position would be applied by lines that end at U+2028 too.
        super().__init__("hanmend", VERSION, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.options_of = options_of
        self.articles: dict[str, Article] = {}
        self.waiting: dict[str, asyncio.Task[None]] = {}

    def judge(self, uri: str) -> None:
        """Judge the text of ``uri`` now and publish what was found; a wrong glossary or recipe is shown to the user."""
        document = self.workspace.get_text_document(uri)
        try:
            rules = self.rules(uri)
        except HanmendError as error:
            self.say(str(error), types.MessageType.Error)
            return
        article = judged(document.source or "", path_of(uri).name, document.language_id or "", rules, self._encoding())
        if article.doc.error:
            self.say(article.doc.error, types.MessageType.Error)
        self.articles[uri] = article
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, answers.diagnostics(article), document.version))

    def rules(self, uri: str) -> Recipe:
        """The recipe that holds for ``uri``. Raises RecipeError or TermbaseError."""
        return build(self.options_of(path_of(uri)))

    async def judge_soon(self, uri: str) -> None:
        """Judge ``uri`` when its text has been still for a moment."""
        if uri in self.waiting:
            self.waiting[uri].cancel()
        self.waiting[uri] = asyncio.ensure_future(self._after_pause(uri))

    def say(self, text: str, kind: types.MessageType) -> None:
        """Show ``text`` to the user."""
        self.window_show_message(types.ShowMessageParams(kind, text))

    async def _after_pause(self, uri: str) -> None:
        await asyncio.sleep(_PAUSE)
        self.waiting.pop(uri, None)
        self.judge(uri)

    def _encoding(self) -> str:
        return str(getattr(self.workspace.position_encoding, "value", self.workspace.position_encoding))


def path_of(uri: str) -> pathlib.Path:
    """The file of a URI; the last part of its path for one that is no file."""
    parts = urlsplit(uri)
    return pathlib.Path(url2pathname(parts.path)) if parts.scheme == "file" else pathlib.Path(pathlib.PurePosixPath(unquote(parts.path)).name)


def server(options_of: OptionsOf) -> Server:
    """A server with all its handlers; ``start_io()`` runs it."""
    made = Server(options_of)
    _follow_texts(made)
    _answer(made)
    return made


def _follow_texts(made: Server) -> None:
    @made.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        made.judge(params.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        await made.judge_soon(params.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        made.judge(params.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        if task := made.waiting.pop(uri, None):
            task.cancel()
        made.articles.pop(uri, None)
        made.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))


def _answer(made: Server) -> None:
    @made.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([types.CodeActionKind.QuickFix]))
    def fixes(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        if task := made.waiting.pop(uri, None):
            task.cancel()
            made.judge(uri)
        if uri not in made.articles:
            return []
        return answers.actions(made.articles[uri], uri, made.workspace.get_text_document(uri).version, params.range)

    @made.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(params: types.HoverParams) -> types.Hover | None:
        uri = params.text_document.uri
        return answers.hover(made.articles[uri], made.options_of(path_of(uri)).glossaries, params.position) if uri in made.articles else None

    @made.command(answers.ADD)
    def add(uri: str, zh: str, english: str) -> None:
        glossaries = made.options_of(path_of(uri)).glossaries
        file = pathlib.Path(glossaries[0]) if glossaries else path_of(uri).parent / "glossary.csv"
        try:
            said = f"{zh} = {english} is in {file}" if add_term(file, zh, english) else f"{file} says so already"
        except HanmendError as error:
            made.say(str(error), types.MessageType.Error)
            return
        made.say(said, types.MessageType.Info)
        for one in list(made.articles):
            made.judge(one)
