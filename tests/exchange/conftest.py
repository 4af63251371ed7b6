"""Files of event data of our own making, and records to take them into."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from stateofplay.exchange.incoming.intake import take_in
from stateofplay.record.record import open_record

CLOCK = datetime(2026, 1, 1, tzinfo=UTC)
CASES = Path(__file__).parent.parent / "cases" / "exchange"


@pytest.fixture
def record(tmp_path):
    return open_record(tmp_path / "record")


@pytest.fixture
def take(record):
    """`take("gdelt", path)` imports a file; `take("gdelt", content=...)` one of that text or bytes."""

    def taken(format, *paths, content=None, **options):
        if content is not None:
            file = record.folder.parent / f"{format}.txt"
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
            paths = (*paths, file)
        return take_in(record, paths, format, lambda: CLOCK, **options)

    return taken


@pytest.fixture
def case():
    """`case("gdelt")` is the path of the file of that format among the golden cases."""
    return lambda format: next(path for path in CASES.iterdir() if path.stem == format and path.suffix != ".expected")
