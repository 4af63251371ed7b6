"""`stateofplay board`: the matrix, one relation, and the same as data. The golden texts are in tests/cases/cli."""

from pathlib import Path

import pytest

CASES = Path(__file__).parents[2] / "cases" / "cli"
ON = ("--on", "2025-09-01")


def tidy(text):
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


@pytest.mark.parametrize(
    ("case", "arguments"),
    [
        ("board", (*ON,)),
        ("board-known", (*ON, "--known", "2025-08-24")),
        ("between", (*ON, "--between", "KOR,JPN")),
        ("between-one-way", ("--on", "2025-09-02", "--between", "北韓,Seoul")),
    ],
)
def test_golden(full, case, arguments):
    result = full("board", *arguments)
    assert result.exit_code == 0, result.stderr
    assert tidy(result.stdout) == (CASES / f"{case}.txt").read_text(encoding="utf-8")


def test_the_board_as_data(data):
    board = data("board", *ON, "--json")
    assert (board["on"], board["known"]) == ("2025-09-01", None)
    assert {(r["source"], r["target"]) for r in board["relations"]} == {
        ("KOR", "JPN"),
        ("JPN", "KOR"),
        ("USA", "KOR"),
        ("PRK", "KOR"),
    }


def test_the_board_as_lines_is_its_relations(data, lines):
    assert lines("board", *ON, "--jsonl") == data("board", *ON, "--json")["relations"]


def test_the_day_is_the_last_publication_day_unless_given(data):
    assert data("board", "--json")["on"] == "2025-09-02"


def test_two_actors_as_data_open_to_quotes(data):
    there, back = data("board", *ON, "--between", "KOR,USA", "--json")
    assert (there["source"], there["target"], there["behind"]) == ("KOR", "USA", [])
    assert (back["source"], back["target"]) == ("USA", "KOR")
    assert back["behind"][0]["tellings"][0]["quote"] == "SANCTION USA>KOR on 2025-08 occurred."


@pytest.mark.parametrize("between", ["KOR,JPN", "South Korea, Japan", "南韓,日本", "대한민국，日本", "首爾,東京"])
def test_actors_by_any_of_their_names(lines, between):
    found = lines("board", *ON, "--between", between, "--jsonl")
    assert [(r["source"], r["target"]) for r in found] == [("KOR", "JPN"), ("JPN", "KOR")]


@pytest.mark.parametrize("between", ["KOR", "KOR,KOR", "KOR,Seoul", "KOR,JPN,USA", ","])
def test_two_different_actors_are_needed(full, between):
    result = full("board", "--between", between)
    assert result.exit_code == 2
    assert "two states or actors" in result.stderr


def test_an_unknown_actor_is_told_what_is_near(full):
    result = full("board", "--between", "Jpan,KOR")
    assert result.exit_code == 2
    assert "did you mean Japan" in result.stderr


@pytest.mark.parametrize("option", ["--on", "--known"])
def test_what_is_no_day_is_the_users_error(full, option):
    result = full("board", option, "soon")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "2025-09-01" in result.stderr


def test_a_day_before_everything_says_so(full):
    result = full("board", "--on", "2020-01-01")
    assert result.exit_code == 0
    assert "No relation has an event by this day" in result.stdout


def test_a_record_that_is_not_there_is_not_made(run, tmp_path):
    result = run("board")
    assert result.exit_code == 2
    assert "stateofplay read" in result.stderr
    assert not (tmp_path / "record").exists()


def test_an_empty_record_asks_for_documents(run, tmp_path, builtin):
    assert run("read", tmp_path / "absent").exit_code == 2
    result = run("board")
    assert result.exit_code == 2
    assert "--on" in result.stderr
