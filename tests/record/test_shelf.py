"""A shelf finds the passages that hold all terms, and those that a span touches."""

from datetime import date

import numpy as np
import pytest

from stateofplay.record.record import open_record
from stateofplay.record.shelf import Places, Shelf
from stateofplay.record.sought import sought
from tests.record.texts import NOON, text


@pytest.fixture
def shelf(tmp_path):
    record = open_record(tmp_path / "record")
    late = text("Alpha one. ", "Beta two. ", "Alpha beta. ", published="2025-09-01")
    early = text("Alpha three. ", published="2025-08-01")
    undated = text("Alpha four. ", published=None)
    record.add([early, undated, late], recorded_at=NOON)
    return Shelf(record.folder, record.snapshot())


def texts(shelf, places):
    return [shelf.text[row].as_py() for row in places.row.tolist()]


def test_the_last_published_comes_first_and_the_undated_last(shelf):
    assert texts(shelf, shelf.holding(sought("alpha"))) == [
        "Alpha one. ",
        "Alpha beta. ",
        "Alpha three. ",
        "Alpha four. ",
    ]


def test_all_terms_in_one_passage(shelf):
    assert texts(shelf, shelf.holding(sought("alpha beta"))) == ["Alpha beta. "]


def test_what_was_indexed_since_the_snapshot_is_not_there_yet(tmp_path):
    record = open_record(tmp_path / "record")
    record.add([text("Alpha one. ")], recorded_at=NOON)
    before = record.snapshot()
    record.add([text("Alpha two. ")], recorded_at=NOON)
    Shelf(record.folder, record.snapshot())
    shelf = Shelf(record.folder, before)
    assert texts(shelf, shelf.holding(sought("alpha"))) == ["Alpha one. "]


def test_one_of_the_terms(shelf):
    assert texts(shelf, shelf.holding(sought("three two"), one=True)) == ["Beta two. ", "Alpha three. "]
    assert len(shelf.holding(sought("three two"), ("ja",), one=True)) == 0


def test_languages(shelf):
    assert len(shelf.holding(sought("alpha"), ("en", "ko"))) == 4
    assert len(shelf.holding(sought("alpha"), ("ja",))) == 0


def test_bounds_of_days(shelf):
    published = shelf.about["published_last"].to_pylist()
    assert published == [date(2025, 9, 1), date(2025, 8, 1), None]
    assert shelf.between(date(2025, 8, 1), date(2025, 8, 31), None).tolist() == [False, True, False]
    assert shelf.between(None, None, date(2025, 8, 31)).tolist() == [False, True, False]
    assert shelf.between(None, None, NOON.date()).tolist() == [True, True, True]


@pytest.mark.parametrize(
    ("span", "rows"),
    [
        ((0, 0, 1), [0]),
        ((0, 9, 11), [0, 1]),
        ((0, 10, 20), [1]),
        ((0, 5, 25), [0, 1, 2]),
        ((1, 2, 3), [3]),
        ((9, 0, 5), []),
    ],
)
def test_what_a_span_touches(span, rows):
    places = Places(
        row=np.arange(4), rank=np.array([0, 0, 0, 1]), start=np.array([0, 10, 20, 0]), end=np.array([10, 20, 30, 8])
    )
    rank, start, end = (np.array([part]) for part in span)
    assert places.touched(rank, start, end).row.tolist() == rows


def test_a_part(shelf):
    found = shelf.holding(sought("alpha"))
    assert texts(shelf, found.part(slice(1, 3))) == ["Alpha beta. ", "Alpha three. "]
    assert len(found.part(slice(9, 11))) == 0
