"""A record may stand in any folder that a person would make; where it cannot, it says so before anything is written."""

import os

import pytest

from stateofplay.errors import YourInput
from stateofplay.record.check import check
from stateofplay.record.record import open_record
from tests.record.cases import NOON, document, reading, telling

NAMES = ["state of play", "日本 한국 é", "100% done", "it's", "a#b", "a;b,c"]
# Names that Windows forbids.
WILD = [] if os.name == "nt" else ["*b", "what?", 'the "record"']


@pytest.mark.parametrize("name", NAMES + WILD)
def test_it_is_written_read_and_checked_under_any_name(tmp_path, name):
    made = document()
    open_record(tmp_path / name).add([reading(made, telling(made))], recorded_at=NOON)
    record = open_record(tmp_path / name)
    assert list(record.documents()) == [made]
    assert len(list(record.events())) == 1
    assert check(record) == ()


def test_a_wildcard_in_its_name_does_not_let_a_neighbour_in(tmp_path):
    if os.name == "nt":
        pytest.skip("no such names on Windows")
    for name, text in (("b*", "one"), ("bc", "two")):
        made = document(text)
        open_record(tmp_path / name).add([reading(made, telling(made))], recorded_at=NOON)
    (only,) = open_record(tmp_path / "b*").documents()
    assert only == document("one")


@pytest.mark.parametrize("name", ["[a]", "a]", "100%20x"])
def test_a_name_that_delta_cannot_take_is_refused_and_nothing_is_written(tmp_path, name):
    with pytest.raises(YourInput, match="cannot stand") as refused:
        open_record(tmp_path / name)
    assert "--record" in refused.value.mend
    assert list(tmp_path.iterdir()) == []


def test_a_folder_above_counts_too(tmp_path, monkeypatch):
    (tmp_path / "[a]").mkdir()
    monkeypatch.chdir(tmp_path / "[a]")
    with pytest.raises(YourInput, match="cannot stand"):
        open_record("record")
