"""Dates in text: each language's `dates.yaml` names patterns and words; one resolver turns what they catch into days.

A date resolves against the day of publication, or against the last date named where the words ask for it ("the next
day"). What cannot be resolved is not a date: nothing is guessed from the clock.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from stateofplay.day import Day
from stateofplay.documents import full_date
from stateofplay.knowledge.fold import lowered
from stateofplay.knowledge.table import structure

_FIGURE = re.compile(r"[0-9]")
_ASCII = 127


class DayHit(NamedTuple):
    """A date expression at `start`..`end` of the sentence and the days that it stands for.

    `bare`: a day without its month; `weekly`: a day of the week without the week.
    """

    start: int
    end: int
    day: Day
    bare: bool = False
    weekly: bool = False


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """One form of date. A text without its `letters`, or without a figure where it needs `figures`, is not searched."""

    expression: re.Pattern[str]
    letters: frozenset[str]
    figures: bool


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """A language's date grammar, for texts in lower case: patterns that disregard case take several times as long.

    `signs`: what every date holds. `year`: a year in figures. `words`: a slot's name → its words and their values.
    """

    patterns: tuple[Pattern, ...]
    signs: re.Pattern[str]
    year: re.Pattern[str]
    words: dict[str, dict[str, Any]]
    counts: dict[str, int]


@cache
def calendar_of(language: str) -> Calendar:
    """The date grammar in `vocabulary/languages/<language>/dates.yaml`."""
    data = structure("vocabulary", "languages", language, "dates.yaml")
    words: dict[str, dict[str, Any]] = data["words"]
    slots = {name: "|".join(map(re.escape, sorted(table, key=len, reverse=True))) for name, table in words.items()}
    slots |= data["numbers"]
    patterns = tuple(
        Pattern(
            expression=re.compile(re.sub(r"<(\w+)>", lambda m: f"(?P<{m[1]}>{slots[m[1]]})", written)),
            letters=_letters(written),
            figures=any(_in_figures(slots[name]) for name in re.findall(r"<(year|month|day)>(?!\?)", written)),
        )
        for written in data["patterns"]
    )
    return Calendar(
        patterns=patterns,
        signs=re.compile(data["signs"]),
        year=re.compile(slots["year"]),
        words=words,
        counts=data.get("counts", {}),
    )


def _letters(written: str) -> frozenset[str]:
    """Ideographs, kana and hangul that every text of the form holds: what is left without its optional parts."""
    bare = re.sub(r"\[[^\]]*\]", "[]", written)
    while (shorter := re.sub(r"\([^()]*\)", "", bare)) != bare:
        bare = shorter
    bare = re.sub(r"<\w+>|.\?|\\.", "", bare)
    return frozenset(letter for letter in bare if ord(letter) > _ASCII)


def _in_figures(slot: str) -> bool:
    """Whether a number is written in Arabic figures only."""
    return "0-9" in slot and all(ord(letter) <= _ASCII for letter in slot)


def find_days(text: str, language: str, published: Day | None, anchor: Day | None) -> list[DayHit]:
    """Date expressions of `text` in order; `anchor` is the last date named before, for "the next day"."""
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, int, re.Match[str]]] = []
    grammar, text = calendar_of(language), lowered(text)
    if not grammar.signs.search(text):
        return []
    figures, letters = _FIGURE.search(text) is not None, frozenset(text)
    for pattern in grammar.patterns:
        if (pattern.figures and not figures) or not pattern.letters <= letters:
            continue
        for match in pattern.expression.finditer(text):
            if not any(match.start() < end and start < match.end() for start, end in taken):
                taken.append(match.span())
                found.append((*match.span(), match))
    days: list[DayHit] = []
    for start, end, match in sorted(found, key=lambda item: item[:2]):
        day = _resolve(match, grammar, published, days[-1].day if days else anchor)
        if day is not None:
            weekly = "weekday" in match.groupdict() and not match.groupdict().get("week")
            days.append(DayHit(start, end, day, _is_bare(match), weekly))
    return days


def names_year(text: str, language: str) -> bool:
    """Whether `text` may hold a date with its year; quicker than to look for dates."""
    return calendar_of(language).year.search(text) is not None


def _is_bare(match: re.Match[str]) -> bool:
    """Whether the expression names a day of the month and no month."""
    found = match.groupdict()
    months = ("month", "month_name", "month_word", "month_anchor")
    return bool(found.get("day")) and not any(found.get(slot) for slot in months)


def next_month(day: Day) -> Day:
    """The same day of the next month, or that month's last day."""
    year, month = _shifted(day.first.year, day.first.month, 1)
    first = date(year, month, min(day.first.day, calendar.monthrange(year, month)[1]))
    return Day.span(first, first + (day.last - day.first))


def number(text: str) -> int:
    """An integer in Arabic, full-width or Chinese numerals (12, 十二, 二〇二五, 廿一); ValueError where it is none."""
    found = full_date.number(text)
    if found is None:
        raise ValueError(f"not a number: {text!r}")
    return found


