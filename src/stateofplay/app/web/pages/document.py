"""The pages of documents: their list, and each whole text with its quotes marked and its statements beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from stateofplay.app.desk import Desk
from stateofplay.app.web.marks import Piece, Quote, pieces
from stateofplay.app.web.page import desk_of, page
from stateofplay.app.web.paging import part_of
from stateofplay.app.web.visit import visit_of
from stateofplay.day import Day
from stateofplay.documents.document import Document, Language, Passage, PassageKind
from stateofplay.reading.statement import Statement

routes = APIRouter()
PER_PAGE: Final = 200
_TEXT: Final = (PassageKind.BODY, PassageKind.HEADING)
_UNDETERMINED: Final = "und"


@dataclass(frozen=True, kw_only=True)
class Run:
    """A passage as it is shown, with the blank after it."""

    kind: PassageKind
    language: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, kw_only=True)
class Block:
    """A paragraph, heading or piece of furniture."""

    runs: tuple[Run, ...]
    language: str
    heading: bool
    furniture: bool


@dataclass(frozen=True, kw_only=True)
class Said:
    """A statement beside the text: `event` is the id of what it tells, "" for another kind."""

    said: Statement
    event: str


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A document in the list."""

    id: str
    title: str
    path: str
    publisher: str
    published: Day | None
    languages: tuple[str, ...]
    statements: int


@routes.get("/documents", response_class=HTMLResponse)
def list_all(request: Request) -> HTMLResponse:
    """Documents published by the knowledge date, the latest first, those of unknown day last."""
    visit, desk = visit_of(request), desk_of(request)
    part = part_of(_listed(desk, visit.known), visit.query.get("page", ""), PER_PAGE)
    unread = list(desk.unread()) if part.number == 1 else []
    return page(visit, "documents.html", part=part, unread=unread)


@routes.get("/documents/{id}", response_class=HTMLResponse)
def show(request: Request, id: str) -> HTMLResponse:
    """One document, whole: it is shown as it is, whatever day the visit asks for."""
    visit, desk = visit_of(request), desk_of(request)
    document = desk.document(id)
    told = desk.statements(document=document.id)
    statements = [Said(said=said, event=event or "") for said, event in told]
    return page(
        visit,
        "document.html",
        document=document,
        language=_tag(document.languages[0]) if document.languages else _UNDETERMINED,
        blocks=list(_blocks(document, [item.said for item in statements])),
        statements=statements,
        numbers={item.said.id: number for number, item in enumerate(statements, 1)},
    )


def _listed(desk: Desk, known: date | None) -> list[Listed]:
    counts = {
        row["document"]: row["n"]
        for row in desk.record.snapshot().rows("SELECT document, count(*) AS n FROM statement GROUP BY document")
    }
    rows = desk.record.document_table(known).to_pylist()
    dated = [row for row in rows if row["published_last"] is not None]
    undated = [row for row in rows if row["published_last"] is None]
    return [_listed_row(row, counts.get(row["id"], 0)) for row in (*reversed(dated), *undated)]


def _listed_row(row: dict[str, Any], statements: int) -> Listed:
    first, last = row["published_first"], row["published_last"]
    return Listed(
        id=row["id"],
        title=row["title"],
        path=row["path"],
        publisher=row["publisher"],
        published=Day.span(first, last) if last else None,
        languages=tuple(row["languages"]),
        statements=statements,
    )


def _blocks(document: Document, statements: list[Statement]) -> Iterator[Block]:
    """The whole text, block by block. Each passage takes the blank up to the next with it, so that nothing is lost."""
    quotes = [Quote(id=said.id, start=said.start, end=said.end) for said in statements]
    ends = [passage.start for passage in document.passages[1:]] + [len(document.text)]
    starts = [0, *ends[:-1]]
    spans = zip(document.passages, starts, ends, strict=True)
    for (_, furniture, heading), group in groupby(spans, key=lambda span: _block_key(span[0])):
        runs = tuple(_run(document, quotes, *span) for span in group)
        yield Block(runs=runs, language=runs[0].language, heading=heading, furniture=furniture)


def _block_key(passage: Passage) -> tuple[int, bool, bool]:
    return passage.paragraph, passage.kind not in _TEXT, passage.kind is PassageKind.HEADING


def _run(document: Document, quotes: list[Quote], passage: Passage, start: int, end: int) -> Run:
    cut = pieces(document.text[start:end], quotes, start)
    return Run(kind=passage.kind, language=_tag(passage.language), pieces=cut)


def _tag(language: Language) -> str:
    return _UNDETERMINED if language is Language.OTHER else language.value
