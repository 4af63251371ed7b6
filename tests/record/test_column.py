"""Columns become arrays and back whatever their kind, their nulls and the place at which they are cut."""

from datetime import date

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stateofplay.record.column import codes, flags, having, numbers, ordinals, texts, whole

cut = st.integers(0, 5)


@given(values=st.lists(st.one_of(st.none(), st.booleans()), max_size=20), start=cut)
def test_truth_values_wherever_they_are_cut(values, start):
    column = pa.array(values, pa.bool_()).slice(start)
    assert flags(column).tolist() == [bool(value) for value in values[start:]]


@given(values=st.lists(st.one_of(st.none(), st.dates()), max_size=20), start=cut)
def test_days_as_python_counts_them(values, start):
    column = pa.array(values, pa.date32()).slice(start)
    assert ordinals(column).tolist() == [value.toordinal() if value else 0 for value in values[start:]]


@given(values=st.lists(st.one_of(st.none(), st.text(max_size=3)), max_size=20), start=cut)
def test_codes_stand_for_texts(values, start):
    column = pa.array(values, pa.string()).dictionary_encode().slice(start)
    known = [*column.dictionary.to_pylist(), None]
    assert [known[code] for code in codes(column)] == values[start:]
    for text in ("", "a"):
        assert having(column, text).tolist() == [value == text for value in values[start:]]


@given(values=st.lists(st.text(), max_size=10))
def test_texts_read_back(values):
    assert texts(values).to_pylist() == values


def test_numbers_read_back():
    assert numbers(np.arange(5)[::2]).to_pylist() == [0, 2, 4]


@pytest.mark.parametrize("kind", [pa.date32(), pa.bool_()])
def test_an_empty_column_is_empty(kind):
    empty = pa.array([], kind)
    assert len(flags(empty) if kind == pa.bool_() else ordinals(empty)) == 0


def test_pieces_with_codes_of_their_own_become_one():
    parts = [pa.array(list(word)).dictionary_encode() for word in ("ab", "bc")]
    assert whole(pa.chunked_array(parts)).to_pylist() == ["a", "b", "b", "c"]
    assert having(pa.chunked_array(parts), "b").tolist() == [False, True, True, False]
    assert whole(pa.chunked_array([], parts[0].type)).to_pylist() == []


def test_the_first_day_that_arrow_counts():
    assert ordinals(pa.array([date(1970, 1, 1)])).tolist() == [date(1970, 1, 1).toordinal()]
