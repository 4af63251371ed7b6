"""Fulfilment: whether the tellings of an event say the town and the rank of those who met that a forecast named."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from stateofplay.board.foretold import Rule
from stateofplay.board.meeting_of_leaders import tells_leaders
from stateofplay.knowledge.fold import fold, lowered
from stateofplay.knowledge.region import Region
from stateofplay.knowledge.spelling import LANGUAGES
from stateofplay.knowledge.table import rows


@dataclass(frozen=True, kw_only=True)
class Told:
    """One telling of an event: quote and language, the `people` in it, and the `text` of its document where asked."""

    quote: str
    language: str
    people: frozenset[str]
    text: str


def fulfils(rule: Rule, day: date, told: Sequence[Told], region: Region) -> tuple[str, ...] | None:
    """What of the tellings shows the place and the leaders that the rule asks for; None where they do not."""
    why: list[str] = []
    if rule.leaders:
        by = _leaders(rule, day, told, region)
        if by is None:
            return None
        why.append(by)
    if rule.place:
        where = _where(rule.place, told)
        if where is None:
            return None
        why.append(where)
    return tuple(why)


def _leaders(rule: Rule, day: date, told: Sequence[Told], region: Region) -> str | None:
    """Who of the leaders is named, or that words tell a meeting of leaders."""
    leaders = (region.leader(actor, day) for actor in (*rule.source, *rule.target))
    names = {person.name for person in leaders if person}
    named = sorted({name for one in told for name in one.people} & names)
    if named:
        return f"a leader took part: {', '.join(named)}"
    return "told as a meeting of leaders" if any(tells_leaders(one.quote, one.language) for one in told) else None


def _where(place: str, told: Sequence[Told]) -> str | None:
    """Where the town is named: in a telling, else elsewhere in its document."""
    if any(_names(one.quote, one.language, place) for one in told):
        return f"told of {place}"
    return f"its document names {place}" if any(_names(one.text, one.language, place) for one in told) else None


def _names(text: str, language: str, place: str) -> bool:
    folder = language.partition("-")[0]
    return folder in LANGUAGES and _pattern(place, folder).search(lowered(fold(text, folder))) is not None


@cache
def _pattern(place: str, folder: str) -> re.Pattern[str]:
    """Any name of the town, as written and in the other languages."""
    forms = next((forms for forms in _towns() if place in forms), (place,))
    folded = sorted({lowered(fold(form, folder)) for form in forms})
    return re.compile("|".join(rf"\b{re.escape(form)}\b" if form.isascii() else re.escape(form) for form in folded))


@cache
def _towns() -> tuple[tuple[str, ...], ...]:
    """The names of each town of `vocabulary/places.tsv`."""
    table = rows("vocabulary", "places.tsv")
    return tuple(tuple(form for language in LANGUAGES for form in row[language].split("|")) for row in table)
