"""Times of the board: from a record of N synthetic statements on disk to all relations of a day, and one opened.

    python benchmarks/board.py [--statements 100000] [--seed 1] [--record DIR] [--promises]

Everything runs in a fresh process; the best of three counts, since the first may have to join the events. The record is
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
if {promises!r}: found = desk.promises(between=("DEU", "FRA")); mark()
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
    "promises between two who act seldom",
)


def measure(path: str, *, promises: bool) -> None:
    code = FRESH.format(path=path, promises=promises)
    runs = [subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True) for _ in range(3)]
    times = [[tuple(map(float, line.split())) for line in run.stdout.splitlines()] for run in runs]
    best = min(times, key=lambda steps: sum(cpu for _, cpu in steps))
    for step, (wall, cpu) in zip(STEPS, best, strict=False):
        print(f"{step:36} {wall:7.3f} s  {cpu:7.3f} CPU-s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--promises", action="store_true", help="time the ledger of promises too")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--record", help="folder to make or use; a temporary one by default")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.record or str(Path(folder) / "record")
        if not Path(path).exists():
            open_record(path).add(readings(asked.statements, asked.seed), recorded_at=RECORDED_AT)
        measure(path, promises=asked.promises)


if __name__ == "__main__":
    main()
