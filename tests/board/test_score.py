"""The formulas of the score: what they give for cases that one can work out by hand, and the laws they obey."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stateofplay.board.score import HIGHEST, LOWEST, Sums, effective, mean_score, recency, scores_of
from stateofplay.board.weights import published_weights

W = published_weights()
weight = st.floats(0.001, 1.0)
intensity = st.floats(-10.0, 10.0)
events = st.lists(st.tuples(weight, intensity), max_size=30)


def column(*values):
    return np.array(values, dtype=np.float64)


def sums(told, publishers=1.0):
    w = np.array([weight for weight, _ in told], dtype=np.float64)
    x = np.array([value for _, value in told], dtype=np.float64)
    return Sums(
        weight=column(w.sum()),
        pull=column((w * x).sum()),
        square=column((w * x**2).sum()),
        weight_square=column((w**2).sum()),
        publishers=column(publishers),
    )


def score(told, publishers=1.0):
    scores = scores_of(sums(told, publishers), W)
    return float(scores.score[0]), float(scores.low[0]), float(scores.high[0])


def test_no_event_is_zero_with_the_widest_band():
    value, low, high = score([], publishers=0.0)
    assert value == 0.0
    assert (low, high) == pytest.approx((-1.645 * 5.8 / 2**0.5, 1.645 * 5.8 / 2**0.5), abs=0.01)


def test_one_event_by_hand():
    value, low, high = score([(1.0, 10.0)])
    assert value == pytest.approx(10 / 3)
    scatter = (10 - 10 / 3) ** 2
    half = 1.6449 * ((2 * 5.8**2 + scatter) / 3) ** 0.5 / 3**0.5
    assert (low, high) == pytest.approx((10 / 3 - half, 10 / 3 + half), abs=1e-3)


def test_one_publisher_counts_less_than_several():
    told = [(1.0, 4.0)] * 10
    # Ten alike events of one publisher: deff = 1 + 9 * 0.2 = 2.8.
    value, low, high = score(told, publishers=1.0)
    spread = ((2 * 5.8**2 + 10 * (4 - 40 / 12) ** 2) / 12) ** 0.5
    assert value == pytest.approx(40 / 12)
    assert high - low == pytest.approx(2 * 1.6449 * spread / (2 + 10 / 2.8) ** 0.5, abs=1e-3)
    widths = [np.subtract(*score(told, publishers=p)[:0:-1]) for p in (1.0, 2.0, 5.0, 10.0)]
    assert widths == sorted(widths, reverse=True)
    assert widths[0] > widths[-1]


def test_more_publishers_than_events_gain_nothing():
    told = [(1.0, 4.0)] * 3
    assert score(told, publishers=3.0) == score(told, publishers=9.0)


@given(events, st.floats(1.0, 30.0))
def test_score_and_band_stay_on_the_scale(told, publishers):
    value, low, high = score(told, publishers)
    assert LOWEST <= low <= value <= high <= HIGHEST


@given(events)
def test_the_score_is_drawn_towards_zero(told):
    value, *_ = score(told)
    assert abs(value) <= max((abs(x) for _, x in told), default=0.0)


@given(events)
def test_conflict_mirrors_cooperation(told):
    value, low, high = score(told)
    mirrored = score([(w, -x) for w, x in told])
    assert mirrored == pytest.approx((-value, -high, -low), abs=1e-9)


@given(events, weight, intensity)
def test_contributions_add_up(told, w, x):
    everything = [*told, (w, x)]
    total = W.prior_events + sum(weight for weight, _ in everything)
    assert sum(weight * value / total for weight, value in everything) == pytest.approx(score(everything)[0], abs=1e-9)


def test_mean_score_is_the_score():
    told = sums([(0.5, -6.0), (0.2, 4.0)])
    assert mean_score(told.weight, told.pull, W)[0] == scores_of(told, W).score[0] == pytest.approx(-2.2 / 2.7)


@pytest.mark.parametrize(
    ("total", "squares", "number"),
    [(3.0, 3.0, 3.0), (1.0, 1.0, 1.0), (2.0, 2.0, 2.0), (1.5, 1.25, 1.8), (0.0, 0.0, 0.0)],
)
def test_effective_number(total, squares, number):
    assert effective(column(total), column(squares))[0] == pytest.approx(number)


def faded(on, first, last):
    return float(recency(on, np.array([first]), np.array([last]), W)[0])


def test_recency_halves_with_the_half_life():
    assert faded(1000, 1000, 1000) == 1.0
    assert faded(1090, 1000, 1000) == pytest.approx(0.5)
    assert faded(1180, 1000, 1000) == pytest.approx(0.25)


@given(st.integers(0, 2000), st.integers(1, 400))
def test_a_stretch_weighs_the_mean_of_its_days(age, length):
    last = 5000
    on = last + age
    mean = np.mean([faded(on, day, day) for day in range(last - length + 1, last + 1)])
    assert faded(on, last - length + 1, last) == pytest.approx(mean)
    assert faded(on, last - length + 1, last) <= faded(on, last, last)
