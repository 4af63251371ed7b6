"""The page of what comes next: ranked moves of an actor or a pair, each opening to its reasons and their sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from stateofplay.app.readers import REGION
from stateofplay.app.web.choice import Option
from stateofplay.app.web.moment import moment_of
from stateofplay.app.web.page import desk_of, page
from stateofplay.app.web.visit import Visit, visit_of
from stateofplay.board.sentence import Sentence
from stateofplay.brief.phrasing import Phrasing, phrasing
from stateofplay.brief.reasoning import act, band, likelihood, odds_of, percent_of, share, told
from stateofplay.forecast.move import Move
from stateofplay.forecast.outlook import WINDOWS, Outlook
from stateofplay.forecast.reason import Reason
from stateofplay.knowledge.actor import display
from stateofplay.knowledge.region import merged

routes = APIRouter()
SHOWN: Final = 12
STARTS: Final = ("base_rate", "coverage")
"""Kinds of reason that say where the log-odds start from rather than what speaks for a move."""

_BOTH: Final = "both"
_AXES: Final = (10, 25, 50, 100)


@dataclass(frozen=True, kw_only=True)
class Grounds:
    """A reason in words, with its `weight` in log-odds and the sentences of the events that it rests on."""

    weight: float
    text: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, kw_only=True)
class Row:
    """A move as it is shown: how likely, what speaks for it and against it, and where its log-odds start from.

    `likely` is `percent` with `odds`, one in how many, which is "" unless it is small.
    """

    move: Move
    act: str
    percent: str
    odds: str
    likely: str
    band: str
    word: str
    baselines: tuple[tuple[str, str], ...]
    grounds: tuple[Grounds, ...]
    start: tuple[Grounds, ...]
    against: tuple[Grounds, ...]


@dataclass(frozen=True, kw_only=True)
class Axis:
    """The scale of all bars of a page: from 0 to `end` per cent over 100 units."""

    end: int

    def at(self, probability: float) -> float:
        """Where a probability stands."""
        return round(min(100.0, 10_000.0 * probability / self.end), 1)


@routes.get("/next", response_class=HTMLResponse)
def show(request: Request) -> HTMLResponse:
    """What `actor` may do next, toward `toward` or anybody, `within` so many days; `ways=both` adds the other side.

    Actors by id or any name, NotFound for what names none. Without an actor it is the one who acts most in the record.
    `shown=all` lists every move.
    """
    visit, desk = visit_of(request), desk_of(request)
    moment = moment_of(desk, visit)
    board = desk.board(moment.on, moment.known)
    busiest = max(board.relations, key=lambda relation: relation.count, default=None)
    known = (*merged(REGION, "world").actors, *board.actors)
    source = desk.actor(visit.query.get("actor") or (busiest.source if busiest else known[0]))
    target = desk.actor(visit.query["toward"]) if "toward" in visit.query else None
    within = _within(visit.query.get("within", ""))
    both = target is not None and visit.query.get("ways") == _BOTH
    outlook = desk.next(source, target, moment.on, moment.known, both=both, within=within)
    shown = outlook.moves if visit.query.get("shown") == "all" else outlook.moves[:SHOWN]
    return page(
        visit,
        "next.html",
        moment=moment,
        outlook=outlook,
        asked=tuple(phrasing(visit.words.tag).names([actor]) for actor in (source, target or source)),
        rows=[_row(move, outlook, phrasing(visit.words.tag)) for move in shown],
        axis=axis_of(shown),
        actors=_options({*known, source, *([target] if target else [])}, visit),
        windows=WINDOWS,
    )


def axis_of(shown: Iterable[Move]) -> Axis:
    """The shortest scale that holds every band."""
    most = max((move.high for move in shown), default=0.0)
    return Axis(end=next((end for end in _AXES if 100 * most <= end), _AXES[-1]))


def _within(text: str) -> int:
    """The window asked for where it is one of those that are checked, else the middle one."""
    return int(text) if text in map(str, WINDOWS) else WINDOWS[1]


def _row(move: Move, outlook: Outlook, words: Phrasing) -> Row:
    return Row(
        move=move,
        act=act(move, words),
        percent=percent_of(move.probability, words),
        odds=odds_of(move.probability, words),
        likely=share(move.probability, words),
        band=band(move, words),
        word=likelihood(move.probability, words),
        baselines=tuple((name, share(getattr(move, name), words)) for name in ("base_rate", "recurrence", "no_change")),
        grounds=_grounds((reason for reason in move.reasons if reason.kind not in STARTS), move, outlook, words),
        start=_grounds((reason for reason in move.reasons if reason.kind in STARTS), move, outlook, words),
        against=_grounds(move.against, move, outlook, words),
    )


def _grounds(reasons: Iterable[Reason], move: Move, outlook: Outlook, words: Phrasing) -> tuple[Grounds, ...]:
    return tuple(
        Grounds(weight=reason.weight, text=told(reason, move, words), sentences=outlook.cited(reversed(reason.events)))
        for reason in reasons
    )


def _options(actors: Iterable[str], visit: Visit) -> list[Option]:
    options = (Option(value=id, text=display(id, visit.words.tag)) for id in actors)
    return sorted(options, key=lambda option: option.text)
