"""Scores of stated probabilities, held to figures worked out by hand and to laws that hold for any."""

from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stateofplay.forecast.reliability import log_losses, marks_of, settings, wilson

pairs = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=60)


def marks(*told):
    return marks_of(np.array([p for p, _ in told]), np.array([float(came) for _, came in told]))


def test_scores_of_four_forecasts_worked_out_by_hand():
    found = marks((0.2, 0), (0.2, 1), (0.8, 1), (0.8, 1))
    assert found.brier == pytest.approx((0.04 + 0.64 + 0.04 + 0.04) / 4)
    assert found.log == pytest.approx(-(log(0.8) + log(0.2) + 2 * log(0.8)) / 4)
    assert found.uncertainty == pytest.approx(0.75 * 0.25)
    assert found.reliability == pytest.approx((0.3**2 + 0.2**2) / 2)
    assert found.resolution == pytest.approx(0.25**2)
    assert found.error == pytest.approx((0.3 + 0.2) / 2)
    assert [(one.n, one.stated, one.happened) for one in found.bins] == [(2, 0.2, 1), (2, 0.8, 2)]


def test_what_was_called_impossible_and_happened_costs_much_but_not_everything():
    found = marks((0.0, 1), (0.5, 1))
    assert found.clipped == 1
    assert found.log == pytest.approx(-(log(settings()["clip"]) + log(0.5)) / 2)
    assert log_losses(np.array([1.0]), np.array([1.0]))[0] == pytest.approx(-log(1 - settings()["clip"]))


@given(pairs)
def test_murphys_parts_add_up_and_every_forecast_is_in_one_bin(told):
    found = marks(*told)
    assert found.brier == pytest.approx(found.reliability - found.resolution + found.uncertainty + found.within)
    assert 0 <= found.brier <= 1
    assert found.log >= 0
    assert sum(one.n for one in found.bins) == found.n == len(told)
    assert sum(one.happened for one in found.bins) == sum(came for _, came in told)
    assert all(one.low - 1e-9 <= one.stated <= one.high + 1e-9 for one in found.bins)
    assert all(0 <= one.least <= one.share + 1e-9 and one.share <= one.most + 1e-9 <= 1 + 2e-9 for one in found.bins)


def test_where_all_of_a_bin_say_the_same_nothing_is_hidden_within_it():
    assert marks((0.25, 1), (0.25, 0), (0.6, 1)).within == pytest.approx(0)


def test_the_interval_of_a_share_is_wilsons_and_narrows():
    # 5 of 10 at 90 %: worked out from the formula with z = 1.645.
    assert wilson(5, 10) == pytest.approx((0.2693, 0.7307), abs=1e-4)
    assert wilson(0, 10)[0] == 0
    assert wilson(50, 100)[1] - wilson(50, 100)[0] < wilson(5, 10)[1] - wilson(5, 10)[0]


def test_nothing_to_score_is_refused():
    with pytest.raises(ValueError, match="cannot be scored"):
        marks_of(np.array([]), np.array([]))
    with pytest.raises(ValueError, match="1 forecasts with 2 outcomes"):
        marks_of(np.array([0.5]), np.array([0.0, 1.0]))


def test_bins_are_fine_below_ten_per_cent_and_begin_at_zero():
    lows = settings()["bins"]
    assert lows == sorted(lows)
    assert lows[0] == 0
    assert len([low for low in lows if low < 0.1]) >= 4


def test_marks_are_ready_for_json():
    told = marks((0.2, 0), (0.8, 1)).as_json()
    assert (told["n"], told["brier"], len(told["bins"])) == (2, 0.04, 2)
    assert told["bins"][0]["from"] == 0.2
