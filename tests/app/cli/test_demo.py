"""`stateofplay demo`: from the bundled dossier to a board with quotes under it, offline."""

import pytest

from stateofplay.app.cli import demo as module
from stateofplay.app.cli.demo import strongest


@pytest.fixture
def served(monkeypatch):
    calls = []
    monkeypatch.setattr(module, "open_site", lambda asked, port: calls.append((asked.record, port)))
    return calls


@pytest.fixture
def dossier(monkeypatch, folder):
    """The three plain documents in the place of the dossier."""
    monkeypatch.setattr(module, "data", lambda *parts: folder)


def test_it_reads_prints_and_serves(run, builtin, dossier, served):
    result = run("demo", "--port", "8123", "--record", "here")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("3 new documents with 6 statements")
    assert "State of play on 2025-09-02" in result.stdout
    assert "CONSULT KOR>JPN on 2025-08-23 occurred." in result.stdout
    assert [(str(record), port) for record, port in served] == [("here", 8123)]


def test_no_serve_stops_before(run, builtin, dossier, served):
    assert run("demo", "--no-serve").exit_code == 0
    assert served == []


def test_again_adds_nothing(run, builtin, dossier, served):
    run("demo", "--no-serve")
    assert run("demo", "--no-serve").stdout.startswith("0 new documents with 0 statements, 3 known before")


def test_the_strongest_are_the_highest_and_the_lowest_each_pair_once(full_desk):
    chosen = strongest(full_desk.board(on="2025-09-01"))
    pairs = [frozenset((relation.source, relation.target)) for relation in chosen]
    assert len(pairs) == len(set(pairs)) == 3
    assert chosen[0].score > 0
    assert chosen[-1].score < 0


@pytest.mark.slow
def test_the_bundled_dossier_gives_a_board_without_anything_unread(run, served):
    result = run("demo", "--no-serve")
    assert result.exit_code == 0, result.stderr
    assert ", 0 unread;" in result.stdout
    for actor in ("KOR", "PRK", "CHN", "JPN", "USA"):
        assert f"{actor} " in result.stdout
