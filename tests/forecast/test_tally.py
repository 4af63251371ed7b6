"""A tally counts what lies before its day, in windows, and nothing else."""

import numpy as np
import pytest

from stateofplay.forecast.graph import graph_from
from stateofplay.forecast.settings import chance_settings
from stateofplay.forecast.tally import ALL, LONG, MIDDLE, OTHER, SHORT, TYPES, Tally, tally_of

DAY = 1000
FACTS = [
    (DAY - 1, "a", "ACCUSE", "b"),
    (DAY - 7, "a", "ACCUSE", "b"),
    (DAY - 8, "a", "ACCUSE", "b"),
    (DAY - 31, "a", "AID", "b"),
    (DAY - 100, "b", "STATEMENT", "a"),
    (DAY - 400, "b", "AID", "c"),
    (DAY, "c", "ASSAULT", "a"),
]


@pytest.fixture
def tally():
    return tally_of(graph_from(FACTS), DAY)


def code(tally: Tally, actor: str) -> np.ndarray:
    return np.array([tally.graph.actors.index(actor)])


def test_windows_reach_back_so_many_days(tally):
    key = tally.act(code(tally, "a"), np.array([TYPES.index("ACCUSE")]), code(tally, "b"))
    acts, last = tally.acts.of(key)
    assert acts[0].tolist() == [2, 3, 3, 3]
    assert last[0] == DAY - 1


def test_what_lies_on_the_day_or_too_far_back_does_not_count(tally):
    assert len(tally.graph) == 5
    assert tally.days == 100
    acts, _ = tally.sources.of(code(tally, "c"))
    assert acts.sum() == 0


def test_the_settings_reach_decides_how_far_back_counts():
    reach = chance_settings().reach_days
    kept = tally_of(graph_from([(DAY - reach, "a", "AID", "b"), (DAY - reach - 1, "a", "AID", "b")]), DAY)
    assert kept.graph.day.tolist() == [DAY - reach]


def test_pairs_and_sides_count_all_types_and_one(tally):
    a, b = code(tally, "a"), code(tally, "b")
    assert tally.pairs.of(tally.pair(a, b))[0][0].tolist() == [2, 3, 4, 4]
    assert tally.doing.of(tally.side(a, np.array([TYPES.index("AID")])))[0][0, ALL] == 1
    assert tally.suffering.of(tally.side(b, np.array([TYPES.index("ACCUSE")])))[0][0, SHORT] == 2
    assert tally.targets.of(a)[0][0, [SHORT, MIDDLE, LONG, ALL]].tolist() == [0, 0, 0, 1]


def test_types_that_are_not_asked_for_are_dealings_all_the_same(tally):
    assert sorted(set(tally.type.tolist()) - {OTHER}) == sorted([TYPES.index("AID"), TYPES.index("ACCUSE")])
    source, target = tally.seen()
    names = tally.graph.actors
    assert {(names[s], names[t]) for s, t in zip(source, target, strict=True)} == {("a", "b"), ("b", "a")}


def test_no_window_is_longer_than_the_graph():
    short = tally_of(graph_from([(DAY - 10, "a", "AID", "b")]), DAY)
    assert short.spans.tolist() == [7, 10, 10, 10]


def test_weights_count_not_rows():
    graph = graph_from([(DAY - 1, "a", "AID", "b"), (DAY - 1, "a", "AID", "b")])
    half = tally_of(type(graph)(**{**vars(graph), "weight": np.array([0.5, 1.0], dtype=np.float32)}), DAY)
    assert half.pairs.acts[0, ALL] == 1.5


def test_an_empty_graph_has_nothing():
    none = tally_of(graph_from([]), DAY)
    assert none.days == 1
    assert none.pairs.of(np.array([3, 4]))[0].tolist() == [[0, 0, 0, 0]] * 2
    assert len(none.seen()[0]) == 0
    assert none.shares.sum() == pytest.approx(1.0)
