"""A tail: what follows the word of an act in a verb-last language, and what it tells. `predicate` finds it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Tail:
    """`end` is where the predicate ends. `status` is a status, `forecast`, `future` (present tense), `wished`, or "".

    `modifies`: the clause modifies the noun that follows. `mark` is what gave the status.
    """

    end: int
    passive: bool
    modifies: bool
    status: str
    mark: str
