"""STIX 2.1: one bundle whose ids are computed from ours (UUIDv5), our own fields under an extension.

Actors are identities, documents reports, acts relationships between those who act and those acted upon; acts at home
and what else a document says are notes. `confidence` is how sure the reader is that the document says so, 0 to 100,
never how likely the thing is.
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID, uuid5

from stateofplay.exchange.out.bibtex import address
from stateofplay.exchange.out.graph import pairs
from stateofplay.exchange.out.selection import Row, Selection
from stateofplay.knowledge.actor import actors, display

_SPACE: Final = UUID("6d0cbb2e-3f4e-5d0f-9a53-8c1f0b8f6a21")
_SPEC: Final = {"spec_version": "2.1"}
_UNKNOWN: Final = date(1970, 1, 1)
_DAY: Final = timedelta(days=1)
_FIELDS: Final = (
    *("kind", "status", "by", "beneficiary", "holder", "what", "state", "amount", "unit", "issue", "stance"),
    *("likelihood", "horizon", "cause", "effect", "said_by", "document", "reader", "start", "end", "people"),
)
_SHA256: Final = 64
_RIGHTS: Final = "Quotes and titles remain with their publishers; they are given as evidence of what was said."

Object = dict[str, Any]


def write_stix(selection: Selection) -> Iterator[str]:
    """The bundle, object by object; its id comes last, since it is computed from what it holds."""
    held: list[str] = []
    yield '{"type": "bundle", "objects": [\n'
    for number, made in enumerate(_objects(selection)):
        held.append(made["id"])
        yield (",\n" if number else "") + json.dumps(made, ensure_ascii=False)
    yield f'\n], "id": "{_id("bundle", " ".join(held))}"}}\n'


def _objects(selection: Selection) -> Iterator[Object]:
    yield from _frame(selection)
    named: dict[str, None] = {}
    told: dict[str, list[str]] = {}
    for row in selection.events():
        named |= dict.fromkeys((*row["source"], *row["target"]))
        for made in _acts(row):
            for document in row["documents"]:
                told.setdefault(document, []).append(made["id"])
            yield made
    for row in selection.statements():
        if not row["event"]:
            holders = _holders(row)
            named |= dict.fromkeys(holders)
            made = _note(row, holders)
            told.setdefault(row["document"], []).append(made["id"])
            yield made
    yield from map(_actor, sorted(named))
    for row in selection.documents():
        yield _report(row, told.get(row["id"], []))


def _frame(selection: Selection) -> Iterator[Object]:
    """Who made the bundle, how its own fields are to be read, and what holds for quotes."""
    ours = _ours()
    since = _times(None)
    yield {
        **_SPEC,
        "type": "identity",
        "id": ours,
        **since,
        "name": "State of Play",
        "identity_class": "system",
        "description": selection.told,
    }
    yield {
        **_SPEC,
        "type": "extension-definition",
        "id": _extension(),
        **since,
        "created_by_ref": ours,
        "name": "State of Play",
        "description": "Ids of statements, documents and readers, and the fields of a statement by its kind.",
        "schema": "Described in docs/exchange.md of the package.",
        "version": "1.0.0",
        "extension_types": ["property-extension"],
    }
    yield {
        **_SPEC,
        "type": "marking-definition",
        "id": _marking(),
        "created": since["created"],
        "created_by_ref": ours,
        "definition_type": "statement",
        "definition": {"statement": _RIGHTS},
    }


def _acts(row: Row) -> Iterator[Object]:
    """An event as one relationship for every pair that it joins; as a note where it joins none."""
    own = {name: row[name] for name in ("event", "type", "status", "disputed", "statements", "documents", "readers")}
    joined = [pair for pair in pairs(row) if pair[0] != pair[1]]
    words = "\n".join(row["quotes"])
    seen = row["first_published"], row["last_published"]
    shared = {"confidence": _confidence(row), **_own({**own, "titles": row["titles"], "published": row["published"]})}
    if not joined:
        about = [_id("identity", id) for id in (*row["source"], *row["target"])] or [_ours()]
        head = _made("note", row["event"], *seen)
        yield {**head, "content": words or row["type"], "object_refs": about, "labels": [row["type"].lower()], **shared}
    for source, target in joined:
        yield {
            **_made("relationship", f"{row['event']}:{source}:{target}", *seen),
            "relationship_type": row["type"].lower(),
            "source_ref": _id("identity", source),
            "target_ref": _id("identity", target),
            **({"description": words} if words.strip() else {}),
            **_when(row),
            **shared,
        }


def _note(row: Row, holders: list[str]) -> Object:
    own = {name: row[name] for name in _FIELDS if row[name] not in (None, "", [])}
    published = str(row["published_to"] or "")
    return {
        **_made("note", row["id"], row["published_to"], row["published_to"]),
        "abstract": row["what"] or row["issue"] or row["kind"],
        "content": row["quote"] or row["kind"],
        "object_refs": [_id("identity", id) for id in holders] or [_ours()],
        "labels": [row["kind"]],
        "lang": row["language"],
        "confidence": _confidence(row),
        **_own({**own, "statements": [row["id"]], "title": row["title"], "published": published}),
    }


def _actor(id: str) -> Object:
    known = actors().get(id)
    kind = "organization" if known is None or known.kind != "armed" else "group"
    made = {**_SPEC, "type": "identity", "id": _id("identity", id), **_times(None), "created_by_ref": _ours()}
    return {**made, "name": display(id), "identity_class": kind, **_own({"actor": id})}


def _report(row: Row, told: list[str]) -> Object:
    source = {"source_name": row["publisher"] or row["path"], "external_id": row["id"]}
    where = {"url": address(row)} if address(row) else {}
    hashed = {"hashes": {"SHA-256": row["raw_hash"]}} if len(row["raw_hash"]) == _SHA256 else {}
    own = {name: row[name] for name in ("publisher", "author", "statements", "readers", "languages") if row[name]}
    return {
        **_made("report", row["id"], row["published_to"], row["published_to"]),
        "name": row["title"] or row["path"],
        "published": _times(row["published_to"])["created"],
        "object_refs": list(dict.fromkeys(told)) or [_ours()],
        "external_references": [{**source, **where, **hashed}],
        **_own({"document": row["id"], "dated": row["published_to"] is not None, **own}),
    }


def _made(kind: str, name: str, first: date | None, last: date | None) -> Object:
    head = {**_SPEC, "type": kind, "id": _id(kind, name), **_times(first, last)}
    return {**head, "created_by_ref": _ours(), "object_marking_refs": [_marking()]}


def _times(first: date | None, last: date | None = None) -> Object:
    """Publication days as moments; 1970 where none is known, since the format asks for one and we invent none."""
    days = first or _UNKNOWN, last or first or _UNKNOWN
    return {name: f"{day}T00:00:00.000Z" for name, day in zip(("created", "modified"), days, strict=True)}


def _when(row: Row) -> Object:
    """From the first day told to the day after the last: the end must come later than the start."""
    if row["from"] is None:
        return {}
    return {"start_time": f"{row['from']}T00:00:00Z", "stop_time": f"{row['to'] + _DAY}T00:00:00Z"}


def _own(fields: Object) -> Object:
    return {"extensions": {_extension(): {"extension_type": "property-extension", **fields}}}


def _confidence(row: Row) -> int:
    sure: float = row["confidence"]
    return round(100 * sure)


def _holders(row: Row) -> list[str]:
    given = row["by"] if row["kind"] == "commitment" else row["holder"]
    return list(dict.fromkeys([*(given or ()), *(row["beneficiary"] or ())]))


def _id(kind: str, name: str) -> str:
    return f"{kind}--{uuid5(_SPACE, f'{kind} {name}')}"


def _ours() -> str:
    return _id("identity", "State of Play")


def _extension() -> str:
    return _id("extension-definition", "State of Play")


def _marking() -> str:
    return _id("marking-definition", "quotes")
