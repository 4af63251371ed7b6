"""The picture of the house, drawn from the table in `stateofplay.house`; run as a script it puts it into README.md.

The row is the journey of the data: rooms that a type leaves, in order, with that type on the arrow, up to the
doors (rooms that no room imports). Under it lie the floor (rooms that import none) and the folders of data.
"""

import sys
from pathlib import Path

from stateofplay.house import DATA, LEAVES, ROOMS

README = Path(__file__).resolve().parent.parent / "README.md"
BEGIN, END = "<!-- house: drawn by scripts/draw_house.py -->\n```text\n", "```\n<!-- /house -->"
ENTRY = " files, folders, pages, feeds"


def draw() -> str:
    """The picture as text, ending in a line break."""
    imported = {room for rooms in ROOMS.values() for room in rooms}
    doors = [room for room in ROOMS if room not in imported]
    floor = [room for room, may in ROOMS.items() if not may]
    row = " " + " ".join(f"{room} ──{kind}──▶" for room, kind in LEAVES.items()) + " " + " · ".join(doors)
    line = " " + "─" * (len(row) - 1)
    below = f" {' · '.join(floor)}   ·   data, never code: {' '.join(f'{folder}/' for folder in DATA)}"
    return "\n".join([ENTRY, "     │", "     ▼", row, line, below, "", *arrows()]) + "\n"


def arrows() -> list[str]:
    """One line a room: what it may import."""
    width = max(map(len, ROOMS))
    return [f" {room:{width}}  may use  {', '.join(may) or 'no other room'}" for room, may in ROOMS.items()]


def placed(text: str) -> str:
    """`text` of the README with the picture of today; ValueError where its place is not marked."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("README.md has no place for the picture of the house")
    return f"{before}{BEGIN}{draw()}{END}{after}"


if __name__ == "__main__":
    README.write_text(placed(README.read_text(encoding="utf-8")), encoding="utf-8")
    sys.stdout.write(draw())
