"""Sources: what the user named becomes a list of files and addresses, each told by its content before its name."""

import glob
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from stateofplay.documents.charset import signature
from stateofplay.documents.web import is_address
from stateofplay.errors import BrokenDocument, DocumentError, UnknownFormat

_READERS: Final = {
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text",
    ".jsonl": "json", ".ndjson": "json", ".csv": "table", ".tsv": "table",
    ".html": "page", ".htm": "page", ".xhtml": "page",
    ".pdf": "pdf", ".docx": "word", ".rss": "feed", ".atom": "feed", ".xml": "feed",
}  # fmt: skip
"""Ending of a file's name → how it is read."""

FORMATS: Final = "txt, md, html, pdf, docx, jsonl, csv, tsv, rss, atom"
_MEDIA: Final = {
    "text/plain": "text",
    "text/markdown": "text",
    "text/html": "page",
    "application/xhtml+xml": "page",
    "application/pdf": "pdf",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/xml": "feed",
    "text/xml": "feed",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "word",
}


def sources(paths: list[str]) -> Iterator[str | tuple[str, DocumentError]]:
    """Every file and address under `paths`, in the order given, folders sorted; or a path and what is wrong with it.

    Files whose names start with a dot are passed over in folders. A folder that is reached a second time through a
    link is not entered again; one that may not be opened is named, after what could be.
    """
    for path in paths:
        if is_address(path):
            yield path
        elif Path(path).is_dir():
            yield from _folder(path)
        elif os.path.lexists(path):
            yield path
        elif glob.has_magic(path):
            found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207
            yield from sources(found) if found else [(path, DocumentError("no file fits the pattern", where=path))]
        else:
            yield path, DocumentError("no such file or folder", where=path, mend="check the name")


def _folder(path: str) -> Iterator[str | tuple[str, DocumentError]]:
    entered: set[str] = set()
    closed: list[OSError] = []
    for folder, folders, files in os.walk(path, followlinks=True, onerror=closed.append):
        real = os.path.realpath(folder)
        if real in entered:
            folders.clear()
            continue
        entered.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "__MACOSX")
        yield from (os.path.join(folder, name) for name in sorted(files) if not name.startswith("."))  # noqa: PTH118
    yield from ((str(error.filename), _closed(error)) for error in closed)


def _closed(error: OSError) -> DocumentError:
    return BrokenDocument(f"a folder that cannot be opened: {error.strerror}", where=str(error.filename))


def reader_of_file(path: str, head: bytes) -> str:
    """How the file at `path` that starts with `head` is read; UnknownFormat, naming what it is, where it is not."""
    if head.startswith(b"%PDF"):
        return "pdf"
    reader = _READERS.get(Path(path).suffix.lower())
    if reader is None and not Path(path).suffix and not signature(head):
        return _shown(head) or "text"
    if reader == "text" and _shown(head) == "page":
        return "page"
    if reader is None:
        what = signature(head) or f"a file ending in {Path(path).suffix or 'nothing'}"
        raise UnknownFormat(f"not a format that we read: {what}", where=path, mend=f"give {FORMATS}")
    return reader


def reader_of_answer(address: str, media: str, head: bytes) -> str:
    """How an answer from the network is read, by its content, its media type, then its name; UnknownFormat for none."""
    if head.startswith(b"%PDF"):
        return "pdf"
    reader = _shown(head) or _MEDIA.get(media)
    if reader is None:
        reader = _READERS.get(Path(address.partition("?")[0]).suffix.lower())
    if reader is None or reader in ("json", "table"):
        raise UnknownFormat(f"not a format that we read from the network: {media or 'unnamed'}", where=address)
    return reader


def _shown(head: bytes) -> str | None:
    """page or feed, where the first signs of `head` are theirs."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1024].lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "page"
    feed = any(mark in start for mark in (b"<rss", b"<feed", b"<rdf:rdf"))
    return "feed" if feed and start.startswith(b"<") else None
