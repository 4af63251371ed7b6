"""From the words of a date to its days: what a form's slots say, against publication and the last date named.

What cannot be resolved is not a date: nothing is guessed from the clock.
"""

import calendar
from datetime import date, timedelta
from typing import Any

from stateofplay.day import Day
from stateofplay.documents import full_date

_BACK, _COMING = -1, 1


def resolve(
    groups: dict[str, str],
    values: dict[str, Any],
    count: int,
    published: Day | None,
    told: tuple[Day | None, Day | None],
) -> Day | None:
    """The days of a form whose slots hold `groups`, worth `values`; None where they name none.

    `told` are the last date named, and the day to which the story has come.
    """
    anchor, story = told
    now = published.last if published else None
    try:
        shift = values.get("relative") or values.get("ago") or values.get("now")
        if shift:
            return _relative(shift, count, now, story if shift[0] == "story" else anchor)
        if "weekday" in values:
            return _weekday(int(values["weekday"] or 0), values.get("week"), now)
        return _calendar_day(groups, values, now, anchor)
    except (ValueError, OverflowError):
        return None


def number(text: str) -> int:
    """An integer in Arabic, full-width or Chinese numerals (12, 十二, 二〇二五, 廿一); ValueError where it is none."""
    found = full_date.number(text)
    if found is None:
        raise ValueError(f"not a number: {text!r}")
    return found


def next_month(day: Day) -> Day:
    """The same day of the next month, or that month's last day."""
    year, month = _shifted(day.first.year, day.first.month, 1)
    first = date(year, month, min(day.first.day, calendar.monthrange(year, month)[1]))
    return Day.span(first, first + (day.last - day.first))


def _relative(value: Any, count: int, now: date | None, anchor: Day | None) -> Day | None:
    """A shift: `[unit, steps]` from publication or `[anchor, steps]` in days from the last date named.

    `story` is the day to which the story has come, that of publication where it has come to none.
    """
    unit, steps = value[0], value[1] * count
    if unit == "story":
        unit = "anchor" if anchor is not None else "day"
    if unit in ("anchor", "anchor_week"):
        if anchor is None or anchor.length > 3:
            return None
        if unit == "anchor":
            return Day.on(anchor.first + timedelta(days=steps))
        return _week(anchor.first, steps)
    return None if now is None else _from_publication(unit, steps, value[2:], now)


def _from_publication(unit: str, steps: int, part: list[int], now: date) -> Day | None:
    """A shift from publication by days, weeks, months or years, or a stretch that it names.

    `days` is the whole stretch back to publication, `coming` the one ahead, `rest` what is left of the year;
    `weekend` the latest that has begun, `weekend_of` that of a week; `month_part` and `year_part` give the first and
    last day or month of their `part`; `near_part` is that of whichever year is nearest.
    """
    if unit in ("days", "coming"):
        return Day.span(now + timedelta(days=steps), now) if unit == "days" else Day.span(now, now + timedelta(steps))
    if unit in ("weekend", "weekend_of"):
        ahead = -((now.weekday() - 5) % 7) if unit == "weekend" else 5 - now.weekday()
        saturday = now + timedelta(days=ahead) + timedelta(weeks=steps)
        return Day.span(saturday, saturday + timedelta(days=1))
    if unit == "month_part":
        return _days(*_shifted(now.year, now.month, steps), {}, part)
    if unit in ("year_part", "near_part"):
        return _season(now.year + steps if unit == "year_part" else None, part, 0, now)
    if unit == "rest":
        return Day.span(now, date(now.year + steps, 12, 31))
    if unit == "day":
        return Day.on(now + timedelta(days=steps))
    if unit == "week":
        return _week(now, steps)
    return Day.month(*_shifted(now.year, now.month, steps)) if unit == "month" else Day.year(now.year + steps)


def _week(day: date, steps: int) -> Day:
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=steps)
    return Day.span(monday, monday + timedelta(days=6))


def _weekday(weekday: int, week: Any, now: date | None) -> Day | None:
    """The last such weekday up to publication; of a named week (-1 last, 1 next), the one in that calendar week.

    `back` and `coming` name no week: the last one before publication, the first one after it.
    """
    if now is None:
        return None
    if week in ("back", "coming"):
        steps = (now.weekday() - weekday - 1) % 7 + 1 if week == "back" else -((weekday - now.weekday() - 1) % 7 + 1)
        return Day.on(now - timedelta(days=steps))
    if week:
        day = now - timedelta(days=now.weekday()) + timedelta(weeks=int(week), days=weekday)
        return Day.on(day if week > 0 or day < now else day - timedelta(weeks=1))
    return Day.on(now - timedelta(days=(now.weekday() - weekday) % 7))


def _calendar_day(groups: dict[str, str], values: dict[str, Any], now: date | None, anchor: Day | None) -> Day | None:
    year = _year(groups, values, now, anchor)
    month = _month(groups, values)
    season = values.get("season") or values.get("quarter") or values.get("half")
    if season:
        return _season(year, season, values.get("way", 0), now)
    if "month_anchor" in values and anchor is not None:
        year, month = _shifted(anchor.first.year, anchor.first.month, int(values["month_anchor"]))
    if "month_word" in values and now is not None:
        year, month = _shifted(now.year, now.month, int(values["month_word"]))
    if month is None and "day" in groups:
        if now is None:
            return None
        year, month = _month_of_bare_day(number(groups["day"]), now, anchor, values.get("way", 0))
    if year is None and month is not None and now is not None:
        year = _nearest_year(month, now, values.get("way", 0))
    if year is None:
        return None
    if month is None:
        return _of_year(year, values)
    return _days(year, month, groups, values.get("part"))