def _resolve(match: re.Match[str], grammar: Calendar, published: Day | None, anchor: Day | None) -> Day | None:
    groups = {name: value for name, value in match.groupdict().items() if value}
    values = {name: grammar.words[name].get(text.lower()) for name, text in groups.items() if name in grammar.words}
    now = published.last if published else None
    try:
        if "relative" in values:
            return _relative(values["relative"], _count(groups, grammar), now, anchor)
        if "weekday" in values:
            return _weekday(int(values["weekday"] or 0), int(values.get("week", 0) or 0), now, named="week" in values)
        return _calendar_day(groups, values, now, anchor)
    except (ValueError, OverflowError):
        return None


def _count(groups: dict[str, str], grammar: Calendar) -> int:
    """How many units a relative expression counts; 1 where it does not say."""
    written = groups.get("count", "").lower()
    if not written:
        return 1
    return grammar.counts[written] if written in grammar.counts else number(written)


def _relative(value: Any, count: int, now: date | None, anchor: Day | None) -> Day | None:
    """A shift: `[unit, steps]` from publication or `[anchor, steps]` in days from the last date named.

    `story` is an anchor that is the day of publication where no date was named.
    `days` is the whole stretch back to publication; `weekend` the latest that has begun.
    """
    unit, steps = value[0], value[1] * count
    if unit == "story":
        unit = "anchor" if anchor is not None else "day"
    if unit == "anchor":
        if anchor is None or anchor.length > 3:
            return None
        return Day.on(anchor.first + timedelta(days=steps))
    if now is None:
        return None
    if unit == "day":
        return Day.on(now + timedelta(days=steps))
    if unit == "days":
        return Day.span(now + timedelta(days=steps), now)
    if unit == "weekend":
        saturday = now - timedelta(days=(now.weekday() - 5) % 7) + timedelta(weeks=steps)
        return Day.span(saturday, saturday + timedelta(days=1))
    if unit == "week":
        monday = now - timedelta(days=now.weekday()) + timedelta(weeks=steps)
        return Day.span(monday, monday + timedelta(days=6))
    if unit == "month":
        return Day.month(*_shifted(now.year, now.month, steps))
    return Day.year(now.year + steps)


def _weekday(weekday: int, week: int, now: date | None, *, named: bool) -> Day | None:
    """The last such weekday up to publication; of a named week (-1 last, 1 next), the one in that calendar week."""
    if now is None:
        return None
    if named and week:
        monday = now - timedelta(days=now.weekday()) + timedelta(weeks=week)
        day = monday + timedelta(days=weekday)
        return Day.on(day if week > 0 or day < now else day - timedelta(weeks=1))
    return Day.on(now - timedelta(days=(now.weekday() - weekday) % 7))


def _calendar_day(groups: dict[str, str], values: dict[str, Any], now: date | None, anchor: Day | None) -> Day | None:
    year = _year(groups, values, now, anchor)
    month = _month(groups, values)
    if "month_anchor" in values and anchor is not None:
        year, month = _shifted(anchor.first.year, anchor.first.month, int(values["month_anchor"]))
    if "month_word" in values and now is not None:
        year, month = _shifted(now.year, now.month, int(values["month_word"]))
    if month is None and "day" in groups:
        if now is None:
            return None
        year, month = _month_of_bare_day(number(groups["day"]), now, anchor)
    if year is None and month is not None and now is not None:
        year = _nearest_year(month, now)
    if year is None:
        return None
    part = values.get("part")
    if month is None:
        return _months(year, part) if part else Day.year(year)
    return _days(year, month, groups, part)


def _year(groups: dict[str, str], values: dict[str, Any], now: date | None, anchor: Day | None) -> int | None:
    if "year" in groups:
        year = 1 if groups["year"] == "元" else number(groups["year"])
        if "era" in values:
            return year + int(values["era"])
        return year if year >= 1000 else year + (2000 if year < 70 else 1900)
    if "year_anchor" in values and anchor is not None:
        return anchor.first.year + int(values["year_anchor"])
    if "year_word" in values and now is not None:
        return now.year + int(values["year_word"])
    return None


def _month(groups: dict[str, str], values: dict[str, Any]) -> int | None:
    if values.get("month_name"):
        return int(values["month_name"])
    return number(groups["month"]) if "month" in groups else None


def _month_of_bare_day(day: int, now: date, anchor: Day | None) -> tuple[int, int]:
    """A day without its month is of the month last named when that is recent, else the latest up to publication."""
    if anchor is not None and anchor.precision == "day" and 0 <= (now - anchor.first).days <= 62:
        named = (anchor.first.year, anchor.first.month)
        fits = date(*named, min(day, calendar.monthrange(*named)[1]))
        if fits <= now and day >= anchor.first.day:
            return named
    if anchor is not None and anchor.length == 1 and anchor.first > now and day >= anchor.first.day:
        return anchor.first.year, anchor.first.month
    return (now.year, now.month) if day <= now.day else _shifted(now.year, now.month, -1)


def _nearest_year(month: int, now: date) -> int:
    """The year that brings the month nearest to publication, the earlier one when in doubt."""
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
        return Day(Day.month(year, month).start, Day.month(year, number(groups["month_to"])).end)
    return Day.month(year, month)


def words_of(language: str) -> Iterator[str]:
    """Every word of the date grammar, for tests."""
    for table in calendar_of(language).words.values():
        yield from table
