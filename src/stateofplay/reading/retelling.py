"""Retellings: one act told twice in a document is one act; the later telling points to the first."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from stateofplay.knowledge.event_type import event_type
from stateofplay.reading.statement import EventClaim, Statement


def joined(statements: Iterable[Statement]) -> Iterator[Statement]:
    """The statements in order, each later telling of an act with `same_as` set to the first."""
    first: dict[tuple[object, ...], list[Statement]] = {}
    for statement in statements:
        claim = statement.claim
        if not isinstance(claim, EventClaim):
            yield statement
            continue
        key = (claim.type, _sides(claim), statement.status)
        earlier = next((s for s in first.get(key, ()) if _same_day(s, claim)), None)
        if earlier is None:
            first.setdefault(key, []).append(statement)
            yield statement
        else:
            yield replace(statement, same_as=earlier.id)


def _sides(claim: EventClaim) -> object:
    """Who acted on whom; of a mutual act the direction does not matter."""
    sides = (frozenset(claim.source), frozenset(claim.target))
    return frozenset(sides) if event_type(claim.type).mutual else sides


def _same_day(earlier: Statement, claim: EventClaim) -> bool:
    assert isinstance(earlier.claim, EventClaim)
    one, other = earlier.claim.happened, claim.happened
    return one.overlaps(other) if one and other else one is None and other is None
