"""Graph: actors as nodes under ids that carry no view, named in five languages; an act joins every pair in it."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from stateofplay.exchange.out.selection import Row
from stateofplay.knowledge.actor import TAGS, actors, display
from stateofplay.knowledge.event_type import event_types

NAMES: Final = {f"name_{tag.replace('-', '_')}": tag for tag in TAGS}
"""Attribute of a node → the language of the name in it."""


def node(id: str) -> dict[str, str]:
    """What a node says of the actor with this id: its kind, "" for one that we do not know, and its names."""
    known = actors().get(id)
    return {"kind": known.kind if known else "", **{name: display(id, tag) for name, tag in NAMES.items()}}


def pairs(row: Row) -> Iterator[tuple[str, str]]:
    """The ordered pairs that an event joins, each once: source and target, itself alone where it has no target.

    A mutual act without a target joins those who did it together.
    """
    sources, targets = row["source"], row["target"]
    kind = event_types().get(row["type"])
    if not targets and kind and kind.mutual and len(sources) > 1:
        targets = sources
    found = [(a, b) for a in sources for b in targets if a != b] if targets else [(a, a) for a in sources]
    yield from dict.fromkeys(found)


def spread(values: Iterable[Any]) -> str:
    """Several values in one attribute, one a line: graph formats have no lists, and quotes hold every other sign."""
    return "\n".join("" if value is None else str(value) for value in values)


def iso(day: date | None) -> str:
    """ISO text of a day; "" for none."""
    return day.isoformat() if day else ""
