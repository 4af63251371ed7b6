"""Dates with their year are read in every writing, and what is none is not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stateofplay.documents.full_date import full_dates, number

DAYS = st.dates(date(1926, 12, 25), date(2099, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "2025-08-25",
        "2025/8/25",
        "2025.08.25 14:03",
        "2025. 8. 25.",
        "2025年8月25日",
        "２０２５年８月２５日",
        "2025 年 8 月 25 日",
        "2025年8月25號",
        "二〇二五年八月二十五日",
        "二零二五年八月廿五日",
        "二０二五年八月廿五日",
        "民國114年8月25日",
        "中華民國114年八月二十五日",
        "民國一一四年八月廿五日",
        "114年8月25日",
        "令和7年8月25日",
        "令和７年８月２５日（月）",
        "2025년 8월 25일",
        "2025년8월25일자",
        "August 25, 2025",
        "Aug. 25, 2025",
        "AUGUST 25TH, 2025",
        "25 August 2025",
        "25th Aug 2025",
        "Monday, 25 Aug. 2025",
    ],
)
def test_every_writing_of_one_day(text: str) -> None:
    assert [day.iso for _, _, day in full_dates(text)] == ["2025-08-25"]


@pytest.mark.parametrize(
    "text",
    ["8月25日", "2025年8月", "2025年13月1日", "2025-02-30", "十年十月十日", "version 2.0.25", "1234567-08-25", "",
     "May 2025", "31 June 2025", "3025年1月1日"],
)  # fmt: skip
def test_no_full_date(text: str) -> None:
    assert list(full_dates(text)) == []


@given(day=DAYS)
def test_round_trip(day: date) -> None:
    writings = [
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
        f"民國{day.year - 1911}年{day.month}月{day.day}日",
        f"{day.year}년 {day.month}월 {day.day}일",
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%b} {day.year}",
    ]
    for text in writings:
        assert [found.first for _, _, found in full_dates(text)] == [day], text


def test_places() -> None:
    (start, end, _), = full_dates("於2025年8月25日發布")  # fmt: skip
    assert (start, end) == (1, 11)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("廿一", 21),
        ("卅", 30),
        ("三十一", 31),
        ("元", 1),
        ("０７", 7),
        ("二〇", 20),
        ("百", None),
    ],
)
def test_numerals(written: str, value: int | None) -> None:
    assert number(written) == value


def test_the_first_year_of_an_era() -> None:
    assert [day.iso for _, _, day in full_dates("令和元年5月1日")] == ["2019-05-01"]
