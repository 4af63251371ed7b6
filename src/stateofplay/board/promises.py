"""The ledger of promises: commitments that belong together become one story, and later events and words its fate.

Which stories there are, and which of them moved last, is found in columns for all at once (`story`, `matter`); the
steps of a promise (`course`) are worked out when it is looked at.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import overload

from stateofplay.board.ledger import Ledger
from stateofplay.board.promise import Promise
from stateofplay.board.restless import restless
from stateofplay.board.saying import Sayings
from stateofplay.record.column import Ints
from stateofplay.record.record import Record

_BATCH = 25


def promises_of(
    record: Record, on: date | None, known: date | None, *, region: str, between: tuple[str, str] | None = None
) -> "Promises":
    """All promises as they stood on the day `on` (None: as last told) by what was published by `known`.

    `region` names the deals and issues that are known; `between` keeps the promises to which both actors are parties.
    """
    ledger = Ledger(Sayings(record, known, region=region), region, on)
    return Promises(ledger, ledger.order).of(parties=between or ())


class Promises(Sequence[Promise]):
    """Promises, each worked out when it is asked for. The one on whose matter something was done last stands first.

    What is done on a matter is a commitment of the promise, or a deed of who gave it to who received it.
    """

    def __init__(self, ledger: Ledger, stories: Ints) -> None:
        self.ledger, self._stories = ledger, stories

    def __len__(self) -> int:
        return len(self._stories)

    @overload
    def __getitem__(self, at: int) -> Promise: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Promise, ...]: ...
    def __getitem__(self, at: int | slice) -> Promise | tuple[Promise, ...]:
        if isinstance(at, slice):
            return tuple(self.ledger.promises(self._stories[at]))
        return next(self.ledger.promises(self._stories[[at]]))

    def __iter__(self) -> Iterator[Promise]:
        for first in range(0, len(self), _BATCH):
            yield from self[first : first + _BATCH]

    def unlike(self, before: "Promises") -> Iterator[tuple[Promise, Promise | None]]:
        """Those that may stand otherwise than before, each with how it stood; None where it did not stand at all.

        Both are of one record. What is left out stands as it did.
        """
        stirred = restless(before.ledger, self.ledger)
        stories = self._stories[stirred[self._stories]]
        story_of = dict(
            zip(before.ledger.stories.firsts[before._stories].tolist(), before._stories.tolist(), strict=True)
        )
        for first in range(0, len(stories), _BATCH):
            part = stories[first : first + _BATCH]
            firsts = self.ledger.stories.firsts[part].tolist()
            stood = [story_of[row] for row in firsts if row in story_of]
            old = {promise.id: promise for promise in before.ledger.promises(stood)}
            yield from ((promise, old.get(promise.id)) for promise in self.ledger.promises(part))

    def of(self, *, parties: Sequence[str] = (), deal: str | None = None, id: str | None = None) -> "Promises":
        """Those to which all `parties` are parties, that belong to a framework, or that have an id."""
        return Promises(self.ledger, self._stories[self.ledger.holds(self._stories, parties, deal, id)])

    @property
    def parties(self) -> frozenset[str]:
        """Everybody who is party to one of them."""
        return self.ledger.parties(self._stories)
