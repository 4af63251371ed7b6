"""Learn what the reader's reasons are worth from coded sentences and judged pages, and show how well they foretell.

    python benchmarks/confidence.py            fit, and print how right it is on pages that it was not fitted on
    python benchmarks/confidence.py --write    also write vocabulary/confidence.tsv

The sentences are our own (tests/cases/reading); an event is right when a coded event overlaps its quote with the same
type and meets its actors. The pages are real news and comment, judged event by event (see judged.py); they count more,
as they are what is read. Logistic regression with an L2 penalty, fitted by Newton's method. What is printed is foretold
by weights that were fitted without the page in question.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks import judged

from stateofplay.day import Day
from stateofplay.documents.document import Language
from stateofplay.documents.plain import document_from_text
from stateofplay.knowledge.event_type import event_type
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import EventClaim

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "cases" / "reading"
OUT = ROOT / "src" / "stateofplay" / "vocabulary" / "confidence.tsv"
LANGUAGES = ("zh-Hant", "zh-Hans", "en", "ja", "ko")
HEAD = (
    "# What each reason adds to the log odds that an event is right: learned from our own coded sentences and from",
    "# events of real pages judged by hand, by `python benchmarks/confidence.py --write`. floor: confidence below",
    "# which no event is stated. Apache-2.0.",
    "reason\tweight",
)
PENALTY = 8.0
SENTENCE = 0.2  # what an event of a coded sentence weighs against one of a page: sentences are easier, and as many
RAREST = 4
PARTS = 8  # of the pages, each foretold by weights fitted without it
LEAST = 0.12  # what is right less often than one time in eight is not worth stating, whatever it does for recall

Example = tuple[tuple[str, ...], bool, bool]


def examples(half: str) -> Iterator[Example]:
    """Reasons of every event read from the sentences of `half`, whether it is right, and whether its type is."""
    reader = open_reader()
    for language in LANGUAGES:
        for line in (CASES / f"{language}.jsonl").read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            if case["half"] != half:
                continue
            published = Day.parse(case["published"]) if case.get("published") else None
            document = document_from_text(
                case["text"], path=case["id"], published=published, language=Language(language)
            )
            for passage, told in reader.tell(document, all_events=True):
                if isinstance(told.claim, EventClaim):
                    quote = passage.text[told.start : told.end]
                    agree = [agreement(told.claim, quote, gold, case["text"]) for gold in case["events"]]
                    yield told.reasons, 2 in agree, any(agree)


def agreement(claim: EventClaim, quote: str, gold: dict[str, object], text: str) -> int:
    """How far a read event agrees with a coded one: 0 not at all, 1 in place and type, 2 in actors too."""
    start, other = text.find(quote), text.find(str(gold["quote"]))
    overlap = start < other + len(str(gold["quote"])) and other < start + len(quote)
    if not overlap or claim.type != gold["type"]:
        return 0
    source, target = set(gold["source"]), set(gold["target"])  # type: ignore[call-overload]
    if event_type(claim.type).mutual:
        both = source | target
        met = len(both & {*claim.source, *claim.target}) >= min(2, len(both)) and bool(both)
    else:
        met = meet(source, set(claim.source)) and meet(target, set(claim.target))
    return 2 if met else 1


def meet(one: set[str], other: set[str]) -> bool:
    """Whether the two share a member or are both empty."""
    return bool(one & other) or not (one or other)


def fit(data: list[Example], weights: np.ndarray) -> dict[str, float]:
    """Weight of each reason that is met at least `RAREST` times; `weights` are those of the examples."""
    counts = Counter(reason for reasons, _, _ in data for reason in set(reasons))
    names = [name for name, count in counts.items() if count >= RAREST]
    index = {name: at for at, name in enumerate(names)}
    x = np.zeros((len(data), len(names)))
    for row, (reasons, _, _) in enumerate(data):
        x[row, [index[reason] for reason in set(reasons) if reason in index]] = 1.0
    y = np.array([good for _, good, _ in data], dtype=float)
    w = np.zeros(len(names))
    penalty = np.full(len(names), PENALTY)
    penalty[index["bias"]] = 0.01
    for _ in range(25):
        p = 1.0 / (1.0 + np.exp(-x @ w))
        gradient = x.T @ (weights * (p - y)) + penalty * w
        hessian = (x * (weights * p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        w -= np.linalg.solve(hessian, gradient)
    return dict(zip(names, w.tolist(), strict=True))


def learned(pages: list[Example], sentences: list[Example]) -> dict[str, float]:
    """The weights that fit both."""
    return fit(pages + sentences, np.array([1.0] * len(pages) + [SENTENCE] * len(sentences)))


def foretold(
    pages: dict[str, list[Example]], sentences: list[Example], others: Sequence[Example] = ()
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Of each event of a page: its probability by weights fitted without that page; is it right; is its type."""
    names = sorted(pages)
    np.random.default_rng(0).shuffle(names)
    said: list[float] = []
    events: list[Example] = []
    for part in range(PARTS):
        held = [event for name in names[part::PARTS] for event in pages[name]]
        rest = [event for at, name in enumerate(names) if at % PARTS != part for event in pages[name]]
        said += stated(held, learned([*rest, *others], sentences)).tolist()
        events += held
    return np.array(said), *(np.array([event[at] for event in events], dtype=float) for at in (1, 2))


