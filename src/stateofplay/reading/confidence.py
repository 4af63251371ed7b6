"""Confidence: how often what was read for the same reasons was right: of events a sum of weights that were learned.

The weights are data (`vocabulary/confidence.tsv`), learned by `python benchmarks/confidence.py`; a reason without a
weight counts nothing. What stands below the floor is not stated at all. Of other kinds it is one share for the kind.
"""

import math
from collections.abc import Iterable
from functools import cache

from stateofplay.knowledge.table import rows, structure

_FLOOR = "floor"


@cache
def weights() -> dict[str, float]:
    """Weight of each reason in log odds; `bias` for every event, `floor` the confidence below which none is stated."""
    return {row["reason"]: float(row["weight"]) for row in rows("vocabulary", "confidence.tsv")}


def confidence(reasons: Iterable[str]) -> float:
    """Probability, in 0..1, that an event read for `reasons` has its type and actors right."""
    table = weights()
    return 1.0 / (1.0 + math.exp(-sum([table.get(reason, 0.0) for reason in reasons])))


def floor() -> float:
    """Confidence below which an event is not stated."""
    return weights().get(_FLOOR, 0.0)


@cache
def share(kind: str) -> float:
    """How often statements of a kind are right, or what share of the confidence of their event they have, in 0..1."""
    return float(structure("vocabulary", "confidence.yaml")[kind])
