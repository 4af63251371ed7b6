"""`stateofplay evaluate`: figures as a table or as data, misses on request."""

import json

import pytest

EVENT = {"type": "CONSULT", "source": ["KOR"], "target": ["JPN"], "status": "occurred", "quote": "CONSULT KOR"}
TEXTS = {"en": "CONSULT KOR>JPN on 2025-08-23 occurred.", "ja": "ACCUSE KOR>JPN on ? occurred. USA is for peace."}


@pytest.fixture
def gold(tmp_path, builtin):
    folder = tmp_path / "gold"
    folder.mkdir()
    for language, text in TEXTS.items():
        line = {"id": language, "half": language, "text": text, "events": [{**EVENT, "quote": text[:10]}]}
        (folder / f"{language}.jsonl").write_text(json.dumps(line) + "\n")
    return folder


def test_tables(run, gold):
    result = run("evaluate", gold)
    assert result.exit_code == 0, result.stderr
    rows = [line.split() for line in result.stdout.splitlines()]
    assert ["all", "2", "2", *["1.00", "1.00", "1.000"], *["0.50", "0.50", "0.500"] * 5] in rows
    assert ["ja", "1", "1", *["1.00", "1.00", "1.000"], *["0.00", "0.00", "0.000"] * 5] in rows
    assert ["ACCUSE", "0", "1", *["0.00", "0.00", "0.000"] * 4] in rows
    assert ["0.9-1.0", "2", "0.90", "1.00", *["0.50"] * 5] in rows
    assert "missed" not in result.stdout


def test_misses(run, gold):
    result = run("evaluate", gold, "--show")
    assert "missed (quad)  ja event type=CONSULT source=KOR target=JPN status=occurred" in result.stdout
    assert "    read  ja event type=ACCUSE" in result.stdout


def test_false_ones(run, gold, tmp_path):
    theirs = tmp_path / "theirs.jsonl"
    theirs.write_text(json.dumps({"doc": "en", "kind": "event", **EVENT, "quote": "occurred"}) + "\n")
    result = run("evaluate", gold / "en.jsonl", "--statements", theirs, "--show")
    assert "false  en event type=CONSULT" in result.stdout
    assert "missed (place)  en" in result.stdout


def test_data(run, gold):
    result = run("evaluate", gold, "--only", "half=en", "--json")
    assert json.loads(result.stdout)["kinds"]["event"]["date"]["f1"] == 1.0


def test_documents_are_found_where_they_are_said_to_be(run, gold, tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"doc": "a", "kind": "event", **EVENT}) + "\n")
    assert run("evaluate", path).exit_code == 2
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a_1.txt").write_text("CONSULT  of Korea.")
    result = run("evaluate", path, "--text", tmp_path / "texts")
    assert result.exit_code == 0
    assert "1 quote of the gold not in its text: CONSULT KOR" in result.stderr


def test_nothing_to_hold_a_reader_to(run, builtin, tmp_path):
    (tmp_path / "en.jsonl").write_text('{"id": 1, "text": "x", "events": []}\n')
    assert run("evaluate", tmp_path / "en.jsonl").stdout == "no statement in this gold\n"


@pytest.mark.parametrize("arguments", [["absent.jsonl"], [".", "--only", "half"]])
def test_what_is_wrong_is_the_users(run, builtin, arguments):
    assert run("evaluate", *arguments).exit_code == 2
