"""Allegiance: role and country as names of data sets and of the record tell them, nothing guessed."""

import pytest

from stateofplay.forecast.allegiance import allegiance, role_of_states


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Police_(Japan)", ("Police", "Japan")),
        ("Police (South Korea)", ("Police ", "South Korea")),
        ("Cabinet_/_Council_of_Ministers_(United_States)", ("Cabinet_/_Council_of_Ministers", "United_States")),
        ("JPN", ("state", "JPN")),
        ("JPNCVL", ("CVL", "JPN")),
        ("Barack_Obama", (None, None)),
        ("Japan", (None, None)),
        ("", (None, None)),
    ],
)
def test_a_name_tells_role_and_country_or_nothing(name, told):
    assert allegiance(name) == told


def test_a_state_has_a_role_of_its_own():
    assert allegiance("KOR")[0] == role_of_states()
