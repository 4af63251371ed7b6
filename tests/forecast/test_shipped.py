"""The shipped rates fit the settings, are small aggregates, and say where they are from."""

import numpy as np
import pytest

from stateofplay.forecast.rates import BACK
from stateofplay.forecast.settings import chance_settings
from stateofplay.forecast.shipped import FILES, shipped_rates, tables_of
from stateofplay.forecast.signs import SIGNS
from stateofplay.forecast.tally import OTHER, TYPES
from stateofplay.knowledge.table import data


@pytest.fixture(scope="module")
def rates():
    return shipped_rates()


def test_tables_fit_the_settings(rates):
    horizons, lags = len(chance_settings().horizons), len(chance_settings().lags)
    assert rates.cases.shape == (horizons, 2, OTHER + 1, lags)
    assert rates.followed.shape == (*rates.cases.shape, OTHER)
    assert rates.weights.shape == (len(chance_settings().learning["levels"]), horizons, len(SIGNS) + 1)
    assert rates.counts.hits.shape == (horizons, len(rates.counts.classes), OTHER)


def test_no_more_came_than_was_asked(rates):
    assert np.all(rates.followed <= rates.cases[..., None])
    assert np.all(rates.counts.hits <= rates.counts.waits[..., None])


@pytest.mark.parametrize("name", FILES)
def test_each_says_origin_licence_day_and_command(name):
    text = data("vocabulary", "forecast", f"{name}.tsv").read_text(encoding="utf-8")
    head = [line for line in text.splitlines() if line.startswith("#")]
    for word in ("Origin:", "Licence:", "Day:", "scripts/learn_rates.py"):
        assert any(word in line for line in head)


def test_together_they_are_small():
    sizes = [len(data("vocabulary", "forecast", f"{name}.tsv").read_bytes()) for name in FILES]
    assert sum(sizes) < 200_000


def test_they_name_classes_and_types_and_nobody(rates):
    roles = {"state", "organisation", "armed", "society", "office", "other"}
    for name in rates.counts.classes:
        pair, _, where = name.partition(":")
        assert set(pair.split("-")) <= roles
        assert where in ("own", "near", "far")


def test_writing_what_was_read_gives_the_same_file(rates):
    for name, text in tables_of(rates):
        lines = data("vocabulary", "forecast", f"{name}.tsv").read_text(encoding="utf-8").splitlines(keepends=True)
        assert "".join(line for line in lines if not line.startswith("#")) == text


def test_they_know_what_the_field_knows(rates):
    """Neighbours talk more than states far apart, talk more than they fight, and threats are answered in kind."""
    talk, fight = TYPES.index("CONSULT"), TYPES.index("ASSAULT")
    near, far = rates.per_day["state-state:near"], rates.per_day["state-state:far"]
    assert near[talk] > far[talk]
    assert near[talk] > near[fight]
    threat = TYPES.index("THREATEN")
    assert rates.lifts[1, BACK, threat, 0, threat] > 0
