"""Dates of every kind in the five scripts, against a day of publication and the date named before."""

import pytest

from stateofplay.day import Day
from stateofplay.knowledge.fold import fold
from stateofplay.reading.when import find_days, number

PUBLISHED = Day.parse("2025-12-14")

CASES = [
    ("zh", "十一月七日在國會", "2025-11-07"),
    ("zh", "明年一月赴奈良", "2026-01"),
    ("zh", "十月廿一日上任", "2025-10-21"),
    ("zh", "8月下旬訪日", "2025-08-21..2025-08-31"),
    ("zh", "2023年8月在大衛營", "2023-08"),
    ("zh", "去年7月", "2024-07"),
    ("zh", "上月28日", "2025-11-28"),
    ("zh", "12月3日至5日", "2025-12-03..2025-12-05"),
    ("zh", "民國114年8月25日", "2025-08-25"),
    ("zh", "二〇二五年三月", "2025-03"),
    ("zh", "三天前", "2025-12-11"),
    ("zh", "上周五", "2025-12-05"),
    ("zh", "九日轟炸機", "2025-12-09"),
    ("en", "on August 25, 2025,", "2025-08-25"),
    ("en", "on 14 October", "2025-10-14"),
    ("en", "in late August", "2025-08-21..2025-08-31"),
    ("en", "met on Friday", "2025-12-12"),
    ("en", "in January 2023", "2023-01"),
    ("en", "last month", "2025-11"),
    ("en", "three days ago", "2025-12-11"),
    ("ja", "令和7年8月23日", "2025-08-23"),
    ("ja", "先月22日", "2025-11-22"),
    ("ja", "昨年8月", "2024-08"),
    ("ja", "7、8両日に", "2025-12-07..2025-12-08"),
    ("ja", "来週", "2025-12-15..2025-12-21"),
    ("ko", "지난달 20일", "2025-11-20"),
    ("ko", "2025년 8월 25일", "2025-08-25"),
    ("ko", "이달 초", "2025-12-01..2025-12-10"),
    ("ko", "내년 1월", "2026-01"),
    ("ko", "25일(현지시간)", "2025-11-25"),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_a_date_resolves_against_publication(language: str, text: str, expected: str) -> None:
    found = [hit.day for hit in find_days(fold(text, language), language, PUBLISHED, None)]
    assert found == [Day.parse(expected)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh", "次日", "2025-08-24"),
        ("en", "the next day", "2025-08-24"),
        ("ja", "翌日", "2025-08-24"),
        ("ko", "이튿날", "2025-08-24"),
    ],
)
def test_the_next_day_follows_the_date_named_before(language: str, text: str, expected: str) -> None:
    (hit,) = find_days(text, language, PUBLISHED, Day.parse("2025-08-23"))
    assert hit.day == Day.parse(expected)


@pytest.mark.parametrize(("language", "text"), [("zh", "8月23日"), ("en", "on Monday"), ("ja", "昨日"), ("ko", "어제")])
def test_without_any_reference_nothing_is_guessed(language: str, text: str) -> None:
    assert find_days(text, language, None, None) == []


@pytest.mark.parametrize(
    ("language", "text"), [("zh", "日本、韓國和朝日新聞"), ("en", "may march"), ("ja", "日米韓"), ("ko", "일본")]
)
def test_what_is_no_date_stays_none(language: str, text: str) -> None:
    assert find_days(fold(text, language), language, PUBLISHED, None) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("12", 12), ("十二", 12), ("二十一", 21), ("廿一", 21), ("三十", 30), ("二〇二五", 2025), ("九", 9)],
)
def test_numbers(text: str, value: int) -> None:
    assert number(text) == value
