"""Who is missing: predictions for every question of the validation and test days of a benchmark of dated facts.

    python benchmarks/links.py DATA OUT [--additive]

DATA is a folder with `train.txt`, `valid.txt`, `test.txt` (subject, relation, object, time as numbers, apart by blanks)
and the names in `entity2id.txt` and `relation2id.txt`; OUT becomes an .npz file with one list of scored candidates for
each question, both splits. For the validation days the weights come from the training days, for the test days from
both; during the days that are predicted the weights stay, and each day becomes history once it is over. `--additive`
asks the explained model alone; without it the best one answers. Prints seconds and peak memory.
"""

import argparse
import copy
import resource
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from stateofplay.forecast.boosted import BoostedForecaster
from stateofplay.forecast.forecaster import AdditiveForecaster
from stateofplay.forecast.graph import EventGraph

HOURS = 24
SPLITS = ("train", "valid", "test")


@dataclass(kw_only=True)
class Predictions:
    """Lists of candidates in the form that the scorer reads: `side` 0 asks for the object, 1 for the subject."""

    questions: list[tuple[int, int, int, int]] = field(default_factory=list)
    ends: list[int] = field(default_factory=lambda: [0])
    entities: list[NDArray[np.int64]] = field(default_factory=list)
    scores: list[NDArray[np.float64]] = field(default_factory=list)

    def add(
        self, question: tuple[int, int, int, int], entities: NDArray[np.int64], scores: NDArray[np.float64]
    ) -> None:
        """One question (side, entity, relation, time) and its candidates."""
        self.questions.append(question)
        self.entities.append(entities)
        self.scores.append(scores)
        self.ends.append(self.ends[-1] + len(entities))

    def save(self, path: Path) -> None:
        """Write them as .npz."""
        columns = np.array(self.questions, dtype=np.int64).reshape(-1, 4).T
        named = dict(zip(("dir", "e", "r", "t"), columns, strict=True))
        ents = np.concatenate([np.zeros(0, dtype=np.int64), *self.entities])
        scores = np.concatenate([np.zeros(0), *self.scores])
        np.savez_compressed(path, **named, indptr=np.array(self.ends), ents=ents, scores=scores)


def names_in(path: Path) -> tuple[str, ...]:
    """Names by number; the ids of a benchmark begin at 0."""
    rows = [line.rstrip("\n").rsplit("\t", 1) for line in path.read_text(encoding="utf-8").splitlines()]
    names = [""] * len(rows)
    for name, number in rows:
        names[int(number)] = name
    return tuple(names)


def graph_in(folder: Path, split: str) -> EventGraph:
    """The facts of one split; hours become days."""
    facts = np.loadtxt(folder / f"{split}.txt", dtype=np.int64)[:, :4]
    facts = facts[np.argsort(facts[:, 3], kind="stable")].astype(np.int32)
    return EventGraph(
        day=facts[:, 3] // HOURS,
        source=facts[:, 0],
        type=facts[:, 1],
        target=facts[:, 2],
        weight=np.ones(len(facts), dtype=np.float32),
        actors=names_in(folder / "entity2id.txt"),
        types=names_in(folder / "relation2id.txt"),
    )


def questions_of(graph: EventGraph) -> Iterator[tuple[int, int, int]]:
    """What is asked about the facts of one day, each question once: (side, entity, relation), and no answer."""
    asked = {(0, a, r) for a, r in zip(graph.source.tolist(), graph.type.tolist(), strict=True)}
    yield from sorted(asked | {(1, a, r) for a, r in zip(graph.target.tolist(), graph.type.tolist(), strict=True)})


def predict(forecaster: AdditiveForecaster | BoostedForecaster, graph: EventGraph, into: Predictions) -> None:
    """Ask every question of each day, then add the day to the history."""
    number = {name: code for code, name in enumerate(graph.actors)}
    for day in np.unique(graph.day).tolist():
        today = graph.since(day).until(day + 1)
        for side, entity, relation in questions_of(today):
            known = (graph.actors[entity], graph.types[relation], None)
            source, type, target = known if side == 0 else known[::-1]
            ranking = forecaster.rank(source, type, target, day=day)
            entities = np.array([number[name] for name in ranking.actors], dtype=np.int64)
            into.add((side, entity, relation, day * HOURS), entities, ranking.score)
        forecaster.update(today)


def main() -> None:
    """Predict both splits and say what it cost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--additive", action="store_true", help="the explained model alone")
    asked = parser.parse_args()
    begun, work = time.perf_counter(), time.process_time()
    train, valid, test = (graph_in(asked.data, split) for split in SPLITS)
    fresh = AdditiveForecaster() if asked.additive else BoostedForecaster()
    forecaster, predictions = fresh.fit(train), Predictions()
    print(f"learned from {len(train):,} facts: {time.process_time() - work:.0f} s of CPU")
    predict(copy.deepcopy(forecaster), valid, predictions)
    predict(forecaster.fit(valid), test, predictions)
    predictions.save(asked.out)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    took = time.process_time() - work
    print(
        f"{len(predictions.questions):,} questions: {took:.0f} s of CPU, "
        f"{time.perf_counter() - begun:.0f} s, {peak:.0f} MB"
    )


if __name__ == "__main__":
    main()
