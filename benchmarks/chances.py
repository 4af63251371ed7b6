"""Measure the probabilities of acts on the last 60 days of a year of event data: `python benchmarks/chances.py DATA`.

DATA is a folder as of the public benchmark of ICEWS 2014 (see scripts/learn_rates.py). Learned is on the days before
the last `--days` (60), with `--tune` before the 60 before these. Every `--every` (7) days all seen pairs are asked:
each (A, B) with at least one fact before that day, times the sixteen types, whether A does it to B within 7, 30 days
at least once. `active` are those whose pair had a fact in the 90 days before. With `--thin SHARE` facts are thinned.

Compared are the share of each type among all such questions of the days of learning (base rate), the share by class of
pair, and each act's own frequency, shrunk by `own_days` of the base rate.
"""

import argparse
import resource
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))

from learn_rates import facts, of_states

from stateofplay.forecast.chance import chances
from stateofplay.forecast.graph import EventGraph, graph_from
from stateofplay.forecast.learning import learned, outcomes, thinned
from stateofplay.forecast.rates import Rates
from stateofplay.forecast.settings import chance_settings
from stateofplay.forecast.shipped import shipped_rates
from stateofplay.forecast.tally import ALL, LONG, OTHER, tally_of

Array = NDArray[Any]
CLIP = 1e-6
BINS = 20
NAMES = ("base rate by type", "base rate by class", "own frequency", "chance")


def asked(graph: EventGraph, rates: Rates, days: range, within: int, by_type: Array) -> dict[str, Array]:
    """All questions of some days: what each forecast says, what came, and whether the pair was active."""
    found: dict[str, list[Array]] = {name: [] for name in (*NAMES, "came", "active", "told")}
    for day in days:
        tally = tally_of(graph, day)
        source, target = tally.seen()
        said = chances(tally, source, target, rates, within=within)
        pair, _ = tally.pairs.of(tally.pair(source, target))
        acts, _ = tally.acts.of(tally.act(source[:, None], np.arange(OTHER), target[:, None]))
        shape = said.probability.shape
        rows = (
            np.broadcast_to(by_type, shape),
            said.base_rate,
            said.recurrence,
            said.probability,
            outcomes(graph, day, within, source=source, target=target),
            np.broadcast_to(pair[:, None, LONG] > 0, shape),
            acts[..., ALL],
        )
        for name, row in zip(found, rows, strict=True):
            found[name].append(row.ravel().astype(np.float32))
    return {name: np.concatenate(rows) for name, rows in found.items()}


def shares(graph: EventGraph, rates: Rates, days: range, within: int) -> Array:
    """Of each type, the share of questions of some days that came true."""
    told = asked(graph, rates, days, within, np.zeros(OTHER))
    return np.asarray(told["came"].reshape(-1, OTHER).mean(0))


def report(told: dict[str, Array], rows: Array) -> None:
    """Prints what each forecast scores."""
    came = told["came"][rows].astype(np.float64)
    print(f"    {len(came):,} questions, {came.mean():.3%} came true")
    first = None
    for name in NAMES:
        said = np.clip(told[name][rows].astype(np.float64), CLIP, 1 - CLIP)
        loss = -np.mean(came * np.log(said) + (1 - came) * np.log(1 - said))
        brier = np.mean((said - came) ** 2)
        first = first or (loss, brier)
        order = np.argsort(said, kind="stable")
        bins = [(said[part].mean(), came[part].mean(), len(part)) for part in np.array_split(order, BINS)]
        error = sum(abs(a - b) * n for a, b, n in bins) / len(said)
        top = order[-len(order) // 10 :]
        print(
            f"    {name:18}  log loss {loss:.5f} ({1 - loss / first[0]:+.1%})"
            f"  Brier {brier:.6f} ({1 - brier / first[1]:+.1%})  ECE {error:.5f}"
            f"  top tenth said {said[top].mean():.4f} came {came[top].mean():.4f}"
        )


def by_told(told: dict[str, Array]) -> None:
    """Prints, by how often the act stood in the graph, what was said and what came."""
    for low, high in ((0, 0), (1, 1), (2, 2), (3, 5), (6, 12), (13, 10**6)):
        rows = (told["told"] >= low) & (told["told"] <= high)
        if rows.any():
            said, came, own = (told[name][rows].mean() for name in ("chance", "came", "own frequency"))
            print(f"    told {low}-{high}: {rows.sum():,} said {said:.4f} came {came:.4f} own frequency {own:.4f}")


def main() -> None:
    """Runs it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--days", type=int, default=60)
    parser.add_argument(
        "--tune", action="store_true", help="measure on the days before the last, for choosing settings"
    )
    parser.add_argument("--every", type=int, default=7)
    parser.add_argument("--within", type=int, nargs="+", default=[7, 30])
    parser.add_argument("--states", action="store_true", help="actors as an import makes them, as in a record")
    parser.add_argument("--thin", type=float, default=1.0, help="share of facts kept, in --copies copies")
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument(
        "--levels", type=int, help="learn weights for so many levels of coverage; 1 is enough for all facts"
    )
    parser.add_argument("--shipped", action="store_true", help="learn nothing: the rates that ship, which saw all days")
    given = parser.parse_args()
    began = time.process_time()
    told = facts(given.data)
    graph = of_states(told) if given.states else graph_from(dict.fromkeys(told))
    end = int(graph.day[-1]) + 1 - (given.days if given.tune else 0)
    start = end - given.days
    rates = shipped_rates() if given.shipped else learned(graph.until(start), origin="learned", levels=given.levels)
    print(f"learned from {len(graph.until(start)):,} facts in {time.process_time() - began:.0f} s of processor time")
    for within in given.within:
        days = range(start, end - within + 1, given.every)
        before = range(int(graph.day[0]) + 90, start - within + 1, 14)
        copies = [thinned(graph, given.thin, seed=100 + seed) for seed in range(given.copies)]
        parts = [asked(copy, rates, days, within, shares(copy, rates, before, within)) for copy in copies]
        answers = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
        print(f"within {within} days, asked on {len(days)} days, all seen pairs:")
        report(answers, np.ones(len(answers["came"]), dtype=bool))
        print("  pairs active in the last 90 days:")
        report(answers, answers["active"] > 0)
        by_told(answers)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"{time.process_time() - began:.0f} s of processor time, {memory:.2f} GB at most")
    print(f"settings: pseudo {chance_settings().pseudo}, own_days {chance_settings().own_days}")


if __name__ == "__main__":
    main()
