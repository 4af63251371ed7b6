"""What one sentence tells: a claim with its place in the sentence, before it becomes a statement of a document."""

from dataclasses import dataclass

from stateofplay.reading.statement import Claim, Status


@dataclass(slots=True, kw_only=True)
class Told:
    """`start` and `end` count characters of the sentence. `sureness` is in 0..1; `why` names the rule and its words.
    `reasons` are what the confidence of an event was summed from.
    """

    start: int
    end: int
    status: Status
    claim: Claim
    sureness: float
    why: tuple[str, ...]
    said_by: str = ""
    reasons: tuple[str, ...] = ()
