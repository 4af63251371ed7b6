"""Scores: shares from counts, whole and by slice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stateofplay.reading.evaluation.pairing import paired
from stateofplay.reading.evaluation.score import Score, scores


@pytest.mark.parametrize(
    ("counts", "shares"), [((4, 2, 1), (0.5, 0.25, 1 / 3)), ((0, 0, 0), (0.0, 0.0, 0.0)), ((3, 0, 0), (0.0, 0.0, 0.0))]
)
def test_shares(counts, shares):
    score = Score(**dict(zip(("gold", "read", "right"), counts, strict=True)))
    assert (score.precision, score.recall, score.f1) == pytest.approx(shares)


@pytest.mark.parametrize("right", [3, -1])
def test_more_right_than_there_is_cannot_be(right):
    with pytest.raises(ValueError, match="right"):
        Score(gold=2, read=5, right=right)


@given(st.integers(1, 50), st.integers(1, 50), st.data())
def test_f1_lies_between_precision_and_recall(gold, read, data):
    score = Score(gold=gold, read=read, right=data.draw(st.integers(0, min(gold, read))))
    low, high = sorted((score.precision, score.recall))
    assert low - 1e-9 <= score.f1 <= high + 1e-9


def test_levels_can_only_fall(mark):
    gold = [mark(span=(0, 5)), mark(span=(10, 15)), mark(span=(20, 25))]
    read = [mark(span=(0, 5), type="AGREE"), mark(span=(10, 15), status="denied"), mark(span=(40, 45))]
    found = scores(paired(gold, read), "event")
    assert [score.right for score in found.values()] == [2, 2, 1, 1, 0, 0]
    assert {(score.gold, score.read) for score in found.values()} == {(3, 3)}


def test_a_slice_counts_what_it_keeps(mark):
    gold = [mark(span=(0, 5), type="AGREE"), mark(span=(10, 15))]
    read = [mark(span=(0, 5)), mark(span=(10, 15))]
    found = scores(paired(gold, read), "event", lambda one: one.type == "CONSULT")
    assert (found["place"].gold, found["place"].read, found["place"].right) == (1, 2, 1)


def test_as_json_is_rounded():
    assert Score(gold=3, read=3, right=2).as_json()["f1"] == 0.667
