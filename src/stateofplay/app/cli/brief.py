"""`stateofplay brief`: a briefing on a pair of actors, in which every sentence carries its citation."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from stateofplay.app.cli.options import JsonOption, KnownOption, OnOption, day, desk_at
from stateofplay.app.cli.terminal import aside, counted, print_json
from stateofplay.brief.format import FORMS, Format, written


class Language(StrEnum):
    """What a briefing is written in."""

    EN = "en"
    ZH_HANT = "zh-Hant"


def brief(
    context: typer.Context,
    source: Annotated[str, typer.Argument(metavar="A", help="A state or actor, by id or name.")],
    target: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    on: OnOption = None,
    known: KnownOption = None,
    format: Annotated[
        Format | None,
        typer.Option(help="Form of the briefing, by default that of the ending of --out, else md.", show_default=False),
    ] = None,
    lang: Annotated[Language, typer.Option(help="Language of its sentences; quotes keep theirs.")] = Language.EN,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="Write it there instead of printing it.", show_default=False),
    ] = None,
    json: JsonOption = False,
) -> None:
    """Write a briefing on two actors: state of play, changes, promises, positions, forecasts, chronology, sources.

    Every sentence cites the statements that it rests on; quotes stand in the language of their source.

    \b
    stateofplay brief KOR CHN
    stateofplay brief 南韓 中國 --lang zh-Hant --on 2026-01-31 --out brief.docx
    stateofplay brief KOR USA --known 2025-12-31 --format html --out brief.html
    """
    desk = desk_at(context)
    form = format or format_of(out)
    if out is None and not json and not FORMS[form].text and sys.stdout.isatty():
        raise typer.BadParameter(f"{form.value} is no text: name a file", param_hint="--out")
    briefing = desk.brief(desk.actor(source), desk.actor(target), day(on), day(known), language=lang.value)
    if json:
        print_json(briefing.as_json())
    elif out is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(written(briefing, form))
    else:
        out.write_bytes(written(briefing, form))
        sentences, sources = counted(len(briefing.sentences), "sentence"), counted(len(briefing.notes), "source")
        aside().print(f"{out}: {sentences}, {sources}", markup=False)


def format_of(out: Path | None) -> Format:
    """The format that the ending of a file asks for; Markdown for any other."""
    ending = out.suffix.removeprefix(".").lower() if out else ""
    return Format(ending) if ending in set(Format) else Format.MD
