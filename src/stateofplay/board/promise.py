"""A promise: who bound themselves to what toward whom, and what became of it, each step with what tells it.

States of a step: offered, agreed, in-force, kept, delayed, breached, reversed.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from stateofplay.day import Day
from stateofplay.knowledge.table import structure

OPEN: Final = ("offered", "agreed", "in-force", "delayed")
"""States in which a promise still waits to be kept."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step in the life of a promise.

    `by` acts toward `toward`. `what` is the step in a few words, `amount` with its `unit` (an ISO 4217 code, percent or
    a noun) where one is told. `happened` is the day told, None for none; `said` the day on which the first telling was
    published, `placed` the day by which it takes its place among the steps: that of the last deed told, where a text
    gives neither. `statements` are ids, earliest published first, `documents` theirs, `quote` that of the first.
    `why` says how the step was found and, where a text gives one, the reason of it.
    """

    state: str
    by: tuple[str, ...]
    toward: tuple[str, ...]
    what: str
    amount: float | None
    unit: str
    happened: Day | None
    said: date | None
    placed: date | None
    quote: str
    language: str
    statements: tuple[str, ...]
    documents: tuple[str, ...]
    why: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.state not in life():
            raise ValueError(f"no state of a promise: {self.state!r}")
        if not self.statements:
            raise ValueError("a step without a statement")

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON; `from` and `to` are the days told, both included."""
        return {
            "state": self.state,
            "by": list(self.by),
            "toward": list(self.toward),
            "what": self.what,
            "amount": self.amount,
            "unit": self.unit,
            "from": self.happened.first.isoformat() if self.happened else None,
            "to": self.happened.last.isoformat() if self.happened else None,
            "placed": self.placed.isoformat() if self.placed else None,
            "published": self.said.isoformat() if self.said else None,
            "quote": self.quote,
            "language": self.language,
            "statements": list(self.statements),
            "documents": list(self.documents),
            "why": list(self.why),
        }


@dataclass(frozen=True, kw_only=True)
class Promise:
    """One promise or deal between `parties`, with its steps in the order of their days.

    `id` follows from the statement told first. `deal` is the framework of the region that it belongs to, "" for none.
    """

    id: str
    parties: tuple[str, ...]
    deal: str
    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        if not self.steps:
            raise ValueError("a promise without a step")

    @property
    def state(self) -> str:
        """Where it stands: the state of the last step."""
        return self.steps[-1].state

    @property
    def open(self) -> bool:
        """Whether it still waits to be kept."""
        return self.state in OPEN

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that tell of it, each once."""
        return tuple(dict.fromkeys(document for step in self.steps for document in step.documents))

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {
            "promise": self.id,
            "parties": list(self.parties),
            "deal": self.deal or None,
            "state": self.state,
            "open": self.open,
            "documents": list(self.documents),
            "steps": [step.as_json() for step in self.steps],
        }


@cache
def life() -> tuple[str, ...]:
    """The states in the order in which a promise passes them: see `vocabulary/promises.yaml`."""
    return tuple(structure("vocabulary", "promises.yaml")["life"])
