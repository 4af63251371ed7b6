"""Rates are counted by class of pair from every day on which one could have asked, and give way to a graph's own."""

from collections import defaultdict

import numpy as np
import pytest

from stateofplay.forecast.graph import EventGraph, graph_from
from stateofplay.forecast.rates import base_of, counts_of
from stateofplay.forecast.settings import chance_settings
from stateofplay.forecast.shipped import shipped_rates
from stateofplay.forecast.side import pair_class
from stateofplay.forecast.tally import OTHER, TYPES, tally_of

DAYS = 200
ACTORS = ("CHN", "JPN", "KOR", "USA", "CHNCVL")


def world(seed: int, size: int) -> EventGraph:
    chance = np.random.default_rng(seed)
    facts = []
    for _ in range(size):
        a, b = chance.choice(len(ACTORS), size=2, replace=False)
        facts.append((int(chance.integers(DAYS)), ACTORS[a], TYPES[chance.integers(4)], ACTORS[b]))
    return graph_from([(0, "CHN", "AID", "JPN"), *facts])


def by_asking(graph: EventGraph, horizon: int) -> tuple[dict[tuple[str, str], int], dict[str, int]]:
    """Hits by (class, type) and waits by class, by asking every pair on every day after its first act."""
    days: dict[tuple[str, str, str], set[int]] = defaultdict(set)
    first: dict[tuple[str, str], int] = {}
    for day, a, t, b in zip(graph.day.tolist(), graph.source, graph.type, graph.target, strict=True):
        pair = graph.actors[a], graph.actors[b]
        first.setdefault(pair, day)
        days[(*pair, graph.types[t])].add(day)
    hits: dict[tuple[str, str], int] = defaultdict(int)
    waits: dict[str, int] = defaultdict(int)
    for (a, b), begun in first.items():
        for asked in range(begun + 1, DAYS - horizon + 1):
            waits[pair_class(a, b)] += 1
            for type in graph.types:
                hits[pair_class(a, b), type] += bool(days[a, b, type] & set(range(asked, asked + horizon)))
    return hits, waits


@pytest.mark.parametrize("seed", [1, 2])
def test_hits_and_waits_are_those_of_asking_every_pair_every_day(seed):
    graph = world(seed, 60)
    counts = counts_of(tally_of(graph, DAYS))
    for place, horizon in enumerate(chance_settings().horizons):
        hits, waits = by_asking(graph, horizon)
        for row, name in enumerate(counts.classes):
            assert counts.waits[place, row] == waits[name]
            for column, type in enumerate(TYPES):
                assert counts.hits[place, row, column] == hits[name, type]


def test_acts_and_days_are_by_class():
    counts = counts_of(tally_of(graph_from([(0, "CHN", "AID", "JPN"), (5, "CHN", "AID", "JPN")]), 10))
    assert counts.classes == ("state-state:near",)
    assert counts.acts.sum() == counts.acts[0, TYPES.index("AID")] == 2
    assert counts.days.tolist() == [10]


def test_base_rates_follow_a_graph_that_tells_much_and_the_shipped_ones_where_it_tells_little():
    rates = shipped_rates()
    place = TYPES.index("SANCTION")
    little = base_of(tally_of(graph_from([(0, "CHN", "AID", "JPN"), (90, "KOR", "AID", "JPN")]), 100), rates)
    busy = [(day, "CHN", "SANCTION", "JPN") for day in range(100) for _ in range(3)]
    much = base_of(tally_of(graph_from(busy), 100), rates)
    row = [base.rows(("state-state:near",))[0] for base in (little, much)]
    shipped = rates.hazard["state-state:near"][1, place] * little.coverage
    assert little.share[1, row[0], place] == pytest.approx(shipped, rel=0.1)
    assert much.share[1, row[1], place] > 10 * little.share[1, row[0], place]
    assert 1.0 < much.per_day[row[1], place] < 3.0


def test_coverage_says_how_much_a_graph_tells():
    graph = world(3, 400)
    rates = shipped_rates()
    full = base_of(tally_of(graph, DAYS), rates).coverage
    half = graph._rows(np.arange(0, len(graph), 2))
    assert base_of(tally_of(half, DAYS), rates).coverage == pytest.approx(full / 2, rel=0.05)


def test_a_record_of_sanctions_expects_sanctions_of_pairs_that_it_has_hardly_seen_too():
    facts = [(day, "CHN", "SANCTION", "USA") for day in range(0, 100, 5)] + [(50, "KOR", "AID", "JPN")]
    base = base_of(tally_of(graph_from(facts), 100), shipped_rates())
    row = base.rows(("state-state:near",))[0]
    shipped = shipped_rates().per_day["state-state:near"]
    sanction, talk = TYPES.index("SANCTION"), TYPES.index("CONSULT")
    assert base.per_day[row, sanction] / base.per_day[row, talk] > 3 * shipped[sanction] / shipped[talk]


def test_a_class_that_nobody_has_seen_has_the_rates_of_all():
    base = base_of(tally_of(graph_from([(0, "CHN", "AID", "JPN")]), 50), shipped_rates())
    assert base.rows(("armed-armed:own", "state-state:near")).tolist() == [len(base.names), 0]
    assert np.all((base.share > 0) & (base.share < 1))


def test_a_class_that_a_graph_has_no_pair_of_has_the_shipped_rates_of_that_class():
    base = base_of(tally_of(graph_from([(0, "CHN", "AID", "JPN")]), 50), shipped_rates())
    row, every = base.rows(("state-society:own", "armed-armed:own"))
    shipped, talk = shipped_rates(), TYPES.index("CONSULT")
    expected = shipped.per_day["state-society:own"][talk] / shipped.per_day[""][talk]
    assert base.per_day[row, talk] / base.per_day[every, talk] == pytest.approx(expected)


def test_an_act_lifts_nothing_when_it_is_long_ago_and_shares_stay_sound():
    rates = shipped_rates()
    assert rates.lifts.shape[-2] == len(chance_settings().lags) + 1
    assert not rates.lifts[..., -1, :].any()
    assert np.isfinite(rates.lifts).all()


def test_what_an_act_lifts_is_its_share_against_that_after_any_act_of_its_age():
    rates = shipped_rates()
    before, lag, type = TYPES.index("THREATEN"), 2, TYPES.index("ACCUSE")
    cell = 1, 1, before, lag
    any_act = (rates.followed[1, 1, :, lag, type].sum() + 0.5) / (rates.cases[1, 1, :, lag].sum() + 1)
    share = (rates.followed[(*cell, type)] + 20 * any_act) / (rates.cases[cell] + 20)
    odds = np.log(share / (1 - share)) - np.log(any_act / (1 - any_act))
    assert rates.lifts[(*cell, type)] == pytest.approx(odds, rel=1e-4)


def test_weights_between_two_levels_are_between_theirs():
    rates = shipped_rates()
    high, low = rates.coverages[:2]
    middle = rates.weights_at(float(np.sqrt(high * low)))
    assert middle == pytest.approx((rates.weights[0] + rates.weights[1]) / 2)
    assert np.array_equal(rates.weights_at(100.0), rates.weights[0])
    assert np.array_equal(rates.weights_at(1e-6), rates.weights[-1])
    assert rates.weights.shape[2] > OTHER
