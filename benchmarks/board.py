"""Times of the board: from a record of N synthetic statements on disk to all relations of a day, and one opened.

    python benchmarks/board.py [--statements 100000] [--seed 1] [--record DIR] [--ledgers]

Everything runs in a fresh process; the best of three counts, since the first may have to make what is kept beside the
record: it is printed too. The record is
that of benchmarks/record.py; one that is already in DIR is used as it is.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from record import RECORDED_AT, readings

from stateofplay.record.record import open_record

FRESH = """
import time
from datetime import date
from itertools import islice
marks = [(time.perf_counter(), time.process_time())]
def mark(): marks.append((time.perf_counter(), time.process_time()))
from stateofplay.app.desk import open
mark()
desk = open({path!r}, create=False); mark()
board = desk.board(on=date(2025, 6, 30)); relations = board.relations; mark()
events = relations[0].events; mark()
curve = board.curve(relations[0].source, relations[0].target, date(2024, 7, 1), date(2025, 6, 30)); mark()
earlier = desk.board(on=date(2024, 6, 30)).relations; mark()
between = list(islice(desk.events(between=("KOR", "JPN")), 200)); mark()
told = list(desk.statements(document=between[0].tellings[0].document)); mark()
if {ledgers!r}:
    for between in (("KOR", "USA"), ("DEU", "FRA"), None):
        found = desk.promises(between=between)[:25]; mark()
    found = desk.promises(on=date(2020, 6, 30), known=date(2020, 12, 31))[:25]; mark()
    found = [one.changed for one in desk.positions()]; mark()
    found = desk.disagreements()[:25]; mark()
    found = [one.as_json() for one in desk.changes(date(2025, 8, 1)).moved]; mark()
for before, after in zip(marks, marks[1:]):
    print(after[0] - before[0], after[1] - before[1])
"""

STEPS = (
    "import",
    "open the record",
    "the board, all relations",
    "one relation opened to its tellings",
    "its curve over a year",
    "the board of another day",
    "200 events between two",
    "statements of a document",
    "25 promises of two who act often",
    "promises of two who act seldom",
    "25 promises of all",
    "the same, of another day as known on one",
    "positions, all",
    "25 disagreements",
    "changes since a day, with their drivers",
)


def measure(path: str, *, ledgers: bool) -> None:
    code = FRESH.format(path=path, ledgers=ledgers)
    runs = [subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True) for _ in range(3)]
    times = [[tuple(map(float, line.split())) for line in run.stdout.splitlines()] for run in runs]
    first = times[0]
    best = min(times, key=lambda steps: sum(cpu for _, cpu in steps))
    for step, (wall, cpu), (_, once) in zip(STEPS, best, first, strict=False):
        print(f"{step:42} {wall:7.3f} s  {cpu:7.3f} CPU-s, at first {once:7.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--ledgers", action="store_true", help="time the ledgers too")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--record", help="folder to make or use; a temporary one by default")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.record or str(Path(folder) / "record")
        if not Path(path).exists():
            open_record(path).add(readings(asked.statements, asked.seed), recorded_at=RECORDED_AT)
        measure(path, ledgers=asked.ledgers)


if __name__ == "__main__":
    main()
