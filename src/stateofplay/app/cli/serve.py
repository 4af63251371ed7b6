"""`stateofplay serve`: the web app over a record, for this machine alone."""

from pathlib import Path
from typing import Annotated

import typer

from stateofplay.app.cli.options import RecordOption, record_at
from stateofplay.app.cli.terminal import console
from stateofplay.app.web.serve import PORT
from stateofplay.app.web.serve import serve as serve_site

PortOption = Annotated[int, typer.Option("--port", metavar="N", help="Port; the next free one where it is taken.")]


def serve(context: typer.Context, port: PortOption = PORT, record: RecordOption = None) -> None:
    """Open the web app on this machine. It answers nobody else, and changes nothing. Stop it with Ctrl+C.

    \b
    stateofplay serve --port 8000
    """
    open_site(record_at(context, record), port)


def open_site(record: Path, port: int) -> None:
    """Serve the record in a folder until interrupted, saying where."""
    serve_site(record, port, say=lambda line: console().print(line, markup=False, soft_wrap=True))
