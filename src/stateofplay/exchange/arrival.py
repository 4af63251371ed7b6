"""An arrival is what came of files taken into a record: every row is counted as new, known, silent or failed."""

from dataclasses import dataclass, field

from stateofplay.record.addition import Added, Unread


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """What an import did.

    `added` is how much was new. Of the `rows` that were read, `known` were there before, and `silent` tell no act and
    are kept all the same; `failed` rows or files could not be read. `unread` names the first; the record has all.
    """

    added: Added = field(default_factory=Added)
    rows: int = 0
    known: int = 0
    silent: int = 0
    failed: int = 0
    unread: tuple[Unread, ...] = ()

    @property
    def exit_code(self) -> int:
        """0 when all was read, 3 when something was not, 2 when nothing could be."""
        if not self.rows:
            return 2
        return 3 if self.failed else 0
