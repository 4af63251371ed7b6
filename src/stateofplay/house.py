"""The rooms of the house and the arrows between them: one table, read by the layer test and by the README's picture.

A room may import only the rooms that its line names. `knowledge` loads the data folders `vocabulary/` and
`regions/`; `demo/` is the bundled dossier; none of the three holds code. Modules beside this file (`errors`, `day`)
may be imported from everywhere.
"""

from typing import Final

ROOMS: Final[dict[str, tuple[str, ...]]] = {
    "knowledge": (),
    "documents": ("knowledge",),
    "reading": ("documents", "knowledge"),
    "record": ("reading", "documents", "knowledge"),
    "board": ("record", "reading", "knowledge"),
    "forecast": ("board", "record", "reading", "knowledge"),
    "exchange": ("forecast", "board", "record", "reading", "documents", "knowledge"),
    "brief": ("forecast", "board", "record", "reading", "knowledge"),
    "app": ("brief", "exchange", "forecast", "board", "record", "reading", "documents", "knowledge"),
}
"""Room → the rooms it may import."""

LEAVES: Final[dict[str, str]] = {
    "documents": "Document",
    "reading": "Statement",
    "record": "Event",
    "board": "Relation",
    "forecast": "Move",
}
"""Room → the type that leaves it."""

DATA: Final[tuple[str, ...]] = ("vocabulary", "regions", "demo")
"""Folders that hold data and never code."""
