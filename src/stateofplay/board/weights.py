"""The weights of the board: published numbers from one data file, never numbers in the code."""

from dataclasses import dataclass
from dataclasses import fields as fields_of
from functools import cache, cached_property
from statistics import NormalDist
from typing import Any

from stateofplay.errors import DataFileError
from stateofplay.knowledge.table import structure

_FILE = ("vocabulary", "weights.yaml")


@dataclass(frozen=True, kw_only=True)
class Weights:
    """How events weigh in a relation; `vocabulary/weights.yaml` says what each number means and why it was chosen.

    >>> published_weights().half_life_days > 0
    True
    """

    half_life_days: float
    prior_events: float
    prior_spread: float
    publisher_correlation: float
    undated: float
    band: float
    trend_days: tuple[int, ...]
    steady_below: float
    few_sources: int
    drivers: int

    def __post_init__(self) -> None:
        problems = [text for text, wrong in _faults(self) if wrong]
        if problems:
            raise DataFileError("the weights are wrong", where="/".join(_FILE), problems=tuple(problems))

    @cached_property
    def daily(self) -> float:
        """Factor by which a weight shrinks in one day, between 0 and 1."""
        return float(0.5 ** (1.0 / self.half_life_days))

    @cached_property
    def reach(self) -> float:
        """Half the width of the band in standard errors, such as 1.645 for a band of 0.90."""
        return NormalDist().inv_cdf(0.5 + self.band / 2.0)


def _faults(weights: Weights) -> tuple[tuple[str, bool], ...]:
    return (
        ("half_life_days is not above 0", weights.half_life_days <= 0),
        ("prior_events is not above 0", weights.prior_events <= 0),
        ("prior_spread is not above 0", weights.prior_spread <= 0),
        ("publisher_correlation is not between 0 and 1", not 0 <= weights.publisher_correlation <= 1),
        ("undated is not between 0 and 1", not 0 <= weights.undated <= 1),
        ("band is not between 0 and 1", not 0 < weights.band < 1),
        ("trend_days is empty or not above 0", not weights.trend_days or min(weights.trend_days) <= 0),
        ("steady_below is below 0", weights.steady_below < 0),
        ("few_sources is below 1", weights.few_sources < 1),
        ("drivers is below 1", weights.drivers < 1),
    )


@cache
def published_weights() -> Weights:
    """The weights that ship with the package. DataFileError lists every problem of the file."""
    return weights_from(structure(*_FILE))


def weights_from(values: dict[str, Any]) -> Weights:
    """Weights from a mapping with exactly the fields of `Weights`; DataFileError lists missing and unknown ones."""
    names = {field.name for field in fields_of(Weights)}
    problems = [f"{name} is missing" for name in sorted(names - values.keys())]
    problems += [f"{name} is unknown" for name in sorted(values.keys() - names)]
    if problems:
        raise DataFileError("the weights are wrong", where="/".join(_FILE), problems=tuple(problems))
    return Weights(**{**values, "trend_days": tuple(values["trend_days"])})
