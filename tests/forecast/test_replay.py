"""Replay: each day's forecasts rest on what was known that day; nothing read later, and no later day, changes them."""

import json
from datetime import date

import pytest

from stateofplay.app.desk import Desk
from stateofplay.errors import YourInput
from stateofplay.forecast.replay import days_of
from tests.forecast.foretelling import WRITTEN

WAYS = [("KOR", "JPN"), ("USA", "KOR")]


def acts(told, *days, who=("KOR", "JPN"), type="CONSULT"):
    return [told.reading(told.event(type, *who, day), published=day, name=f"{type} {who} ") for day in days]


@pytest.fixture
def desk(record, told):
    pages = [
        *acts(told, "2025-07-02", "2025-07-20", "2025-08-04", "2025-08-30", "2025-09-20"),
        *acts(told, "2025-07-10", "2025-08-12", "2025-09-05", who=("USA", "KOR"), type="SANCTION"),
    ]
    record.add(pages, recorded_at=told.recorded_at)
    return Desk(record)


def replayed(desk, **fields):
    asked = {"every": 14, "pairs": WAYS, "within": (7, 30), "clock": lambda: WRITTEN} | fields
    return desk.replay("2025-08-01", "2025-08-29", **asked)


def said(entries):
    return [entry.issued.as_json() for entry in entries]


def test_days_are_counted_from_the_first_and_both_ends_included():
    first, last = date(2025, 1, 1), date(2025, 1, 15)
    assert [day.day for day in days_of(first, last, 7)] == [1, 8, 15]
    assert days_of(first, first, 30) == (first,)


@pytest.mark.parametrize(("last", "every"), [(date(2024, 12, 31), 7), (date(2025, 1, 15), 0)])
def test_no_day_is_refused(last, every):
    with pytest.raises(YourInput, match="no day"):
        days_of(date(2025, 1, 1), last, every)


def test_every_way_of_each_pair_is_asked_on_each_day_for_each_window(desk):
    found = replayed(desk)
    asked = {(one.issued.day.day, one.issued.source, one.issued.target, one.issued.within) for one in found}
    assert len(asked) == 3 * 4 * 2
    assert all(one.issued.replayed and one.issued.day < one.issued.first for one in found)
    assert list(desk.record.issued()) == []


def test_replayed_twice_it_gives_the_same_bytes(desk):
    one, other = (json.dumps([entry.as_json() for entry in replayed(Desk(desk.record))]) for _ in range(2))
    assert one == other


def test_what_is_published_after_a_day_changes_no_forecast_for_it(desk, told):
    before = said(replayed(desk))
    late = acts(told, "2025-08-30", "2025-09-01", who=("JPN", "KOR"), type="ACCUSE")
    early = [told.reading(told.event("SANCTION", "KOR", "JPN", "2025-07-25"), published="2025-08-30", publisher="Late")]
    desk.record.add([*late, *early], recorded_at=told.recorded_at)
    assert said(replayed(desk)) == before


def test_what_was_published_in_time_does_change_it(desk, told):
    before = said(replayed(desk))
    desk.record.add(acts(told, "2025-07-28", who=("KOR", "JPN"), type="SANCTION"), recorded_at=told.recorded_at)
    assert said(replayed(desk)) != before


def test_outcomes_rest_on_what_is_known_by_the_day_asked_for(desk):
    assert "came-true" in {one.outcome.status for one in replayed(desk)}
    early = replayed(desk, known="2025-08-29")
    assert said(early) == said(replayed(desk))
    assert not [one for one in early if one.settled is not None and one.issued.last >= date(2025, 8, 29)]


def test_kept_it_is_in_the_record_once_and_marked(desk):
    found = replayed(desk, keep=True)
    assert replayed(desk, keep=True) == found
    held = desk.issued()
    assert {entry.issued.id for entry in held} == {entry.issued.id for entry in found}
    assert all(entry.issued.replayed for entry in held)
    assert not [problem for problem in desk.check() if problem.where.startswith("issued")]


def test_a_forecast_kept_today_is_not_replayed_and_one_for_an_earlier_day_is(desk):
    today = desk.forecast("KOR", "JPN", within=(30,), clock=lambda: WRITTEN)
    earlier = desk.forecast("KOR", "JPN", on="2025-08-01", within=(30,), clock=lambda: WRITTEN)
    assert {one.replayed for one in today} == {False}
    assert {one.replayed for one in earlier} == {True}
    assert [one.probability for one in earlier] == [
        entry.issued.probability
        for entry in replayed(desk, pairs=[("KOR", "JPN")], within=(30,))
        if entry.issued.day == date(2025, 8, 1) and entry.issued.source == "KOR"
    ]


def test_a_forecast_of_one_actor_keeps_the_most_probable_moves_toward_anybody(desk):
    found = desk.forecast("KOR", within=(30,), clock=lambda: WRITTEN)
    assert 0 < len(found) <= 50
    assert {one.source for one in found} == {"KOR"}


@pytest.mark.parametrize("wrong", [{"within": (0,)}, {"target": "KOR"}])
def test_what_cannot_be_asked_is_refused(desk, wrong):
    with pytest.raises(YourInput):
        desk.forecast("KOR", **({"target": "JPN"} | wrong))
