"""The guard at the door: only known host names are answered, and every answer forbids what our pages never need."""

from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY: Final = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'none'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
LOCAL: Final = ("127.0.0.1", "localhost", "::1")


class Guard:
    """ASGI layer around the whole app. `hosts` are the names, without port, under which it may be called.

    A page on the internet that has its own name point at 127.0.0.1 (DNS rebinding) is refused with status 421.
    """

    def __init__(self, app: ASGIApp, *, hosts: tuple[str, ...] = LOCAL) -> None:
        self.app = app
        self.hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        app = self.app if host_name(Headers(scope=scope).get("host", "")) in self.hosts else _refusal(self.hosts)
        await app(scope, receive, _with_headers(send))


def host_name(host: str) -> str:
    """The name in a Host header, without port and brackets, in lower case.

    >>> host_name("[::1]:8470"), host_name("LocalHost:8470")
    ('::1', 'localhost')
    """
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower()


def _refusal(hosts: frozenset[str]) -> ASGIApp:
    text = f"This app answers only under {', '.join(sorted(hosts))}. Open it by one of these names.\n"
    return PlainTextResponse(text, status_code=421)


def _with_headers(send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(HEADERS)
        await send(message)

    return guarded
