"""A moment knows the days around it, and its strip holds each of them once."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request

from stateofplay.app.web.moment import Moment, moment_of, strip_of
from stateofplay.app.web.visit import visit_of


def visit(query: str):
    scope = {"type": "http", "method": "GET", "path": "/", "query_string": query.encode(), "headers": []}
    return visit_of(Request(scope))


def moment(on: str, *days: str) -> Moment:
    listed = tuple(sorted(date.fromisoformat(day) for day in days))
    return Moment(on=date.fromisoformat(on), known=None, last=date(2026, 2, 9), days=listed)


def test_the_last_day_of_the_record_is_shown_first(desk):
    found = moment_of(desk, visit(""))
    assert found.on == found.last == date(2025, 11, 16)
    assert (found.before, found.after) == (date(2025, 11, 13), None)


def test_days_of_what_is_planned_denied_or_supposed_do_not_count(desk):
    assert set(moment_of(desk, visit("")).days) == {date(2025, 8, 23), date(2025, 11, 13)}


def test_by_a_knowledge_date_only_what_was_published(desk):
    found = moment_of(desk, visit("known=2025-09-01"))
    assert (found.on, found.days) == (date(2025, 8, 24), (date(2025, 8, 23),) * 2)


def test_before_anything_was_published_the_day_asked_for_is_shown(desk):
    found = moment_of(desk, visit("known=2020-01-01"))
    assert (found.on, found.first) == (date(2020, 1, 1), None)


def test_neighbours():
    found = moment("2025-08-23", "2025-08-01", "2025-08-23", "2025-09-01")
    assert (found.before, found.after) == (date(2025, 8, 1), date(2025, 9, 1))
    assert moment("2025-01-01").before is None


def test_the_strip_stands_where_its_day_is_and_looks_half_a_year_ahead():
    strip = strip_of(moment("2025-06-01", "2025-06-01", "2025-06-01", "2025-11-20", "2026-01-20", "2010-01-01"))
    assert [bar.count for bar in strip.bars] == [2, 1]
    assert strip.bars[0].x <= strip.now <= strip.bars[0].x + strip.bars[0].width
    assert strip.bars[0].height > strip.bars[1].height


@given(st.lists(st.dates(date(2024, 9, 1), date(2026, 2, 9)), max_size=30))
def test_each_day_within_reach_is_in_one_bar(days):
    found = Moment(on=date(2026, 2, 9), known=None, last=date(2026, 2, 9), days=tuple(sorted(days)))
    bars = strip_of(found).bars
    assert sum(bar.count for bar in bars) == len(days)
    assert all(bar.last - bar.first == timedelta(days=6) and 0 <= bar.x <= 1000 for bar in bars)