def stated(data: list[Example], table: dict[str, float]) -> np.ndarray:
    """Stated probability of each example."""
    sums = np.array([sum(table.get(reason, 0.0) for reason in reasons) for reasons, _, _ in data])
    return 1.0 / (1.0 + np.exp(-sums))


def report(name: str, p: np.ndarray, y: np.ndarray, typed: np.ndarray) -> None:
    """Brier score against the base rate, share of pairs in order, and how much is right from each confidence on."""
    base = y.mean()
    brier, naive = np.mean((p - y) ** 2), base * (1 - base)
    order = (p[y > 0][:, None] > p[y == 0][None, :]).mean()
    print(f"{name}: {len(y)} events, {base:.3f} right, Brier {brier:.3f} (base rate {naive:.3f}), {order:.3f} in order")
    for low in np.arange(0.0, 1.0, 0.1):
        inside, above = (p >= low) & (p < low + 0.1), p >= low
        if inside.any():
            print(
                f"  stated {low:.1f}-{low + 0.1:.1f}: {int(inside.sum()):4d} events, {y[inside].mean():.2f} right;"
                f" from {low:.1f} on {above.mean():.2f} of all,"
                f" {y[above].mean():.2f} right, {typed[above].mean():.2f} in type"
            )


def judged_pages() -> dict[str, list[Example]]:
    """The judged events of each page, by language and name."""
    pages: dict[str, list[Example]] = {}
    for page, reasons, right, typed in judged.examples():
        pages.setdefault(page, []).append((reasons, right, typed))
    return pages


@cache
def coded_sentences() -> list[Example]:
    """The events read from all coded sentences, of both halves."""
    return [*examples("open"), *examples("held")]


def main() -> None:
    """Fit, report, and write when asked."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--write", action="store_true")
    write = options.parse_args().write
    pages, sentences = judged_pages(), coded_sentences()
    for language in LANGUAGES:
        part = {name: events for name, events in pages.items() if name.startswith(f"{language} ")}
        rest = [event for name, events in pages.items() if name not in part for event in events]
        if part:
            report(f"pages in {language}", *foretold(part, sentences, rest))
    report("all pages", *foretold(pages, sentences))
    table = learned([event for events in pages.values() for event in events], sentences)
    print(f"{len(table)} reasons")
    if write:
        lines = [f"{reason}\t{weight:.3f}" for reason, weight in sorted(table.items()) if abs(weight) >= 0.005]
        OUT.write_text("\n".join([*HEAD, f"floor\t{LEAST:.2f}", *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
