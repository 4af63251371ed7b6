"""`stateofplay statements`, `events` and `documents`: what the record holds, as a table or as data."""

from collections.abc import Iterable
from itertools import islice
from typing import Annotated, Any, Final

import typer
from rich import box
from rich.markup import escape
from rich.table import Table

from stateofplay.app.cli.options import (
    BetweenOption,
    JsonlOption,
    JsonOption,
    KnownOption,
    day,
    desk_at,
    pair,
)
from stateofplay.app.cli.terminal import console, near, print_data
from stateofplay.app.shape import document_shape, event_shape, statement_shape
from stateofplay.reading.statement import CLAIMS

_SHOWN: Final = 200
"""Rows of a table; data have no limit."""

_LONG: Final = ("quote", "title", "document", "path")
"""Columns that give way when a terminal is narrow."""

_KINDS: Final = ", ".join(CLAIMS)

Row = dict[str, Any]


def statements(
    context: typer.Context,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help=f"Only one kind: {_KINDS}.")] = None,
    document: Annotated[str | None, typer.Option(metavar="ID", help="Only those of one document.")] = None,
    known: KnownOption = None,
    json: JsonOption = False,
    jsonl: JsonlOption = False,
) -> None:
    """List what documents say, each with its quote, its place and the event that it tells.

    \b
    stateofplay statements --kind event --jsonl
    """
    if kind is not None and kind not in CLAIMS:
        raise typer.BadParameter(f"{kind!r} is none of {_KINDS}", param_hint="--kind")
    desk = desk_at(context)
    if document is not None:
        desk.document(document)
    reviewed = desk.verdicts(day(known))
    told = desk.statements(kind, document, day(known))
    rows = (statement_shape(said, event, reviewed.get(said.id)) for said, event in told)
    show(rows, {"kind": "kind", "status": "status", "said": "type", "document": "path", "quote": "quote"}, json, jsonl)


def events(
    context: typer.Context,
    between: BetweenOption = None,
    known: KnownOption = None,
    json: JsonOption = False,
    jsonl: JsonlOption = False,
) -> None:
    """List events, each with all its tellings across documents and languages.

    \b
    stateofplay events --between KOR,JPN
    stateofplay events --jsonl > events.jsonl
    """
    desk = desk_at(context)
    rows = (event_shape(event) for event in desk.events(day(known), pair(between, desk.actor)))
    columns = {"from": "from", "to": "to", "type": "type", "source": "source", "target": "target", "status": "status"}
    show(rows, {**columns, "told": "tellings", "quote": "quote"}, json, jsonl)


def documents(
    context: typer.Context,
    known: KnownOption = None,
    json: JsonOption = False,
    jsonl: JsonlOption = False,
) -> None:
    """List documents with publication day, how that was found, publisher and languages.

    \b
    stateofplay documents
    """
    desk = desk_at(context)
    rows = (document_shape(document) for document in desk.documents(day(known)))
    columns = {"published": "published", "by": "published_by", "publisher": "publisher", "languages": "languages"}
    show(rows, {**columns, "id": "id", "title": "title", "path": "path"}, json, jsonl)


def show(rows: Iterable[Row], columns: dict[str, str], json: bool, jsonl: bool) -> None:
    """Print rows: as data when asked, else the first of them as a table with `columns`, head → key."""
    if json or jsonl:
        print_data(rows, lines=jsonl)
        return
    waiting = iter(rows)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for head in columns:
        table.add_column(head, no_wrap=head not in _LONG, overflow="fold")
    for row in islice(waiting, _SHOWN):
        table.add_row(*(_cell(row, key) for key in columns.values()))
    console().print(table if table.row_count else "nothing here yet")
    if (more := sum(1 for _ in waiting)) > 0:
        console().print(f"and {more} more: --jsonl prints all")


def _cell(row: Row, key: str) -> str:
    """A value as text; an event's quote is that of its first telling, and its tellings are counted."""
    if key == "tellings":
        return str(len(row[key]))
    if key == "quote" and "tellings" in row:
        return escape(row["tellings"][0]["quote"])
    if key == "path":
        return escape(near(row[key]))
    value = row.get(key)
    return escape(" ".join(value) if isinstance(value, list) else str(value or ""))
