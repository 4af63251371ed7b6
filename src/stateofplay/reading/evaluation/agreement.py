"""Agreement: how far two marks say the same, level by level; a level holds only where all before it do."""

from collections.abc import Callable
from typing import Final

from stateofplay.knowledge.event_type import event_types
from stateofplay.reading.evaluation.mark import Mark

EVENT_LEVELS: Final = ("place", "quad", "type", "actors", "status", "date")
OTHER_LEVELS: Final = ("place", "actors", "status")
_HAPPENED: Final = frozenset({"occurred", "ongoing"})


def levels_of(kind: str) -> tuple[str, ...]:
    """The levels at which marks of a kind are compared, the mildest first."""
    return EVENT_LEVELS if kind == "event" else OTHER_LEVELS


def agreement(gold: Mark, read: Mark) -> int:
    """How many levels hold between two marks of one kind, from the first on; 0 where not even their quotes overlap."""
    held = 0
    for level in levels_of(gold.kind):
        if not _SAME[level](gold, read):
            break
        held += 1
    return held


def overlap(gold: Mark, read: Mark) -> int:
    """How many characters of a document two marks share; 0 where one has no place."""
    if gold.doc != read.doc or gold.span is None or read.span is None:
        return 0
    return max(0, min(gold.span[1], read.span[1]) - max(gold.span[0], read.span[0]))


def _place(gold: Mark, read: Mark) -> bool:
    return overlap(gold, read) > 0


def _quad(gold: Mark, read: Mark) -> bool:
    return _class(gold.type) == _class(read.type)


def _type(gold: Mark, read: Mark) -> bool:
    return gold.type == read.type


def _acting(gold: Mark, read: Mark) -> bool:
    """A right actor on each side. An act of a mutual type has no sides: two of those who take part must be right."""
    if gold.kind != "event":
        return not gold.parties or bool(gold.parties & read.parties)
    if gold.type in event_types() and event_types()[gold.type].mutual:
        everyone, found = gold.source | gold.target, read.source | read.target
        return bool(everyone) and len(everyone & found) >= min(2, len(everyone))
    return _meet(gold.source, read.source) and _meet(gold.target, read.target)


def _status(gold: Mark, read: Mark) -> bool:
    return gold.status == read.status or {gold.status, read.status} <= _HAPPENED


def _date(gold: Mark, read: Mark) -> bool:
    """The days overlap. Where the hand could tell none, none is asked for."""
    if not gold.first:
        return True
    return bool(read.first) and gold.first <= read.last and read.first <= gold.last


def _class(type: str) -> str:
    """The quad class of a type; the type itself where it has none."""
    quad = event_types()[type].quad if type in event_types() else None
    return quad.value if quad else type


def _meet(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(left & right) or not (left or right)


_SAME: Final[dict[str, Callable[[Mark, Mark], bool]]] = {
    "place": _place,
    "quad": _quad,
    "type": _type,
    "actors": _acting,
    "status": _status,
    "date": _date,
}
