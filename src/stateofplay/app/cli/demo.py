"""`stateofplay demo`: the bundled dossier from documents to the board in one command, offline."""

from importlib.resources import as_file
from itertools import islice
from typing import Annotated, Final

import typer
from rich.console import Console

from stateofplay.app.cli.asked import asked_of
from stateofplay.app.cli.board_table import print_board
from stateofplay.app.cli.options import desk_at
from stateofplay.app.cli.read import tell
from stateofplay.app.cli.relation_table import head, print_event
from stateofplay.app.cli.serve import PortOption, open_site
from stateofplay.app.cli.terminal import ReadingProgress, console
from stateofplay.app.web.serve import PORT
from stateofplay.board.board import Board
from stateofplay.board.relation import Relation
from stateofplay.knowledge.table import data

_OPENED: Final = 2
_EVENTS: Final = 2


def demo(
    context: typer.Context,
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Open the web app, or stop before.")] = True,
    port: PortOption = PORT,
) -> None:
    """Read the bundled dossier, show the board, and open the web app.

    The dossier is our own prose about public events from December 2024 to February 2026, in five language variants.
    It goes into the record (by default ./record); reading it again adds nothing.

    \b
    stateofplay demo --no-serve
    """
    asked = asked_of(context)
    out = console()
    desk = desk_at(context, create=True)
    with as_file(data("demo", "dossier")) as dossier, ReadingProgress() as progress:
        report = desk.read([dossier], progress=progress)
    tell(report, out, asked.record)
    board = desk.board()
    out.print()
    print_board(board, out, strongest=0)
    print_strongest(board, out)
    if serve:
        open_site(asked, port)


def print_strongest(board: Board, out: Console) -> None:
    """Print the warmest and the coldest relations, each with the events that move it most and a sentence for each."""
    for relation in strongest(board):
        out.print()
        out.print(head(board, relation), soft_wrap=True)
        for weighed in relation.events[:_EVENTS]:
            print_event(weighed, out)


def strongest(board: Board) -> list[Relation]:
    """The two highest relations and the two lowest, one direction of a pair only."""
    by_score = sorted(board.relations, key=lambda relation: -relation.score)
    chosen: dict[frozenset[str], Relation] = {}
    for ordered in (by_score, by_score[::-1]):
        fresh = (r for r in ordered if frozenset((r.source, r.target)) not in chosen)
        for relation in islice(fresh, _OPENED):
            chosen[frozenset((relation.source, relation.target))] = relation
    return list(chosen.values())
