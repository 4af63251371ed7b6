"""In a browser: nothing is fetched from elsewhere, nothing is cut off, and the keyboard is enough."""

import re
import shutil
from threading import Thread
from time import monotonic, sleep
from urllib.parse import urlsplit

import pytest
import uvicorn

from stateofplay.app.web.serve import free_socket
from stateofplay.app.web.site import site_of

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine: install it to run the browser tests"),
]
LATE = "on=2025-11-20&known=2026-12-31"


@pytest.fixture(scope="module")
def address(desk):
    listening = free_socket(0)
    server = uvicorn.Server(uvicorn.Config(site_of(desk), log_level="warning"))
    thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    deadline = monotonic() + 20
    while not server.started and monotonic() < deadline:
        sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(20)


@pytest.fixture(scope="module")
def browser():
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def open_tab(browser, address):
    """Opens a page of the site in a window of its own: `open_tab("/", width=390)`."""
    contexts = []

    def opened(path: str, *, width: int = 1280, height: int = 900, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        tab = context.new_page()
        tab.goto(f"{address}{path}")
        return tab

    yield opened
    for context in contexts:
        context.close()


def test_pages_fetch_only_from_here_and_break_no_rule(browser, address, addresses):
    tab = browser.new_page()
    asked, complaints = set(), []
    tab.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    tab.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    for path in addresses:
        tab.goto(f"{address}{path}")
        tab.wait_for_load_state("networkidle")
    assert asked == {urlsplit(address).netloc}
    assert complaints == []
    tab.close()


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
@pytest.mark.parametrize("width", [320, 390, 640, 1280])
def test_nothing_is_cut_off_at_the_side(browser, address, addresses, width, language):
    tab = browser.new_page(viewport={"width": width, "height": 800})
    wide = []
    for path in [*addresses, "/nowhere"]:
        tab.goto(f"{address}{path}{'&' if '?' in path else '?'}lang={language}")
        found = tab.evaluate("document.documentElement.scrollWidth")
        if found > width:
            wide.append((path, found))
    assert wide == []
    tab.close()


def test_a_changed_day_swaps_the_board_in_place_and_back_goes_back(open_tab):
    tab = open_tab(f"/?{LATE}")
    tab.evaluate("window.stayed = true")
    assert tab.locator("td.n1, td.n2").count() == 1
    tab.fill("#on", "2025-09-01")
    tab.get_by_role("button", name="Show").click()
    tab.wait_for_url("**/?on=2025-09-01*")
    tab.wait_for_function("document.querySelectorAll('td.n1, td.n2').length === 0")
    assert tab.evaluate("window.stayed") is True
    assert "on=2025-09-01" in tab.locator("table.matrix a").first.get_attribute("href")
    assert "on=2025-09-01" in tab.locator(".head nav a").first.get_attribute("href")
    tab.wait_for_function("document.querySelector('#say').textContent.includes('2025-09-01')")
    tab.go_back()
    tab.wait_for_function("document.querySelectorAll('td.n1, td.n2').length === 1")


def test_steps_go_from_event_to_event(open_tab):
    tab = open_tab(f"/?{LATE}")
    tab.click("#before")
    tab.wait_for_url("**/?on=2025-11-13*")
    tab.click("#before")
    tab.wait_for_url("**/?on=2025-08-23*")
    tab.click("#after")
    tab.wait_for_url("**/?on=2025-11-13*")


def test_all_works_without_scripts(open_tab):
    tab = open_tab(f"/?{LATE}", java_script_enabled=False)
    tab.fill("#on", "2025-09-01")
    tab.get_by_role("button", name="Show").click()
    assert "on=2025-09-01" in tab.url
    tab.locator("table.matrix a").first.click()
    assert re.search(r"/relations/\w+/\w+\?on=2025-09-01", tab.url)
    tab.locator(".act a").first.click()
    tab.get_by_role("link", name="Read it in the document").first.click()
    assert tab.locator("mark:has(:target)").count() == 1


def test_the_first_tab_skips_to_the_content(open_tab):
    tab = open_tab("/")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    assert tab.locator(".skip").bounding_box()["y"] >= 0
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "main"


def test_every_control_can_be_reached_and_shows_where_the_focus_is(open_tab):
    tab = open_tab(f"/?{LATE}")
    controls = tab.locator("a:visible:not([tabindex='-1']), button:visible, input:visible").count()
    reached, unseen = set(), []
    for _ in range(controls * 3):  # a date field takes a Tab for each of its parts
        tab.keyboard.press("Tab")
        place, outline = tab.evaluate(
            """() => { const at = document.activeElement; const style = getComputedStyle(at);
            return [[...document.querySelectorAll('*')].indexOf(at), style.outlineStyle + style.outlineWidth] }"""
        )
        if place in reached and len(reached) >= controls:
            break
        reached.add(place)
        unseen += [place] if outline.startswith("none") else []
    assert len(reached) >= controls
    assert [place for place in unseen if place > 10] == []


def test_arrows_walk_the_matrix(open_tab):
    tab = open_tab(f"/?{LATE}")
    tab.locator("table.matrix a[href*='KOR/JPN']").focus()
    start = tab.evaluate("document.activeElement.href")
    tab.keyboard.press("ArrowDown")
    assert "/relations/CHN/JPN" in tab.evaluate("document.activeElement.href")
    assert tab.locator("th.lit").count() == 2
    tab.keyboard.press("ArrowUp")
    assert tab.evaluate("document.activeElement.href") == start


def test_heads_stay_in_view_when_the_matrix_is_scrolled(open_tab):
    tab = open_tab(f"/?{LATE}", width=320, height=500)
    box = tab.locator(".matrix-box")
    before = tab.locator("tbody th").first.bounding_box()
    box.evaluate("box => { box.scrollLeft = 60 }")
    assert box.evaluate("box => box.scrollLeft") == 60
    assert tab.locator("tbody th").first.bounding_box()["x"] == before["x"]


def test_a_quote_named_in_the_address_is_lit_in_all_its_pieces(open_tab, desk, documents):
    document = documents["tokyo.txt"]
    said = next(s for s, _ in desk.statements(document=document.id) if s.quote.startswith("與日本首相會談"))
    tab = open_tab(f"/documents/{document.id}?lang=zh-Hant#s-{said.id}")
    lit = tab.locator("mark.now")
    assert "".join(lit.all_text_contents()) == said.quote
    assert lit.count() > 1
    assert tab.locator(".said.now").count() == 1


@pytest.mark.parametrize(
    ("scheme", "theme", "dark"), [("dark", "", True), ("light", "dark", True), ("dark", "light", False)]
)
def test_dark_follows_the_system_unless_the_reader_chose(open_tab, scheme, theme, dark):
    tab = open_tab(f"/about?theme={theme}", color_scheme=scheme)
    colour = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, re.findall(r"\d+", colour)[:3])) < 200) is dark


def test_han_characters_are_set_in_the_font_of_their_language(open_tab, documents):
    tab = open_tab(f"/documents/{documents['nihon.txt'].id}?lang=zh-Hant")
    fonts = tab.evaluate("getComputedStyle(document.querySelector('.prose p')).fontFamily")
    assert "Noto Serif CJK JP" in fonts
    assert "Noto Sans CJK TC" in tab.evaluate("getComputedStyle(document.body).fontFamily")


def test_motion_is_reduced_for_those_who_ask(open_tab):
    tab = open_tab("/", reduced_motion="reduce")
    assert tab.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
