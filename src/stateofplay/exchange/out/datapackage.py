"""Data package: the dictionary of every table that goes out, as a Frictionless descriptor that tools read."""

import json
from collections.abc import Iterator
from typing import Any, Final

from stateofplay.exchange.out.columns import Column, tables
from stateofplay.exchange.out.selection import Selection

_TYPES: Final = {
    "text": {"type": "string"},
    "texts": {"type": "string", "separator": ";"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "day": {"type": "date"},
    "yes-no": {"type": "boolean"},
}
_KEYS: Final = {"statements": "id", "events": "event", "documents": "id"}


def write_datapackage(selection: Selection) -> Iterator[str]:
    """One JSON object: every table as a resource `TABLE.csv`, with each column's type and meaning."""
    package = {
        "name": "stateofplay-record",
        "title": "A State of Play record",
        "version": selection.version,
        "description": f"Statements with their sources, and what follows from them. {selection.told}.",
        "stateofplay": selection.about,
        "resources": [_resource(name, columns.values()) for name, columns in tables().items()],
    }
    yield json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _resource(name: str, columns: Any) -> dict[str, Any]:
    key = {"primaryKey": _KEYS[name]} if name in _KEYS else {}
    return {
        "name": name,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": [_field(column) for column in columns], "missingValues": [""], **key},
    }


def _field(column: Column) -> dict[str, str]:
    return {"name": column.name, **_TYPES[column.type], "description": column.meaning}
