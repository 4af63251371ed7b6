"""Likeness: what befell others like the two speaks for a pair without a past, and only for such a pair."""

import numpy as np

from stateofplay.forecast.forecaster import AdditiveForecaster
from stateofplay.forecast.graph import graph_from
from stateofplay.forecast.likeness import vectors_for
from tests.forecast.events import facts


def test_vectors_begin_the_same_at_every_start_and_small():
    one, two = vectors_for(0.01), vectors_for(0.01)
    assert np.array_equal(one, two)
    assert 0 < np.abs(one[:, 0]).max() < 1
    assert np.all(one[:, 1] == np.float32(0.01))


def test_pairs_with_a_past_are_left_to_it():
    forecaster = AdditiveForecaster().fit(graph_from([*facts(), (60, "KOR", "AID", "Ministry_(JPN)")]))
    ranking = forecaster.rank("CHN", "ACCUSE", None, day=61)
    alike = dict(zip(ranking.actors, ranking.parts["likeness"].tolist(), strict=True))
    assert alike["Ministry_(JPN)"] != 0
    assert {alike[name] for name in ("JPN", "KOR", "USA")} == {0.0}


def test_learning_moves_the_vectors_of_strangers():
    """On every day somebody new is asked about: police act on citizens of their own country."""
    rows = [(day, f"Police_{day}_(C{day % 5})", "DETAIN", f"Citizen_(C{day % 5})") for day in range(1, 80)]
    forecaster = AdditiveForecaster().fit(graph_from(rows))
    assert not np.array_equal(forecaster.learned[3], vectors_for(0.01))
