"""How numbers, days and persons are written: a sign always, a day no narrower than known, a person by usual name."""

import re
from datetime import date
from functools import cache
from typing import Final

from stateofplay.app.web.words import Words
from stateofplay.day import Day
from stateofplay.knowledge.person import Person
from stateofplay.knowledge.region import available, region

MINUS: Final = "−"


def score(value: float) -> str:
    """A score with its sign, one decimal: `+3.2`, `−5.1`, `0.0`.

    >>> score(3.21), score(-5.06), score(-0.01)
    ('+3.2', '−5.1', '0.0')
    """
    rounded = round(value, 1)
    if not rounded:
        return "0.0"
    return f"{'+' if rounded > 0 else MINUS}{abs(rounded):.1f}"


def fine(value: float) -> str:
    """As `score`, with two decimals, for what an event adds."""
    rounded = round(value, 2)
    return f"{'+' if rounded > 0 else MINUS}{abs(rounded):.2f}" if rounded else "0.00"


def day(value: Day | date | None, words: Words) -> str:
    """A day as the page's language writes it: `2025-08-23 (Sat)`, `2025-08`, `2025`, `2025-08-21 – 2025-08-31`."""
    if value is None:
        return words("day.unknown")
    if isinstance(value, date):
        return words("day.single", day=value.isoformat(), weekday=words(f"weekday.{value.isoweekday()}"))
    if value.precision == "day":
        return day(value.first, words)
    if value.precision == "span":
        return words("day.span", first=value.first.isoformat(), last=value.last.isoformat())
    return value.first.isoformat()[: 7 if value.precision == "month" else 4]


def person(said_by: str, words: Words) -> str:
    """The usual name of a speaker in the page's language; as the document has it where we do not know the person."""
    known = _persons().get(said_by)
    return known.shown(words.tag) if known else said_by


def file_name(path: str) -> str:
    """The last part of a path or address, for where there is no title: `b.txt` of `a/b.txt`, `b.jsonl#2` too."""
    return re.split(r"[/\\]", path.rstrip("/\\"))[-1] or path


@cache
def _persons() -> dict[str, Person]:
    return {found.id: found for name in available() for found in region(name).persons}
