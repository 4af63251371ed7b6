"""Issuing: the same moves of the same state by the same model are the same forecasts; anything else makes others."""

from dataclasses import replace
from datetime import timedelta

from stateofplay.forecast.issuing import issued_from, model_of, move_of
from tests.forecast.foretelling import DAY, WRITTEN, move


def made(moves, **fields):
    return issued_from(moves, **({"day": DAY, "state": "s", "model": "m", "recorded_at": WRITTEN} | fields))


def test_a_forecast_says_what_its_move_says():
    one = move(0.123456789, thin=True)
    (found,) = made([one], replayed=True)
    assert (found.source, found.type, found.target, found.within) == ("KOR", "SANCTION", "JPN", 7)
    assert (found.probability, found.thin, found.replayed) == (0.123457, True, True)
    assert found.low <= found.probability <= found.high
    assert found.reasons[0]["kind"] == "base_rate"


def test_the_last_bits_of_a_number_and_the_moment_make_no_other_forecast():
    (one,), (other,) = made([move(0.3)]), made([move(0.3 + 1e-12)], recorded_at=WRITTEN + timedelta(days=1))
    assert one.id == other.id
    (third,) = made([move(0.3001)])
    assert third.id != one.id


def test_rounding_keeps_the_probability_within_its_band():
    edge = move(0.3, low=0.3, high=0.3)
    (found,) = made([replace(edge, probability=0.12345678, low=0.12345678, high=0.12345678)])
    assert found.low == found.probability == found.high


def test_what_was_issued_is_the_move_again():
    one = move(0.25)
    assert move_of(*made([one])) == one
    (least,) = made([move(1e-9, low=0.0, high=1e-8)])
    assert 0 < least.probability <= least.high
    assert move_of(least).source == "KOR"


def test_other_rates_are_another_model():
    assert model_of("a") == model_of("a") != model_of("b")
