"""The ledger of others' forecasts: each gets a rule from its own words, and later events of the record decide it.

`outcome` says when one came true and when it did not.
"""

import json
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

from stateofplay.board.foretold import Foretold, Rule, likelihoods
from stateofplay.board.meeting_of_leaders import tells_leaders
from stateofplay.board.outcome import Outcome, outcomes_of
from stateofplay.day import Day
from stateofplay.errors import NotFound
from stateofplay.knowledge.event_type import event_types
from stateofplay.knowledge.region import Region, merged
from stateofplay.knowledge.table import structure
from stateofplay.record.record import Record
from stateofplay.record.row import Row, day_of
from stateofplay.record.standing import STANDS

_FORECASTS: Final = f"""
SELECT s.id, s.document, s.quote, s.language, s.claim, s.published_first, s.published_last, s.publisher, d.author
FROM standing s JOIN document d ON d.id = s.document
WHERE s.kind = 'forecast' AND {STANDS.replace("known_", "s.known_")}
    AND (s.published_last IS NULL OR s.published_last <= $on)
ORDER BY s.published_last DESC NULLS LAST, s.document, s.start, s.id"""


@cache
def _number(key: str) -> int:
    return int(structure("vocabulary", "foretold.yaml")[key])


@cache
def counting_as(type: str) -> tuple[str, ...]:
    """Types of event that fulfil a forecast of `type`, itself first."""
    return type, *structure("vocabulary", "foretold.yaml")["counts_as"].get(type, ())


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(structure("vocabulary", "foretold.yaml")[key])


def forecasts_of(record: Record, on: date, known: date | None, *, region: str) -> tuple[Foretold, ...]:
    """All forecasts published by the day `on`, as they stood then, by what was published by `known`.

    Those that are checkable stand first, of these the latest. `region` names the persons who forecast and who lead.
    """
    return _Ledger(record=record, on=on, known=known, region=merged(region, "world")).forecasts()


def rule_of(row: Row) -> Rule | str:
    """The rule that decides a forecast, from its statement alone; else, as text, why it is not checkable.

    `row` has the fields of the `claim`, `quote`, `language` and the publication day.
    """
    claim, published = row["claim"], row["published_last"]
    source, target = tuple(claim.get("source") or ()), tuple(claim.get("target") or ())
    dated = bool(claim.get("from"))
    reason = _unchecked(claim.get("type") or "", source, target, published, dated=dated)
    if reason:
        return reason
    window = _window(claim, published)
    if window is None:
        return f"its horizon is no day: {claim['horizon']}"
    type = claim["type"]
    return Rule(
        types=counting_as(type),
        source=source,
        target=target,
        mutual=event_types()[type].mutual,
        first=window[0],
        last=window[1],
        place=claim.get("place") or "" if type in _listed("placed") else "",
        leaders=type == "CONSULT" and tells_leaders(row["quote"], row["language"]),
        assumed=not claim.get("horizon"),
    )


def _unchecked(
    type: str, source: tuple[str, ...], target: tuple[str, ...], published: date | None, *, dated: bool
) -> str:
    if type not in event_types():
        return "foretells how things will stand, no act of a type that the record knows"
    if published is None and not dated:
        return "the day of its publication is not known, and the text tells no day"
    if not source:
        return "names nobody who is to act"
    if event_types()[type].mutual:
        return "" if len({*source, *target}) > 1 else "names one side only"
    return "" if target or type in _listed("alone") else "does not say toward whom"


def _window(claim: dict[str, Any], published: date | None) -> tuple[date, date] | None:
    """First and last day on which it may come true; the last lies before the first where its time was over at once.

    Days that the text tells are the window of a forecast whose own day is not known: it spoke of them as to come.
    """
    first = published + timedelta(days=1) if published else date.min
    if claim.get("from"):
        return max(first, date.fromisoformat(claim["from"])), date.fromisoformat(claim["to"])
    assert published is not None, "a rule without days told needs the day of publication"
    if not claim.get("horizon"):
        return first, published + timedelta(days=_number("default_days"))
    try:
        return first, Day.parse(claim["horizon"]).last
    except ValueError:
        return None


class _Ledger:
    """The record's forecasts, as known on a day."""

    def __init__(self, *, record: Record, on: date, known: date | None, region: Region) -> None:
        self._record, self._on, self._known, self._region = record, on, known, region

    def forecasts(self) -> tuple[Foretold, ...]:
        rows = self._record.ask(_FORECASTS, {"known": self._known, "on": self._on}).to_pylist()
        rows = [{**row, "claim": json.loads(row["claim"])} for row in rows]
        rules = [rule_of(row) for row in rows]
        checkable = [rule for rule in rules if isinstance(rule, Rule)]
        outcomes = iter(outcomes_of(self._record, checkable, self._on, self._known, region=self._region))
        found = [
            self._foretold(row, rule, next(outcomes) if isinstance(rule, Rule) else None)
            for row, rule in zip(rows, rules, strict=True)
        ]
        return tuple(sorted(found, key=lambda one: one.rule is None))

    def _foretold(self, row: Row, rule: Rule | str, outcome: Outcome | None) -> Foretold:
        claim = row["claim"]
        low, high = likelihoods()[claim["likelihood"]]
        premise = claim.get("premise") or ""
        became = _on_premise(outcome, premise) if outcome else Outcome(status="not-checkable", why=(str(rule),))
        return Foretold(
            statement=row["id"],
            document=row["document"],
            by=self._who(claim["by"], row),
            outlet=row["publisher"] or "",
            published=day_of(row, "published"),
            quote=row["quote"],
            language=row["language"],
            what=claim["what"],
            likelihood=claim["likelihood"],
            low=low,
            high=high,
            premise=premise,
            rule=rule if isinstance(rule, Rule) else None,
            status=became.status,
            event=became.event,
            resolved=became.resolved,
            evidence=became.evidence,
            why=became.why,
        )

    def _who(self, by: str, row: Row) -> str:
        if by == "author":
            return row["author"] or row["publisher"] or ""
        try:
            return self._region.person(by).name
        except NotFound:
            return by


def _on_premise(outcome: Outcome, premise: str) -> Outcome:
    """The same, but void where it hangs on a condition and did not come true."""
    if not premise or outcome.status != "did-not":
        return outcome
    return Outcome(status="void", why=("it hangs on a condition, and the record does not judge whether that held",))
