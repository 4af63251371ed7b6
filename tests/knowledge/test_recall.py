"""Recall: the cache gives what parsing gives, never something older, and its loss costs nothing but time."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from stateofplay.knowledge.recall import SHORT, folder, recalled
from stateofplay.knowledge.region import available
from stateofplay.knowledge.table import data

LONG = "- {person: 金, from: 2025-03-05, to: 2025-07, rank: 1, acting: true, note: }\n" * (SHORT // 60)


class Parser:
    """A parser that counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, text: str) -> object:
        self.asked += 1
        return yaml.safe_load(text)


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    found = folder()
    assert found == tmp_path / "stateofplay" / "parsed"
    return found


def test_what_was_parsed_is_read_back_equal(cache: Path) -> None:
    parse = Parser()
    first, second = (recalled("a.yaml", LONG, parse) for _ in range(2))
    assert (parse.asked, second) == (1, first)
    assert second[0]["from"] == date(2025, 3, 5) and second[0]["to"] == "2025-07" and second[0]["note"] is None
    assert [file.name for file in cache.iterdir()] == ["a.yaml.json"]


def test_a_changed_text_is_parsed_anew_and_takes_the_place_of_the_old(cache: Path) -> None:
    parse = Parser()
    recalled("a.yaml", LONG, parse)
    changed = recalled("a.yaml", LONG.replace("金", "李"), parse)
    assert (parse.asked, changed[0]["person"], len(list(cache.iterdir()))) == (2, "李", 1)


def test_a_short_text_is_not_kept(cache: Path) -> None:
    assert recalled("a.yaml", "- 1", yaml.safe_load) == [1]
    assert not cache.exists()


@pytest.mark.parametrize("torn", ["", "\n", "{", "\ud7ff"])
def test_a_torn_cache_is_made_again(cache: Path, torn: str) -> None:
    parse = Parser()
    wanted = recalled("a.yaml", LONG, parse)
    place = cache / "a.yaml.json"
    place.write_text(place.read_text(encoding="utf-8").partition("\n")[0] + "\n" + torn, encoding="utf-8")
    assert (recalled("a.yaml", LONG, parse), parse.asked) == (wanted, 2)
    assert (recalled("a.yaml", LONG, parse), parse.asked) == (wanted, 2)


def test_a_user_without_a_home_has_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("no home")

    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    parse = Parser()
    assert folder() is None
    assert recalled("a.yaml", LONG, parse) == recalled("a.yaml", LONG, parse)
    assert parse.asked == 2


def test_a_folder_that_cannot_be_made_costs_only_time(cache: Path) -> None:
    cache.parent.write_text("a file where the folder would be", encoding="utf-8")
    parse = Parser()
    assert recalled("a.yaml", LONG, parse) == recalled("a.yaml", LONG, parse)
    assert parse.asked == 2


@pytest.mark.parametrize("text", ["- {1: one}\n", "- 2025-03-05T10:00:00\n", "- !!set {a, b}\n", "- .nan\n"])
def test_what_would_not_read_back_equal_is_not_kept(cache: Path, text: str) -> None:
    parse = Parser()
    recalled("a.yaml", text * SHORT, parse)
    recalled("a.yaml", text * SHORT, parse)
    assert parse.asked == 2
    assert not cache.exists()


def test_faults_are_raised_and_nothing_is_kept(cache: Path) -> None:
    with pytest.raises(yaml.YAMLError):
        recalled("a.yaml", "- [1\n" * SHORT, yaml.safe_load)
    assert not cache.exists()


@pytest.mark.parametrize("id", available())
def test_the_files_of_every_region_read_back_equal(id: str) -> None:
    for name in ("persons.yaml", "offices.yaml"):
        file = data("regions", id, name)
        text = file.read_text(encoding="utf-8")
        parse = Parser()
        assert recalled(f"{id}-{name}", text, parse) == recalled(f"{id}-{name}", text, parse)
        assert parse.asked == 1
