"""README shows the house as the table has it."""

import importlib.util

import pytest

from stateofplay.house import DATA, LEAVES, ROOMS


@pytest.fixture(scope="module")
def draw_house(root):
    spec = importlib.util.spec_from_file_location("draw_house", root / "scripts" / "draw_house.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_readme_shows_the_picture_of_today(draw_house, root):
    text = (root / "README.md").read_text(encoding="utf-8")
    assert draw_house.placed(text) == text, "run python scripts/draw_house.py"


def test_the_picture_holds_every_room_every_arrow_and_every_data_folder(draw_house):
    picture = draw_house.draw()
    for room, may in ROOMS.items():
        assert f" {room:9}  may use  {', '.join(may)}" in picture
    for room, kind in LEAVES.items():
        assert f"{room} ──{kind}──▶" in picture
    assert all(f"{folder}/" in picture for folder in DATA)


def test_the_picture_follows_the_table(draw_house, monkeypatch):
    monkeypatch.setattr(draw_house, "ROOMS", {"cellar": (), "kitchen": ("cellar",), "hall": ("kitchen",)})
    monkeypatch.setattr(draw_house, "LEAVES", {"kitchen": "Meal"})
    assert " kitchen ──Meal──▶ hall\n" in draw_house.draw()
    assert " hall     may use  kitchen\n" in draw_house.draw()


def test_an_old_picture_is_replaced_and_the_rest_of_the_text_stays(draw_house):
    old = f"before\n{draw_house.BEGIN}an older house\n{draw_house.END}\nafter\n"
    assert draw_house.placed(old) == f"before\n{draw_house.BEGIN}{draw_house.draw()}{draw_house.END}\nafter\n"


def test_a_readme_without_a_place_for_it_is_refused(draw_house):
    with pytest.raises(ValueError, match="no place"):
        draw_house.placed("# State of Play\n")
