"""Originals are kept once, whole or not at all, under the hash of their content."""

import pytest

from stateofplay.record.original import keep_original, original_path, read_original, write_whole
from tests.record.cases import sha


def test_bytes_are_kept_once(tmp_path):
    assert keep_original(tmp_path, sha(b"x"), b"x")
    assert not keep_original(tmp_path, sha(b"x"), b"x")
    assert read_original(tmp_path, sha(b"x")) == b"x"
    assert read_original(tmp_path, sha(b"y")) is None


@pytest.mark.parametrize("name", ["../../outside", "", "a/b", "."])
def test_a_hash_that_is_none_stays_inside(tmp_path, name):
    assert original_path(tmp_path, name).resolve().is_relative_to(tmp_path / "originals")
    keep_original(tmp_path, name, b"x")
    assert read_original(tmp_path, name) == b"x"


def test_a_write_cut_short_leaves_no_file(tmp_path, monkeypatch):
    def stop(_):
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "file", b"half")
    assert not (tmp_path / "file").exists()
