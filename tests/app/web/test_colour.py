"""Every pair of colours that stand on each other keeps to WCAG 2.2 AA, light and dark."""

import re
from pathlib import Path

import pytest

STYLE = Path(__file__).parents[3] / "frontend" / "style"
PAIR = re.compile(r"--([\w-]+): light-dark\((#[0-9a-f]{6})(?:[0-9a-f]{2})?, (#[0-9a-f]{6})(?:[0-9a-f]{2})?\);")
SHADES = ("p1", "p2", "p3", "p4", "zero", "n1", "n2", "n3", "n4")
TEXT = [
    *((front, ground) for front in ("ink", "quiet", "link") for ground in ("paper", "sheet", "sunk")),
    *(("ink", shade) for shade in SHADES),
    *(("ink", mark) for mark in ("mark", "mark-deep", "mark-now")),
    *(("link", mark) for mark in ("mark", "mark-deep")),
    *((sign, ground) for sign in ("plus", "minus") for ground in ("paper", "sheet")),
    ("quiet", "mark"),
    ("paper", "link"),
]
SHAPES = [
    *((shape, ground) for shape in ("edge", "focus", "plus", "minus") for ground in ("paper", "sheet", "sunk")),
    *(("focus", shade) for shade in ("p1", "n1", "zero")),
]


@pytest.fixture(scope="module")
def colours():
    found = PAIR.findall((STYLE / "colour.css").read_text("utf-8"))
    return {name: (light, dark) for name, light, dark in found}


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground"), TEXT)
def test_text_is_readable(colours, front, ground, theme):
    assert contrast(colours[front][theme], colours[ground][theme]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground"), SHAPES)
def test_shapes_are_seen(colours, front, ground, theme):
    assert contrast(colours[front][theme], colours[ground][theme]) >= 3


def test_no_other_file_names_a_colour():
    for path in sorted(STYLE.glob("*.css")):
        if path.name != "colour.css":
            assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", path.read_text("utf-8")) == [], path.name


def test_every_colour_that_is_used_is_there_and_the_other_way_round(colours):
    text = "\n".join(path.read_text("utf-8") for path in STYLE.glob("*.css"))
    used = {name for name in re.findall(r"var\(--([\w-]+)\)", text) if not re.search("serif|sans", name)}
    assert used == set(colours)


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
