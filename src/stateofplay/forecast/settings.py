"""How probabilities are made: published choices from one data file, never numbers in the code."""

from dataclasses import dataclass, field
from dataclasses import fields as fields_of
from functools import cache
from typing import Any, Final

from stateofplay.errors import DataFileError
from stateofplay.knowledge.table import structure

_FILE: Final = ("vocabulary", "forecast", "chance.yaml")


@dataclass(frozen=True, kw_only=True)
class ChanceSettings:
    """The choices behind a probability; `vocabulary/forecast/chance.yaml` says what each means and why.

    >>> chance_settings().horizons
    (7, 30, 90)
    """

    horizons: tuple[int, ...]
    windows: tuple[int, ...]
    reach_days: int
    pseudo: float
    lags: tuple[int, ...]
    rule_cases: float
    base_acts: float
    type_acts: float
    own_days: float
    own_acts: float
    own_share: tuple[float, ...]
    band: float
    listed_for: int
    listed_against: int
    listed_events: int
    listed_busy: int
    partners: int
    thin_acts: float
    faint: float
    spread: dict[str, float] = field(hash=False)
    thin_untold: float
    own_rates: dict[str, int] = field(hash=False)
    learning: dict[str, Any] = field(hash=False)

    def __post_init__(self) -> None:
        problems = [text for text, wrong in _faults(self) if wrong]
        if problems:
            raise DataFileError("the settings of chances are wrong", where="/".join(_FILE), problems=tuple(problems))


def _faults(given: ChanceSettings) -> tuple[tuple[str, bool], ...]:
    rows = {name: getattr(given, name) for name in ("horizons", "windows", "lags")}
    above = {
        name: getattr(given, name)
        for name in (
            "pseudo",
            "reach_days",
            "rule_cases",
            "base_acts",
            "type_acts",
            "own_days",
            "own_acts",
            "listed_for",
            "listed_events",
            "partners",
        )
    }
    return (
        *((f"{name} is not in order or not above 0", not _rising(days)) for name, days in rows.items()),
        *((f"{name} is not above 0", number <= 0) for name, number in above.items()),
        (
            "own_share is not one number from 0 to 1 for each horizon",
            len(given.own_share) != len(given.horizons) or not all(0 <= share <= 1 for share in given.own_share),
        ),
        ("band is not between 0 and 1", not 0 < given.band < 1),
        ("listed_against or faint is below 0", given.listed_against < 0 or given.faint < 0),
    )


def _rising(days: tuple[int, ...]) -> bool:
    return bool(days) and days[0] > 0 and list(days) == sorted(set(days))


@cache
def chance_settings() -> ChanceSettings:
    """The settings that ship with the package. DataFileError lists every problem of the file."""
    return settings_from(structure(*_FILE))


def settings_from(values: dict[str, Any]) -> ChanceSettings:
    """Settings from a mapping with exactly the fields of `ChanceSettings`; DataFileError lists missing and unknown."""
    names = {field.name for field in fields_of(ChanceSettings)}
    problems = [f"{name} is missing" for name in sorted(names - values.keys())]
    problems += [f"{name} is unknown" for name in sorted(values.keys() - names)]
    if problems:
        raise DataFileError("the settings of chances are wrong", where="/".join(_FILE), problems=tuple(problems))
    lists = {name: tuple(value) for name, value in values.items() if isinstance(value, list)}
    return ChanceSettings(**{**values, **lists})
