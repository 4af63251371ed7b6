"""A disagreement: documents tell one act in ways that cannot all be right, side by side with their sentences.

It is about one of four things:

whether    some say that it happened, some deny it;
when       the days told have none in common;
how-much   amounts of one unit have none in common;
who        who acts on whom is told the other way round.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from stateofplay.board.sentence import Sentence
from stateofplay.day import Day

ABOUT: Final = ("whether", "when", "how-much", "who")
"""What tellings may disagree about."""

_SIDES: Final = 2


@dataclass(frozen=True, kw_only=True)
class Side:
    """One way in which the act is told: `says`, by these `sentences`, the earliest published first.

    `says` is `occurred` or `denied`, a day as ISO text, an amount with its unit (several apart by commas), or `A>B` for
    who acts on whom.
    """

    says: str
    sentences: tuple[Sentence, ...]

    def __post_init__(self) -> None:
        if not self.sentences:
            raise ValueError("a side without a sentence")

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who tells it so, each once."""
        return tuple(dict.fromkeys(sentence.outlet for sentence in self.sentences))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which it is told so, sorted."""
        return tuple(sorted({sentence.language for sentence in self.sentences}))

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {
            "says": self.says,
            "outlets": list(self.outlets),
            "languages": list(self.languages),
            "sentences": [sentence.as_json() for sentence in self.sentences],
        }


@dataclass(frozen=True, kw_only=True)
class Disagreement:
    """What the tellings of one act differ in.

    `type`, `source` and `target` are those of the first telling, `happened` the stretch that all days told span, None
    where none is told; `events` are the events of the record that the tellings stand in: more than one where they
    differ so much that joining keeps them apart. `why` says by which rule they are about one act. `id` follows from the
    first telling.
    """

    id: str
    about: str
    type: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    happened: Day | None
    events: tuple[str, ...]
    sides: tuple[Side, ...]
    why: str

    def __post_init__(self) -> None:
        if self.about not in ABOUT:
            raise ValueError(f"no subject of a disagreement: {self.about!r}")
        if len(self.sides) < _SIDES:
            raise ValueError("a disagreement has two sides at least")

    @property
    def actors(self) -> tuple[str, ...]:
        """Everybody who takes part, sorted."""
        return tuple(sorted({*self.source, *self.target}))

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, side by side."""
        return tuple(sentence for side in self.sides for sentence in side.sentences)

    @property
    def last_told(self) -> date | None:
        """The last day on which one of its sentences was published; None where none has a day."""
        return max((sentence.published for sentence in self.sentences if sentence.published), default=None)

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON; `from` and `to` are the days told, both included."""
        return {
            "disagreement": self.id,
            "about": self.about,
            "type": self.type,
            "source": list(self.source),
            "target": list(self.target),
            "from": self.happened.first.isoformat() if self.happened else None,
            "to": self.happened.last.isoformat() if self.happened else None,
            "events": list(self.events),
            "why": self.why,
            "sides": [side.as_json() for side in self.sides],
        }
