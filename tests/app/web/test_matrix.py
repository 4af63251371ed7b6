"""The matrix shows every relation that rests on an event, and says of the others that there is none."""

import pytest

from stateofplay.app.web.matrix import matrix_of, scale, step


@pytest.mark.parametrize(
    ("score", "shade"),
    [(0, "zero"), (0.24, "zero"), (0.25, "p1"), (-0.25, "n1"), (1, "p2"), (-2, "n3"), (3.5, "p4"), (-10, "n4")],
)
def test_shades(score, shade):
    assert step(score) == shade


def test_the_scale_rises():
    assert list(scale().steps) == sorted(set(scale().steps))
    assert len(scale().steps) == 4


def test_relations_and_gaps(desk):
    board = desk.board("2025-11-20")
    matrix = matrix_of(board.relations, board.actors)
    assert set(matrix.actors) == {"KOR", "JPN", "CHN"}
    assert matrix.cell("KOR", "JPN").score > 0 > matrix.cell("CHN", "JPN").score
    assert matrix.cell("JPN", "CHN") is None
    assert matrix.cell("KOR", "CHN") is None


def test_what_is_left_out_is_counted(desk, monkeypatch):
    monkeypatch.setattr("stateofplay.app.web.matrix.scale", lambda: type("Two", (), {"actors": 2})())
    board = desk.board("2025-11-20")
    assert (len(matrix_of(board.relations, board.actors).actors), matrix_of(board, board.actors).hidden) == (2, 1)
    assert matrix_of(board.relations, board.actors, whole=True).hidden == 0
