"""State of Play: from documents to the state of play between states. At most twelve names, each loaded on first use.

>>> import stateofplay as sop
>>> sop.Day.parse("2025-08").length
31
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"
__all__ = ["Board", "Day", "Desk", "Document", "Relation", "StateOfPlayError", "Statement", "__version__", "open"]

_HOMES = {
    "Board": "board.board",
    "Day": "day",
    "Desk": "app.desk",
    "Document": "documents.document",
    "Relation": "board.relation",
    "StateOfPlayError": "errors",
    "Statement": "reading.statement",
    "open": "app.desk",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'stateofplay' has no attribute {name!r}")
    return getattr(import_module(f"stateofplay.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
