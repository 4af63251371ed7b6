"""Every error of the package.

    StateOfPlayError
     ├─ YourInput                exit 2, HTTP 400   something given to us is wrong
     │   ├─ NotFound             exit 2, HTTP 404   no such file, actor, document, event, day
     │   ├─ DocumentError        exit 2, HTTP 422   one document cannot be read; the others still are
     │   │   ├─ EmptyDocument        nothing in it
     │   │   ├─ NoText               a file of its format, but without text (a PDF of images)
     │   │   ├─ BrokenDocument       damaged, truncated, or not what its name says
     │   │   ├─ UnknownFormat        a format that we do not read
     │   │   ├─ TooLarge             past a size or memory limit
     │   │   ├─ TooSlow              past a time limit
     │   │   ├─ FetchRefused         an address that may not or could not be fetched
     │   │   ├─ Unanswered           a language model gave no answer that can be used
     │   │   └─ BudgetSpent          a limit on asking a language model is reached
     │   └─ DataFileError        exit 2, HTTP 422   a vocabulary or region file has problems, all listed
     └─ OurFault                 exit 1, HTTP 500   a promise of ours is broken
         └─ RecordDamaged            the record on disk fails its own check

Each says what was wrong, where, and what to do.
"""

from typing import ClassVar


class StateOfPlayError(Exception):
    """Parent of all: `what` was wrong, `where` (file, page, line, field; may be empty), and how to `mend` it."""

    exit_code: ClassVar[int] = 1
    status: ClassVar[int] = 500

    def __init__(self, what: str, *, where: str = "", mend: str = "") -> None:
        super().__init__(what, where, mend)
        self.what = what
        self.where = where
        self.mend = mend

    def __str__(self) -> str:
        text = f"{self.where}: {self.what}" if self.where else self.what
        return f"{text} ({self.mend})" if self.mend else text

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.what, self.where, self.mend)


def _rebuild(kind: type[StateOfPlayError], what: str, where: str, mend: str) -> StateOfPlayError:
    return kind(what, where=where, mend=mend)


class YourInput(StateOfPlayError):
    """Something given to us is wrong."""

    exit_code = 2
    status = 400


class NotFound(YourInput):
    """No such file, actor, document, event or day."""

    status = 404


class DocumentError(YourInput):
    """One document cannot be read; those beside it still are."""

    status = 422


class EmptyDocument(DocumentError):
    """There is nothing in it."""


class NoText(DocumentError):
    """A sound file of its format, but without text, such as a PDF of images."""


class BrokenDocument(DocumentError):
    """Damaged, truncated, or not what its name says."""


class UnknownFormat(DocumentError):
    """A format that we do not read."""


class TooLarge(DocumentError):
    """Past a limit on size or memory."""


class TooSlow(DocumentError):
    """Past a limit on time."""


class FetchRefused(DocumentError):
    """An address that may not be fetched, or did not answer."""


class Unanswered(DocumentError):
    """A language model gave no answer about it that can be used."""


class BudgetSpent(DocumentError):
    """A limit on asking a language model was reached before it was read."""


class DataFileError(YourInput):
    """A vocabulary or region file has problems; `problems` lists every one, each with its place."""

    status = 422

    def __init__(self, what: str, *, where: str = "", mend: str = "", problems: tuple[str, ...] = ()) -> None:
        super().__init__(what, where=where, mend=mend)
        self.problems = problems

    def __str__(self) -> str:
        return "\n  ".join((super().__str__(), *self.problems))

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild_data_file, (self.what, self.where, self.mend, self.problems)


def _rebuild_data_file(what: str, where: str, mend: str, problems: tuple[str, ...]) -> DataFileError:
    return DataFileError(what, where=where, mend=mend, problems=problems)


class OurFault(StateOfPlayError):
    """A promise of ours is broken; please report it."""


class RecordDamaged(OurFault):
    """The record on disk fails its own check."""
