"""A chance is an exact sum of parts, for every window, and looks at nothing later."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from stateofplay.forecast import chance
from stateofplay.forecast.chance import KINDS, Chances, blend, chances, mirrored, share_of
from stateofplay.forecast.graph import EventGraph, graph_from
from stateofplay.forecast.rates import BACK, OWN, log_odds
from stateofplay.forecast.settings import chance_settings
from stateofplay.forecast.shipped import shipped_rates
from stateofplay.forecast.signs import SIGNS, asked, signs
from stateofplay.forecast.tally import OTHER, TYPES, tally_of

RATES = shipped_rates()
DAY = 400
ACTORS = ("CHN", "JPN", "KOR", "USA", "CHNCVL")


def world(seed: int, size: int = 300) -> EventGraph:
    chance = np.random.default_rng(seed)
    pairs = [chance.choice(len(ACTORS), size=2, replace=False) for _ in range(size)]
    return graph_from([(int(chance.integers(DAY)), ACTORS[a], TYPES[chance.integers(6)], ACTORS[b]) for a, b in pairs])


def said(graph: EventGraph, within: int = 30):
    tally = tally_of(graph, DAY)
    return chances(tally, *tally.seen(), RATES, within=within)


@pytest.mark.parametrize("within", [1, 7, 12, 30, 50, 90, 365])
def test_probabilities_are_the_sum_of_base_and_parts(within):
    found = said(world(1), within)
    odds = found.base + found.parts.sum(-1)
    assert found.probability == pytest.approx(1 / (1 + np.exp(-odds)))
    assert found.parts.shape == (*found.base.shape, len(KINDS))
    assert np.all((found.probability > 0) & (found.probability < 1))


def test_a_part_is_its_signs_times_their_weights():
    graph = world(2)
    tally = tally_of(graph, DAY)
    found = chances(tally, *tally.seen(), RATES, within=30)
    weights = RATES.weights_at(found.base_rates.coverage)[1]
    columns = signs(tally, asked(tally, found.base_rates, *tally.seen()), RATES, 1)
    for place, kind in enumerate(KINDS[:-1]):
        own = [column for column, (of, _) in enumerate(SIGNS) if of == kind]
        added = toward_own(found, columns @ weights[:-1] + weights[-1]) if kind == "recurrence" else 0.0
        assert found.parts[..., place] == pytest.approx(columns[..., own] @ weights[own] + added, abs=1e-4)
    assert np.all(found.parts[..., -1] == pytest.approx(weights[-1]))


def toward_own(found: Chances, parts):
    """What moves a sum of signs toward the act's own frequency, by its definition, for a window of 30 days."""
    odds = found.base + parts
    expected = np.log1p(np.exp(odds)) / 30 * found.tally.days
    own = np.log(found.recurrence / (1 - found.recurrence))
    return expected / (expected + chance_settings().own_acts) * (own - odds)


def test_a_dense_act_is_near_its_own_frequency_and_a_sparse_one_is_left_to_the_signs():
    steady = [(day, "CHN", "ACCUSE", "JPN") for day in range(0, DAY, 8)]
    rare = [(day, "CHN", "ACCUSE", "KOR") for day in (60, 380)]
    found, moved = said(graph_from([*steady, *rare])), {}
    plain = said_without(graph_from([*steady, *rare]))
    for target in ("JPN", "KOR"):
        pair = [found.tally.graph.actors[code] for code in found.pairs.target].index(target)
        own, here, there = (
            log_odds(of[pair, TYPES.index("ACCUSE")]) for of in (found.recurrence, found.probability, plain)
        )
        moved[target] = (here - there) / (own - there)
    assert moved["JPN"] > 0.4
    assert 0 < moved["KOR"] < 0.1


@pytest.mark.parametrize("within", [7, 30, 50, 90, 365])
def test_a_chance_lies_between_the_sum_of_signs_and_its_own_frequency(within):
    found, plain = said(world(8), within), said_without(world(8), within)
    low, high = np.minimum(plain, found.recurrence), np.maximum(plain, found.recurrence)
    assert np.all((low - 1e-9 <= found.probability) & (found.probability <= high + 1e-9))
    assert np.abs(found.probability - plain).max() > 0.01


def said_without(graph: EventGraph, within: int = 30):
    """Probabilities of the sum of signs alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chance, "_toward_own", lambda found: 0.0)
        return said(graph, within).probability


def test_what_earlier_acts_add_is_split_act_by_act():
    found = said(world(3), 45)
    for pair in range(3):
        for direction, kind in ((OWN, "own_act"), (BACK, "answer")):
            whole = found.parts[pair, :, KINDS.index(kind)]
            assert found.lifts(pair, direction).sum(0) == pytest.approx(whole, abs=1e-5)


def test_facts_of_the_day_and_later_change_nothing():
    early = world(4)
    late = graph_from([(DAY + days, "CHN", "ASSAULT", "JPN") for days in range(30)])
    rows = [
        (int(day), g.actors[a], g.types[t], g.actors[b])
        for g in (early, late)
        for day, a, t, b in zip(g.day, g.source, g.type, g.target, strict=True)
    ]
    assert np.array_equal(said(early).probability, said(graph_from(rows)).probability)


def test_asking_fewer_pairs_changes_no_answer():
    tally = tally_of(world(5), DAY)
    source, target = tally.seen()
    whole = chances(tally, source, target, RATES, within=30)
    part = chances(tally, source[::2], target[::2], RATES, within=30)
    assert part.probability == pytest.approx(whole.probability[::2])


def test_the_order_of_actors_does_not_matter():
    graph = world(6)
    turn = np.random.default_rng(0).permutation(len(ACTORS))
    place = np.argsort(turn).astype(np.int32)
    other = replace(
        graph,
        actors=tuple(graph.actors[code] for code in turn),
        source=place[graph.source],
        target=place[graph.target],
    )
    by_name = []
    for found in (said(graph), said(other)):
        names = found.tally.graph.actors
        ends = zip(found.pairs.source, found.pairs.target, strict=True)
        by_name.append({(names[a], names[b]): row for (a, b), row in zip(ends, found.probability, strict=True)})
    assert by_name[0].keys() == by_name[1].keys()
    assert all(by_name[0][pair] == pytest.approx(by_name[1][pair]) for pair in by_name[0])


@pytest.mark.parametrize("within", [7, 8, 14, 29, 30, 60, 89, 90])
def test_horizons_around_a_window_have_shares_of_one(within):
    shares = blend(within)
    assert sum(share for _, share in shares) == pytest.approx(1.0)
    assert all(0 <= share <= 1 for _, share in shares)


def test_longer_windows_have_higher_base_rates():
    rates = [said(world(7), within).base_rate for within in (1, 3, 7, 14, 30, 60, 90, 180)]
    assert all(np.all(a <= b + 1e-12) for a, b in pairwise(rates))


def test_mutual_types_are_the_mean_of_both_directions():
    tally = tally_of(world(8), DAY)
    source, target = tally.seen()
    there, back = (chances(tally, *ends, RATES, within=30) for ends in ((source, target), (target, source)))
    mutual = np.arange(OTHER) < 2
    even, turned = mirrored(there, back, mutual), mirrored(back, there, mutual)
    assert even.probability[:, :2] == pytest.approx(turned.probability[:, :2])
    assert np.array_equal(even.parts[:, 2:], there.parts[:, 2:])


def test_log_odds_beyond_all_measure_stay_probabilities():
    assert 0 < share_of(np.array([-1e6]))[0] < share_of(np.array([1e6]))[0] < 1
