"""The network, and the only module that touches it: polite, bounded, and never led to an address of the own network."""

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
import urllib.robotparser
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit

from stateofplay.documents.limits import (
    CONNECT_SECONDS,
    FETCH_SECONDS,
    HOST_DELAY_SECONDS,
    LONGEST_HOST_DELAY_SECONDS,
    PAGE_BYTES,
    REDIRECTS,
)
from stateofplay.errors import FetchRefused, TooLarge, TooSlow

AGENT: Final = "StateOfPlay/0.1 (reads public news for research; obeys robots.txt)"
_ROBOT: Final = "StateOfPlay"
_MOVED: Final = (301, 302, 303, 307, 308)
_CHUNK: Final = 1 << 16


@dataclass(frozen=True, kw_only=True)
class Fetched:
    """An answer: its `data`, the `address` it came from in the end, its media type and charset, "" where not told."""

    data: bytes
    address: str
    media: str = ""
    charset: str = ""


@dataclass(kw_only=True)
class Web:
    """Fetches pages one after the other, waiting between two of one host; `clock` and `sleep` are those of `time`."""

    allow_private: bool = False
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _robots: dict[str, urllib.robotparser.RobotFileParser] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def fetch(self, address: str) -> Fetched:
        """The answer at `address`; FetchRefused, TooLarge or TooSlow with the reason where there is none."""
        deadline = self.clock() + FETCH_SECONDS
        for _ in range(REDIRECTS + 1):
            parts = _split(address)
            self._ask_robots(parts, deadline)
            answer = self._get(parts, deadline)
            if isinstance(answer, Fetched):
                return answer
            address = urljoin(address, answer)
        raise FetchRefused(f"more than {REDIRECTS} redirects", where=address)

    def _get(self, parts: SplitResult, deadline: float) -> Fetched | str:
        """The answer, or the address that it sends us to."""
        where = parts.geturl()
        self._wait(parts.netloc)
        connection = self._connection(parts, deadline)
        watch = threading.Timer(max(0.1, deadline - self.clock()), _cut, (connection.sock,))
        watch.start()
        try:
            connection.request("GET", _target(parts), headers={"User-Agent": AGENT, "Accept-Encoding": "identity"})
            response = connection.getresponse()
            moved = response.getheader("Location")
            if response.status in _MOVED and moved:
                return moved
            if response.status != 200:
                raise FetchRefused(f"answered {response.status} {response.reason}", where=where)
            return self._answer(response, where, deadline)
        except TimeoutError as error:
            raise TooSlow(f"no answer within {FETCH_SECONDS:.0f} seconds", where=where) from error
        except (OSError, http.client.HTTPException) as error:
            if self.clock() >= deadline:
                raise TooSlow(f"no answer within {FETCH_SECONDS:.0f} seconds", where=where) from error
            raise FetchRefused(f"did not answer: {error}", where=where, mend="try again later") from error
        finally:
            watch.cancel()
            connection.close()

    def _answer(self, response: http.client.HTTPResponse, where: str, deadline: float) -> Fetched:
        if response.getheader("Content-Encoding", "identity").lower() != "identity":
            raise FetchRefused("sent packed although asked not to", where=where)
        parts: list[bytes] = []
        size = 0
        while chunk := response.read1(_CHUNK):
            parts.append(chunk)
            size += len(chunk)
            if size > PAGE_BYTES:
                raise TooLarge(f"sends more than {PAGE_BYTES >> 20} MB", where=where)
            if self.clock() > deadline:
                raise TooSlow(f"still sending after {FETCH_SECONDS:.0f} seconds", where=where)
        headers = response.headers
        return Fetched(
            data=b"".join(parts),
            address=where,
            media=headers.get_content_type() if "Content-Type" in headers else "",
            charset=headers.get_content_charset() or "",
        )

    def _connection(self, parts: SplitResult, deadline: float) -> http.client.HTTPConnection:
        """A connection to the very address that was looked at, so that a second look-up cannot change it."""
        host = parts.hostname or ""
        port = parts.port or (443 if parts.scheme == "https" else 80)
        seconds = max(0.1, min(CONNECT_SECONDS, deadline - self.clock()))
        place = self._place(host, port, parts.geturl())
        connection = http.client.HTTPConnection(host, port, timeout=seconds)
        try:
            plain = socket.create_connection(place, timeout=seconds)
            secure = parts.scheme == "https"
            connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host) if secure else plain
        except TimeoutError as error:
            raise TooSlow(f"no connection within {seconds:.0f} seconds", where=parts.geturl()) from error
        except OSError as error:
            raise FetchRefused(f"no connection: {error}", where=parts.geturl(), mend="check the address") from error
        return connection

    def _place(self, host: str, port: int, where: str) -> tuple[str, int]:
        try:
            found = {str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
        except (OSError, UnicodeError) as error:
            raise FetchRefused(f"unknown host {host}", where=where, mend="check the address") from error
        if not self.allow_private and not all(is_public(place) for place in found):
            raise FetchRefused(
                f"{host} is an address of the own network", where=where, mend="--allow-private lets it be fetched"
            )
        return min(found, key=lambda place: (":" in place, place)), port

    def _ask_robots(self, parts: SplitResult, deadline: float) -> None:
        if parts.path == "/robots.txt":
            return
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._rules(site, deadline)
        if not self._robots[site].can_fetch(_ROBOT, parts.geturl()):
            raise FetchRefused("its robots.txt asks programs to stay away", where=parts.geturl())

    def _rules(self, site: str, deadline: float) -> urllib.robotparser.RobotFileParser:
        """The site's robots.txt; one that is missing allows all, one that fails or is refused allows nothing."""
        rules = urllib.robotparser.RobotFileParser()
        try:
            answer = self._get(_split(f"{site}/robots.txt"), deadline)
            if isinstance(answer, str):
                answer = self._get(_split(urljoin(f"{site}/robots.txt", answer)), deadline)
            rules.parse(answer.data.decode(errors="replace").splitlines() if isinstance(answer, Fetched) else [])
        except FetchRefused as error:
            if not error.what.startswith("answered"):
                raise
            missing = error.what.split()[1] in ("404", "410", "400", "405")
            rules.parse([] if missing else ["User-agent: *", "Disallow: /"])
        return rules

    def _wait(self, host: str) -> None:
        """Sleep until a request to `host` is due: a second after the last, or as its robots.txt asks."""
        asked = max(
            (float(rules.crawl_delay(_ROBOT) or 0) for site, rules in self._robots.items() if site.endswith(host)),
            default=0.0,
        )
        delay = max(HOST_DELAY_SECONDS, min(asked, LONGEST_HOST_DELAY_SECONDS))
        due = self._last.get(host, -delay) + delay
        now = self.clock()
        if host in self._last and now < due:
            self.sleep(due - now)
        self._last[host] = self.clock()


def _cut(plug: socket.socket) -> None:
    """End a connection from outside, so that a host which drips its answer byte by byte ends too."""
    with contextlib.suppress(OSError):
        plug.shutdown(socket.SHUT_RDWR)


def is_address(path: str) -> bool:
    """Whether `path` is an http(s) address rather than a file."""
    return path.lower().startswith(("http://", "https://"))


def is_public(place: str) -> bool:
    """Whether the IP address `place` lies in the public network; one wrapped in IPv6 counts as what it wraps."""
    address = ipaddress.ip_address(place.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is not None:
            return is_public(str(inner))
        if address in _NAT64:
            return is_public(str(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)))
    return address.is_global and not address.is_multicast


_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")


def _split(address: str) -> SplitResult:
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None:
        raise FetchRefused("not an http(s) address that we fetch", where=address, mend="give http:// or https://")
    try:
        _ = parts.port
    except ValueError as error:
        raise FetchRefused("not a port", where=address) from error
    return parts


def _target(parts: SplitResult) -> str:
    target = parts.path or "/"
    target += f"?{parts.query}" if parts.query else ""
    return "".join(sign if "!" <= sign <= "~" else "".join(f"%{byte:02X}" for byte in sign.encode()) for sign in target)
