"""A forecast that somebody else made: who said what how likely, the rule that decides it, and what became of it.

The rule is fixed by the statement alone, before anybody knows the outcome: no later document changes it.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from stateofplay.day import Day
from stateofplay.knowledge.table import rows

STATUSES: Final = ("open", "came-true", "did-not", "void", "not-checkable")
"""What may have become of a forecast. `void`: its time was over when it was published, or its premise did not show."""

_SETTLED: Final = {"came-true": 1.0, "did-not": 0.0}


@dataclass(frozen=True, kw_only=True)
class Rule:
    """An event of one of `types` between these actors, all days of it within `first`..`last`, makes a forecast true.

    `mutual`: it makes no difference who is named first. An empty `target` is any. `place`: the town it must be told of,
    "" for any. `leaders`: it must be told as a meeting of leaders. `assumed`: `last` is ours, the text names no day.
    """

    types: tuple[str, ...]
    source: tuple[str, ...]
    target: tuple[str, ...]
    mutual: bool
    first: date
    last: date
    place: str = ""
    leaders: bool = False
    assumed: bool = False

    def __post_init__(self) -> None:
        if not self.types or not self.source:
            raise ValueError("a rule needs a type of event and somebody who acts")

    @property
    def words(self) -> str:
        """The rule in one line."""
        who = " – ".join((*self.source, *self.target)) if self.mutual else _toward(self.source, self.target)
        extra = (f" in {self.place}" if self.place else "") + (", of leaders" if self.leaders else "")
        assumed = " (no day told)" if self.assumed else ""
        return f"{' or '.join(self.types)} {who}{extra}, {self.first}..{self.last}{assumed}"

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON; `from` and `to` are days, both included."""
        return {
            "types": list(self.types),
            "source": list(self.source),
            "target": list(self.target),
            "mutual": self.mutual,
            "from": self.first.isoformat(),
            "to": self.last.isoformat(),
            "place": self.place or None,
            "leaders": self.leaders,
            "assumed": self.assumed,
        }


@dataclass(frozen=True, kw_only=True)
class Foretold:
    """One forecast found in a document, as it stands on a day.

    `statement` is the id of the statement that makes it. `by` is who forecasts: the person or actor quoted, else the
    author, else the `outlet`; "" where the document names none. `likelihood` is its class, `low`..`high` the range of
    probability for which that stands, both in 0..1. `rule` is None where it is not checkable, and `why` then says why
    not. `event` made it true on the day `resolved`, as the statements `evidence` tell. `premise`: the condition on
    which it hangs, "" for none.
    """

    statement: str
    document: str
    by: str
    outlet: str
    published: Day | None
    quote: str
    language: str
    what: str
    likelihood: str
    low: float
    high: float
    premise: str
    rule: Rule | None
    status: str
    event: str = ""
    resolved: date | None = None
    evidence: tuple[str, ...] = ()
    why: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.status not in STATUSES:
            raise ValueError(f"no status of a forecast: {self.status!r}")
        if (self.rule is None) != (self.status == "not-checkable"):
            raise ValueError("a forecast is checkable by a rule, and not without one")
        if (self.status == "came-true") != bool(self.evidence):
            raise ValueError("what came true has evidence, and nothing else has")

    @property
    def probability(self) -> float:
        """The middle of the range, for scoring."""
        return (self.low + self.high) / 2

    @property
    def outcome(self) -> float | None:
        """1 for what came true, 0 for what did not; None for what is not settled, or hangs on a premise.

        Of forecasts on a premise only those that came true would ever be settled, and a score of them would flatter.
        """
        return None if self.premise else _SETTLED.get(self.status)

    @property
    def brier(self) -> float | None:
        """(probability - outcome)², 0 best and 1 worst; None for what has no outcome. Brier (1950), for one event."""
        return None if self.outcome is None else (self.probability - self.outcome) ** 2

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {
            "statement": self.statement,
            "document": self.document,
            "by": self.by or None,
            "outlet": self.outlet or None,
            "published": self.published.iso if self.published else None,
            "quote": self.quote,
            "language": self.language,
            "what": self.what,
            "likelihood": self.likelihood,
            "low": self.low,
            "high": self.high,
            "premise": self.premise or None,
            "rule": self.rule.as_json() if self.rule else None,
            "status": self.status,
            "event": self.event or None,
            "resolved": self.resolved.isoformat() if self.resolved else None,
            "evidence": list(self.evidence),
            "brier": round(self.brier, 4) if self.brier is not None else None,
            "why": list(self.why),
        }


@cache
def likelihoods() -> dict[str, tuple[float, float]]:
    """Class of likelihood → the range of probability for which it stands: see `vocabulary/likelihood.tsv`."""
    return {row["likelihood"]: (float(row["low"]), float(row["high"])) for row in rows("vocabulary", "likelihood.tsv")}


def _toward(source: tuple[str, ...], target: tuple[str, ...]) -> str:
    return " ".join(source) + (" → " + " ".join(target) if target else "")
