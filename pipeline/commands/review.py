"""``hanmend review``: decide about the edits of a run, in the browser or in the terminal."""

from __future__ import annotations

import pathlib
import shlex
import signal
import sys
import threading
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.commands.terminal import Screen

if TYPE_CHECKING:
    from pipeline.review.session import Session


def review(
    run: Annotated[str, typer.Argument(help="The folder that clean wrote to, or its report.json.", show_default=False)],
    tty: Annotated[bool, typer.Option("--tty", help="Review in the terminal, edit by edit.")] = False,
    sample: Annotated[int, typer.Option("--sample", metavar="N", help="Look at N of the edits that were applied automatically instead of what is open.")] = 0,
    decisions: Annotated[str, typer.Option("--decisions", help="The file that decisions are added to.", show_default="RUN/decisions.jsonl")] = "",
    by: Annotated[str, typer.Option("--by", help="Your name, noted with each decision that does not bring one.")] = "",
    port: Annotated[int, typer.Option("--port", help="The port on 127.0.0.1; 0 is any that is free.")] = 0,
    no_open: Annotated[bool, typer.Option("--no-open", help="Do not open the browser.")] = False,
) -> int:
    """Review a run: each decision is on the disk before the next one. Ctrl-C ends it with a summary."""
    from pipeline.review.session import Session

    session = Session(pathlib.Path(run), pathlib.Path(decisions) if decisions else None, sample, by)
    if tty:
        from pipeline.commands.questions import ask_all

        ask_all(session, Screen.standard())
    else:
        _serve(session, port, no_open)
    _summarise(session)
    return 0


def _serve(session: Session, port: int, no_open: bool) -> None:
    from pipeline.review.server import Server

    server = Server(session, port)
    print(f"review at {server.address}\nCtrl-C ends it", flush=True)
    if not no_open:
        _open(server.address)
    # A service manager and a closing terminal end it as politely as Ctrl-C does.
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    try:
        server.serve_forever(poll_interval=0.2)
    except KeyboardInterrupt:
        print()
    finally:
        server.server_close()


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _open(address: str) -> None:
    """In a thread: some browsers come back only when they are closed."""
    import webbrowser

    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def _summarise(session: Session) -> None:
    counts, screen = session.counts(), Screen.standard()
    done = counts["accepted"] + counts["edited"] + counts["rejected"]
    print(f"{done} decided: {counts['accepted']} accepted, {counts['edited']} edited, {counts['rejected']} kept in Chinese; {counts['open']} still open")
    if "sample" in session.report:
        seen, changed = session.sampled()
        print(f"spot check: {seen} of {len(session.report['sample'])} looked at, {changed} of them changed")
    print(f"written to {session.log.path}")
    if done:
        print(screen.dim(f"next: hanmend apply {shlex.quote(str(session.log.path))} {shlex.quote(str(session.folder))}"))
    sys.stdout.flush()
