"""Pairing: one to one, the best first, and nothing lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stateofplay.reading.evaluation.pairing import Pair, paired
from tests.reading.evaluation.conftest import mark as made

MARKS = st.lists(
    st.builds(
        lambda at, length, type: made(span=(at, at + length), type=type),
        st.integers(0, 30),
        st.integers(1, 9),
        st.sampled_from(["CONSULT", "AGREE", "ACCUSE"]),
    ),
    max_size=8,
)


@given(MARKS, MARKS)
def test_every_mark_stands_in_one_pair(gold, read):
    pairs = paired(gold, read)
    assert [pair.gold for pair in pairs if pair.gold] == gold
    assert sorted(id(pair.read) for pair in pairs if pair.read) == sorted(map(id, read))
    assert all((pair.held > 0) == bool(pair.gold and pair.read) for pair in pairs)


@given(MARKS)
def test_a_reader_that_says_the_same_is_right_in_all(gold):
    assert all(pair.whole for pair in paired(gold, list(gold)))


def test_the_better_agreement_wins_over_the_longer_overlap(mark):
    gold, near, right = mark(span=(0, 10)), mark(span=(0, 10), type="AGREE"), mark(span=(8, 30))
    pairs = paired([gold], [near, right])
    assert (pairs[0].read, pairs[0].held) == (right, 6)
    assert pairs[1] == Pair(read=near)


def test_of_equal_agreement_the_longer_overlap_wins(mark):
    short, long = mark(span=(0, 4)), mark(span=(0, 9))
    assert paired([mark(span=(0, 10))], [short, long])[0].read == long


def test_kinds_never_meet(mark):
    pairs = paired([mark()], [mark(kind="cause", who="")])
    assert [(pair.kind, pair.held) for pair in pairs] == [("event", 0), ("cause", 0)]


def test_a_pair_holds_something():
    with pytest.raises(ValueError, match="nothing"):
        Pair()
