"""A visit: what one request asks for. Every link made from it keeps the days and the language that were asked for."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import quote, urlencode

from starlette.requests import Request

from stateofplay.app.web.words import Words, choose, served, words_of
from stateofplay.day import Day
from stateofplay.errors import YourInput

THEMES: Final = ("auto", "light", "dark")
SURE: Final = (50, 70, 80)
"""Least confidence in per cent that a page may be asked to count; without one it counts all."""


@dataclass(frozen=True, kw_only=True)
class Visit:
    """`on` is the day to show, `known` the day by which it had been published; None where the address names none.

    `sure` is the least confidence of what counts, in per cent; 0 for all; `served` what the app was
    opened with, below which no page goes. `asked` holds what every link of the page
    carries on; `query` everything that the address said but the theme; `chosen` what is to be kept in a cookie of that
    name.
    """

    path: str
    words: Words
    theme: str
    on: date | None
    known: date | None
    sure: int
    served: int
    asked: dict[str, str]
    query: dict[str, str]
    chosen: dict[str, str]

    def link(self, path: str, anchor: str = "", **more: object) -> str:
        """Address of a page of this site; `more` replaces or adds to what is carried on, an empty value drops it."""
        query = {**self.asked, **{key: str(value) for key, value in more.items()}}
        kept = urlencode({key: value for key, value in query.items() if value})
        return quote(path) + (f"?{kept}" if kept else "") + (f"#{quote(anchor)}" if anchor else "")

    def here(self, **more: object) -> str:
        """Address of this very page with something changed."""
        return self.here_at(self.path, **more)

    def here_at(self, path: str, **more: object) -> str:
        """Address of another page with all that this address asks for."""
        return self.link(path, "", **{**self.query, **more})


def visit_of(request: Request) -> Visit:
    """Read a request. YourInput for a day that is none, or a confidence that is not offered."""
    query = {key: value for key, value in request.query_params.items() if value}
    tag = choose(
        asked=query.get("lang", ""),
        kept=request.cookies.get("lang", ""),
        accept=request.headers.get("accept-language", ""),
    )
    days = {name: _day(name, query[name]) for name in ("on", "known") if name in query}
    return Visit(
        path=request.url.path,
        words=words_of(tag),
        theme=_theme(query.get("theme", ""), request.cookies.get("theme", "")),
        on=days.get("on"),
        known=days.get("known"),
        sure=sure_of(request),
        served=_served(request),
        asked={name: query[name] for name in ("on", "known", "sure", "lang") if name in query},
        query={name: value for name, value in query.items() if name != "theme"},
        chosen=_chosen(query, tag),
    )


def bare_visit_of(request: Request) -> Visit:
    """As `visit_of`, but with the days left out: for a page that says what was wrong with them."""
    scope = dict(request.scope)
    kept = [(key, value) for key, value in request.query_params.multi_items() if key not in ("on", "known", "sure")]
    scope["query_string"] = urlencode(kept).encode()
    return visit_of(Request(scope))


def sure_of(request: Request) -> int:
    """The least confidence that a request lets count, in per cent. YourInput for one that is not offered."""
    text = request.query_params.get("sure", "")
    if text and text not in map(str, SURE):
        raise YourInput(f"sure={text} is not offered", mend=f"write {' or '.join(f'sure={share}' for share in SURE)}")
    return max(int(text or 0), _served(request))


def _served(request: Request) -> int:
    """The least confidence that the app itself was opened with, in per cent."""
    app = request.scope.get("app")
    return min(app.state.desks) if app is not None else 0


def _chosen(query: dict[str, str], tag: str) -> dict[str, str]:
    """Only a choice that we serve is kept: a cookie never repeats what an address made up."""
    chosen = {"lang": tag} if served(query.get("lang", "")) == tag else {}
    return chosen | ({"theme": query["theme"]} if query.get("theme") in THEMES else {})


def _theme(asked: str, kept: str) -> str:
    return next((theme for theme in (asked, kept) if theme in THEMES), "auto")


def _day(name: str, text: str) -> date:
    try:
        return Day.parse(text).last
    except ValueError:
        raise YourInput(
            f"{name}={text} is not a day", mend="write a day as 2025-08-23, a month as 2025-08 or a year as 2025"
        ) from None
