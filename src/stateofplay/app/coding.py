"""Coding: texts in, events out, line by line, with nothing kept; a line that is wrong costs that line alone."""

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any

from stateofplay.app.readers import Reads
from stateofplay.day import Day
from stateofplay.documents.document import Language
from stateofplay.documents.plain import document_from_text
from stateofplay.knowledge.actor import actor
from stateofplay.knowledge.actor import actors as known_actors
from stateofplay.knowledge.event_type import event_types
from stateofplay.reading.statement import EventClaim, Statement, Status

Shape = dict[str, Any]
_ANNOUNCED = {"verbal-cooperation": "AGREE", "material-cooperation": "AGREE", "material-conflict": "THREATEN"}
"""What the announcement of a deed of each quad class is."""


class Types(StrEnum):
    """Which event types are coded: the 16 of PLOVER, or all, which adds TRANSITION."""

    PLOVER = "plover"
    ALL = "all"

    def hold(self, type: str) -> bool:
        """Whether events of `type` are coded. What the codebook does not have has no quad class."""
        return self is Types.ALL or event_types()[type].quad is not None


def code_lines(lines: Iterable[str], reader: Reads, types: Types = Types.PLOVER) -> Iterator[Shape]:
    """The events of texts given as lines of JSON `{"id", "text", "published"?, "language"?}`; blank lines are skipped.

    One answer per event, `{"id", "type", "source", "target", "from", "to", "status", "quote", "people", "why"}`; for a
    text without an event, one with `"type": null`; for a line that cannot be read, one with `"error"` as well.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield from _coded(number, line, reader, types)


def _coded(number: int, line: str, reader: Reads, types: Types) -> Iterator[Shape]:
    try:
        asked = _asked(line)
        document = document_from_text(
            asked["text"], path=str(asked["id"]), published=_published(asked), language=_language(asked)
        )
    except ValueError as error:
        yield {"id": _id(line), "type": None, "error": f"line {number}: {error}"}
        return
    events = [_event(asked["id"], statement) for statement in reader.read(document) if _coded_as(statement, types)]
    if types is Types.PLOVER:
        events = [_by_the_codebook(event) for event in events]
    yield from events
    if not events:
        yield {"id": asked["id"], "type": None}


def _by_the_codebook(event: Shape) -> Shape:
    """The event as PLOVER's coders write it.

    A deed that is only announced is the promise or the threat of it; what a state does at home has that state on both
    sides; what it bans at home it coerces; and an armed group counts with its state.
    """
    deed, source, target = event["type"], event["source"], event["target"]
    quad = event_types()[deed].quad
    if event["status"] == Status.PLANNED and quad in _ANNOUNCED and deed not in ("AGREE", "SUPPORT"):
        deed = _ANNOUNCED[quad]
    source, target = _states(source), _states(target)
    if not event_types()[deed].mutual and not (source and target):
        deed = "COERCE" if deed == "SANCTION" and not target else deed
        source, target = source or target, target or source
    return {**event, "type": deed, "source": source, "target": target}


def _states(actors: list[str]) -> list[str]:
    """The actors, those that are usually counted with a state as that state."""
    counted = [next((link.actor for link in actor(id).of), id) if id in known_actors() else id for id in actors]
    return list(dict.fromkeys(counted))


def _coded_as(statement: Statement, types: Types) -> bool:
    return isinstance(statement.claim, EventClaim) and types.hold(statement.claim.type)


def _asked(line: str) -> Shape:
    try:
        asked = json.loads(line)
    except ValueError as error:
        raise ValueError(f"not JSON: {error}") from error
    if not isinstance(asked, dict) or "id" not in asked or not isinstance(asked.get("text"), str):
        raise ValueError('not of the form {"id": …, "text": "…"}')
    return asked


def _id(line: str) -> Any:
    """The id of a line that is wrong in another way; None where it has none."""
    try:
        asked = json.loads(line)
    except ValueError:
        return None
    return asked.get("id") if isinstance(asked, dict) else None


def _published(asked: Shape) -> Day | None:
    return Day.parse(str(asked["published"])) if asked.get("published") else None


def _language(asked: Shape) -> Language | None:
    tag = str(asked.get("language") or "")
    told = Language.told(tag)
    if tag and told is None and tag.lower() != "zh":
        raise ValueError(f"no language {tag!r}; give {', '.join(Language)}, or zh for either script")
    return told


def _event(asked_id: Any, statement: Statement) -> Shape:
    said = statement.as_json()
    names = ("type", "source", "target", "from", "to", "status", "quote", "people", "why")
    return {"id": asked_id, **{name: said[name] for name in names}}
