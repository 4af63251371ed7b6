"""How well and how fast the built-in reader reads: F1 of every set by language and kind, speed, memory, start-up.

    python benchmarks/reading.py [--set NAME]... [--speed] [--write-floors] [--write-docs]

Sets: `open` and `held`, the two halves of our own sentences (tests/cases/reading); and, where the folder `shared`
stands beside the repository, `documents` and `pieces`, read by hand to the guide, and `peer` and `plv`, sentences coded
by others and scored by the scorer that comes with them. Floors are what was reached less 0.02.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from stateofplay.app.coding import code_lines
from stateofplay.documents.document import Document
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.evaluation.evaluate import Evaluation, evaluate
from stateofplay.reading.evaluation.gold import Case, open_gold
from stateofplay.reading.reader import Reader, open_reader

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
CASES = ROOT / "tests" / "cases" / "reading"
FLOORS = ROOT / "tests" / "measures" / "floors.yaml"
PAGE = ROOT / "docs" / "accuracy.md"
SCORER = SHARED / "bench" / "score_events.py"

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "ja", "ko")
MARGIN = 0.02
SHOWN = {"event": ("type", "actors", "status", "date")}
"""Levels of a kind that are measured; of the others, `place`."""

Figures = dict[str, dict[str, dict[str, dict[str, float]]]]
"""Set → language (or `all`) → kind → level → F1."""


@cache
def reader() -> Reader:
    return open_reader()


def _half(name: str) -> Iterable[Case]:
    return (case for tag in LANGUAGES for case in open_gold(CASES / f"{tag}.jsonl", only={"half": name}))


def _documents() -> Iterable[Case]:
    gold = sorted((SHARED / "gold").glob("*.jsonl"))
    return (case for file in gold for case in open_gold(file, [SHARED / "seeds"]))


def _pieces() -> Iterable[Case]:
    return (case for file in sorted((SHARED / "gold" / "languages").glob("*.jsonl")) for case in open_gold(file))


MARKED: dict[str, Callable[[], Iterable[Case]]] = {
    "open": lambda: _half("open"),
    "held": lambda: _half("held"),
    "documents": _documents,
    "pieces": _pieces,
}
CODED = {"peer": ("peer_dev.jsonl", ()), "plv": ("plv_train.jsonl", ("--same", "CONCEDE=RETREAT"))}
CODED_LEVELS = {"peer": ("type", "quad", "dyad"), "plv": ("type", "quad")}


def sets() -> tuple[str, ...]:
    """The sets that can be measured here."""
    marked = [name for name in MARKED if name in ("open", "held") or (SHARED / "gold").is_dir()]
    coded = [
        name for name, (file, _) in CODED.items() if SCORER.is_file() and (SCORER.parent / "peer" / file).is_file()
    ]
    return (*marked, *coded)


@cache
def measured(name: str) -> dict[str, dict[str, dict[str, float]]]:
    """Language → kind → level → F1 of one set."""
    return _coded(name) if name in CODED else _marked(evaluate(MARKED[name](), reader().read))


def _marked(found: Evaluation) -> dict[str, dict[str, dict[str, float]]]:
    figures = {"all": {kind: _levels(kind, found.by_kind(kind)) for kind in found.kinds}}
    for language in found.languages:
        by_kind = {kind: found.by_language(kind, language) for kind in found.kinds}
        told = {kind: _levels(kind, scores) for kind, scores in by_kind.items() if scores["place"].gold}
        figures[language] = told
    return figures


def _levels(kind: str, scores: Any) -> dict[str, float]:
    return {level: round(scores[level].f1, 3) for level in SHOWN.get(kind, ("place",))}


def _coded(name: str) -> dict[str, dict[str, dict[str, float]]]:
    file, options = CODED[name]
    gold = SCORER.parent / "peer" / file
    # The scorer knows the types of PLOVER alone, which is what `code` gives unless asked for more.
    answers = code_lines(gold.read_text(encoding="utf-8").splitlines(), reader())
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as read:
        read.writelines(json.dumps(answer, ensure_ascii=False) + "\n" for answer in answers)
        read.flush()
        command = [sys.executable, str(SCORER), str(gold), read.name, "--json", *options]
        told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["all"]
    return {"en": {"event": {level: told[level]["micro"]["f1"] for level in CODED_LEVELS[name]}}}


def floors(figures: Figures) -> Figures:
    """What must not be fallen below: every figure less the margin, and never below 0."""
    return {
        name: {
            language: {
                kind: {level: round(max(0.0, f1 - MARGIN), 3) for level, f1 in levels.items()}
                for kind, levels in kinds.items()
            }
            for language, kinds in by_language.items()
        }
        for name, by_language in figures.items()
    }


def held_floors() -> Figures:
    """The floors that are held now; none where the file is not there."""
    return (yaml.safe_load(FLOORS.read_text(encoding="utf-8")) or {}) if FLOORS.is_file() else {}


HEAD = """# Floors of the reader's F1: what was reached less 0.02. Set: language (or all): kind: level: floor.
# Origin: written by `python benchmarks/reading.py --write-floors`. Licence: Apache-2.0.
# Sets: see benchmarks/reading.py.
"""


def write_floors(figures: Figures) -> None:
    """Write the floors of the sets measured; those of the others stay."""
    whole = {**held_floors(), **floors(figures)}
    FLOORS.write_text(
        HEAD + yaml.safe_dump(whole, sort_keys=False, default_flow_style=None, width=120), encoding="utf-8"
    )


TITLES = {
    "open": "Own sentences, open half",
    "held": "Own sentences, held half",
    "documents": "Analyses read by hand",
    "pieces": "Hard pieces read by hand",
    "peer": "PLOVER gold records",
    "plv": "PLV sentences",
}
START, END = "<!-- figures: written by benchmarks/reading.py --write-docs -->", "<!-- /figures -->"


def tables(figures: Figures) -> str:
    """The figures as Markdown, a table for each set."""
    return "\n".join(_table(name, by_language) for name, by_language in figures.items())


def _table(name: str, by_language: dict[str, dict[str, dict[str, float]]]) -> str:
    columns = dict.fromkeys((kind, level) for kinds in by_language.values() for kind in kinds for level in kinds[kind])
    rows = [
        [language, *(_cell(kinds.get(kind, {}).get(level)) for kind, level in columns)]
        for language, kinds in by_language.items()
    ]
    heads = [f"{kind}: {level}" for kind, level in columns]
    lines = [f"### {TITLES[name]}", "", f"| | {' | '.join(heads)} |", f"|---|{'---|' * len(heads)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows), ""])


def _cell(f1: float | None) -> str:
    return "" if f1 is None else f"{f1:.2f}"


def write_docs(figures: Figures) -> None:
    """Put the tables into their place in docs/accuracy.md."""
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(START)
    PAGE.write_text(f"{before}{START}\n\n{tables(figures)}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


def _long_text(language: str, characters: int) -> tuple[Document, int]:
    """Our own sentences of a language, again and again, as one document; and how many there are."""
    lines = (CASES / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    again = max(1, characters // sum(map(len, texts)))
    return document_from_text("\n\n".join(texts * again)), len(texts) * again


def speed(language: str, characters: int = 60_000) -> dict[str, float]:
    """Sentences and characters per CPU-second from clean text to statements, and how time grows with length.

    `growth` is the time per character of a text four times as long, over that of the text: 1.0 is linear.
    """
    short, sentences = _long_text(language, characters)
    long, _ = _long_text(language, 4 * characters)
    reader().read(_long_text(language, 1)[0])  # what is loaded on first use
    once, more = _cpu(short), _cpu(long)
    return {
        "sentences": sentences / once,
        "characters": len(short.text) / once,
        "growth": (more / len(long.text)) / (once / len(short.text)),
    }


def _cpu(document: Document) -> float:
    """CPU-seconds of reading; the better of two, since a busy machine makes caches cold."""
    return min(_cpu_once(document) for _ in range(2))


def _cpu_once(document: Document) -> float:
    start = time.process_time()
    reader().read(document)
    return time.process_time() - start


def start_up() -> float:
    """Seconds on the clock until `stateofplay code` has nothing more to code; the best of three."""
    return min(_timed([sys.executable, "-m", "stateofplay", "code"]) for _ in range(3))


def _timed(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, stdin=subprocess.DEVNULL, check=True, capture_output=True)
    return time.perf_counter() - start


def print_speed() -> None:
    print(f"{'':10} {'sentences/CPU-s':>16} {'characters/CPU-s':>17} {'growth over 4x':>15}")
    for language in LANGUAGES:
        found = speed(language)
        print(f"{language:10} {found['sentences']:16,.0f} {found['characters']:17,.0f} {found['growth']:15.2f}")
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB, start-up {start_up():.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", action="append", choices=sets(), help="only this set; all by default")
    parser.add_argument("--speed", action="store_true", help="measure speed, memory and start-up too")
    parser.add_argument("--write-floors", action="store_true", help="write tests/measures/floors.yaml")
    parser.add_argument("--write-docs", action="store_true", help="write the tables of docs/accuracy.md")
    asked = parser.parse_args()
    figures = {name: measured(name) for name in asked.set or sets()}
    print(tables(figures))
    if asked.speed:
        print_speed()
    if asked.write_floors:
        write_floors(figures)
    if asked.write_docs:
        write_docs(figures)


if __name__ == "__main__":
    main()
