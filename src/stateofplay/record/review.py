"""A review: what an analyst makes of a statement. It is added beside the statement, which stays as it was read."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, Final

from stateofplay.documents.document import Document
from stateofplay.errors import YourInput
from stateofplay.reading.guide import claim_of
from stateofplay.reading.statement import CLAIMS, Statement, Status, claim_fields
from stateofplay.record.addition import reader_family, short_hash

READER: Final = "review:"
"""What the reader of a corrected statement begins with; the analyst's name follows."""

_OWN: Final = ("status", "said_by", "quote", "kind")
_LONGEST_NAME: Final = 200


class Verdict(StrEnum):
    """What becomes of the statement."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"


@dataclass(frozen=True, kw_only=True)
class Review:
    """One verdict on one statement.

    `statement` is the id of the one that a reader made, `of` that of the one looked at: the same, or an earlier
    correction of it. `corrected` is what counts from now on instead of it, None where the reader's own or nothing does.
    `says` is the same for every version of a reader that says the same at the same place.
    """

    statement: str
    of: str
    document: str
    says: str
    verdict: Verdict
    by: str
    recorded_at: datetime
    note: str = ""
    corrected: Statement | None = None

    def __post_init__(self) -> None:
        if not self.by or len(self.by) > _LONGEST_NAME or self.by != " ".join(self.by.split()):
            raise ValueError(f"a review names who made it, in up to {_LONGEST_NAME} characters")
        if self.recorded_at.tzinfo is None:
            raise ValueError("recorded_at needs a time zone")
        if (self.verdict is Verdict.REJECT and self.corrected) or (
            self.verdict is Verdict.CORRECT and not self.corrected
        ):
            raise ValueError("a correction says what counts instead, a rejection does not")

    @property
    def id(self) -> str:
        """Hash of who said what of which statement, and when."""
        moment = self.recorded_at.astimezone(UTC).isoformat()
        return short_hash(self.statement, self.of, self.verdict, self.by, self.note, moment, self.counts)

    @property
    def counts(self) -> str:
        """Id of the statement that counts from now on; "" for none."""
        if self.verdict is Verdict.REJECT:
            return ""
        return self.corrected.id if self.corrected else self.statement

    @property
    def known_from(self) -> date:
        """The day on which it was made, in UTC: what was known before does not have it."""
        return self.recorded_at.astimezone(UTC).date()

    def as_json(self) -> dict[str, Any]:
        """All of it as JSON values; `counts` is null where nothing counts any more."""
        return {
            "review": self.id,
            "statement": self.statement,
            "of": self.of,
            "document": self.document,
            "verdict": self.verdict.value,
            "by": self.by,
            "note": self.note,
            "at": self.recorded_at.astimezone(UTC).isoformat(),
            "counts": self.counts or None,
        }


def says_of(statement: Statement) -> str:
    """Hash of what a statement says and where, whatever the version of its reader."""
    place = [statement.document, str(statement.start), str(statement.end), statement.status.value, statement.said_by]
    claim = json.dumps(claim_fields(statement.claim), ensure_ascii=False, sort_keys=True)
    return short_hash(*place, reader_family(statement.reader), claim)


def corrected(statement: Statement, changes: Mapping[str, Any], document: Document, by: str) -> Statement:
    """What `statement` says after the `changes`, fields under the names of the guide; read by the analyst `by`.

    A new `quote` is looked for in the document, nearest to the old one. YourInput names every field that is wrong.
    """
    said = statement.as_json()
    kind = changes.get("kind", statement.kind)
    unknown = [name for name in changes if name not in _fields_of(kind)]
    if unknown:
        raise YourInput(f"a statement of kind {kind!r} has no {', '.join(unknown)}", mend=f"it has {_listed(kind)}")
    try:
        claim, status = claim_of({**said, **changes}), Status(changes.get("status", said["status"]))
    except ValueError as error:
        raise YourInput(f"this correction does not hold: {error}", mend=f"{kind}: it has {_listed(kind)}") from error
    start, quote = _place(statement, changes, document)
    made = replace(
        statement,
        start=start,
        end=start + len(quote),
        quote=quote,
        status=status,
        claim=claim,
        said_by=str(changes.get("said_by", statement.said_by)),
        reader=f"{READER}{by}",
        confidence=1.0,
        why=(f"corrected by {by}: {', '.join(sorted(changes))}",),
    )
    if says_of(made) == says_of(replace(statement, reader=made.reader)):
        raise YourInput("this correction changes nothing", mend="accept the statement instead")
    return made


def _fields_of(kind: str) -> tuple[str, ...]:
    named = CLAIMS[kind].__dataclass_fields__ if kind in CLAIMS else {}
    fields = [part for name in named for part in (("from", "to") if name == "happened" else (name,))]
    return tuple(dict.fromkeys((*_OWN, *fields)))


def _listed(kind: str) -> str:
    return ", ".join(_fields_of(kind))


def _place(statement: Statement, changes: Mapping[str, Any], document: Document) -> tuple[int, str]:
    quote = changes.get("quote", statement.quote)
    if quote == statement.quote:
        return statement.start, statement.quote
    found, at = [], document.text.find(quote) if isinstance(quote, str) and quote else -1
    while at >= 0:
        found.append(at)
        at = document.text.find(quote, at + 1)
    if not found:
        raise YourInput(f"the quote {quote!r} is not in the document", mend="copy it from the document's text")
    return min(found, key=lambda place: abs(place - statement.start)), quote
