"""`stateofplay export`: to a file whole or not at all, to standard output byte for byte."""

import hashlib
import json

import pytest

from stateofplay.exchange.out.format import formats


@pytest.mark.parametrize("name", list(formats()))
def test_every_format_is_written_to_a_file_and_to_standard_output_alike(full, tmp_path, name):
    told = full("export", "--format", name, "--out", "out", "--json")
    assert told.exit_code == 0, told.stderr
    receipt, content = json.loads(told.stdout), (tmp_path / "out").read_bytes()
    assert receipt == {
        "format": name,
        "media_type": formats()[name].media_type,
        "file": "out",
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    assert full("export", "--format", name).stdout_bytes == content
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


def test_without_json_the_file_is_told_beside(full):
    result = full("export", "--format", "csv", "--out", "out.csv")
    assert (result.stdout, result.stderr.startswith("out.csv: ")) == ("", True)


def test_clocks_and_actors_narrow_it(full):
    def rows(*given):
        result = full("export", "--format", "csv", "--table", "events", *given)
        assert result.exit_code == 0, result.stderr
        return len(result.stdout.splitlines()) - 1

    assert rows() == 4
    assert rows("--known", "2025-08-24") == 2
    assert rows("--on", "2025-08-31") == 2
    assert rows("--between", "일본,KOR") == 1


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (["--format", "gephi"], "no format 'gephi'"),
        (["--format", "csv", "--table", "people"], "no table 'people'"),
        (["--format", "csv", "--json"], "--out"),
        (["--format", "csv", "--texts", "texts"], "--format gold"),
        (["--format", "gold", "--quotes", "3"], "whole quotes"),
        (["--format", "csv", "--quotes", "-1"], "equal to 0"),
        ([], "--format"),
    ],
)
def test_what_does_not_go_together_is_the_users_error(full, tmp_path, given, message):
    result = full("export", *given, "--out", "out") if "--json" not in given else full("export", *given)
    assert result.exit_code == 2
    assert message in result.stderr
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith((".out", "out"))] == []


def test_what_fails_half_way_leaves_the_file_as_it_was(full, tmp_path, monkeypatch):
    (tmp_path / "out").write_text("mine")

    def half(selection):
        yield "half"
        raise OSError("disk full")

    monkeypatch.setattr("stateofplay.exchange.out.ris.write_ris", half)
    assert full("export", "--format", "ris", "--out", "out").exit_code != 0
    assert (tmp_path / "out").read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []
