"""What changed: how the score of each direction moved over the last days, and the acts that moved it."""

from collections.abc import Iterator
from datetime import timedelta

from stateofplay.board.relation import Relation, Weighed
from stateofplay.brief.act import evidence, told
from stateofplay.brief.phrasing import signed
from stateofplay.brief.scope import Scope, first_told, sizes
from stateofplay.brief.section import Block
from stateofplay.brief.sections.standing import heading
from stateofplay.brief.sentence import Sentence


def blocks(scope: Scope) -> Iterator[Block]:
    """One block for each direction and each span of days for which relations know their trend."""
    words = scope.phrasing
    for days in scope.board.weights.trend_days:
        window = words.label("block.window", n=days)
        for relation in scope.relations:
            yield Block(
                heading=f"{window}{words.label('colon')}{heading(scope, relation)}",
                sentences=tuple(_sentences(scope, relation, days)),
            )


def _sentences(scope: Scope, relation: Relation, days: int) -> Iterator[Sentence]:
    """How far the score moved, and the acts that a shorter span of days has not told already."""
    new = [weighed for weighed in relation.events if _within(scope, weighed, days)]
    yield scope.phrasing.sentence(
        "moved" if new else "faded",
        scope.cited(weighed.event for weighed in new or relation.events),
        before=signed(relation.score - relation.trend[days]),
        after=signed(relation.score),
    )
    shorter = max((span for span in scope.board.weights.trend_days if span < days), default=0)
    for weighed in [weighed for weighed in new if not _within(scope, weighed, shorter)][: sizes().moved]:
        yield scope.phrasing.sentence(
            "carried",
            [statement.id for statement in evidence(weighed.event, scope.phrasing)],
            act=told(weighed.event, scope.phrasing),
            points=signed(weighed.contribution, 2),
        )


def _within(scope: Scope, weighed: Weighed, days: int) -> bool:
    """Whether an act took place, or was first told where its day is unknown, in the last `days` days."""
    happened = weighed.event.happened
    day = happened.last if happened else first_told(weighed.event)
    return day is not None and day > scope.on - timedelta(days=days)
