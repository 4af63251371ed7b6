"""A statement: one thing a document says, with its verbatim quote and its place. Its id is a hash of both."""

import hashlib
import json
from dataclasses import dataclass
from dataclasses import fields as fields_of
from enum import StrEnum
from functools import cached_property
from typing import Any, ClassVar

from stateofplay.day import Day

_WRITER = json.JSONEncoder(ensure_ascii=False, sort_keys=True)


class Status(StrEnum):
    """How a document tells what it tells."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


OCCURRED, ONGOING, PLANNED, DENIED, HYPOTHETICAL = Status
"""The statuses by name, for where they are compared again and again: to look one up in its class is slow."""


@dataclass(frozen=True, kw_only=True)
class EventClaim:
    """Something that actors did. `type` is a PLOVER type or TRANSITION; a domestic act has an empty `target`."""

    kind: ClassVar[str] = "event"
    type: str
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    happened: Day | None = None
    people: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CommitmentClaim:
    """A promise or deal with terms. `state`: offered, agreed, in-force, delayed, breached or reversed."""

    kind: ClassVar[str] = "commitment"
    by: tuple[str, ...]
    what: str
    state: str
    beneficiary: tuple[str, ...] = ()
    amount: float | None = None
    unit: str = ""
    happened: Day | None = None


@dataclass(frozen=True, kw_only=True)
class PositionClaim:
    """Where `holder` stands on `issue`. `stance`: for, against, ambiguous or conditional."""

    kind: ClassVar[str] = "position"
    holder: tuple[str, ...]
    issue: str
    stance: str
    what: str = ""


@dataclass(frozen=True, kw_only=True)
class ForecastClaim:
    """A claim about the future. `likelihood`: certain, likely, possible, unlikely or remote.

    Where the clause tells an act, `type`, `source` and `target` are those of the act foretold, `happened` the days
    within which it is to be, `place` the town named for it. `premise`: the if-clause on which it hangs.
    """

    kind: ClassVar[str] = "forecast"
    by: str
    what: str
    likelihood: str
    horizon: str = ""
    type: str = ""
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    happened: Day | None = None
    place: str = ""
    premise: str = ""


@dataclass(frozen=True, kw_only=True)
class CauseClaim:
    """The document says that `cause` brings about or explains `effect`."""

    kind: ClassVar[str] = "cause"
    cause: str
    effect: str


Claim = EventClaim | CommitmentClaim | PositionClaim | ForecastClaim | CauseClaim
CLAIMS: dict[str, type[Claim]] = {
    claim.kind: claim for claim in (EventClaim, CommitmentClaim, PositionClaim, ForecastClaim, CauseClaim)
}

_FIELDS = {kind: tuple(field.name for field in fields_of(claim)) for kind, claim in CLAIMS.items()}


@dataclass(frozen=True, kw_only=True)
class Statement:
    """One claim told by one document at one place.

    `start` and `end` place `quote` in the document's clean text: `text[start:end] == quote`, always.
    `said_by` is the speaker whom the document names, "" when the document speaks for itself.
    `confidence` is in 0..1. `why` names the rule and words that made it. `same_as` is the id of the first telling in
    the same document, "" for the first itself.
    """

    document: str
    path: str
    start: int
    end: int
    quote: str
    language: str
    status: Status
    claim: Claim
    reader: str
    confidence: float
    published: Day | None = None
    said_by: str = ""
    why: tuple[str, ...] = ()
    same_as: str = ""

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.quote) or not self.quote:
            raise ValueError(f"quote of {len(self.quote)} characters at {self.start}..{self.end}")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence {self.confidence} is not between 0 and 1")

    @cached_property
    def id(self) -> str:
        """A hash of what is said and where; reckoned when it is first asked for."""
        said = [
            self.document,
            self.start,
            self.end,
            self.status,
            self.said_by,
            self.reader,
            claim_fields(self.claim),
        ]
        return hashlib.sha256(_WRITER.encode(said).encode()).hexdigest()[:24]

    @property
    def kind(self) -> str:
        """event, commitment, position, forecast or cause."""
        return self.claim.kind

    def as_json(self) -> dict[str, Any]:
        """All fields under the names of the guide, ready for one line of JSON; `event` is added by the record."""
        return {
            "id": self.id,
            "kind": self.kind,
            "document": self.document,
            "path": self.path,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            "language": self.language,
            "published": self.published.iso if self.published else None,
            "status": self.status.value,
            **claim_fields(self.claim),
            "said_by": self.said_by,
            "reader": self.reader,
            "confidence": round(self.confidence, 3),
            "why": list(self.why),
            "same_as": self.same_as or None,
        }


def claim_fields(claim: Claim) -> dict[str, Any]:
    """The claim's own fields as JSON values; `happened` becomes `from` and `to`, ISO days, inclusive."""
    fields: dict[str, Any] = {"kind": claim.kind}
    for name in _FIELDS[claim.kind]:
        value = getattr(claim, name)
        if name == "happened":
            fields["from"] = value.first.isoformat() if value else None
            fields["to"] = value.last.isoformat() if value else None
        else:
            fields[name] = list(value) if isinstance(value, tuple) else value
    return fields


def claim_from(fields: dict[str, Any]) -> Claim:
    """The claim that `claim_fields` wrote; unknown keys are ignored, KeyError for an unknown kind."""
    claim = CLAIMS[fields["kind"]]
    values: dict[str, Any] = {}
    for name in _FIELDS[claim.kind]:
        if name == "happened":
            first, last = fields.get("from"), fields.get("to")
            values[name] = Day.parse(f"{first}..{last or first}") if first else None
        elif name in fields:
            value = fields[name]
            values[name] = tuple(value) if isinstance(value, list) else value
    return claim(**values)
