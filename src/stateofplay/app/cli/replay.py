"""`stateofplay replay`: what would have been forecast day by day from what was known then, and how good it was."""

from typing import Annotated

import typer

from stateofplay.app.cli.options import (
    JsonlOption,
    JsonOption,
    KnownOption,
    WithinOption,
    day,
    desk_at,
    length,
    lengths,
    pair,
)
from stateofplay.app.cli.ours import print_scores
from stateofplay.app.cli.terminal import console, print_data, print_json
from stateofplay.forecast.graph import Data
from stateofplay.forecast.scoring import scores_of


def replay(
    context: typer.Context,
    first: Annotated[str, typer.Argument(metavar="FROM", help="First day to forecast on.")],
    last: Annotated[str, typer.Argument(metavar="TO", help="Last day to forecast on.")],
    every: Annotated[str, typer.Option(metavar="DAYS", help="Days from one forecast to the next: 7d, 1d, 4w.")] = "7d",
    pairs: Annotated[
        list[str] | None,
        typer.Option("--pair", metavar="A,B", help="Two actors, asked both ways; by default those at the board."),
    ] = None,
    within: WithinOption = "7d,30d,90d",
    data: Annotated[
        Data, typer.Option(help="Events that count: told by sentences, of imported data, or both.")
    ] = Data.BOTH,
    keep: Annotated[bool, typer.Option("--keep", help="Keep the forecasts in the record, marked as replayed.")] = False,
    known: KnownOption = None,
    json: JsonOption = False,
    jsonl: JsonlOption = False,
) -> None:
    """Forecast day by day as it would have been, without a look ahead, and score that beside three naive forecasts.

    On each day only what had happened and been published by that day is looked at; --known bounds what decides the
    outcomes. --jsonl prints every forecast with its outcome, --json the scores.

    \b
    stateofplay replay 2025-09-01 2025-12-31 --pair KOR,JPN --pair KOR,USA
    stateofplay replay 2025-09-01 2025-12-31 --every 1d --within 7d --json
    """
    desk = desk_at(context)
    found = desk.replay(
        first,
        last,
        day(known),
        every=length(every, "--every"),
        pairs=[both for text in pairs or () if (both := pair(text, desk.actor, "--pair"))],
        within=lengths(within),
        data=data,
        keep=keep,
    )
    if jsonl:
        print_data((entry.as_json() for entry in found), lines=True)
    elif json:
        print_json([scores.as_json() for scores in scores_of(found)])
    else:
        print_scores(scores_of(found), console())
