"""Set-up is done once, again when something it was made from changes, and never by two at a time."""

import importlib.util
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest


@pytest.fixture
def set_up(root, tmp_path, monkeypatch):
    """The script, turned to a small project in a folder with a space in its name."""
    spec = importlib.util.spec_from_file_location("set_up", root / "scripts" / "set_up.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    project = tmp_path / "state of play"
    for name in ("requirements.lock", "requirements-dev.lock", "pyproject.toml", "hatch_build.py", "scripts/set_up.py"):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(f"{name}\n")
    (project / "frontend" / "style").mkdir(parents=True)
    (project / "frontend" / "style" / "page.css").write_text("a {}\n")
    monkeypatch.setattr(module, "ROOT", project)
    monkeypatch.setattr(module, "VENV", project / ".venv")
    monkeypatch.setattr(module, "BEGUN", project / ".venv" / "set-up-begun")
    # The interpreter of these tests stands in for that of the environment; it runs, and is of this version.
    monkeypatch.setattr(module, "PYTHON", Path(sys.executable))
    return module


@pytest.fixture
def commands(set_up, monkeypatch):
    """Commands that set-up would run, in place of running them."""
    ran: list[list[str]] = []
    monkeypatch.setattr(set_up, "installer", lambda: ["pip"])
    monkeypatch.setattr(set_up, "run", lambda command, **_: ran.append(command))
    (set_up.ROOT / ".venv").mkdir()
    return ran


def test_a_second_set_up_runs_nothing(set_up, commands):
    set_up.main("base")
    assert commands
    commands.clear()
    set_up.main("base")
    assert commands == []


def test_everything_from_an_index_comes_by_hash_and_the_project_in_place(set_up, commands):
    set_up.main("dev")
    locked, project = commands
    assert "--require-hashes" in locked
    assert str(set_up.ROOT / "requirements-dev.lock") in locked
    assert project[-2:] == ["--editable", str(set_up.ROOT)]
    assert {"--no-deps", "--no-build-isolation"} <= set(project)


def test_the_tools_level_serves_the_demo_too_but_not_the_other_way_round(set_up, commands):
    set_up.main("base")
    assert set_up.current("base")
    assert not set_up.current("dev")
    set_up.main("dev")
    assert set_up.current("dev")
    assert set_up.current("base")


@pytest.mark.parametrize(
    "changed", ["requirements.lock", "pyproject.toml", "hatch_build.py", "frontend/style/page.css"]
)
def test_a_change_of_what_it_was_made_from_asks_for_it_again(set_up, commands, changed):
    set_up.main("base")
    (set_up.ROOT / changed).write_text("changed\n")
    assert not set_up.current("base")


def test_a_new_file_of_the_web_app_asks_for_it_again_but_not_what_npm_fetched(set_up, commands):
    set_up.main("base")
    (set_up.ROOT / "frontend" / "node_modules" / "htmx").mkdir(parents=True)
    (set_up.ROOT / "frontend" / "node_modules" / "htmx" / "htmx.js").write_text("x")
    assert set_up.current("base")
    (set_up.ROOT / "frontend" / "page.js").write_text("x")
    assert not set_up.current("base")


def test_an_environment_that_does_not_run_is_not_current(set_up, commands, monkeypatch):
    set_up.main("base")
    monkeypatch.setattr(set_up, "PYTHON", set_up.ROOT / "gone")
    assert not set_up.current("base")


def test_a_failed_set_up_leaves_no_stamp_and_the_next_starts_clean(set_up, commands, monkeypatch):
    made = []
    set_up.main("base")

    def fail(command, **_):
        set_up.stop("no network", "turn it on")

    (set_up.ROOT / "pyproject.toml").write_text("changed\n")
    monkeypatch.setattr(set_up, "run", fail)
    with pytest.raises(SystemExit) as stopped:
        set_up.main("base")
    assert stopped.value.code == 1
    assert not set_up.stamp_of("base").exists()
    monkeypatch.setattr(set_up, "run", lambda command, **_: None)
    monkeypatch.setattr(set_up.venv, "create", lambda folder, **_: (made.append(folder), folder.mkdir()))
    set_up.main("base")
    assert made == [set_up.ROOT / ".venv"]
    assert set_up.current("base")


def test_two_at_a_time_install_once(set_up, commands, monkeypatch):
    def slow(command, **_):
        commands.append(command)
        time.sleep(0.05)

    monkeypatch.setattr(set_up, "run", slow)
    both = [threading.Thread(target=set_up.main, args=("base",)) for _ in range(2)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert len(commands) == 2


def test_a_machine_without_ensurepip_takes_debians_wheel(set_up, monkeypatch):
    ran = []
    monkeypatch.setattr(set_up.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(set_up, "PYTHON", set_up.ROOT / "python")
    monkeypatch.setattr(set_up.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 1))
    monkeypatch.setattr(set_up, "debian_wheel", lambda folder: Path("/wheels/pip-1.whl"))
    monkeypatch.setattr(set_up, "run", lambda command, **_: ran.append(command))
    assert set_up.installer()[:3] == [str(set_up.ROOT / "python"), "-m", "pip"]
    assert ran == [[str(set_up.ROOT / "python"), "/wheels/pip-1.whl/pip", *ran[0][2:]]]
    assert "--no-index" in ran[0]


def test_a_machine_without_ensurepip_and_apt_is_told_what_to_install(set_up, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(set_up, "DEBIAN_WHEELS", "no/such/folder")
    monkeypatch.setattr(set_up.shutil, "which", lambda name: None)
    with pytest.raises(SystemExit) as stopped:
        set_up.debian_wheel(tmp_path)
    assert stopped.value.code == 1
    assert "python3-venv" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="a POSIX shell script")
def test_an_old_python_is_told_plainly(root, tmp_path):
    old = tmp_path / "python3"
    old.write_text('#!/bin/sh\n[ "$1" = -V ] && { echo Python 3.9.2; exit; }\nexit 1\n')
    old.chmod(0o755)
    done = subprocess.run(
        ["/bin/sh", str(root / "scripts" / "with_python"), "script.py"],
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "needs Python 3.11 or newer" in done.stderr
    assert "Python 3.9.2" in done.stderr
