"""A page: one template filled in for one visit. What a template may call is listed here and nowhere else."""

from collections.abc import Iterable
from functools import cache, partial
from typing import Any, Final, Protocol

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from stateofplay.app.desk import Desk
from stateofplay.app.web import spelling
from stateofplay.app.web.assets import asset
from stateofplay.app.web.matrix import step
from stateofplay.app.web.visit import SURE, THEMES, Visit, sure_of
from stateofplay.app.web.words import Words, languages, words_of
from stateofplay.knowledge.actor import display
from stateofplay.knowledge.event_type import event_types
from stateofplay.knowledge.table import structure

LONGEST_QUOTE: Final = 260
_YEAR: Final = 365 * 24 * 3600


def desk_of(request: Request) -> Desk:
    """The desk that this app was made for, or the one over what of its record is as sure as the request asks."""
    desks: dict[int, Desk] = request.app.state.desks
    sure = sure_of(request)
    if sure not in desks:
        desks[sure] = next(iter(desks.values())).at(sure / 100)
    return desks[sure]


def page(visit: Visit, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """The filled template, with the cookies that the visit chose."""
    html = _environment().get_template(template).render(**_given(visit), **values)
    headers = {"Cache-Control": "no-cache", "Vary": "Accept-Language, Cookie", "Content-Language": visit.words.tag}
    response = HTMLResponse(html, status_code=status, headers=headers)
    for name, value in visit.chosen.items():
        response.set_cookie(name, value, max_age=_YEAR, httponly=True, samesite="lax")
    return response


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("stateofplay.app.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=False,
        auto_reload=False,
    )


def _given(visit: Visit) -> dict[str, Any]:
    words = visit.words
    return {
        "visit": visit,
        "t": words,
        "themes": THEMES,
        "sure": [share for share in SURE if share > visit.served],
        "languages": languages,
        "words_of": words_of,
        "asset": asset,
        "step": step,
        "score": spelling.score,
        "fine": spelling.fine,
        "day": partial(spelling.day, words=words),
        "name": partial(display, tag=words.tag),
        "names": partial(_names, words=words),
        "parties": partial(_parties, words=words),
        "type_name": partial(spelling.type_name, words=words),
        "mutual": _mutual,
        "type_definition": partial(_type_definition, words=words),
        "person": partial(spelling.person, words=words),
        "speaker": partial(spelling.speaker, words=words),
        "amount": partial(spelling.amount, words=words),
        "issue": partial(spelling.issue, words=words),
        "framework": partial(spelling.framework, words=words),
        "place": partial(spelling.place, words=words),
        "offices": partial(_offices, words=words),
        "file_name": spelling.file_name,
        "quoted": quoted,
    }


def _names(actors: Iterable[str], words: Words) -> str:
    return words("site.comma").join(display(actor, words.tag) for actor in actors)


def _parties(actors: Iterable[str], words: Words) -> str:
    """Actors who stand side by side, as the name of a relation has them."""
    return " – ".join(display(actor, words.tag) for actor in actors)


def _offices(offices: Iterable[str], words: Words) -> str:
    return words("site.comma").join(spelling.office(office, words) for office in offices)


def _mutual(name: str) -> bool:
    known = event_types().get(name)
    return known is not None and known.mutual


def _type_definition(name: str, words: Words) -> str:
    known = event_types().get(name)
    return known.definition(words.tag) if known else ""


class Quotation(Protocol):
    """What can be quoted: words of a language."""

    @property
    def quote(self) -> str:
        """The words."""

    @property
    def language(self) -> str:
        """Their language, as a tag."""


def quoted(said: Quotation) -> str:
    """The quote between the marks of its own language; a very long one is cut, which an ellipsis shows."""
    marks = structure("vocabulary", "quotation.yaml")
    opening, closing = marks.get(said.language, marks["other"])
    text = said.quote if len(said.quote) <= LONGEST_QUOTE else f"{said.quote[:LONGEST_QUOTE].rstrip()} …"
    return f"{opening}{text}{closing}"
