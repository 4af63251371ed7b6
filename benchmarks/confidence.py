"""Learn what the built-in reader's reasons are worth from coded sentences, and show how well the result is calibrated.

    python benchmarks/confidence.py            fit on the open half, settle on the held half, print calibration
    python benchmarks/confidence.py --write    also write vocabulary/confidence.tsv

The sentences are our own (tests/cases/reading, tests/cases/dossier). An event is right when a coded event overlaps its
quote with the same type and meets its actors. Logistic regression with an L2 penalty, fitted by Newton's method.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

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
    "# What each reason adds to the log odds that an event is right: learned from the open half of our own coded",
    "# sentences and settled on the held half by `python benchmarks/confidence.py --write`. floor: confidence below",
    "# which no event is stated. Apache-2.0.",
    "reason\tweight",
)
PENALTY = 3.0
LEAST = 0.12  # what is right less often than one time in eight is not worth stating, whatever it does for recall
RAREST = 4

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


def fit(data: list[Example]) -> dict[str, float]:
    """Weight of each reason that is met at least `RAREST` times."""
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
        gradient = x.T @ (p - y) + penalty * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        w -= np.linalg.solve(hessian, gradient)
    return dict(zip(names, w.tolist(), strict=True))


def settle(table: dict[str, float], data: list[Example]) -> dict[str, float]:
    """The weights stretched and shifted by the two numbers that fit `data`: sentences that nobody tuned the reader on.

    The open half was read line by line while the reader was made, so its events are right more often than others'.
    """
    sums = np.array([sum(table.get(reason, 0.0) for reason in reasons) for reasons, _, _ in data])
    x, y = np.column_stack([sums, np.ones(len(sums))]), np.array([good for _, good, _ in data], dtype=float)
    w = np.array([1.0, 0.0])
    for _ in range(25):
        p = 1.0 / (1.0 + np.exp(-x @ w))
        w -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + 1e-6 * np.eye(2), x.T @ (p - y))
    scaled = {reason: weight * float(w[0]) for reason, weight in table.items()}
    return {**scaled, "bias": scaled["bias"] + float(w[1])}


def stated(data: list[Example], table: dict[str, float]) -> tuple[np.ndarray, np.ndarray]:
    """Stated probability and outcome of each example."""
    sums = np.array([sum(table.get(reason, 0.0) for reason in reasons) for reasons, _, _ in data])
    return 1.0 / (1.0 + np.exp(-sums)), np.array([good for _, good, _ in data], dtype=float)


def report(name: str, p: np.ndarray, y: np.ndarray) -> None:
    """Brier score against the base rate, and of each tenth of stated probability how many were right."""
    base = y.mean()
    brier, naive = np.mean((p - y) ** 2), base * (1 - base)
    print(f"{name}: {len(y)} events, {base:.3f} right, Brier {brier:.3f} (base rate {naive:.3f})")
    for low in np.arange(0.0, 1.0, 0.1):
        inside = (p >= low) & (p < low + 0.1)
        if inside.any():
            print(f"  stated {low:.1f}-{low + 0.1:.1f}: {int(inside.sum()):4d} events, {y[inside].mean():.2f} right")


def best_floor(p: np.ndarray, y: np.ndarray, typed: np.ndarray, gold: int) -> float:
    """The floor with the best sum of F1 with actors and F1 of type, against `gold` coded events."""
    floors = np.arange(LEAST, 0.6, 0.02)
    both = y + typed
    scores = [both[p >= floor].sum() / max(1.0, (p >= floor).sum() + gold) for floor in floors]
    return float(floors[int(np.argmax(scores))])


def coded(half: str) -> int:
    """Number of coded events in `half`."""
    lines = (line for name in LANGUAGES for line in (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())
    return sum(len(case["events"]) for case in map(json.loads, lines) if case["half"] == half)


def main() -> None:
    """Fit, report, and write when asked."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--write", action="store_true")
    write = options.parse_args().write
    open_half, held = list(examples("open")), list(examples("held"))
    table = fit(open_half)
    report("held half, as fitted on the open half", *stated(held, table))
    table = settle(table, held)
    p, y = stated(held, table)
    typed = np.array([kind for _, _, kind in held], dtype=float)
    floor = best_floor(p, y, typed, coded("held"))
    report("held half, settled on it by two numbers", p, y)
    print(f"floor {floor:.2f}, {len(table)} reasons")
    if write:
        lines = [f"{reason}\t{weight:.3f}" for reason, weight in sorted(table.items()) if abs(weight) >= 0.005]
        OUT.write_text("\n".join([*HEAD, f"floor\t{floor:.2f}", *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
