"""When a document was published, as citations write it."""

from datetime import date

import pytest

from stateofplay.exchange.out.bibtex import address, issued


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        (date(2025, 8, 24), date(2025, 8, 24), "2025-08-24"),
        (date(2024, 2, 1), date(2024, 2, 29), "2024-02"),
        (date(2025, 12, 1), date(2025, 12, 31), "2025-12"),
        (date(2025, 1, 1), date(2025, 12, 31), "2025"),
        (date(2025, 8, 21), date(2025, 8, 31), "2025-08-21/2025-08-31"),
        (None, None, ""),
    ],
)
def test_a_day_is_no_narrower_than_known(first, last, written):
    assert issued({"published_from": first, "published_to": last}) == written


def test_only_an_address_is_an_address():
    assert address({"path": "https://news.example/a"}) == "https://news.example/a"
    assert address({"path": "a.txt"}) == ""
