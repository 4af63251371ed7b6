"""`stateofplay read`: documents into the record, with what was new, and every file that stayed unread and why."""

import os
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape

from stateofplay.app.cli.options import JsonOption, SetOption, desk_at, reader_asked
from stateofplay.app.cli.terminal import ReadingProgress, aside, console, counted, print_json
from stateofplay.app.read_report import ReadReport
from stateofplay.app.readers import READER, REGION
from stateofplay.day import Day


def read(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, globs, URLs or feeds.")],
    published: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="Publication day of documents that do not tell theirs.", show_default=False),
    ] = None,
    region: Annotated[str, typer.Option(metavar="NAME", help="Region whose names are known.")] = REGION,
    reader: Annotated[str, typer.Option(metavar="NAME", help="Who reads.")] = READER,
    set: SetOption = None,
    allow_private: Annotated[bool, typer.Option("--allow-private", help="Fetch from your own network too.")] = False,
    json: JsonOption = False,
) -> None:
    """Read documents into the record. What is there already adds nothing; originals are never changed.

    Exit code 0: all read. 3: some could not be read; each is named. 2: none could.

    \b
    stateofplay read articles/
    stateofplay read notes.txt --published 2025-09-01
    stateofplay read https://example.org/feed.xml
    stateofplay read articles/ --reader llm --set url=http://localhost:11434/v1 --set model=NAME --set requests=200
    """
    day = _published(published)
    desk = desk_at(context, create=True)
    with ReadingProgress() as progress:
        report = desk.read(
            paths,
            published=day,
            region=region,
            reader=reader_asked(reader, set),
            allow_private=allow_private,
            progress=progress,
            processes=os.cpu_count() or 1,
        )
    if json:
        print_json(report_shape(report))
    else:
        tell(report, console(), desk.record.folder)
        if report.added.documents and day is None:
            hint_at_days(desk.record.document_table()["published_last"].null_count)
    raise typer.Exit(report.exit_code)


def report_shape(report: ReadReport) -> dict[str, Any]:
    """A report as JSON."""
    return {
        "documents": {"new": report.added.documents, "known": report.added.known},
        "statements": {"new": report.added.statements},
        "told": list(report.told),
        "unread": [
            {"path": item.path, "error": item.error, "why": item.why, "mend": item.mend} for item in report.unread
        ],
    }


def tell(report: ReadReport, out: Console, folder: Path) -> None:
    """Print a report: what was new, then every file that stayed unread."""
    added = report.added
    out.print(
        f"{counted(added.documents, 'new document')} with {counted(added.statements, 'statement')}, "
        f"{added.known} known before, "
        f"{len(report.unread)} unread; record: {escape(str(folder))}",
        soft_wrap=True,
    )
    for line in report.told:
        aside().print(escape(line), soft_wrap=True)
    for item in report.unread:
        mend = f" ({item.mend})" if item.mend else ""
        aside().print(f"unread: {escape(item.path)}: {escape(item.why + mend)}", soft_wrap=True)


def hint_at_days(missing: int) -> None:
    """Say how many documents of the record tell no publication day, and what to do; nothing where all tell theirs."""
    if missing:
        told = "1 document tells" if missing == 1 else f"{missing} documents tell"
        aside().print(f"{told} no publication day: to give it, read again with --published DAY", soft_wrap=True)


def _published(text: str | None) -> Day | None:
    try:
        return Day.parse(text) if text else None
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--published") from error
