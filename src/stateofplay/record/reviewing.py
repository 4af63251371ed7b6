"""Reviewing: an opinion on a statement becomes a review, which counts after all that were made of it before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from stateofplay.documents.document import Document
from stateofplay.errors import YourInput
from stateofplay.reading.statement import Statement
from stateofplay.record.review import Review, Verdict, corrected, says_of


@dataclass(frozen=True, kw_only=True)
class Opinion:
    """What `by` makes of a statement: a verdict, the `changes` that correct it where it is one, and a note."""

    verdict: Verdict
    by: str
    note: str = ""
    changes: Mapping[str, Any] | None = None

    def __post_init__(self) -> None:
        if (self.verdict is Verdict.CORRECT) != bool(self.changes):
            raise YourInput("a correction needs changes, and no other verdict takes any", mend="write FIELD=VALUE")
        if not self.by.strip():
            raise YourInput("a review says who made it", mend="give a name with --by")


def reviewed(
    statement: Statement, before: Sequence[Review], opinion: Opinion, document: Document, recorded_at: datetime
) -> Review:
    """The review of `statement`, of which the reviews `before` were made already, earliest first.

    YourInput when a correction does not hold, or when the clock stands before the last review.
    """
    if before and before[-1].recorded_at >= recorded_at:
        raise YourInput(
            f"a review of {before[-1].recorded_at} is there already, and the clock says {recorded_at}",
            mend="set the clock",
        )
    by = " ".join(opinion.by.split())
    earlier = next((review for review in before if review.corrected and review.counts == statement.id), None)
    return Review(
        statement=earlier.statement if earlier else statement.id,
        of=statement.id,
        document=statement.document,
        says=earlier.says if earlier else says_of(statement),
        verdict=opinion.verdict,
        by=by,
        recorded_at=recorded_at,
        note=opinion.note,
        corrected=_counting(statement, opinion, document, by, corrects=earlier is not None),
    )


def _counting(
    statement: Statement, opinion: Opinion, document: Document, by: str, *, corrects: bool
) -> Statement | None:
    """What counts beside the reader's own: the correction, or one that was made before and is accepted now."""
    if opinion.verdict is Verdict.CORRECT:
        return corrected(statement, opinion.changes or {}, document, by)
    return statement if corrects and opinion.verdict is Verdict.ACCEPT else None
