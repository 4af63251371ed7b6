"""Scores of issued forecasts: what is settled, once, beside the naive ones, by horizon, and by pair from enough on."""

from datetime import timedelta

import numpy as np
import pytest

from stateofplay.forecast.reliability import settings
from stateofplay.forecast.scoring import FORECASTERS, places_of, scores_of
from tests.forecast.foretelling import DAY, WRITTEN, entry


def everything(*entries):
    return scores_of(entries)[0]


def test_nothing_issued_has_no_scores_and_nothing_settled_no_marks():
    assert scores_of([]) == ()
    found = everything(entry(closed=False))
    assert (found.issued, found.settled, found.statuses, found.marks) == (1, 0, {"open": 1}, {})


def test_ours_and_the_naive_ones_are_scored_on_the_same_questions():
    found = everything(entry(0.9, True, type="AID"), entry(0.1, False))
    assert set(found.marks) == set(FORECASTERS)
    assert found.marks["probability"].brier == pytest.approx(0.01)
    assert found.marks["base_rate"].brier == pytest.approx((0.8**2 + 0.2**2) / 2)
    assert found.marks["no_change"].brier == pytest.approx(0.5)
    assert found.skill["base_rate"].brier == pytest.approx(1 - 0.01 / 0.34)
    assert {one.n for one in found.marks.values()} == {2}


def test_what_came_true_before_its_time_was_over_is_not_scored_before_what_may_still_fail():
    found = everything(entry(0.9, True, closed=False), entry(0.1, False, type="AID"))
    assert (found.statuses, found.settled) == ({"came-true": 1, "did-not": 1}, 1)
    assert found.marks["probability"].n == 1


def test_a_meeting_foretold_from_both_sides_counts_once_and_an_act_of_each_twice():
    both = [entry(0.4, True, who=who, type="CONSULT") for who in ("KOR>JPN", "JPN>KOR")]
    assert everything(*both).settled == 1
    assert everything(*(entry(0.4, who=who) for who in ("KOR>JPN", "JPN>KOR"))).settled == 2


def test_of_forecasts_made_again_for_a_day_the_first_counts_and_of_replayed_ones_the_last():
    later = WRITTEN + timedelta(hours=3)
    again = [entry(0.2), entry(0.9, recorded_at=later, state="more")]
    assert everything(*again).marks["probability"].mean == pytest.approx(0.2)
    replayed = [entry(0.2, replayed=True), entry(0.9, recorded_at=later, replayed=True, model="better")]
    assert everything(*replayed).marks["probability"].mean == pytest.approx(0.9)


def test_groups_are_all_then_horizons_by_length_then_pairs():
    entries = [entry(within=30), entry(within=7), entry(within=7, who="USA>CHN")]
    assert [one.group for one in scores_of(entries)] == ["all", "7d", "30d", "KOR → JPN", "USA → CHN"]


def test_a_pair_has_no_scores_of_its_own_below_enough_settled():
    enough = settings()["rank_from"]
    entries = [entry(day=DAY + timedelta(days=n), came=n % 3 == 0) for n in range(enough)]
    (*_, few) = scores_of(entries[1:])
    (*_, many) = scores_of(entries)
    assert (few.group, few.settled, few.marks, few.ranked) == ("KOR → JPN", enough - 1, {}, {})
    assert many.marks["probability"].n == enough


def test_a_ranking_tells_the_place_of_what_happened_among_what_did_not():
    acts = [entry(0.5, type="AID"), entry(0.3, True), entry(0.2, True, type="ACCUSE"), entry(0.1, type="ASSAULT")]
    other = [entry(0.5, who="USA>CHN"), entry(0.4, who="USA>CHN", type="AID")]
    ranked = everything(*acts, *other).ranked["probability"]
    assert (ranked.lists, ranked.n, ranked.mrr, ranked.hits) == (1, 2, 0.5, {1: 0.0, 3: 1.0})
    naive = everything(*acts).ranked["no_change"]
    assert naive.mrr == pytest.approx(1 / 2)


def test_ties_take_the_mean_of_their_places():
    assert places_of(np.array([0.2, 0.2, 0.2]), np.array([0.0, 1.0, 0.0])).tolist() == [2.0]
    assert places_of(np.array([0.9, 0.2]), np.array([1.0, 1.0])).tolist() == [1.0, 1.0]


def test_the_interval_of_a_skill_is_there_from_enough_days_and_the_same_each_time():
    days = [DAY + timedelta(days=n) for n in range(10)]
    good = [entry(0.9 if n % 2 else 0.1, bool(n % 2), day=day, base_rate=0.5) for n, day in enumerate(days)]
    skill = everything(*good).skill["base_rate"]
    assert skill.brier == pytest.approx(1 - 0.01 / 0.25)
    assert skill.low == skill.high == pytest.approx(skill.brier)
    assert everything(*good[:9]).skill["base_rate"].low is None
    mixed = [entry(0.5 + n / 40, n % 3 == 0, day=day) for n, day in enumerate(days)]
    one, other = (everything(*mixed).skill["recurrence"] for _ in range(2))
    assert one == other
    assert one.low is not None
    assert one.low <= one.brier <= one.high


def test_a_naive_forecaster_that_is_never_wrong_leaves_no_skill():
    assert everything(entry(0.2, no_change=0.0)).skill["no_change"].brier is None


def test_scores_are_ready_for_json():
    told = everything(entry(0.9, True), entry(0.1, False, type="AID")).as_json()
    assert told["marks"]["probability"]["brier"] == 0.01
    assert told["ranked"]["probability"] == {"lists": 1, "n": 1, "mrr": 1.0, "hits@1": 1.0, "hits@3": 1.0}
    assert told["skill"]["base_rate"]["low"] is None
