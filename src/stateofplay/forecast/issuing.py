"""Issuing: moves as they are ranked today become forecasts that cannot be changed, with hashes of what they rest on."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from functools import cache
from importlib import resources
from itertools import chain, permutations
from typing import Any, Final

import numpy as np

from stateofplay.errors import YourInput
from stateofplay.forecast.graph import Data, graph_of
from stateofplay.forecast.monthly import rates_on, reached, state_of
from stateofplay.forecast.move import Move
from stateofplay.forecast.outlook import Question, answer
from stateofplay.forecast.reason import Reason
from stateofplay.knowledge.region import merged
from stateofplay.knowledge.table import structure
from stateofplay.record.issued import Issued
from stateofplay.record.record import Record

_DIGITS: Final = 6
_LEAST: Final = 1e-6
_LENGTH: Final = 24
_FOLDER: Final = ("vocabulary", "forecast")
_OTHERS: Final = ("scoring.yaml", "issuing.yaml", "reasons.yaml")
"""Data files that decide what is asked, how it is worded or how it is scored, not what a forecast says."""


@dataclass(frozen=True, kw_only=True)
class Issuing:
    """What is asked of a `record`, day after day. `data` says which events of it count, `region` names the calendar."""

    record: Record
    questions: tuple[Question, ...]
    data: Data
    region: str

    def on(self, day: date, recorded_at: datetime, *, replayed: bool) -> tuple[Issued, ...]:
        """The forecasts for the days after `day`, from what had happened and been published by it and nothing later.

        Of a question about one actor alone the most probable moves are issued, of one toward another all. `replayed`
        marks those for a day after which more is known.
        """
        graph = graph_of(self.record, on=day, known=day, data=self.data)
        rates = rates_on(graph, day)
        answers = (
            answer(graph, question, on=day, rates=rates, region=self.region)[: _most(question)]
            for question in self.questions
        )
        return issued_from(
            chain.from_iterable(answers),
            day=day,
            state=state_of(reached(graph, day)),
            model=model_of(rates),
            recorded_at=recorded_at,
            replayed=replayed,
        )


def issuing_of(
    record: Record, ways: Iterable[tuple[str, str | None]], within: Iterable[int], data: Data | str, *, region: str
) -> Issuing:
    """Asks of each way, (source, target or None for anybody), for each window; YourInput for what cannot be asked."""
    lengths, which = tuple(within), Data(data)
    try:
        questions = tuple(
            Question(source=source, target=target, within=length, data=which)
            for source, target in ways
            for length in lengths
        )
    except ValueError as error:
        raise YourInput(str(error), mend="name two actors, and windows such as 7d") from error
    return Issuing(record=record, questions=questions, data=which, region=region)


def ways_of(region: str) -> tuple[tuple[str, str], ...]:
    """Each way between the first actors of a region, those at its board: what is replayed unless something is named."""
    return tuple(permutations(merged(region, "world").actors[: _number("actors")], 2))


def issued_from(
    moves: Iterable[Move], *, day: date, state: str, model: str, recorded_at: datetime, replayed: bool = False
) -> tuple[Issued, ...]:
    """The forecasts that these moves are, made of what was known of the `day` and before, written at `recorded_at`.

    Numbers are kept to the sixth digit, so that the last bits of a processor make no second forecast of one.
    """
    return tuple(
        Issued(
            day=day,
            source=move.source,
            type=move.type,
            target=move.target,
            first=move.first,
            last=move.last,
            probability=(probability := _inside(move.probability)),
            low=min(round(move.low, _DIGITS), probability),
            high=max(round(move.high, _DIGITS), probability),
            base_rate=_inside(move.base_rate),
            recurrence=round(move.recurrence, _DIGITS),
            no_change=round(move.no_change, _DIGITS),
            state=state,
            model=model,
            recorded_at=recorded_at,
            reasons=tuple(reason.as_json() for reason in move.reasons),
            against=tuple(reason.as_json() for reason in move.against),
            thin=move.thin,
            replayed=replayed,
        )
        for move in moves
    )


def move_of(issued: Issued) -> Move:
    """The move that was issued, with its reasons, as it was then."""
    return Move(
        **{
            name: getattr(issued, name)
            for name in Move.__dataclass_fields__.keys() & Issued.__dataclass_fields__.keys()
        }
        | {name: tuple(map(_reason, getattr(issued, name))) for name in ("reasons", "against")}
    )


def _reason(told: Mapping[str, Any]) -> Reason:
    return Reason(kind=told["kind"], weight=told["weight"], numbers=told["numbers"], events=tuple(told["events"]))


def _inside(probability: float) -> float:
    """A probability to the sixth digit, kept off 0 and 1, which no forecast states."""
    return min(max(round(probability, _DIGITS), _LEAST), 1.0 - _LEAST)


def model_of(rates: Any) -> str:
    """Hash of what a forecast is made by: the numbers of the rates, and every data file that decides what it says."""
    told = hashlib.sha256(_settings())
    for part in _parts(rates):
        told.update(part + b"\0")
    return told.hexdigest()[:_LENGTH]


def _parts(value: Any) -> Iterator[bytes]:
    """All numbers and names within a value, field by field."""
    if is_dataclass(value):
        for field in fields(value):
            yield field.name.encode()
            yield from _parts(getattr(value, field.name))
    elif isinstance(value, np.ndarray):
        yield f"{value.dtype} {value.shape}".encode()
        yield np.ascontiguousarray(value).tobytes()
    else:
        yield repr(value).encode()


@cache
def _settings() -> bytes:
    told = hashlib.sha256()
    for file in sorted(resources.files("stateofplay").joinpath(*_FOLDER).iterdir(), key=lambda file: file.name):
        if file.is_file() and file.name not in _OTHERS:
            told.update(file.name.encode() + b"\0" + file.read_bytes())
    return told.digest()


def _most(question: Question) -> int | None:
    """How many moves of a question are issued; None for all."""
    return None if question.target else _number("most")


@cache
def _number(key: str) -> int:
    return int(structure(*_FOLDER, "issuing.yaml")[key])
