"""The matrix of a board: one cell for each ordered pair of actors; a cell without evidence is shown as such."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from stateofplay.board.relation import Relation
from stateofplay.knowledge.table import structure


@dataclass(frozen=True, kw_only=True)
class Matrix:
    """`actors` in the order of rows and columns, those with most evidence first; `hidden` counts those left out."""

    actors: tuple[str, ...]
    hidden: int
    relations: dict[tuple[str, str], Relation]

    def cell(self, source: str, target: str) -> Relation | None:
        """How `source` acts toward `target`; None where there is no evidence."""
        return self.relations.get((source, target))


def matrix_of(relations: Iterable[Relation], actors: Iterable[str], *, whole: bool = False) -> Matrix:
    """Arrange the relations that rest on an event, with `actors` in the order given; the first few unless `whole`."""
    told = {(relation.source, relation.target): relation for relation in relations if relation.count}
    within = {actor for pair in told for actor in pair}
    ranked = [actor for actor in actors if actor in within]
    shown = ranked if whole else ranked[: scale().actors]
    return Matrix(actors=tuple(shown), hidden=len(ranked) - len(shown), relations=told)


def step(score: float) -> str:
    """The shade of a score: `p1` to `p4` for cooperation, `n1` to `n4` for conflict, `zero` near 0.

    >>> step(4.2), step(0.0), step(-0.3)
    ('p4', 'zero', 'n1')
    """
    level = bisect_right(scale().steps, abs(score))
    return f"{'p' if score > 0 else 'n'}{level}" if level else "zero"


@dataclass(frozen=True, kw_only=True)
class Scale:
    """The numbers of `scale.yaml`: where shades begin, and how many actors are shown at first."""

    steps: tuple[float, ...]
    actors: int


@cache
def scale() -> Scale:
    """How the board is drawn."""
    values = structure("app", "web", "scale.yaml")
    return Scale(steps=tuple(values["steps"]), actors=values["actors"])
