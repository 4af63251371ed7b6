"""Intake: many documents are read at once where it pays, and their readings come out in the order they went in."""

import hashlib
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, cached_property
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from stateofplay.app.readers import Opener, Reads, told
from stateofplay.day import Day
from stateofplay.documents.document import Document
from stateofplay.documents.gather import Progress, gather
from stateofplay.documents.gather import Unread as Ungathered
from stateofplay.errors import DocumentError, OurFault
from stateofplay.record.addition import Added, Reading, Unread, reading_id
from stateofplay.record.record import Record

FEW: Final = 500
"""Up to this many documents are read in this process: starting others costs seconds, which these are read in."""

_PACK: Final = 10
"""Documents that go to another process at a time."""

_BATCH: Final = 50
"""Documents per commit: a second or so of reading, which is what a kill may cost."""


@dataclass(frozen=True, kw_only=True)
class Intake:
    """Reads documents into `record` by the reader of `opener`, which knows the names of `region`."""

    record: Record
    opener: Opener
    region: str
    clock: Callable[[], datetime]

    def take(
        self,
        paths: Sequence[str],
        *,
        published: Day | None = None,
        allow_private: bool = False,
        progress: Progress | None = None,
        processes: int = 1,
    ) -> tuple[Added, tuple[Unread, ...]]:
        """Read what is under `paths` and not yet read; how much was new, and what stayed unread."""
        sieve = Sieve(self.record, self.reader)
        gathered = gather(paths, published=published, allow_private=allow_private, progress=progress)
        # The reader at hand keeps count of what it does; other processes open their own.
        opener = self.opener if processes > 1 else lambda _: self.reader
        found = readings_of(sieve.new(gathered), opener, self.region, processes=processes)
        readings = with_originals(sieve.read(found))
        added = self.record.add(readings, recorded_at=self.clock(), batch=_BATCH)
        added += self.record.add((), recorded_at=self.clock(), unread=sieve.unread)
        return added + Added(known=sieve.known), tuple(sieve.unread)

    @cached_property
    def reader(self) -> Reads:
        """The reader of this process."""
        return self.opener(self.region)

    def told(self) -> tuple[str, ...]:
        """What the reader has to tell of its work."""
        return told(self.reader)


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

    def read(self, readings: Iterable[Reading | Unread]) -> Iterator[Reading]:
        """The readings; what the reader could not read is kept apart."""
        for reading in readings:
            if isinstance(reading, Unread):
                self.unread.append(reading)
            else:
                yield reading


def readings_of(
    documents: Iterable[Document], opener: Opener, region: str, *, processes: int = 1, few: int = FEW
) -> Iterator[Reading | Unread]:
    """The reading of each document, in order, each as soon as it is there; Unread for one that the reader gave up on.

    The first `few` are read in this process; what is left after them by `processes` at once. OurFault when one of
    these dies; what came before it stands.
    """
    reader, waiting = opener(region), iter(documents)
    yield from (_reading(document, reader) for document in (waiting if processes == 1 else islice(waiting, few)))
    yield from _spread(waiting, opener, region, processes)


def with_originals(readings: Iterable[Reading]) -> Iterator[Reading]:
    """The same readings, those of files with the bytes of the file, as long as these are still what was read."""
    for reading in readings:
        yield replace(reading, raw=_original(reading.document))


def _original(document: Document) -> bytes | None:
    path = Path(document.path)
    if not document.raw_hash or "://" in document.path or not path.is_file():
        return None
    raw = path.read_bytes()
    return raw if hashlib.sha256(raw).hexdigest() == document.raw_hash else None


def _spread(documents: Iterator[Document], opener: Opener, region: str, workers: int) -> Iterator[Reading | Unread]:
    # Not forked: the record's libraries run threads, and a fork would copy their locks in whatever state they are.
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_leave_interrupts)
    under_way: deque[Future[list[Reading | Unread]]] = deque()
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


def _leave_interrupts() -> None:
    """Ctrl+C reaches every process of a command; only the first one answers it, and it stops the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _read_pack(pack: list[Document], opener: Opener, region: str) -> list[Reading | Unread]:
    reader = _opened(opener, region)
    return [_reading(document, reader) for document in pack]


@cache
def _opened(opener: Opener, region: str) -> Reads:
    """The reader of this process."""
    return opener(region)


def _reading(document: Document, reader: Reads) -> Reading | Unread:
    try:
        statements = reader.read(document)
    except DocumentError as error:
        return Unread.file(document.path, error)
    return Reading(document=document, raw=None, statements=statements, reader=f"{reader.name}/{reader.version}")