def _of_year(year: int, values: dict[str, Any]) -> Day:
    """A year, or the part, decade or year of accounts that it names."""
    if "decade" in values:
        return Day.span(date(year, 1, 1), date(year + 9, 12, 31))
    if "fiscal" in values:
        first = int(values["fiscal"])
        return Day.span(date(year, first, 1), date(year + 1, first, 1) - timedelta(days=1))
    part = values.get("part")
    return _months(year, part) if part else Day.year(year)


def _season(year: int | None, months: list[int], way: int, now: date | None) -> Day | None:
    """First to last month of a year; months past the twelfth are of the next. Of no year named, the nearest.

    `way` is -1 for the last one that is over, 1 for the first one to come.
    """
    if year is not None:
        return _month_span(year, months)
    if now is None:
        return None
    found = [_month_span(now.year + step, months) for step in (-2, -1, 0, 1, 2)]
    if way:
        past = way == _BACK
        return max(d for d in found if d.last < now) if past else min(d for d in found if d.first > now)
    return min(found, key=lambda day: 0 if day.first <= now <= day.last else min(_gap(day, now)))


def _month_span(year: int, months: list[int]) -> Day:
    return Day(Day.month(*_shifted(year, months[0], 0)).start, Day.month(*_shifted(year, months[1], 0)).end)


def _gap(day: Day, now: date) -> tuple[int, int]:
    return abs((day.first - now).days), abs((day.last - now).days)


def _year(groups: dict[str, str], values: dict[str, Any], now: date | None, anchor: Day | None) -> int | None:
    if "year" in groups:
        written = groups["year"]
        year = 1 if written == "元" else number(written)
        if "era" in values:
            return year + int(values["era"])
        if len(written) == 3 and year < 200:
            return year + _ROC
        return year if year >= 1000 else year + (2000 if year < 70 else 1900)
    if "year_anchor" in values and anchor is not None:
        return anchor.first.year + int(values["year_anchor"])
    word = values.get("year_word", values.get("year_short"))
    return now.year + int(word) if word is not None and now is not None else None


_ROC = 1911
"""The year before the first of the Republic of China, by which Taiwan counts (113年)."""


def _month(groups: dict[str, str], values: dict[str, Any]) -> int | None:
    if values.get("month_name"):
        return int(values["month_name"])
    return number(groups["month"]) if "month" in groups else None


def _month_of_bare_day(day: int, now: date, anchor: Day | None, way: int) -> tuple[int, int]:
    """A day without its month is of the month last named when that is recent, else the latest up to publication."""
    if way == _COMING:
        return (now.year, now.month) if day >= now.day else _shifted(now.year, now.month, 1)
    if anchor is not None and anchor.length == 1 and 0 <= (now - anchor.first).days <= 62:
        named = (anchor.first.year, anchor.first.month)
        fits = date(*named, min(day, calendar.monthrange(*named)[1]))
        if fits <= now and day >= anchor.first.day:
            return named
    if anchor is not None and anchor.length == 1 and anchor.first > now and day >= anchor.first.day:
        return anchor.first.year, anchor.first.month
    return (now.year, now.month) if day <= now.day else _shifted(now.year, now.month, -1)


def _nearest_year(month: int, now: date, way: int) -> int:
    """The year that brings the month nearest to publication, the earlier one when in doubt; `way` only back or on."""
    if way:
        return now.year + (0 if (month - now.month) * way >= 0 else way)
    gap = month - now.month
    return now.year - 1 if gap > 4 else now.year + 1 if gap < -9 else now.year


def _shifted(year: int, month: int, steps: int) -> tuple[int, int]:
    index = year * 12 + month - 1 + steps
    return index // 12, index % 12 + 1


def _months(year: int, part: Any) -> Day:
    """Part of a year, given as first and last month in a table of 36 thirds of months, or of days."""
    first, last = (max(1, min(12, round(value * 12 / 31 + 0.49))) for value in part)
    return Day(Day.month(year, first).start, Day.month(year, max(first, last)).end)


def _days(year: int, month: int, groups: dict[str, str], part: Any) -> Day:
    length = calendar.monthrange(year, month)[1]
    if "day" in groups:
        first = date(year, month, number(groups["day"]))
        if "day_to" not in groups:
            return Day.on(first)
        last_month = number(groups["month_to"]) if "month_to" in groups else month
        return Day.span(first, date(year + (last_month < month), last_month, number(groups["day_to"])))
    if part:
        return Day.span(date(year, month, part[0]), date(year, month, min(part[1], length)))
    if "month_to" in groups:
        last_month = number(groups["month_to"])
        return Day(Day.month(year, month).start, Day.month(year + (last_month < month), last_month).end)
    return Day.month(year, month)
