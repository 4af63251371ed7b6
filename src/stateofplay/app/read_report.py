"""What a reading of documents did: how much was new, and what could not be read and why."""

from dataclasses import dataclass

from stateofplay.record.addition import Added, Unread


@dataclass(frozen=True, kw_only=True)
class ReadReport:
    """What a call of `Desk.read` did: how much was new (`added`), and every file that stayed `unread`, with why.

    `told` is what the reader itself has to tell, in sentences.
    """

    added: Added
    unread: tuple[Unread, ...]
    told: tuple[str, ...] = ()

    @property
    def documents(self) -> int:
        """Number of documents that could be read, new or known."""
        return self.added.documents + self.added.known

    @property
    def exit_code(self) -> int:
        """0 when all was read, 3 when something was not, 2 when nothing could be."""
        if not self.documents:
            return 2
        return 3 if self.unread else 0
