"""Sides: what tellings of one act say that cannot all be right, each with the tellings that say it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import chain

from stateofplay.day import Day
from stateofplay.record.marks import Marks
from stateofplay.record.row import Row


def sides_of(about: str, unit: str, told: Iterable[Row]) -> dict[str, list[Row]]:
    """What is said → the tellings that say it, in the order in which it was first said."""
    sides: dict[str, list[Row]] = defaultdict(list)
    for row in told:
        sides[_says(about, unit, row)].append(row)
    return _apart(sides) if about == "when" else sides


def _says(about: str, unit: str, row: Row) -> str:
    if about == "whether":
        return "denied" if row["status"] == "denied" else "occurred"
    if about == "when":
        return Day.span(row["happened_first"], row["happened_last"]).iso
    if about == "who":
        return f"{' '.join(sorted(row['source']))}>{' '.join(sorted(row['target']))}"
    amounts = (text for text in Marks.of(row["marks"]).amounts if text.partition(" ")[2] == unit)
    return ", ".join(sorted(amounts, key=lambda text: (float(text.partition(" ")[0]), text)))


def _apart(sides: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """One side for all days that overlap one another, under the narrowest of them."""
    apart: list[tuple[Day, dict[str, list[Row]]]] = []
    for says in sorted(sides):
        day, joined = Day.parse(says), {says: sides[says]}
        for other, more in [one for one in apart if one[0].overlaps(day)]:
            apart.remove((other, more))
            day, joined = Day(min(day.start, other.start), max(day.end, other.end)), {**more, **joined}
        apart.append((day, joined))
    return {
        min(joined, key=lambda says: Day.parse(says).length): sorted(chain(*joined.values()), key=first_told)
        for _, joined in apart
    }


def first_told(row: Row) -> tuple[date, str]:
    """The order of tellings: by publication, those without a day behind."""
    return row["published_last"] or date.max, row["id"]
