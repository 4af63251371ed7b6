"""The site: one desk, its pages behind the guard, and the built files; nothing on it changes anything."""

from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from stateofplay.app.desk import Desk
from stateofplay.app.web.assets import BUILT
from stateofplay.app.web.fault import answer_faults
from stateofplay.app.web.guard import LOCAL, Guard
from stateofplay.app.web.pages import (
    about,
    board,
    brief,
    change,
    disagreement,
    document,
    event,
    forecast,
    ours,
    outlook,
    position,
    profile,
    promise,
    relation,
    search,
)


class BuiltFiles(StaticFiles):
    """The built scripts and styles. Their names change with their content, so a browser may keep them."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """One file."""
        response = await super().get_response(path, scope)
        if response.status_code == 200 and not path.endswith(("licences.txt", "manifest.json")):
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response


def site_of(desk: Desk, *, hosts: tuple[str, ...] = LOCAL) -> Guard:
    """The web app for a desk, which answers under the names `hosts` only."""
    app = FastAPI(
        title="State of Play",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
    )
    app.state.desks = {round(100 * desk.record.sure): desk}
    for noun in (
        board,
        relation,
        brief,
        event,
        change,
        promise,
        position,
        ours,  # before the next, which takes any name behind /forecasts/
        forecast,
        outlook,
        disagreement,
        profile,
        document,
        search,
        about,
    ):
        app.include_router(noun.routes)
    folder = Path(str(files("stateofplay").joinpath(*BUILT)))
    app.mount("/static", BuiltFiles(directory=folder, check_dir=False), name="static")
    answer_faults(app)
    return Guard(app, hosts=hosts)  # outside everything, so that the page of an unforeseen fault is guarded too
