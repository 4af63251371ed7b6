"""How well tellings are joined into events: pairwise precision, recall and F1, within a language and across languages.

    python benchmarks/joining.py [--wrong]

Every pair of tellings in `tests/cases/joining/tellings.tsv` is a question: do the two tell one act? The statements are
the hand's, so that what is measured is the joining and not the reading. Both scripts of Chinese are one language.
`--wrong` lists the pairs that were answered wrongly.
"""

import argparse
import csv
import hashlib
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

from stateofplay.day import Day
from stateofplay.documents.document import Document, Language, Passage
from stateofplay.reading.statement import EventClaim, Statement, Status
from stateofplay.record.addition import Reading
from stateofplay.record.record import open_record

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases" / "joining" / "tellings.tsv"
READER = "hand/1"
RECORDED = datetime(2026, 3, 1, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Telling:
    """One row of the cases: the statement made of it, and the act that it tells by the hand's judgement."""

    act: str
    language: str
    text: str
    statement: Statement


@dataclass(frozen=True, kw_only=True)
class Figures:
    """Counts of pairs: joined by both, by the rule alone, by the hand alone."""

    right: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of the rule's pairs that are the hand's, 0..1; 1.0 for no pairs."""
        return self.right / (self.right + self.false) if self.right + self.false else 1.0

    @property
    def recall(self) -> float:
        """Share of the hand's pairs that the rule makes, 0..1; 1.0 for no pairs."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        return 2 * self.right / (2 * self.right + self.false + self.missed) if self.right else 0.0


def read_cases() -> tuple[list[Reading], list[Telling]]:
    """The documents of the cases as readings, and their tellings."""
    lines = (line for line in CASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    by_document: dict[str, list[dict[str, str]]] = defaultdict(list)
    for number, row in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)):
        by_document[row["document"] or f"row-{number}"].append(row)
    readings, tellings = [], []
    for name, rows in by_document.items():
        document = _document(name, rows)
        told = [_telling(row, document) for row in rows]
        tellings += told
        statements = tuple(telling.statement for telling in told)
        readings.append(Reading(document=document, raw=None, statements=statements, reader=READER))
    return readings, tellings


def _document(name: str, rows: list[dict[str, str]]) -> Document:
    text = "\n".join(row["text"] for row in rows)
    passages, start = [], 0
    for number, row in enumerate(rows):
        end = start + len(row["text"])
        passages.append(
            Passage(start=start, end=end, text=row["text"], language=Language(row["lang"]), paragraph=number)
        )
        start = end + 1
    digest = hashlib.sha256(f"{name}\n{text}".encode()).hexdigest()
    return Document(
        id=digest[:24],
        path=f"{name}.txt",
        raw_hash=digest,
        text=text,
        passages=tuple(passages),
        published=Day.parse(rows[0]["published"]),
        published_by="user",
        publisher=name,
    )


def _telling(row: dict[str, str], document: Document) -> Telling:
    source, _, target = row["who"].partition(">")
    claim = EventClaim(
        type=row["type"],
        source=tuple(source.split()),
        target=tuple(target.split()),
        happened=Day.parse(row["days"]) if row["days"] else None,
        people=tuple(row["people"].split(";")) if row["people"] else (),
    )
    start = document.text.index(row["text"])
    statement = Statement(
        document=document.id,
        path=document.path,
        start=start,
        end=start + len(row["text"]),
        quote=row["text"],
        language=row["lang"],
        status=Status(row["status"]),
        claim=claim,
        reader=READER,
        confidence=1.0,
        published=document.published,
    )
    return Telling(act=row["act"], language=row["lang"][:2], text=row["text"], statement=statement)


def joined(readings: list[Reading]) -> dict[str, str]:
    """Statement id → event, as the record joins them."""
    with tempfile.TemporaryDirectory() as folder:
        record = open_record(Path(folder) / "record")
        record.add(readings, recorded_at=RECORDED)
        table = record.telling_table().select(["id", "event"])
        return dict(zip(table["id"].to_pylist(), table["event"].to_pylist(), strict=True))


def measured() -> tuple[dict[str, Figures], list[tuple[str, Telling, Telling]]]:
    """Figures `within` a language, `across` languages and of `all` pairs; and the pairs answered wrongly."""
    readings, tellings = read_cases()
    event = joined(readings)
    counts: Counter[tuple[str, str]] = Counter()
    wrong: list[tuple[str, Telling, Telling]] = []
    for one, other in combinations(tellings, 2):
        same, said = one.act == other.act, event[one.statement.id] == event[other.statement.id]
        if not same and not said:
            continue
        answer = "right" if same and said else "false" if said else "missed"
        for where in ("within" if one.language == other.language else "across", "all"):
            counts[where, answer] += 1
        if answer != "right":
            wrong.append((answer, one, other))
    return {where: _figures(counts, where) for where in ("within", "across", "all")}, wrong


def _figures(counts: Counter[tuple[str, str]], where: str) -> Figures:
    return Figures(right=counts[where, "right"], false=counts[where, "false"], missed=counts[where, "missed"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="list the pairs answered wrongly")
    asked = parser.parse_args()
    figures, wrong = measured()
    for where, found in figures.items():
        print(
            f"{where:7} precision {found.precision:.3f} recall {found.recall:.3f} F1 {found.f1:.3f} "
            f"({found.right} right, {found.false} false, {found.missed} missed)"
        )
    for answer, one, other in wrong if asked.wrong else ():
        print(f"{answer:7}{one.act} {one.text}\n       {other.act} {other.text}")


if __name__ == "__main__":
    main()
