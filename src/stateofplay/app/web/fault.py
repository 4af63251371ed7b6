"""A fault as a page: every error of the package says what was wrong and what to do, under its own HTTP status."""

from typing import Final

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from stateofplay.app.web.page import page
from stateofplay.app.web.suggestion import suggestions
from stateofplay.app.web.visit import bare_visit_of
from stateofplay.errors import OurFault, StateOfPlayError

_KINDS: Final = {404: "missing", 405: "method"}
_OURS: Final = 500
_MISSING: Final = 404


def answer_faults(app: FastAPI) -> None:
    """Let `app` answer every fault with a page."""
    app.add_exception_handler(StateOfPlayError, _ours_or_yours)
    app.add_exception_handler(HTTPException, _of_the_web)
    app.add_exception_handler(Exception, _unforeseen)


def kind_of(status: int) -> str:
    """Which words fit a status: missing, method, ours or input."""
    return "ours" if status >= _OURS else _KINDS.get(status, "input")


def _ours_or_yours(request: Request, error: Exception) -> HTMLResponse:
    assert isinstance(error, StateOfPlayError)
    return _page(request, error.status, error)


def _of_the_web(request: Request, error: Exception) -> HTMLResponse:
    assert isinstance(error, HTTPException)
    return _page(request, error.status_code, None)


def _unforeseen(request: Request, error: Exception) -> HTMLResponse:
    return _page(request, _OURS, OurFault(f"{type(error).__name__}: {error}"))


def _page(request: Request, status: int, error: StateOfPlayError | None) -> HTMLResponse:
    visit = bare_visit_of(request)
    return page(
        visit,
        "fault.html",
        status=status,
        code=status,
        kind=kind_of(status),
        what=error.what if error else "",
        where=error.where if error else "",
        mend=error.mend if error else "",
        suggestions=suggestions(request.path_params, visit.words.tag) if status == _MISSING else (),
    )
