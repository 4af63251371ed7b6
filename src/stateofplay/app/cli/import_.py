"""`stateofplay import`: event data of others into the record, and every row that stayed out and why."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Final

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import DownloadColumn

from stateofplay.app.cli.options import JsonOption, desk_at
from stateofplay.app.cli.terminal import ReadingProgress, aside, console, counted, print_json
from stateofplay.exchange.arrival import Arrival

_SHOWN: Final = 20


class Format(StrEnum):
    """What the files are."""

    POLECAT = "polecat"
    ICEWS = "icews"
    GDELT = "gdelt"
    ACLED = "acled"
    PLOVER = "plover"
    STATEMENTS = "statements"


def import_(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Files (also .gz and .zip), folders or globs.")],
    format: Annotated[Format, typer.Option(help="What the files are.")],
    published: Annotated[
        str | None, typer.Option(metavar="DAY", help="Publication day of rows that give none.", show_default=False)
    ] = None,
    json: JsonOption = False,
) -> None:
    """Import event data of others: your own copies of POLECAT, ICEWS, GDELT, ACLED, PLOVER, or another record's lines.

    Each row becomes a telling that opens to its own words; what is there already adds nothing. `statements` reads what
    `statements --jsonl` writes. Exit code 0: all read. 3: some rows could not be; each is named by file and line.
    2: nothing could.

    \b
    stateofplay import --format gdelt 20250301.export.CSV.zip
    stateofplay import --format polecat polecat/
    stateofplay import --format statements colleague.jsonl
    """
    desk = desk_at(context, create=True)
    with ReadingProgress(DownloadColumn()) as progress:
        arrival = desk.import_(paths, format=format.value, published=published, progress=progress)
    if json:
        print_json(arrival_shape(arrival))
    else:
        tell(arrival, console(), desk.record.folder)
    raise typer.Exit(arrival.exit_code)


def arrival_shape(arrival: Arrival) -> dict[str, Any]:
    """An arrival as JSON; `unread` names the first rows that could not be read, `failed` counts all."""
    return {
        "rows": arrival.rows,
        "known": arrival.known,
        "without_event": arrival.silent,
        "failed": arrival.failed,
        "documents": {"new": arrival.added.documents, "known": arrival.added.known},
        "statements": {"new": arrival.added.statements},
        "unread": [
            {"path": item.path, "error": item.error, "why": item.why, "mend": item.mend} for item in arrival.unread
        ],
    }


def tell(arrival: Arrival, out: Console, folder: Path) -> None:
    """Print an arrival: what was new, then the first rows that could not be read."""
    added = arrival.added
    out.print(
        f"{counted(arrival.rows, 'row')}, {arrival.known} of them known before, {arrival.silent} without an event, "
        f"{arrival.failed} unread: {counted(added.documents, 'new document')} with "
        f"{counted(added.statements, 'statement')}; record: {escape(str(folder))}",
        soft_wrap=True,
    )
    for item in arrival.unread[:_SHOWN]:
        mend = f" ({item.mend})" if item.mend else ""
        aside().print(f"unread: {escape(item.path)}: {escape(item.why + mend)}", soft_wrap=True)
    if arrival.failed > _SHOWN:
        aside().print(f"and {arrival.failed - _SHOWN} more, all kept in the record's table unread", soft_wrap=True)
