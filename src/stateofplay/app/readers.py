"""Readers by the name that a user gives: every door asks for one in the same way."""

from collections.abc import Callable, Mapping
from typing import Final, Protocol

from stateofplay.documents.document import Document
from stateofplay.errors import NotFound
from stateofplay.reading.llm.reader import open_llm
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import Statement


class Reads(Protocol):
    """A reader: documents in, statements out. `name` and `version` stand in every statement as `name/version`."""

    @property
    def name(self) -> str:
        """Which reader."""

    @property
    def version(self) -> str:
        """Which version of it."""

    def read(self, document: Document) -> tuple[Statement, ...]:
        """The statements of `document`, in order."""


Opener = Callable[[str], Reads]
"""Opens a reader for a region, by the region's name. Must be importable by name, to be opened in other processes."""

READERS: Final[dict[str, Opener]] = {"builtin": open_reader, "llm": open_llm}
"""Every reader that there is."""

REGION: Final = "northeast_asia"
"""The region whose names are known unless another is asked for."""

READER: Final = "builtin"
"""Who reads unless another is asked for."""

LLM: Final = "llm"
"""The reader that asks a language model, which takes settings."""


def told(reader: Reads) -> tuple[str, ...]:
    """What a reader has to tell of its work, in sentences; () for one that tells nothing."""
    tell = getattr(reader, "told", None)
    return tuple(tell()) if tell else ()


def opener_of(reader: str | Opener, readers: Mapping[str, Opener] = READERS) -> Opener:
    """The opener of the reader called `reader`; NotFound, which lists the names, for any other. An opener is itself."""
    if not isinstance(reader, str):
        return reader
    if reader not in readers:
        raise NotFound(f"no reader {reader!r}", mend=f"readers are {', '.join(readers)}")
    return readers[reader]
