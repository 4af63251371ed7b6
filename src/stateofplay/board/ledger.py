"""The ledger of promises on one day: its stories in columns, and the promises that they become when looked at."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property

import numpy as np
import pyarrow.compute as pc

from stateofplay.board.course import course_of
from stateofplay.board.matter import Deeds, Matter, matters_of
from stateofplay.board.promise import Promise, Step
from stateofplay.board.saying import Said, Sayings
from stateofplay.board.story import Stories
from stateofplay.knowledge.region import merged
from stateofplay.record.column import Bools, Ints, flags

Matters = tuple[Ints, Ints, Ints]


class Ledger:
    """The stories of a record that a question is about, as known on a day."""

    def __init__(self, sayings: Sayings, region: str, on: date | None) -> None:
        self.sayings, self._on = sayings, on
        self.day = (on or date.max).toordinal()
        self._settled = {deal.id: tuple(deal.issues) for deal in merged(region, "world").frameworks if deal.issues}
        self.stories = Stories(sayings, np.flatnonzero(sayings.commitment))

    @cached_property
    def _circles(self) -> list[frozenset[str]]:
        """The parties of a saying, by code."""
        return [frozenset(text.split()) for text in self.sayings.texts("parties")]

    @cached_property
    def _settled_by(self) -> dict[int, tuple[int, ...]]:
        """Code of a deal → codes of the issues that it settles."""
        codes = {issue: code for code, issue in enumerate(self.sayings.texts("issue"))}
        return {
            code: tuple(codes[issue] for issue in self._settled.get(deal, ()) if issue in codes)
            for code, deal in enumerate(self.sayings.texts("deal"))
        }

    @cached_property
    def deeds(self) -> Deeds:
        """What may be the fate of the promises."""
        return Deeds(self.sayings)

    @cached_property
    def matters(self) -> Matters:
        """Every way of every story with every matter of it: the story, the way and the matter, by codes."""
        return matters_of(self.sayings, self.stories, self._deal, self._settled_by)

    @cached_property
    def order(self) -> Ints:
        """The stories to be shown, the one that moved last first."""
        shown = np.flatnonzero(self._begun())
        return shown[np.lexsort((self.sayings.ranks[self.stories.firsts[shown]], -self._moved()[shown]))]

    def _begun(self) -> Bools:
        """Of each story whether a step of it had begun.

        What is told without a day may be part of a step that has one: there it takes a look.
        """
        placed = self.sayings.placed[self.stories.rows]
        begun = self.stories.any((placed > 0) & (placed <= self.day))
        unsure = np.flatnonzero(~begun & self.stories.any(placed == 0)).tolist()
        begun[[story for story, _, steps in self._courses(unsure) if steps]] = True
        return begun

    def _moved(self) -> Ints:
        """The last day on which something was done on the matter of each story; 0 where no day of it is known."""
        sayings, stories, on = self.sayings, self.stories, self.day
        placed = sayings.placed[stories.rows]
        told = stories.most(np.where(placed <= on, placed, 0))
        done = self.deeds.last(*self.matters, on, len(stories))
        first = stories.least(np.where(placed > 0, placed, date.max.toordinal()))
        return np.maximum(told, np.where(done >= first, done, 0))

    @cached_property
    def _deal(self) -> Ints:
        """Code of the deal that each story belongs to: the first that a commitment of it names, -1 for none."""
        codes = self.sayings.codes("deal")[self.stories.rows]
        named = np.array([not text for text in self.sayings.texts("deal")] + [True])[codes]
        place = self.stories.least(np.where(named, len(codes), np.arange(len(codes))))
        return np.append(codes, -1)[place]

    def _named(self, story: int) -> str:
        """The deal that a story belongs to; "" for none."""
        return self.sayings.texts("deal")[self._deal[story]] if self._deal[story] >= 0 else ""

    def _with(self, actor: str) -> Bools:
        """Of each commitment whether an actor is party to it."""
        return np.array([actor in circle for circle in self._circles])[self.sayings.codes("parties")[self.stories.rows]]

    def holds(self, stories: Ints, parties: Sequence[str], deal: str | None, id: str | None) -> Bools:
        """Of each of `stories` whether it is as `Promises.of` asks."""
        kept = np.ones(len(stories), np.bool_)
        for actor in parties:
            kept &= self.stories.any(self._with(actor))[stories]
        if deal is not None:
            kept &= np.array([*(text == deal for text in self.sayings.texts("deal")), not deal])[self._deal[stories]]
        if id is not None:
            kept &= flags(pc.equal(self.sayings.ids(self.stories.firsts[stories]), id.removeprefix("p")))
        return kept

    def parties(self, stories: Ints) -> frozenset[str]:
        """Everybody who is party to one of `stories`."""
        rows = self.stories.rows[np.isin(self.stories.story, stories)]
        found = np.unique(self.sayings.codes("parties")[rows]).tolist()
        return frozenset(actor for code in found for actor in self._circles[code])

    def promises(self, stories: Sequence[int] | Ints) -> Iterator[Promise]:
        """The promises of some stories that had begun, read together."""
        for story, matter, steps in self._courses([int(story) for story in stories]):
            parties = tuple(sorted(matter.parties))
            yield Promise(id=f"p{matter.story[0].id}", parties=parties, deal=self._named(story), steps=steps)

    def _courses(self, stories: Sequence[int]) -> Iterator[tuple[int, Matter, tuple[Step, ...]]]:
        """What each of some stories is about, and its steps."""
        rows = {story: self.stories.of(story).tolist() for story in stories}
        deeds = {story: self._deed_rows(story) for story in rows}
        every = [row for found in (*rows.values(), *deeds.values()) for row in found]
        said = dict(zip(every, self.sayings.said(every), strict=True))
        words = self._words(said.values())
        for story, of in rows.items():
            matter = Matter([said[row] for row in of], self._settled.get(self._named(story), ()))
            yield story, matter, course_of(matter, [said[row] for row in deeds[story]], words, self._on)

    def _deed_rows(self, story: int) -> list[int]:
        """The deeds on the matter of a story, way by way, each by publication."""
        sayings, rows = self.sayings, self.stories.of(story)
        ways = np.unique(sayings.ways[rows]).tolist()
        _, matters = sayings.matters(rows)
        settled = self._settled_by.get(int(self._deal[story]), ())
        texts = sayings.texts("way")
        return list(self.deeds.on(sorted(ways, key=lambda way: texts[way]), {*matters.tolist(), *settled}))

    def _words(self, said: Iterable[Said]) -> dict[str, list[Said]]:
        """Document → what it says of a promise in so many words."""
        found: dict[str, list[Said]] = {}
        documents = self.sayings.documents[[one.row for one in said]]
        worded = np.flatnonzero(self.sayings.worded)
        for one in self.sayings.said(worded[np.isin(self.sayings.documents[worded], documents)].tolist()):
            found.setdefault(one.document, []).append(one)
        return found
