"""`stateofplay promises`: who promised what to whom and what became of it, each step with the sentence behind it."""

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
from stateofplay.board.promise import Promise, Step

_SHOWN: Final = 25
"""Promises that a terminal shows; data have no limit."""


def promises(
    context: typer.Context,
    on: OnOption = None,
    known: KnownOption = None,
    between: BetweenOption = None,
    limit: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Promises to show, by default 25, of data all.")
    ] = None,
    json: JsonOption = False,
    jsonl: JsonlOption = False,
) -> None:
    """List promises and deals, each with its life: offered, agreed, in force, kept, delayed, breached, reversed.

    Without --on each is shown as it was last told. The one on whose matter something was done last stands first.

    \b
    stateofplay promises --between KOR,USA
    stateofplay promises --on 2025-09-01 --known 2025-09-15 --jsonl
    """
    desk = desk_at(context)
    found = desk.promises(day(on), day(known), pair(between, desk.actor))
    if json or jsonl:
        print_data((promise.as_json() for promise in islice(found, limit)), lines=jsonl)
        return
    shown = found[: limit or _SHOWN]
    print_promises(shown, console())
    if len(shown) < len(found):
        console().print(f"and {len(found) - len(shown)} more: --limit shows more, --jsonl prints all")


def print_promises(found: Sequence[Promise], out: Console) -> None:
    """Every promise under its state and parties, with a line and a quote for each step."""
    for promise in found:
        deal = f"  [dim]{promise.deal}[/]" if promise.deal else ""
        out.print(f"[bold]{promise.state}[/]  {' – '.join(promise.parties)}{deal}  [dim]{promise.id}[/]")
        for step in promise.steps:
            out.print(f"  {line(step)}", highlight=False)
            out.print(f"    {escape(step.quote)}", style="dim", highlight=False)
    if not found:
        out.print("nothing here yet")


def line(step: Step) -> str:
    """A step in one line: day, state, who to whom, amount, and how many documents tell it."""
    when = step.happened.iso if step.happened else f"told {step.said}" if step.said else "day not told"
    who = ", ".join(step.by) + (" → " + ", ".join(step.toward) if step.toward != step.by else "")
    amount = f"  {step.amount:,.15g} {step.unit}" if step.amount is not None else ""
    told = f"  {len(step.documents)} documents" if len(step.documents) > 1 else ""
    return f"{when}  {step.state}  {who}{amount}{told}"
