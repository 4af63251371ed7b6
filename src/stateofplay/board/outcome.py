"""Outcome: later events of the record decide a forecast, ours or another's, by its rule, and nothing else does.

It comes true by the first event that its rule describes and that occurred, whoever tells it. It did not when its time
is over, no such event is known, and the record was listening: documents of that time and later ones are known.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, cached_property
from typing import Any, Final

import pyarrow as pa

from stateofplay.board.foretold import Rule
from stateofplay.board.fulfilment import Told, fulfils
from stateofplay.knowledge.event_type import event_types
from stateofplay.knowledge.region import Region
from stateofplay.knowledge.table import structure
from stateofplay.record.record import Record
from stateofplay.record.row import Row
from stateofplay.record.standing import STANDS

# Events that occurred, once for every way in which a rule may name two of those who took part.
_MATCHES: Final = """
WITH act AS (
    SELECT event, type, source, target, "from" AS first, "to" AS last,
        list_sort(list_distinct(source || target)) AS everybody, type IN (SELECT unnest($mutual)) AS mutual
    FROM events
    WHERE status = 'occurred' AND "from" >= $since AND "to" <= $on AND type IN (SELECT type FROM asked)
),
ways AS (
    SELECT *, doer || '>' || other AS way FROM (
        SELECT *, unnest(list_append(target, '')) AS other
        FROM (SELECT *, unnest(source) AS doer FROM act WHERE NOT mutual))
    UNION ALL BY NAME
    SELECT *, doer || '>' || other AS way FROM (
        SELECT *, unnest(everybody) AS other
        FROM (SELECT *, unnest(everybody) AS doer FROM act WHERE mutual)) WHERE doer < other
),
met AS (
    SELECT DISTINCT a.n, a.fine, e.event, e.first, e.last
    FROM asked a JOIN ways e ON e.type = a.type AND e.way = a.way AND e.first >= a.first AND e.last <= a.last
    WHERE CASE WHEN a.mutual THEN list_has_all(e.everybody, a.source || a.target)
        ELSE list_has_all(e.source, a.source) AND list_has_all(e.target, a.target) END
)
SELECT n, event, last FROM met
QUALIFY fine OR row_number() OVER (PARTITION BY n ORDER BY last, first, event) = 1
ORDER BY n, last, first, event"""

_EVIDENCE: Final = """
SELECT event, list(id ORDER BY place) AS ids FROM tellings
WHERE status = 'occurred' AND event IN (SELECT unnest($events)) GROUP BY event"""

_TELLINGS: Final = f"""
SELECT t.event, s.quote, s.language, s.people, s.document FROM tellings t JOIN standing s ON s.id = t.id
WHERE t.status = 'occurred' AND t.event IN (SELECT unnest($events)) AND {STANDS.replace("known_", "s.known_")}
ORDER BY t.event, t.place"""

_TEXTS: Final = "SELECT id, text FROM document WHERE id IN (SELECT unnest($documents))"

_PAIR: Final = 2
_ASKED: Final = pa.schema(
    {
        "n": pa.int64(),
        "type": pa.string(),
        "way": pa.string(),
        "source": pa.list_(pa.string()),
        "target": pa.list_(pa.string()),
        "mutual": pa.bool_(),
        "first": pa.date32(),
        "last": pa.date32(),
        "fine": pa.bool_(),
    }
)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of a forecast by a day: `open`, `came-true`, `did-not`, or `void` where its time never began.

    `event` made it true on the day `resolved`, as the statements `evidence` tell; `why` says how that is known.
    `closed`: its time is over and the record was listening, so that it would be `did-not` had nothing met it. Scores of
    many forecasts may count those alone, else what comes true is counted before what does not.
    """

    status: str
    event: str = ""
    resolved: date | None = None
    evidence: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    closed: bool = False


def outcomes_of(
    record: Record, rules: Sequence[Rule], on: date, known: date | None, *, region: Region
) -> tuple[Outcome, ...]:
    """What became of each rule by the day `on`, by what was published by `known`.

    `region` names those who lead, for rules that ask for a meeting of leaders.
    """
    events = _Events(record=record, on=on, known=known, region=region)
    met, unmet = events.met(rules), [events.unmet(rule) for rule in rules]
    return tuple(replace(met[n], closed=one.closed) if n in met else one for n, one in enumerate(unmet))


@cache
def _number(key: str) -> int:
    return int(structure("vocabulary", "foretold.yaml")[key])


