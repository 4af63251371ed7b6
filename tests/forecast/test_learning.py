"""Learning finds again what a made-up world was made from, and uses no day after the graph's last."""

import numpy as np
import pytest

from stateofplay.forecast.graph import EventGraph, graph_from
from stateofplay.forecast.learning import (
    OWN_DATA,
    Cases,
    fitted,
    joined,
    learned,
    outcomes,
    rates_for,
    rates_of,
    thinned,
)
from stateofplay.forecast.rates import BACK
from stateofplay.forecast.shipped import ORIGIN, shipped_rates, tables_of
from stateofplay.forecast.tally import TYPES


def cases(size: int, weights: list[float], level: float) -> Cases:
    chance = np.random.default_rng(0)
    signs = chance.normal(size=(size, len(weights))).astype(np.float32)
    base = chance.normal(-1, 0.5, size)
    came = chance.random(size) < 1 / (1 + np.exp(-(base + signs @ np.array(weights) + level)))
    return Cases(signs=signs, base=base, came=came.astype(float), weight=np.ones(size))


def test_weights_are_found_again():
    found = fitted(cases(40_000, [0.8, -0.4, 0.0], -0.3))
    assert found == pytest.approx([0.8, -0.4, 0.0, -0.3], abs=0.06)


def test_a_weight_of_two_is_the_same_as_twice_the_question():
    some = cases(500, [0.5], 0.0)
    twice = joined([some, some])
    heavy = Cases(signs=some.signs, base=some.base, came=some.came, weight=np.full(500, 2.0))
    assert fitted(twice) == pytest.approx(fitted(heavy), abs=1e-6)


def answering(days: int) -> EventGraph:
    """A world in which every threat of the north is answered by an accusation two days later."""
    facts = []
    for day in range(0, days - 2, 9):
        facts += [(day, "PRK", "THREATEN", "KOR"), (day + 2, "KOR", "ACCUSE", "PRK"), (day, "USA", "AID", "KOR")]
    return graph_from(facts)


@pytest.fixture(scope="module")
def rates():
    return learned(answering(300), origin="made up")


def test_an_answer_that_always_comes_is_learned(rates):
    threat, accusation, first = TYPES.index("THREATEN"), TYPES.index("ACCUSE"), 0
    cell = 0, BACK, threat, first
    assert rates.cases[cell] > 0
    assert rates.followed[(*cell, accusation)] == rates.cases[cell]
    assert rates.lifts[(*cell, accusation)] > 0
    assert rates.origin == "made up"


def test_learning_twice_gives_the_same_tables(rates):
    again = learned(answering(300), origin="made up")
    assert list(tables_of(again)) == list(tables_of(rates))


def test_the_fullest_level_comes_first(rates):
    assert sorted(rates.coverages, reverse=True) == rates.coverages.tolist()
    assert np.isfinite(rates.weights).all()


def test_outcomes_are_of_the_window_alone():
    graph = graph_from(
        [(9, "a", "AID", "b"), (10, "a", "ACCUSE", "b"), (16, "a", "REJECT", "b"), (17, "b", "AID", "a")]
    )
    came = outcomes(graph, 10, 7, source=np.array([0, 1]), target=np.array([1, 0]))
    names = [[name for name, hit in zip(TYPES, row, strict=True) if hit] for row in came]
    assert names == [["ACCUSE", "REJECT"], []]


def busy(size: int) -> EventGraph:
    chance = np.random.default_rng(5)
    names = ("CHN", "JPN", "KOR", "PRK", "USA")
    facts = []
    for day, a, b, type in zip(
        chance.integers(738_000, 738_340, size),
        chance.integers(len(names), size=size),
        chance.integers(1, len(names), size),
        chance.integers(len(TYPES), size=size),
        strict=True,
    ):
        facts.append((int(day), names[a], TYPES[type], names[(a + b) % len(names)]))
    return graph_from(facts)


def test_a_record_with_enough_event_data_has_its_own_tables_and_the_shipped_weights():
    graph = busy(23_000)
    own = rates_for(graph)
    assert own.origin == OWN_DATA
    assert set(own.counts.classes) == {"state-state:near", "state-state:far"}
    assert np.array_equal(own.weights, shipped_rates().weights)
    assert own.counts.acts.sum() < len(graph), "the month that is not over is left out"


def test_own_rates_stand_for_the_rest_of_the_month():
    graph = busy(23_000)
    last = int(graph.day[-1])
    assert rates_for(graph) is rates_for(graph.until(last))


def test_thinning_keeps_about_its_share_and_the_same_facts_for_the_same_seed():
    graph = answering(2000)
    kept = thinned(graph, 0.3, seed=1)
    assert len(kept) / len(graph) == pytest.approx(0.3, abs=0.06)
    assert np.array_equal(kept.day, thinned(graph, 0.3, seed=1).day)
    assert thinned(graph, 1.0, seed=1) is graph


def test_a_small_record_has_the_shipped_rates():
    few = answering(300)
    assert rates_of(few) is None
    assert rates_for(few).origin == ORIGIN
    assert rates_for(graph_from([])).origin == ORIGIN
