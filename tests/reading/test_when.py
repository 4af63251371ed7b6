"""Dates of every kind in the five scripts, against a day of publication and the date named before."""

import pytest

from stateofplay.day import Day
from stateofplay.knowledge.fold import fold
from stateofplay.reading.resolve import number
from stateofplay.reading.when import find_days

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
    ("en", "early next month", "2026-01-01..2026-01-10"),
    ("en", "from December 3 to 5", "2025-12-03..2025-12-05"),
    ("en", "in May last year", "2024-05"),
    ("en", "next January", "2026-01"),
    ("en", "in the third quarter of 2024", "2024-07-01..2024-09-30"),
    ("en", "last autumn", "2025-09-01..2025-11-30"),
    ("en", "this coming Tuesday", "2025-12-16"),
    ("en", "a fortnight ago", "2025-11-30"),
    ("en", "in the 1990s", "1990-01-01..1999-12-31"),
    ("zh", "俄外交部昨譴責", "2025-12-13"),
    ("zh", "今晨", "2025-12-14"),
    ("zh", "近日表示", "2025-12-07..2025-12-14"),
    ("zh", "今夏訪日", "2025-06-01..2025-08-31"),
    ("zh", "去年底", "2024-09-01..2024-12-31"),
    ("zh", "2024年第三季度", "2024-07-01..2024-09-30"),
    ("zh", "113年8月12日", "2024-08-12"),
    ("zh", "兩周前", "2025-11-30"),
    ("zh", "上周末", "2025-12-06..2025-12-07"),
    ("zh", "上世紀90年代", "1990-01-01..1999-12-31"),
    ("ja", "昨秋", "2024-09-01..2024-11-30"),
    ("ja", "昨年末", "2024-09-01..2024-12-31"),
    ("ja", "2024年7～9月期", "2024-07-01..2024-09-30"),
    ("ja", "令和7年8月", "2025-08"),
    ("ja", "2024年度", "2024-04-01..2025-03-31"),
    ("ja", "1週間前", "2025-12-07"),
    ("ja", "けさ", "2025-12-14"),
    ("ja", "このほど", "2025-12-04..2025-12-14"),
    ("ko", "오는 20일", "2025-12-20"),
    ("ko", "오는 3월", "2026-03"),
    ("ko", "지난 금요일", "2025-12-12"),
    ("ko", "지난해 말", "2024-09-01..2024-12-31"),
    ("ko", "올봄", "2025-03-01..2025-05-31"),
    ("ko", "2024년 하반기", "2024-07-01..2024-12-31"),
    ("ko", "8월 말레이시아", "2025-08"),
    ("ko", "12일부터 13일까지", "2025-12-12..2025-12-13"),
    ("ko", "두 달 전", "2025-10"),
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


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh", "同年12月", "2024-12"),
        ("zh", "同月15日", "2024-03-15"),
        ("en", "the following month", "2024-04"),
        ("en", "a year earlier", "2023"),
        ("ja", "翌週", "2024-03-11..2024-03-17"),
        ("ko", "이듬해", "2025"),
        ("ko", "같은 달 15일", "2024-03-15"),
    ],
)
def test_the_same_month_or_year_is_that_of_the_date_named_before(language: str, text: str, expected: str) -> None:
    (hit,) = find_days(text, language, PUBLISHED, Day.parse("2024-03-05"))
    assert hit.day == Day.parse(expected)


@pytest.mark.parametrize(("language", "text"), [("zh", "8月23日"), ("en", "on Monday"), ("ja", "昨日"), ("ko", "어제")])
def test_without_any_reference_nothing_is_guessed(language: str, text: str) -> None:
    assert find_days(text, language, None, None) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [("zh", "今日"), ("zh", "上個月"), ("en", "on Thursday"), ("en", "this week"), ("ja", "8日"), ("ko", "어제")],
)
def test_a_reckoned_day_tells_the_year_and_not_today(language: str, text: str) -> None:
    assert find_days(fold(text, language), language, PUBLISHED, None) != []
    assert find_days(fold(text, language), language, PUBLISHED, None, reckoned=True) == []


def test_a_reckoned_day_still_gives_a_month_its_year() -> None:
    (hit,) = find_days("8月23日", "zh", Day.parse("2025-10-21"), None, reckoned=True)
    assert hit.day == Day.parse("2025-08-23")
    (next_day,) = find_days("翌日", "zh", Day.parse("2025-10-21"), Day.parse("2025-08-23"), reckoned=True)
    assert next_day.day == Day.parse("2025-08-24")


def test_a_coming_day_may_be_the_day_of_publication() -> None:
    (hit,) = find_days("오는 4일", "ko", Day.parse("2026-02-04"), None)
    assert hit.day == Day.parse("2026-02-04")


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
