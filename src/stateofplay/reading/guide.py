"""The guide's vocabulary: a claim made of somebody else's words exists only when every field of it is one we know."""

import math
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from stateofplay.day import Day
from stateofplay.errors import NotFound
from stateofplay.knowledge.actor import resolve
from stateofplay.knowledge.event_type import event_types
from stateofplay.reading.statement import (
    CLAIMS,
    CauseClaim,
    Claim,
    CommitmentClaim,
    EventClaim,
    ForecastClaim,
    PositionClaim,
)

STATES: Final = ("offered", "agreed", "in-force", "delayed", "breached", "reversed")
"""How far a commitment has come."""

STANCES: Final = ("for", "against", "ambiguous", "conditional")
"""Where the holder of a position stands."""

LIKELIHOODS: Final = ("certain", "likely", "possible", "unlikely", "remote")
"""How likely a forecast says that it is."""

LONGEST: Final = 300
"""Characters of a phrase at most."""

_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")

Fields = Mapping[str, Any]


def claim_of(fields: Fields) -> Claim:
    """The claim that `fields` make under the names of the guide; actors may be given by any of their names.

    Unknown keys are ignored. ValueError lists every field that is missing or says what the vocabulary does not have.
    """
    kind = fields.get("kind")
    if kind not in CLAIMS:
        raise ValueError(f"kind {kind!r} is none of {', '.join(CLAIMS)}")
    checked = _Checked(fields)
    claim = _MAKERS[str(kind)](checked)
    if checked.problems:
        raise ValueError("; ".join(checked.problems))
    return claim


class _Checked:
    """Reads fields one by one and keeps what is wrong with each; a wrong field reads as empty."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields
        self.problems: list[str] = []

    def word(self, name: str, known: tuple[str, ...]) -> str:
        value = self._fields.get(name)
        if value in known:
            return str(value)
        self.problems.append(f"{name} {value!r} is none of {', '.join(known)}")
        return ""

    def phrase(self, name: str, *, needed: bool = False) -> str:
        value = self._fields.get(name)
        text = "" if value is None else value
        if not isinstance(text, str) or len(text) > LONGEST or _CONTROL.search(text):
            self.problems.append(f"{name} is not a phrase of up to {LONGEST} characters")
            return ""
        if needed and not text.strip():
            self.problems.append(f"{name} is missing")
        return text.strip()

    def slug(self, name: str) -> str:
        text = self.phrase(name)
        if not _SLUG.fullmatch(text):
            self.problems.append(f"{name} {text!r} is not of the form taiwan-contingency")
        return text

    def texts(self, name: str) -> tuple[str, ...]:
        value = self._fields.get(name)
        values = value if isinstance(value, list | tuple) else [value] if value else []
        if not all(isinstance(item, str) and 0 < len(item) <= LONGEST and not _CONTROL.search(item) for item in values):
            self.problems.append(f"{name} is not a list of names")
            return ()
        return tuple(values)

    def actors(self, name: str, *, needed: bool = False) -> tuple[str, ...]:
        found = []
        for text in self.texts(name):
            try:
                found.append(resolve(text))
            except NotFound as error:
                self.problems.append(f"{name}: {error.what}")
        if needed and not self.texts(name):
            self.problems.append(f"{name} is missing")
        return tuple(dict.fromkeys(found))

    def day(self) -> Day | None:
        first, last = self._fields.get("from"), self._fields.get("to")
        if not first and not last:
            return None
        try:
            return Day.parse(f"{first or last}..{last or first}")
        except ValueError:
            self.problems.append(f"from {first!r} to {last!r} is no stretch of days")
            return None

    def number(self, name: str) -> float | None:
        value = self._fields.get(name)
        if value is None or (isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)):
            return None if value is None else float(value)
        self.problems.append(f"{name} {value!r} is no number")
        return None


def _event(checked: _Checked) -> Claim:
    return EventClaim(
        type=checked.word("type", tuple(event_types())),
        source=checked.actors("source"),
        target=checked.actors("target"),
        happened=checked.day(),
        people=checked.texts("people"),
    )


def _commitment(checked: _Checked) -> Claim:
    return CommitmentClaim(
        by=checked.actors("by", needed=True),
        what=checked.phrase("what", needed=True),
        state=checked.word("state", STATES),
        beneficiary=checked.actors("beneficiary"),
        amount=checked.number("amount"),
        unit=checked.phrase("unit"),
        happened=checked.day(),
    )


def _position(checked: _Checked) -> Claim:
    return PositionClaim(
        holder=checked.actors("holder", needed=True),
        issue=checked.slug("issue"),
        stance=checked.word("stance", STANCES),
        what=checked.phrase("what"),
    )


def _forecast(checked: _Checked) -> Claim:
    return ForecastClaim(
        by=checked.phrase("by", needed=True),
        what=checked.phrase("what", needed=True),
        likelihood=checked.word("likelihood", LIKELIHOODS),
        horizon=checked.phrase("horizon"),
    )


def _cause(checked: _Checked) -> Claim:
    return CauseClaim(cause=checked.phrase("cause", needed=True), effect=checked.phrase("effect", needed=True))


_MAKERS: Final[dict[str, Callable[[_Checked], Claim]]] = {
    "event": _event,
    "commitment": _commitment,
    "position": _position,
    "forecast": _forecast,
    "cause": _cause,
}
