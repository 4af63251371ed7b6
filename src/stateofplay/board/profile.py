"""A profile: facts of an actor, person, framework or issue on a day, and what the record says of it by then."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from stateofplay.board.board import board_of
from stateofplay.board.facts import Facts, Noun, facts_of
from stateofplay.board.position import Position
from stateofplay.board.positions import positions_of
from stateofplay.board.promise import Promise
from stateofplay.board.promises import promises_of
from stateofplay.board.relation import Relation
from stateofplay.knowledge.region import merged
from stateofplay.record.event import Event
from stateofplay.record.record import Record
from stateofplay.record.search import Filter, Found, Search
from stateofplay.record.standing import STANDS

SHOWN: Final = 10
"""Events, relations and promises that a profile shows of each; the counts say how many there are."""

_ACTS: Final = """
    SELECT event, "from", first_published FROM events
    WHERE (list_contains(source, $actor) OR list_contains(target, $actor)) AND {begun}"""
_BEGUN: Final = "coalesce(\"from\", first_published, DATE '0001-01-01') <= $on"
_MENTIONS: Final = f"""
    SELECT DISTINCT event, "from", first_published FROM events, unnest(tellings) t(id)
    WHERE id IN (SELECT id FROM standing WHERE kind = 'event' AND {STANDS}
        AND (list_contains(people, $name) OR said_by = $person)) AND {_BEGUN}"""
_LATEST: Final = 'SELECT event FROM ({}) ORDER BY coalesce("from", first_published) DESC NULLS LAST, event'


@dataclass(frozen=True, kw_only=True)
class Profile:
    """`facts` of the region's data on the day `on`; the rest is what was published by `known` and had begun by then.

    `events` are the latest in which the actor takes part or that name the person, `event_count` how many there are.
    `relations` are an actor's own conduct, those with most evidence first. `promises` are those of the actor, or of
    the deal that a framework is; `positions` those of the actor, taken by the person, or on the issues. `mentions` are
    passages that name a person or framework, published by the day.
    """

    facts: Facts
    on: date
    known: date | None
    events: tuple[Event, ...]
    event_count: int
    relations: tuple[Relation, ...]
    promises: tuple[Promise, ...]
    positions: tuple[Position, ...]
    mentions: Found

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON, events by id alone."""
        return {
            "facts": self.facts.as_json(),
            "on": self.on.isoformat(),
            "known": self.known.isoformat() if self.known else None,
            "events": [event.id for event in self.events],
            "event_count": self.event_count,
            "relations": [relation.as_json() for relation in self.relations],
            "promises": [promise.as_json() for promise in self.promises],
            "positions": [position.as_json() for position in self.positions],
        }


def profile_of(search: Search, noun: Noun | str, id: str, on: date, known: date | None, *, region: str) -> Profile:
    """The profile of the noun with this id; NotFound where the region's data do not know it."""
    record = search.record
    facts = facts_of(noun, id, merged(region, "world"), on)
    ids = _events(record, facts, on, known, region)
    events = {event.id: event for event in record.events(known, ids[:SHOWN])}
    return Profile(
        facts=facts,
        on=on,
        known=known,
        events=tuple(events[id] for id in ids[:SHOWN]),
        event_count=len(ids),
        relations=_relations(record, facts, on, known),
        promises=_promises(record, facts, on, known, region),
        positions=_positions(record, facts, on, known, region),
        mentions=_mentions(search, facts, on, known),
    )


def _events(record: Record, facts: Facts, on: date, known: date | None, region: str) -> list[str]:
    """Ids of the events that concern it, the latest first."""
    params: dict[str, Any] = {"on": on}
    if facts.noun is Noun.ACTOR:
        sql, params = _ACTS.format(begun=_BEGUN), params | {"actor": facts.id}
    elif facts.noun is Noun.PERSON:
        name = merged(region, "world").person(facts.id).name
        sql, params = _MENTIONS, params | {"name": name, "person": facts.id, "known": known}
    else:
        return []
    found: pa.Table = record.ask(_LATEST.format(sql), params, events=record.event_table(known))
    ids: list[str] = pc.unique(found["event"]).to_pylist()
    return ids


def _mentions(search: Search, facts: Facts, on: date, known: date | None) -> Found:
    named = facts.noun in (Noun.PERSON, Noun.FRAMEWORK)
    forms = {form for forms in facts.names.values() for form in forms} if named else set()
    return search.naming(sorted(forms), Filter(until=on, known=known), limit=SHOWN)


def _relations(record: Record, facts: Facts, on: date, known: date | None) -> tuple[Relation, ...]:
    if facts.noun is not Noun.ACTOR:
        return ()
    own = [relation for relation in board_of(record, on, known).relations if relation.source == facts.id]
    return tuple(sorted(own, key=lambda relation: (-relation.count, relation.target))[:SHOWN])


def _promises(record: Record, facts: Facts, on: date, known: date | None, region: str) -> tuple[Promise, ...]:
    if facts.noun not in (Noun.ACTOR, Noun.FRAMEWORK):
        return ()
    found = promises_of(record, on, known, region=region)
    return (found.of(parties=[facts.id]) if facts.noun is Noun.ACTOR else found.of(deal=facts.id))[:SHOWN]


def _positions(record: Record, facts: Facts, on: date, known: date | None, region: str) -> tuple[Position, ...]:
    actor = {Noun.ACTOR: facts.id, Noun.PERSON: facts.actor}.get(facts.noun)
    issues = {Noun.ISSUE: (facts.id,), Noun.FRAMEWORK: facts.issues}.get(facts.noun, (None,))
    found = tuple(
        position
        for issue in issues
        for position in positions_of(record, on, known, region=region, actor=actor, issue=issue)
    )
    if facts.noun is Noun.PERSON:
        return tuple(one for one in found if any(stand.person == facts.id for stand in one.stands))
    members = facts.members if facts.noun is Noun.FRAMEWORK else ()
    return tuple(one for one in found if not members or one.holder in members)
