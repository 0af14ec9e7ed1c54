"""What the protocol asks for, from a judged article: diagnostics, quick fixes, hovers."""

from __future__ import annotations

from lsprotocol import types

from pipeline.chinese.key import key
from pipeline.language_server.article import Article, Leftover, term_of
from pipeline.lexicon.lexicon import load
from pipeline.model import Safety, Span
from pipeline.problems.found import printable
from pipeline.stages.keep_ignored import unused

ADD = "hanmend.addToGlossary"
_SEVERITY = {Safety.LEAVE: types.DiagnosticSeverity.Error, Safety.REVIEW: types.DiagnosticSeverity.Warning, Safety.AUTO: types.DiagnosticSeverity.Information}
_RANKS = ("house glossary", "shipped termbase", "CC-CEDICT")
_SENSES = 8


def diagnostics(article: Article) -> list[types.Diagnostic]:
    """One a leftover, an error where nothing is proposed; and one an ignore comment that is not needed."""
    found = [_diagnostic(article, one) for one in article.leftovers]
    return found + [
        types.Diagnostic(_range(article, d.place), f"'hanmend: {printable(d.word)}' {d.fault or 'quiets nothing; remove it'}",
                         types.DiagnosticSeverity.Hint, "ignore", source="hanmend", tags=[types.DiagnosticTag.Unnecessary])
        for d in unused(article.doc)
    ]  # fmt: skip


def actions(article: Article, uri: str, version: int | None, wanted: types.Range) -> list[types.CodeAction]:
    """The quick fixes for what ``wanted`` touches: every wording, the best first; a row for the glossary; an ignore comment."""
    span = article.positions.span((wanted.start.line, wanted.start.character), (wanted.end.line, wanted.end.character))
    made: list[types.CodeAction] = []
    for one in article.at(span):
        shown = [_diagnostic(article, one)]
        made += [
            _fix(f"Write {text!r}", _edit(article, uri, version, one.span, text), shown, preferred=number == 0)
            for number, text in enumerate(one.wordings())
        ]
        zh = term_of(one, article.doc.source)
        if one.wordings() and (one.edit is None or one.edit.kind == "han"):
            english = _lemma(one)
            title = f"Add {zh} = {english!r} to the glossary"
            made.append(types.CodeAction(title, types.CodeActionKind.QuickFix, shown, command=types.Command(title, ADD, arguments=[uri, zh, english])))
        end = article.positions.line_end(one.span.end)
        made.append(_fix("Ignore leftovers in this line", _edit(article, uri, version, Span(end, end), " <!-- hanmend: ignore -->"), shown))
    return made


def hover(article: Article, glossaries: tuple[str, ...], at: types.Position) -> types.Hover | None:
    """What is known of the leftover at a position: the proposal with its evidence, and every gloss with its source."""
    offset = article.positions.offset(at.line, at.character)
    one = next(iter(article.at(Span(offset, offset))), None)
    if one is None:
        return None
    zh = term_of(one, article.doc.source)
    senses = load(glossaries).senses(key(zh)) if zh else ()
    glosses = [f"- {s.term.en} ({s.term.pos + ', ' if s.term.pos else ''}{_RANKS[s.rank]})" for s in senses[:_SENSES]]
    evidence = f"Evidence: {', '.join(one.edit.notes)}" if one.edit and one.edit.notes else ""
    text = "\n\n".join(filter(None, (one.message, "\n".join(glosses), evidence)))
    # Plain text: an article's own words must not become links in the editor.
    return types.Hover(types.MarkupContent(types.MarkupKind.PlainText, text), _range(article, one.span))


def _diagnostic(article: Article, one: Leftover) -> types.Diagnostic:
    safety = one.edit.safety if one.edit else Safety.LEAVE
    code = "mark" if one.edit and one.edit.kind == "punctuation" else "leftover"
    return types.Diagnostic(_range(article, one.span), one.message, _SEVERITY[safety], code, source="hanmend")


def _fix(title: str, edit: types.WorkspaceEdit, shown: list[types.Diagnostic], preferred: bool = False) -> types.CodeAction:
    return types.CodeAction(title, types.CodeActionKind.QuickFix, shown, is_preferred=preferred, edit=edit)


def _edit(article: Article, uri: str, version: int | None, span: Span, text: str) -> types.WorkspaceEdit:
    change = types.TextEdit(_range(article, span), text)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(types.OptionalVersionedTextDocumentIdentifier(uri, version), [change])])


def _lemma(one: Leftover) -> str:
    """The wording as a dictionary has it, where the proposal is an inflected form of a term."""
    notes = one.edit.notes if one.edit else ()
    return next((note.removeprefix("term:") for note in notes if note.startswith("term:")), one.wordings()[0])


def _range(article: Article, span: Span) -> types.Range:
    return types.Range(types.Position(*article.positions.position(span.start)), types.Position(*article.positions.position(span.end)))
