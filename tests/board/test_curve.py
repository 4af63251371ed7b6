"""A curve is the relation's score day by day: the same numbers as the boards of those days."""

from datetime import date, timedelta

import pytest

from stateofplay.errors import YourInput

FIRST, LAST = date(2025, 8, 1), date(2025, 9, 1)


@pytest.fixture
def board(fold, told):
    claims = [
        told.event("CONSULT", "KOR", "JPN", "2025-08-23"),
        told.event("SANCTION", "JPN", "KOR", "2025-08-10"),
        told.event("CONSULT", "USA", "JPN", "2025-08-12"),
    ]
    return fold([told.reading(*claims), told.reading(claims[0], publisher="Times")])


def test_every_point_is_the_board_of_its_day(board, fold):
    for point in board.curve("JPN", "KOR", FIRST, LAST):
        relation = fold([], on=point.on.isoformat())["JPN", "KOR"]
        assert (point.score, point.low, point.high) == pytest.approx((relation.score, relation.low, relation.high))


def test_every_day_is_there_when_there_is_room(board):
    days = [point.on for point in board.curve("JPN", "KOR", FIRST, LAST)]
    assert days == [FIRST + timedelta(days=number) for number in range(32)]


@pytest.mark.parametrize("points", [2, 5, 10, 31, 32])
def test_never_more_points_than_asked_for_and_the_last_day_is_one(board, points):
    days = [point.on for point in board.curve("JPN", "KOR", FIRST, LAST, points=points)]
    assert len(days) <= points
    assert days[-1] == LAST
    assert days == sorted(set(days))


def test_nothing_moves_before_it_happened(board):
    scores = {point.on: point.score for point in board.curve("JPN", "KOR", FIRST, LAST)}
    assert scores[date(2025, 8, 9)] == 0.0
    assert scores[date(2025, 8, 10)] == pytest.approx(-2.0)
    assert scores[date(2025, 8, 23)] > scores[date(2025, 8, 22)]


def test_a_relation_without_events_is_a_flat_line(board):
    assert {point.score for point in board.curve("RUS", "PRK", FIRST, LAST)} == {0.0}


@pytest.mark.parametrize(("first", "last", "points"), [(LAST, FIRST, 10), (FIRST, LAST, 1)])
def test_a_curve_that_cannot_be_is_refused(board, first, last, points):
    with pytest.raises(YourInput, match="no curve"):
        board.curve("JPN", "KOR", first, last, points=points)


def test_one_day_is_a_curve_of_one_point(board):
    (point,) = board.curve("JPN", "KOR", LAST, LAST)
    assert point.as_json() == {
        "on": "2025-09-01",
        "score": round(point.score, 3),
        "low": round(point.low, 3),
        "high": round(point.high, 3),
    }
