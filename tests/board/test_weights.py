"""The published weights are whole and sane, and a file that is not says everything that is wrong at once."""

import pytest

from stateofplay.board.weights import Weights, published_weights, weights_from
from stateofplay.errors import DataFileError

GOOD = {
    "half_life_days": 90,
    "prior_events": 2,
    "prior_spread": 5.8,
    "publisher_correlation": 0.2,
    "undated": 0.5,
    "band": 0.9,
    "trend_days": [30, 90],
    "steady_below": 0.5,
    "few_sources": 2,
    "drivers": 8,
}


def test_published_weights_are_read_once_and_match_the_file():
    assert published_weights() is published_weights()
    assert published_weights() == weights_from(GOOD)


def test_a_half_life_halves():
    assert weights_from(GOOD).daily ** 90 == pytest.approx(0.5)


@pytest.mark.parametrize(("band", "reach"), [(0.9, 1.645), (0.95, 1.960), (0.5, 0.674)])
def test_reach_is_the_normal_quantile(band, reach):
    assert weights_from({**GOOD, "band": band}).reach == pytest.approx(reach, abs=1e-3)


def test_missing_and_unknown_fields_are_told_together():
    values = {**GOOD, "half_live": 3}
    del values["undated"], values["band"]
    with pytest.raises(DataFileError) as caught:
        weights_from(values)
    assert caught.value.problems == ("band is missing", "undated is missing", "half_live is unknown")


def test_every_wrong_value_is_told():
    wrong = {
        "half_life_days": 0,
        "prior_events": -1,
        "prior_spread": 0,
        "publisher_correlation": 1.5,
        "undated": -0.1,
        "band": 1,
        "trend_days": [],
        "steady_below": -1,
        "few_sources": 0,
        "drivers": 0,
    }
    assert set(wrong) == set(GOOD)
    with pytest.raises(DataFileError) as caught:
        weights_from(wrong)
    assert len(caught.value.problems) == len(wrong)
    assert all(problem.split()[0] in wrong for problem in caught.value.problems)


def test_weights_cannot_be_changed():
    with pytest.raises(AttributeError):
        published_weights().band = 0.5  # type: ignore[misc]
    assert isinstance(published_weights(), Weights)
