"""What goes into a record: a reading is one document as one reader read it; what could not be read is said too."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property

from stateofplay.day import Day
from stateofplay.documents.document import Document
from stateofplay.errors import StateOfPlayError
from stateofplay.reading.statement import Statement


@dataclass(frozen=True, kw_only=True)
class Unread:
    """A file, or with `document` a passage `start`..`end` of it, that could not be read.

    `error` is the name of the error's class, `why` says what was wrong and `mend` what to do about it.
    """

    path: str
    why: str
    error: str = ""
    mend: str = ""
    document: str = ""
    start: int = 0
    end: int = 0

    @classmethod
    def file(cls, path: str, error: StateOfPlayError) -> "Unread":
        """The file at `path`, which failed with `error`."""
        return cls(path=path, why=error.what, error=type(error).__name__, mend=error.mend)

    @property
    def id(self) -> str:
        """Hash of place and reason: the same failure told twice is recorded once."""
        return short_hash(self.path, self.document, str(self.start), str(self.end), self.error, self.why)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A document, the bytes it came from (None where there are none to keep), and what `reader` found in it.

    `reader` is name and version, such as `rules/3`; every statement carries the same. Re-reading by a later version
    of the same reader supersedes the earlier reading in views; both stay in the record.
    """

    document: Document
    raw: bytes | None
    statements: tuple[Statement, ...]
    reader: str
    unread: tuple[Unread, ...] = ()

    def __post_init__(self) -> None:
        if not self.reader:
            raise ValueError("a reading names its reader")
        self.document.text.encode()  # UnicodeEncodeError, a ValueError, for half characters that no file can hold
        for statement in self.statements:
            if statement.document != self.document.id or statement.reader != self.reader:
                raise ValueError(f"statement {statement.id} is of another document or reader")

    @cached_property
    def id(self) -> str:
        """Hash of document, reader and publication date: by another of these, it is another reading."""
        return reading_id(self.document.id, self.reader, self.document.published)

    @property
    def family(self) -> str:
        """The reader's name without its version."""
        return reader_family(self.reader)


@dataclass(frozen=True, kw_only=True)
class Added:
    """How much was new to the record, and how many documents of the batch were `known` to it already."""

    documents: int = 0
    statements: int = 0
    originals: int = 0
    unread: int = 0
    known: int = 0

    def __add__(self, other: "Added") -> "Added":
        return Added(
            documents=self.documents + other.documents,
            statements=self.statements + other.statements,
            originals=self.originals + other.originals,
            unread=self.unread + other.unread,
            known=self.known + other.known,
        )


def reading_id(document: str, reader: str, published: Day | None) -> str:
    """Id of the reading of `document` by `reader` as published on that day."""
    return short_hash(document, reader, published.iso if published else "")


def reader_family(reader: str) -> str:
    """A reader's name up to its version: `rules` of `rules/3`, `rules@3` or `rules 3`."""
    for mark in "/@ ":
        reader = reader.partition(mark)[0] or reader
    return reader


def short_hash(*parts: str) -> str:
    """24 hexadecimal digits of the SHA-256 of the parts."""
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:24]
