"""A move cannot exist without a reason, and its numbers do not contradict each other."""

from dataclasses import replace
from datetime import date

import pytest

from stateofplay.forecast.move import Move, log_odds
from stateofplay.forecast.reason import Reason

FOR = Reason(kind="recent", weight=1.5, numbers={"days": 3}, events=("e1",))
AGAINST = Reason(kind="quiet", weight=-0.5, numbers={"days": 40})


@pytest.fixture
def move():
    return Move(
        source="JPN",
        type="CONSULT",
        target="KOR",
        first=date(2026, 2, 17),
        last=date(2026, 3, 18),
        probability=0.6,
        low=0.4,
        high=0.8,
        base_rate=0.3,
        recurrence=0.5,
        no_change=1.0,
        reasons=(FOR,),
        against=(AGAINST,),
    )


def test_a_window_counts_both_its_days(move):
    assert move.within == 30
    assert replace(move, last=move.first).within == 1


def test_what_is_not_listed_is_the_rest_of_the_log_odds(move):
    assert log_odds(0.3) + 1.5 - 0.5 + move.rest == pytest.approx(log_odds(0.6))


def test_a_move_is_ready_for_json(move):
    told = move.as_json()
    assert (told["first"], told["last"], told["probability"]) == ("2026-02-17", "2026-03-18", 0.6)
    assert told["reasons"] == [FOR.as_json()]
    assert told["against"] == [AGAINST.as_json()]
    assert told["rest"] == round(move.rest, 4)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"reasons": ()}, "no reason"),
        ({"probability": 1.0, "high": 1.0}, "not between 0 and 1"),
        ({"base_rate": 0.0}, "not between 0 and 1"),
        ({"recurrence": 1.2}, "recurrence"),
        ({"no_change": -0.1}, "no_change"),
        ({"low": 0.7}, "band"),
        ({"high": 0.5}, "band"),
        ({"last": date(2026, 2, 16)}, "before the first"),
    ],
)
def test_a_move_that_contradicts_itself_is_refused(move, wrong, told):
    with pytest.raises(ValueError, match=told):
        replace(move, **wrong)


def test_even_odds_are_nothing():
    assert log_odds(0.5) == 0.0
    assert log_odds(0.9) == pytest.approx(-log_odds(0.1))
