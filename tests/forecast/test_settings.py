"""The settings of chances are whole, sound and known."""

import pytest

from stateofplay.errors import DataFileError
from stateofplay.forecast.settings import chance_settings, settings_from
from stateofplay.knowledge.table import structure


@pytest.fixture
def values():
    return dict(structure("vocabulary", "forecast", "chance.yaml"))


def test_the_shipped_settings_are_sound(values):
    assert settings_from(values) == chance_settings()
    assert set(chance_settings().spread) == {"alone", "own", "other", "most_others"}


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"horizons": [30, 7]}, "horizons is not in order"),
        ({"windows": []}, "windows is not in order"),
        ({"lags": [0, 2]}, "lags is not in order"),
        ({"pseudo": 0}, "pseudo is not above 0"),
        ({"band": 1.0}, "band is not between"),
        ({"own_acts": 0}, "own_acts is not above 0"),
        ({"own_share": [0.5, 1.0]}, "own_share is not one number"),
        ({"own_share": [0.5, 1.0, 1.5]}, "own_share is not one number"),
        ({"faint": -1}, "below 0"),
        ({"hope": 1}, "hope is unknown"),
    ],
)
def test_what_is_wrong_is_told(values, wrong, told):
    with pytest.raises(DataFileError) as caught:
        settings_from({**values, **wrong})
    assert any(told in problem for problem in caught.value.problems)


def test_what_is_missing_is_told(values):
    del values["reach_days"]
    with pytest.raises(DataFileError) as caught:
        settings_from(values)
    assert caught.value.problems == ("reach_days is missing",)
