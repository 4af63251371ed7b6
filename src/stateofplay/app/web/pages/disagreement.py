"""The pages of disagreements: acts that documents tell differently, side by side by outlet and language."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from stateofplay.app.web.choice import asked_pair, choice, pair_choices
from stateofplay.app.web.moment import moment_of
from stateofplay.app.web.page import desk_of, page
from stateofplay.app.web.paging import part_of
from stateofplay.app.web.spelling import amount, day
from stateofplay.app.web.visit import visit_of
from stateofplay.app.web.words import Words
from stateofplay.board.disagreement import ABOUT, Disagreement, Side
from stateofplay.board.disagreements import WHY
from stateofplay.day import Day
from stateofplay.errors import NotFound
from stateofplay.knowledge.actor import display

routes = APIRouter()
PER_PAGE: Final = 25
_AMOUNT: Final = re.compile(r"(?P<value>[0-9.,e+]+) (?P<unit>\S+)")


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A side as the page says it."""

    says: str
    side: Side


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A disagreement as it is shown, and why its tellings are taken to be about one act."""

    disagreement: Disagreement
    sides: tuple[Shown, ...]
    why: str


@routes.get("/disagreements", response_class=HTMLResponse)
def list_all(request: Request) -> HTMLResponse:
    """Disagreements, the last told first; `actor`, `other` and `about` keep some, `page` counts from 1."""
    visit, desk = visit_of(request), desk_of(request)
    pair, words = asked_pair(desk, visit), visit.words
    every = desk.disagreements(visit.on, visit.known)
    about = choice(visit, "about", words("disagreements.about"), ((one, words(f"about_what.{one}")) for one in ABOUT))
    part = part_of(every.of(actors=pair, about=about.value), visit.query.get("page", ""), PER_PAGE)
    return page(
        visit,
        "disagreements.html",
        moment=moment_of(desk, visit),
        part=part,
        entries=entries(part.items, words),
        choices=(*pair_choices(visit, pair, every.actors), about),
    )


@routes.get("/disagreements/{id}", response_class=HTMLResponse)
def show(request: Request, id: str) -> HTMLResponse:
    """One disagreement with every sentence of each side. NotFound where nobody contradicted by then."""
    visit, desk = visit_of(request), desk_of(request)
    found = desk.disagreements(visit.on, visit.known).of(id=id)
    if not found:
        raise NotFound(f"no disagreement {id}", mend="look for it under /disagreements, or on a later day")
    return page(
        visit, "disagreement.html", moment=moment_of(desk, visit), entry=next(iter(entries(found, visit.words)))
    )


def entries(found: Iterable[Disagreement], words: Words) -> list[Entry]:
    """Disagreements as they are shown."""
    return [
        Entry(
            disagreement=one,
            sides=tuple(Shown(says=_says(one.about, side.says, words), side=side) for side in one.sides),
            why=_why(one.why, words),
        )
        for one in found
    ]


def _why(why: str, words: Words) -> str:
    """The ledger gives its rules in English; the page says them in its own language."""
    keys = {text: key for key, text in WHY.items()}
    return words(f"one_act.{keys[why]}") if why in keys else why


def _says(about: str, says: str, words: Words) -> str:
    """What a side says, as the page writes states, days, amounts and actors."""
    match about:
        case "whether":
            return words(f"status.{says}")
        case "when":
            return day(Day.parse(says), words)
        case "how-much":
            return words("site.comma").join(_amount(part, words) for part in says.split(", "))
        case _:
            sides = says.split(">")
            return " → ".join(words("site.comma").join(display(id, words.tag) for id in side.split()) for side in sides)


def _amount(text: str, words: Words) -> str:
    found = _AMOUNT.fullmatch(text)
    return amount(float(found["value"].replace(",", "")), found["unit"], words) if found else text
