"""`stateofplay serve`: the web app over a record, for this machine alone."""

from typing import Annotated

import typer

from stateofplay.app.cli.asked import Asked, asked_of
from stateofplay.app.cli.terminal import console
from stateofplay.app.web.serve import PORT
from stateofplay.app.web.serve import serve as serve_site

PortOption = Annotated[int, typer.Option("--port", metavar="N", help="Port; the next free one where it is taken.")]


def serve(context: typer.Context, port: PortOption = PORT) -> None:
    """Open the web app on this machine. It answers nobody else, and changes nothing. Stop it with Ctrl+C.

    \b
    stateofplay serve --port 8000
    """
    open_site(asked_of(context), port)


def open_site(asked: Asked, port: int) -> None:
    """Serve the record that was asked for until interrupted, saying where."""
    out = console()
    serve_site(asked.record, port, sure=asked.sure, say=lambda line: out.print(line, markup=False, soft_wrap=True))
