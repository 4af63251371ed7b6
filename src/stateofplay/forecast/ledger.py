"""The ledger of the forecasts that we issued: each with its rule in terms of the record, and what became of it.

What is decided here is decided as for anybody else's forecast, by `stateofplay.board.outcome`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from stateofplay.board.foretold import Rule
from stateofplay.board.outcome import Outcome, outcomes_of
from stateofplay.knowledge.event_type import event_types
from stateofplay.knowledge.region import merged
from stateofplay.record.issued import Issued
from stateofplay.record.record import Record

_SETTLED: Final = {"came-true": 1.0, "did-not": 0.0}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A forecast of ours, and its outcome as it stood on a day."""

    issued: Issued
    outcome: Outcome

    @property
    def settled(self) -> float | None:
        """1 for what came true, 0 for what did not; None as long as the other might still be found.

        So what came true within days counts only when its time is over: else successes would be scored before failures.
        """
        return _SETTLED[self.outcome.status] if self.outcome.closed else None

    @property
    def brier(self) -> float | None:
        """(probability - outcome)², 0 best and 1 worst; None for what is not settled."""
        return None if self.settled is None else (self.issued.probability - self.settled) ** 2

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON."""
        resolved = self.outcome.resolved
        return {
            **self.issued.as_json(),
            "within": self.issued.within,
            "rule": rule_of(self.issued).as_json(),
            "status": self.outcome.status,
            "event": self.outcome.event or None,
            "resolved": resolved.isoformat() if resolved else None,
            "evidence": list(self.outcome.evidence),
            "why": list(self.outcome.why),
            "brier": round(self.brier, 4) if self.brier is not None else None,
        }


def rule_of(issued: Issued) -> Rule:
    """The rule that decides a forecast: an act of just its type, by the one toward the other, within its days.

    Types near it do not count, since the probability is of this type. Of a meeting, an agreement or joint work it makes
    no difference who is named first.
    """
    return Rule(
        types=(issued.type,),
        source=(issued.source,),
        target=(issued.target,),
        mutual=_mutual(issued.type),
        first=issued.first,
        last=issued.last,
    )


def entries_of(
    record: Record, issued: Sequence[Issued], *, on: date, known: date | None, region: str
) -> tuple[Entry, ...]:
    """These forecasts with what became of them by the day `on`, by what was published by `known`."""
    rules = [rule_of(one) for one in issued]
    outcomes = outcomes_of(record, rules, on, known, region=merged(region, "world"))
    return tuple(Entry(issued=one, outcome=outcome) for one, outcome in zip(issued, outcomes, strict=True))


def counted(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Of several forecasts of one thing made for one day the one that counts, so that none is scored twice.

    The first that was issued, since a later one may know better; of replayed ones the last, by the latest model.
    """
    chosen: dict[tuple[Any, ...], Entry] = {}
    for entry in sorted(entries, key=lambda entry: entry.issued.recorded_at):
        one = entry.issued
        key = (one.day, one.first, one.last, one.type, one.source, one.target, one.replayed)
        if one.replayed or key not in chosen:
            chosen[key] = entry
    return tuple(chosen.values())


def once(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The same without the second of two that are one thing: a meeting that was foretold from both its sides."""
    chosen: dict[tuple[Any, ...], Entry] = {}
    for entry in sorted(entries, key=lambda entry: entry.issued.source):
        one = entry.issued
        sides = (one.source, one.target)
        ends = tuple(sorted(sides)) if _mutual(one.type) else sides
        chosen.setdefault((one.day, one.first, one.last, one.type, ends, one.replayed), entry)
    return tuple(chosen.values())


def _mutual(type: str) -> bool:
    """Whether it makes no difference who of the two is named first."""
    kind = event_types().get(type)
    return kind is not None and kind.mutual
