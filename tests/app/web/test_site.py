"""Every page opens in every language, links only to itself, and carries its days and language on."""

import re
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest

import stateofplay
from stateofplay.app.web.site import site_of
from stateofplay.app.web.words import languages


class Page(HTMLParser):
    """What a page refers to, its ids, and every tag with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def all(self, *names: str) -> list[str]:
        return [value for _, attributes in self.tags for name, value in attributes.items() if name in names and value]

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


REFERS = ("href", "src", "action", "srcset", "poster", "data", "hx-get", "xlink:href", "formaction")


@pytest.fixture(scope="module", params=languages())
def pages(request, desk, visitor, addresses):
    """Address → parsed page, in one language."""
    client, found = visitor(desk), {}
    for address in [*addresses, "/nowhere", "/?on=nonsense"]:
        joined = f"{address}{'&' if '?' in address else '?'}lang={request.param}"
        answer = client.get(joined)
        assert answer.status_code == (200 if address in addresses else answer.status_code)
        found[joined] = Page(answer.text)
    return found


def test_every_page_says_its_language_and_has_one_title_and_heading(pages):
    for address, page in pages.items():
        tag = parse_qs(urlsplit(address).query)["lang"][0]
        assert page.of("html")[0]["lang"] == tag, address
        assert len(page.of("h1")) == 1, address
        assert len(re.findall("</title>\n<link", page.html)) == 1, address
        assert len(page.of("main")) == 1, address


def test_every_reference_stays_on_this_site(pages):
    for address, page in pages.items():
        for reference in page.all(*REFERS):
            parts = urlsplit(reference)
            assert (parts.scheme, parts.netloc) == ("", ""), f"{address}: {reference}"
            assert reference.startswith(("/", "#")), f"{address}: {reference}"


def test_nothing_on_a_page_is_inline(pages):
    for address, page in pages.items():
        assert page.of("style") == [], address
        assert all(script.get("src") for script in page.of("script")), address
        names = {name for _, attributes in page.tags for name in attributes}
        assert not {name for name in names if name == "style" or re.match(r"on[a-z]+$", name)}, address


def test_every_link_leads_somewhere(client, pages):
    links = {urlsplit(link)._replace(fragment="").geturl() for page in pages.values() for link in page.all("href")}
    ours = [link for link in sorted(filter(None, links)) if not re.search("nowhere|nonsense|theme=|lang=zh", link)]
    for link in ours:
        assert client.get(link).status_code == 200, link


def test_every_anchor_is_there(client, pages):
    for address, page in pages.items():
        for link in page.all("href"):
            parts = urlsplit(link)
            if parts.fragment:
                there = page if not parts.path else Page(client.get(parts._replace(fragment="").geturl()).text)
                assert parts.fragment in there.all("id"), f"{address}: {link}"


def test_ids_are_used_once(pages):
    for address, page in pages.items():
        ids = page.all("id")
        assert sorted(set(ids)) == sorted(ids), address
        named = " ".join(page.all("aria-labelledby", "aria-describedby", "for")).split()
        assert set(named) <= set(ids), address


def test_pictures_and_fields_have_names(pages):
    for address, page in pages.items():
        for svg in page.of("svg"):
            assert svg.get("aria-hidden") == "true" or svg.get("aria-label"), address
        for field in page.of("input"):
            assert field.get("type") == "hidden" or field["id"] in page.all("for"), address
        assert len(page.of("caption")) == len(page.of("table")), address


def test_the_way_on_keeps_days_and_language(client):
    kept = {"on": ["2025-11-20"], "known": ["2025-12-31"], "lang": ["zh-Hant"]}
    for path in ("/", "/relations/CHN/JPN", "/events", "/documents", "/about"):
        page = Page(client.get(f"{path}?on=2025-11-20&known=2025-12-31&lang=zh-Hant").text)
        links = [urlsplit(link) for link in page.all("href") if link.startswith("/") and "/static/" not in link]
        assert len(links) > 5
        for link in links:
            query = parse_qs(link.query)
            # The controls that change one of the three keep the other two.
            differing = [name for name in kept if query.get(name) != kept[name]]
            assert len(differing) <= 1 or differing == ["on", "known"], f"{path}: {link.geturl()}"


def test_language_is_kept_in_a_cookie_and_only_if_we_have_it(client):
    assert 'lang="zh-Hant"' in client.get("/?lang=zh-TW").text
    assert client.cookies["lang"] == "zh-Hant"
    assert '<html lang="zh-Hant"' in client.get("/").text
    client.get("/?lang=tlh")
    assert client.cookies["lang"] == "zh-Hant"
    assert '<html lang="en"' in client.get("/?lang=en").text


def test_the_browsers_language_is_honoured(client):
    taiwan = client.get("/", headers={"accept-language": "zh-HK,zh;q=0.9,en;q=0.5"})
    assert taiwan.headers["content-language"] == "zh-Hant"
    assert "南韓" in taiwan.text
    mainland = client.get("/", headers={"accept-language": "zh-CN,zh;q=0.9"})
    assert mainland.headers["content-language"] == "en"
    assert "Accept-Language" in mainland.headers["vary"]


def test_light_or_dark_is_kept_in_a_cookie(client):
    assert "data-theme" not in client.get("/").text
    assert '<html lang="en" data-theme="dark"' in client.get("/?theme=dark").text
    assert '<html lang="en" data-theme="dark"' in client.get("/about").text
    assert "data-theme" not in client.get("/?theme=auto").text
    client.get('/?theme="><script>')
    assert client.cookies["theme"] == "auto"


def test_cookies_cannot_be_read_by_scripts_or_sent_across_sites(client):
    for cookie in client.get("/?lang=en&theme=dark").headers.get_list("set-cookie"):
        assert "HttpOnly" in cookie
        assert "samesite=lax" in cookie.lower()


def test_built_files_are_kept_for_ever_and_pages_are_not(client):
    page = Page(client.get("/").text)
    files = [link for link in page.all("href", "src") if link.startswith("/static/")]
    assert {link.rpartition(".")[2] for link in files} == {"css", "js", "svg"}
    for link in files:
        answer = client.get(link)
        assert (answer.status_code, "immutable" in answer.headers["cache-control"]) == (200, True)
    assert client.get("/").headers["cache-control"] == "no-cache"
    assert "immutable" not in client.get("/static/licences.txt").headers.get("cache-control", "")


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json", "/static/", "/static/..%2f..%2fsite.py"])
def test_there_are_no_pages_beside_ours(client, path):
    assert client.get(path).status_code == 404


def test_an_empty_record_opens_and_says_what_to_do(empty_desk, visitor):
    empty = visitor(empty_desk)
    for path in ("/", "/events", "/documents", "/about", "/relations/KOR/JPN"):
        assert empty.get(path).status_code == 200, path
    assert "stateofplay read" in empty.get("/").text
    assert "stateofplay read" in empty.get("/documents").text


def test_the_site_answers_under_names_that_it_is_given(desk):
    assert site_of(desk, hosts=("board.example",)).hosts == {"board.example"}
    assert stateofplay.__version__
