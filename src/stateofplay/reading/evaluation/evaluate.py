"""Evaluation: a reader reads each text of the gold by itself, and is held to what the hand found there, no more."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from stateofplay.documents.document import Document, Language
from stateofplay.reading.evaluation.calibration import Band, calibration
from stateofplay.reading.evaluation.gold import Case
from stateofplay.reading.evaluation.mark import Mark, mark_of, mark_of_statement, placed, places_in, squeezed
from stateofplay.reading.evaluation.pairing import Pair, paired
from stateofplay.reading.evaluation.score import Score, scores
from stateofplay.reading.statement import CLAIMS, Statement

Read = Callable[[Document], Iterable[Statement]]


@dataclass(frozen=True, kw_only=True)
class Evaluation:
    """Every pair of a hand's statement with a reader's, and the questions that they answer."""

    pairs: tuple[Pair, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of which the hand made statements. Where it made none, what the reader says is not judged."""
        there = {pair.gold.kind for pair in self.pairs if pair.gold}
        return tuple(kind for kind in CLAIMS if kind in there)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the hand's statements, sorted."""
        return tuple(sorted({pair.gold.language for pair in self.pairs if pair.gold}))

    @property
    def types(self) -> tuple[str, ...]:
        """The event types that hand or reader gave, sorted."""
        marks = (mark for pair in self.pairs for mark in (pair.gold, pair.read))
        return tuple(sorted({mark.type for mark in marks if mark and mark.kind == "event"}))

    def by_kind(self, kind: str) -> dict[str, Score]:
        """Level → score of one kind."""
        return scores(self.pairs, kind)

    def by_language(self, kind: str, language: str) -> dict[str, Score]:
        """Level → score of one kind in one language."""
        return scores(self.pairs, kind, lambda mark: mark.language == language)

    def by_type(self, type: str) -> dict[str, Score]:
        """Level → score of the events of one type, from the level of types on; milder ones would mix types."""
        found = scores(self.pairs, "event", lambda mark: mark.type == type)
        return {level: found[level] for level in list(found)[2:]}

    def calibration(self, kind: str) -> tuple[Band, ...]:
        """Confidence stated against how often it was right."""
        return calibration(self.pairs, kind)

    def missed(self, kind: str) -> tuple[Pair, ...]:
        """Pairs of which the hand's side is not answered at every level."""
        return tuple(pair for pair in self.pairs if pair.kind == kind and pair.gold and not pair.whole)

    def false(self, kind: str) -> tuple[Pair, ...]:
        """What the reader says and the hand does not, at no level."""
        return tuple(pair for pair in self.pairs if pair.kind == kind and pair.gold is None)


def evaluate(cases: Iterable[Case], read: Read) -> Evaluation:
    """Have `read` read the text of each case, and hold what it says to the case's marks."""
    return Evaluation(pairs=tuple(pair for case in cases for pair in paired(case.marks, _read(case, read))))


def evaluate_lines(cases: Iterable[Case], lines: Iterable[dict[str, Any]]) -> Evaluation:
    """The same for statements that were made elsewhere, in the form of the guide, each naming its `doc`."""
    told: dict[str, list[dict[str, Any]]] = {}
    for line in lines:
        told.setdefault(str(line["doc"]), []).append(line)
    return Evaluation(pairs=tuple(pair for case in cases for pair in paired(case.marks, _told(case, told))))


def _read(case: Case, read: Read) -> list[Mark]:
    places = places_in(case.document.text)
    return [
        mark_of_statement(statement, case.doc, case.language or statement.language, places)
        for statement in read(case.document)
        if _concerned(case, statement.language)
    ]


def _told(case: Case, told: dict[str, list[dict[str, Any]]]) -> list[Mark]:
    marks = [mark_of(line, case.doc, case.language or line.get("lang", "")) for line in told.get(case.doc, ())]
    return placed(marks, squeezed(case.document.text))


def _concerned(case: Case, language: str) -> bool:
    """Whether a statement in `language` is of the version that the case is about; scripts are not told apart."""
    folders = {Language(tag).folder for tag in case.languages if tag in list(Language)}
    return not case.partial or Language(language).folder in folders
