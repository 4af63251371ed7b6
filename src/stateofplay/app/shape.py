"""Shapes: how statements, events, relations and documents look as JSON, the same behind every door."""

from typing import Any

from stateofplay.board.board import Board
from stateofplay.board.change import Changes
from stateofplay.board.profile import Profile
from stateofplay.board.relation import Relation, Weighed
from stateofplay.brief.phrasing import phrasing
from stateofplay.brief.reasoning import act, told
from stateofplay.documents.document import Document
from stateofplay.forecast.move import Move
from stateofplay.forecast.outlook import Outlook
from stateofplay.forecast.reason import Reason
from stateofplay.reading.statement import Statement
from stateofplay.record.event import Event
from stateofplay.record.review import Review
from stateofplay.record.search import Hit

Shape = dict[str, Any]


def statement_shape(statement: Statement, event: str | None, review: tuple[str, str] | None = None) -> Shape:
    """A statement under the names of the guide, with the id of the event that it tells (None for other kinds).

    `review` is the verdict that it stands by, and whose; None where nobody has reviewed it.
    """
    verdict = {"verdict": review[0], "by": review[1]} if review else None
    return {**statement.as_json(), "event": event, "review": verdict}


def review_shape(review: Review, read: Statement | None = None) -> Shape:
    """A review with what it corrects the statement to, and the statement as it was `read` where that is given."""
    corrected = review.corrected.as_json() if review.corrected else None
    shape = {**review.as_json(), "corrected": corrected}
    return {**shape, "read": read.as_json(), "quote": read.quote} if read else shape


def event_shape(event: Event) -> Shape:
    """An event with all its tellings, earliest published first."""
    happened = event.happened
    return {
        "event": event.id,
        "type": event.type,
        "source": list(event.source),
        "target": list(event.target),
        "from": happened.first.isoformat() if happened else None,
        "to": happened.last.isoformat() if happened else None,
        "status": event.status.value,
        "disputed": event.disputed,
        "publishers": [publisher for publisher in event.publishers if publisher],
        "tellings": [telling_shape(telling, why) for telling, why in zip(event.tellings, event.why, strict=True)],
    }


def telling_shape(telling: Statement, why: str) -> Shape:
    """One telling of an event, and why it is taken for one."""
    return {
        "statement": telling.id,
        "document": telling.document,
        "path": telling.path,
        "language": telling.language,
        "published": telling.published.iso if telling.published else None,
        "status": telling.status.value,
        "start": telling.start,
        "end": telling.end,
        "quote": telling.quote,
        "why": why,
    }


def hit_shape(hit: Hit) -> Shape:
    """A passage that was found: `marks` are the places in `text` of the words that were sought."""
    return {
        "document": hit.document,
        "path": hit.path,
        "title": hit.title,
        "publisher": hit.publisher,
        "published": hit.published.iso if hit.published else None,
        "language": hit.language,
        "start": hit.start,
        "end": hit.end,
        "text": hit.text,
        "marks": [list(mark) for mark in hit.marks],
        "statements": [statement.as_json() for statement in hit.statements],
    }


def profile_shape(profile: Profile) -> Shape:
    """A profile with its events and the passages that name it opened."""
    return {
        **profile.as_json(),
        "events": [event_shape(event) for event in profile.events],
        "mentions": [hit_shape(hit) for hit in profile.mentions.hits],
    }


def document_shape(document: Document) -> Shape:
    """A document without its text."""
    return {
        "id": document.id,
        "path": document.path,
        "title": document.title,
        "publisher": document.publisher,
        "author": document.author,
        "published": document.published.iso if document.published else None,
        "published_by": document.published_by,
        "languages": [language.value for language in document.languages],
        "characters": len(document.text),
    }


def weighed_shape(weighed: Weighed) -> Shape:
    """An event as it counts in a relation."""
    return {
        "weight": round(weighed.weight, 4),
        "intensity": weighed.intensity,
        "contribution": round(weighed.contribution, 4),
        **event_shape(weighed.event),
    }


def relation_shape(relation: Relation) -> Shape:
    """A relation opened to its events, the one that moves it most first."""
    return {**relation.as_json(), "behind": [weighed_shape(weighed) for weighed in relation.events]}


def board_shape(board: Board) -> Shape:
    """A board with the numbers of every relation; open one relation to see its events."""
    return {
        "on": board.on.isoformat(),
        "known": board.known.isoformat() if board.known else None,
        "unplaced": board.unplaced,
        "relations": [relation.as_json() for relation in board.relations],
    }


def changes_shape(changes: Changes) -> Shape:
    """What moved, kind by kind, and the events first told since."""
    return {
        "since": changes.since.isoformat(),
        "on": changes.on.isoformat(),
        "known": changes.known.isoformat() if changes.known else None,
        "moved": [moved.as_json() for moved in changes.moved],
        "events": [event_shape(event) for event in changes.events],
    }


def outlook_shape(outlook: Outlook, language: str, limit: int | None = None) -> Shape:
    """An outlook with its reasons as numbers and in words of `language` (en, zh-Hant), the first `limit` moves of it.

    `sentences` has under the id of each event that a reason rests on the words that tell it.
    """
    shown = outlook.moves[:limit]
    rests_on = {id for move in shown for reason in (*move.reasons, *move.against) for id in reason.events}
    shape = outlook.as_json()
    return {
        **shape,
        "in_all": len(outlook.moves),
        "occasions": [{**one.as_json(), "title": one.occasion.title(language)} for one in outlook.occasions],
        "moves": [move_shape(move, outlook, language) for move in shown],
        "sentences": {id: told for id, told in shape["sentences"].items() if id in rests_on},
    }


def move_shape(move: Move, outlook: Outlook, language: str) -> Shape:
    """A move with what it is in words, and each reason with its sentence and the statements that it rests on."""
    return {
        **move.as_json(),
        "act": act(move, phrasing(language)),
        "reasons": [reason_shape(reason, move, outlook, language) for reason in move.reasons],
        "against": [reason_shape(reason, move, outlook, language) for reason in move.against],
    }


def reason_shape(reason: Reason, move: Move, outlook: Outlook, language: str) -> Shape:
    """A reason with its sentence and the ids of the statements that tell the events it rests on."""
    return {
        **reason.as_json(),
        "sentence": told(reason, move, phrasing(language)),
        "statements": [sentence.statement for sentence in outlook.cited(reason.events)],
    }
