"""The page of a relation: both directions, their curve, and the events behind them, the weightiest first."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from stateofplay.app.web.moment import Moment, moment_of
from stateofplay.app.web.page import desk_of, page
from stateofplay.app.web.pages.dealings import dealings_of
from stateofplay.app.web.visit import visit_of
from stateofplay.board.board import Board
from stateofplay.board.relation import Relation, Weighed
from stateofplay.brief.chart import Chart, begin, chart_of
from stateofplay.errors import YourInput
from stateofplay.knowledge.actor import actor_of

routes = APIRouter()
SHOWN: Final = 15
_SPAN: Final = timedelta(days=540)
_LEAD: Final = timedelta(days=14)
_POINTS: Final = 180
_GAUGE_MIDDLE, _GAUGE_PER_POINT = 200.0, 19.0


@dataclass(frozen=True, kw_only=True)
class Way:
    """One direction of a relation: `side` is `out` or `back`; `shown` its weightiest events, `hidden` how many more."""

    side: str
    relation: Relation
    shown: tuple[Weighed, ...]
    hidden: int

    @property
    def low(self) -> float:
        """Where the band begins on the gauge."""
        return _on_gauge(self.relation.low)

    @property
    def high(self) -> float:
        """Where the band ends on the gauge."""
        return _on_gauge(self.relation.high)

    @property
    def point(self) -> float:
        """Where the score stands on the gauge."""
        return _on_gauge(self.relation.score)

    def share(self, item: Weighed) -> float:
        """How much an event moves, against the one that moves most, in 0..100."""
        most = max(abs(weighed.contribution) for weighed in self.shown)
        return round(100 * abs(item.contribution) / most, 1) if most else 0.0


@routes.get("/relations/{source}/{target}", response_class=HTMLResponse)
def show(request: Request, source: str, target: str, events: str = "") -> Response:
    """Two actors, by id or by any name; `events=all` lists every event behind each direction.

    NotFound for an unknown actor; YourInput where both are the same.
    """
    visit, desk = visit_of(request), desk_of(request)
    moment = moment_of(desk, visit)
    board = desk.board(moment.on, moment.known)
    pair = pair_of(source, target, board)
    if pair != (source, target):
        return RedirectResponse(visit.here_at(f"/relations/{pair[0]}/{pair[1]}"))
    return page(
        visit,
        "relation.html",
        moment=moment,
        source=pair[0],
        target=pair[1],
        ways=[_way("out", board[pair], events == "all"), _way("back", board[pair[::-1]], events == "all")],
        plot=_plot(board, pair, moment),
        dealings=dealings_of(desk, visit, moment, pair),
        share=round(board.weights.band * 100),
    )


def pair_of(source: str, target: str, board: Board) -> tuple[str, str]:
    """The actors that two parts of an address name; NotFound for an unknown one, YourInput where both are the same."""
    pair = _actor(source, board), _actor(target, board)
    if pair[0] == pair[1]:
        raise YourInput(f"{pair[0]} has no relation to itself", mend="name two states or actors")
    return pair


def _actor(text: str, board: Board) -> str:
    """An actor of the record under its own id, even one that no data file knows; else by id or any name."""
    return text if text in board.actors else actor_of(text).id


def _way(side: str, relation: Relation, whole: bool) -> Way:
    events = relation.events if relation.count else ()
    shown = events if whole else events[:SHOWN]
    return Way(side=side, relation=relation, shown=shown, hidden=len(events) - len(shown))


def _on_gauge(value: float) -> float:
    return round(_GAUGE_MIDDLE + value * _GAUGE_PER_POINT, 1)


def _plot(board: Board, pair: tuple[str, str], moment: Moment) -> Chart | None:
    if moment.first is None:
        return None
    return chart_of(board, pair, begin(moment.first, moment.on, span=_SPAN, lead=_LEAD), points=_POINTS)
