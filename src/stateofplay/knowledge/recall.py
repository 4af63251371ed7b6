"""Recall of parsed files: what was parsed once is read back only when the text is the same to the letter.

A region's YAML takes most of a second to parse, the same content as JSON a fiftieth of it. It is kept in the user's
cache folder, one file per data file, beside the hash of the text that it came from. A cache that is missing, torn, of
another text or not writable costs time and nothing else.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, Final

SHORT: Final = 20_000
"""Texts below this many characters are parsed each time: that is as quick."""

_FORM: Final = 1
"""Raised when what is kept changes its form."""

_DAY: Final = "\0day"


def recalled(label: str, text: str, parse: Callable[[str], Any]) -> Any:
    """`parse(text)`, from the cache where it is there; `label` names the file in the cache, such as `a-b.yaml`.

    What `parse` raises is raised, and nothing is kept then.
    """
    kept_in = folder() if len(text) >= SHORT else None
    if kept_in is None:
        return parse(text)
    place, mark = kept_in / f"{label}.json", _mark(text)
    found = _kept(place, mark)
    if found is None:
        found = parse(text)
        _keep(place, mark, found)
    return found


def folder() -> Path | None:
    """The folder of the cache: `stateofplay/parsed` where the user's programs keep what can be made again, or None."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        return (Path(base) if base else Path.home() / ".cache") / "stateofplay" / "parsed"
    except RuntimeError:  # a user without a home
        return None


def _mark(text: str) -> str:
    return hashlib.sha256(f"{_FORM}\n{text}".encode()).hexdigest()


def _kept(place: Path, mark: str) -> Any:
    try:
        first, _, rest = place.read_text(encoding="utf-8").partition("\n")
        return _decoded(rest) if first == mark else None
    except (OSError, ValueError):
        return None


def _keep(place: Path, mark: str, content: Any) -> None:
    """Write it whole or not at all, and only when it reads back equal."""
    with suppress(OSError, TypeError, ValueError):
        coded = json.dumps(content, default=_coded, ensure_ascii=False, separators=(",", ":"))
        if _decoded(coded) != content:
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=place.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(f"{mark}\n{coded}")
        Path(draft).replace(place)


def _coded(value: object) -> dict[str, str]:
    if type(value) is not date:
        raise TypeError(f"{value!r} cannot be kept")
    return {_DAY: value.isoformat()}


def _decoded(coded: str) -> Any:
    return json.loads(coded, object_hook=_day_or_fields)


def _day_or_fields(fields: dict[str, Any]) -> Any:
    return date.fromisoformat(fields[_DAY]) if _DAY in fields else fields
