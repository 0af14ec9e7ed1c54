"""``hanmend``: the command line. Status 0 nothing wrong, 1 findings, 2 usage, input or tool failure."""

from __future__ import annotations

import errno
import gc
import importlib
import os
import sys
from collections.abc import Mapping, Sequence

from pipeline import plugins
from pipeline.commands import COMMANDS, GROUPS
from pipeline.errors import HanmendError

_HELP = """Usage: hanmend COMMAND [ARGS]...

Repairs English that still has Chinese in it.

Commands:
  clean PATHS -o DIR   write repaired articles, diffs and a report
  check PATHS          list what is left over; status 1 where something is
  review RUN           decide about the edits: in the browser, or --tty
  apply DECISIONS RUN  put what was decided into a run, and into the glossary
  report RUN           render the report of a run again: html, md
  undo DIR             bring the input back from the output and its report
  glossary ACTION      look after the glossary: add, remove, lint, import, export, suggest, coverage, diff
  memory ACTION        look after the translation memory: stats, prune, export, import
  model SOURCE DIR     make a language model ready for clean --language-model
  init                 write a recipe, a glossary, a keep list and a CI file for a repository
  watch PATHS -o DIR   clean an article again whenever it is saved
  lsp                  the language server, for an editor to start
  completion SHELL     print the completion script of bash, zsh or fish
  evaluate GOLD        repair gold articles and say how many places are right
  explain NAME         say what a stage, a Chinese term or a place FILE:LINE is about

Options:
  --version            show the version
  --help               show this; hanmend COMMAND --help says more
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; every error of the user's is one line on standard error."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if "_HANMEND_COMPLETE" in os.environ:
        from pipeline.commands.completion import complete

        return complete()
    if not given or given[0] in ("--help", "-h"):
        print(_HELP, end="")
        return 0 if given else 2
    if given[0] == "--version":
        from pipeline.version import VERSION

        print(f"hanmend {VERSION}")
        return 0
    try:
        status = _run_group(given[0], given[1:]) if given[0] in GROUPS else _run(COMMANDS, given[0], given[1:], given[0])
        # Here, not at exit: a reader that went away (| head) is an answer of this function, not a traceback after it.
        if not sys.stdout.closed:
            sys.stdout.flush()
        return status
    except HanmendError as error:
        print(f"hanmend: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # What is still buffered would raise once more while Python shuts down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EIO, errno.EBADF):
            return _fault()
        # Nothing can be said any more: standard output is full or gone.
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115
        print(f"hanmend: cannot write to standard output: {error.strerror}; what was written to files is whole", file=sys.stderr)
        return 2
    except Exception:
        return _fault()
    except KeyboardInterrupt:
        print("hanmend: stopped; what was finished is whole, nothing is half-written", file=sys.stderr)
        return 2


def _fault() -> int:
    """A fault of the program is no finding: 1 would say that there is Chinese."""
    import traceback

    traceback.print_exc()
    print("hanmend: this is a fault of hanmend; please report it with the lines above", file=sys.stderr)
    return 2


def _run_group(name: str, arguments: Sequence[str]) -> int:
    """An action of a group; without one, the help of the group."""
    group = importlib.import_module(GROUPS[name])
    if not arguments or arguments[0] in ("--help", "-h"):
        print(group.HELP, end="")
        return 0 if arguments else 2
    return _run(group.ACTIONS, arguments[0], arguments[1:], f"{name} {arguments[0]}")


def _run(table: Mapping[str, str], name: str, arguments: Sequence[str], shown: str) -> int:
    """One command through typer, imported here: --version and a wrong command need none of it."""
    command = plugins.load(table, name, "command" if table is COMMANDS else "action")
    import typer

    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
    app.command(name)(command)
    try:
        # Not .main(): that one turns Ctrl-C into an exit status of its own.
        made = typer.main.get_command(app)
        with made.make_context(f"hanmend {shown}", list(arguments)) as context:
            status = made.invoke(context)
    except Exception as error:
        if isinstance(error, typer.Exit):
            return int(error.exit_code)
        if not hasattr(error, "show"):
            raise
        error.show()
        return 2
    return int(status or 0)


def entry() -> None:
    """The console script."""
    # Of what an article needs hardly anything refers to itself: after every 700 new things the collector took a twelfth of a run full of leftovers.
    gc.set_threshold(20_000)
    sys.exit(main())
