"""A mark: one statement, by a hand or a reader, reduced to what a comparison looks at; white space never counts.

A mark's place is counted in the characters of its text that are no white space, so a quote that a page breaks over two
lines stands where the same words on one line do.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Any, Final

from stateofplay.reading.statement import Statement

_SPACE: Final = re.compile(r"\s+")
_AROUND: Final = 400
"""Characters before the last place found within which a repeated quote is looked for again."""

Span = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One statement of document `doc`.

    `parties` are those by whom a commitment or forecast is, or who hold a position. `first` and `last` are ISO days,
    both included, "" where unknown. `span` is its place, end not included, None where the quote is not in the text.
    `confidence` is in 0..1, None where none was stated. `said` is the whole statement as JSON values, for showing.
    """

    doc: str
    kind: str
    language: str
    quote: str
    status: str
    type: str = ""
    source: frozenset[str] = frozenset()
    target: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    first: str = ""
    last: str = ""
    confidence: float | None = None
    span: Span | None = None
    said: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)


def mark_of(said: Mapping[str, Any], doc: str, language: str) -> Mark:
    """The mark of a statement in the form of the guide; missing fields are empty."""
    first = str(said.get("from") or "")
    return Mark(
        doc=doc,
        kind=str(said["kind"]),
        language=language,
        quote=str(said.get("quote") or ""),
        status=str(said.get("status") or ""),
        type=str(said.get("type") or ""),
        source=_actors(said.get("source")),
        target=_actors(said.get("target")),
        parties=_actors(said.get("holder") or said.get("by")),
        first=first,
        last=str(said.get("to") or first),
        confidence=said.get("confidence"),
        said=said,
    )


def mark_of_statement(statement: Statement, doc: str, language: str, places: list[int]) -> Mark:
    """The mark of a statement that a reader made; `places` are those of its document's text."""
    made = mark_of(statement.as_json(), doc, language)
    return replace(made, span=(places[statement.start], places[statement.end]), confidence=statement.confidence)


def squeezed(text: str) -> str:
    """`text` without its white space."""
    return _SPACE.sub("", text)


def places_in(text: str) -> list[int]:
    """For each offset of `text`, its end included, how many characters before it are no white space."""
    return list(accumulate((not character.isspace() for character in text), initial=0))


def placed(marks: Iterable[Mark], text: str) -> list[Mark]:
    """The marks with their spans in the squeezed `text`, found by their quotes; a repeated quote in document order."""
    reached, found = 0, []
    for mark in marks:
        quote = squeezed(mark.quote)
        at = text.find(quote, max(0, reached - _AROUND)) if quote else -1
        at = text.find(quote) if quote and at < 0 else at
        reached = at if at >= 0 else reached
        found.append(replace(mark, span=(at, at + len(quote)) if at >= 0 else None))
    return found


def _actors(value: Any) -> frozenset[str]:
    return frozenset(value if isinstance(value, list | tuple) else [value] if value else [])
