"""`stateofplay positions`: who stands where on which issue, as a table with blanks, or one row or column opened."""

from typing import Annotated, Final

import typer
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from stateofplay.app.cli.board_table import LANGUAGE
from stateofplay.app.cli.options import (
    JsonlOption,
    JsonOption,
    KnownOption,
    OnOption,
    day,
    desk_at,
)
from stateofplay.app.cli.terminal import console, counted, print_data, print_json
from stateofplay.app.readers import REGION
from stateofplay.board.position import CONTRADICTORY, Position, Positions, Stand
from stateofplay.board.positions import issue_title
from stateofplay.knowledge.actor import display
from stateofplay.knowledge.region import Region, merged

_MARKS: Final = {"for": "+", "against": "-", "conditional": "if", "ambiguous": "~", CONTRADICTORY: "+/-"}
_ISSUE_WIDTH: Final = 40
_CELL_WIDTH: Final = 6


def positions(
    context: typer.Context,
    actor: Annotated[
        str | None, typer.Option("--actor", metavar="A", help="One state or actor, by id or name.", show_default=False)
    ] = None,
    issue: Annotated[
        str | None, typer.Option("--issue", metavar="I", help="One issue, by id or title.", show_default=False)
    ] = None,
    on: OnOption = None,
    known: KnownOption = None,
    json: JsonOption = False,
    jsonl: JsonlOption = False,
) -> None:
    """Show who stands where on which issue; what nobody has said is left blank.

    With --actor or --issue each position is opened to its sentences and to what was said before.
    Without --on each is shown as it was last told.

    \b
    stateofplay positions --on 2025-09-01
    stateofplay positions --actor KOR --issue "Japan–Korea relations"
    """
    table = desk_at(context).positions(day(on), day(known), actor=actor, issue=issue)
    if jsonl:
        print_data((position.as_json() for position in table), lines=True)
    elif json:
        print_json(table.as_json())
    else:
        print_positions(table, console(), opened=bool(actor or issue))


def print_positions(table: Positions, out: Console, *, opened: bool) -> None:
    """The table as a matrix, or each position with its sentences and history where `opened`."""
    region = merged(REGION, "world")
    if not table:
        out.print("nobody is known to have said anything on this")
    elif opened:
        for position in table:
            print_position(position, region, out)
    else:
        _print_matrix(table, region, out)


def print_position(position: Position, region: Region, out: Console) -> None:
    """A position: who, on what, the stands of the latest day and then the earlier ones, each with a sentence."""
    title = issue_title(position.issue, region, LANGUAGE)
    changed = "  changed" if position.changed else ""
    out.print(
        f"[bold]{escape(display(position.holder, LANGUAGE))} ({position.holder})[/]  {escape(title)}  "
        f"[bold]{position.stance}[/]{changed}  [dim]{position.issue}[/]",
        highlight=False,
    )
    for stand in (*position.stands, *position.history):
        out.print(f"  {stand_line(stand, region)}", highlight=False)
        out.print(f"    {escape(stand.sentences[0].quote)}", style="dim", highlight=False)


def stand_line(stand: Stand, region: Region) -> str:
    """A stand in one line: day, stance, who takes it in which office, who says so, and how many sentences."""
    when = f"told of before {stand.day or 'an unknown day'}" if stand.former else str(stand.day or "day not known")
    who = f"  {stand.name}{_office(stand, region)}" if stand.name else ""
    under = f"  under {region.person(stand.under).name}" if stand.under and stand.under != stand.person else ""
    by = f"  as told by {stand.said_by}" if stand.said_by else ""
    many = f"  {counted(len(stand.sentences), 'sentence')}" if len(stand.sentences) > 1 else ""
    return escape(f"{when}  {stand.stance}{who}{under}{by}{many}")


def _office(stand: Stand, region: Region) -> str:
    """What the person was on that day; nothing for a stand of an earlier time, of which no day is known."""
    titles = [region.office(office).title(LANGUAGE) for office in stand.offices]
    return "" if stand.former else f", {', '.join(titles) or 'in no office that is known'}"


def _print_matrix(table: Positions, region: Region, out: Console) -> None:
    shown = table.actors[: max((out.width - _ISSUE_WIDTH) // _CELL_WIDTH, 1)]
    grid = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    grid.add_column("issue", max_width=_ISSUE_WIDTH)
    for actor in shown:
        grid.add_column(actor, justify="center", no_wrap=True)
    for issue in table.issues:
        cells = (_cell(table.at(actor, issue)) for actor in shown)
        grid.add_row(escape(issue_title(issue, region, LANGUAGE)), *cells)
    out.print(grid)
    out.print(
        "+ for   - against   if on conditions   ~ ambiguous   +/- the same day tells both   * was another before   "
        "blank: nobody has said",
        style="dim",
    )
    if hidden := len(table.actors) - len(shown):
        out.print(f"{counted(hidden, 'more state or actor')} need a wider terminal; --json prints all", style="dim")


def _cell(position: Position | None) -> str:
    if position is None:
        return ""
    return _MARKS[position.stance] + ("*" if position.changed else "")
