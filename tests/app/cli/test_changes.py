"""`stateofplay changes`: what moved since a day, as text and as data."""

import json

import pytest

EARLY = "date 2025-03-01\n\nAGREE KOR>JPN on 2025-02-28 occurred. JPN is for thaad.\n"
LATE = (
    "date 2025-09-01\n\nAGREE KOR>JPN on 2025-02-28 denied. AID USA>KOR on 2025-08-31 occurred. JPN is against thaad.\n"
)


@pytest.fixture
def filled(run, builtin, tmp_path):
    (tmp_path / "early.txt").write_text(EARLY, encoding="utf-8")
    (tmp_path / "late.txt").write_text(LATE, encoding="utf-8")
    assert run("read", "early.txt", "late.txt").exit_code == 0
    return run


def test_every_kind_of_move_is_shown_with_its_sentence(filled):
    shown = filled("changes", "--since", "2025-03-01").stdout
    assert "From 2025-03-01, as published by then, to 2025-09-01" in shown
    assert "USA → KOR  · → +3.3" in shown
    assert "AID USA>KOR on 2025-08-31 occurred." in shown
    assert "JPN  THAAD  for → against" in shown
    assert "disagreement  new  whether" in shown
    assert "1 event first told since" in shown


def test_data_say_the_same_in_lines_and_as_one_value(filled):
    lines = [json.loads(line) for line in filled("changes", "--since", "2025-03-01", "--jsonl").stdout.splitlines()]
    whole = json.loads(filled("changes", "--since", "2025-03-01", "--json").stdout)
    assert [line for line in lines if line["kind"] != "event"] == whole["moved"]
    assert [line["event"] for line in lines if line["kind"] == "event"] == [one["event"] for one in whole["events"]]
    assert {"relation", "position", "disagreement"} <= {line["kind"] for line in lines}


def test_known_leaves_out_what_came_later(filled):
    assert "0 events first told since" in filled("changes", "--since", "2025-03-01", "--known", "2025-08-01").stdout


def test_a_new_promise_is_shown(run, tmp_path):
    text = "date 2025-07-31\n\n日本同意向越南提供10億美元援助。\n"
    (tmp_path / "deal.txt").write_text(text, encoding="utf-8")
    run("read", "deal.txt")
    shown = run("changes", "--since", "2025-07-01").stdout
    assert "promise  JPN – VNM  new: agreed" in shown


def test_days_the_wrong_way_round_are_the_users_fault(filled):
    result = filled("changes", "--since", "2025-09-01", "--on", "2025-03-01")
    assert result.exit_code == 2
    assert "after" in result.stderr


def test_since_is_needed(filled):
    assert filled("changes").exit_code == 2
