"""A format: a name, what it holds, and the function that writes a selection in it, piece by piece."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from stateofplay.errors import NotFound
from stateofplay.exchange.out.selection import Selection
from stateofplay.knowledge.table import rows

Writer = Callable[[Selection], Iterator[str] | Iterator[bytes]]


@dataclass(frozen=True, kw_only=True)
class Format:
    """One form in which a selection goes out.

    `suffix` and `media_type` are what its files are known by; `holds` says in a few words what it has of the record.
    `binary` is what no terminal should show. `home` is the module beside this one and the function in it that writes
    it, as text, which goes out as UTF-8, or as bytes; it is loaded when it is asked for.
    """

    name: str
    suffix: str
    media_type: str
    holds: str
    home: str
    binary: bool = False

    def pieces(self, selection: Selection) -> Iterator[bytes]:
        """The selection in this form, piece by piece; the same bytes whenever the record says the same."""
        module, _, name = self.home.partition(".")
        writer: Writer = getattr(import_module(f"{__package__}.{module}"), name)
        for piece in writer(selection):
            yield piece.encode() if isinstance(piece, str) else piece


def _format(row: dict[str, Any]) -> Format:
    return Format(**{**row, "binary": row["binary"] == "yes"})


@cache
def formats() -> Mapping[str, Format]:
    """Name → format, in the order of `vocabulary/formats.tsv`."""
    return {row["name"]: _format(row) for row in rows("vocabulary", "formats.tsv")}


def format_named(name: str) -> Format:
    """The format called `name`; NotFound, which lists the names, for any other."""
    if name not in formats():
        raise NotFound(f"no format {name!r}", mend=f"formats are {', '.join(formats())}")
    return formats()[name]
