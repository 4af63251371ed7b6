"""A mention: a stretch of a sentence that stands for actors, with the case that the language's grammar gives it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Case(StrEnum):
    """What a mention is to the verbs around it, as marked by particle, coverb, preposition or place in the sentence.

    `about`: what an act is about, which may be a deed of the one named (就 … 表示). `inner`: belongs to a clause that
    only describes another name.
    """

    FREE = "free"
    SUBJECT = "subject"
    TOPIC = "topic"
    OBJECT = "object"
    TARGET = "target"
    PARTNER = "partner"
    AGENT = "agent"
    GENITIVE = "genitive"
    MODIFIER = "modifier"
    PLACE = "place"
    ABOUT = "about"
    INNER = "inner"


FREE, SUBJECT, TOPIC, OBJECT, TARGET, PARTNER, AGENT, GENITIVE, MODIFIER, PLACE, ABOUT, INNER = Case
"""The cases by name: to look one up in its class costs several times what it costs to compare with it."""

TOWNS = frozenset({"capital", "city"})
"""Uses of a name that make it a town's."""


@dataclass(slots=True)
class Mention:
    """`start` and `end` count characters of the sentence, end not included.

    `actors` may be several (日美韓, "both sides"). `person` is a person's romanised name, "" for none. `use` is the
    kind of name (see `Name.use`), `pronoun`, `title` or `home`. `role` is the office or institution named with it.
    `topic`: a subject marked as what the sentence is about (は, 은), which reaches over clauses.
    """

    start: int
    end: int
    actors: tuple[str, ...]
    use: str
    case: Case = FREE
    person: str = ""
    role: str = ""
    topic: bool = False

    def with_case(self, case: Case) -> "Mention":
        """The same mention in another case; a topic is a subject that says so."""
        topic = self.topic or case is TOPIC
        case = SUBJECT if case is TOPIC else case
        return Mention(self.start, self.end, self.actors, self.use, case, self.person, self.role, topic)


def nearest(mentions: Sequence[Mention], *cases: Case) -> Mention | None:
    """The last of the mentions that has one of the cases."""
    for mention in reversed(mentions):
        if mention.case in cases:
            return mention
    return None


def foremost(mentions: Sequence[Mention], *cases: Case) -> Mention | None:
    """The first of the mentions that has one of the cases."""
    for mention in mentions:
        if mention.case in cases:
            return mention
    return None


def differs(mention: Mention, other: Mention | None) -> bool:
    """Whether a mention names somebody besides the other."""
    return other is None or not set(mention.actors) <= set(other.actors)
