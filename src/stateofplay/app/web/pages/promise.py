"""The pages of promises: the ledger as it stood on a day, and each promise with every step and every sentence."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from stateofplay.app.desk import Desk
from stateofplay.app.web.choice import asked_pair, choice, pair_choices
from stateofplay.app.web.moment import moment_of
from stateofplay.app.web.page import desk_of, page
from stateofplay.app.web.paging import part_of
from stateofplay.app.web.spelling import type_name
from stateofplay.app.web.visit import Visit, visit_of
from stateofplay.app.web.words import Words
from stateofplay.board.promise import Promise, Step, life
from stateofplay.board.sentence import Sentence, sentences_of
from stateofplay.errors import NotFound

routes = APIRouter()
PER_PAGE: Final = 25
_OPEN: Final = "open"
_WHYS: Final = (
    ("commitment", re.compile(r"commitment (?P<state>[a-z-]+)")),
    ("deed", re.compile(r"(?P<type>[A-Z_]+) by who promised")),
    ("reason", re.compile(r"reason given: (?P<quote>.+)", re.DOTALL)),
    ("words", re.compile(r"words: (?P<state>[a-z-]+)")),
)


@dataclass(frozen=True, kw_only=True)
class Told:
    """A step with the sentences that tell it, the earliest published first, and how it was found."""

    step: Step
    sentences: tuple[Sentence, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A promise as it is shown: `life` are the states it passed, each once in a row; `amounts` with their units."""

    promise: Promise
    steps: tuple[Told, ...]
    life: tuple[str, ...]
    amounts: tuple[tuple[float, str], ...]


@routes.get("/promises", response_class=HTMLResponse)
def list_all(request: Request) -> HTMLResponse:
    """The ledger, the promise that moved last first; `actor`, `other` and `state` keep some, `page` counts from 1."""
    visit, desk = visit_of(request), desk_of(request)
    pair = asked_pair(desk, visit)
    every = desk.promises(visit.on, visit.known)
    state = choice(visit, "state", visit.words("promises.state"), _states(visit.words))
    found: Sequence[Promise] = every.of(parties=pair)
    if state.value:
        found = [promise for promise in found if _in_state(promise, state.value)]
    part = part_of(found, visit.query.get("page", ""), PER_PAGE)
    return page(
        visit,
        "promises.html",
        moment=moment_of(desk, visit),
        part=part,
        entries=entries(desk, part.items, visit),
        choices=(*pair_choices(visit, pair, every.parties), state),
    )


@routes.get("/promises/{id}", response_class=HTMLResponse)
def show(request: Request, id: str) -> HTMLResponse:
    """One promise. NotFound where it had not been told by then."""
    visit, desk = visit_of(request), desk_of(request)
    found = desk.promises(visit.on, visit.known).of(id=id)
    if not found:
        raise NotFound(f"no promise {id}", mend="look for it under /promises, or on a later day")
    return page(visit, "promise.html", moment=moment_of(desk, visit), entry=entries(desk, found, visit)[0])


def entries(desk: Desk, promises: Iterable[Promise], visit: Visit) -> list[Entry]:
    """Promises as they are shown, with all their sentences."""
    promises = list(promises)
    sentences = sentences_of(
        desk.record, (id for promise in promises for step in promise.steps for id in step.statements)
    )
    return [_entry(promise, sentences, visit.words) for promise in promises]


def _entry(promise: Promise, sentences: dict[str, Sentence], words: Words) -> Entry:
    states = [step.state for step in promise.steps]
    return Entry(
        promise=promise,
        steps=tuple(_told(step, sentences, words) for step in promise.steps),
        life=tuple(state for at, state in enumerate(states) if at == 0 or states[at - 1] != state),
        amounts=tuple(dict.fromkeys((step.amount, step.unit) for step in promise.steps if step.amount is not None)),
    )


def _told(step: Step, sentences: dict[str, Sentence], words: Words) -> Told:
    return Told(
        step=step,
        sentences=tuple(sentences[id] for id in step.statements if id in sentences),
        why=tuple(_reason(why, words) for why in step.why),
    )


def _reason(why: str, words: Words) -> str:
    """The ledger gives its reasons in English; the page says them in its own language."""
    for key, pattern in _WHYS:
        if match := pattern.fullmatch(why):
            said = match.groupdict()
            state, type = words(f"state.{said['state']}") if "state" in said else "", said.get("type", "")
            return words(f"promise.found.{key}", state=state, type=type_name(type, words), quote=said.get("quote", ""))
    return why


def _states(words: Words) -> list[tuple[str, str]]:
    return [(_OPEN, words("promises.open")), *((state, words(f"state.{state}")) for state in life())]


def _in_state(promise: Promise, asked: str) -> bool:
    return promise.open if asked == _OPEN else asked in ("", promise.state)
