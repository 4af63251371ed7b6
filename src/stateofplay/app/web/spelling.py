"""How numbers, days and names are written: a sign always, a day no narrower than known, persons by usual name."""

import re
from datetime import date
from functools import cache
from typing import Final

from stateofplay.app.web.words import Words
from stateofplay.board.positions import issue_named, issue_title
from stateofplay.day import Day
from stateofplay.knowledge.actor import actors, display
from stateofplay.knowledge.event_type import event_types
from stateofplay.knowledge.person import Person
from stateofplay.knowledge.region import Region, available, merged, region
from stateofplay.knowledge.spelling import LANGUAGES
from stateofplay.knowledge.table import rows, structure

MINUS: Final = "−"
_PERCENT: Final = "percent"
_DIGITS: Final = 12


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


def speaker(by: str, words: Words) -> str:
    """Whoever says or expects something: the author, a person, an actor, or as the document has it."""
    if by == "author":
        return words("forecast.author")
    return display(by, words.tag) if by in actors() else person(by, words)


def amount(value: float, unit: str, words: Words) -> str:
    """A value with its unit in the scale words of the page: `350 billion USD`, `15 %`, `103 aircraft`."""
    forms = structure("app", "web", "texts", "scales.yaml")[words.tag]
    if unit == _PERCENT:
        return str(forms[_PERCENT]).format(number=_plain(value))
    least, form = next((least, form) for least, form in forms["scales"] if abs(value) >= least)
    noun = words(f"unit.{unit}", n=value) if unit in _units(words) else unit
    return str(form).format(number=_plain(value / (least or 1)), unit=noun)


def type_name(name: str, words: Words) -> str:
    """What a type of events is called in the page's language; its code where there is none."""
    known = event_types().get(name)
    return known.label(words.tag) if known else name


def issue(id: str, words: Words) -> str:
    """The title of an issue in the page's language."""
    return issue_title(id, _region(), words.tag)


def ties_of(pair: tuple[str, str]) -> str:
    """Id of the issue that the relations of two actors are as such."""
    return issue_named("-".join(sorted(actor.lower() for actor in pair)) + "-relations", _region())


def framework(id: str, words: Words) -> str:
    """The title of a framework in the page's language; its id where no region knows it."""
    known = {found.id: found for found in _region().frameworks}.get(id)
    return known.title(words.tag) if known else id


def place(name: str, words: Words) -> str:
    """A town in the page's language, by any of its names; as given where we do not know it."""
    column = "zh" if words.tag.startswith("zh") else "en"
    for row in rows("vocabulary", "places.tsv"):
        if name in {form for language in LANGUAGES for form in row[language].split("|")}:
            return row[column].partition("|")[0]
    return name


def office(id: str, words: Words) -> str:
    """The title of an office in the page's language."""
    return _region().office(id).title(words.tag)


def _plain(value: float) -> str:
    return f"{value:,.{_DIGITS}g}"


@cache
def _units(words: Words) -> frozenset[str]:
    """Units that the page's language has a word for."""
    keys = (key.partition("#")[0].partition(".") for key in words.texts)
    return frozenset(unit for group, _, unit in keys if group == "unit")


@cache
def _region() -> Region:
    return merged(*available())


def file_name(path: str) -> str:
    """The last part of a path or address, for where there is no title: `b.txt` of `a/b.txt`, `b.jsonl#2` too."""
    return re.split(r"[/\\]", path.rstrip("/\\"))[-1] or path


@cache
def _persons() -> dict[str, Person]:
    return {found.id: found for name in available() for found in region(name).persons}
