"""The page of the board: a matrix of who acts how toward whom on a day."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from stateofplay.app.web.matrix import matrix_of
from stateofplay.app.web.moment import moment_of, strip_of
from stateofplay.app.web.page import desk_of, page
from stateofplay.app.web.visit import visit_of

routes = APIRouter()


@routes.get("/", response_class=HTMLResponse)
def show(request: Request, actors: str = "") -> HTMLResponse:
    """The board; `actors=all` shows every actor."""
    visit, desk = visit_of(request), desk_of(request)
    moment = moment_of(desk, visit)
    board = desk.board(moment.on, moment.known)
    return page(
        visit,
        "board.html",
        moment=moment,
        matrix=matrix_of(board.relations, board.actors, whole=actors == "all"),
        strip=strip_of(moment),
        few=board.weights.few_sources,
        trend_days=board.weights.trend_days[0],
    )
