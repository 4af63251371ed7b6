"""Commands run in this process, as a person would type them."""

import json

import pytest
from typer.testing import CliRunner

from stateofplay.app.cli.main import app


@pytest.fixture
def run(tmp_path, monkeypatch):
    """`run("board", "--json")` in an empty folder; the result has `exit_code`, `stdout` and `stderr`."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments, input=None: CliRunner().invoke(app, [*map(str, arguments)], input=input)


@pytest.fixture
def full(run, builtin, folder):
    """The same, in a folder whose `record` holds the three documents."""
    assert run("read", folder).exit_code == 0
    return run


@pytest.fixture
def data(full):
    """`data("board", "--json")`: the JSON that a command prints."""

    def read(*arguments):
        result = full(*arguments)
        assert result.exit_code == 0, result.stderr
        return json.loads(result.stdout)

    return read


@pytest.fixture
def lines(full):
    """`lines("events", "--jsonl")`: the JSON lines that a command prints."""

    def read(*arguments):
        result = full(*arguments)
        assert result.exit_code == 0, result.stderr
        return [json.loads(line) for line in result.stdout.splitlines()]

    return read
