"""Admission: a proposal becomes a statement only when its quote stands in the text and every field is one we know.

A model may lie, and a document may have told it to: nothing here asks why. What fails is dropped, with the reason.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from stateofplay.documents.document import Document, Passage
from stateofplay.reading.guide import claim_of
from stateofplay.reading.llm.prompt import way
from stateofplay.reading.statement import Claim, CommitmentClaim, EventClaim, Statement, Status

_HAPPENED = frozenset({Status.OCCURRED, Status.ONGOING})

Numbered = Sequence[tuple[int, Passage]]
Proposal = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Admission:
    """Judges proposals on the passages of one `document`, for a `reader`. `dropped` counts what failed, by reason."""

    document: Document
    reader: str
    dropped: Counter[str] = field(default_factory=Counter)

    def statement(self, proposal: Any, passages: Numbered) -> Statement | None:
        """The statement that a proposal makes; None, with the reason counted, where it makes none."""
        try:
            return self._statement(proposal, passages)
        except ValueError as refused:
            self.dropped[str(refused.args[0])] += 1
            return None

    def _statement(self, proposal: Any, passages: Numbered) -> Statement:
        if not isinstance(proposal, dict):
            raise ValueError("no object")
        passage, offset = _place(proposal, passages)
        quote, start = proposal["quote"], passage.start + offset
        if self.document.text[start : start + len(quote)] != quote:
            raise ValueError("the quote is not in the text")
        status = _status(proposal)
        return Statement(
            document=self.document.id,
            path=self.document.path,
            start=start,
            end=start + len(quote),
            quote=quote,
            language=passage.language.value,
            status=status,
            claim=self._claim(proposal, status, passages),
            reader=self.reader,
            confidence=way().confidence,
            published=self.document.published,
            said_by=_verbatim(proposal.get("said_by"), passages),
            why=_why(proposal, quote),
        )

    def _claim(self, proposal: Proposal, status: Status, passages: Numbered) -> Claim:
        try:
            claim = claim_of(proposal)
        except ValueError as error:
            raise ValueError("a field is not of the guide") from error
        if isinstance(claim, EventClaim):
            claim = replace(claim, people=tuple(name for name in claim.people if _verbatim(name, passages)))
        return self._dated(claim, status)

    def _dated(self, claim: Claim, status: Status) -> Claim:
        """What happened is not dated after it was told, and a stretch that reaches beyond ends there."""
        published = self.document.published
        if not isinstance(claim, EventClaim | CommitmentClaim) or claim.happened is None or published is None:
            return claim
        if status not in _HAPPENED:
            return claim
        if claim.happened.first > published.last:
            raise ValueError("it happened after it was told")
        return replace(claim, happened=claim.happened.capped(published.last))


def _place(proposal: Proposal, passages: Numbered) -> tuple[Passage, int]:
    """The one place of the quote: in the passage that was named, else anywhere in what was asked about."""
    quote = proposal.get("quote")
    if not isinstance(quote, str) or not quote.strip():
        raise ValueError("no quote")
    named = [passage for number, passage in passages if number == proposal.get("passage")]
    for among in (named, [passage for _, passage in passages]):
        places = [(passage, at) for passage in among for at in _places(quote, passage.text)]
        if len(places) == 1:
            return places[0]
        if places:
            raise ValueError("the quote stands in several places")
    raise ValueError("the quote is not in the text")


def _places(quote: str, text: str) -> list[int]:
    found, at = [], text.find(quote)
    while at >= 0:
        found.append(at)
        at = text.find(quote, at + 1)
    return found


def _status(proposal: Proposal) -> Status:
    try:
        return Status(str(proposal.get("status")))
    except ValueError as error:
        raise ValueError("a field is not of the guide") from error


def _verbatim(text: Any, passages: Numbered) -> str:
    """`text` where the passages have it as written, else ""."""
    there = isinstance(text, str) and any(text in passage.text for _, passage in passages)
    return text if there and isinstance(text, str) else ""


def _why(proposal: Proposal, quote: str) -> tuple[str, ...]:
    cue = proposal.get("cue")
    told = (cue,) if isinstance(cue, str) and cue and cue in quote else ()
    return ("read by a language model", *told)
