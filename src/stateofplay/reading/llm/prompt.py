"""The prompt: instructions and the form of the answer are ours alone; what a document says travels as data in JSON."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from stateofplay.documents.document import Passage
from stateofplay.knowledge.event_type import event_types
from stateofplay.knowledge.table import structure
from stateofplay.reading.guide import LIKELIHOODS, STANCES, STATES
from stateofplay.reading.statement import Status

Schema = dict[str, Any]
Message = dict[str, str]

_TEXT: Final[Schema] = {"type": "string"}
_NAMES: Final[Schema] = {"type": "array", "items": {"type": "string"}}
_DAY: Final[Schema] = {"type": ["string", "null"]}


@dataclass(frozen=True, kw_only=True)
class Way:
    """How a model is asked, from `vocabulary/llm.yaml`: characters per request, tokens per answer, waits in seconds."""

    version: str
    characters: int
    answer: int
    confidence: float
    waits: tuple[float, float]
    instructions: str


@cache
def way() -> Way:
    """The way of asking, with the event types written into the instructions."""
    told = structure("vocabulary", "llm.yaml")
    types = "\n".join(f"{name}: {kind.definition()}" for name, kind in event_types().items())
    first, longest = told["waits"]
    return Way(
        version=str(told["version"]),
        characters=int(told["characters"]),
        answer=int(told["answer"]),
        confidence=float(told["confidence"]),
        waits=(float(first), float(longest)),
        instructions=told["instructions"].replace("{types}", types),
    )


def messages(passages: Sequence[tuple[int, Passage]], published: date | None, issues: Sequence[str]) -> list[Message]:
    """What is sent for some passages, each with its number."""
    asked = {
        "published": published.isoformat() if published else None,
        "issues": list(issues),
        "passages": [{"n": number, "text": passage.text} for number, passage in passages],
    }
    return [
        {"role": "system", "content": way().instructions},
        {"role": "user", "content": json.dumps(asked, ensure_ascii=False)},
    ]


@cache
def schema() -> Schema:
    """The strict JSON schema of an answer: the five kinds of the guide, every field required, no other allowed."""
    kinds = [_kind(name, own) for name, own in _fields().items()]
    return _object({"statements": {"type": "array", "items": {"anyOf": kinds}}})


def fingerprint(model: str, asked: Sequence[Message]) -> str:
    """Hash of all that an answer depends on."""
    whole = json.dumps([model, list(asked), schema()], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(whole.encode()).hexdigest()


def _fields() -> dict[str, Schema]:
    days = {"from": _DAY, "to": _DAY}
    sides = {"source": _NAMES, "target": _NAMES}
    amount = {"amount": {"type": ["number", "null"]}, "unit": _TEXT}
    return {
        "event": {"type": _one_of(event_types()), **sides, **days, "people": _NAMES},
        "commitment": {
            "by": _NAMES,
            "beneficiary": _NAMES,
            "what": _TEXT,
            "state": _one_of(STATES),
            **amount,
            **days,
        },
        "position": {"holder": _NAMES, "issue": _TEXT, "stance": _one_of(STANCES), "what": _TEXT},
        "forecast": {"by": _TEXT, "what": _TEXT, "likelihood": _one_of(LIKELIHOODS), "horizon": _TEXT},
        "cause": {"cause": _TEXT, "effect": _TEXT},
    }


def _kind(name: str, own: Schema) -> Schema:
    head: Schema = {"kind": _one_of([name]), "passage": {"type": "integer"}}
    said = {"quote": _TEXT, "cue": _TEXT, "said_by": _TEXT, "status": _one_of(Status)}
    return _object({**head, **said, **own})


def _one_of(words: Any) -> Schema:
    return {"type": "string", "enum": [str(word) for word in words]}


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
