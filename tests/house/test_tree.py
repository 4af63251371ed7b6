"""The tree names no machine, phones nobody, and locks what it installs."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HOME_OF_A_MACHINE = re.compile(r"(?<![\w.~-])/(?:work|root|Users|home/\w+|tmp/\w+)/[\w.-]+")
ADDRESS = re.compile(r"\bhttps?://([^\s/:\"'<>)\]}`]+)")
KNOWN_HOSTS = {
    "www.apache.org": "the licence",
    "www.w3.org": "names of XML vocabularies",
    "schemas.openxmlformats.org": "names of XML vocabularies",
    "schemas.microsoft.com": "names of XML vocabularies",
    "purl.org": "names of XML vocabularies",
    "graphml.graphdrawing.org": "names of XML vocabularies",
    "gexf.net": "names of XML vocabularies",
    "schema.org": "names of a vocabulary in pages",
    "github.com": "the codebook and data sets that the docs cite",
    "doi.org": "papers that the docs cite",
    "creativecommons.org": "licences of data",
    "www.unicode.org": "licences of data",
    "spdx.org": "licences of data",
}
RESERVED = re.compile(
    r"(?:[\w.-]*\.)?(?:exam(?:ple)?|test|invalid|localhost|example\.(?:com|org|net))|[\d.]+|\[|0x\w+|.*[{$%*|\\].*"
)
TRACKERS = re.compile(r"\b(?:sentry_sdk|posthog|segment|mixpanel|amplitude|google-analytics|gtag)\b")
TEXT = {
    ".py",
    ".pyi",
    ".md",
    ".txt",
    ".toml",
    ".yaml",
    ".yml",
    ".tsv",
    ".json",
    ".js",
    ".css",
    ".html",
    ".lock",
    ".sh",
    "",
}


def lines(paths: list[Path], root: Path) -> Iterator[tuple[str, str]]:
    """Lines of text files, each with its place."""
    for path in paths:
        if path.suffix in TEXT:
            for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
                yield f"{path.relative_to(root)}:{number}", line


def strange_hosts(line: str) -> list[str]:
    hosts = [host.lower().rpartition("@")[2].rstrip(".,;") for host in ADDRESS.findall(line)]
    return [host for host in hosts if host not in KNOWN_HOSTS and not RESERVED.fullmatch(host)]


@pytest.fixture(scope="module")
def tree(tracked, root):
    # Documents of tests and of the dossier are what others would publish, addresses and all.
    told = [path for path in tracked if not {"cases", "dossier"} & set(path.parts)]
    return list(lines(told, root))


def test_no_file_names_a_place_on_somebodys_machine(tree):
    assert [place for place, line in tree if HOME_OF_A_MACHINE.search(line)] == []


def test_every_address_in_the_tree_is_known_or_an_example(tree):
    assert [f"{place} {strange_hosts(line)}" for place, line in tree if strange_hosts(line)] == []


def test_nothing_reports_on_its_user(tree):
    code = [(place, line) for place, line in tree if place.startswith(("src/", "frontend/", "scripts/", "pyproject"))]
    assert [place for place, line in code if TRACKERS.search(line)] == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("see https:" + "//index.somewhere.dev/simple/", ["index.somewhere.dev"]),
        ("see https://news.example/a and http://127.0.0.1:8000/", []),
        ("http://kim@news.example/, http:" + "//kim@news.somewhere.dev/", ["news.somewhere.dev"]),
        ("http://localhost:8000/, https://example.org/feed.xml", []),
        ('f"http://{host}/"', []),
    ],
)
def test_a_planted_address_is_found(line, found):
    assert strange_hosts(line) == found


@pytest.mark.parametrize("path", ["/" + "work/main", "/" + "root/.cache", "/" + "Users/kim/x", "/" + "home/kim/x"])
def test_a_planted_machine_path_is_found(path):
    assert HOME_OF_A_MACHINE.search(f'open("{path}")')
    assert not HOME_OF_A_MACHINE.search(f"https://news.example{path}")


def pinned(path: Path) -> dict[str, str]:
    return {canonicalize_name(n): v for n, v in re.findall(r"^([\w.-]+)==([^\s;\\]+)", path.read_text(), re.MULTILINE)}


@pytest.fixture(scope="module")
def project(root):
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("lock", "groups"), [("requirements.lock", ["build"]), ("requirements-dev.lock", ["build", "dev"])]
)
def test_the_lock_holds_all_that_the_project_asks_for(root, project, lock, groups):
    asked = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    asked += [line for group in groups for line in project["dependency-groups"][group]]
    locked = pinned(root / lock)
    wrong = [
        line
        for line in asked
        if (need := Requirement(line))
        and not need.specifier.contains(locked.get(canonicalize_name(need.name), "0.0.0"))
    ]
    missing = [line for line in asked if canonicalize_name(Requirement(line).name) not in locked]
    assert (wrong, missing) == ([], []), "run scripts/lock"


def test_the_tools_agree_with_what_the_demo_runs(root):
    base, tools = pinned(root / "requirements.lock"), pinned(root / "requirements-dev.lock")
    assert base.items() <= tools.items()
    assert len(tools) > len(base) > 0


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_every_pin_has_hashes_and_no_address(root, lock):
    text = (root / lock).read_text(encoding="utf-8")
    pins = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert [pin.split()[0] for pin in pins if "--hash=sha256:" not in pin] == []
    assert "://" not in text


def test_the_npm_lock_names_no_registry_and_has_a_hash_for_every_package(root):
    packages = json.loads((root / "frontend" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    fetched = {name: entry for name, entry in packages.items() if name}
    assert fetched
    assert [name for name, entry in fetched.items() if "resolved" in entry] == []
    assert [name for name, entry in fetched.items() if "integrity" not in entry] == []


def test_what_builds_the_package_is_locked_as_well(project):
    group = {canonicalize_name(Requirement(line).name) for line in project["dependency-groups"]["build"]}
    assert {canonicalize_name(Requirement(line).name) for line in project["build-system"]["requires"]} <= group
