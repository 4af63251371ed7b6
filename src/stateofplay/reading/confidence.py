"""Confidence: how often a statement made for the same reasons was right, a sum of weights learned from coded sentences.

The weights are data (`vocabulary/confidence.tsv`), learned by `python benchmarks/confidence.py`; a reason without a
weight counts nothing. What stands below the floor is not stated at all.
"""

import math
from collections.abc import Iterable
from functools import cache

from stateofplay.knowledge.table import rows
from stateofplay.reading.act import Act
from stateofplay.reading.role import Roles
from stateofplay.reading.scene import Scene
from stateofplay.reading.statement import Status

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


def reasons_of(act: Act, roles: Roles, status: Status, scene: Scene) -> tuple[str, ...]:
    """What speaks for or against an event: its concept, the use of its word, how its actors were found, its status."""
    language = scene.sentence.lexicon.language
    use = "noun" if act.noun else "verb"
    first, last = act.bounds
    others = len([other for other in scene.acts if first <= other.head < last]) - 1
    dated = [day for day in scene.days if first <= day.start < last]
    return (
        "bias",
        f"language {language}",
        f"type {act.type}",
        f"concept {act.concept}",
        f"concept {act.concept}, {use}",
        f"use {use}",
        f"use {use}, {language}",
        f"status {status}",
        f"status {status}, {use}",
        f"target {'named' if roles.target else 'none'}, {act.frame}",
        f"other acts in the clause {min(others, 2)}",
        "a date in the clause" if dated else "no date in the clause",
        *(reason for part in roles.why.split("; ") for reason in (part, f"{part}, {use}")),
    )
