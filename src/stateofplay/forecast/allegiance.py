"""Allegiance: which role in which country an actor's name tells of, as data sets and the record write it."""

import re
from functools import cache
from typing import Any

from stateofplay.knowledge.table import structure


@cache
def allegiance(name: str) -> tuple[str | None, str | None]:
    """Role and country in a name; None for what it does not tell.

    >>> allegiance("Police_(Japan)"), allegiance("JPNCVL"), allegiance("JPN"), allegiance("Barack_Obama")
    (('Police', 'Japan'), ('CVL', 'JPN'), ('state', 'JPN'), (None, None))
    """
    patterns, state = _patterns()
    for pattern in patterns:
        if match := pattern.fullmatch(name):
            return match["role"] or state, match["country"]
    return None, None


def role_of_states() -> str:
    """The role of an actor that is a state itself."""
    return _patterns()[1]


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], ...], str]:
    settings: dict[str, Any] = structure("vocabulary", "forecast", "ranking.yaml")
    return tuple(re.compile(pattern) for pattern in settings["names"]), settings["state"]
