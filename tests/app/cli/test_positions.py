"""`stateofplay positions`: the matrix with its blanks, one row or column opened, and data."""

import json

import pytest

TEXT = """date 2025-08-25

JPN is for shuttle-diplomacy.
JPN is against thaad.
KOR is for thaad.
"""


@pytest.fixture
def filled(run, builtin, tmp_path):
    (tmp_path / "stands.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "before.txt").write_text("date 2025-03-01\n\nKOR is against thaad.\n", encoding="utf-8")
    assert run("read", "stands.txt", "before.txt").exit_code == 0
    return run


def test_the_matrix_marks_stances_and_leaves_blanks(filled):
    shown = filled("positions").stdout
    (row,) = (line.split() for line in shown.splitlines() if "THAAD" in line)
    assert row == ["THAAD", "+*", "-"]
    (other,) = (line.split() for line in shown.splitlines() if "shuttle diplomacy" in line)
    assert other == ["shuttle", "diplomacy", "+"]
    assert "blank: nobody has said" in shown


def test_one_actor_is_opened_to_sentences_and_history(filled):
    shown = filled("positions", "--actor", "South Korea").stdout
    assert "KOR is for thaad." in shown
    assert "KOR is against thaad." in shown
    assert "changed" in shown
    assert "under Lee Jae-myung" not in shown.splitlines()[-2]
    assert "JPN" not in shown


def test_one_issue_by_its_title(filled):
    shown = filled("positions", "--issue", "THAAD").stdout
    assert "South Korea (KOR)" in shown
    assert "Japan (JPN)" in shown
    assert "shuttle" not in shown


def test_data_say_the_same_in_lines_and_as_one_value(filled):
    lines = [json.loads(line) for line in filled("positions", "--jsonl").stdout.splitlines()]
    whole = json.loads(filled("positions", "--json").stdout)
    assert whole["positions"] == lines
    assert {"KOR", "JPN"} == set(whole["actors"])


def test_before_anything_was_published_there_is_nothing(filled):
    assert "nobody" in filled("positions", "--known", "2025-01-01").stdout
    assert filled("positions", "--on", "2025-01-01", "--jsonl").stdout == ""


def test_an_actor_that_is_none_is_the_users_fault(filled):
    assert filled("positions", "--actor", "Atlantis").exit_code == 2
