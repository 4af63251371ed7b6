"""FollowTheMoney: actors, articles, events and notes as entities, or as one statement per value, written by ourselves.

A state is a PublicBody, an organisation an Organization, a document an Article; an act is an Event with its actors, and
what else a document says is a Note about its holder or giver. Each points to its Article as `proof`.
"""

import csv
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from typing import Any, Final

from stateofplay.exchange.out.bibtex import address
from stateofplay.exchange.out.graph import iso
from stateofplay.exchange.out.selection import Row, Selection
from stateofplay.knowledge.actor import TAGS, actors, display

DATASET: Final = "stateofplay"

COLUMNS: Final = (
    *("canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang"),
    *("original_value", "external", "first_seen", "last_seen", "id"),
)
"""Columns of the format's statements in CSV."""

_TYPES: Final = {
    **dict.fromkeys(("name", "alias"), "name"),
    **dict.fromkeys(("country",), "country"),
    **dict.fromkeys(("startDate", "endDate", "date", "publishedAt", "modifiedAt"), "date"),
    **dict.fromkeys(("proof", "organizer", "involved", "entity"), "entity"),
    **dict.fromkeys(("summary", "description", "notes"), "text"),
    **dict.fromkeys(("sourceUrl",), "url"),
    **dict.fromkeys(("language",), "language"),
    "id": "id",
}
"""Property → its type where that is not a plain string."""

_CODES: Final = {"en": "eng", "zh-Hant": "zho", "zh-Hans": "zho", "ja": "jpn", "ko": "kor"}


@dataclass(frozen=True, kw_only=True)
class Entity:
    """One entity: `origin` is who made it, `seen` the first and last day on which it was published, ISO or ""."""

    id: str
    schema: str
    properties: dict[str, list[str]]
    origin: str = ""
    seen: tuple[str, str] = ("", "")


def write_entities(selection: Selection) -> Iterator[str]:
    """One line of JSON per entity."""
    for entity in entities(selection):
        line = {
            "id": entity.id,
            "schema": entity.schema,
            "properties": entity.properties,
            "datasets": [DATASET],
            "first_seen": entity.seen[0] or None,
            "last_seen": entity.seen[1] or None,
        }
        yield json.dumps(line, ensure_ascii=False) + "\n"


def write_statements(selection: Selection) -> Iterator[str]:
    """The same as CSV, one row per value, with the ids that the format computes for them."""
    yield _row(dict.fromkeys(COLUMNS), head=True)
    for entity in entities(selection):
        yield _row(_statement(entity, "id", entity.id))
        for prop, values in entity.properties.items():
            yield "".join(_row(_statement(entity, prop, value)) for value in values)


def entities(selection: Selection) -> Iterator[Entity]:
    """Articles, events and notes, then all whom they name."""
    named: dict[str, None] = {}
    for row in selection.documents():
        yield _article(row, selection.told)
    for row in selection.events():
        named |= dict.fromkeys((*row["source"], *row["target"]))
        yield _event(row)
    for row in selection.statements():
        if not row["event"]:
            holders = _holders(row)
            named |= dict.fromkeys(holders)
            yield _note(row, holders)
    yield from map(_actor, sorted(named))


def _article(row: Row, told: str) -> Entity:
    day = iso(row["published_to"])
    return _entity(
        _id("document", row["id"]),
        "Article",
        origin=" ".join(row["readers"]),
        seen=(day, day),
        title=[row["title"]],
        fileName=[row["path"]],
        author=[row["author"]],
        publisher=[row["publisher"]],
        publishedAt=[day],
        language=sorted({_CODES[tag] for tag in row["languages"] if tag in _CODES}),
        sourceUrl=[address(row)],
        processingAgent=row["readers"],
        notes=[told],
    )


def _event(row: Row) -> Entity:
    act = f"{row['type']} {' '.join(row['source'])} > {' '.join(row['target'])}".strip(" >")
    return _entity(
        _id("event", row["event"]),
        "Event",
        origin=" ".join(row["readers"]),
        seen=(iso(row["first_published"]), iso(row["last_published"])),
        name=[act],
        startDate=[iso(row["from"])],
        endDate=[iso(row["to"])],
        organizer=[_id("actor", id) for id in row["source"]],
        involved=[_id("actor", id) for id in row["target"]],
        proof=[_id("document", id) for id in row["documents"]],
        recordId=row["statements"],
        description=list(dict.fromkeys(row["quotes"])),
        publisher=row["publishers"],
        keywords=[row["type"], row["status"]],
    )


def _note(row: Row, holders: list[str]) -> Entity:
    day = iso(row["published_to"])
    terms = [row[name] for name in ("what", "issue", "stance", "state", "likelihood", "horizon", "cause", "effect")]
    return _entity(
        _id("statement", row["id"]),
        "Note",
        origin=row["reader"],
        seen=(day, day),
        name=[f"{row['kind']} {row['id']}"],
        description=[row["quote"]],
        summary=["; ".join(term for term in terms if term)],
        entity=[_id("actor", id) for id in holders],
        proof=[_id("document", row["document"])],
        publisher=[row["publisher"]],
        keywords=[row["kind"], row["status"]],
    )


def _actor(id: str) -> Entity:
    known = actors().get(id)
    state = known is not None and known.kind == "state"
    return _entity(
        _id("actor", id),
        "PublicBody" if state else "Organization",
        name=[display(id)],
        alias=sorted({display(id, tag) for tag in TAGS} - {display(id)}),
        country=[known.iso2.lower()] if known and state else [],
    )


def _entity(id: str, schema: str, *, origin: str = "", seen: tuple[str, str] = ("", ""), **given: list[str]) -> Entity:
    properties = {name: [value for value in values if value] for name, values in given.items()}
    filled = {name: values for name, values in properties.items() if values}
    return Entity(id=id, schema=schema, properties=filled, origin=origin, seen=seen)


def _holders(row: Row) -> list[str]:
    # Who foretells is named in the note's text: a person or the author, not an actor.
    given = row["by"] if row["kind"] == "commitment" else row["holder"]
    return list(dict.fromkeys([*(given or ()), *(row["beneficiary"] or ())]))


def _id(kind: str, id: str) -> str:
    return f"sop-{kind}-{id}"


def _statement(entity: Entity, prop: str, value: str) -> dict[str, Any]:
    key = f"{DATASET}.{entity.id}.{prop}.{value}"
    return {
        "canonical_id": entity.id,
        "entity_id": entity.id,
        "prop": prop,
        "prop_type": _TYPES.get(prop, "string"),
        "schema": entity.schema,
        "value": value,
        "dataset": DATASET,
        "origin": entity.origin,
        "external": "f",
        "first_seen": entity.seen[0],
        "last_seen": entity.seen[1],
        "id": hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest(),
    }


def _row(values: dict[str, Any], *, head: bool = False) -> str:
    out = StringIO()
    written = csv.DictWriter(out, COLUMNS, dialect=csv.unix_dialect)
    if head:
        written.writeheader()
    else:
        written.writerow({name: values.get(name) or "" for name in COLUMNS})
    return out.getvalue()
