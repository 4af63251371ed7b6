"""Forecasts that we issued: kept once as they were made, shown from the day they were written, and verified on disk."""

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from stateofplay.record.check import check
from stateofplay.record.delta import append
from stateofplay.record.issued import Issued
from stateofplay.record.record import open_record
from stateofplay.record.row import issued_of, issued_row
from tests.record.cases import NOON, document, reading, telling

DAY = date(2026, 2, 16)
WRITTEN = datetime(2026, 2, 17, 9, tzinfo=UTC)
MADE = Issued(
    day=DAY,
    source="KOR",
    type="CONSULT",
    target="JPN",
    first=date(2026, 2, 17),
    last=date(2026, 3, 18),
    probability=0.6,
    low=0.4,
    high=0.8,
    base_rate=0.2,
    recurrence=0.5,
    no_change=1.0,
    state="aa",
    model="bb",
    recorded_at=WRITTEN,
    reasons=({"kind": "recent", "weight": 1.5, "numbers": {"days": 3}, "events": ["e1"]},),
)


@pytest.fixture
def record(tmp_path):
    return open_record(tmp_path / "record")


def test_it_reads_back_as_it_was_written(record):
    assert issued_of(issued_row(MADE)) == MADE
    assert record.issue([MADE]) == (MADE,)
    assert list(open_record(record.folder).issued()) == [MADE]
    assert issued_of(issued_row(replace(MADE, no_change=1))).id == MADE.id
    assert MADE.within == 30
    assert MADE.as_json()["issued"] == MADE.id


def test_the_same_forecast_made_again_is_kept_once_with_its_first_moment(record):
    later = replace(MADE, recorded_at=WRITTEN + timedelta(days=3))
    other = replace(MADE, target="USA")
    assert later.id == MADE.id
    record.issue([MADE])
    assert record.issue([other, later, later]) == (other, MADE, MADE)
    assert list(record.issued()) == [MADE, other]


@pytest.mark.parametrize(
    "change", [{"probability": 0.61}, {"state": "cc"}, {"model": "cc"}, {"replayed": True}, {"thin": True}]
)
def test_what_differs_in_anything_is_another_forecast(record, change):
    other = replace(MADE, **change)
    assert len({one.id for one in record.issue([MADE, other])}) == 2


def test_it_is_shown_from_its_day_and_known_from_the_day_it_was_written(record):
    record.issue([MADE])
    shown = [list(record.issued(on, known)) for on, known in ((DAY, None), (date(2026, 2, 15), None), (None, DAY))]
    assert shown == [[MADE], [], []]
    assert list(record.issued(known=date(2026, 2, 17))) == [MADE]


def test_issuing_moves_no_event_and_no_view_of_them_is_made_anew(record):
    made = document("a", "2025-08-24")
    record.add([reading(made, telling(made, "2025-08-23"))], recorded_at=NOON)
    before = record.event_table()
    record.issue([MADE])
    assert record.event_table() is before


def test_a_record_from_before_there_were_any_gets_the_table_on_opening(record):
    shutil.rmtree(record.folder / "issued")
    again = open_record(record.folder, create=False)
    assert list(again.issued()) == []
    assert check(again) == ()


@pytest.mark.parametrize("fields", [{"probability": 0.7}, {"reasons": "[]"}, {"known_from": DAY}])
def test_check_names_a_forecast_that_was_changed_afterwards(record, fields):
    record.issue([MADE])
    assert check(record) == ()
    append(record._tables["issued"], "issued", [{**issued_row(MADE), **fields}])
    (problem,) = check(record)
    assert problem.where == f"issued {MADE.id}"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"recorded_at": datetime(2026, 2, 17)}, "time zone"),
        ({"first": DAY}, "later days"),
        ({"last": DAY}, "later days"),
        ({"low": 0.7}, "band"),
        ({"reasons": ()}, "reason"),
    ],
)
def test_a_forecast_that_contradicts_itself_is_refused(wrong, told):
    with pytest.raises(ValueError, match=told):
        replace(MADE, **wrong)
