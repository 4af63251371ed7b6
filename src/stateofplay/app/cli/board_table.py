"""The board in a terminal: row acts toward column; sign, colour and mark say the same thing, each by itself."""

from typing import Final

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from stateofplay.app.readers import REGION
from stateofplay.board.board import Board
from stateofplay.board.relation import Relation
from stateofplay.knowledge.actor import display
from stateofplay.knowledge.region_files import region_file

LANGUAGE: Final = "en"
"""Language of the terminal's words."""

_MARKS: Final = {"rising": "↑", "falling": "↓", "steady": " "}
_HEAD_WIDTH: Final = 22
_CELL_WIDTH: Final = 9
_ZERO: Final = 0.05
_STRONG: Final = 2.0
_STRONGEST: Final = 8


def print_board(board: Board, out: Console, *, strongest: int = _STRONGEST) -> None:
    """Print the matrix of the region's actors, its legend, and the relations furthest from 0."""
    actors = board_actors(board)
    out.print(title(board))
    if not actors:
        out.print("No relation has an event by this day. Read more documents, or show a later day with --on.")
        return
    shown = fitting(board, actors, out.width)
    out.print(matrix(board, shown))
    if len(shown) < len(actors):
        hidden = len(actors) - len(shown)
        out.print(f"{hidden} more states or actors need a wider terminal; --json prints all", style="dim")
    out.print(legend(board))
    if strongest:
        out.print()
        out.print(strongest_table(board, strongest))
    source, target = board.relations[0].source, board.relations[0].target
    out.print(f"Open a relation: stateofplay board --on {board.on} --between {source},{target}", style="dim")


def board_actors(board: Board) -> tuple[str, ...]:
    """Actors of the matrix: those of the region that stand in a relation, in the region's order.

    Where none of them does, whichever eight actors have the weightiest events.
    """
    standing = set(board.actors)
    # The region's own list alone: its persons and offices take longer to read than the board to compute.
    listed = tuple(region_file(REGION)["actors"])
    return tuple(actor for actor in listed if actor in standing) or board.actors[:8]


def fitting(board: Board, actors: tuple[str, ...], width: int) -> tuple[str, ...]:
    """As many of `actors` as a matrix of `width` columns has room for: the weightiest, in the order given."""
    room = max((width - _HEAD_WIDTH) // _CELL_WIDTH, 2)
    weightiest = [actor for actor in board.actors if actor in actors][:room]
    return tuple(actor for actor in actors if actor in weightiest)


def title(board: Board) -> Text:
    """Which day is shown, and by what knowledge."""
    known = f"as published by {board.known}" if board.known else "as published so far"
    return Text.assemble(("State of play ", "bold"), (f"on {board.on}", "bold"), f", {known}")


def matrix(board: Board, actors: tuple[str, ...]) -> Table:
    """Scores of all pairs of `actors`: row toward column."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("acts toward →", no_wrap=True)
    for actor in actors:
        table.add_column(actor, justify="right", no_wrap=True)
    for source in actors:
        table.add_row(_name(source), *(_cell(board, source, target) for target in actors))
    return table


def legend(board: Board) -> Text:
    """What the cells mean."""
    days, steady = board.weights.trend_days[0], board.weights.steady_below
    return Text.assemble(
        ("+10", style(10)),
        " deepest cooperation … ",
        ("-10", style(-10)),
        f" worst conflict; ↑ ↓ moved by {steady:g} or more in {days} days; "
        f"? fewer than {board.weights.few_sources} sources; · no event",
        style="dim",
    )


def strongest_table(board: Board, many: int) -> Table:
    """The relations furthest from 0, with band and how much stands behind them."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, title="Furthest from 0", title_justify="left")
    for head in ("relation", "score", "band", "trend", "events", "sources"):
        table.add_column(head, justify="left" if head == "relation" else "right", no_wrap=True)
    for relation in board.relations[:many]:
        table.add_row(
            f"{relation.source} → {relation.target}",
            score(relation),
            f"{signed(relation.low)} … {signed(relation.high)}",
            trend(board, relation),
            str(relation.count),
            str(relation.sources),
        )
    return table


def score(relation: Relation) -> Text:
    """A score with its sign, its colour, the mark of its trend, and a question mark where sources are few."""
    if not relation.count:
        return Text("·  ", style="dim")
    doubt = "?" if relation.few_sources else " "
    return Text(f"{signed(relation.score)}{_MARKS[relation.direction]}{doubt}", style=style(relation.score))


def trend(board: Board, relation: Relation) -> str:
    """Change of the score against the first of the published spans of days."""
    days = board.weights.trend_days[0]
    return f"{signed(relation.trend[days])} in {days} d"


def signed(value: float) -> str:
    """A number with its sign and one digit; no sign where it rounds to 0."""
    return f"{value:+.1f}" if abs(value) >= _ZERO else "0.0"


def style(value: float) -> str:
    """Blue for cooperation, orange for conflict: told apart also by who cannot tell red from green. Strong is bold."""
    if abs(value) < _ZERO:
        return "default"
    colour = "dodger_blue2" if value > 0 else "dark_orange"
    return f"bold {colour}" if abs(value) >= _STRONG else colour


def _name(actor: str) -> Text:
    shown = display(actor, LANGUAGE)
    return Text.assemble((actor, "bold"), "" if shown == actor else f" {shown}")


def _cell(board: Board, source: str, target: str) -> Text:
    return Text("") if source == target else score(board[source, target])
