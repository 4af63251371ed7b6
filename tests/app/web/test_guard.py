"""The guard answers only under known names, and every answer carries its headers."""

import pytest

from stateofplay.app.web.guard import HEADERS, POLICY, host_name


@pytest.mark.parametrize("host", ["127.0.0.1:8470", "127.0.0.1", "localhost:1", "LOCALHOST", "[::1]:8470"])
def test_local_names_are_answered(client, host):
    assert client.get("/about", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8470", "", "[::2]"])
def test_other_names_are_refused_before_anything_is_read(client, host):
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "127.0.0.1" in answer.text
    assert "<" not in answer.text


@pytest.mark.parametrize("path", ["/", "/about", "/nowhere", "/events/none", "/?on=nonsense", "/static/licences.txt"])
def test_every_answer_has_the_headers(client, path):
    answer = client.get(path)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS


def test_a_fault_that_nobody_foresaw_has_them_too(desk, visitor, monkeypatch):
    monkeypatch.setattr(type(desk), "board", lambda *_: 1 / 0)
    answer = visitor(desk, raise_server_exceptions=False).get("/")
    assert answer.status_code == 500
    assert answer.headers["Content-Security-Policy"] == POLICY
    assert "ZeroDivisionError" in answer.text


def test_the_policy_allows_nothing_inline_or_foreign():
    assert "unsafe" not in POLICY
    assert "*" not in POLICY
    assert "http" not in POLICY
    assert POLICY.startswith("default-src 'self'")


def test_host_names():
    assert host_name("[::1]") == "::1"
    assert host_name("a:b:c") == "a"


def test_nothing_is_let_in_from_another_site(client):
    answer = client.get("/", headers={"origin": "https://evil.example"})
    assert not [name for name in answer.headers if name.lower().startswith("access-control")]
