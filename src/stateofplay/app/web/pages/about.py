"""The page about the app: what its words, weights, types and names mean, from the same data that it computes with."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from stateofplay.app.web.page import page
from stateofplay.app.web.visit import visit_of
from stateofplay.board.weights import published_weights
from stateofplay.knowledge.event_type import event_types

routes = APIRouter()


@routes.get("/about", response_class=HTMLResponse)
def show(request: Request) -> HTMLResponse:
    """Words, score, weights, types and names."""
    return page(visit_of(request), "about.html", weights=published_weights(), types=list(event_types().values()))
