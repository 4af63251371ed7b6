"""Scores of those who forecast: means with their numbers, and no rank for a few."""

import pytest

from stateofplay.board.brier import rank_from, scores_of
from tests.board.test_foretold import foretold


def made(by: str, n: int, status: str = "came-true", start: int = 0):
    return [foretold(status, by=by, document=f"{by} {status} {start + number}") for number in range(n)]


def test_nothing_resolved_gives_no_score():
    assert scores_of([foretold("open"), foretold("void"), foretold("not-checkable")]) == ()


def test_the_mean_stands_with_its_number_and_the_score_of_a_constant():
    (everybody, one) = scores_of([*made("A", 3), *made("A", 1, "did-not"), foretold("open", by="A")])
    assert (everybody.by, one.by, one.n, one.came_true) == ("", "A", 4, 3)
    assert one.mean == pytest.approx((3 * 0.275**2 + 0.725**2) / 4)
    assert one.constant == pytest.approx(0.75 * 0.25)
    assert everybody.mean == one.mean
    assert one.as_json()["ranked"] is False


def test_only_who_has_enough_is_ranked_the_best_first():
    enough = rank_from()
    assert enough >= 30
    found = scores_of([*made("worse", enough, "did-not"), *made("better", enough), *made("few", enough - 1)])
    assert [(score.by, score.ranked) for score in found] == [
        ("", False),
        ("better", True),
        ("worse", True),
        ("few", False),
    ]


def test_what_one_says_twice_in_a_document_counts_once():
    (everybody, _) = scores_of([foretold("came-true", statement="1"), foretold("came-true", statement="2")])
    assert everybody.n == 1


def test_who_is_not_named_counts_for_all_alone():
    (everybody,) = scores_of([foretold("came-true", by="")])
    assert everybody.n == 1
