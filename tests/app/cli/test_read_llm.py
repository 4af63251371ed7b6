"""`stateofplay read --reader llm`: beside the built-in reader's statements, never among them; a stub is asked."""

import gc
import json

import pytest

from stateofplay.app import desk
from tests.reading.llm.conftest import MET, Stub, fails, says

LINE = {**MET, "quote": "CONSULT KOR", "cue": "CONSULT", "people": []}


@pytest.fixture
def stub(monkeypatch, tmp_path):
    stub = Stub()
    stub.answers = [says([LINE, {**LINE, "quote": "never said"}])]
    monkeypatch.setenv("STATEOFPLAY_LLM_URL", stub.url)
    monkeypatch.setenv("STATEOFPLAY_LLM_CACHE", str(tmp_path / "kept"))
    yield stub
    gc.collect()
    stub.close()


def test_both_readers_stand_side_by_side(full, folder, lines, stub):
    result = full("read", folder, "--reader", "llm", "--set", "model=m")
    assert result.exit_code == 0, result.stderr
    assert "3 known before" in result.stdout
    assert "llm:m: 3 requests, 450 tokens; 1 admitted" in result.stderr
    assert "the quote is not in the text" in result.stderr
    readers = [row["reader"] for row in lines("statements", "--jsonl")]
    assert sorted(set(readers)) == ["llm:m/1", "plain/1"]
    assert (readers.count("llm:m/1"), readers.count("plain/1")) == (1, 6)
    (told,) = [row for row in lines("events", "--jsonl") if row["type"] == "CONSULT" and row["status"] == "occurred"]
    assert len(told["tellings"]) == 3
    assert full("check").exit_code == 0


def test_a_budget_that_is_spent_leaves_the_rest_unread_and_can_be_raised(full, folder, stub):
    asked = ("read", folder, "--reader", "llm", "--set", "model=m", "--json")
    result = full(*asked, "--set", "requests=2")
    assert result.exit_code == 3
    report = json.loads(result.stdout)
    assert [item["error"] for item in report["unread"]] == ["BudgetSpent"]
    assert "limit on requests" in report["unread"][0]["why"]
    assert [item.error for item in desk.open("record").unread()] == ["BudgetSpent"]
    again = full(*asked)
    assert list(desk.open("record").unread()) == []
    assert (again.exit_code, json.loads(again.stdout)["told"][0].split(":")[2][:11]) == (0, " 1 requests")


def test_nothing_is_read_without_a_model_or_a_key_that_is_taken(full, folder, stub):
    assert full("read", folder, "--reader", "llm").exit_code == 2
    stub.answers = [fails(401, "bad key")]
    result = full("read", folder, "--reader", "llm", "--set", "model=m")
    assert (result.exit_code, "bad key" in result.stderr) == (2, True)


@pytest.mark.parametrize("given", [["--set", "model=m"], ["--reader", "llm", "--set", "model"]])
def test_settings_are_for_the_reader_that_takes_them(full, folder, given):
    result = full("read", folder, *given)
    assert (result.exit_code, "NAME=VALUE" in result.stderr) == (2, True)


def test_a_language_model_is_evaluated_like_any_reader(run, stub, tmp_path):
    event = {name: LINE[name] for name in ("type", "source", "target", "status", "quote", "from", "to")}
    (tmp_path / "en.jsonl").write_text(json.dumps({"id": 1, "text": "CONSULT KOR>JPN.", "events": [event]}))
    result = run("evaluate", "en.jsonl", "--reader", "llm", "--set", "model=m", "--json")
    assert json.loads(result.stdout)["kinds"]["event"]["date"]["f1"] == 1.0
