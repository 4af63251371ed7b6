"""PLOVER JSON Lines: one object per telling of an event, under the names of the codebook.

What the codebook has no field for stands under `stateofplay`: the ids, the status as told and the clocks. TRANSITION,
our extension for a change of leader or government, goes out under its name and without a quad code.
"""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from stateofplay.exchange.out.selection import Row, Selection
from stateofplay.knowledge.actor import actors, display
from stateofplay.knowledge.event_type import event_types

MODES: Final = {"planned": "future", "denied": "negation", "hypothetical": "hypothetical"}
"""Status → PLOVER's auxiliary mode; what occurred or goes on has none."""

SECTORS: Final = {"state": "GOV", "organisation": "IGO", "armed": "REB"}
"""Kind of actor → PLOVER's sector; a state acts through its government."""


def write_plover(selection: Selection) -> Iterator[str]:
    """One line for each statement that tells an event, by publication, document and place."""
    for row in selection.statements():
        if row["event"]:
            yield json.dumps(_event(row, selection.about), ensure_ascii=False) + "\n"


def sector(actor: str) -> str:
    """PLOVER's sector of an actor; "" for one that we do not know."""
    known = actors().get(actor)
    return SECTORS[known.kind] if known else ""


def _event(row: Row, about: dict[str, str]) -> dict[str, Any]:
    kind = event_types().get(row["type"])
    code = {"quad_code": kind.quad.code, "event_scale": kind.intensity} if kind and kind.quad else {}
    mode = {"mode": [MODES[row["status"]]]} if row["status"] in MODES else {}
    return {
        "id": row["id"],
        "has_event": True,
        "date": _iso(row["from"]),
        **({"enddate": _iso(row["to"])} if row["to"] != row["from"] else {}),
        "actor": [_entity(id) for id in row["source"]],
        "recipient": [_entity(id) for id in row["target"]],
        "event": [row["type"]],
        **mode,
        **code,
        "text": row["quote"],
        "text_info": {"language": row["language"], "start": row["start"], "end": row["end"]},
        "cite_info": _citation(row),
        "coder": row["reader"],
        "stateofplay": {
            "statement": row["id"],
            "event": row["event"],
            "document": row["document"],
            "status": row["status"],
            "people": row["people"] or [],
            "said_by": row["said_by"],
            "confidence": row["confidence"],
            **about,
        },
    }


def _entity(id: str) -> dict[str, str]:
    return {"code": id, "sector": sector(id), "entity_text": display(id)}


def _citation(row: Row) -> dict[str, Any]:
    return {
        "document": row["document"],
        "title": row["title"],
        "publisher": row["publisher"],
        "author": row["author"],
        "published": _iso(row["published_to"]),
        "path": row["path"],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
