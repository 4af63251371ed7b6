"""The pages of actors, persons, frameworks and issues: lists as of a day, and each with facts and what is told."""

from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from stateofplay.app.readers import REGION
from stateofplay.app.web.marks import Quote, pieces
from stateofplay.app.web.moment import moment_of
from stateofplay.app.web.page import desk_of, page
from stateofplay.app.web.paging import part_of
from stateofplay.app.web.visit import visit_of
from stateofplay.board.facts import Facts, Noun
from stateofplay.board.positions import issue_title
from stateofplay.knowledge.region import merged

routes = APIRouter()
PER_PAGE: Final = 50


def list_all(request: Request, noun: Noun) -> HTMLResponse:
    """All of a noun on the day shown; `q` keeps those with a name that holds it, `page` counts from 1."""
    visit, desk = visit_of(request), desk_of(request)
    moment = moment_of(desk, visit)
    asked = visit.query.get("q", "")
    found = [facts for facts in desk.facts(noun, moment.on) if _named(facts, asked.strip().casefold())]
    part = part_of(found, visit.query.get("page", ""), PER_PAGE)
    return page(visit, "profiles.html", moment=moment, noun=noun.value, part=part, q=asked, path=_path(noun))


def show(request: Request, noun: Noun, name: str) -> Response:
    """One, by id or any name. NotFound for what has no such name."""
    visit, desk = visit_of(request), desk_of(request)
    moment = moment_of(desk, visit)
    profile = desk.profile(noun, name, on=moment.on, known=moment.known)
    if profile.facts.id != name:
        return RedirectResponse(visit.here_at(f"{_path(noun)}/{profile.facts.id}"))
    region = merged(REGION, "world")
    return page(
        visit,
        "profile.html",
        moment=moment,
        noun=noun.value,
        path=_path(noun),
        profile=profile,
        facts=profile.facts,
        marked={hit: _marked(hit.text, hit.marks) for hit in profile.mentions.hits},
        framework_title=lambda id: region.framework(id).title(visit.words.tag),
        title_of_issue=lambda id: issue_title(id, region, visit.words.tag),
    )


def _named(facts: Facts, part: str) -> bool:
    forms = (form for forms in facts.names.values() for form in forms)
    return not part or any(part in form.casefold() for form in (facts.id, *facts.title.values(), *forms))


def _path(noun: Noun) -> str:
    return f"/{noun.value}s"


def _marked(text: str, marks: tuple[tuple[int, int], ...]) -> list[tuple[str, bool]]:
    quotes = [Quote(id="m", start=start, end=end) for start, end in marks]
    return [(piece.text, bool(piece.inside)) for piece in pieces(text, quotes)]


@routes.get("/actors", response_class=HTMLResponse)
def actors(request: Request) -> HTMLResponse:
    """The actors of the region, each with its leader."""
    return list_all(request, Noun.ACTOR)


@routes.get("/actors/{name}", response_class=HTMLResponse)
def actor(request: Request, name: str) -> Response:
    """One actor."""
    return show(request, Noun.ACTOR, name)


@routes.get("/persons", response_class=HTMLResponse)
def persons(request: Request) -> HTMLResponse:
    """The persons of the region, each with the offices held."""
    return list_all(request, Noun.PERSON)


@routes.get("/persons/{name}", response_class=HTMLResponse)
def person(request: Request, name: str) -> Response:
    """One person."""
    return show(request, Noun.PERSON, name)


@routes.get("/frameworks", response_class=HTMLResponse)
def frameworks(request: Request) -> HTMLResponse:
    """The frameworks of the region, each with its state and members."""
    return list_all(request, Noun.FRAMEWORK)


@routes.get("/frameworks/{name}", response_class=HTMLResponse)
def framework(request: Request, name: str) -> Response:
    """One framework."""
    return show(request, Noun.FRAMEWORK, name)


@routes.get("/issues", response_class=HTMLResponse)
def issues(request: Request) -> HTMLResponse:
    """The issues of the region."""
    return list_all(request, Noun.ISSUE)


@routes.get("/issues/{name}", response_class=HTMLResponse)
def issue(request: Request, name: str) -> Response:
    """One issue."""
    return show(request, Noun.ISSUE, name)
