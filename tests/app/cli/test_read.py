"""`stateofplay read`: what was new, what stayed unread, and the exit code that says so."""

import json

import pytest


def test_a_folder(run, builtin, folder):
    result = run("read", folder)
    assert result.exit_code == 0
    assert result.stdout == "3 new documents with 6 statements, 0 known before, 0 unread; record: record\n"
    assert result.stderr == ""


def test_again(full, folder):
    assert full("read", folder).stdout.startswith("0 new documents with 0 statements, 3 known before")


def test_each_bad_file_is_named_with_its_reason(run, builtin, folder):
    (folder / "empty.txt").write_bytes(b"")
    result = run("read", folder)
    assert result.exit_code == 3
    assert result.stdout.startswith("3 new documents")
    assert result.stderr.startswith(f"unread: {folder / 'empty.txt'}: nothing in it")


def test_nothing_readable(run, builtin, tmp_path):
    result = run("read", tmp_path / "absent.txt")
    assert result.exit_code == 2
    assert "absent.txt" in result.stderr


def test_as_data(run, builtin, folder):
    (folder / "empty.txt").write_bytes(b"")
    report = json.loads(run("read", folder, "--json").stdout)
    assert report["documents"] == {"new": 3, "known": 0}
    assert report["statements"] == {"new": 6}
    assert [(item["path"], item["error"]) for item in report["unread"]] == [
        (str(folder / "empty.txt"), "EmptyDocument")
    ]


def test_published(run, builtin, tmp_path):
    (tmp_path / "note.txt").write_text("CONSULT KOR>JPN on 2025-08-23 occurred.", encoding="utf-8")
    run("read", tmp_path / "note.txt", "--published", "2025-08-30")
    assert json.loads(run("documents", "--jsonl").stdout)["published"] == "2025-08-30"


def test_missing_days_are_told_with_what_to_do(run, builtin, tmp_path):
    (tmp_path / "note.txt").write_text("CONSULT KOR>JPN on 2025-08-23 occurred.", encoding="utf-8")
    hint = "1 document tells no publication day: to give it, read again with --published DAY"
    assert run("read", tmp_path / "note.txt").stderr.strip() == hint
    assert run("read", tmp_path / "note.txt").stderr == ""
    assert run("read", tmp_path / "note.txt", "--published", "2025-08-30").stderr == ""
    assert json.loads(run("documents", "--jsonl").stdout)["published"] == "2025-08-30"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "Missing argument"),
        (("x", "--published", "soon"), "not a day"),
        (("x", "--reader", "oracle"), "readers are builtin"),
        (("x", "--region", "nowhere"), "nowhere"),
    ],
)
def test_what_is_wrong_is_said(run, builtin, arguments, message):
    result = run("read", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr


def test_a_folder_that_is_no_record_is_left_alone(run, builtin, folder):
    result = run("read", folder, "--record", folder)
    assert result.exit_code == 2
    assert "not a record" in result.stderr
    assert len(list(folder.iterdir())) == 3
