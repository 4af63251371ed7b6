"""`stateofplay export`: the record in a form that others read; so far as gold for `evaluate`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from stateofplay.app.cli.options import JsonOption, KnownOption, RecordOption, day, desk_at
from stateofplay.app.cli.terminal import aside, counted, print_data
from stateofplay.app.gold import write_texts


class Format(StrEnum):
    """What the record is written as."""

    GOLD = "gold"


def export(
    context: typer.Context,
    format: Annotated[Format, typer.Option(help="Form of what is written.")] = Format.GOLD,
    texts: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Write the texts of the documents there too.", show_default=False),
    ] = None,
    complete: Annotated[
        bool, typer.Option("--complete", help="Only documents of which every statement was reviewed.")
    ] = False,
    known: KnownOption = None,
    record: RecordOption = None,
    json: JsonOption = False,
) -> None:
    """Write what was accepted or corrected as gold: one line of JSON per statement, by the guide.

    With the texts, anybody can hold a reader to it. Recall means something where a document is complete: every
    statement reviewed, and those that the reader missed added to the file by hand.

    \b
    stateofplay export --format gold --texts texts/ > gold.jsonl
    stateofplay evaluate gold.jsonl --text texts/
    """
    del format
    found = [one for one in desk_at(context, record).gold(day(known)) if not (complete and one.open)]
    print_data((line for one in found for line in one.lines), lines=not json)
    if texts is not None:
        write_texts(found, texts)
    whole = sum(1 for one in found if not one.open)
    aside().print(f"{counted(len(found), 'document')} reviewed, {whole} of them in full")
