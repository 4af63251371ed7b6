"""Adds the documents numbered FIRST..LAST to the record in FOLDER, and says of each when it is acknowledged."""

import sys

from stateofplay.record.record import open_record
from tests.record.cases import NOON, numbered


def main(folder: str, first: int, last: int) -> None:
    record = open_record(folder)
    for number in range(first, last + 1):
        record.add([numbered(number)], recorded_at=NOON)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
