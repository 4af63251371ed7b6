"""Evidence: which pairs an act concerns, checked against a plain loop, and the sums over them."""

from itertools import permutations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stateofplay.board.act import Acts, Lists
from stateofplay.board.evidence import evidence_from
from stateofplay.board.weights import published_weights

W = published_weights()
ACTORS = ("CHN", "JPN", "KOR", "PRK", "USA")
DAY = 738_000

actor = st.integers(0, len(ACTORS) - 1)
act = st.tuples(
    st.lists(actor, max_size=3, unique=True),
    st.lists(actor, max_size=3, unique=True),
    st.booleans(),
    st.booleans(),
    st.lists(st.integers(0, 4), min_size=1, max_size=3, unique=True),
)
many = st.lists(act, max_size=12)


def lists(rows):
    values = [value for row in rows for value in row]
    return Lists(values=np.array(values, dtype=np.int64), counts=np.array([len(row) for row in rows], dtype=np.int64))


def acts_of(rows):
    number = len(rows)
    days = np.full(number, DAY, dtype=np.int64)
    return Acts(
        id=np.array([f"e{i}" for i in range(number)], dtype=np.object_),
        intensity=np.array([4.0 if mutual else -6.0 for _, _, mutual, _, _ in rows], dtype=np.float64),
        moves=np.array([moves for *_, moves, _ in rows], dtype=np.bool_),
        mutual=np.array([mutual for _, _, mutual, _, _ in rows], dtype=np.bool_),
        first=days,
        last=days,
        ongoing=np.zeros(number, dtype=np.bool_),
        factor=np.ones(number),
        tellings=np.ones(number, dtype=np.int64),
        actors=ACTORS,
        types=("CONSULT",),
        type=np.zeros(number, dtype=np.int64),
        source=lists([row[0] for row in rows]),
        target=lists([row[1] for row in rows]),
        publishers=lists([row[4] for row in rows]),
    )


def plainly(rows):
    """The same rule in plain loops: {(act, source, target)}."""
    found = set()
    for number, (source, target, mutual, moves, _) in enumerate(rows):
        pairs = permutations({*source, *target}, 2) if mutual else product(source, target)
        found |= {(number, ACTORS[a], ACTORS[b]) for a, b in pairs if moves and a != b}
    return found


@given(many)
def test_pairs_are_those_of_the_plain_rule(rows):
    found = evidence_from(acts_of(rows))
    joined = [(int(act), *found.pairs[pair]) for act, pair in zip(found.act, found.pair, strict=True)]
    assert len(joined) == len(set(joined))
    assert set(joined) == plainly(rows)


@given(many)
def test_sums_are_those_of_a_plain_loop(rows):
    found = evidence_from(acts_of(rows))
    weight = np.linspace(0.1, 1.0, len(rows))
    sums = found.sums_of(weight)
    for number, pair in enumerate(found.pairs):
        mine = [act for act, *two in plainly(rows) if tuple(two) == pair]
        assert sums.weight[number] == pytest.approx(sum(weight[act] for act in mine))
        assert sums.weight_square[number] == pytest.approx(sum(weight[act] ** 2 for act in mine))
        share: dict[int, float] = {}
        for act in mine:
            for publisher in rows[act][4]:
                share[publisher] = share.get(publisher, 0.0) + weight[act] / len(rows[act][4])
        effective = sum(share.values()) ** 2 / sum(value**2 for value in share.values())
        assert sums.publishers[number] == pytest.approx(effective)
        assert found.publishers_of(weight)[number] == len(share)


@given(many, actor)
def test_domestic_is_what_concerns_nobody_else(rows, who):
    found = evidence_from(acts_of(rows))
    abroad = {act for act, *_ in plainly(rows)}
    mine = {number for number, row in enumerate(rows) if who in row[0] and number not in abroad}
    assert set(found.domestic(ACTORS[who]).tolist()) == mine


@given(many, actor, actor)
def test_one_pair_alone_has_the_same_sums(rows, a, b):
    found = evidence_from(acts_of(rows))
    pair = ACTORS[a], ACTORS[b]
    only = found.only(pair)
    assert only.pairs == (pair,)
    whole = found.sums_of(found.acts.weights_on(DAY, W))
    alone = only.sums_of(only.acts.weights_on(DAY, W))
    for name, column in vars(alone).items():
        expected = vars(whole)[name][found.pairs.index(pair)] if pair in found.pairs else 0.0
        assert column.tolist() == [pytest.approx(expected)]
    assert only.acts.id.tolist() == found.acts.id[found.acts_of(pair)].tolist()


def test_an_unknown_actor_did_nothing():
    found = evidence_from(acts_of([([0], [1], False, True, [0])]))
    assert found.domestic("XYZ").tolist() == []
    assert found.acts_of(("XYZ", "CHN")).tolist() == []


def test_scores_without_band_are_the_scores():
    found = evidence_from(acts_of([([0], [1], False, True, [0]), ([0], [1], True, True, [1])]))
    scores = dict(zip(found.pairs, found.scores_on(DAY, W), strict=True))
    assert scores == {("CHN", "JPN"): pytest.approx(-2.0 / 4), ("JPN", "CHN"): pytest.approx(4.0 / 3)}
