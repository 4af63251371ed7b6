"""Serving: the site on this machine alone, on the port asked for or, where that is taken, the next free one."""

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Final

import uvicorn

from stateofplay.app.desk import open as open_desk
from stateofplay.app.web.assets import asset
from stateofplay.app.web.site import site_of
from stateofplay.errors import YourInput

PORT: Final = 8470
HOST: Final = "127.0.0.1"
_TRIES: Final = 20


def serve(
    record: str | Path = "record",
    port: int = PORT,
    *,
    sure: float = 0.0,
    say: Callable[[str], None] = lambda _: None,
) -> None:
    """Serve the record in a folder until interrupted; pages count what was read as surely as `sure`, 0 to 1.

    `say` is told the address, and which port was taken. NotFound when there is no record; YourInput when no port near
    `port` is free; OurFault when the scripts and styles were not built.
    """
    desk = open_desk(record, create=False, sure=sure)
    asset("page.css")
    with free_socket(port) as listening:
        chosen = listening.getsockname()[1]
        if port not in (0, chosen):
            say(f"Port {port} is taken; using {chosen}.")
        say(f"State of Play is at http://{HOST}:{chosen}/ (stop with Ctrl+C)")
        config = uvicorn.Config(site_of(desk), log_level="warning", access_log=False, server_header=False)
        try:
            uvicorn.Server(config).run(sockets=[listening])
        except KeyboardInterrupt:
            return


def free_socket(port: int) -> socket.socket:
    """A socket of this machine alone, listening on `port` or on one of the twenty after it; 0 takes any."""
    if not 0 <= port <= 65535:
        raise YourInput(f"{port} is no port", mend="give a number from 1 to 65535")
    for candidate in range(port, min(port + _TRIES, 65535) + 1):
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            listening.bind((HOST, candidate))
        except OSError:
            listening.close()
            continue
        listening.listen()
        return listening
    raise YourInput(f"ports {port} to {port + _TRIES} are all taken or not allowed", mend="name another with --port")
