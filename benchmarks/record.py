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
from stateofplay.reading.statement import (
    CauseClaim,
    Claim,
    CommitmentClaim,
    EventClaim,
    ForecastClaim,
    PositionClaim,
    Statement,
    Status,
)
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
MATTERS = ("tariffs", "the shipyards", "the strait", "a summit", "missiles", "rare earths", "visas", "the border")
FATES = ("delayed", "reneged on", "fulfilled")
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
    """Documents of eight statements each, of all kinds; what they tell is of the weeks before, some of it twice."""
    chance = random.Random(seed)
    for number in range(0, statements, PER_DOCUMENT):
        yield reading(number, min(PER_DOCUMENT, statements - number), chance)


def reading(number: int, count: int, chance: random.Random) -> Reading:
    kinds = chance.choices(list(KINDS), list(KINDS.values()), k=count)
    sentences = [f"{sentence(kind, chance)} {number + i}. " for i, kind in enumerate(kinds)]
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
    for kind, passage in zip(kinds, document.passages, strict=True):
        said.append(statement(kind, document, passage, said, chance))
    return Reading(document=document, raw=None, statements=tuple(said), reader=READER)


def sentence(kind: str, chance: random.Random) -> str:
    """A sentence without number and full stop: a matter, a sum in some of them, a word of a promise's fate in few."""
    matter = chance.choice(MATTERS)
    if kind == "commitment" and chance.random() < 0.6:
        return f"They pledged {chance.randrange(1, 3000)} million dollars over {matter}, paper"
    fate = chance.choice(FATES) if chance.random() < 0.03 else "said"
    return f"What they {fate} of {matter} stands in paper"


def passages(sentences: list[str]) -> Iterator[Passage]:
    start = 0
    for sentence in sentences:
        yield Passage(start=start, end=start + len(sentence), text=sentence, language=Language.EN)
        start += len(sentence)


def statement(
    kind: str, document: Document, passage: Passage, before: list[Statement], chance: random.Random
) -> Statement:
    same = before[0] if before and before[0].kind == kind == "event" and chance.random() < 0.1 else None
    return Statement(
        document=document.id,
        path=document.path,
        start=passage.start,
        end=passage.end,
        quote=passage.text,
        language=passage.language.value,
        status=chance.choices(list(Status), (70, 10, 12, 4, 4))[0],
        claim=claim(kind, document.published, chance),
        reader=READER,
        confidence=round(chance.random(), 3),
        published=document.published,
        same_as=same.id if same else "",
        why=("synthetic",),
    )


def claim(kind: str, published: Day | None, chance: random.Random) -> Claim:
    by, toward = two(chance)
    happened = some_day(published, chance)
    if kind == "event":
        people = (f"Person {chance.randrange(400)}",) if chance.random() < 0.2 else ()
        target = () if by == toward else (toward,)
        return EventClaim(type=chance.choice(TYPES), source=(by,), target=target, happened=happened, people=people)
    if kind == "commitment":
        state = chance.choices(("offered", "agreed", "in-force", "delayed", "reversed"), (30, 40, 20, 6, 4))[0]
        served = () if by == toward else (toward,)
        return CommitmentClaim(by=(by,), what="a promise", state=state, beneficiary=served, happened=happened)
    if kind == "position":
        issue, stance = f"issue-{chance.randrange(30)}", chance.choice(("for", "against", "ambiguous"))
        return PositionClaim(holder=(by,), issue=issue, stance=stance)
    if kind == "forecast":
        likelihood = chance.choice(("likely", "possible", "unlikely"))
        foretold = {"type": chance.choice(TYPES), "source": (by,), "target": (toward,)} if chance.random() < 0.4 else {}
        return ForecastClaim(by="author", what="what may come", likelihood=likelihood, **foretold)
    return CauseClaim(cause="what was before", effect="what came of it")


def two(chance: random.Random) -> tuple[str, str]:
    """Two actors, at times the same: a few pairs make most of the news, as they do in the world."""
    first, second = (ACTORS[min(int(chance.expovariate(0.25)), len(ACTORS) - 1)] for _ in range(2))
    return first, second


def some_day(published: Day | None, chance: random.Random) -> Day | None:
    """Some day of the weeks before publication; a fifth are vague or none."""
    assert published
    first = published.first - timedelta(days=chance.randrange(45))
    length = chance.choices((1, 3, 31, 365, 0), (70, 6, 8, 2, 14))[0]
    return Day(first, first + timedelta(days=length)) if length else None


KINDS = {"event": 55, "position": 20, "commitment": 8, "forecast": 9, "cause": 8}
"""Kind of statement -> how many in a hundred."""


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
