"""The pages of events: the list of what is told to have happened by a day, and each event with all its tellings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, product
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from stateofplay.app.desk import Desk
from stateofplay.app.web.moment import moment_of
from stateofplay.app.web.page import desk_of, page
from stateofplay.app.web.paging import part_of
from stateofplay.app.web.visit import Visit, visit_of
from stateofplay.app.web.words import Words
from stateofplay.documents.document import Document
from stateofplay.knowledge.event_type import event_types
from stateofplay.reading.statement import Statement, Status
from stateofplay.record.event import Event
from stateofplay.record.joining import WHY

routes = APIRouter()
PER_PAGE: Final = 50


@dataclass(frozen=True, kw_only=True)
class Telling:
    """A statement that tells an event, its document, and why it was taken for a telling of it."""

    said: Statement
    document: Document
    why: str


@routes.get("/events", response_class=HTMLResponse)
def list_all(request: Request) -> HTMLResponse:
    """Events by the day shown, latest first, by month; `page` counts from 1."""
    visit, desk = visit_of(request), desk_of(request)
    moment = moment_of(desk, visit)
    part = part_of(_ids_by(desk, moment.on, moment.known), visit.query.get("page", ""), PER_PAGE)
    groups = list(_by_month(desk, part.items, moment.known))
    return page(visit, "events.html", moment=moment, part=part, groups=groups)


@routes.get("/events/{id}", response_class=HTMLResponse)
def show(request: Request, id: str) -> HTMLResponse:
    """One event. NotFound where none of its tellings was published by then."""
    visit, desk = visit_of(request), desk_of(request)
    event = desk.event(id, visit.known)
    return page(visit, "event.html", event=event, tellings=_tellings(desk, event, visit), pairs=_pairs(event))


def _ids_by(desk: Desk, on: date, known: date | None) -> list[str]:
    """Ids of events that begin by `on` or have no day, the latest first, those without a day last."""
    rows = desk.record.event_table(known).select(["event", "from", "to"]).to_pylist()
    by_then = [row for row in rows if row["from"] is None or row["from"] <= on]
    by_then.sort(key=lambda row: (row["from"] or date.min, row["to"] or date.min, row["event"]), reverse=True)
    return [row["event"] for row in by_then]


def _by_month(desk: Desk, ids: Sequence[str], known: date | None) -> Iterator[tuple[str, list[Event]]]:
    found = {event.id: event for event in desk.record.events(known, ids)}
    events = [found[id] for id in ids if id in found]
    for month, group in groupby(events, key=lambda event: f"{event.happened.first:%Y-%m}" if event.happened else ""):
        yield month, list(group)


def _tellings(desk: Desk, event: Event, visit: Visit) -> list[Telling]:
    return [
        Telling(said=said, document=desk.document(said.document), why=_reason(why, visit.words))
        for said, why in zip(event.tellings, event.why, strict=True)
    ]


def _reason(why: str, words: Words) -> str:
    """The record gives its reasons in English; the page says them in its own language."""
    keys = {text: key for key, text in WHY.items()}
    return words(f"joined.{keys[why]}") if why in keys else why


def _pairs(event: Event) -> list[tuple[str, str]]:
    """The relations that an event moves: sources toward targets, or all who take part where the act is mutual."""
    known = event_types().get(event.type)
    if known is None or known.quad is None or event.status not in (Status.OCCURRED, Status.ONGOING):
        return []
    both = (*event.source, *event.target)
    pairs = product(both, both) if known.mutual else product(event.source, event.target)
    return [(source, target) for source, target in dict.fromkeys(pairs) if source != target]
