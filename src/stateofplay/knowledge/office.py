"""An office: it outlives its holders, and who held it on a day follows from its terms alone."""

from dataclasses import dataclass
from datetime import date

from stateofplay.knowledge.spelling import Spelling, shown
from stateofplay.knowledge.table import rows
from stateofplay.knowledge.term import Term


@dataclass(frozen=True, kw_only=True)
class Office:
    """`role` is one of `roles()`; `rank` 1 leads the `actor`, larger numbers follow. `titles` in the order to show.

    `shared` marks an office that several hold at once, such as spokespersons.
    """

    id: str
    actor: str
    role: str
    rank: int
    titles: tuple[Spelling, ...]
    terms: tuple[Term, ...]
    shared: bool = False

    def holder(self, day: date) -> Term | None:
        """The term that runs on `day`; None when the office was vacant or nothing is known.

        Of several it is the one that began last: on a handover day the successor's, and an acting holder's while
        the elected one is suspended.
        """
        running = [term for term in self.terms if term.covers(day)]
        return max(running, key=lambda term: term.first, default=None)

    def title(self, variant: str) -> str:
        """The title to show in `variant`, such as `zh-Hant`."""
        return shown(self.titles, variant)


def roles() -> dict[str, str]:
    """The roles that an office may have, each with its meaning in one line."""
    return {row["role"]: row["meaning"] for row in rows("regions", "roles.tsv")}
