"""Intake: many documents are read at once where it pays, and their readings come out in the order they went in."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from itertools import chain, islice
from multiprocessing import get_context
from typing import Final, Protocol

from stateofplay.documents.document import Document
from stateofplay.documents.gather import Unread as Ungathered
from stateofplay.errors import NotFound, OurFault
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import Statement
from stateofplay.record.addition import Reading, Unread, reading_id
from stateofplay.record.record import Record

FEW: Final = 40
"""Up to this many documents are read in this process: starting others costs more than it saves."""

_PACK: Final = 10


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

READERS: Final[dict[str, Opener]] = {"builtin": open_reader}
"""Readers by the name that a user gives."""


def opener_of(reader: str, readers: Mapping[str, Opener] = READERS) -> Opener:
    """The opener of the reader called `reader`; NotFound, which lists the names, for any other."""
    if reader not in readers:
        raise NotFound(f"no reader {reader!r}", mend=f"readers are {', '.join(readers)}")
    return readers[reader]


def readings_of(
    documents: Iterable[Document], opener: Opener, region: str, *, processes: int | None = None
) -> Iterator[Reading]:
    """The reading of each document, in order. `processes` is the most to use; None for as many as there are cores.

    Few documents are read in this process. OurFault when a reading process dies; what came before it stands.
    """
    waiting = iter(documents)
    first = tuple(islice(waiting, FEW + 1))
    workers = processes or os.cpu_count() or 1
    if len(first) <= FEW or workers == 1:
        reader = opener(region)
        yield from (_reading(document, reader) for document in chain(first, waiting))
    else:
        yield from _spread(chain(first, waiting), opener, region, workers)


class Sieve:
    """Lets through what `reader` has not read yet; counts the rest as `known`, and keeps failures in `unread`."""

    def __init__(self, record: Record, reader: Reads) -> None:
        self._reader = f"{reader.name}/{reader.version}"
        self._held = set(record.snapshot().query("SELECT id FROM readings")["id"].to_pylist())
        self.known = 0
        self.unread: list[Unread] = []

    def new(self, gathered: Iterable[Document | Ungathered]) -> Iterator[Document]:
        """The documents of `gathered` that are still to be read."""
        for found in gathered:
            if isinstance(found, Ungathered):
                self.unread.append(Unread.file(found.path, found.error))
            elif reading_id(found.id, self._reader, found.published) in self._held:
                self.known += 1
            else:
                yield found


def _spread(documents: Iterator[Document], opener: Opener, region: str, workers: int) -> Iterator[Reading]:
    # Not forked: the record's libraries run threads, and a fork would copy their locks in whatever state they are.
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    under_way: deque[Future[list[Reading]]] = deque()
    try:
        while True:
            # A few packs ahead keep every process busy without holding the whole folder in memory.
            while len(under_way) < 3 * workers and (pack := list(islice(documents, _PACK))):
                under_way.append(pool.submit(_read_pack, pack, opener, region))
            if not under_way:
                return
            yield from under_way.popleft().result()
    except BrokenProcessPool as error:
        raise OurFault("a reading process died", mend="read again: what was read before is in the record") from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _read_pack(pack: list[Document], opener: Opener, region: str) -> list[Reading]:
    reader = _opened(opener, region)
    return [_reading(document, reader) for document in pack]


@cache
def _opened(opener: Opener, region: str) -> Reads:
    """The reader of this process."""
    return opener(region)


def _reading(document: Document, reader: Reads) -> Reading:
    statements = reader.read(document)
    return Reading(document=document, raw=None, statements=statements, reader=f"{reader.name}/{reader.version}")
