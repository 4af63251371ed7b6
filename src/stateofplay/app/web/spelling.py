"""How numbers and days are written on a page: signs are always written, and a day says no more than is known."""

from datetime import date
from typing import Final

from stateofplay.app.web.words import Words
from stateofplay.day import Day

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
