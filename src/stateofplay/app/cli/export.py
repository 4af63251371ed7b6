"""`stateofplay export`: the record in a form that others read, to a file or to standard output."""

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from stateofplay.app.cli.options import (
    BetweenOption,
    JsonOption,
    KnownOption,
    OnOption,
    day,
    desk_at,
    pair,
)
from stateofplay.app.cli.terminal import aside, counted, print_json
from stateofplay.app.desk import Desk
from stateofplay.errors import YourInput
from stateofplay.exchange.out.columns import tables
from stateofplay.exchange.out.format import Format, format_named, formats
from stateofplay.exchange.out.gold import write_texts


def export(
    context: typer.Context,
    format: Annotated[str, typer.Option(metavar="FORMAT", help=f"One of {', '.join(formats())}.")],
    on: OnOption = None,
    known: KnownOption = None,
    between: BetweenOption = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write it there, whole or not at all.", show_default=False),
    ] = None,
    quotes: Annotated[
        int | None,
        typer.Option(metavar="N", min=0, help="Cut quotes to N characters; 0 leaves them out.", show_default=False),
    ] = None,
    table: Annotated[
        str, typer.Option(metavar="TABLE", help=f"Of csv and parquet: {', '.join(tables())}.")
    ] = "statements",
    bom: Annotated[bool, typer.Option("--bom", help="Open CSV with a byte order mark, as Excel wants it.")] = False,
    guard: Annotated[bool, typer.Option(help="Keep spreadsheets from running cells of CSV as formulas.")] = True,
    texts: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Of gold: write the texts of the documents there.", show_default=False),
    ] = None,
    complete: Annotated[
        bool, typer.Option("--complete", help="Of gold: only documents of which every statement was reviewed.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Write the record for other programs, by two clocks: tables, event data, graphs, calendars, citations, gold.

    With --out and --json, what was written is told as JSON. Gold is what reviews accepted or corrected, by the guide.

    \b
    stateofplay export --format csv --table events --bom --out events.csv
    stateofplay export --format gexf --on 2025-09-01 --known 2025-09-01 --between KOR,JPN --out pair.gexf
    stateofplay export --format gold --texts texts/ > gold.jsonl
    """
    desk, form = desk_at(context), format_named(format)
    _refuse(form, out, texts, json=json)
    pieces = desk.export(
        format,
        on=day(on),
        known=day(known),
        between=pair(between, desk.actor),
        quotes=quotes,
        table=table,
        bom=bom,
        guard=guard,
        complete=complete,
    )
    receipt = _write(pieces, out)
    if json:
        print_json({"format": form.name, "media_type": form.media_type, "file": str(out), **receipt})
    elif out is not None:
        aside().print(f"{out}: {receipt['bytes']} bytes, sha256 {receipt['sha256']}")
    if form.name == "gold":
        _tell_gold(desk, known, texts, complete=complete)


def _refuse(form: Format, out: Path | None, texts: Path | None, *, json: bool) -> None:
    if form.binary and out is None and sys.stdout.isatty():
        raise YourInput(f"{form.name} is not for a terminal", mend="name a file with --out")
    if json and out is None:
        raise YourInput("--json tells what was written to a file", mend="name the file with --out")
    if texts is not None and form.name != "gold":
        raise YourInput("--texts belongs to --format gold", mend="leave it out")


def _write(pieces: Iterator[bytes], out: Path | None) -> dict[str, object]:
    """Write all pieces; a file appears only when it is whole. Returns how much that was, and its hash."""
    if out is None:
        return _copied(pieces, None)
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        receipt = _copied(pieces, part)
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)
    return receipt


def _copied(pieces: Iterator[bytes], path: Path | None) -> dict[str, object]:
    digest, size = hashlib.sha256(), 0
    with path.open("wb") if path else nullcontext(typer.get_binary_stream("stdout")) as file:
        for piece in pieces:
            digest.update(piece)
            size += len(piece)
            file.write(piece)
        file.flush()
    return {"bytes": size, "sha256": digest.hexdigest()}


def _tell_gold(desk: Desk, known: str | None, texts: Path | None, *, complete: bool) -> None:
    found = [one for one in desk.gold(day(known)) if not (complete and one.open)]
    if texts is not None:
        write_texts(found, texts)
    whole = sum(1 for one in found if not one.open)
    aside().print(f"{counted(len(found), 'document')} reviewed, {whole} of them in full")
