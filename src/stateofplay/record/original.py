"""Originals: the raw bytes of documents, each kept once under the hash of its content, never changed, never removed.

They are plain files rather than a Delta table: a table that is compacted and never vacuumed would keep each of them
several times over, and a file can be opened by hand. A file appears under its name only when it is whole.
"""

import hashlib
import os
from pathlib import Path

FOLDER = "originals"


def original_path(folder: Path, raw_hash: str) -> Path:
    """Where the bytes with `raw_hash` are kept, whether or not they are there."""
    safe = raw_hash if raw_hash.isalnum() else hashlib.sha256(raw_hash.encode()).hexdigest()
    return folder / FOLDER / safe[:2] / safe


def keep_original(folder: Path, raw_hash: str, raw: bytes) -> bool:
    """Keep `raw`; False when it was there already. Two processes may keep the same bytes at once."""
    path = original_path(folder, raw_hash)
    if path.exists():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, raw)
    return True


def read_original(folder: Path, raw_hash: str) -> bytes | None:
    """The bytes with `raw_hash`; None where they were not kept."""
    try:
        return original_path(folder, raw_hash).read_bytes()
    except FileNotFoundError:
        return None


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is either absent or complete, whenever the process or the machine stops."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
