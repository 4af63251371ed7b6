"""A framework: an alliance, treaty, dialogue or deal between actors, whose state on a day follows from its spells."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from stateofplay.knowledge.spelling import Spelling, shown
from stateofplay.knowledge.term import Stretch

KINDS: Final = ("alliance", "treaty", "dialogue", "deal", "institution", "policy")
STATES: Final = ("in-force", "suspended")


@dataclass(frozen=True, kw_only=True)
class Membership(Stretch):
    """The time in which `actor` belongs to a framework; open sides follow the framework's own."""

    actor: str


@dataclass(frozen=True, kw_only=True)
class Spell(Stretch):
    """A stretch in which a framework was in one state of STATES."""

    state: str


@dataclass(frozen=True, kw_only=True)
class Framework:
    """`kind` is one of KINDS. `names` are the forms to match, the titles among them. `descriptions` by variant.

    `issues` are the questions that the framework settles: what is said on them between its members is about it.
    """

    id: str
    kind: str
    titles: tuple[Spelling, ...]
    names: tuple[Spelling, ...]
    members: tuple[Membership, ...]
    spells: tuple[Spell, ...]
    descriptions: tuple[Spelling, ...]
    issues: tuple[str, ...] = ()

    def state(self, day: date) -> str:
        """`in-force` or `suspended` on `day`, by the spell that began last; "" before it began and after it ended."""
        running = [spell for spell in self.spells if spell.covers(day)]
        return max(running, key=lambda spell: spell.first).state if running else ""

    def members_on(self, day: date) -> tuple[str, ...]:
        """The actors that belonged to it on `day`; empty outside its spells."""
        return tuple(member.actor for member in self.members if member.covers(day)) if self.state(day) else ()

    def title(self, variant: str) -> str:
        """The title to show in `variant`, such as `zh-Hant`."""
        return shown(self.titles, variant)

    def description(self, variant: str) -> str:
        """One line on what it is; English where there is none in `variant`."""
        return shown(self.descriptions, variant)
