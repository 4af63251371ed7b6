"""`stateofplay review`, `reviews` and `export`: verdicts in, what counts out, and gold that `evaluate` reads."""

import json

import pytest


@pytest.fixture
def ids(lines):
    """Statement ids by what they begin with."""
    return {row["quote"].split(" on ")[0]: row["id"] for row in lines("statements", "--jsonl")}


def test_a_rejected_statement_is_gone_from_every_list(full, lines, ids):
    id = ids["SANCTION USA>KOR"]
    result = full("review", id, "--reject", "--by", "Kim", "--note", "a rumour")
    assert (result.exit_code, result.stdout) == (0, f"rejected: {id}\n")
    assert id not in {row["id"] for row in lines("statements", "--jsonl")}
    assert "SANCTION" not in {row["type"] for row in lines("events", "--jsonl")}
    (row,) = lines("reviews", "--jsonl")
    assert (row["by"], row["note"], row["verdict"], row["counts"]) == ("Kim", "a rumour", "reject", None)
    assert row["read"]["type"] == "SANCTION"
    assert "SANCTION" in {row["type"] for row in lines("events", "--known", "2025-09-02", "--jsonl")}


def test_a_corrected_statement_counts_as_corrected(full, lines, ids, tmp_path):
    fix = tmp_path / "fix.json"
    fix.write_text('{"type": "ACCUSE", "status": "denied"}')
    given = ("--correct", fix, "--correct", "target=일본, KOR", "--correct", "to=")
    result = full("review", ids["SANCTION USA>KOR"], *given, "--by", "Kim", "--json")
    assert result.exit_code == 0, result.stderr
    made = json.loads(result.stdout)
    (row,) = [row for row in lines("statements", "--jsonl") if row["id"] == made["counts"]]
    assert (row["type"], row["target"], row["status"]) == ("ACCUSE", ["JPN", "KOR"], "denied")
    assert row["review"] == {"verdict": "correct", "by": "Kim"}
    assert "ACCUSE" in {row["type"] for row in lines("events", "--jsonl")}
    assert full("check").exit_code == 0


def test_what_counts_now_is_said(full, ids):
    result = full("review", ids["SANCTION USA>KOR"], "--correct", "type=ACCUSE", "--by", "Kim")
    assert result.stdout.splitlines()[1].startswith("counts now: ")
    assert "Kim" in full("reviews").stdout


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ([], "give one of"),
        (["--accept", "--reject"], "give one of"),
        (["--correct", "type=MEET"], "MEET"),
        (["--correct", "amount=much"], "no number"),
        (["--correct", "absent.json"], "no correction"),
        (["--correct", "list.json"], "one JSON object"),
    ],
)
def test_what_is_no_review(full, ids, tmp_path, given, message):
    (tmp_path / "list.json").write_text("[]")
    result = full("review", ids["SANCTION USA>KOR"], *given, "--by", "Kim")
    assert result.exit_code == 2
    assert message in result.stderr


def test_a_review_of_nothing(full):
    result = full("review", "absent", "--accept", "--by", "Kim")
    assert (result.exit_code, "no statement" in result.stderr) == (2, True)


def test_gold_goes_round(full, lines, ids, tmp_path):
    for id in (ids["CONSULT KOR>JPN"], ids["SANCTION USA>KOR"]):
        full("review", id, "--accept", "--by", "Kim")
    full("review", ids["CONSULT PRK>USA"], "--reject", "--by", "Kim")
    result = full("export", "--format", "gold", "--texts", "texts")
    assert result.exit_code == 0
    assert "2 documents reviewed, 1 of them in full" in result.stderr
    gold = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(line["type"], line["lang"]) for line in gold] == [("CONSULT", "en"), ("SANCTION", "en")]
    (tmp_path / "gold.jsonl").write_text(result.stdout)
    shape = json.loads(full("evaluate", "gold.jsonl", "--text", "texts", "--json").stdout)
    assert shape["kinds"]["event"]["date"]["f1"] == 1.0
    assert len(full("export", "--format", "gold", "--complete").stdout.splitlines()) == 2