class _Events:
    """The record's events and documents that may decide a rule, as known on a day."""

    def __init__(self, *, record: Record, on: date, known: date | None, region: Region) -> None:
        self._record, self._snapshot = record, record.snapshot()
        self._on, self._known, self._region = on, known, region

    def unmet(self, rule: Rule) -> Outcome:
        """What became of a rule that no event met."""
        if rule.last < rule.first:
            return Outcome(status="void", why=("its time was over when it was published",))
        if self._on <= rule.last:
            return Outcome(status="open")
        if not self._published or self._published[-1] <= rule.last:
            return Outcome(status="open", why=("its time is over, but no document published since is known",))
        grace = rule.last + timedelta(days=_number("grace_days"))
        heard = bisect_right(self._published, grace) - bisect_left(self._published, rule.first)
        if heard < _number("heard"):
            return Outcome(status="open", why=(f"its time is over, but only {heard} documents of that time are known",))
        why = (f"none of {heard} documents of that time tells of such an event",)
        return Outcome(status="did-not", why=why, closed=True)

    @cached_property
    def _published(self) -> list[date]:
        """Days on which the known documents were published, earliest first."""
        days: list[date | None] = self._record.document_table(self._known)["published_last"].to_pylist()
        return [day for day in days if day is not None]

    def met(self, rules: Sequence[Rule]) -> dict[int, Outcome]:
        """Number of each rule that an event met → how."""
        asked = [
            row for n, rule in enumerate(rules) if rule.first <= min(rule.last, self._on) for row in _asked(n, rule)
        ]
        if not asked:
            return {}
        table = pa.Table.from_pylist(asked, schema=_ASKED)
        params = {
            "mutual": [name for name, kind in event_types().items() if kind.mutual],
            "since": min(row["first"] for row in asked),
            "on": self._on,
        }
        events = self._record.event_table(self._known)
        found = self._snapshot.query(_MATCHES, params, asked=table, events=events).to_pylist()
        return self._first_fitting(found, rules)

    def _first_fitting(self, found: list[Row], rules: Sequence[Rule]) -> dict[int, Outcome]:
        fine = {row["event"] for row in found if _fine(rules[row["n"]])}
        placed = {row["event"] for row in found if rules[row["n"]].place}
        told = self._told(sorted(fine), placed)
        chosen: dict[int, tuple[Row, tuple[str, ...]]] = {}
        for row in found:
            if row["n"] in chosen:
                continue
            rule = rules[row["n"]]
            why = fulfils(rule, row["last"], told[row["event"]], self._region) if _fine(rule) else ()
            if why is not None:
                chosen[row["n"]] = row, why
        evidence = self._evidence({row["event"] for row, _ in chosen.values()})
        return {
            n: Outcome(
                status="came-true",
                event=row["event"],
                resolved=row["last"],
                evidence=evidence[row["event"]],
                why=why,
            )
            for n, (row, why) in chosen.items()
        }

    def _told(self, events: list[str], placed: set[str]) -> dict[str, list[Told]]:
        """The tellings of each event; with the text of their documents only for those that must be `placed`."""
        found: dict[str, list[Told]] = {event: [] for event in events}
        rows = self._tellings(_TELLINGS, events) if events else []
        documents = sorted({row["document"] for row in rows if row["event"] in placed})
        texts = {row["id"]: row["text"] for row in self._snapshot.rows(_TEXTS, {"documents": documents})}
        for row in rows:
            people, text = frozenset(row["people"] or ()), texts.get(row["document"], "")
            told = Told(quote=row["quote"], language=row["language"], people=people, text=text)
            found[row["event"]].append(told)
        return found

    def _evidence(self, events: Iterable[str]) -> dict[str, tuple[str, ...]]:
        return {row["event"]: tuple(row["ids"]) for row in self._tellings(_EVIDENCE, sorted(events))}

    def _tellings(self, sql: str, events: list[str]) -> list[Row]:
        params: dict[str, Any] = {"events": events}
        if "$known" in sql:
            params["known"] = self._known
        table = self._record.telling_table(self._known)
        rows: list[Row] = self._record.ask(sql, params, tellings=table).to_pylist()
        return rows


def _fine(rule: Rule) -> bool:
    """Whether more than columns decides: the words and persons of the tellings."""
    return bool(rule.place) or rule.leaders


def _asked(n: int, rule: Rule) -> Iterator[Row]:
    """What to look for, once for every type and way of naming two of the actors."""
    for type in rule.types:
        mutual = event_types()[type].mutual
        if mutual or rule.mutual:
            pair = sorted({*rule.source, *rule.target})[:_PAIR]
            ways = [f"{pair[0]}>{pair[1]}", f"{pair[1]}>{pair[0]}"] if len(pair) == _PAIR else []
            ways = ways[:1] if mutual else ways
        else:
            ways = [f"{rule.source[0]}>{rule.target[0] if rule.target else ''}"]
        for way in ways:
            yield {
                "n": n,
                "type": type,
                "way": way,
                "source": rule.source,
                "target": rule.target,
                "mutual": mutual or rule.mutual,
                "first": rule.first,
                "last": rule.last,
                "fine": _fine(rule),
            }
