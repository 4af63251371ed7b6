"""Gathering of documents: in the order given, and what cannot be read costs itself alone."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from stateofplay.day import Day
from stateofplay.documents.charset import decoded, refuse_binary
from stateofplay.documents.collection import json_lines, table_rows
from stateofplay.documents.document import Document, Language
from stateofplay.documents.extract import Extract
from stateofplay.documents.limits import FILE_BYTES, TEXT_BYTES
from stateofplay.documents.plain import document_from_text
from stateofplay.documents.quarantine import Quarantine
from stateofplay.documents.source import reader_of_answer, reader_of_file, sources
from stateofplay.documents.web import Fetched, Web, is_address
from stateofplay.errors import BrokenDocument, DocumentError, EmptyDocument, TooLarge

Progress = Callable[[str, int, int], None]
"""Told before each file or address: its path, its number from 0, and how many there are."""

_HEAD: Final = 4096
_TEASER: Final = 600
"""Characters of an entry's own text below which its page is fetched instead."""


@dataclass(frozen=True, kw_only=True)
class Unread:
    """What could not be read, as the user named it or as it was found, and why."""

    path: str
    error: DocumentError


def gather(
    paths: Sequence[str],
    *,
    published: Day | None = None,
    allow_private: bool = False,
    progress: Progress | None = None,
) -> Iterator[Document | Unread]:
    """Every document under `paths` (files, folders, globs, addresses), in the order given, folders sorted.

    `published` holds for documents that do not tell their day. `allow_private` lets addresses of the own network
    be fetched. Nothing is raised for a document that cannot be read: an Unread stands in its place.
    """
    found = list(sources(list(paths)))
    with Quarantine() as quarantine:
        visit = _Visit(published=published, quarantine=quarantine, web=Web(allow_private=allow_private))
        for number, source in enumerate(found):
            if progress is not None:
                progress(source if isinstance(source, str) else source[0], number, len(found))
            yield from visit.documents(source) if isinstance(source, str) else [Unread(path=source[0], error=source[1])]


@dataclass(frozen=True, kw_only=True)
class _Visit:
    """One gathering: what every document of it shares."""

    published: Day | None
    quarantine: Quarantine
    web: Web = field(default_factory=Web)

    def documents(self, path: str) -> Iterator[Document | Unread]:
        """The documents of one file or address, or why there are none."""
        try:
            yield from self._address(path) if is_address(path) else self._file(path)
        except DocumentError as error:
            yield Unread(path=path, error=error)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            yield Unread(path=path, error=BrokenDocument(f"cannot be opened: {reason}", where=path))

    def _file(self, path: str) -> Iterator[Document | Unread]:
        file = Path(path)
        if not file.is_file() and file.exists():
            raise BrokenDocument("a device or pipe, not a file", where=path)
        with file.open("rb") as opened:
            head = opened.read(_HEAD)
        if not head.strip():
            raise EmptyDocument("nothing in it", where=path)
        reader = reader_of_file(path, head)
        if reader == "json":
            refuse_binary(head, where=path)
            yield from self._collection(json_lines(file), path)
            return
        data = _bytes(file, TEXT_BYTES if reader in ("text", "page", "feed") else FILE_BYTES)
        if reader == "table":
            yield from self._collection(table_rows(data, path), path)
        elif reader == "text":
            yield self._document(Extract(text=decoded(data, where=path)), path, _hash(data))
        else:
            yield from self._apart(reader, data, path)

    def _collection(self, extracts: Iterator[Extract | DocumentError], path: str) -> Iterator[Document | Unread]:
        empty = True
        for extract in extracts:
            empty = False
            if isinstance(extract, DocumentError):
                yield Unread(path=extract.where or path, error=extract)
            else:
                yield self._document(extract, f"{path}#{extract.place}")
        if empty:
            raise EmptyDocument("no document in it", where=path)

    def _apart(self, reader: str, data: bytes, path: str) -> Iterator[Document | Unread]:
        extracts = self.quarantine.read(reader, data, path)
        if isinstance(extracts, DocumentError):
            raise extracts
        for extract in extracts:
            where = f"{path}#{extract.place}" if extract.place else path
            if extract.text.strip():
                yield self._document(extract, where, "" if extract.place else _hash(data))
            else:
                yield Unread(path=where, error=EmptyDocument("an entry without text", where=where))

    def _address(self, address: str) -> Iterator[Document | Unread]:
        answer = self.web.fetch(address)
        reader = reader_of_answer(answer.address, answer.media, answer.data[:_HEAD])
        if reader == "feed":
            yield from self._feed(answer, address)
        else:
            yield self._answer(reader, answer, Extract(text=""))

    def _feed(self, answer: Fetched, address: str) -> Iterator[Document | Unread]:
        entries = self.quarantine.read("feed", answer.data, address)
        if isinstance(entries, DocumentError):
            raise entries
        for entry in entries:
            yield self._entry(entry, f"{address}#{entry.place}")

    def _entry(self, entry: Extract, where: str) -> Document | Unread:
        """An entry's own text where it is whole, else its page, else at least its teaser."""
        if len(entry.text) >= _TEASER or not is_address(entry.address):
            if not entry.text.strip():
                return Unread(path=where, error=EmptyDocument("an entry without text or link", where=where))
            return self._document(entry, entry.address or where)
        try:
            answer = self.web.fetch(entry.address)
            return self._answer(reader_of_answer(answer.address, answer.media, answer.data[:_HEAD]), answer, entry)
        except DocumentError as error:
            return Unread(path=entry.address, error=error)

    def _answer(self, reader: str, answer: Fetched, entry: Extract) -> Document | Unread:
        """The document of one answer; what the feed's `entry` tells fills in what the page does not."""
        path = answer.address
        if reader == "text":
            text = decoded(answer.data, where=path, declared=answer.charset)
            return self._document(replace(entry, text=text), path, _hash(answer.data))
        extracts = self.quarantine.read(reader, answer.data, path)
        if isinstance(extracts, DocumentError):
            return Unread(path=path, error=extracts)
        extract = extracts[0]
        return self._document(replace(extract, known=extract.known.or_else(entry.known)), path, _hash(answer.data))

    def _document(self, extract: Extract, path: str, raw_hash: str = "") -> Document:
        return document_from_text(
            extract.text,
            path=path,
            published=self.published,
            language=Language.told(extract.language),
            known=extract.known,
            raw_hash=raw_hash,
        )


def _bytes(file: Path, most: int) -> bytes:
    with file.open("rb") as opened:
        data = opened.read(most + 1)
    if len(data) > most:
        size = file.stat().st_size >> 20
        raise TooLarge(f"{size} MB, more than the {most >> 20} MB that we read", where=str(file), mend="split it")
    return data


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
