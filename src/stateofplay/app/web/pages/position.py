"""The page of positions: a table of issues and actors, blanks left blank; each cell opens to sentences and history."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from stateofplay.app.web.choice import Choice, choice
from stateofplay.app.web.matrix import scale
from stateofplay.app.web.moment import moment_of
from stateofplay.app.web.page import desk_of, page
from stateofplay.app.web.paging import Part, part_of
from stateofplay.app.web.spelling import issue as issue_title
from stateofplay.app.web.visit import Visit, visit_of
from stateofplay.board.position import Position, Positions
from stateofplay.knowledge.actor import display

routes = APIRouter()
PER_PAGE: Final = 20
ISSUES_PER_PAGE: Final = 60
_SHADES: Final = {"for": "p2", "against": "n2"}
_SHADE: Final = "zero"


@dataclass(frozen=True, kw_only=True)
class Grid:
    """The table as it is shown: `actors` head its columns, `part` has its rows; `hidden` counts actors left out."""

    table: Positions
    actors: tuple[str, ...]
    hidden: int
    part: Part[str]

    def shade(self, position: Position) -> str:
        """The shade of a cell; what it says is written in it as well."""
        return _SHADES.get(position.stance, _SHADE)


@routes.get("/positions", response_class=HTMLResponse)
def show(request: Request, actor: str = "", issue: str = "") -> HTMLResponse:
    """The table; with `actor` or `issue` the positions of that column, row or cell, opened. `actors=all` shows all."""
    visit, desk = visit_of(request), desk_of(request)
    table = desk.positions(visit.on, visit.known)
    opened: Sequence[Position] = ()
    if actor or issue:
        opened = desk.positions(visit.on, visit.known, actor=actor or None, issue=issue or None).positions
    return page(
        visit,
        "positions.html",
        moment=moment_of(desk, visit),
        opened=part_of(opened, visit.query.get("page", ""), PER_PAGE) if actor or issue else None,
        grid=_grid(table, visit),
        choices=_choices(table, visit, desk.actor(actor) if actor else ""),
    )


def _grid(table: Positions, visit: Visit) -> Grid:
    """The actors with most positions, in the order of the table; all where the address asks for them."""
    most = Counter(position.holder for position in table).most_common(scale().actors)
    shown = table.actors if visit.query.get("actors") == "all" else tuple(a for a in table.actors if a in dict(most))
    part = part_of(table.issues, visit.query.get("page", ""), ISSUES_PER_PAGE)
    return Grid(table=table, actors=shown, hidden=len(table.actors) - len(shown), part=part)


def _choices(table: Positions, visit: Visit, actor: str) -> tuple[Choice, ...]:
    words = visit.words
    actors = sorted(((id, display(id, words.tag)) for id in {*table.actors, actor} if id), key=lambda pair: pair[1])
    issues = [(id, issue_title(id, words)) for id in table.issues]
    chosen = choice(visit, "actor", words("choice.actor"), actors)
    return (
        Choice(name=chosen.name, label=chosen.label, value=actor, options=chosen.options),
        choice(visit, "issue", words("positions.issue"), issues),
    )
