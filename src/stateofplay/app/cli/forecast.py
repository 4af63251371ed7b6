"""`stateofplay forecast`: what is forecast of an actor, kept in the record to be judged by later events."""

from typing import Annotated

import typer

from stateofplay.app.cli.options import (
    JsonlOption,
    JsonOption,
    OnOption,
    WithinOption,
    day,
    desk_at,
    lengths,
)
from stateofplay.app.cli.ours import print_issued
from stateofplay.app.cli.terminal import console, print_data
from stateofplay.forecast.graph import Data


def forecast(
    context: typer.Context,
    source: Annotated[str, typer.Argument(metavar="A", help="A state or actor, by id or name.")],
    toward: Annotated[
        str | None, typer.Option("--toward", metavar="B", help="Only what A does toward B.", show_default=False)
    ] = None,
    within: WithinOption = "7d,30d,90d",
    data: Annotated[
        Data, typer.Option(help="Events that count: told by sentences, of imported data, or both.")
    ] = Data.BOTH,
    on: OnOption = None,
    json: JsonOption = False,
    jsonl: JsonlOption = False,
) -> None:
    """Keep in the record what `next` forecasts of A, with day, data state, model version and the rule that decides it.

    Only what was published by --on is looked at. The same forecast made again is kept once. `forecasts --ours` shows
    what became of all. Made for a day after which the record holds documents, it is marked as replayed: it does not
    look at them, but you may have.

    \b
    stateofplay forecast KOR --toward JPN
    stateofplay forecast CHN --within 30d --jsonl
    """
    found = desk_at(context).forecast(source, toward, day(on), within=lengths(within), data=data)
    if json or jsonl:
        print_data((one.as_json() for one in found), lines=jsonl)
    else:
        print_issued(found, console())
