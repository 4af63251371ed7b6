"""State of play: each direction with its score, band and trend, and the acts that carry it."""

from collections.abc import Iterator

from stateofplay.board.relation import Relation, Weighed
from stateofplay.brief.act import evidence, told
from stateofplay.brief.phrasing import signed
from stateofplay.brief.scope import Scope, sizes
from stateofplay.brief.section import Block
from stateofplay.brief.sentence import Sentence


def blocks(scope: Scope) -> Iterator[Block]:
    """One block for each direction with an act."""
    for relation in scope.relations:
        yield Block(heading=heading(scope, relation), sentences=tuple(_sentences(scope, relation)))


def _sentences(scope: Scope, relation: Relation) -> Iterator[Sentence]:
    cited = scope.cited(weighed.event for weighed in relation.events)
    words = scope.phrasing
    yield words.sentence(
        "score_thin" if relation.few_sources else "score",
        cited,
        source=words.names([relation.source]),
        target=words.names([relation.target]),
        score=signed(relation.score),
        low=signed(relation.low),
        high=signed(relation.high),
        share=f"{scope.board.weights.band * 100:.0f}",
        events=words.label("count.events", n=relation.count),
        outlets=words.label("count.outlets", n=relation.sources),
        cited=words.label("count.cited", n=len(cited)) if len(cited) < relation.count else "",
    )
    days, change = next(iter(relation.trend.items()))
    trend = words.label(f"trend.{relation.direction}")
    yield words.sentence("trend", cited, trend=trend, change=signed(change), n=str(days))
    for weighed in relation.events[: sizes().carrying]:
        yield _carries(scope, weighed)


def heading(scope: Scope, relation: Relation) -> str:
    """Who acts toward whom."""
    words = scope.phrasing
    return words.label("toward", source=words.heading([relation.source]), target=words.heading([relation.target]))


def _carries(scope: Scope, weighed: Weighed) -> Sentence:
    """An act with what it adds to the score, and the words of the telling that is cited first."""
    statements = evidence(weighed.event, scope.phrasing)
    return scope.phrasing.sentence(
        "carries",
        [statement.id for statement in statements],
        act=told(weighed.event, scope.phrasing),
        points=signed(weighed.contribution, 2),
        quote=scope.phrasing.quote(statements[0].quote, statements[0].language),
    )
