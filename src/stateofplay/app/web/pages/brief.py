"""The page of a briefing, and the same briefing as a file to keep: Markdown, HTML or Word."""

from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from stateofplay.app.desk import Desk
from stateofplay.app.web.moment import Moment, moment_of
from stateofplay.app.web.page import desk_of, page
from stateofplay.app.web.pages.relation import pair_of
from stateofplay.app.web.visit import Visit, visit_of
from stateofplay.brief.briefing import Briefing
from stateofplay.brief.format import FORMS, Format, written
from stateofplay.brief.html import body
from stateofplay.brief.note import Note

routes = APIRouter()
_ATTACHED: Final = "attachment"


@routes.get("/briefs/{source}/{target}", response_class=HTMLResponse)
def show(request: Request, source: str, target: str) -> Response:
    """The briefing on two actors, by id or by any name.

    NotFound for an unknown actor; YourInput where both are the same.
    """
    visit, desk = visit_of(request), desk_of(request)
    moment = moment_of(desk, visit)
    pair = pair_of(source, target, desk.board(moment.on, moment.known))
    if pair != (source, target):
        return RedirectResponse(visit.here_at(f"/briefs/{pair[0]}/{pair[1]}"))
    briefing = _briefing(desk, visit, moment, pair)
    return page(
        visit,
        "brief.html",
        moment=moment,
        briefing=briefing,
        body=body(briefing, lambda note: _place(visit, note)),
        formats=tuple(Format),
    )


@routes.get("/briefs/{source}/{target}/{format}")
def keep(request: Request, source: str, target: str, format: Format) -> Response:
    """The same as a file in one of the formats, named by its actors and day."""
    visit, desk = visit_of(request), desk_of(request)
    moment = moment_of(desk, visit)
    pair = pair_of(source, target, desk.board(moment.on, moment.known))
    name = f"{pair[0]}-{pair[1]}-{moment.on}.{format.value}"
    return Response(
        written(_briefing(desk, visit, moment, pair), format),
        media_type=FORMS[format].media,
        headers={"Content-Disposition": f'{_ATTACHED}; filename="{name}"', "Cache-Control": "no-cache"},
    )


def _briefing(desk: Desk, visit: Visit, moment: Moment, pair: tuple[str, str]) -> Briefing:
    return desk.brief(*pair, moment.on, moment.known, language=visit.words.tag)


def _place(visit: Visit, note: Note) -> str:
    return visit.link(f"/documents/{note.document}", anchor=f"s-{note.statements[0]}")
