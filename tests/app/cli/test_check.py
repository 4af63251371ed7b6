"""`stateofplay check`: sound, or every problem with what to do."""

import json


def test_a_sound_record(full):
    result = full("check")
    assert (result.exit_code, result.stdout) == (0, "sound: record\n")
    assert json.loads(full("check", "--json").stdout) == []


def test_a_damaged_record(full, tmp_path):
    for file in (tmp_path / "record" / "statements").glob("*.parquet"):
        file.unlink()
    result = full("check")
    assert result.exit_code == 1
    assert "the file is gone" in result.stdout
    problems = json.loads(full("check", "--json").stdout)
    assert problems
    assert all({"what", "where", "mend"} <= set(problem) for problem in problems)


def test_no_record(run):
    assert run("check").exit_code == 2
