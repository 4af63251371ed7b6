"""`stateofplay forecasts`: every forecast with its rule and fate, as text and as data, and the scores."""

import json

import pytest

BEFORE = (
    "---\nauthor: 趙一\npublished: 2025-12-14\n---\n"
    "李在明計畫明年一月赴奈良舉行日韓峰會。奈良的日韓峰會有很大機會成行。兩國關係或許更難修補。\n"
)
AFTER = "date 2026-01-14\n13日、高市早苗首相と李在明大統領が奈良市で会談した。\n"


@pytest.fixture
def filled(run, tmp_path):
    (tmp_path / "before.txt").write_text(BEFORE, encoding="utf-8")
    (tmp_path / "after.txt").write_text(AFTER, encoding="utf-8")
    assert run("read", "before.txt", "after.txt").exit_code == 0
    return run


def test_a_forecast_stands_with_range_rule_evidence_and_quote(filled):
    shown = filled("forecasts", "--status", "came-true").stdout
    assert "came-true 2026-01-13" in shown
    assert "likely 55%-90%" in shown
    assert "CONSULT JPN – KOR in 奈良, of leaders, 2026-01-01..2026-01-31" in shown
    assert "told by" in shown
    assert "有很大機會成行" in shown


def test_on_and_known_take_the_answer_back(filled):
    (one,) = json.loads(filled("forecasts", "--on", "2026-01-05", "--status", "open", "--json").stdout)
    assert one["rule"]["place"] == "奈良"
    assert filled("forecasts", "--known", "2026-01-01", "--status", "came-true", "--jsonl").stdout == ""
    assert "nothing here yet" in filled("forecasts", "--known", "2025-12-01").stdout


def test_data_say_the_same_in_lines_and_as_one_value(filled):
    lines = [json.loads(line) for line in filled("forecasts", "--jsonl").stdout.splitlines()]
    assert json.loads(filled("forecasts", "--json").stdout) == lines
    assert {line["status"] for line in lines} == {"came-true", "not-checkable"}
    assert all(line["why"] for line in lines if line["status"] == "not-checkable")


def test_the_score_stands_with_its_number(filled):
    shown = filled("forecasts", "--score").stdout
    assert "0.076" in shown
    (everybody, *_) = json.loads(filled("forecasts", "--score", "--json").stdout)
    assert (everybody["by"], everybody["n"], everybody["ranked"]) == (None, 1, False)
    assert "nothing resolved yet" in filled("forecasts", "--score", "--on", "2026-01-05").stdout


def test_by_keeps_one_name(filled):
    assert filled("forecasts", "--by", "趙一", "--jsonl").stdout == filled("forecasts", "--jsonl").stdout != ""
    assert filled("forecasts", "--by", "nobody of this name", "--jsonl").stdout == ""


def test_a_status_that_there_is_not_is_refused(filled):
    assert filled("forecasts", "--status", "maybe").exit_code == 2
