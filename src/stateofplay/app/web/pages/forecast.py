"""The pages of forecasts that others made: the ledger as it stood on a day, its scores, and each forecast with why."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from stateofplay.app.desk import Desk
from stateofplay.app.web.choice import Choice, asked_pair, choice, pair_choices
from stateofplay.app.web.moment import moment_of
from stateofplay.app.web.page import desk_of, page
from stateofplay.app.web.paging import part_of
from stateofplay.app.web.visit import Visit, visit_of
from stateofplay.app.web.words import Words
from stateofplay.board.brier import rank_from, scores_of
from stateofplay.board.foretold import STATUSES, Foretold
from stateofplay.board.sentence import Sentence, sentences_of
from stateofplay.errors import NotFound

routes = APIRouter()
PER_PAGE: Final = 25
_WHYS: Final = (
    ("no_act", re.compile("foretells how things will stand, no act of a type that the record knows")),
    ("undated", re.compile("the day of its publication is not known, and the text tells no day")),
    ("nobody", re.compile("names nobody who is to act")),
    ("one_side", re.compile("names one side only")),
    ("toward_whom", re.compile("does not say toward whom")),
    ("horizon", re.compile("its horizon is no day: (?P<text>.+)")),
    ("over", re.compile("its time was over when it was published")),
    ("unheard", re.compile("its time is over, but no document published since is known")),
    ("few", re.compile(r"its time is over, but only (?P<n>\d+) documents of that time are known")),
    ("premise", re.compile("it hangs on a condition, and the record does not judge whether that held")),
    ("none", re.compile(r"none of (?P<n>\d+) documents of that time tells of such an event")),
    ("leader", re.compile("a leader took part: (?P<text>.+)")),
    ("summit", re.compile("told as a meeting of leaders")),
    ("town", re.compile("told of (?P<text>.+)")),
    ("town_near", re.compile("its document names (?P<text>.+)")),
)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A forecast as it is shown: its own sentence, those that tell what made it true, and why it stands as it does."""

    foretold: Foretold
    sentence: Sentence | None
    evidence: tuple[Sentence, ...]
    why: tuple[str, ...]

    @property
    def low(self) -> int:
        """The lower end of its range, in per cent."""
        return round(100 * self.foretold.low)

    @property
    def high(self) -> int:
        """The upper end of its range, in per cent."""
        return round(100 * self.foretold.high)


@routes.get("/forecasts", response_class=HTMLResponse)
def list_all(request: Request) -> HTMLResponse:
    """The ledger, what is checkable first; `actor`, `other`, `by` and `status` keep some, `page` counts from 1."""
    visit, desk = visit_of(request), desk_of(request)
    moment, pair = moment_of(desk, visit), asked_pair(desk, visit)
    every = desk.forecasts(moment.on, moment.known)
    by, status = _by(every, visit), _status(visit)
    found = [
        one
        for one in every
        if {*pair} <= {*actors(one)} and by.value in ("", one.by) and status.value in ("", one.status)
    ]
    part = part_of(found, visit.query.get("page", ""), PER_PAGE)
    return page(
        visit,
        "forecasts.html",
        moment=moment,
        part=part,
        entries=entries(desk, part.items, visit.words),
        choices=(*pair_choices(visit, pair, (actor for one in every for actor in actors(one))), by, status),
        scores=scores_of(found),
        rank_from=rank_from(),
    )


@routes.get("/forecasts/{id}", response_class=HTMLResponse)
def show(request: Request, id: str) -> HTMLResponse:
    """One forecast, by the id of the statement that makes it. NotFound where it had not been made by then."""
    visit, desk = visit_of(request), desk_of(request)
    moment = moment_of(desk, visit)
    found = [one for one in desk.forecasts(moment.on, moment.known) if one.statement == id]
    if not found:
        raise NotFound(f"no forecast {id}", mend="look for it under /forecasts, or on a later day")
    return page(visit, "forecast.html", moment=moment, entry=entries(desk, found, visit.words)[0])


def actors(one: Foretold) -> tuple[str, ...]:
    """Whom a forecast is about, as its rule has them; () where it has none."""
    return (*one.rule.source, *one.rule.target) if one.rule else ()


def entries(desk: Desk, found: Iterable[Foretold], words: Words) -> list[Entry]:
    """Forecasts as they are shown."""
    found = list(found)
    sentences = sentences_of(desk.record, (id for one in found for id in (one.statement, *one.evidence)))
    return [
        Entry(
            foretold=one,
            sentence=sentences.get(one.statement),
            evidence=tuple(sentences[id] for id in one.evidence if id in sentences),
            why=tuple(reason(why, words) for why in one.why),
        )
        for one in found
    ]


def reason(why: str, words: Words) -> str:
    """Why a forecast stands as it does: the ledger says it in English, the page in its own language."""
    for key, pattern in _WHYS:
        if match := pattern.fullmatch(why):
            said = match.groupdict()
            return words(f"foretold_why.{key}", n=int(said.get("n") or 0), text=said.get("text", ""))
    return why


def _by(every: Iterable[Foretold], visit: Visit) -> Choice:
    names = sorted({one.by for one in every if one.by})
    return choice(visit, "by", visit.words("forecasts.by"), ((name, name) for name in names))


def _status(visit: Visit) -> Choice:
    words = visit.words
    return choice(visit, "status", words("forecasts.status"), ((one, words(f"became.{one}")) for one in STATUSES))
