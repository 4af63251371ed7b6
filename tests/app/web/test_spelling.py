"""Signs are always written, and a day says no more than is known."""

from datetime import date

import pytest

from stateofplay.app.web.spelling import day, fine, score
from stateofplay.app.web.words import words_of
from stateofplay.day import Day


@pytest.mark.parametrize(
    ("value", "written"),
    [(3.21, "+3.2"), (-5.06, "−5.1"), (0.04, "0.0"), (-0.04, "0.0"), (10.0, "+10.0"), (-0.05001, "−0.1")],
)
def test_scores(value, written):
    assert score(value) == written


@pytest.mark.parametrize(("value", "written"), [(0.424, "+0.42"), (-0.425001, "−0.43"), (0.001, "0.00")])
def test_points(value, written):
    assert fine(value) == written


@pytest.mark.parametrize(
    ("given", "english", "chinese"),
    [
        ("2025-08-23", "2025-08-23 (Sat)", "2025-08-23（週六）"),
        ("2025-08", "2025-08", "2025-08"),
        ("2025", "2025", "2025"),
        ("2025-08-21..2025-08-31", "2025-08-21 – 2025-08-31", "2025-08-21 至 2025-08-31"),
    ],
)
def test_days(given, english, chinese):
    assert day(Day.parse(given), words_of("en")) == english
    assert day(Day.parse(given), words_of("zh-Hant")) == chinese


def test_a_plain_date_is_a_day_and_none_is_said():
    assert day(date(2026, 1, 4), words_of("zh-Hant")) == "2026-01-04（週日）"
    assert day(None, words_of("en")) == "Day not told"
