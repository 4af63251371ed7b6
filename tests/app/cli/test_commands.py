"""Every command: has help with an example, takes what all take, and ends with the right exit code."""

import shlex
import subprocess
import sys

import pytest
import typer
from typer.main import get_command

import stateofplay
from stateofplay import errors
from stateofplay.app.cli import commands
from stateofplay.app.cli.commands import MODULES, command, listed
from stateofplay.app.cli.fault import guarded
from stateofplay.app.cli.main import app

NO_RECORD = {"code", "evaluate"}
NO_DATA = {"demo", "serve", "code"}


def options(name):
    return {option for parameter in command(name).params for option in parameter.opts}


@pytest.mark.parametrize("name", list(MODULES))
def test_every_command_has_help_with_an_example(run, name):
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f"stateofplay {name}" in result.stdout


@pytest.mark.parametrize("name", list(MODULES))
def test_every_option_says_what_it_does(name):
    assert [p.name for p in command(name).params if not getattr(p, "help", None)] == []


@pytest.mark.parametrize("name", sorted(set(MODULES) - NO_RECORD))
def test_record_goes_everywhere(name):
    assert "--record" in options(name)


@pytest.mark.parametrize("name", sorted(set(MODULES) - NO_RECORD))
def test_how_sure_it_must_be_goes_everywhere(name):
    assert "--sure" in options(name)


def test_options_of_all_commands_stand_before_or_after(full):
    """What stands after the command holds where both are given."""
    whole, before, after = full("events"), full("--sure", 0.99, "events"), full("events", "--sure", 0.99)
    assert [one.exit_code for one in (whole, before, after)] == [0, 0, 0]
    assert before.stdout == after.stdout != whole.stdout
    assert full("--sure", 0.99, "--record", "none", "events", "--sure", 0, "--record", "record").stdout == whole.stdout


def test_a_confidence_out_of_range_is_named(full):
    result = full("events", "--sure", 7)
    assert result.exit_code == 2
    assert "between 0 and 1" in result.stderr


@pytest.mark.parametrize("name", sorted(set(MODULES) - NO_DATA))
def test_json_goes_everywhere(name):
    assert "--json" in options(name)


@pytest.mark.parametrize("name", list(MODULES))
def test_help_lists_a_command_as_it_describes_itself(name):
    assert (command(name).help or "").startswith(listed(name).help)
    assert listed(name).help.endswith(".")


def test_help_lists_every_command_without_loading_any(run, monkeypatch):
    monkeypatch.setattr(commands, "command", lambda name: pytest.fail(f"{name} was loaded"))
    result = run("--help")
    assert result.exit_code == 0
    assert all(name in result.stdout for name in MODULES)


def test_no_command_is_help(run):
    result = run()
    assert "Usage" in result.stdout + result.stderr
    assert result.exit_code == 2


def test_version(run):
    result = run("--version")
    assert (result.exit_code, result.stdout) == (0, f"stateofplay {stateofplay.__version__}\n")


@pytest.mark.parametrize("arguments", [["bord"], ["board", "--onn", "x"], ["--recrd", "x"]])
def test_what_does_not_exist_is_the_users_error(run, arguments):
    result = run(*arguments)
    assert result.exit_code == 2
    assert "No such" in result.stderr


@pytest.mark.parametrize("before", [True, False])
def test_the_record_is_named_before_or_after_the_command(run, builtin, folder, before):
    named = ("--record", "elsewhere")
    assert run(*named, "read", folder).exit_code == 0
    result = run(*named, "documents", "--jsonl") if before else run("documents", "--jsonl", *named)
    assert len(result.stdout.splitlines()) == 3


def every_error(kind=errors.StateOfPlayError):
    yield kind
    for child in kind.__subclasses__():
        yield from every_error(child)


@pytest.mark.parametrize("kind", list(every_error()), ids=lambda kind: kind.__name__)
def test_every_error_is_told_in_one_line_with_its_exit_code(kind, capsys):
    def fail():
        raise kind("the thing is [wrong]", where="file.txt:3", mend="do [this]")

    with pytest.raises(typer.Exit) as caught:
        guarded(fail)
    assert caught.value.exit_code == kind.exit_code
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("error: file.txt:3: the thing is [wrong]\n  try: do [this]\n")
    assert ("report" in told.err) == issubclass(kind, errors.OurFault)
    assert "Traceback" not in told.err


def test_all_problems_of_a_data_file_are_told(capsys):
    def fail():
        raise errors.DataFileError("wrong", problems=("one", "two"))

    with pytest.raises(typer.Exit):
        guarded(fail)
    assert capsys.readouterr().err.splitlines()[1:] == ["  one", "  two"]


def test_interrupting_is_quiet(capsys):
    def interrupted():
        raise KeyboardInterrupt

    with pytest.raises(typer.Exit) as caught:
        guarded(interrupted)
    assert caught.value.exit_code == 130
    assert capsys.readouterr().err.startswith("interrupted")


def test_an_unforeseen_error_is_not_hidden():
    with pytest.raises(ZeroDivisionError):
        guarded(lambda: 1 / 0)


def test_the_group_lists_what_the_table_lists():
    group = get_command(app)
    assert group.list_commands(None) == list(MODULES)
    assert group.get_command(None, "absent") is None


def stateofplay_process(*arguments, **more):
    return subprocess.run([sys.executable, "-m", "stateofplay", *arguments], capture_output=True, text=True, **more)


def test_python_dash_m(tmp_path):
    done = stateofplay_process("board", "--record", str(tmp_path / "absent"), cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("error: ")
    assert "Traceback" not in done.stderr


def test_a_closed_pipe_is_quiet(full, tmp_path):
    line = f"{shlex.quote(sys.executable)} -m stateofplay events --jsonl | head -c 1"
    done = subprocess.run(["sh", "-c", line], cwd=tmp_path, capture_output=True, text=True)
    assert done.stdout == "{"
    assert done.stderr == ""


def test_an_unforeseen_error_shows_where_and_asks_for_a_report():
    code = "import sys\nfrom stateofplay.app.cli.fault import unforeseen\nsys.excepthook = unforeseen\n1 / 0"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 1
    assert "ZeroDivisionError" in done.stderr
    assert "report" in done.stderr


def test_quotes_are_printed_whatever_the_locale(tmp_path):
    text = '{"id": "首爾", "text": ""}\n'
    env = {"PATH": "", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [sys.executable, "-m", "stateofplay", "code"], input=text.encode(), capture_output=True, env=env, cwd=tmp_path
    )
    assert "首爾" in done.stdout.decode()
