"""The names that `__init__.py` loads on first use, for type checkers and editors."""

from stateofplay.app.desk import Desk, open
from stateofplay.board.board import Board
from stateofplay.board.relation import Relation
from stateofplay.day import Day
from stateofplay.documents.document import Document
from stateofplay.errors import StateOfPlayError
from stateofplay.reading.statement import Statement

__version__: str
__all__ = ["Board", "Day", "Desk", "Document", "Relation", "StateOfPlayError", "Statement", "__version__", "open"]
