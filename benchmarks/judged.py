"""Judge by hand what the reader says of real pages, and keep what it was right for, to learn its confidence from.

    python benchmarks/judged.py propose PAGES    read PAGES/LANGUAGE/NAME.txt; write NAME.events.jsonl beside, and print
    python benchmarks/judged.py gather PAGES     read the judgements too; write benchmarks/judged/

A page may begin with a line `date YYYY-MM-DD`. Judgements stand in PAGES/LANGUAGE/labels.tsv: page, n of the event, and
whether its type, its source and its target are right, each 1 or 0, under a line with these names. What is gathered has
the reasons of each event, as they were when it was proposed, and whether it was right, but no text: pages are not ours
to ship. Events of a reader that was mended on the same pages would be right more often than those of other pages.
"""

import argparse
import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from stateofplay.day import Day
from stateofplay.documents.document import Language
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import EventClaim

OUT = Path(__file__).parent / "judged"
REASONS, EVENTS = "reasons.txt", "events.tsv"
COLUMNS = ("language", "page", "type", "actors", "reasons")
LABELS = ("page", "n", "type", "source", "target")


def proposed(page: Path) -> Iterator[dict[str, Any]]:
    """Each event that the rules find on a page, also those too unsure to be stated, numbered from 1."""
    text, day = page.read_text(encoding="utf-8"), None
    if text.startswith("date "):
        head, text = text.split("\n", 1)
        day = Day.parse(head.removeprefix("date ").strip())
    language = Language(page.parent.name)
    document = document_from_text(text, path=page.name, published=day, language=language)
    number = 0
    for passage, told in open_reader().tell(document, all_events=True):
        if isinstance(told.claim, EventClaim):
            number += 1
            yield {
                "n": number,
                "passage": passage.text,
                "start": told.start,
                "end": told.end,
                "quote": passage.text[told.start : told.end],
                "type": told.claim.type,
                "source": sorted(told.claim.source),
                "target": sorted(told.claim.target),
                "status": told.status.value,
                "confidence": round(told.sureness, 3),
                "reasons": list(told.reasons),
            }


def propose(pages: list[Path]) -> None:
    """Write the events of each page beside it, and print them with the words before and after, to be judged."""
    for page in pages:
        events = list(proposed(page))
        lines = [json.dumps(event, ensure_ascii=False) + "\n" for event in events]
        page.with_suffix(".events.jsonl").write_text("".join(lines), encoding="utf-8")
        print("=====", page.stem)
        for event in events:
            sides = f"{'|'.join(event['source']) or '-'} > {'|'.join(event['target']) or '-'}"
            around = event["passage"][max(0, event["start"] - 120) : event["end"] + 80].replace("\n", " ")
            print(f"{event['n']:3d} [{event['type']} {sides} {event['status']} {event['confidence']:.2f}]")
            print(f"    {event['quote']}\n    in: {around}")


def labels(folder: Path) -> dict[tuple[str, int], tuple[bool, bool]]:
    """Whether the type, and the type and both sides, were judged right, by page and number."""
    with (folder / "labels.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    if rows and not set(LABELS) <= set(rows[0]):
        raise SystemExit(f"{folder / 'labels.tsv'}: the first line must name the columns {', '.join(LABELS)}")
    right = {(row["page"], int(row["n"])): [row[name] == "1" for name in LABELS[2:]] for row in rows}
    return {key: (found[0], all(found)) for key, found in right.items()}


def judged(folder: Path) -> Iterator[tuple[str, bool, bool, list[str]]]:
    """Of each event that was judged: page, whether its type is right, whether all is, and what it was read for."""
    known = labels(folder)
    for file in sorted(folder.glob("*.events.jsonl")):
        page = file.name.removesuffix(".events.jsonl")
        for event in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
            if (page, event["n"]) in known:
                yield page, *known[page, event["n"]], event["reasons"]


def gather(root: Path) -> None:
    """Write all judgements of the pages under `root`, each with what the event was read for."""
    found = [(folder.name, *one) for folder in sorted(root.iterdir()) if folder.is_dir() for one in judged(folder)]
    reasons = sorted({reason for *_, all_reasons in found for reason in all_reasons})
    number = {reason: str(at) for at, reason in enumerate(reasons)}
    rows = [
        (language, page, str(int(typed)), str(int(right)), " ".join(number[reason] for reason in why))
        for language, page, typed, right, why in found
    ]
    OUT.mkdir(exist_ok=True)
    (OUT / REASONS).write_text("\n".join(reasons) + "\n", encoding="utf-8")
    (OUT / EVENTS).write_text("\n".join("\t".join(row) for row in (COLUMNS, *rows)) + "\n", encoding="utf-8")
    print(
        f"{len(rows)} events, {sum(one[3] for one in found)} of them right in type and actors, {len(reasons)} reasons"
    )


def examples() -> Iterator[tuple[str, tuple[str, ...], bool, bool]]:
    """Of each event that was gathered: language and page, its reasons, whether all is right, whether its type is."""
    reasons = (OUT / REASONS).read_text(encoding="utf-8").splitlines()
    with (OUT / EVENTS).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            why = tuple(reasons[int(at)] for at in row["reasons"].split())
            yield f"{row['language']} {row['page']}", why, row["actors"] == "1", row["type"] == "1"


def main() -> None:
    """Propose or gather."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("what", choices=("propose", "gather"))
    options.add_argument("pages", type=Path)
    given = options.parse_args()
    if not given.pages.is_dir():
        raise SystemExit(f"{given.pages}: no such folder; give one with a folder of pages for each language in it")
    if given.what == "propose":
        propose(sorted(given.pages.glob("*/*.txt")))
    else:
        gather(given.pages)


if __name__ == "__main__":
    main()
