"""Set-up of `.venv`: done once, again only when something it was made from has changed, and never by two at a time.

    python scripts/set_up.py base    what `./demo` needs
    python scripts/set_up.py dev     that and the tools of `./test`

Standard library only. Everything that comes from a package index is named in a lock file with its hash. The project
itself is installed in place, so a changed source is what runs; installing it also builds the web app's files.
A stamp in `.venv` holds a hash of all that went in; while it is current nothing is asked of the network.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCKS = {"base": "requirements.lock", "dev": "requirements-dev.lock"}
BEGUN = VENV / "set-up-begun"
DEBIAN_WHEELS = "usr/share/python-wheels"


def main(level: str) -> None:
    """Bring `.venv` to `level`; returns at once when it is there."""
    if current(level):
        return
    with alone():
        if not current(level):
            set_up(level)


def current(level: str) -> bool:
    """Whether the stamp of `level` tells of the files as they are now and the interpreter still runs."""
    stamp = stamp_of(level)
    if not stamp.is_file() or stamp.read_text() != fingerprint(level):
        return False
    return runs(PYTHON)


def stamp_of(level: str) -> Path:
    return VENV / f"set-up-{level}"


def fingerprint(level: str) -> str:
    """Hash of all that an installation depends on: Python, place, locks, build files, sources of the web app."""
    digest = hashlib.sha256(f"{sys.version}\n{ROOT}\n".encode())
    for path in ingredients(level):
        digest.update(f"{path.relative_to(ROOT).as_posix()}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def ingredients(level: str) -> list[Path]:
    names = (LOCKS[level], "pyproject.toml", "hatch_build.py", "scripts/set_up.py")
    return [ROOT / name for name in names] + sorted(frontend())


def frontend() -> Iterator[Path]:
    """Sources of the web app's files, without what npm fetched."""
    for folder, folders, files in os.walk(ROOT / "frontend"):
        folders[:] = [name for name in folders if name != "node_modules"]
        yield from (Path(folder, name) for name in files)


@contextmanager
def alone() -> Iterator[None]:
    """Hold the lock that keeps a second set-up waiting; the system frees it even if we are killed."""
    with (ROOT / ".venv.lock").open("a+") as file:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def set_up(level: str) -> None:
    began = time.monotonic()
    say("Setting up (once; it takes a minute or two and needs the package index) ...")
    make_venv()
    BEGUN.touch()
    for stale in LOCKS:
        stamp_of(stale).unlink(missing_ok=True)
    pip = installer()
    run([*pip, "install", "-qq", "--require-hashes", "--requirement", str(ROOT / LOCKS[level])])
    run([*pip, "install", "-qq", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])
    for done in {"base", level}:
        stamp_of(done).write_text(fingerprint(done))
    BEGUN.unlink()
    say(f"Set up in {time.monotonic() - began:.0f} s.")


def make_venv() -> None:
    """Make `.venv`, afresh where an earlier set-up was cut off, Python has changed, or it does not run."""
    if BEGUN.exists() or not runs(PYTHON):
        shutil.rmtree(VENV, ignore_errors=True)
        venv.create(VENV, with_pip=False, symlinks=os.name != "nt")


def runs(python: Path) -> bool:
    """Whether `python` starts and is of the version that runs this script."""
    ask = [str(python), "-c", "import sys; print(sys.version)"]
    try:
        return subprocess.run(ask, capture_output=True, text=True, check=True).stdout.strip() == sys.version
    except (OSError, subprocess.CalledProcessError):
        return False


def installer() -> list[str]:
    """Command that runs pip in `.venv`, which it is put into first where it is missing."""
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    if subprocess.run([*pip, "--version"], capture_output=True, check=False).returncode:
        if importlib.util.find_spec("ensurepip"):
            run([str(PYTHON), "-m", "ensurepip"], quiet=True)
        else:
            with tempfile.TemporaryDirectory() as folder:
                wheel = debian_wheel(Path(folder))
                run([str(PYTHON), f"{wheel}/pip", "install", "--quiet", "--no-index", str(wheel)])
    return pip


def debian_wheel(folder: Path) -> Path:
    """Wheel of pip that Debian keeps apart from Python, unpacked into `folder`; apt checks its signature.

    No rights are needed: lists and packages go to `folder`, nothing is installed on the machine.
    """
    if there := sorted(Path("/", DEBIAN_WHEELS).glob("pip-*.whl")):
        return there[-1]
    if not shutil.which("apt-get"):
        stop("This Python comes without ensurepip.", "install your system's package for venv (python3-venv)")
    say("This Python comes without pip; fetching Debian's (nothing is installed on the machine) ...")
    (folder / "lists/partial").mkdir(parents=True)
    options = {"Dir::State::lists": folder / "lists", "Dir::Cache": folder / "cache", "APT::Sandbox::User": "root"}
    apt = ["apt-get", "-qq", *(f"-o{name}={value}" for name, value in options.items())]
    run([*apt, "update"])
    run([*apt, "download", "python3-pip-whl"], cwd=folder)
    for package in folder.glob("*.deb"):
        run(["dpkg-deb", "-x", str(package), str(folder)])
    return max((folder / DEBIAN_WHEELS).glob("pip-*.whl"))


def run(command: list[str], *, quiet: bool = False, cwd: Path = ROOT) -> None:
    """Run `command` to its good end, or stop with what it said."""
    done = subprocess.run(command, cwd=cwd, stdout=subprocess.DEVNULL if quiet else sys.stderr, check=False)
    if done.returncode:
        stop(f"`{' '.join(command)}` failed.", "see above; the network may be off. Running this again starts clean")


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def stop(what: str, mend: str) -> NoReturn:
    say(f"Set-up failed: {what} ({mend})")
    sys.exit(1)


if __name__ == "__main__":
    if sys.argv[1:] not in (["base"], ["dev"]):
        sys.exit(__doc__)
    main(sys.argv[1])
