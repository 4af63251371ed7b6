"""A source as it is listed: outlet, title in its own script, day, language and who is quoted, without the quote."""

import re
from functools import cache

from stateofplay.brief.note import Note
from stateofplay.brief.phrasing import Phrasing
from stateofplay.brief.sentence import Span
from stateofplay.knowledge.actor import actors, display
from stateofplay.knowledge.person import Person
from stateofplay.knowledge.region import available, region


def cited_as(note: Note, phrasing: Phrasing) -> str:
    """The source in one line, such as `Harbourline Wire, Seoul hit with 26% duty, 2025-04-03, English`."""
    return "".join(span.text for span in source_spans(note, phrasing))


def source_spans(note: Note, phrasing: Phrasing) -> tuple[Span, ...]:
    """The same in runs; outlet and title carry the language of the document."""
    named = note.outlet or ("" if note.title else file_name(note.path))
    parts = [
        Span(text=named, language=note.language),
        Span(text=note.title, language=note.language),
        Span(text=phrasing.day(note.published) if note.published else phrasing.label("note.undated")),
        Span(text=phrasing.label(f"language.{note.language}")),
        Span(text=_said_by(note, phrasing)),
    ]
    spans: list[Span] = []
    for part in (part for part in parts if part.text):
        spans += [Span(text=phrasing.label("list.comma"))] if spans else []
        spans.append(part)
    return tuple(spans)


def file_name(path: str) -> str:
    """The last part of a path or address, for what has neither outlet nor title.

    >>> file_name("news/2025-08-24_ja.txt")
    '2025-08-24_ja.txt'
    """
    return re.split(r"[/\\]", path.rstrip("/\\"))[-1] or path


def speaker(said_by: str, tag: str) -> str:
    """A speaker by the usual name in a language; as the document has it where we know neither person nor actor."""
    if said_by in _persons():
        return _persons()[said_by].shown(tag)
    return display(said_by, tag) if said_by in actors() else said_by


def _said_by(note: Note, phrasing: Phrasing) -> str:
    return phrasing.label("note.said_by", person=speaker(note.said_by, phrasing.tag)) if note.said_by else ""


@cache
def _persons() -> dict[str, Person]:
    return {found.id: found for name in available() for found in region(name).persons}
