"""The ledger of others' forecasts: each gets a rule from its own words, and later events of the record decide it.

A forecast comes true by the first event that its rule describes and that occurred, whoever tells it. It did not when
its time is over, no such event is known, and the record was listening: documents of that time and later ones are known.
"""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from typing import Any, Final

import pyarrow as pa

from stateofplay.board.foretold import Foretold, Rule, likelihoods
from stateofplay.board.fulfilment import Told, fulfils
from stateofplay.board.meeting_of_leaders import tells_leaders
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
class _Met:
    """The event that made a forecast true: the last day of it, the statements that tell it, and how they fit."""

    event: str
    day: date
    evidence: tuple[str, ...]
    why: tuple[str, ...]


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
    reason = _unchecked(claim.get("type") or "", source, target, published)
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


def _unchecked(type: str, source: tuple[str, ...], target: tuple[str, ...], published: date | None) -> str:
    if type not in event_types():
        return "tells no act of a type that the record knows"
    if published is None:
        return "the day of its publication is not known"
    if not source:
        return "names nobody who is to act"
    if event_types()[type].mutual:
        return "" if len({*source, *target}) >= _PAIR else "names one side only"
    return "" if target or type in _listed("alone") else "does not say toward whom"


def _window(claim: dict[str, Any], published: date) -> tuple[date, date] | None:
    """First and last day on which it may come true; the last lies before the first where its time was over at once."""
    first = published + timedelta(days=1)
    if claim.get("from"):
        return max(first, date.fromisoformat(claim["from"])), date.fromisoformat(claim["to"])
    if not claim.get("horizon"):
        return first, published + timedelta(days=_number("default_days"))
    try:
        return first, Day.parse(claim["horizon"]).last
    except ValueError:
        return None


class _Ledger:
    """The record's forecasts, and the events that may decide them, as known on a day."""

    def __init__(self, *, record: Record, on: date, known: date | None, region: Region) -> None:
        self._record, self._snapshot = record, record.snapshot()
        self._on, self._known, self._region = on, known, region

    def forecasts(self) -> tuple[Foretold, ...]:
        rows = self._snapshot.rows(_FORECASTS, {"known": self._known, "on": self._on})
        rows = [{**row, "claim": json.loads(row["claim"])} for row in rows]
        rules = [rule_of(row) for row in rows]
        met = self._met([(n, rule) for n, rule in enumerate(rules) if isinstance(rule, Rule)])
        found = (self._foretold(row, rules[n], met.get(n)) for n, row in enumerate(rows))
        return tuple(sorted(found, key=lambda one: one.rule is None))

    def _foretold(self, row: Row, rule: Rule | str, met: _Met | None) -> Foretold:
        claim = row["claim"]
        low, high = likelihoods()[claim["likelihood"]]
        premise = claim.get("premise") or ""
        status, why = self._status(rule, met, premise)
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
            status=status,
            event=met.event if met else "",
            resolved=met.day if met else None,
            evidence=met.evidence if met else (),
            why=why,
        )

    def _status(self, rule: Rule | str, met: _Met | None, premise: str) -> tuple[str, tuple[str, ...]]:
        """What became of it by the day, and why."""
        if isinstance(rule, str):
            return "not-checkable", (rule,)
        if rule.last < rule.first:
            return "void", ("its time was over when it was published",)
        if met:
            return "came-true", met.why
        if self._on <= rule.last:
            return "open", ()
        if not self._published or self._published[-1] <= rule.last:
            return "open", ("its time is over, but no document published since is known",)
        grace = rule.last + timedelta(days=_number("grace_days"))
        heard = bisect_right(self._published, grace) - bisect_left(self._published, rule.first)
        if heard < _number("heard"):
            return "open", (f"its time is over, but only {heard} documents of that time are known",)
        if premise:
            return "void", ("it hangs on a condition, and the record does not judge whether that held",)
        return "did-not", (f"none of {heard} documents of that time tells of such an event",)

    def _who(self, by: str, row: Row) -> str:
        if by == "author":
            return row["author"] or row["publisher"] or ""
        try:
            return self._region.person(by).name
        except NotFound:
            return by

    @cached_property
    def _published(self) -> list[date]:
        """Days on which the known documents were published, earliest first."""
        days: list[date | None] = self._record.document_table(self._known)["published_last"].to_pylist()
        return [day for day in days if day is not None]

    def _met(self, rules: Sequence[tuple[int, Rule]]) -> dict[int, _Met]:
        """Number of each forecast that came true → how."""
        asked = [row for n, rule in rules if rule.first <= min(rule.last, self._on) for row in _asked(n, rule)]
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
        return self._first_fitting(found, dict(rules))

    def _first_fitting(self, found: list[Row], rules: dict[int, Rule]) -> dict[int, _Met]:
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
            n: _Met(event=row["event"], day=row["last"], evidence=evidence[row["event"]], why=why)
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
        rows: list[Row] = self._snapshot.query(sql, params, tellings=table).to_pylist()
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
