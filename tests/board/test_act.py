"""Acts: what of the record's events counts, from when, and how much on a day."""

from datetime import date

import numpy as np
import pytest

from stateofplay.board.act import Lists, acts_from, joined, spread
from stateofplay.board.weights import published_weights
from stateofplay.reading.statement import Status

W = published_weights()
ON = date(2025, 9, 1).toordinal()


@pytest.fixture
def acts(record, told):
    def made(*readings):
        record.add(readings, recorded_at=told.recorded_at)
        return acts_from(record.event_table(), W)

    return made


def listed(lists, texts=None):
    ends = np.cumsum(lists.counts)
    rows = [lists.values[end - count : end].tolist() for end, count in zip(ends, lists.counts, strict=True)]
    return [[texts[value] for value in row] for row in rows] if texts else rows


def test_an_empty_record_has_no_acts(acts):
    found = acts()
    assert len(found.id) == 0
    assert found.actors == ()
    assert found.weights_on(ON, W).tolist() == []


@pytest.mark.parametrize("status", list(Status))
def test_only_what_occurred_or_goes_on_is_an_act(acts, told, status):
    found = acts(told.reading(told.event("AID", "USA", "KOR", "2025-08-23", status)))
    assert len(found.id) == (status in (Status.OCCURRED, Status.ONGOING))


def test_columns_say_what_the_event_says(acts, told):
    found = acts(told.reading(told.event("SANCTION", "USA JPN", "PRK", "2025-08-23")))
    assert listed(found.source, found.actors) == [["USA", "JPN"]]
    assert listed(found.target, found.actors) == [["PRK"]]
    assert (found.intensity[0], found.moves[0], found.mutual[0], found.tellings[0]) == (-6.0, True, False, 1)
    assert found.first[0] == found.last[0] == date(2025, 8, 23).toordinal()


def test_a_transition_moves_nothing(acts, told):
    found = acts(told.reading(told.event("TRANSITION", "JPN", "", "2025-08-23")))
    assert (found.moves[0], found.intensity[0]) == (False, 0.0)


def test_a_type_that_the_vocabulary_lacks_moves_nothing(acts, told):
    found = acts(told.reading(told.event("DANCE", "JPN", "KOR", "2025-08-23")))
    assert (found.moves[0], found.intensity[0]) == (False, 0.0)


def test_weight_by_hand(acts, told):
    found = acts(told.reading(told.event("AID", "USA", "KOR", "2025-08-23")))
    assert found.weights_on(ON, W)[0] == pytest.approx(0.5 ** (9 / 90))


@pytest.mark.parametrize("back", [1, 9, 400])
def test_nothing_weighs_before_it_happened(acts, told, back):
    found = acts(told.reading(told.event("AID", "USA", "KOR", "2025-08-23")))
    assert found.weights_on(date(2025, 8, 23).toordinal() - back, W)[0] == 0.0


def test_a_wide_stretch_counts_once_it_is_over(acts, told):
    found = acts(told.reading(told.event("AID", "USA", "KOR", "2025-08")))
    assert found.weights_on(date(2025, 8, 30).toordinal(), W)[0] == 0.0
    assert 0.8 < found.weights_on(date(2025, 8, 31).toordinal(), W)[0] < 1.0


def test_what_goes_on_counts_from_its_first_day_and_stays_fresh(acts, told):
    found = acts(told.reading(told.event("AID", "USA", "KOR", "2025-08-01..2025-12-31", Status.ONGOING)))
    assert found.weights_on(date(2025, 7, 31).toordinal(), W)[0] == 0.0
    assert found.weights_on(date(2025, 8, 1).toordinal(), W)[0] == 1.0
    assert found.weights_on(ON, W)[0] > 0.8


def test_an_undated_event_stands_on_its_first_publication_at_less_weight(acts, told):
    found = acts(told.reading(told.event("AID", "USA", "KOR"), published="2025-08-23"))
    assert found.first[0] == date(2025, 8, 23).toordinal()
    assert found.weights_on(ON, W)[0] == pytest.approx(W.undated * 0.5 ** (9 / 90))


def test_an_event_without_any_day_weighs_nothing(acts, told):
    found = acts(told.reading(told.event("AID", "USA", "KOR"), published=None))
    assert (len(found.id), found.factor[0], found.weights_on(ON, W)[0]) == (1, 0.0, 0.0)


def test_publishers_are_those_named_else_the_documents(acts, told):
    aid = told.event("AID", "USA", "KOR", "2025-08-23")
    named = acts(told.reading(aid, publisher="Herald"), told.reading(aid, publisher="Times"))
    assert named.publishers.counts.tolist() == [2]


def test_unnamed_publishers_count_by_document(acts, told):
    aid = told.event("AID", "USA", "KOR", "2025-08-23")
    unnamed = [told.reading(aid, publisher="", name=name) for name in ("one", "two", "three")]
    assert acts(*unnamed).publishers.counts.tolist() == [3]


def test_an_unnamed_publisher_beside_a_named_one_is_not_another_source(acts, told):
    aid = told.event("AID", "USA", "KOR", "2025-08-23")
    assert acts(told.reading(aid), told.reading(aid, publisher="", name="one")).publishers.counts.tolist() == [1]


def test_take_keeps_rows_and_their_lists(acts, told):
    found = acts(
        told.reading(
            told.event("AID", "USA", "KOR JPN", "2025-08-23"), told.event("REJECT", "PRK", "KOR", "2025-08-24")
        )
    )
    one = found.take(np.array([1]))
    assert listed(one.source, one.actors) == [["PRK"]]
    assert listed(one.target, one.actors) == [["KOR"]]
    assert one.intensity.tolist() == [-2.0]


def test_spread_numbers_rows_and_places():
    row, place = spread(np.array([2, 0, 3]))
    assert row.tolist() == [0, 0, 2, 2, 2]
    assert place.tolist() == [0, 1, 0, 1, 2]


def test_lists_join_filter_and_take():
    left = Lists(values=np.array([1, 2, 3]), counts=np.array([2, 0, 1]))
    right = Lists(values=np.array([7, 8]), counts=np.array([0, 1, 1]))
    assert listed(joined(left, right)) == [[1, 2], [7], [3, 8]]
    assert listed(left.where(np.array([False, True, True]))) == [[2], [], [3]]
    assert listed(left.take(np.array([2, 0]))) == [[3], [1, 2]]
