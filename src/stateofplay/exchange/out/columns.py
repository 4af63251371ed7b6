"""Columns: every table that goes out has its columns listed and explained in one data file, and no others."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from stateofplay.knowledge.table import rows


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of a table: its `name`, `type` (text, texts, integer, number, day or yes-no) and what it means."""

    name: str
    type: str
    meaning: str


@cache
def tables() -> Mapping[str, Mapping[str, Column]]:
    """Table → its columns by name, in order; see `vocabulary/columns.tsv`."""
    found: dict[str, dict[str, Column]] = {}
    for row in rows("vocabulary", "columns.tsv"):
        column = Column(name=row["column"], type=row["type"], meaning=row["meaning"])
        found.setdefault(row["table"], {})[column.name] = column
    return found
