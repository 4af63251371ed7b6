"""Side by side: the scores of several prediction files, on the questions that all of them answer.

    python benchmarks/peers.py SCORER DATA NAME=FILE [NAME=FILE …] [--split test]

SCORER is the benchmark's own scorer (`score_links.py`), DATA its folder; each FILE is what `benchmarks/links.py` or a
peer's code wrote, in a form that the scorer reads. Of each is printed what it scores on all questions of the split
(where it answers all), and on those that every FILE answers: code that is slow is run on a sample.
"""

import argparse
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

CUTS = (1, 3, 10)


class Ranks(NamedTuple):
    """Rank of every true answer, and which of the questions behind them a file answers; both by direction and fact."""

    rank: NDArray[np.float64]
    asked: NDArray[np.bool_]


def scorer_at(path: Path) -> ModuleType:
    """The scorer as a module."""
    spec = spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python file")
    scorer = module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def ranks_of(scorer: ModuleType, data: Path, predictions: Path, split: str) -> Ranks:
    """What a file scores, answer by answer."""
    _, rank = scorer.evaluate(str(data), str(predictions), split)
    facts = scorer.load_split(str(data), split)
    answered = {question for question, *_ in scorer.read_predictions(str(predictions))}
    asked = [[(0, s, r, t) in answered for s, r, _, t in facts.tolist()]]
    asked.append([(1, o, r, t) in answered for _, r, o, t in facts.tolist()])
    return Ranks(rank, np.array(asked))


def line(name: str, rank: NDArray[np.float64]) -> str:
    """Number of answers, MRR and hits of some ranks, in one line."""
    hits = " ".join(f"{np.mean(rank <= cut):7.4f}" for cut in CUTS)
    return f"{name:<28} {rank.size:>6} {np.mean(1 / rank):7.4f} {hits}"


def show(scored: dict[str, Ranks], *, say: Callable[[str], None] = print) -> None:
    """Print both tables."""
    shared = np.logical_and.reduce([ranks.asked for ranks in scored.values()])
    head = f"{'':<28} {'n':>6} {'MRR':>7} " + " ".join(f"{f'H@{cut}':>7}" for cut in CUTS)
    say(f"all questions\n{head}")
    for name, ranks in scored.items():
        if ranks.asked.all():
            say(line(name, ranks.rank[ranks.asked]))
    say(f"\nthe {shared.sum():,} answers to questions that all of them answer\n{head}")
    for name, ranks in scored.items():
        say(line(name, ranks.rank[shared]))


def main() -> None:
    """Score each file and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("files", nargs="+", metavar="NAME=FILE")
    parser.add_argument("--split", default="test", choices=["valid", "test"])
    asked = parser.parse_args()
    named = [entry.partition("=") for entry in asked.files]
    scorer = scorer_at(asked.scorer)
    show({name: ranks_of(scorer, asked.data, Path(file), asked.split) for name, _, file in named})


if __name__ == "__main__":
    main()
