"""`stateofplay code`: JSON lines in, JSON lines out."""

import json

TEXT = "CONSULT KOR>JPN on 2025-08-23 occurred."


def answers(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_events_of_texts(run, builtin):
    given = [{"id": 1, "text": TEXT}, {"id": 2, "text": "Nothing."}]
    result = run("code", input="".join(json.dumps(line) + "\n" for line in given))
    assert result.exit_code == 0
    assert [(a["id"], a["type"]) for a in answers(result)] == [(1, "CONSULT"), (2, None)]


def test_a_wrong_line_is_counted(run, builtin):
    result = run("code", input=f'oops\n{{"id": 2, "text": "{TEXT}"}}\n')
    assert result.exit_code == 3
    assert [a["type"] for a in answers(result)] == [None, "CONSULT"]
    assert "1 line could not be read" in result.stderr


def test_nothing_in_nothing_out(run, builtin, tmp_path):
    result = run("code", input="")
    assert (result.exit_code, result.stdout) == (0, "")
    assert not (tmp_path / "record").exists()


def test_an_unknown_reader(run):
    result = run("code", "--reader", "oracle", input="")
    assert result.exit_code == 2
    assert "readers are" in result.stderr


def test_plover_has_no_type_for_a_change_of_leader(run, builtin):
    given = json.dumps({"id": 1, "text": "TRANSITION KOR> on 2025-06-04 occurred."}) + "\n"
    assert [a["type"] for a in answers(run("code", input=given))] == [None]
    assert [a["type"] for a in answers(run("code", "--types", "all", input=given))] == ["TRANSITION"]
    assert run("code", "--types", "cameo", input=given).exit_code == 2
