"""Shipped rates: what a fresh install knows of acts in general, as small tables with their command and origin."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from stateofplay.errors import DataFileError
from stateofplay.forecast.rates import Counts, Rates
from stateofplay.forecast.settings import chance_settings
from stateofplay.forecast.signs import SIGNS
from stateofplay.forecast.tally import OTHER, TYPES
from stateofplay.knowledge.table import rows

Array = NDArray[Any]
ORIGIN: Final = "icews14"
FILES: Final = ("base_rates", "answers", "chance_weights")
"""Tables in `vocabulary/forecast/`."""

_FOLDER: Final = ("vocabulary", "forecast")
_DIRECTIONS: Final = ("own", "back")
_BEFORE: Final = (*TYPES, "OTHER")
_NAMES: Final = (*(f"{kind} {name}" for kind, name in SIGNS), "level")


@cache
def shipped_rates() -> Rates:
    """The rates that ship with the package. DataFileError for a table that does not fit the settings."""
    try:
        return _rates()
    except (KeyError, ValueError) as error:
        raise DataFileError(f"the shipped rates do not fit the settings: {error}", where="/".join(_FOLDER)) from error


def tables_of(rates: Rates) -> Iterator[tuple[str, str]]:
    """Name and text of each table of `rates`, without the comment that a file opens with."""
    yield "base_rates", _table(_base_rows(rates.counts))
    yield "answers", _table(_answer_rows(rates))
    yield "chance_weights", _table(_weight_rows(rates))


def _rates() -> Rates:
    horizons = [str(days) for days in chance_settings().horizons]
    weights = list(rows(*_FOLDER, "chance_weights.tsv"))
    answers = list(rows(*_FOLDER, "answers.tsv"))
    shape = (len(horizons), len(_DIRECTIONS), len(_BEFORE), len(chance_settings().lags))
    return Rates(
        origin=ORIGIN,
        counts=_counts(list(rows(*_FOLDER, "base_rates.tsv"))),
        cases=np.array([float(row["cases"]) for row in answers]).reshape(shape),
        followed=np.array([[float(row[type]) for type in TYPES] for row in answers]).reshape(*shape, OTHER),
        weights=np.array([[float(row[name]) for name in _NAMES] for row in weights]).reshape(
            -1, len(horizons), len(_NAMES)
        ),
        coverages=np.array([float(row["coverage"]) for row in weights])[:: len(horizons)],
    )


def _counts(table: list[dict[str, str]]) -> Counts:
    horizons = [str(days) for days in chance_settings().horizons]
    classes = tuple(dict.fromkeys(row["class"] for row in table))
    hits = [[[float(row[t]) for t in TYPES] for row in table if row["what"] == f"within {days}"] for days in horizons]
    acts = [row for row in table if row["what"] == "acts"]
    waits = [[float(row["days"]) for row in table if row["what"] == f"within {days}"] for days in horizons]
    return Counts(
        classes=classes,
        acts=np.array([[float(row[type]) for type in TYPES] for row in acts]),
        days=np.array([float(row["days"]) for row in acts]),
        hits=np.array(hits),
        waits=np.array(waits),
    )


def _weight_rows(rates: Rates) -> Iterator[list[str]]:
    yield ["coverage", "within", *_NAMES]
    for coverage, level in zip(rates.coverages, rates.weights, strict=True):
        for days, weights in zip(chance_settings().horizons, level, strict=True):
            yield [f"{coverage:.5g}", str(days), *(f"{weight:.5g}" for weight in weights)]


def _base_rows(counts: Counts) -> Iterator[list[str]]:
    yield ["class", "what", "days", *TYPES]
    for place, name in enumerate(counts.classes):
        yield [name, "acts", *_whole([counts.days[place], *counts.acts[place]])]
        for horizon, days in enumerate(chance_settings().horizons):
            yield [name, f"within {days}", *_whole([counts.waits[horizon, place], *counts.hits[horizon, place]])]


def _answer_rows(rates: Rates) -> Iterator[list[str]]:
    yield ["within", "by", "before", "age", "cases", *TYPES]
    for horizon, direction, before, lag in np.ndindex(rates.cases.shape):
        place = horizon, direction, before, lag
        head = [str(chance_settings().horizons[horizon]), _DIRECTIONS[direction], _BEFORE[before]]
        numbers = _whole([rates.cases[place], *rates.followed[place]])
        yield [*head, str(chance_settings().lags[lag]), *numbers]


def _whole(numbers: Iterable[Any]) -> list[str]:
    return [str(round(number)) for number in numbers]


def _table(lines: Iterable[list[str]]) -> str:
    return "".join("\t".join(line) + "\n" for line in lines)
