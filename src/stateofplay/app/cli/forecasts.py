"""`stateofplay forecasts`: what others forecast, the rule that decides each, and what became of it."""

from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

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
from stateofplay.app.cli.ours import show_ours
from stateofplay.app.cli.terminal import console, print_data
from stateofplay.board.brier import Score, rank_from, scores_of
from stateofplay.board.foretold import STATUSES, Foretold

ByOption = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help="Only forecasts by whoever has NAME in their name.", show_default=False),
]
StatusOption = Annotated[
    str | None,
    typer.Option("--status", metavar="STATUS", help=f"Only those that are {', '.join(STATUSES)}.", show_default=False),
]
OursOption = Annotated[bool, typer.Option("--ours", help="Our own forecasts: what `forecast` and `replay` kept.")]
ScoreOption = Annotated[bool, typer.Option("--score", help="Print how good they were, by who made them.")]


def forecasts(
    context: typer.Context,
    on: OnOption = None,
    known: KnownOption = None,
    by: ByOption = None,
    status: StatusOption = None,
    score: ScoreOption = False,
    ours: OursOption = False,
    between: BetweenOption = None,
    json: JsonOption = False,
    jsonl: JsonlOption = False,
) -> None:
    """List forecasts found in documents: who said what how likely, and what became of it by events of the record.

    --score gives the mean Brier score, from 0 (best) to 1, of those that are resolved. --ours lists our own instead,
    and scores them beside three naive forecasts; what was replayed is scored by itself.

    \b
    stateofplay forecasts --status open
    stateofplay forecasts --on 2026-01-31 --known 2026-02-15 --jsonl
    stateofplay forecasts --score
    stateofplay forecasts --ours --score
    """
    if status is not None and status not in STATUSES:
        raise typer.BadParameter(f"{status!r} is none of {', '.join(STATUSES)}", param_hint="--status")
    desk = desk_at(context)
    if ours:
        show_ours(desk.issued(day(on), day(known), pair(between, desk.actor), status=status), score, json, jsonl)
        return
    found = desk.forecasts(day(on), day(known), by=by, status=status, between=pair(between, desk.actor))
    shown: tuple[Score | Foretold, ...] = scores_of(found) if score else found
    if json or jsonl:
        print_data((one.as_json() for one in shown), lines=jsonl)
    elif score:
        print_scores(scores_of(found), console())
    else:
        print_forecasts(found, console())


def print_forecasts(found: tuple[Foretold, ...], out: Console) -> None:
    """Every forecast with its status, range, rule, evidence and quote."""
    for one in found:
        resolved = f" {one.resolved}" if one.resolved else ""
        out.print(f"[bold]{one.status}[/]{resolved}  {escape(line(one))}", highlight=False)
        if one.rule:
            out.print(f"  {escape(one.rule.words)}", highlight=False)
        if one.premise:
            out.print(f"  if: {escape(one.premise)}", highlight=False)
        for why in one.why:
            out.print(f"  {escape(why)}", style="dim", highlight=False)
        if one.evidence:
            out.print(f"  told by {' '.join(one.evidence)}", style="dim", highlight=False)
        out.print(f"    {escape(one.quote)}", style="dim", highlight=False)
    if not found:
        out.print("nothing here yet")


def line(one: Foretold) -> str:
    """Who said it when, how likely, and the statement that does."""
    when = one.published.iso if one.published else "day not known"
    return f"{when}  {one.by or 'unnamed'}  {one.likelihood} {one.low:.0%}-{one.high:.0%}  {one.statement}"


def print_scores(scores: tuple[Score, ...], out: Console) -> None:
    """A table of mean Brier scores with their numbers; who has too few is listed without a rank."""
    if not scores:
        out.print("nothing resolved yet")
        return
    table = Table("by", "n", "Brier", "came true", "always that share", "rank")
    for place, score in enumerate(scores):
        rank = str(place) if score.ranked else "" if not score.by else f"none under {rank_from()}"
        figures = (str(score.n), f"{score.mean:.3f}", str(score.came_true), f"{score.constant:.3f}")
        table.add_row(escape(score.by) or "all", *figures, rank)
    out.print(table)
    out.print(
        "Brier: mean of (middle of the range - outcome)², 0 best, 1 worst, 0.25 for always saying 50 %", style="dim"
    )
