"""Whether days of the calendar show in event data: acts in the days around an occasion against what chance would bring.

    python benchmarks/occasions.py DATA

DATA is a folder in the form of the public ICEWS14 benchmark (`train.txt` and so on, the tables of ids,
`relations.tsv`). Actors of a state count as the state. Prints, for the customs of the region's calendar that fall on
one day, and for what North Korea does during joint exercises, the days with such an act and the days to be expected.
"""

import argparse
import csv
import re
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

from stateofplay.day import Day
from stateofplay.errors import NotFound
from stateofplay.knowledge.actor import resolve
from stateofplay.knowledge.region import region

YEAR = date(2014, 1, 1)
AROUND = timedelta(days=2)
EXERCISES = (Day.parse("2014-02-24..2014-04-18"), Day.parse("2014-08-18..2014-08-28"))
"""Key Resolve with Foal Eagle, and Ulchi Freedom Guardian, by general knowledge."""

Act = tuple[str, str, str]


def names(path: Path) -> dict[int, str]:
    return {int(row[1]): row[0] for row in csv.reader(path.open(encoding="utf-8"), delimiter="\t")}


def state(name: str, known: dict[str, str]) -> str:
    """The state that a name stands for: `Police_(Japan)` and `Japan` are JPN; "" for any other."""
    if name not in known:
        inside = re.search(r"\(([^()]*)\)$", name)
        try:
            known[name] = resolve((inside[1] if inside else name).replace("_", " "))
        except NotFound:
            known[name] = ""
    return known[name]


def days_of(folder: Path) -> dict[Act, set[date]]:
    """Act → the days on which it is told."""
    entity, relation = names(folder / "entity2id.txt"), names(folder / "relation2id.txt")
    table = csv.DictReader((folder / "relations.tsv").open(encoding="utf-8"), delimiter="\t")
    type = {row["relation"]: row["plover"] for row in table}
    found: dict[Act, set[date]] = defaultdict(set)
    known: dict[str, str] = {}
    for part in ("train", "valid", "test"):
        for line in (folder / f"{part}.txt").open(encoding="utf-8"):
            source, kind, target, hour = (int(cell) for cell in line.split("\t")[:4])
            ends = state(entity[source], known), state(entity[target], known)
            if all(ends) and ends[0] != ends[1]:
                found[ends[0], type[relation[kind]], ends[1]].add(YEAR + timedelta(days=hour // 24))
    return found


def held(days: set[date], near: set[date]) -> tuple[int, float]:
    """Days of an act among those near an occasion, and how many there would be if it fell as on all other days."""
    others = 365 - len(near)
    return len(days & near), len(days - near) * len(near) / others


def stretch(days: Day, around: timedelta = timedelta()) -> set[date]:
    first, last = days.first - around, days.last + around
    return {first + timedelta(days=n) for n in range((last - first).days + 1)}


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("data", type=Path)
    days = days_of(asked.parse_args().data)
    told, expected = 0, 0.0
    for occasion in region("northeast_asia").calendar:
        falls = occasion.falls(YEAR.year)
        for custom in occasion.customs if falls and falls.precision == "day" else ():
            near = stretch(falls, AROUND) if falls else set()
            here, chance = held(days[custom.source, custom.type, custom.target], near)
            told, expected = told + here, expected + chance
            print(f"{occasion.id:28} {custom.source} {custom.type:8} {custom.target}  {here:3}  {chance:5.1f}")
    print(f"{'all customs of one day':48} {told:3}  {expected:5.1f}")
    exercise = set().union(*(stretch(days) for days in EXERCISES))
    for type in ("ACCUSE", "THREATEN", "MOBILIZE", "ASSAULT"):
        for target in ("KOR", "USA"):
            here, chance = held(days["PRK", type, target], exercise)
            print(f"{'joint exercises':28} PRK {type:8} {target}  {here:3}  {chance:5.1f}")


if __name__ == "__main__":
    main()
