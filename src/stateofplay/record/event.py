"""An event of the record: one act, which one or more statements tell. It is computed from them and never stored."""

from dataclasses import dataclass

from stateofplay.day import Day
from stateofplay.reading.statement import Statement, Status


@dataclass(frozen=True, kw_only=True)
class Event:
    """One act. `type`, `source` and `target` are as its earliest telling that names actors has them.

    `id` is a hash of the earliest telling (by publication, then id): later tellings do not change it.
    `happened` is the narrowest day told; None where no telling gives one. `status` is the strongest told: occurred,
    ongoing, denied, planned, hypothetical, in this order. `disputed`: some tell that it happened, some deny it.
    `tellings` come earliest published first; `why` says of each, in the same order, why it is a telling of this event.
    `publishers` are the distinct outlets, "" for an unknown one.
    """

    id: str
    type: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    happened: Day | None
    status: Status
    tellings: tuple[Statement, ...]
    publishers: tuple[str, ...]
    why: tuple[str, ...]
    disputed: bool = False

    def __post_init__(self) -> None:
        if not self.tellings or len(self.tellings) != len(self.why):
            raise ValueError(f"{len(self.tellings)} tellings with {len(self.why)} reasons")
