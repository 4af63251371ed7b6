"""Times of the board: from a record of N synthetic statements on disk to all relations of a day, and one opened.

    python benchmarks/board.py [--statements 100000] [--seed 1] [--record DIR]

Everything runs in a fresh process; the best of three counts. The record is that of benchmarks/record.py; one that is
already in DIR is used as it is.
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
marks = [time.perf_counter()]
def mark(): marks.append(time.perf_counter())
from stateofplay.board.board import board_of
from stateofplay.record.record import open_record
mark()
record = open_record({path!r}, create=False); mark()
board = board_of(record, date(2025, 6, 30)); relations = board.relations; mark()
events = relations[0].events; mark()
curve = board.curve(relations[0].source, relations[0].target, date(2024, 7, 1), date(2025, 6, 30)); mark()
earlier = board_of(record, date(2024, 6, 30)).relations; mark()
print(*(b - a for a, b in zip(marks, marks[1:])), len(board.evidence.acts.id), len(relations), len(events), len(curve))
"""

STEPS = (
    "import",
    "open the record",
    "the board, all relations",
    "one relation opened to its tellings",
    "its curve over a year",
    "the board of another day",
)


def measure(path: str) -> None:
    runs = [
        subprocess.run([sys.executable, "-c", FRESH.format(path=path)], check=True, capture_output=True, text=True)
        for _ in range(3)
    ]
    values = min((run.stdout.split() for run in runs), key=lambda row: sum(map(float, row[: len(STEPS)])))
    for step, seconds in zip(STEPS, values, strict=False):
        print(f"{step:36} {float(seconds):6.3f} s")
    acts, relations, events, points = values[len(STEPS) :]
    print(f"{acts} events that happened, {relations} relations, {events} events in the one opened, {points} points")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--record", help="folder to make or use; a temporary one by default")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.record or str(Path(folder) / "record")
        if not Path(path).exists():
            open_record(path).add(readings(asked.statements, asked.seed), recorded_at=RECORDED_AT)
        measure(path)


if __name__ == "__main__":
    main()
