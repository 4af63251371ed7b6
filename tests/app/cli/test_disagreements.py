"""`stateofplay disagreements`: sides with outlets and sentences, as text and as data."""

import json

import pytest


@pytest.fixture
def filled(run, builtin, tmp_path):
    (tmp_path / "a.txt").write_text("date 2025-08-24\n\nAGREE KOR>JPN on 2025-08-23 occurred.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("date 2025-08-25\n\nAGREE KOR>JPN on 2025-08-23 denied.\n", encoding="utf-8")
    assert run("read", "a.txt", "b.txt").exit_code == 0
    return run


def test_both_sides_are_shown_with_their_sentences(filled):
    shown = filled("disagreements").stdout
    assert "whether" in shown
    assert "AGREE KOR>JPN on 2025-08-23 occurred." in shown
    assert "AGREE KOR>JPN on 2025-08-23 denied." in shown
    assert "en, 2025-08-25" in shown


def test_between_leaves_out_other_pairs(filled):
    assert "AGREE" in filled("disagreements", "--between", "KOR,JPN").stdout
    assert "AGREE" not in filled("disagreements", "--between", "KOR,CHN").stdout


def test_data_say_the_same_in_lines_and_as_one_value(filled):
    lines = [json.loads(line) for line in filled("disagreements", "--jsonl").stdout.splitlines()]
    assert json.loads(filled("disagreements", "--json").stdout) == lines
    assert [side["says"] for side in lines[0]["sides"]] == ["occurred", "denied"]


def test_before_the_denial_was_published_there_is_none(filled):
    assert "no document" in filled("disagreements", "--known", "2025-08-24").stdout
    assert filled("disagreements", "--on", "2025-08-01", "--jsonl").stdout == ""
