"""Brier: how good the forecasts of others were, by who made them. Nobody is ranked on a few."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from stateofplay.board.foretold import Foretold
from stateofplay.knowledge.table import structure


@dataclass(frozen=True, kw_only=True)
class Score:
    """The mean Brier score of `n` resolved forecasts `by` somebody, "" for all together; 0 best, 1 worst.

    `came_true` of them did. `constant` is what always saying that share would have scored. `ranked`: `n` is enough.
    """

    by: str
    n: int
    mean: float
    came_true: int
    ranked: bool

    @property
    def constant(self) -> float:
        """Score of one who always says the share that came true."""
        share = self.came_true / self.n
        return share * (1 - share)

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {
            "by": self.by or None,
            "n": self.n,
            "brier": round(self.mean, 4),
            "came_true": self.came_true,
            "constant": round(self.constant, 4),
            "ranked": self.ranked,
        }


@cache
def rank_from() -> int:
    """Resolved forecasts that one must have made to be ranked: see `vocabulary/foretold.yaml`."""
    return int(structure("vocabulary", "foretold.yaml")["rank_from"])


def scores_of(found: Iterable[Foretold]) -> tuple[Score, ...]:
    """All together first, then those with enough to be ranked, best first, then the others by name.

    What one says twice in a document counts once. Empty when nothing is resolved.
    """
    settled = {(one.by, one.document, one.rule, one.likelihood): one for one in found if one.outcome is not None}
    by_name: dict[str, list[Foretold]] = defaultdict(list)
    for one in settled.values():
        by_name[one.by].append(one)
    each = [_score(name, made) for name, made in by_name.items() if name]
    each.sort(key=lambda score: (not score.ranked, score.mean if score.ranked else 0.0, score.by))
    return (_score("", list(settled.values())), *each) if settled else ()


def _score(by: str, made: list[Foretold]) -> Score:
    briers = [one.brier for one in made if one.brier is not None]
    return Score(
        by=by,
        n=len(briers),
        mean=sum(briers) / len(briers),
        came_true=sum(one.status == "came-true" for one in made),
        ranked=bool(by) and len(briers) >= rank_from(),
    )
