"""Derived: answers that take long to work out, kept beside the record until anything that they follow from changes.

What is kept is never a source of truth. A file is named by all that its content follows from: the versions of the
tables, what was asked, and the program's own code and data. One that is missing, torn or cannot be written costs time
and nothing else; one that nothing asks for any more is removed. The columns are mapped into memory, so that a question
reads only those that it needs.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

import pyarrow as pa
from pyarrow import ipc

from stateofplay.knowledge.table import structure
from stateofplay.record.addition import short_hash

FOLDER: Final = "derived"
_ENDING: Final = ".arrow"
_DRAFT: Final = ".part"
_LEFT_BEHIND: Final = 3600  # seconds after which a draft is one whose writer was stopped
_OF_THE_PROGRAM: Final = (".py", ".yaml", ".tsv")


class Derived:
    """What is kept in the folder `derived` of a record."""

    def __init__(self, record: Path) -> None:
        self.folder = record / FOLDER

    def table(self, name: str, of: Iterable[str], make: Callable[[], pa.Table], *, rows: int | None = None) -> pa.Table:
        """The table `make()`, as kept where it was made before; `of` tells all that it follows from, but the code.

        `name` is that of its kind, in letters. What is made of few `rows`, by default those of the table itself, is not
        kept.
        """
        place = self.folder / f"{name}-{short_hash(code(), *of)}{_ENDING}"
        kept = _read(place)
        if kept is not None:
            return kept
        made = make()
        if (len(made) if rows is None else rows) < least_rows():
            return made
        _write(place, made)
        self._prune(name, place)
        return made

    def _prune(self, name: str, newest: Path) -> None:
        """Remove the files of this kind but the newest; readers that have one open keep it."""
        others = (path for path in self.folder.glob(f"{name}-*{_ENDING}") if path != newest)
        drafts = (path for path in self.folder.glob(f"*{_DRAFT}") if _age(path) > _LEFT_BEHIND)
        for path in (*sorted(others, key=_age)[_files(name) - 1 :], *drafts):
            with suppress(OSError):
                path.unlink(missing_ok=True)


def versions_of(versions: Mapping[str, int]) -> str:
    """The versions of tables as one text, whatever their order."""
    return " ".join(f"{name}={version}" for name, version in sorted(versions.items()))


@cache
def code() -> str:
    """A hash that changes with the program: the size and time of every file of its code and data."""
    root = Path(__file__).parents[1]
    marks: list[str] = []
    for folder, below, names in os.walk(root):
        # The doors show what was worked out; they have no part in it.
        below[:] = [name for name in below if name not in ("app", "__pycache__")]
        paths = (Path(folder, name) for name in names if name.endswith(_OF_THE_PROGRAM))
        marks += (f"{path.relative_to(root)} {_mark(path)}" for path in paths)
    return short_hash(pa.__version__, *sorted(marks))


@cache
def least_rows() -> int:
    """Tables of fewer rows are not kept: see `vocabulary/derived.yaml`."""
    return int(structure("vocabulary", "derived.yaml")["least_rows"])


@cache
def _files(name: str) -> int:
    """Files that are kept of a kind."""
    kept = structure("vocabulary", "derived.yaml")
    return 1 if name in kept["alone"] else int(kept["files"])


def _mark(path: Path) -> str:
    about = path.stat()
    return f"{about.st_size} {about.st_mtime_ns}"


def _age(path: Path) -> float:
    """Seconds since it was written; very many for a file that another process removed meanwhile."""
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return float("inf")


def _read(place: Path) -> pa.Table | None:
    """The table in a file, its columns still on disk; None where it is missing or torn."""
    try:
        return ipc.open_file(pa.memory_map(str(place))).read_all()
    except (OSError, pa.ArrowException):
        return None


def _write(place: Path, table: pa.Table) -> None:
    """Write it whole or not at all; a folder that cannot be written to stays as it is."""
    with suppress(OSError):
        place.parent.mkdir(exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=place.parent, suffix=_DRAFT)
        try:
            with os.fdopen(handle, "wb") as file:
                with ipc.new_file(file, table.schema) as writer:
                    writer.write_table(table.combine_chunks())
                file.flush()
                os.fsync(file.fileno())
            Path(draft).replace(place)
        finally:
            Path(draft).unlink(missing_ok=True)
