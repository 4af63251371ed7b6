"""Reading of data files: a table says its origin first, then its columns, and a fault is told with file and line."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from stateofplay.errors import DataFileError
from stateofplay.knowledge.recall import recalled

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The safe loader in C, four times as fast on a region's files, where PyYAML was built with it."""


def data(*parts: str) -> Traversable:
    """A file or folder of the package's data, such as `data("vocabulary", "types.tsv")`."""
    return files("stateofplay").joinpath(*parts)


def rows(*parts: str) -> Iterator[dict[str, str]]:
    """Rows of a TSV file, by column name.

    Lines that start with `#` are comments (origin, licence, day); the first other line names the columns.
    Missing trailing cells are "". Raises DataFileError that names file and line for a row with too many cells.
    """
    for _, row in numbered_rows(*parts):
        yield row


def numbered_rows(*parts: str) -> Iterator[tuple[int, dict[str, str]]]:
    """As `rows`, each with its line number in the file, for messages."""
    columns: list[str] | None = None
    for number, line in enumerate(data(*parts).read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if columns is None:
            columns = cells
            continue
        if len(cells) > len(columns):
            raise DataFileError(f"{len(cells)} cells under {len(columns)} columns", where=f"{'/'.join(parts)}:{number}")
        yield number, dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True))


@cache
def structure(*parts: str) -> Any:
    """Content of a YAML file; DataFileError with the place when it is not YAML."""
    try:
        return recalled("-".join(parts), data(*parts).read_text(encoding="utf-8"), _parsed)
    except yaml.YAMLError as error:
        raise DataFileError(f"not YAML: {error}", where="/".join(parts)) from error


def _parsed(text: str) -> Any:
    return yaml.load(text, Loader=_LOADER)
