"""What the reader remembers of a document while it reads on: who was named, who acted, in which office, when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from stateofplay.day import Day
from stateofplay.knowledge.event_type import event_type
from stateofplay.reading.mention import FREE, SUBJECT, Mention

_LATELY = 3
"""Sentences for which "both sides" may still be those who met."""


_FRIENDLY = frozenset({"SUPPORT", "AID", "COOPERATE"})

Sides = tuple[frozenset[str], frozenset[str]]


def sides_of(type: str, source: Iterable[str], target: Iterable[str]) -> Sides:
    """Who acted on whom; of a mutual act the direction does not matter: all are on the first side."""
    if event_type(type).mutual:
        return frozenset((*source, *target)), frozenset()
    return frozenset(source), frozenset(target)


@dataclass(kw_only=True)
class Memory:
    """State of one reading of one document, from its first passage on.

    `topic` is the subject of the latest act read. `reference` is the day from which dates without a year are
    reckoned. `aliases` are names that the document itself introduced next to an office ("X 首相Y": Y). `holders`
    gives the actors last named with an office, `held` each office with all who were.
    `posts`: for whom persons speak who hold an office outside their state. `named`: the last date named,
    from which "the next day" is counted. `ahead`: where in the sentence dates stand
    of what is only planned. `lead`: the day of the news, the first told, `filed` while only a dateline tells it.
    `opening`: whether the first sentences of a longer document are read, its heading and lead.
    `known`: every actor named in full, the one named last at the end. `grouped`: the last
    sentence told of `pair` as one ("A and B", both). `trio`: the last three or more told as one.
    `friends`: pairs of whom the latest act told was a help.
    `doers`: type of deed → who did the last one told.
    `told`: act → the day that its first telling had, `plans` the same of what was told as planned.
    """

    home: str = ""
    posts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    published: Day | None = None
    reference: Day | None = None
    subject: Mention | None = None
    person: Mention | None = None
    topic: Mention | None = None
    actors: tuple[str, ...] = ()
    known: dict[str, None] = field(default_factory=dict)
    pair: tuple[str, ...] = ()
    trio: tuple[str, ...] = ()
    grouped: bool = False
    met: tuple[str, ...] = ()
    since: int = 0
    groups: dict[tuple[str, ...], int] = field(default_factory=dict)
    day: Day | None = None
    lead: Day | None = None
    filed: bool = False
    opening: bool = False
    named: Day | None = None
    ahead: set[int] = field(default_factory=set)
    told: dict[tuple[str, Sides], Day] = field(default_factory=dict)
    plans: dict[tuple[str, Sides], Day] = field(default_factory=dict)
    doers: dict[str, tuple[str, ...]] = field(default_factory=dict)
    aims: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = field(default_factory=dict)
    friends: set[frozenset[str]] = field(default_factory=set)
    dealings: list[tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=list)
    aliases: dict[str, tuple[tuple[str, ...], str]] = field(default_factory=dict)
    people: dict[str, tuple[tuple[str, ...], str]] = field(default_factory=dict)
    holders: dict[str, tuple[str, ...]] = field(default_factory=dict)
    held: set[tuple[str, tuple[str, ...]]] = field(default_factory=set)

    def saw(self, mentions: Sequence[Mention], text: str = "", words: tuple[str, ...] = ()) -> None:
        """Take in the mentions of a sentence that was read; `words` are offices that not every state has (總統)."""
        self.since += 1
        seen: list[str] = []
        persons: list[Mention] = []
        for mention in mentions:
            if mention.use in ("pronoun", "home"):
                continue
            if mention.person or mention.role not in ("", "institution", "government"):
                persons.append(mention)
            if mention.role and mention.actors:
                self.holders[mention.role] = mention.actors
                self.held.add((mention.role, mention.actors))
                for word in words:
                    if word in text[mention.start : mention.end]:
                        self.holders[word] = mention.actors
            named = mention.use not in ("single", "side")
            for actor in mention.actors:
                if actor not in seen:
                    seen.append(actor)
                if named:
                    self.known.pop(actor, None)
                    self.known[actor] = None
            if len(mention.actors) > 2:
                self.trio = mention.actors
        if persons:
            self.person = next((m for m in persons if m.case in (SUBJECT, FREE)), persons[-1])
        if seen:
            self.actors = tuple(seen)
        groups = [mention.actors for mention in mentions if len(mention.actors) == 2]
        self.grouped = len(groups) > 0
        for group in groups:
            self.groups[group] = self.groups.get(group, 0) + 1
        if groups:
            self.pair = groups[-1]
        elif len(seen) >= 2:
            self.pair = (seen[-2], seen[-1])

    def dealt(self, source: tuple[str, ...], target: tuple[str, ...], *, mutual: bool) -> None:
        """Take in the two sides of an act that was read."""
        if mutual and source and target:
            self.met, self.since = tuple(dict.fromkeys((*source, *target))), 0
        if len(source) > 1 and set(source) == set(target):
            source, target = source[:1], source[1:]
        if source and target:
            self.dealings = [*self.dealings[-3:], (source, target)]

    def kept(self, type: str, source: tuple[str, ...], target: tuple[str, ...]) -> None:
        """Take in whether the latest act between two sides was a help: who helps another does not blame him next."""
        if source and target:
            pair = frozenset((*source, *target))
            (self.friends.add if type in _FRIENDLY else self.friends.discard)(pair)

    def counterpart(self, actors: tuple[str, ...]) -> tuple[str, ...]:
        """The other side of the latest dealings that `actors` had in the last few acts; empty when there were none."""
        for one, other in reversed(self.dealings):
            if set(one) & set(actors) and not set(other) & set(actors):
                return other
            if set(other) & set(actors) and not set(one) & set(actors):
                return one
        return ()

    def partners(self) -> tuple[str, ...]:
        """Both sides of the latest dealings between two actors, where they were the latest act."""
        if not self.dealings:
            return ()
        one, other = self.dealings[-1]
        return (*one, *other) if len(one) == len(other) == 1 and one != other else ()

    def usual_pair(self) -> tuple[str, ...]:
        """The two of whom the text has told together most often, else those named last."""
        pairs = [pair for pair, times in self.groups.items() if len(pair) == 2 and times > 1]
        return max(pairs, key=lambda pair: self.groups[pair], default=self.pair)

    def resolve(self, value: str, sentence_actors: tuple[str, ...]) -> tuple[str, ...]:
        """Actors that a pronoun stands for: `value` is person, it, they, both or home; empty when nothing fits."""
        if value == "both" and len(self.met) == 2 and self.since <= _LATELY and not (self.grouped and self.since > 1):
            return self.met
        if value == "both":
            return (self.pair if self.grouped else ()) or sentence_actors or self.usual_pair()
        if value == "all":
            return self.trio or self.pair
        if value == "home":
            return (self.home,) if self.home else ()
        if value == "person":
            return self.person.actors if self.person else ()
        return self.subject.actors if self.subject else self.actors[:1]
