"""The course of a promise: its steps in the order of their days, each told by all statements that tell the same.

Its fate is told by commitments themselves (offered, agreed, in force, reversed), by what a giver does to the receiver
on the same matter (a duty raised again), and by words such as "slow" or "reneged" in what is said on the matter.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

import numpy as np

from stateofplay.board.matter import Matter
from stateofplay.board.promise import OPEN, Step, life
from stateofplay.board.saying import Said
from stateofplay.day import Day

_BEFORE, _AFTER = date.min.toordinal(), date.max.toordinal()
_FEW: Final = 16


def course_of(
    matter: Matter, deeds: Sequence[Said], words: Mapping[str, Sequence[Said]], on: date | None
) -> tuple[Step, ...]:
    """The steps that had begun by the day `on` (None: all); () where none had.

    `deeds` are those on the matter, `words` what a document says in so many words of any promise.
    """
    deeds = [deed for deed in deeds if matter.follows(deed)]
    steps = (draft.step() for draft in _merged(_drafts(matter, deeds, _told(matter, deeds, words))))
    begun = (step for step in steps if on is None or step.placed is None or step.placed <= on)
    return tuple(_lived(sorted(begun, key=_order)))


def _lived(steps: Iterable[Step]) -> Iterator[Step]:
    """The steps in order, less an end told again while the promise is already ended: it must be made anew before."""
    state = ""
    for step in steps:
        if step.state in OPEN or step.state != state:
            yield step
        state = step.state


def _order(step: Step) -> tuple[date, int, str]:
    """By day; of one day in the order in which a promise lives."""
    return step.placed or date.min, life().index(step.state), step.statements[0]


def _told(matter: Matter, deeds: Sequence[Said], words: Mapping[str, Sequence[Said]]) -> list[Said]:
    """What is said in so many words on the matter, in the documents that tell of it."""
    places = _by_document((*matter.story, *deeds))
    return [
        said for document, near in places.items() for said in words.get(document, ()) if matter.concerns(said, near)
    ]


def _by_document(said: Iterable[Said]) -> dict[str, list[Said]]:
    found: dict[str, list[Said]] = {}
    for one in said:
        found.setdefault(one.document, []).append(one)
    return found


class _Draft:
    """A step while statements are joined to it: the earliest telling with the narrowest day."""

    def __init__(self, said: Said, state: str, why: Iterable[str], *more: Said) -> None:
        self.said, self.state, self.giver = said, state, said
        self.happened, self.told, self.placed = said.happened, said.said, said.placed
        self.statements = dict.fromkeys((said.id, *(one.id for one in more)))
        self.documents = dict.fromkeys((said.document,))
        self.why = dict.fromkeys(why)

    @property
    def key(self) -> tuple[Any, ...]:
        """What steps have in common that may be one; of those who bind each other the order does not matter."""
        by, toward = frozenset(self.giver.by), frozenset(self.giver.toward)
        return self.state, by, toward, self.said.amount, self.said.unit

    def take(self, other: "_Draft") -> None:
        """Take in another telling of the same."""
        days = [day for day in (self.happened, other.happened) if day]
        self.happened = min(days, key=lambda day: day.length, default=None)
        self.told = min((day for day in (self.told, other.told) if day), default=None)
        self.placed = min((day for day in (self.placed, other.placed) if day), default=None)
        self.statements |= other.statements
        self.documents |= other.documents
        self.why |= other.why

    def step(self) -> Step:
        """The step that it has become."""
        return Step(
            state=self.state,
            by=self.giver.by,
            toward=self.giver.toward,
            what=self.said.what,
            amount=self.said.amount,
            unit=self.said.unit,
            happened=self.happened,
            said=self.told,
            placed=self.placed,
            quote=self.said.quote,
            language=self.said.language,
            statements=tuple(self.statements),
            documents=tuple(self.documents),
            why=tuple(self.why),
        )


def _drafts(matter: Matter, deeds: Sequence[Said], told: Sequence[Said]) -> Iterator[_Draft]:
    for said in matter.story:
        yield _Draft(said, said.state, (f"commitment {said.state}",))
    causes = _by_document(said for said in told if said.kind == "cause")
    for deed in deeds:
        reasons = [said for said in causes.get(deed.document, ()) if said.overlaps(deed)]
        why = (f"{deed.what} by who promised", *(f"reason given: {said.quote}" for said in reasons))
        yield _Draft(deed, deed.state, why, *reasons)
    done = _by_document(deeds)
    for said in told:
        draft = _Draft(said, said.word, (f"words: {said.word}",))
        draft.giver = matter.giver(said.issue)
        draft.placed = _placed(said, done.get(said.document, ()))
        yield draft


def _placed(said: Said, deeds: Iterable[Said]) -> date | None:
    """Where words of fate take their place: what is given as the reason of a deed came before it."""
    led_to = [deed.placed for deed in deeds if said.kind == "cause" and deed.placed and said.overlaps(deed)]
    return min((day for day in (said.placed, *led_to) if day), default=None)


def _merged(drafts: Iterable[_Draft]) -> list[_Draft]:
    """Steps that tell the same, joined: same state, giver and amount, on days that do not contradict each other."""
    found: list[_Draft] = []
    alike: dict[tuple[Any, ...], _Alike] = defaultdict(_Alike)
    for draft in drafts:
        if not alike[draft.key].take(draft):
            found.append(draft)
    return found


class _Alike:
    """Drafts that may be one but for their days: a thousand, where one does the same to another for years."""

    def __init__(self) -> None:
        self._drafts: list[_Draft] = []
        self._days = np.empty((2, _FEW), np.int64)

    def take(self, draft: _Draft) -> bool:
        """Whether it could be joined to the first whose day it does not contradict; else it is one more of them."""
        many = len(self._drafts)
        first, after = _bounds(draft.happened)
        fits = (self._days[0, :many] < after) & (self._days[1, :many] > first)
        at = int(fits.argmax()) if many else 0
        if many and fits[at]:
            self._drafts[at].take(draft)
            self._days[:, at] = _bounds(self._drafts[at].happened)
            return True
        if many == self._days.shape[1]:
            self._days = np.concatenate([self._days, np.empty_like(self._days)], axis=1)
        self._drafts.append(draft)
        self._days[:, many] = first, after
        return False


def _bounds(day: Day | None) -> tuple[int, int]:
    """Ordinals of the first day and of the one after the last; of no day, those between which all lie."""
    return (day.start.toordinal(), day.end.toordinal()) if day else (_BEFORE, _AFTER)
