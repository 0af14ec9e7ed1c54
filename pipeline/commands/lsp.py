"""``hanmend lsp``: the language server, on standard input and output."""

from __future__ import annotations

from pipeline.errors import RecipeError


def lsp() -> int:
    """Serve an editor: diagnostics, quick fixes, hovers, terms for the glossary. Needs the extra: pip install 'hanmend[lsp]'."""
    try:
        from pipeline.language_server.server import server
    except ModuleNotFoundError as error:
        if error.name and error.name.partition(".")[0] in ("pygls", "lsprotocol"):
            raise RecipeError("the language server needs pygls; install it with: pip install 'hanmend[lsp]'") from None
        raise
    from pipeline.commands.options import options_of

    server(options_of).start_io()
    return 0
