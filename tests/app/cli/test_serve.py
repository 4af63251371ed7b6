"""`stateofplay serve`: hands record and port on, and says where it answers."""

import pytest

from stateofplay.app.cli import serve as module


@pytest.fixture
def calls(monkeypatch):
    found = []

    def serve_site(record, port, *, sure, say):
        found.append((str(record), port, sure))
        say("at [here]")

    monkeypatch.setattr(module, "serve_site", serve_site)
    return found


def test_it_serves_the_record_on_the_port(run, calls):
    result = run("serve", "--record", "there", "--port", "9000")
    assert (result.exit_code, result.stdout) == (0, "at [here]\n")
    assert calls == [("there", 9000, 0.0)]


def test_without_options(run, calls):
    run("serve")
    assert calls == [("record", module.PORT, 0.0)]


def test_how_sure_it_must_be_is_handed_on(run, calls):
    run("serve", "--sure", "0.7")
    assert calls == [("record", module.PORT, 0.7)]


def test_no_record(run):
    result = run("serve")
    assert result.exit_code == 2
    assert "no record" in result.stderr
