"""The page of search: passages that hold some words, the last published first, with what is stated in each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from stateofplay.app.desk import Desk
from stateofplay.app.web.marks import Piece, Quote, pieces
from stateofplay.app.web.page import desk_of, page
from stateofplay.app.web.paging import Part, place_of
from stateofplay.app.web.visit import Visit, visit_of
from stateofplay.documents.document import Language
from stateofplay.reading.statement import CLAIMS
from stateofplay.record.search import Found, Hit

routes = APIRouter()
PER_PAGE: Final = 20
_ASKED: Final = ("kind", "actor", "since", "until", "language")


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A hit and its text cut at the marks."""

    hit: Hit
    pieces: tuple[Piece, ...]


@routes.get("/search", response_class=HTMLResponse)
def show(request: Request, q: str = "") -> HTMLResponse:
    """What `q` finds; the bare form where nothing is asked. `kind`, `actor`, `since`, `until`, `language` narrow it.

    YourInput for a day that is none; NotFound for an unknown actor.
    """
    visit, desk = visit_of(request), desk_of(request)
    found = _found(desk, visit, q) if q.strip() else None
    return page(
        visit,
        "search.html",
        q=q,
        asked={name: visit.query.get(name, "") for name in _ASKED},
        kinds=tuple(CLAIMS),
        tags=tuple(language.value for language in Language if language is not Language.OTHER),
        found=found,
        part=found and _part(found, visit),
    )


def _found(desk: Desk, visit: Visit, q: str) -> Found:
    asked = {name: visit.query[name] for name in _ASKED if name in visit.query}
    if "actor" in asked:
        asked["actor"] = desk.actor(asked["actor"])
    number = place_of(visit.query.get("page", ""))
    return desk.search(q, known=visit.known, limit=PER_PAGE, offset=(number - 1) * PER_PAGE, **asked)


def _part(found: Found, visit: Visit) -> Part[Shown]:
    return Part(
        items=tuple(_shown(found.hits)),
        number=place_of(visit.query.get("page", "")),
        parts=max(-(-found.total // PER_PAGE), 1),
        total=found.total,
    )


def _shown(hits: tuple[Hit, ...]) -> Iterator[Shown]:
    for hit in hits:
        marks = [Quote(id=str(number), start=start, end=end) for number, (start, end) in enumerate(hit.marks)]
        yield Shown(hit=hit, pieces=pieces(hit.text, marks))
