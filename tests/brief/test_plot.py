"""A plot stays inside its frame."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from stateofplay.board.relation import Point
from stateofplay.brief.plot import Frame, months

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)
FRAME = Frame(left=10, top=20, width=100, height=200, first=FIRST, last=LAST)


def test_corners():
    assert (FRAME.x(FIRST), FRAME.x(LAST)) == (10, 110)
    assert (FRAME.y(10), FRAME.y(0), FRAME.y(-10)) == (20, 120, 220)


@given(st.dates(), st.floats(allow_nan=False))
def test_nothing_is_outside(day, score):
    assert 10 <= FRAME.x(day) <= 110
    assert 20 <= FRAME.y(score) <= 220


def test_a_frame_of_one_day_is_no_division_by_zero():
    assert Frame(left=0, top=0, width=9, height=9, first=FIRST, last=FIRST).x(FIRST) == 0


def test_paths():
    points = [Point(on=FIRST, score=0, low=-10, high=10), Point(on=LAST, score=5, low=0, high=10)]
    assert FRAME.line(points) == "M10 120L110 70"
    assert FRAME.band(points) == "M10 20L110 20L110 120L10 220Z"
    assert (FRAME.line([]), FRAME.band([])) == ("", "")


@given(st.dates(date(1950, 1, 1), date(2026, 1, 1)), st.integers(0, 20000))
def test_months_are_few_inside_and_evenly_apart(first, days):
    last = first + timedelta(days=days)
    found = months(first, last)
    assert len(found) <= 9
    assert all(first <= day <= last and day.day == 1 for day in found)
    steps = {(b.year - a.year) * 12 + b.month - a.month for a, b in pairwise(found)}
    assert len(steps) <= 1


def test_a_year_has_its_months_two_apart():
    assert [day.month for day in months(FIRST, LAST)] == [1, 3, 5, 7, 9, 11]
