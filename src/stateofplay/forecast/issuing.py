"""Issuing: moves as they are ranked today become forecasts that cannot be changed, with hashes of what they rest on."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np

from stateofplay.forecast.graph import Codes, EventGraph
from stateofplay.forecast.move import Move
from stateofplay.record.issued import Issued

_DIGITS: Final = 6
_LENGTH: Final = 24


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
            probability=round(move.probability, _DIGITS),
            low=round(move.low, _DIGITS),
            high=round(move.high, _DIGITS),
            base_rate=round(move.base_rate, _DIGITS),
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


def state_of(graph: EventGraph) -> str:
    """Hash of all facts of a graph: the same facts, the same state, whoever else the record knows and in what order."""
    actors, (source, target) = _named(graph.actors, graph.source, graph.target)
    types, (type,) = _named(graph.types, graph.type)
    order = np.lexsort((graph.weight, target, type, source, graph.day))
    told = hashlib.sha256("\n".join((*actors, "", *types)).encode())
    for column in (graph.day, source, type, target, graph.weight):
        told.update(column[order].tobytes())
    if graph.event is not None:
        told.update("\n".join(sorted(graph.event.tolist())).encode())
    return told.hexdigest()[:_LENGTH]


def _named(names: Sequence[str], *columns: Codes) -> tuple[list[str], list[Codes]]:
    """The names that the columns use, in their order, and the columns as places among these."""
    used = sorted({names[code] for column in columns for code in np.unique(column)})
    place = {name: number for number, name in enumerate(used)}
    codes = np.array([place.get(name, -1) for name in names], dtype=np.int32)
    return used, [codes[column] for column in columns]


def model_of(rates: str) -> str:
    """Hash of the model: `rates`, a hash of its learned numbers, and every data file of the room of forecasts."""
    return hashlib.sha256(f"{rates} {_settings()}".encode()).hexdigest()[:_LENGTH]


@cache
def _settings() -> str:
    folder = files("stateofplay") / "vocabulary" / "forecast"
    told = hashlib.sha256()
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.is_file() and file.name not in _OF_SCORES:
            told.update(file.name.encode() + b"\0" + file.read_bytes())
    return told.hexdigest()


_OF_SCORES: Sequence[str] = ("scoring.yaml", "reasons.yaml")
"""Files that decide how a forecast is scored or worded, not what it says."""
