"""What is given as text stands for a day or a language, and what stands for none is refused with what to write."""

from datetime import date

import pytest

from stateofplay.app.given import day_of, parsed, parsed_day, variants
from stateofplay.errors import YourInput


@pytest.mark.parametrize(
    ("given", "day"),
    [
        (None, None),
        ("2025-09-01", date(2025, 9, 1)),
        ("2025-08", date(2025, 8, 31)),
        (date(2025, 1, 2), date(2025, 1, 2)),
    ],
)
def test_days_as_given(given, day):
    assert day_of(given) == day


@pytest.mark.parametrize("given", ["yesterday", "2025-13-01", "2025-02-30", ""])
def test_what_is_no_day_is_refused(given):
    with pytest.raises(YourInput, match="not a day"):
        day_of(given)


def test_a_stretch_is_its_last_day_or_itself():
    assert parsed_day("2025-08") == date(2025, 8, 31)
    assert parsed("2025-08").first == date(2025, 8, 1)


def test_a_language_stands_for_its_variants():
    assert variants("zh") == ("zh-Hant", "zh-Hans")
    assert variants("ja") == ("ja",)
    with pytest.raises(YourInput, match="no language"):
        variants("tlh")
