"""Dates written out in full, with their year; a date without a year is not read here."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from stateofplay.day import Day

_DIGITS: Final = str.maketrans("〇零○一二三四五六七八九０１２３４５６７８９", "00012345678901234567" + "89")
_TENS: Final = {"廿": 20, "卅": 30}
_NUMBER: Final = "[0-9０-９〇零○一二三四五六七八九十廿卅元]{1,5}"
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = (
    r"(?P<{0}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_ERAS: Final = {"民國": 1911, "民国": 1911, "令和": 2018, "平成": 1988, "昭和": 1925}
"""Era → the year before its first."""

_EASTERN: Final = re.compile(
    rf"(?P<era>(?:中華)?民國|(?:中华)?民国|令和|平成|昭和)?\s*(?P<year>{_NUMBER})\s*[年년]\s*"
    rf"(?P<month>{_NUMBER})\s*[月월]\s*(?P<day>{_NUMBER})\s*[日號号일]"
)
_NUMERIC: Final = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d\d)(?P<sign>[-/.])\s?(?P<month>\d{1,2})(?P=sign)\s?(?P<day>\d{1,2})(?!\d)"
)
_MONTH_FIRST: Final = re.compile(
    _MONTH.format("month") + r"\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})\b", re.I
)
_DAY_FIRST: Final = re.compile(
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+" + _MONTH.format("month") + r",?\s+(?P<year>\d{4})\b", re.I
)
_FORMS: Final = (_EASTERN, _NUMERIC, _MONTH_FIRST, _DAY_FIRST)
_YEAR: Final = re.compile(r"[年년]|\d{4}")
"""What every form of a full date holds."""
_YEARS: Final = range(1900, 2101)


def full_dates(text: str) -> Iterator[tuple[int, int, Day]]:
    """Place (start, end) and day of each full date in `text`, form by form.

    Read are 2025-08-25, 2025/8/25, 2025. 8. 25., 2025年8月25日, 2025년 8월 25일, 二〇二五年八月廿五日,
    民國114年8月25日, 令和7年8月25日, August 25, 2025 and 25 August 2025. A year of three digits is one of the Republic.

    >>> [day.iso for _, _, day in full_dates("民國一一四年八月廿五日")]
    ['2025-08-25']
    """
    for form in _FORMS if _YEAR.search(text) else ():
        for match in form.finditer(text):
            day = _day(match)
            if day is not None:
                yield match.start(), match.end(), day


def _day(match: re.Match[str]) -> Day | None:
    parts = match.groupdict()
    year, month, day = number(parts["year"]), _month(parts["month"]), number(parts["day"])
    if year is None or month is None or day is None:
        return None
    era = (parts.get("era") or "")[-2:]
    year += _ERAS[era] if era else 1911 if 100 <= year < 200 else 0
    if year not in _YEARS:
        return None
    try:
        return Day.on(date(year, month, day))
    except ValueError:
        return None


def _month(written: str) -> int | None:
    name = written[:3].lower()
    return _MONTHS.index(name) + 1 if name in _MONTHS else number(written)


def number(written: str) -> int | None:
    """The number that digits or Chinese numerals up to 9999 write (元 is 1); None where they write none."""
    if written == "元":
        return 1
    if not re.search("[十廿卅]", written):
        digits = written.translate(_DIGITS)
        return int(digits) if digits.isdecimal() and digits.isascii() else None
    tens, unit = re.fullmatch("(.*?)[十廿卅](.?)", written), written[-1]
    if tens is None:
        return None
    mark = written[len(tens.group(1))]
    ten = _TENS.get(mark) or 10 * (number(tens.group(1)) or 1 if tens.group(1) else 1)
    return ten + (number(unit) or 0 if tens.group(2) else 0)
