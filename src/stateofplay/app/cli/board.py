"""`stateofplay board`: the state of play on a day, as a matrix of states, or one relation opened to its events."""

import typer

from stateofplay.app.cli.board_table import print_board
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
from stateofplay.app.cli.relation_table import print_relations
from stateofplay.app.cli.terminal import console, print_data, print_json
from stateofplay.app.shape import board_shape, relation_shape


def board(
    context: typer.Context,
    on: OnOption = None,
    known: KnownOption = None,
    between: BetweenOption = None,
    json: JsonOption = False,
    jsonl: JsonlOption = False,
) -> None:
    """Show how states act toward each other on a day, by what had been published by another day.

    Without --on the day is the last on which a document of the record was published, since scores fade with time.

    \b
    stateofplay board
    stateofplay board --on 2025-09-01 --between KOR,JPN
    stateofplay board --on 2025-09-01 --known 2025-09-15 --json
    """
    desk = desk_at(context)
    two = pair(between, desk.actor)
    shown = desk.board(day(on), day(known))
    if two is None:
        if json:
            print_json(board_shape(shown))
        elif jsonl:
            print_data((relation.as_json() for relation in shown.relations), lines=True)
        else:
            print_board(shown, console())
        return
    relations = (shown[two], shown[two[1], two[0]])
    if json or jsonl:
        print_data((relation_shape(relation) for relation in relations), lines=jsonl)
    else:
        print_relations(shown, relations, console())
