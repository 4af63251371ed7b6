"""Search: every passage that holds all words of a query, the last published first, as known on a day.

The order is by day and place alone: a score by how rare a word is would change with each document that is added, and so
would what an earlier knowledge date shows.
"""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from stateofplay.day import Day
from stateofplay.knowledge.fold import blind
from stateofplay.reading.statement import Statement
from stateofplay.record.record import Record
from stateofplay.record.row import day_of
from stateofplay.record.said import said_in, where_said
from stateofplay.record.shelf import Places, Shelf
from stateofplay.record.snapshot import Snapshot
from stateofplay.record.sought import Term, sought, spans

PER_ANSWER: Final = 20
"""Hits of an answer where no other number is asked for."""


@dataclass(frozen=True, kw_only=True)
class Filter:
    """What else a hit must fulfil; None and () ask for nothing.

    `kind` and `type` (PLOVER) of a statement in the passage, and `actor` (an id) whom that statement names. `since` and
    `until` bound the publication day, both included; a document of unknown day lies in no such bounds. `languages` are
    tags of the passage such as zh-Hant. `document` is an id. `known` is a knowledge date.
    """

    kind: str | None = None
    type: str | None = None
    actor: str | None = None
    since: date | None = None
    until: date | None = None
    known: date | None = None
    languages: tuple[str, ...] = ()
    document: str | None = None

    @property
    def of_statements(self) -> bool:
        """Whether it asks for something of the statements in the passage."""
        return any(given is not None for given in (self.kind, self.type, self.actor))


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A passage that holds all that was sought: `text` stands at `start`..`end` of the document's clean text.

    `marks` are the places in `text` where words of the query stand. `statements` are those that count by the knowledge
    date and whose quote shares a character with the passage, by place.
    """

    document: str
    path: str
    title: str
    publisher: str
    published: Day | None
    language: str
    start: int
    end: int
    text: str
    marks: tuple[tuple[int, int], ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, kw_only=True)
class Found:
    """Some `hits` of a query, the last published first; `total` passages in `documents` documents hold it."""

    hits: tuple[Hit, ...]
    total: int
    documents: int


class Search:
    """Searches one record; what it has loaded is kept until the record grows. Safe to use from several threads."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._lock = threading.Lock()
        self._shelf: Shelf | None = None

    def __call__(self, query: str, asked: Filter | None = None, *, limit: int = PER_ANSWER, offset: int = 0) -> Found:
        """`limit` hits of `query` from number `offset` on; YourInput where there is nothing to look for."""
        return self._answer(sought(query), asked or Filter(), slice(offset, offset + limit), one=False)

    def naming(self, forms: Sequence[str], asked: Filter, *, limit: int = PER_ANSWER) -> Found:
        """`limit` passages that hold one of `forms` as it stands; nothing for no forms."""
        terms = tuple(Term(text=" ".join(blind(form).split()), whole=True) for form in forms)
        return self._answer(terms, asked, slice(limit), one=True) if terms else Found(hits=(), total=0, documents=0)

    def _answer(self, terms: tuple[Term, ...], asked: Filter, part: slice, *, one: bool) -> Found:
        shelf = self._at(self.record.snapshot())
        places = self._filtered(shelf.holding(terms, asked.languages, one=one), shelf, asked)
        shown = places.part(part)
        return Found(
            hits=tuple(self._opened(shown, shelf, terms, asked.known)),
            total=len(places),
            documents=len(np.unique(places.rank)),
        )

    def _filtered(self, places: Places, shelf: Shelf, asked: Filter) -> Places:
        wanted = shelf.between(asked.since, asked.until, asked.known)
        if asked.document is not None:
            wanted &= shelf.about["id"].to_numpy() == asked.document
        places = places.where(wanted[places.rank])
        if not asked.of_statements:
            return places
        told = where_said(self.record.roll(), kind=asked.kind, type=asked.type, actor=asked.actor, known=asked.known)
        return places.touched(shelf.rank(told["document"]), *(told[name].to_numpy() for name in ("start", "end")))

    def _opened(self, places: Places, shelf: Shelf, terms: tuple[Term, ...], known: date | None) -> Iterator[Hit]:
        """The hits at `places`, with the statements that stand there."""
        about = shelf.about.take(places.rank).to_pylist()
        said = said_in(self.record.roll(), list(dict.fromkeys(row["id"] for row in about)), known)
        for row, document in zip(places.row.tolist(), about, strict=True):
            start, end = shelf.span(row)
            text = shelf.text[row].as_py()
            yield Hit(
                document=document["id"],
                path=document["path"],
                title=document["title"],
                publisher=document["publisher"],
                published=day_of(document, "published"),
                language=shelf.language[row].as_py(),
                start=start,
                end=end,
                text=text,
                marks=spans(terms, blind(text)),
                statements=tuple(
                    told for told in said.get(document["id"], ()) if told.start < end and start < told.end
                ),
            )

    def _at(self, snapshot: Snapshot) -> Shelf:
        with self._lock:
            if self._shelf is None or self._shelf.versions != snapshot.versions:
                self._shelf = Shelf(self.record.folder, snapshot)
            return self._shelf
