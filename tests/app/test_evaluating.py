"""Evaluating: the shape of what is told, and where gold may stand."""

import json

import pytest

from stateofplay.app.evaluating import Asked, evaluate_reader, evaluate_statements, evaluation_shape, missed_shape
from stateofplay.errors import DataFileError, NotFound
from stateofplay.reading.evaluation.mark import mark_of
from stateofplay.reading.evaluation.pairing import Pair

TEXT = "CONSULT KOR>JPN on 2025-08-23 occurred. SANCTION USA>KOR on 2025-08 occurred."
EVENT = {"type": "CONSULT", "source": ["KOR"], "target": ["JPN"], "status": "occurred", "quote": "CONSULT KOR"}
OTHER = {"type": "ACCUSE", "source": ["USA"], "target": ["KOR"], "status": "occurred", "quote": "SANCTION"}


@pytest.fixture
def gold(tmp_path):
    folder = tmp_path / "gold"
    folder.mkdir()
    line = {"id": "s", "text": TEXT, "events": [EVENT, OTHER, {**EVENT, "quote": "absent"}]}
    (folder / "en.jsonl").write_text(json.dumps(line) + "\n")
    return folder


def test_a_reader_by_name_over_a_folder(gold, plain):
    found, lost = evaluate_reader(
        Asked(gold=[gold]), reader="plain", region="x", readers={"plain": lambda region: plain.PlainReader()}
    )
    shape = evaluation_shape(found, lost)
    assert shape["kinds"]["event"]["type"] == {
        "gold": 3,
        "read": 2,
        "right": 1,
        "precision": 0.5,
        "recall": 0.333,
        "f1": 0.4,
    }
    assert list(shape["languages"]) == ["en"]
    assert list(shape["types"]) == ["ACCUSE", "CONSULT", "SANCTION"]
    assert shape["calibration"]["event"]["bands"][0]["read"] == 2
    assert [line["quote"] for line in shape["not_in_text"]] == ["absent"]
    assert [(line["doc"], line["parts_at"], bool(line["read"])) for line in shape["missed"]] == [
        ("s", "quad", True),
        ("s", "place", False),
    ]
    assert json.loads(json.dumps(shape)) == shape


def test_statements_made_elsewhere(gold, tmp_path):
    theirs = tmp_path / "theirs.jsonl"
    theirs.write_text(json.dumps({"doc": "s", "kind": "event", **EVENT}) + "\n")
    found, _ = evaluate_statements(Asked(gold=[gold / "en.jsonl"]), theirs)
    assert found.by_kind("event")["date"].right == 1
    theirs.write_text("oops\n")
    with pytest.raises(DataFileError):
        evaluate_statements(Asked(gold=[gold]), theirs)


def test_a_folder_without_gold(tmp_path):
    with pytest.raises(NotFound, match="no gold"):
        Asked(gold=[tmp_path]).cases()


def test_what_only_the_reader_says_was_not_missed():
    with pytest.raises(ValueError, match="nothing"):
        missed_shape(Pair(read=mark_of({"kind": "event"}, "a", "en")))
