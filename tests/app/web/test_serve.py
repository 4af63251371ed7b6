"""The app is served on this machine alone, on the port asked for or the next free one."""

import socket
import threading
import time
import urllib.request

import pytest

from stateofplay.app.web.serve import free_socket, serve
from stateofplay.errors import NotFound, YourInput


def test_it_listens_on_this_machine_alone():
    with free_socket(0) as listening:
        assert listening.getsockname()[0] == "127.0.0.1"
        assert listening.family is socket.AF_INET


def test_a_taken_port_gives_the_next_free_one():
    with free_socket(0) as first:
        taken = first.getsockname()[1]
        with free_socket(taken) as second:
            assert taken < second.getsockname()[1] <= taken + 20


def test_with_no_free_port_it_says_what_to_do(monkeypatch):
    monkeypatch.setattr("stateofplay.app.web.serve._TRIES", 0)
    with free_socket(0) as first, pytest.raises(YourInput, match="--port"):
        free_socket(first.getsockname()[1])


@pytest.mark.parametrize("port", [-1, 65536, 99999])
def test_a_port_that_is_none_is_refused(port):
    with pytest.raises(YourInput, match="no port"):
        free_socket(port)


def test_a_record_that_is_not_there_is_not_made(tmp_path):
    with pytest.raises(NotFound):
        serve(tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_it_serves_until_it_is_stopped(desk, monkeypatch):
    servers, said = [], []
    real = __import__("uvicorn").Server

    class Kept(real):
        def __init__(self, config):
            super().__init__(config)
            servers.append(self)

    monkeypatch.setattr("stateofplay.app.web.serve.uvicorn.Server", Kept)
    with free_socket(0) as taken:
        port = taken.getsockname()[1]
        thread = threading.Thread(target=serve, args=(desk.record.folder, port), kwargs={"say": said.append})
        thread.start()
        deadline = time.monotonic() + 20
        while not (servers and servers[0].started) and time.monotonic() < deadline:
            time.sleep(0.02)
    address = said[-1].split()[5]
    with urllib.request.urlopen(f"{address}about", timeout=20) as answer:
        assert answer.status == 200
        assert "server" not in {name.lower() for name in answer.headers}
    servers[0].should_exit = True
    thread.join(20)
    assert not thread.is_alive()
    assert said[0] == f"Port {port} is taken; using {address.rpartition(':')[2].strip('/')}."
