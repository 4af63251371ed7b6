"""Signs compare what was observed with what was to be expected, and are silent where nothing can be told."""

import numpy as np
import pytest

from stateofplay.forecast.graph import graph_from
from stateofplay.forecast.rates import base_of
from stateofplay.forecast.shipped import shipped_rates
from stateofplay.forecast.signs import SIGNS, ages, asked, ratio, signs
from stateofplay.forecast.tally import OTHER, TYPES, tally_of

RATES = shipped_rates()
DAY = 365


def of(facts, source: str, target: str, type: str) -> dict[tuple[str, str], float]:
    tally = tally_of(graph_from(facts), DAY)
    names = tally.graph.actors
    pair = asked(tally, base_of(tally, RATES), *(np.array([names.index(end)]) for end in (source, target)))
    return dict(zip(SIGNS, signs(tally, pair, RATES, 1)[0, TYPES.index(type)].tolist(), strict=True))


STEADY = [(day, "CHN", "ACCUSE", "JPN") for day in range(0, DAY, 5)]


def test_as_many_as_expected_say_nothing():
    assert ratio(np.array(7.0), np.array(7.0)) == 0.0
    assert ratio(np.array(8.0), np.array(2.0)) == pytest.approx(-ratio(np.array(2.0), np.array(8.0)))


def test_one_act_where_little_was_expected_is_less_than_ten_where_ten_times_less_were():
    assert ratio(np.array(1.0), np.array(0.1)) < ratio(np.array(10.0), np.array(1.0))


def test_a_steady_pace_is_near_naught_and_a_burst_above():
    steady = of(STEADY, "CHN", "JPN", "ACCUSE")
    burst = of([*STEADY, *((DAY - 2, "CHN", "ACCUSE", "JPN") for _ in range(9))], "CHN", "JPN", "ACCUSE")
    assert steady["recurrence", "middle"] == pytest.approx(0.0, abs=0.15)
    assert burst["recurrence", "short"] > 1.0
    assert burst["pair", "short"] > 1.0


def test_days_since_the_last_act_count_by_its_usual_pace():
    ended = [fact for fact in STEADY if fact[0] < DAY - 50]
    assert of(ended, "CHN", "JPN", "ACCUSE")["recurrence", "quiet"] == pytest.approx(np.log1p(55 * 63 / 365))
    assert of(STEADY, "CHN", "JPN", "AID")["recurrence", "quiet"] == 0.0


def test_back_is_what_the_other_did():
    found = of([*STEADY, (DAY - 3, "JPN", "REJECT", "CHN")], "JPN", "CHN", "ACCUSE")
    assert found["returned", "all"] > 0
    assert found["pair", "back all"] > found["pair", "all"]


def test_a_habit_is_toward_anybody():
    facts = [*((day, "CHN", "ACCUSE", "KOR") for day in range(0, 360, 9)), (0, "CHN", "AID", "JPN")]
    assert of(facts, "CHN", "JPN", "ACCUSE")["habit", "all"] > of(facts, "CHN", "JPN", "PROTEST")["habit", "all"]


def test_ages_of_acts_fall_into_the_classes_of_the_settings():
    facts = [(DAY - 1, "a", "AID", "b"), (DAY - 2, "a", "ACCUSE", "b"), (DAY - 5, "a", "REJECT", "b")]
    tally = tally_of(graph_from([*facts, (DAY - 61, "a", "ASSAULT", "b")]), DAY)
    age = ages(tally, np.array([0]), np.array([1]))[0]
    told = [age[TYPES.index(name)] for name in ("AID", "ACCUSE", "REJECT", "ASSAULT", "COERCE")]
    assert told == [0, 1, 3, 7, 7]
    assert len(age) == OTHER + 1


def test_signs_of_a_thin_record_are_small():
    thin = of([(300, "CHN", "ACCUSE", "JPN"), (10, "KOR", "AID", "USA")], "KOR", "JPN", "ACCUSE")
    assert max(abs(sign) for (kind, _), sign in thin.items() if kind in ("recurrence", "returned", "habit")) < 0.5
