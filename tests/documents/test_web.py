"""The network is asked politely and within bounds, and never leads into one's own."""

import http.server
import socket
import threading
from collections.abc import Iterator

import pytest

from stateofplay.documents import web
from stateofplay.documents.document import Document
from stateofplay.documents.gather import Unread, gather
from stateofplay.documents.web import Web, is_address, is_public
from stateofplay.errors import DocumentError, FetchRefused, TooLarge, TooSlow

TEXT = "韓國總統訪問東京，與日本首相舉行會晤，雙方同意在經濟與安全領域加強合作，並恢復穿梭外交。"
PAGE = f"<!DOCTYPE html><html><head></head><body><article><p>{TEXT}</p><p>{TEXT[::-1]}</p></article></body></html>"


class Site(http.server.BaseHTTPRequestHandler):
    """A small site with one page for every way in which a fetch can end."""

    seen: list[str] = []  # noqa: RUF012

    def do_GET(self) -> None:
        self.seen.append(f"{self.path} {self.headers['User-Agent']}")
        host = self.headers["Host"]
        answers: dict[str, tuple[int, str, bytes]] = {
            "/robots.txt": (200, "text/plain", b"User-agent: *\nDisallow: /private\nCrawl-delay: 3\n"),
            "/page": (200, "text/html; charset=utf-8", PAGE.encode()),
            "/text": (200, "text/plain; charset=big5", TEXT.encode("big5")),
            "/moved": (302, "/page", b""),
            "/round": (302, "/round", b""),
            "/elsewhere": (302, "file:///etc/passwd", b""),
            "/picture": (200, "image/png", b"\x89PNG\r\n\x1a\n"),
            "/large": (200, "text/html", b"x" * 200_000),
            "/feed": (200, "application/rss+xml", feed_of(host).encode()),
        }
        status, kind, body = answers.get(self.path, (404, "text/plain", b"none"))
        self.send_response(status)
        self.send_header("Location" if status == 302 else "Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


def feed_of(host: str) -> str:
    entry = "<item><title>甲</title><link>http://{}{}</link><pubDate>Sat, 23 Aug 2025 10:00:00 +0900</pubDate>{}</item>"
    whole = f"<description>{TEXT * 20}</description>"
    entries = entry.format(host, "/page", "") + entry.format(host, "/gone", "") + entry.format(host, "/whole", whole)
    return f"<rss><channel><title>某報</title>{entries}</channel></rss>"


@pytest.fixture
def site() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Site.seen.clear()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    naps: list[float] = []
    monkeypatch.setattr(web.time, "sleep", naps.append)
    return naps


def visitor(naps: list[float]) -> Web:
    return Web(allow_private=True, clock=lambda: 0.0 + sum(naps), sleep=naps.append)


def test_a_page_is_fetched_with_its_type(site: str) -> None:
    answer = visitor([]).fetch(f"{site}/text")
    assert (answer.media, answer.charset) == ("text/plain", "big5")
    assert answer.data.decode("big5") == TEXT


def test_manners(site: str) -> None:
    naps: list[float] = []
    asking = visitor(naps)
    asking.fetch(f"{site}/page")
    asking.fetch(f"{site}/page")
    assert [line.split()[0] for line in Site.seen] == ["/robots.txt", "/page", "/page"]
    assert all("StateOfPlay" in line for line in Site.seen)
    assert naps == [3.0, 3.0]
    with pytest.raises(FetchRefused, match=r"robots\.txt"):
        asking.fetch(f"{site}/private/page")


@pytest.mark.parametrize(
    ("path", "kind", "reason"),
    [
        ("/gone", FetchRefused, "404"),
        ("/round", FetchRefused, "redirects"),
        ("/elsewhere", FetchRefused, "not an http"),
        ("/large", TooLarge, "more than"),
    ],
)
def test_refusals(
    site: str, monkeypatch: pytest.MonkeyPatch, path: str, kind: type[DocumentError], reason: str
) -> None:
    monkeypatch.setattr(web, "PAGE_BYTES", 100_000)
    with pytest.raises(kind, match=reason):
        visitor([]).fetch(site + path)


def test_redirects_are_followed(site: str) -> None:
    assert visitor([]).fetch(f"{site}/moved").address == f"{site}/page"


def test_private_addresses_are_refused_unless_asked(site: str) -> None:
    with pytest.raises(FetchRefused, match="own network"):
        Web().fetch(f"{site}/page")
    assert Site.seen == []


def test_a_name_that_turns_private_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is connected to is the address that was looked at; one private address among several is enough."""

    def turned(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        return [(2, 1, 6, "", ("93.184.216.34", port)), (2, 1, 6, "", ("10.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", turned)
    with pytest.raises(FetchRefused, match="own network"):
        Web().fetch("http://news.example/")


@pytest.mark.parametrize(
    "place",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
     "::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::"],
)  # fmt: skip
def test_own_addresses(place: str) -> None:
    assert not is_public(place)


@pytest.mark.parametrize("place", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_public_addresses(place: str) -> None:
    assert is_public(place)


@pytest.mark.parametrize(
    "address", ["ftp://news.example/", "http://", f"http://{'user@'}news.example/", "http://news.example:x/"]
)
def test_addresses_that_are_none(address: str) -> None:
    with pytest.raises(FetchRefused):
        Web().fetch(address)


def test_nobody_answers() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(FetchRefused, match="no connection"):
        visitor([]).fetch(f"http://127.0.0.1:{port}/")


def test_a_dripping_host_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "FETCH_SECONDS", 1.0)
    done = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip() -> None:
            plug, _ = server.accept()
            with plug:
                for _ in range(100):
                    if done.wait(0.05):
                        return
                    try:
                        plug.sendall(b"H")
                    except OSError:
                        return

        thread = threading.Thread(target=drip)
        thread.start()
        with pytest.raises((TooSlow, FetchRefused)):
            Web(allow_private=True).fetch(f"http://127.0.0.1:{server.getsockname()[1]}/")
        done.set()
        thread.join()


def test_gathering_from_the_network(site: str, slept: list[float]) -> None:
    (one,) = gather([f"{site}/page"], allow_private=True)
    assert isinstance(one, Document)
    assert one.text.splitlines()[0] == TEXT
    (text,) = gather([f"{site}/text"], allow_private=True)
    assert isinstance(text, Document)
    assert text.text == TEXT
    (picture,) = gather([f"{site}/picture"], allow_private=True)
    assert isinstance(picture, Unread)
    assert "image/png" in picture.error.what
    (refused,) = gather([f"{site}/page"])
    assert isinstance(refused, Unread)


def test_gathering_a_feed(site: str, slept: list[float]) -> None:
    page, gone, whole = gather([f"{site}/feed"], allow_private=True)
    assert isinstance(page, Document)
    assert isinstance(whole, Document)
    assert isinstance(gone, Unread)
    assert (page.title, page.publisher, page.path) == ("甲", "某報", f"{site}/page")
    assert page.published is not None
    assert page.published.iso == "2025-08-23"
    assert whole.text == TEXT * 20
    assert "404" in gone.error.what


def test_what_an_address_is() -> None:
    assert is_address("HTTPS://news.example/a")
    assert not is_address("news.txt")
