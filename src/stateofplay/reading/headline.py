"""Headlines: short of dates and of the other side, they take both from the body's first telling of the same act."""

from collections.abc import Sequence
from dataclasses import replace

from stateofplay.documents.document import Passage, PassageKind
from stateofplay.knowledge.event_type import event_type
from stateofplay.reading.statement import EventClaim
from stateofplay.reading.told import Told

Line = tuple[Passage, Told]


def informed(lines: Sequence[Line]) -> list[Line]:
    """The lines with events of headings completed from the body; everything else as it was."""
    body = [told for passage, told in lines if passage.kind is PassageKind.BODY]
    return [
        (passage, _completed(told, body) if passage.kind is PassageKind.HEADING else told) for passage, told in lines
    ]


def _completed(told: Told, body: list[Told]) -> Told:
    """The event with day and target of the first telling in the body that agrees with all that the heading says."""
    claim = told.claim
    if not isinstance(claim, EventClaim) or (claim.happened and claim.target):
        return told
    for other in body:
        if isinstance(other.claim, EventClaim) and other.status is told.status and _same(claim, other.claim):
            lent = replace(
                claim, happened=claim.happened or other.claim.happened, target=claim.target or _rest(claim, other.claim)
            )
            return told if lent == claim else replace(told, claim=lent, why=(*told.why, "completed from the body"))
    return told


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
