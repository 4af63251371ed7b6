"""Evaluating: a reader, or statements made elsewhere, against anybody's hand-made ones; nothing is recorded."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from stateofplay.app.readers import READERS, Opener, opener_of
from stateofplay.errors import NotFound
from stateofplay.reading.evaluation.agreement import levels_of
from stateofplay.reading.evaluation.calibration import calibration_error
from stateofplay.reading.evaluation.evaluate import Evaluation, evaluate, evaluate_lines
from stateofplay.reading.evaluation.gold import Case, open_gold, statement_lines
from stateofplay.reading.evaluation.mark import Mark
from stateofplay.reading.evaluation.pairing import Pair
from stateofplay.reading.evaluation.score import Score

Shape = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What to evaluate on: `gold` files and folders of them, `texts` where their documents stand, and which lines."""

    gold: Sequence[Path]
    texts: Sequence[Path] = ()
    only: Mapping[str, str] | None = None

    def cases(self) -> tuple[Case, ...]:
        """Every text of the gold with its marks. NotFound or DataFileError as `open_gold`."""
        files = chain.from_iterable(_files(path) for path in self.gold)
        return tuple(chain.from_iterable(open_gold(file, self.texts, self.only) for file in files))


def evaluate_reader(
    asked: Asked, *, reader: str | Opener, region: str, readers: Mapping[str, Opener] = READERS
) -> tuple[Evaluation, tuple[Mark, ...]]:
    """How the reader called `reader` does, and the marks whose quote is in no text."""
    cases = asked.cases()
    return evaluate(cases, opener_of(reader, readers)(region).read), _lost(cases)


def evaluate_statements(asked: Asked, statements: Path) -> tuple[Evaluation, tuple[Mark, ...]]:
    """How statements made elsewhere do, given as JSON Lines in the form of the guide."""
    cases = asked.cases()
    lines = [line for _, line in statement_lines(statements) if "doc" in line]
    return evaluate_lines(cases, lines), _lost(cases)


def evaluation_shape(evaluation: Evaluation, lost: Sequence[Mark] = ()) -> Shape:
    """An evaluation as JSON: scores by kind, language and type, calibration, and all that is missed or false."""
    kinds, languages = evaluation.kinds, evaluation.languages
    return {
        "kinds": {kind: _levels(evaluation.by_kind(kind)) for kind in kinds},
        "languages": {
            language: {kind: _levels(evaluation.by_language(kind, language)) for kind in kinds}
            for language in languages
        },
        "types": {type: _levels(evaluation.by_type(type)) for type in evaluation.types} if "event" in kinds else {},
        "calibration": {kind: _calibration(evaluation, kind) for kind in kinds},
        "missed": [missed_shape(pair) for kind in kinds for pair in evaluation.missed(kind)],
        "false": [dict(pair.read.said) for kind in kinds for pair in evaluation.false(kind) if pair.read],
        "not_in_text": [dict(mark.said) for mark in lost],
    }


def missed_shape(pair: Pair) -> Shape:
    """A statement of the hand that is not answered in full: what answers it if anything, and where they part."""
    if pair.gold is None:
        raise ValueError("nothing of the hand was missed")
    return {
        "doc": pair.gold.doc,
        "parts_at": levels_of(pair.kind)[pair.held],
        "gold": dict(pair.gold.said),
        "read": dict(pair.read.said) if pair.read else None,
    }


def _levels(scores: Mapping[str, Score]) -> Shape:
    return {level: score.as_json() for level, score in scores.items()}


def _calibration(evaluation: Evaluation, kind: str) -> Shape:
    bands = evaluation.calibration(kind)
    error = {level: round(calibration_error(bands, level), 3) for level in levels_of(kind)}
    return {"bands": [band.as_json() for band in bands], "error": error}


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    files = sorted(path.glob("*.jsonl"))
    if not files:
        raise NotFound("no gold in this folder", where=str(path), mend="name a folder that holds JSON Lines files")
    yield from files


def _lost(cases: Sequence[Case]) -> tuple[Mark, ...]:
    return tuple(mark for case in cases for mark in case.lost)
