"""Pictures of every page of the web app: both languages, desktop and phone, light and dark.

    python scripts/screenshots.py FOLDER                    the record made from the bundled dossier
    python scripts/screenshots.py FOLDER --record DIR       another record
    python scripts/screenshots.py FOLDER --readme           docs/pictures/board.png as well

Needs the development tools and a chromium on this machine.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from time import sleep

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from stateofplay.app.desk import Desk
from stateofplay.app.desk import open as open_desk
from stateofplay.app.web.serve import free_socket
from stateofplay.app.web.site import site_of

ROOT = Path(__file__).resolve().parent.parent
DOSSIER = ROOT / "src" / "stateofplay" / "demo" / "dossier"
CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIZES = {"desktop": (1280, 900), "phone": (360, 780)}
LANGUAGES = ("en", "zh-Hant")
THEMES = ("light", "dark")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--record", type=Path)
    asked.add_argument("--readme", action="store_true")
    asked.add_argument("--only", default="", help="pages whose name begins so")
    options = asked.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        desk = open_desk(options.record, create=False) if options.record else read_dossier(Path(made))
        with serving(desk) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            take_all(browser, address, pages_of(desk, options.only), options.folder)
            if options.readme:
                take_readme(browser, address)
            browser.close()


def read_dossier(folder: Path) -> Desk:
    desk = open_desk(folder / "record")
    desk.read([DOSSIER])
    return desk


@contextmanager
def serving(desk: Desk) -> Iterator[str]:
    listening = free_socket(0)
    server = uvicorn.Server(uvicorn.Config(site_of(desk), log_level="warning"))
    thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        sleep(0.05)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join()


def pages_of(desk: Desk, only: str) -> dict[str, str]:
    """Name → path of one page of every kind, those with most on them."""
    event = max(desk.events(), key=lambda event: (len(event.publishers), len(event.tellings)), default=None)
    documents = {document.id: document for document in desk.documents()}
    spoken = [statement.document for statement, _ in desk.statements()]
    fullest = max(documents, key=spoken.count, default="")
    strongest = max(desk.board().relations, key=lambda relation: relation.count, default=None)
    longest = max(desk.promises(), key=lambda promise: len(promise.steps), default=None)
    position = max(desk.positions(), key=lambda position: position.told, default=None)
    surest = max(desk.forecasts(), key=lambda one: len(one.evidence), default=None)
    own = max(desk.issued(), key=lambda entry: (len(entry.outcome.evidence), entry.issued.probability), default=None)
    widest = max(desk.disagreements(), key=lambda one: len(one.sentences), default=None)
    pages = {
        "board": "/",
        "relation": f"/relations/{strongest.source}/{strongest.target}" if strongest else "/relations/KOR/JPN",
        "brief": f"/briefs/{strongest.source}/{strongest.target}" if strongest else "/briefs/KOR/JPN",
        "changes": "/changes",
        "events": "/events",
        "event": f"/events/{event.id}" if event else "/events/none",
        "promises": "/promises",
        "promise": f"/promises/{longest.id}" if longest else "/promises/none",
        "positions": "/positions",
        "position": f"/positions?actor={position.holder}&issue={position.issue}"
        if position
        else "/positions?actor=KOR",
        "next": f"/next?actor={strongest.source}&toward={strongest.target}&ways=both" if strongest else "/next",
        "forecasts": "/forecasts",
        "forecast": f"/forecasts/{surest.statement}" if surest else "/forecasts/none",
        "ours": "/forecasts/ours",
        "our-forecast": f"/forecasts/ours/{own.issued.id}" if own else "/forecasts/ours/none",
        "disagreements": "/disagreements",
        "disagreement": f"/disagreements/{widest.id}" if widest else "/disagreements/none",
        "documents": "/documents",
        "document": f"/documents/{fullest}",
        "about": "/about",
        "fault": "/relations/KOR/JPM",
    }
    return {name: path for name, path in pages.items() if name.startswith(only)}


def take_all(browser: Browser, address: str, pages: dict[str, str], folder: Path) -> None:
    for size, (width, height) in SIZES.items():
        for theme in THEMES:
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=theme, locale="en-GB"
            )
            tab = context.new_page()
            for language in LANGUAGES:
                for name, path in pages.items():
                    tab.goto(f"{address}{path}{'&' if '?' in path else '?'}lang={language}")
                    file = folder / f"{name}-{language}-{size}-{theme}.png"
                    tab.screenshot(path=file, full_page=True)
                    print(file, file=sys.stderr)
            context.close()


def take_readme(browser: Browser, address: str) -> None:
    picture = ROOT / "docs" / "pictures" / "board.png"
    picture.parent.mkdir(parents=True, exist_ok=True)
    tab = browser.new_page(viewport={"width": 1180, "height": 860}, color_scheme="light")
    tab.goto(f"{address}/?lang=en")
    tab.screenshot(path=picture)
    print(picture, picture.stat().st_size, file=sys.stderr)


if __name__ == "__main__":
    main()
