"""The tree as the house tests see it: modules parsed once, never imported."""

import ast
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "stateofplay"


@dataclass(frozen=True, kw_only=True)
class Module:
    """One module of the package: dotted `name` without the package's own ("board.score"; "" for the package)."""

    name: str
    path: Path
    text: str
    tree: ast.Module


def module_name(path: Path, top: Path = PACKAGE) -> str:
    parts = path.relative_to(top).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def package() -> Path:
    return PACKAGE


@pytest.fixture(scope="session")
def modules() -> list[Module]:
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        found.append(Module(name=module_name(path), path=path, text=text, tree=ast.parse(text)))
    return found


@pytest.fixture(scope="session")
def tracked() -> list[Path]:
    """Files that git holds or would add; a copy without git is read whole, less what set-up and tools made."""
    ask = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        listed = subprocess.run(ask, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        made = {"built", "node_modules", "__pycache__"}
        paths = (path for path in ROOT.rglob("*") if not made & set(path.parts))
        return sorted(path for path in paths if path.is_file() and not path.relative_to(ROOT).parts[0].startswith("."))
    return sorted(path for name in listed.split("\0") if name and (path := ROOT / name).is_file())
