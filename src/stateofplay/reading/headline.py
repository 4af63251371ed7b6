"""Headlines and leads: short of dates and of the other side, they take both from the body's telling of the same act."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from stateofplay.day import Day
from stateofplay.documents.document import Passage, PassageKind
from stateofplay.knowledge.event_type import event_type
from stateofplay.reading.happened import news_days
from stateofplay.reading.statement import OCCURRED, EventClaim, Status
from stateofplay.reading.told import Told

Line = tuple[Passage, Told]
Alike = dict[tuple[str, Status], list[EventClaim]]
_NEWS = 4
"""Days before publication within which what is told first mostly happened."""


def informed(lines: Sequence[Line], published: Day | None = None) -> list[Line]:
    """The lines with events of headings and undated ones of the lead completed from the body; all else as it was."""
    body = [told for passage, told in lines if passage.kind is PassageKind.BODY]
    alike = _by_type(body) if len(body) < len(lines) else {}
    again = _told_again(body, published)
    return [
        (
            passage,
            _completed(told, alike, published)
            if passage.kind is PassageKind.HEADING
            else _dated(told, again.get(id(told)), published),
        )
        for passage, told in lines
    ]


def _by_type(body: list[Told]) -> Alike:
    """The body's claims of events by type and status, in order."""
    alike: Alike = defaultdict(list)
    for told in body:
        if isinstance(told.claim, EventClaim):
            alike[told.claim.type, told.status].append(told.claim)
    return alike


def _told_again(body: list[Told], published: Day | None) -> dict[int, Day]:
    """For each event of the body that is told again later as news, the day that the next such telling gives.

    Walked once from the end, so that a long document costs no more for each of its sentences.
    """
    again: dict[int, Day] = {}
    nearest: dict[tuple[object, ...], Day] = {}
    for told in reversed(body):
        if not isinstance(told.claim, EventClaim) or told.status is not OCCURRED:
            continue
        sides = _sides(told.claim)
        if sides in nearest:
            again[id(told)] = nearest[sides]
        if told.claim.happened and _is_news(told.claim, published):
            nearest[sides] = told.claim.happened
    return again


def _sides(claim: EventClaim) -> tuple[object, ...]:
    """The type with its two sides; where the act is mutual, with all who take part."""
    if event_type(claim.type).mutual:
        return claim.type, frozenset((*claim.source, *claim.target))
    return claim.type, frozenset(claim.source), frozenset(claim.target)


def _completed(told: Told, alike: Alike, published: Day | None) -> Told:
    """The event with day and target of the telling in the body that agrees with all that the heading says.

    Of several it is the first that was news when the heading was printed, else the first.
    """
    if not isinstance(told.claim, EventClaim):
        return told
    claim, told_day = _undated(told.claim, published), told.claim.happened
    if claim.happened and claim.target:
        return told
    same = [other for other in alike.get((claim.type, told.status), ()) if _same(claim, other)]
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


def _dated(told: Told, again: Day | None, published: Day | None) -> Told:
    """An undated deed with the day of the next telling of the same, between the same two sides, where that is news."""
    if again is None or not isinstance(told.claim, EventClaim):
        return told
    claim = _undated(told.claim, published)
    if claim.happened or not (claim.source and claim.target):
        return told
    return replace(told, claim=replace(claim, happened=again), why=(*told.why, "told again"))


def _same(heading: EventClaim, body: EventClaim) -> bool:
    """Whether the two, of one type, may be one act: a shared source, and no target or day that speaks against it."""
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
