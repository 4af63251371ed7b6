"""A reason is a number with what it rests on."""

from math import inf, nan

import pytest

from stateofplay.forecast.reason import Reason


def test_a_reason_is_ready_for_json():
    reason = Reason(kind="recent", weight=0.123456, numbers={"days": 3, "day": "2026-02-13"}, events=("e1", "e2"))
    assert reason.as_json() == {
        "kind": "recent",
        "weight": 0.1235,
        "numbers": {"days": 3, "day": "2026-02-13"},
        "events": ["e1", "e2"],
    }


@pytest.mark.parametrize("weight", [nan, inf, -inf])
def test_a_weight_is_a_number(weight):
    with pytest.raises(ValueError, match="weight of recent"):
        Reason(kind="recent", weight=weight, numbers={})


def test_a_reason_says_of_what_kind_it_is():
    with pytest.raises(ValueError, match="no kind"):
        Reason(kind="", weight=0.0, numbers={})


def test_reasons_of_the_same_figures_are_the_same():
    first, second = (Reason(kind="recent", weight=1.0, numbers={"days": 3}) for _ in range(2))
    assert first == second
    assert hash(first) == hash(second)
