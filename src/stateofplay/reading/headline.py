"""Headlines and leads: short of dates and of the other side, they take both from the body's telling of the same act."""

from collections.abc import Sequence
from dataclasses import replace

from stateofplay.day import Day
from stateofplay.documents.document import Passage, PassageKind
from stateofplay.knowledge.event_type import event_type
from stateofplay.reading.happened import news_days
from stateofplay.reading.statement import EventClaim, Status
from stateofplay.reading.told import Told

Line = tuple[Passage, Told]
_NEWS = 4
"""Days before publication within which what is told first mostly happened."""


def informed(lines: Sequence[Line], published: Day | None = None) -> list[Line]:
    """The lines with events of headings and undated ones of the lead completed from the body; all else as it was."""
    body = [told for passage, told in lines if passage.kind is PassageKind.BODY]
    return [
        (
            passage,
            _completed(told, body, published) if passage.kind is PassageKind.HEADING else _dated(told, body, published),
        )
        for passage, told in lines
    ]


def _completed(told: Told, body: list[Told], published: Day | None) -> Told:
    """The event with day and target of the telling in the body that agrees with all that the heading says.

    Of several it is the first that was news when the heading was printed, else the first.
    """
    if not isinstance(told.claim, EventClaim):
        return told
    claim, told_day = _undated(told.claim, published), told.claim.happened
    if claim.happened and claim.target:
        return told
    same = [
        other.claim
        for other in body
        if isinstance(other.claim, EventClaim) and other.status is told.status and _same(claim, other.claim)
    ]
    if not same:
        return told
    other = next((found for found in same if _is_news(found, published)), same[0])
    lent = replace(
        claim, happened=claim.happened or other.happened or told_day, target=claim.target or _rest(claim, other)
    )
    return told if lent == told.claim else replace(told, claim=lent, why=(*told.why, "completed from the body"))


def _undated(claim: EventClaim, published: Day | None) -> EventClaim:
    """The claim without a day that only stands for the day of the news."""
    return replace(claim, happened=None) if claim.happened and claim.happened == news_days(published) else claim


def _is_news(claim: EventClaim, published: Day | None) -> bool:
    return bool(published and claim.happened and 0 <= (published.last - claim.happened.first).days <= _NEWS)


def _dated(told: Told, body: list[Told], published: Day | None) -> Told:
    """An undated deed with the day of the next telling of the same, between the same two sides, where that is news."""
    if not isinstance(told.claim, EventClaim) or told.status is not Status.OCCURRED:
        return told
    claim = _undated(told.claim, published)
    if claim.happened or not (claim.source and claim.target):
        return told
    for other in body[body.index(told) + 1 :]:
        if not isinstance(other.claim, EventClaim) or other.status is not told.status:
            continue
        if _same_sides(claim, other.claim) and _is_news(other.claim, published):
            return replace(told, claim=replace(claim, happened=other.claim.happened), why=(*told.why, "told again"))
    return told


def _same_sides(claim: EventClaim, other: EventClaim) -> bool:
    if claim.type != other.type or other.happened is None:
        return False
    if event_type(claim.type).mutual:
        return {*claim.source, *claim.target} == {*other.source, *other.target}
    return set(claim.source) == set(other.source) and set(claim.target) == set(other.target)


def _same(heading: EventClaim, body: EventClaim) -> bool:
    """Whether the two may be one act: type, a shared source, and no target or day that speaks against it."""
    if heading.type != body.type:
        return False
    if event_type(heading.type).mutual:
        return {*heading.source, *heading.target} <= {*body.source, *body.target}
    if not set(heading.source) & set(body.source) or (heading.target and not set(heading.target) & set(body.target)):
        return False
    return not (heading.happened and body.happened) or heading.happened.overlaps(body.happened)


def _rest(heading: EventClaim, body: EventClaim) -> tuple[str, ...]:
    """The other side as the body names it."""
    if event_type(heading.type).mutual:
        return tuple(actor for actor in (*body.source, *body.target) if actor not in heading.source)
    return body.target
