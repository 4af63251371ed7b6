"""Dates in text: each language's `dates.yaml` names patterns and words; one resolver turns what they catch into days.

A date resolves against the day of publication, or against the last date named where the words ask for it ("the next
day"). What cannot be resolved is not a date: nothing is guessed from the clock.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from stateofplay.day import Day
from stateofplay.documents import full_date
from stateofplay.knowledge.fold import lowered
from stateofplay.knowledge.table import structure
from stateofplay.reading.resolve import resolve

_FIGURE = re.compile(r"[0-9]")
_WORD = re.compile(r"[a-z]+")
_OPENING = re.compile(r"\\b|\(\?<!(?P<not_after>\[[^\]]*\]|[^\\()\[\]])\)")
_ASCII = 127
_SIGNS = 0xE000
"""Where signs begin that stand in no text of ours: each may stand for a class of letters."""
_FIGURE_HELD = "0-9"
_IN_FIGURES = ("year", "month", "day")
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

    `needs`: of each set one word (in Latin letters) or letter, `_FIGURE_HELD` for a figure.
    `not_after`: no match where this stands just before. A form that opened with it would be searched for slowly.
    """

    expression: re.Pattern[str]
    not_after: re.Pattern[str] | None
    needs: frozenset[frozenset[str]]


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """A language's date grammar, for texts in lower case: patterns that disregard case take several times as long.

    `signs`: what every date holds. `year`: a year in figures. `words`: a slot's name → its words and their values.
    `marks`: a letter or word → a bit for each need that it meets; `letters` finds those of one letter.
    `needs`: the bits that each pattern asks for.
    """

    patterns: tuple[Pattern, ...]
    marks: dict[str, int]
    letters: re.Pattern[str]
    needs: tuple[int, ...]
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
    marks: dict[str, int] = {_FIGURE_HELD: 0}
    for need, bit in bits.items():
        for word in need:
            marks[word] = marks.get(word, 0) | bit
    return Calendar(
        patterns=patterns,
        marks=marks,
        letters=re.compile("[" + re.escape("".join(mark for mark in marks if len(mark) == 1)) + "]"),
        needs=tuple(sum(bits[need] for need in p.needs) for p in patterns),
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
    needs |= {frozenset(map(_unit, words[name])) for name in named if name in words}
    if any(_in_figures(slots[name]) for name in named if name in _IN_FIGURES):
        needs.add(frozenset((_FIGURE_HELD,)))
    return Pattern(
        expression=re.compile(_glance(form, slots) + re.sub(r"<(\w+)>", lambda m: f"(?P<{m[1]}>{slots[m[1]]})", form)),
        not_after=re.compile(opening["not_after"] or r"\w") if opening else None,
        needs=frozenset(needs),
    )


def _glance(form: str, slots: dict[str, str]) -> str:
    """A look at the first letter of a form that opens with a number: most of a text is passed over faster."""
    opens = re.match(r"<(\w+)>(?!\?)", form)
    slot = re.sub(r"\(\?[^()]*\)", "", slots[opens[1]]) if opens else ""
    letters = "".join(sorted(set(re.findall(r"\w|[^\x00-\x7f]", slot))))
    return f"(?=[{letters}0-9])" if "0-9" in slot else ""


def _needed(form: str) -> tuple[str, dict[str, str]]:
    """What every text of the form holds: the form without optional parts, alternatives and looks aside.

    A class of letters ([日号]) is one sign of its own, of which the letters are given; one with a stretch (0-9) none.
    """
    classes: dict[str, str] = {}

    def signed(match: re.Match[str]) -> str:
        if re.search(r"^\^|\\|\w-\w", match[1]):
            return ""
        mark = chr(_SIGNS + len(classes))
        classes[mark] = match[1]
        return mark

    bare = re.sub(r"\[([^\]]*)\]", signed, form)
    while (shorter := re.sub(r"\((?!\?[=!<])(?:\?:)?([^()|]*)\)(?!\?)|\([^()]*\)\??", r"\1", bare)) != bare:
        bare = shorter
    return re.sub(r"<\w+>\?|\\.|[^>]\?", "", bare), classes


def _unit(word: str) -> str:
    """What stands for a word in a quick look: its longest word in Latin letters, else its first letter."""
    return max(_WORD.findall(word), key=len, default=word[0])


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
    if not grammar.signs.search(text):
        return []
    met = grammar.marks[_FIGURE_HELD] if _FIGURE.search(text) else 0
    for mark in {*grammar.letters.findall(text), *_WORD.findall(text)}:
        met |= grammar.marks.get(mark, 0)
    for (expression, not_after, _), needs in zip(grammar.patterns, grammar.needs, strict=True):
        if needs & ~met:
            continue
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
        if reckoned and _needs_today(match, grammar, last):
            continue
        day = _resolve(match, grammar, published, last, today)
        if day is not None:
            days.append(DayHit(start, end, day, *_manner(match, grammar)))
    return days


def names_year(text: str, language: str) -> bool:
    """Whether `text` may hold a date with its year; quicker than to look for dates."""
    return calendar_of(language).year.search(text) is not None


def _manner(match: re.Match[str], grammar: Calendar) -> tuple[bool, bool, bool]:
    """Whether the expression names a day and no month, a weekday and no week, or a stretch or day beside the story."""
    found = match.groupdict()
    months = ("month", "month_name", "month_word", "month_anchor", "way")
    bare = bool(found.get("day")) and not any(found.get(slot) for slot in months)
    weekly = "weekday" in found and not found.get("week")
    shift = grammar.words["relative"][found["relative"]] if found.get("relative") else None
    return bare, weekly, shift is not None and (shift[0] in _LOOSE or (shift[0] == "anchor" and shift[1] < 0))


def _needs_today(match: re.Match[str], grammar: Calendar, anchor: Day | None) -> bool:
    """Whether only the day of publication tells what is meant: a day of the week, or one counted from today."""
    found = match.groupdict()
    if found.get("weekday") or found.get("month_word") or found.get("now"):
        return True
    for slot in ("relative", "ago"):
        if found.get(slot):
            return grammar.words[slot][found[slot]][0] not in _FROM_TEXT
    return _manner(match, grammar)[0] and anchor is None


def _resolve(
    match: re.Match[str], grammar: Calendar, published: Day | None, anchor: Day | None, story: Day | None
) -> Day | None:
    groups = {name: value for name, value in match.groupdict().items() if value}
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
