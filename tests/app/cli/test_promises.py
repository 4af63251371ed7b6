"""`stateofplay promises`: every promise with its steps, as text and as data."""

import json

import pytest

TEXT = (
    "date 2025-07-31\n"
    "美國與韓國30日達成協議。美國將南韓產品關稅從25%降至15%，南韓則同意在美國投資3500億美元。\n"
    "日本同意向越南提供10億美元援助。\n"
)


@pytest.fixture
def filled(run, tmp_path):
    (tmp_path / "deal.txt").write_text(TEXT, encoding="utf-8")
    assert run("read", "deal.txt").exit_code == 0
    return run


def test_a_promise_stands_with_its_steps_and_quotes(filled):
    shown = filled("promises", "--between", "KOR,USA").stdout
    assert "KOR – USA" in shown
    assert "350,000,000,000 USD" in shown
    assert "3500億美元" in shown


def test_between_leaves_out_other_pairs(filled):
    assert "VNM" in filled("promises").stdout
    assert "VNM" not in filled("promises", "--between", "KOR,USA").stdout


def test_data_say_the_same_in_lines_and_as_one_value(filled):
    lines = [json.loads(line) for line in filled("promises", "--jsonl").stdout.splitlines()]
    assert json.loads(filled("promises", "--json").stdout) == lines
    assert all(step["statements"] for line in lines for step in line["steps"])


def test_before_anything_was_published_there_is_nothing(filled):
    assert "nothing here yet" in filled("promises", "--known", "2025-07-01").stdout
    assert filled("promises", "--on", "2024-01-01", "--jsonl").stdout == ""
