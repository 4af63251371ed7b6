"""The matrix: what a cell says by sign, mark and colour, and what it leaves out where there is no room."""

from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from rich.console import Console

from stateofplay.app.cli.board_table import board_actors, fitting, print_board, score, signed, style
from stateofplay.board.relation import Relation

RELATION = Relation(
    source="KOR",
    target="JPN",
    on=date(2025, 9, 1),
    score=1.26,
    low=-3.0,
    high=5.5,
    trend={30: 0.6, 90: 0.0},
    direction="rising",
    count=2,
    tellings=5,
    sources=3,
    few_sources=False,
    evidence=lambda: (),
)


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        ({}, "+1.3↑ "),
        ({"direction": "falling", "score": -7.0}, "-7.0↓ "),
        ({"direction": "steady"}, "+1.3  "),
        ({"few_sources": True}, "+1.3↑?"),
        ({"score": -0.01, "direction": "steady"}, "0.0  "),
        ({"count": 0}, "·  "),
    ],
)
def test_a_cell(change, shown):
    assert score(replace(RELATION, **change)).plain == shown


@pytest.mark.parametrize(
    ("value", "shown"), [(0.0, "0.0"), (-0.04, "0.0"), (0.05, "+0.1"), (-3.14, "-3.1"), (10, "+10.0")]
)
def test_no_sign_at_zero(value, shown):
    assert signed(value) == shown


def test_cooperation_and_conflict_differ_in_colour_and_strength_in_weight():
    assert style(0.0) == "default"
    assert len({style(1), style(-1), style(5), style(-5)}) == 4
    assert "bold" in style(5)
    assert "bold" not in style(1)
    assert not any(colour in style(value) for value in (1, -1, 5, -5) for colour in ("red", "green"))


def test_actors_stand_in_the_order_of_the_region(full_desk):
    actors = board_actors(full_desk.board(on="2025-09-01"))
    assert set(actors) == {"KOR", "JPN", "USA", "PRK"}
    assert actors.index("KOR") < actors.index("USA")


def test_actors_outside_the_region_are_shown_where_there_are_no_others(desk, tmp_path):
    path = tmp_path / "far.txt"
    path.write_text("date 2025-08-24\n\nAID NOR>MLI on 2025-08-23 occurred.\n", encoding="utf-8")
    desk.read([path])
    assert set(board_actors(desk.board())) == {"NOR", "MLI"}


def test_a_narrow_terminal_keeps_the_weightiest(full_desk):
    board = full_desk.board(on="2025-09-01")
    assert fitting(board, board_actors(board), 1000) == board_actors(board)
    assert set(fitting(board, board_actors(board), 45)) == set(board.actors[:2])


@pytest.mark.parametrize("width", [40, 60, 80, 160])
def test_no_line_is_cut(full_desk, width):
    out = Console(file=StringIO(), width=width, highlight=False)
    print_board(full_desk.board(on="2025-09-01"), out)
    text = out.file.getvalue()
    assert max(map(len, text.splitlines())) <= width
    matrix = text[text.index("acts toward") : text.index("deepest")]
    assert "…" not in matrix
    assert ("wider terminal" in " ".join(text.split())) == (width < 55)


def test_no_colour_where_there_is_no_terminal(full_desk):
    out = Console(file=StringIO(), width=100)
    print_board(full_desk.board(on="2025-09-01"), out)
    assert "\x1b" not in out.file.getvalue()
