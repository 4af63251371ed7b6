"""`stateofplay disagreements`: acts that documents tell differently, each side with outlets and sentences."""

from collections.abc import Sequence
from itertools import islice
from typing import Annotated, Final

import typer
from rich.console import Console
from rich.markup import escape

from stateofplay.app.cli.options import (
    BetweenOption,
    JsonlOption,
    JsonOption,
    KnownOption,
    OnOption,
    day,
    desk_at,
    pair,
)
from stateofplay.app.cli.terminal import console, print_data
from stateofplay.board.disagreement import Disagreement, Side
from stateofplay.board.sentence import Sentence

_SHOWN: Final = 25
"""Disagreements that a terminal shows; data have no limit."""


def disagreements(
    context: typer.Context,
    on: OnOption = None,
    known: KnownOption = None,
    between: BetweenOption = None,
    limit: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Disagreements to show, by default 25, of data all.")
    ] = None,
    json: JsonOption = False,
    jsonl: JsonlOption = False,
) -> None:
    """List acts that documents tell differently: whether they happened, when, how much, or who acted on whom.

    Each side stands with its outlets, languages and sentences. Without --on all acts are shown.

    \b
    stateofplay disagreements --between KOR,USA
    stateofplay disagreements --known 2026-01-31 --jsonl
    """
    desk = desk_at(context)
    found = desk.disagreements(day(on), day(known), pair(between, desk.actor))
    if json or jsonl:
        print_data((one.as_json() for one in islice(found, limit)), lines=jsonl)
        return
    shown = found[: limit or _SHOWN]
    print_disagreements(shown, console())
    if len(shown) < len(found):
        console().print(f"and {len(found) - len(shown)} more: --limit shows more, --jsonl prints all")


def print_disagreements(found: Sequence[Disagreement], out: Console) -> None:
    """Every disagreement under what it is about, side by side."""
    for one in found:
        when = one.happened.iso if one.happened else "day not told"
        who = " ".join(one.source) + (f" → {' '.join(one.target)}" if one.target else "")
        out.print(f"[bold]{one.about}[/]  {one.type}  {who}  {when}  [dim]{one.id}[/]", highlight=False)
        out.print(f"  {one.why}", style="dim", highlight=False)
        for side in one.sides:
            print_side(side, out)
    if not found:
        out.print("no document tells an act differently from another, as far as the record shows")


def print_side(side: Side, out: Console) -> None:
    """What is said, and the sentences that say it, each with its outlet and language."""
    out.print(f"  [bold]{escape(side.says)}[/]", highlight=False)
    for sentence in side.sentences:
        out.print(f"    {escape(place(sentence))}", highlight=False)
        out.print(f"      {escape(sentence.quote)}", style="dim", highlight=False)


def place(sentence: Sentence) -> str:
    """Who published a sentence, in which language and when."""
    return f"{sentence.outlet}, {sentence.language}, {sentence.published or 'day not known'}"
