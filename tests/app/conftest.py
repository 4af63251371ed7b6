"""A folder of plain documents, a reader for them, and a record that holds them."""

from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import pytest

from stateofplay.app import readers
from stateofplay.app.desk import Desk
from stateofplay.record.record import open_record

TEXTS = {
    "herald.txt": "date 2025-08-24\n\nCONSULT KOR>JPN on 2025-08-23 occurred. SANCTION USA>KOR on 2025-08 occurred.\n",
    "times.txt": "date 2025-08-25\n\nCONSULT JPN>KOR on 2025-08-23 occurred. JPN is for shuttle-diplomacy.\n",
    "post.txt": "date 2025-09-02\n\nMOBILIZE PRK>KOR on 2025-09-01 occurred. CONSULT PRK>USA on 2025-10 planned.\n",
}
CLOCK = datetime(2025, 9, 3, 12, tzinfo=UTC)


@pytest.fixture
def plain(monkeypatch):
    """The module of the plain reader, importable by its name in this process and in those that it starts."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    return import_module("plain_reader")


@pytest.fixture
def builtin(plain, monkeypatch):
    """The plain reader in the place of the built-in one."""
    monkeypatch.setitem(readers.READERS, "builtin", plain.open_plain)
    return plain


@pytest.fixture
def folder(tmp_path):
    """Three documents of three days."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def desk(tmp_path, plain):
    return Desk(open_record(tmp_path / "record"), readers={"builtin": plain.open_plain, "dying": plain.open_dying})


@pytest.fixture
def full_desk(desk, folder):
    """A desk whose record holds the three documents."""
    desk.read([folder], clock=lambda: CLOCK)
    return desk
