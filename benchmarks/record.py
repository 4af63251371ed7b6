"""Times of the record: makes one of N synthetic statements, the same for the same seed, and times what users wait for.

    python benchmarks/record.py [--statements 100000] [--seed 1] [--record DIR]

Import, opening and the first event table are timed in a fresh process on one thread, the best of three. A record that
is already in DIR is used as it is.
"""

import argparse
import hashlib
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from stateofplay.day import Day
from stateofplay.documents.document import Document, Language, Passage
from stateofplay.reading.statement import EventClaim, ForecastClaim, Statement, Status
from stateofplay.record.addition import Reading
from stateofplay.record.check import check
from stateofplay.record.record import open_record

ACTORS = (
    "KOR",
    "PRK",
    "USA",
    "CHN",
    "JPN",
    "RUS",
    "TWN",
    "UKR",
    "VEN",
    "AUS",
    "PHL",
    "VNM",
    "IND",
    "DEU",
    "FRA",
    "NATO",
)
TYPES = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "SANCTION",
    "MOBILIZE",
)
FIRST_DAY = date(2015, 1, 1)
DAYS = 4000
PER_DOCUMENT = 8
READER = "synthetic/1"
RECORDED_AT = datetime(2026, 1, 1, tzinfo=UTC)

FRESH = """
import time
def now(): return time.perf_counter(), time.process_time()
moments = [now()]
from stateofplay.record.record import open_record
moments.append(now())
record = open_record({path!r}, create=False)
moments.append(now())
record.snapshot().query("SET threads = 1")
{work}
moments.append(now())
for before, after in zip(moments, moments[1:]):
    print(after[0] - before[0], after[1] - before[1])
"""
STEPS = ("import", "open", "work")
KNOWN = "import datetime; record.event_table(datetime.date(2020, 1, 1))"


def readings(statements: int, seed: int) -> Iterator[Reading]:
    """Documents of eight statements each: events of some weeks before, a fifth undated or vague, some told twice."""
    chance = random.Random(seed)
    for number in range(0, statements, PER_DOCUMENT):
        yield reading(number, min(PER_DOCUMENT, statements - number), chance)


def reading(number: int, count: int, chance: random.Random) -> Reading:
    sentences = [f"Sentence {number + i} tells of {chance.random():.12f}. " for i in range(count)]
    text = "".join(sentences)
    published = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(
        id=digest[:24],
        path=f"{number}.txt",
        raw_hash=digest,
        text=text,
        passages=tuple(passages(sentences)),
        title=f"Document {number}",
        publisher=f"Outlet {chance.randrange(60)}",
        published=Day.on(published),
        published_by="user",
    )
    said: list[Statement] = []
    for passage in document.passages:
        said.append(statement(document, passage, published, said, chance))
    return Reading(document=document, raw=None, statements=tuple(said), reader=READER)


def passages(sentences: list[str]) -> Iterator[Passage]:
    start = 0
    for sentence in sentences:
        yield Passage(start=start, end=start + len(sentence), text=sentence, language=Language.EN)
        start += len(sentence)


def statement(
    document: Document, passage: Passage, published: date, before: list[Statement], chance: random.Random
) -> Statement:
    event = chance.random() < 0.85
    same = before[0] if before and event and chance.random() < 0.1 and before[0].kind == "event" else None
    return Statement(
        document=document.id,
        path=document.path,
        start=passage.start,
        end=passage.end,
        quote=passage.text,
        language=passage.language.value,
        status=chance.choices(list(Status), (70, 10, 12, 4, 4))[0],
        claim=event_claim(published, chance) if event else ForecastClaim(by="author", what="x", likelihood="likely"),
        reader=READER,
        confidence=round(chance.random(), 3),
        published=document.published,
        same_as=same.id if same else "",
        why=("synthetic",),
    )


def event_claim(published: date, chance: random.Random) -> EventClaim:
    # A few pairs make most of the news, as they do in the world.
    source, target = (ACTORS[min(int(chance.expovariate(0.25)), len(ACTORS) - 1)] for _ in range(2))
    first = published - timedelta(days=chance.randrange(45))
    length = chance.choices((1, 3, 31, 365, 0), (70, 6, 8, 2, 14))[0]
    return EventClaim(
        type=chance.choice(TYPES),
        source=(source,),
        target=() if source == target else (target,),
        happened=Day(first, first + timedelta(days=length)) if length else None,
    )


def timed(name: str, work: Callable[[], Any]) -> Any:
    start, cpu = time.perf_counter(), time.process_time()
    result = work()
    print(f"{name:42} {time.perf_counter() - start:8.2f} s  {time.process_time() - cpu:8.2f} CPU-s")
    return result


def fresh(path: str, work: str) -> list[tuple[float, float]]:
    """Wall and processor seconds to import, to open and to do `work`, in a process of its own: the best of three."""
    code = FRESH.format(path=path, work=work)
    runs = [subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True) for _ in range(3)]
    times = [[(float(wall), float(cpu)) for wall, cpu in map(str.split, run.stdout.splitlines())] for run in runs]
    return min(times, key=lambda steps: sum(wall for wall, _ in steps))


def measure(path: str, statements: int, seed: int) -> None:
    new = not Path(path).exists()
    record = open_record(path)
    if new:
        timed(f"add {statements:,} statements", lambda: record.add(readings(statements, seed), recorded_at=RECORDED_AT))
    table = timed("event table, warm process", record.event_table)
    print(f"{table.num_rows:,} events, {record.telling_table().num_rows:,} tellings")
    timed("event table again", record.event_table)
    ids = table["event"].to_pylist()[:50]
    timed("50 events as objects", lambda: list(record.events(ids=ids)))
    timed("one document as object", lambda: record.document(table["documents"][0][0].as_py()))
    for name, work in (("event_table()", "record.event_table()"), ("known half way", KNOWN)):
        for step, (wall, cpu) in zip(STEPS, fresh(path, work), strict=True):
            print(f"{f'fresh process, {name}: {step}':42} {wall:8.2f} s  {cpu:8.2f} CPU-s")
    problems = timed("check", lambda: check(record))
    print(f"{len(problems)} problems")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--record", help="folder to make or use; a temporary one by default")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(asked.record or str(Path(folder) / "record"), asked.statements, asked.seed)


if __name__ == "__main__":
    main()
