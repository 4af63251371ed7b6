"""A wheel holds all that the package needs and none of what it was made from, and runs by itself."""

import os
import shutil
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from stateofplay.house import DATA, ROOMS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_spec("hatchling") is None, reason="the build's tools are not installed: run ./test"),
]


@pytest.fixture(scope="module")
def wheel(tracked, root, tmp_path_factory) -> zipfile.ZipFile:
    """Wheel built from a copy of the tree, so that a build can never touch what is being worked on.

    Where the web app's files have been built already they go along, and the build needs no network.
    """
    copy = tmp_path_factory.mktemp("a clone")
    built = root / "src" / "stateofplay" / "app" / "web" / "static" / "built"
    for path in [*tracked, *(path for path in built.rglob("*") if path.is_file())]:
        target = copy / path.relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(copy / "out")]
    done = subprocess.run(build, cwd=copy, capture_output=True, text=True, check=False)
    if "npm could not fetch" in done.stderr:
        pytest.skip("the web app's files are not built here, and npm could not fetch its packages")
    assert done.returncode == 0, done.stderr
    (path,) = (copy / "out").glob("*.whl")
    return zipfile.ZipFile(path)


@pytest.fixture(scope="module")
def names(wheel) -> set[str]:
    return set(wheel.namelist())


def test_it_holds_every_module_and_every_data_file(names, tracked, root):
    source = root / "src"
    ours = {path.relative_to(source).as_posix() for path in tracked if source in path.parents}
    assert ours - names == set()


@pytest.mark.parametrize("folder", [*ROOMS, *DATA])
def test_it_holds_every_folder(names, folder):
    assert any(name.startswith(f"stateofplay/{folder}/") for name in names)


def test_it_holds_the_dossier_and_the_files_of_the_web_app(names):
    assert sum(name.startswith("stateofplay/demo/dossier/") for name in names) >= 20
    built = {name.rpartition("/")[2] for name in names if name.startswith("stateofplay/app/web/static/built/")}
    assert "manifest.json" in built
    assert {name.rpartition(".")[2] for name in built} >= {"css", "js", "txt"}


def test_it_holds_nothing_else(names):
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"stateofplay"}
    made = ("node_modules", "__pycache__", "package.json", "package-lock.json")
    assert [name for name in names if any(part in made for part in name.split("/"))] == []


def test_it_carries_its_licence_and_the_command(wheel, names):
    assert any(name.endswith("licenses/LICENSE") for name in names)
    (points,) = (name for name in names if name.endswith("entry_points.txt"))
    assert "stateofplay = stateofplay.app.cli.main:run" in wheel.read(points).decode()


def test_it_runs_the_demo_by_itself(wheel, tmp_path):
    wheel.extractall(tmp_path / "site")
    work = tmp_path / "an empty folder"
    work.mkdir()
    start = (
        "import sys, stateofplay\n"
        "from stateofplay.app.cli.main import run\n"
        "sys.stderr.write(stateofplay.__file__)\n"
        "run()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", start, "demo", "--no-serve"],
        cwd=work,
        env={"PATH": os.environ["PATH"], "HOME": str(work), "PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert str(Path("site", "stateofplay")) in done.stderr
    assert "KOR" in done.stdout
