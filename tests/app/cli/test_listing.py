"""`stateofplay statements`, `events` and `documents`: everything as data, the first of it as a table."""

import json

import pytest

COMMANDS = ("statements", "events", "documents")
NUMBERS = {"statements": 6, "events": 4, "documents": 3}


@pytest.mark.parametrize("name", COMMANDS)
def test_lines_and_array_say_the_same(lines, data, name):
    found = lines(name, "--jsonl")
    assert len(found) == NUMBERS[name]
    assert data(name, "--json") == found


@pytest.mark.parametrize("name", COMMANDS)
def test_a_table_has_a_row_for_each(full, name):
    result = full(name)
    assert result.exit_code == 0
    assert len([line for line in result.stdout.splitlines() if "2025-" in line or "position" in line]) >= NUMBERS[name]


@pytest.mark.parametrize("name", COMMANDS)
def test_an_empty_record(run, builtin, tmp_path, name):
    run("read", tmp_path / "absent")
    assert run(name, "--jsonl").stdout == ""
    assert json.loads(run(name, "--json").stdout) == []
    assert "nothing here yet" in run(name).stdout


@pytest.mark.parametrize(("name", "number"), [("statements", 2), ("events", 2), ("documents", 1)])
def test_only_what_was_published(lines, name, number):
    assert len(lines(name, "--known", "2025-08-24", "--jsonl")) == number


def test_statements_of_one_kind(lines):
    assert [row["issue"] for row in lines("statements", "--kind", "position", "--jsonl")] == ["shuttle-diplomacy"]


def test_statements_of_one_document(lines):
    first = lines("documents", "--jsonl")[0]["id"]
    assert {row["document"] for row in lines("statements", "--document", first, "--jsonl")} == {first}


@pytest.mark.parametrize(("option", "value"), [("--kind", "rumour"), ("--document", "absent")])
def test_what_there_is_not_is_the_users_error(full, option, value):
    result = full("statements", option, value)
    assert result.exit_code == 2
    assert value in result.stderr


def test_every_statement_of_an_event_names_an_event_that_is_listed(lines):
    events = {row["event"]: row for row in lines("events", "--jsonl")}
    for row in lines("statements", "--kind", "event", "--jsonl"):
        assert row["quote"] in [telling["quote"] for telling in events[row["event"]]["tellings"]]


def test_events_between_two(lines, full):
    (event,) = lines("events", "--between", "日本,南韓", "--jsonl")
    assert (event["type"], len(event["tellings"])) == ("CONSULT", 2)
    assert full("events", "--between", "KOR").exit_code == 2


def test_a_long_listing_says_how_much_is_left(run, builtin, tmp_path):
    told = " ".join(
        f"CONSULT KOR>JPN on 2025-{month:02}-{day:02} occurred." for month in range(1, 10) for day in range(1, 26)
    )
    (tmp_path / "long.txt").write_text(told, encoding="utf-8")
    run("read", tmp_path / "long.txt")
    assert "and 25 more: --jsonl prints all" in run("events").stdout
