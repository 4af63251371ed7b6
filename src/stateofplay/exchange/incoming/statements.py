"""Our own JSON Lines, as `statements --jsonl` writes them: put back where the document is there, else kept as excerpts.

Who read is kept: the reader `rules/3` of the file is `import:rules/3` here, so that nobody's readings supersede ours.
"""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from dataclasses import fields as fields_of_class
from itertools import groupby
from typing import Any, Final

from stateofplay.day import Day
from stateofplay.documents.document import Document, Language
from stateofplay.errors import DocumentError
from stateofplay.exchange.incoming.excerpt import Excerpt, Quote
from stateofplay.exchange.incoming.json_line import Fields, fields_of, text, texts
from stateofplay.exchange.incoming.line import Line
from stateofplay.exchange.incoming.telling import broken, settings, unread
from stateofplay.knowledge.event_type import event_types
from stateofplay.reading.guide import LIKELIHOODS, STANCES, STATES
from stateofplay.reading.statement import Claim, EventClaim, Statement, Status, claim_from
from stateofplay.record.addition import Reading, Unread

Held = Callable[[str], tuple[Document, frozenset[str]] | None]
"""Id of a document → the document and the ids of its statements in the record; None where it is not there."""

_IMPORTED: Final = "import:"
_LINES_AT_ONCE: Final = 5000  # of one document; past that a second excerpt begins, to bound memory
_WORDS: Final[dict[str, Iterable[str]]] = {"state": STATES, "stance": STANCES, "likelihood": LIKELIHOODS}


@dataclass(frozen=True, kw_only=True)
class Said:
    """A line of the file: the statement as it was `told` there, with the id that others may refer to it by."""

    line: Line
    id: str
    told: Statement
    same_as: str

    @property
    def quote(self) -> Quote:
        """Its words and where they stood."""
        return Quote(start=self.told.start, text=self.told.quote, language=Language(self.told.language))


def read_statements(lines: Iterator[Line], held: Held, published: Day | None = None) -> Iterator[Reading | Unread]:
    """The readings that the lines of one file make; lines of one document should follow each other.

    `published` is the day of documents that give none.
    """
    said: list[Said] = []
    for line in lines:
        if not (line.text.strip() or line.fault):
            continue
        try:
            one = _said(line, published)
        except DocumentError as error:
            yield unread(line, error)
            continue
        if said and (one.told.document != said[0].told.document or len(said) >= _LINES_AT_ONCE):
            yield from _readings(said, held)
            said = []
        said.append(one)
    if said:
        yield from _readings(said, held)


def _readings(said: list[Said], held: Held) -> Iterator[Reading | Unread]:
    found = held(said[0].told.document)
    if found is None:
        yield from _excerpted(said)
        return
    document, known = found
    placed = []
    for one in said:
        if document.text[one.told.start : one.told.end] != one.told.quote:
            yield unread(
                one.line, broken(f"its quote does not stand at {one.told.start} of the document in this record")
            )
        elif one.told.id in known:
            yield Reading(document=document, raw=None, statements=(one.told,), reader=one.told.reader)
        else:
            placed.append((one, one.told.start))
    yield from _by_reader(document, placed)


def _excerpted(said: list[Said]) -> Iterator[Reading | Unread]:
    first = said[0].told
    excerpt = Excerpt([one.quote for one in said], of=first.document, path=first.path, published=first.published)
    placed = []
    for one in said:
        if one.quote in excerpt.out:
            yield unread(one.line, broken(f"another line has other words at {one.told.start} of the same document"))
        else:
            placed.append((one, excerpt.place(one.quote)))
    yield from _by_reader(excerpt.document, placed)


def _by_reader(document: Document, placed: list[tuple[Said, int]]) -> Iterator[Reading]:
    """One reading for each reader; tellings of one act stay linked under their new ids."""
    new = {one.id: _moved(one.told, document, start) for one, start in placed}
    linked = [replace(new[one.id], same_as=_id(new, one.same_as)) for one, _ in placed]
    for reader, statements in groupby(sorted(linked, key=lambda told: told.reader), key=lambda told: told.reader):
        yield Reading(document=document, raw=None, statements=tuple(statements), reader=reader)


def _moved(told: Statement, document: Document, start: int) -> Statement:
    reader = told.reader if told.reader.startswith(_IMPORTED) else _IMPORTED + told.reader
    end = start + len(told.quote)
    return replace(
        told, document=document.id, start=start, end=end, reader=reader, published=document.published, same_as=""
    )


def _id(new: dict[str, Statement], old: str) -> str:
    return new[old].id if old in new else ""


def _said(line: Line, published: Day | None) -> Said:
    if line.fault:
        raise broken(line.fault)
    fields = fields_of(line)
    document = text(fields.get("document"))
    if not document:
        raise broken("document is missing")
    try:
        told = _statement(fields, document, published)
    except (KeyError, TypeError, ValueError) as error:
        raise broken(f"no statement: {error}") from error
    return Said(line=line, id=text(fields.get("id")) or told.id, told=told, same_as=text(fields.get("same_as")))


def _statement(fields: Fields, document: str, published: Day | None) -> Statement:
    day, confidence = text(fields.get("published")), fields.get("confidence")
    return Statement(
        document=document,
        path=text(fields.get("path")) or document,
        start=_place(fields["start"]),
        end=_place(fields["end"]),
        quote=_words(fields["quote"]),
        language=(Language.told(text(fields.get("language"))) or Language.OTHER).value,
        status=Status(text(fields["status"])),
        claim=_claim(fields),
        reader=text(fields.get("reader")) or "unknown",
        confidence=float(settings("statements")["confidence"] if confidence is None else confidence),
        published=Day.parse(day) if day else published,
        said_by=text(fields.get("said_by")),
        why=texts(fields.get("why")),
    )


def _place(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(f"{value!r} is no place")
    return value


def _words(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("quote is no text")
    return value


def _claim(fields: Fields) -> Claim:
    """The claim of a line; ValueError where a field is of the wrong kind, or says no word of the guide."""
    claim = claim_from(fields)
    for field in fields_of_class(claim):
        value = getattr(claim, field.name)
        if not _sound(value, field.type):
            raise ValueError(f"{field.name} is {value!r}")
        if value not in _WORDS.get(field.name, (value,)):
            raise ValueError(f"{field.name} {value!r} is no word of the guide")
    if isinstance(claim, EventClaim) and claim.type not in event_types():
        raise ValueError(f"type {claim.type!r} is none that we know")
    return claim


def _sound(value: Any, kind: Any) -> bool:
    if kind is str:
        return isinstance(value, str)
    if kind == tuple[str, ...]:
        return isinstance(value, tuple) and all(isinstance(item, str) for item in value)
    number = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    return value is None or isinstance(value, Day) or number
