"""Dates in text: each language's `dates.yaml` names patterns and words; one resolver turns what they catch into days.

A date resolves against the day of publication, or against the last date named where the words ask for it ("the next
day"). What cannot be resolved is not a date: nothing is guessed from the clock.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

import ahocorasick_rs

from stateofplay.day import Day
from stateofplay.documents import full_date
from stateofplay.knowledge.fold import lowered
from stateofplay.knowledge.table import structure
from stateofplay.reading.resolve import resolve

_FIGURE = re.compile(r"[0-9]")
_CLASS = re.compile(r"\[([^\]]*)\]")
_CHOICE = re.compile(r"\(\?:(\w+(?:\|\w+)+)\)(?![?*])")
_OPENING = re.compile(r"\\b|\(\?<!(?P<not_after>\[[^\]]*\]|[^\\()\[\]])\)")
_ASCII = 127
_SIGNS = 0xE000
"""Where signs begin that stand in no text of ours: each may stand for a class of letters."""
_FIGURE_HELD = "0-9"
_IN_FIGURES = ("year", "month", "day")
_MONTHS = frozenset({"month", "month_name", "month_word", "month_anchor", "way"})
_LOOSE = ("days", "coming", "rest")
_FROM_TEXT = ("anchor", "anchor_week", "story", "year", "year_part", "near_part")
"""Shifts counted from a date of the text, or by years: they hold though the day of publication is not known."""


class DayHit(NamedTuple):
    """A date expression at `start`..`end` of the sentence and the days that it stands for.

    `bare`: a day without its month; `weekly`: a day of the week without the week; `loose`: a
    stretch up to now or from now on (in recent days), or the day before the one told of: it does not move the story.
    """

    start: int
    end: int
    day: Day
    bare: bool = False
    weekly: bool = False
    loose: bool = False


class Pattern(NamedTuple):
    """One form of date, and what a text must hold to be searched for it.

    `needs`: of each set one word or letter, `_FIGURE_HELD` for a figure.
    `not_after`: no match where this stands just before. A form that opened with it would be searched for slowly.
    """

    expression: re.Pattern[str]
    not_after: re.Pattern[str] | None
    needs: frozenset[frozenset[str]]


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """A language's date grammar, for texts in lower case: patterns that disregard case take several times as long.

    `signs`: what every date holds. `year`: a year in figures. `words`: a slot's name → its words and their values.
    `marks`: finds the letters and words that meet needs, `met` has a bit for each need that each of them meets, and
    `in_figures` those that a figure meets; a pattern stands beside the bits that it asks for.
    """

    patterns: tuple[tuple[int, Pattern], ...]
    marks: ahocorasick_rs.AhoCorasick
    met: tuple[int, ...]
    in_figures: int
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
    patterns = tuple(_pattern(written, slots, words) for written in data["patterns"])
    bits = {need: 1 << at for at, need in enumerate(dict.fromkeys(need for p in patterns for need in p.needs))}
    marks: dict[str, int] = {}
    for need, bit in bits.items():
        for word in need:
            marks[word] = marks.get(word, 0) | bit
    in_figures = marks.pop(_FIGURE_HELD, 0)
    return Calendar(
        patterns=tuple((sum(bits[need] for need in pattern.needs), pattern) for pattern in patterns),
        marks=ahocorasick_rs.AhoCorasick(list(marks), store_patterns=False),
        met=tuple(marks.values()),
        in_figures=in_figures,
        signs=re.compile(data["signs"]),
        year=re.compile(slots["year"]),
        words=words,
        counts=data.get("counts", {}),
    )


def _pattern(written: str, slots: dict[str, str], words: dict[str, dict[str, Any]]) -> Pattern:
    opening = _OPENING.match(written)
    form = written[opening.end() :] if opening else written
    needed, classes = _needed(form)
    named = re.findall(r"<(\w+)>", needed)
    letters = (letter for letter in re.sub(r"<\w+>", "", needed) if ord(letter) > _ASCII and letter not in classes)
    needs = {frozenset(letter) for letter in letters}
    needs |= {frozenset(held) for mark, held in classes.items() if mark in needed}
    needs |= {frozenset(words[name]) for name in named if name in words}
    if any(_in_figures(slots[name]) for name in named if name in _IN_FIGURES):
        needs.add(frozenset((_FIGURE_HELD,)))
    return Pattern(
        expression=re.compile(_glance(form, slots) + re.sub(r"<(\w+)>", lambda m: f"(?P<{m[1]}>{slots[m[1]]})", form)),
        not_after=re.compile(opening["not_after"] or r"\w") if opening else None,
        needs=frozenset(needs),
    )


def _glance(form: str, slots: dict[str, str]) -> str:
    """A look at the first letter of a form that opens with a number: most of a text is passed over faster.

    Slots that may be left out can stand before the number (<era>?<year>).
    """
    opens = re.match(r"((?:<\w+>\?)*)<(\w+)>(?!\?)", form)
    if opens is None or "0-9" not in slots[opens[2]]:
        return ""
    held = "".join(slots[name] for name in (*re.findall(r"\w+", opens[1]), opens[2]))
    letters = sorted(set(re.findall(r"\w|[^\x00-\x7f]", re.sub(r"\(\?[^()]*\)", "", held))))
    return f"(?=[{''.join(letters)}0-9])"


def _needed(form: str) -> tuple[str, dict[str, Iterable[str]]]:
    """What every text of the form holds: the form without optional parts, alternatives and looks aside.

    A class of letters ([日号]) or a choice of words (星期|周) is one sign of its own, of which the letters or words are
    given; a class with a stretch (0-9) none.
    """
    classes: dict[str, Iterable[str]] = {}

    def sign(held: Iterable[str]) -> str:
        mark = chr(_SIGNS + len(classes))
        classes[mark] = held
        return mark

    bare = re.sub(_CLASS, lambda match: "" if re.search(r"^\^|\\|\w-\w", match[1]) else sign(match[1]), form)
    bare = re.sub(_CHOICE, lambda match: sign(match[1].split("|")), bare)
    while (shorter := re.sub(r"\((?!\?[=!<])(?:\?:)?([^()|]*)\)(?!\?)|\([^()]*\)\??", r"\1", bare)) != bare:
        bare = shorter
    return re.sub(r"<\w+>\?|\\.|[^>]\?", "", bare), classes


def _in_figures(slot: str) -> bool:
    """Whether a number is written in Arabic figures only."""
    return "0-9" in slot and all(ord(letter) <= _ASCII for letter in re.sub(r"\(\?[=!<][^()]*\)", "", slot))


def find_days(
    text: str,
    language: str,
    published: Day | None,
    anchor: Day | None,
    story: Day | None = None,
    *,
    reckoned: bool = False,
) -> list[DayHit]:
    """Date expressions of `text` in order; `anchor` is the last date named before, for "the next day".

    `story` is the day to which the story has come, for "this day". `reckoned`: `published` is only reckoned from the
    text, so that it tells the year, but "today", "on Thursday" and "last month" tell nothing.
    """
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, int, re.Match[str]]] = []
    grammar, text = calendar_of(language), lowered(text)
    met = grammar.in_figures if _FIGURE.search(text) else 0
    for mark, _, _ in grammar.marks.find_matches_as_indexes(text, overlapping=True):
        met |= grammar.met[mark]
    patterns = [pattern for needs, pattern in grammar.patterns if needs & met == needs]
    if not patterns or not grammar.signs.search(text):
        return []
    for expression, not_after, _ in patterns:
        for match in expression.finditer(text):
            start, end = match.span()
            if start and not_after is not None and not_after.match(text, start - 1):
                continue
            if not any(start < last and first < end for first, last in taken):
                taken.append((start, end))
                found.append((start, end, match))
    if not found:
        return []
    days: list[DayHit] = []
    for start, end, match in sorted(found, key=lambda item: item[:2]):
        last = days[-1].day if days else anchor
        today = last if days and last and last.length == 1 else story or anchor
        groups = {name: value for name, value in match.groupdict().items() if value}
        manner = _manner(groups, match.re.groupindex, grammar)
        if reckoned and _needs_today(groups, grammar, bare=manner[0] and last is None):
            continue
        day = _resolve(groups, grammar, published, last, today)
        if day is not None:
            days.append(DayHit(start, end, day, *manner))
    return days


def names_year(text: str, language: str) -> bool:
    """Whether `text` may hold a date with its year; quicker than to look for dates."""
    return calendar_of(language).year.search(text) is not None


def _manner(groups: dict[str, str], slots: Mapping[str, int], grammar: Calendar) -> tuple[bool, bool, bool]:
    """Whether the expression names a day and no month, a weekday and no week, or a stretch or day beside the story."""
    bare = "day" in groups and _MONTHS.isdisjoint(groups)
    weekly = "weekday" in slots and "week" not in groups
    shift = grammar.words["relative"][groups["relative"]] if "relative" in groups else None
    return bare, weekly, shift is not None and (shift[0] in _LOOSE or (shift[0] == "anchor" and shift[1] < 0))


def _needs_today(groups: dict[str, str], grammar: Calendar, *, bare: bool) -> bool:
    """Whether only the day of publication tells what is meant: a day of the week, or one counted from today.

    `bare`: a day is named without its month, and no date before it.
    """
    if "weekday" in groups or "month_word" in groups or "now" in groups:
        return True
    for slot in ("relative", "ago"):
        if slot in groups:
            return grammar.words[slot][groups[slot]][0] not in _FROM_TEXT
    return bare


def _resolve(
    groups: dict[str, str], grammar: Calendar, published: Day | None, anchor: Day | None, story: Day | None
) -> Day | None:
    values = {name: grammar.words[name].get(text) for name, text in groups.items() if name in grammar.words}
    return resolve(groups, values, _count(groups, grammar), published, (anchor, story))


def _count(groups: dict[str, str], grammar: Calendar) -> int:
    """How many units a relative expression counts; 1 where it does not say."""
    written = groups.get("count", "")
    if not written:
        return 1
    return grammar.counts[written] if written in grammar.counts else full_date.number(written) or 1


def words_of(language: str) -> Iterator[str]:
    """Every word of the date grammar, for tests."""
    for table in calendar_of(language).words.values():
        yield from table
