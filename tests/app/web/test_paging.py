"""Parts of a list are the list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stateofplay.app.web.paging import part_of


@given(st.lists(st.integers(), max_size=50), st.integers(1, 12))
def test_all_parts_together_are_the_list(items, size):
    parts = part_of(items, "", size).parts
    assert [item for n in range(parts) for item in part_of(items, str(n + 1), size).items] == items


@pytest.mark.parametrize(
    ("asked", "number"), [("", 1), ("2", 2), ("0", 1), ("99", 3), ("-1", 1), ("x", 1), ("９", 1), ("9" * 5000, 1)]
)
def test_a_number_out_of_range_is_the_nearest(asked, number):
    assert part_of(range(5), asked, 2).number == number
