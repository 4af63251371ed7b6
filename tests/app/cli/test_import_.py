"""`stateofplay import`: what was new, every row that stayed out, exit codes."""

import json
from pathlib import Path

import pytest

CASES = Path(__file__).parent.parent.parent / "cases" / "exchange"
GDELT = CASES / "gdelt.CSV"


def test_it_says_what_was_new_and_names_the_rows_that_it_could_not_read(run):
    result = run("import", "--format", "gdelt", GDELT)
    assert result.exit_code == 3
    assert result.stdout.startswith("13 rows, 0 of them known before, 1 without an event, 3 unread: ")
    assert "gdelt.CSV#8: '20259999' is no date" in result.stderr


def test_the_same_as_data(run):
    result = run("import", "--format", "gdelt", GDELT, "--json")
    shape = json.loads(result.stdout)
    assert (shape["rows"], shape["known"], shape["failed"]) == (13, 0, 3)
    assert shape["statements"] == {"new": 12}
    assert {item["path"] for item in shape["unread"]} == {f"{GDELT}#{line}" for line in (8, 9, 13)}


def test_again_it_adds_nothing(run):
    run("import", "--format", "icews", CASES / "icews.tab")
    again = json.loads(run("import", "--format", "icews", CASES / "icews.tab", "--json").stdout)
    assert (again["documents"]["new"], again["statements"]["new"]) == (0, 0)
    assert again["known"] == again["rows"]


def test_what_was_imported_is_on_the_board_and_opens_to_its_row(run):
    run("import", "--format", "gdelt", GDELT)
    told = json.loads(run("board", "--between", "KOR,JPN", "--json").stdout)
    assert "GLOBALEVENTID" not in json.dumps(told)
    assert "KORGOV" in run("events", "--between", "KOR,JPN", "--jsonl").stdout


def test_a_record_of_somebody_else_is_read_back(full):
    lines = full("statements", "--jsonl").stdout
    Path("theirs.jsonl").write_text(lines, encoding="utf-8")
    result = full("--record", "mine", "import", "--format", "statements", "theirs.jsonl", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["statements"]["new"] == len(lines.splitlines())


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--format", "gdelt", "absent.CSV"), 2),
        (("--format", "xls", GDELT), 2),
        ((GDELT,), 2),
        (("--format", "plover", CASES / "plover.jsonl", "--published", "yesterday"), 2),
    ],
)
def test_what_is_asked_wrongly_is_the_users_fault(run, arguments, code):
    assert run("import", *arguments).exit_code == code


def test_many_bad_rows_are_counted_not_listed(run):
    Path("bad.CSV").write_text("".join(f"junk {number}\n" for number in range(50)), encoding="utf-8")
    result = run("import", "--format", "gdelt", "bad.CSV")
    assert result.exit_code == 2
    assert result.stderr.count("unread: ") == 20
    assert "and 30 more" in result.stderr
